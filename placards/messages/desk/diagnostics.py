"""The sentences of all Diagnostics become messages for translators: a template, or what ``pybabel extract`` finds."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from placards.messages.po.document import Entry, Line, PoDocument, quoted

#: What stands between the parts of a list, in `placards.problems.wording`.
_BETWEEN = (" or ", " and ")

#: Line, gettext's function, message or (singular, plural), comments: what Babel wants.
Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]


def extract_diagnostics(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Babel's extraction method for a module of `placards.problems.sentences`."""
    yield from sentences_in(fileobj.read())


def sentences_in(source: bytes) -> Iterator[Extracted]:
    """The problems and remedies of a module, with the code that each belongs to."""
    module: dict[str, Any] = {}
    exec(compile(source, "sentences", "exec"), module)  # one of our own, which is nothing but a table
    lines = {
        key.value: key.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }
    for code, known in module.get("SENTENCES", {}).items():
        line, comments = lines.get(code, 1), [f"Code: {code}"]
        if known.plural:
            yield line, "ngettext", (known.problem, known.plural), comments
        else:
            yield line, None, known.problem, comments
        if known.remedy:
            yield line, None, known.remedy, comments
    for code, remedy in module.get("REMEDIES", {}).items():
        yield lines.get(code, 1), None, remedy, [f"Code: {code}"]


def diagnostics_template(path: Path) -> PoDocument:
    """The template of all sentences, each once, in the order of their modules."""
    from placards.problems import sentences

    found: dict[str | tuple[str, str], list[str]] = {text: ["Between the parts of a list"] for text in _BETWEEN}
    for module in sorted(Path(sentences.__file__).parent.glob("*.py")):
        for _, _, message, comments in sentences_in(module.read_bytes()):
            found.setdefault(message, []).extend(comments)
    header = Entry([Line("# ", "# What placards says when something is wrong.", "\n"), *_lines("msgid", "")])
    header.lines += _lines("msgstr", "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n")
    return PoDocument(path, [header, *(_entry(message, comments) for message, comments in found.items())])


def _entry(message: str | tuple[str, str], comments: list[str]) -> Entry:
    lines = [Line("", "", "\n"), *(Line("#.", f"#. {comment}", "\n") for comment in dict.fromkeys(comments))]
    if isinstance(message, str):
        return Entry([*lines, *_lines("msgid", message), *_lines("msgstr", "")])
    plural = [*_lines("msgid_plural", message[1]), *_lines("msgstr[0]", ""), *_lines("msgstr[1]", "")]
    return Entry([*lines, *_lines("msgid", message[0]), *plural])


def _lines(keyword: str, text: str) -> list[Line]:
    return [Line(keyword, line, "\n") for line in quoted(keyword, text)]
