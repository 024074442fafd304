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
    """The problems and remedies in a module's source, with the code that each belongs to."""
    constants: dict[str, str] = {}  # clauses that several sentences share
    for node in ast.parse(source).body:
        if not isinstance(node, ast.Assign):
            continue
        if not isinstance(node.value, ast.Dict):
            constants.update((name.id, _text(node.value, {})) for name in node.targets if isinstance(name, ast.Name))
            continue
        for key, value in zip(node.value.keys, node.value.values, strict=True):
            code = [f"Code: {key.value}"] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []
            if isinstance(value, ast.Call):
                yield from _sentence(value, code, constants)
            elif _text(value, constants):
                yield value.lineno, None, _text(value, constants), code


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


def _sentence(call: ast.Call, comments: list[str], constants: Mapping[str, str]) -> Iterator[Extracted]:
    texts = [_text(argument, constants) for argument in call.args[:2]]
    named = {keyword.arg: _text(keyword.value, constants) for keyword in call.keywords}
    problem = named.get("problem") or (texts[0] if texts else "")
    remedy = named.get("remedy") or (texts[1] if len(texts) > 1 else "")
    plural = named.get("plural") or ""
    if plural:
        yield call.lineno, "ngettext", (problem, plural), comments
    elif problem:
        yield call.lineno, None, problem, comments
    if remedy:
        yield call.lineno, None, remedy, comments


def _text(node: ast.expr, constants: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _entry(message: str | tuple[str, str], comments: list[str]) -> Entry:
    lines = [Line("", "", "\n"), *(Line("#.", f"#. {comment}", "\n") for comment in dict.fromkeys(comments))]
    if isinstance(message, str):
        return Entry([*lines, *_lines("msgid", message), *_lines("msgstr", "")])
    plural = [*_lines("msgid_plural", message[1]), *_lines("msgstr[0]", ""), *_lines("msgstr[1]", "")]
    return Entry([*lines, *_lines("msgid", message[0]), *plural])


def _lines(keyword: str, text: str) -> list[Line]:
    return [Line(keyword, line, "\n") for line in quoted(keyword, text)]
