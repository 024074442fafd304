"""The code becomes docs/reference/: the API, every key of every file that people write, and every message by its code.

``python tools/reference.py`` writes it; tests/test_reference.py says when it is no longer true.
"""

from __future__ import annotations

import datetime
import enum
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import placards
from placards.elements.checking import model_of
from placards.elements.condition import Terms
from placards.elements.registry import kinds
from placards.files.validation import Model
from placards.files.writing import write_file
from placards.kit.comments import comments
from placards.layout.slots import SETTABLE, slot
from placards.plan.campaign_fields import several
from placards.plan.campaign_file import ArtefactSet, Event, Print, TableSource
from placards.plan.names import FIELDS
from placards.plan.table.words import FORM, HOLDS, TEXT_KEYS, WORDS
from placards.press.profile_file import ProfileTable
from placards.problems.diagnostic import Severity
from placards.problems.sentences import _modules, remedies
from placards.template.table import LayoutTable, VariantTable
from placards.values.units import Length

FOLDER = Path(__file__).parents[1] / "docs" / "reference"

MADE = "<!-- Made by tools/reference.py from the code. -->\n"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "README.md": _overview(),
        "api.md": _api(),
        "layouts.md": _layouts(),
        "campaigns.md": _campaigns(),
        "profiles.md": _profiles(),
        "tables.md": _spreadsheets(),
        "packs.md": _packs(),
        "fonts.md": _fonts(),
        "diagnostics.md": _diagnostics(),
    }


def _overview() -> str:
    return f"""# Reference

{MADE}
| page | what it lists |
| --- | --- |
| [api.md](api.md) | what `import placards` gives: functions, values, errors |
| [layouts.md](layouts.md) | every key of `layouts/<name>/layout.toml`; [how to](../../templates/layouts/README.md) |
| [campaigns.md](campaigns.md) | every key of a campaign file |
| [profiles.md](profiles.md) | every key of a printer's profile, and of `[print]` in a campaign |
| [tables.md](tables.md) | every column of a spreadsheet of which each row is an artefact |
| [packs.md](packs.md) | every key of a slogan pack, `slogans/<name>.toml` |
| [fonts.md](fonts.md) | every key of `fonts/fonts.toml` |
| [diagnostics.md](diagnostics.md) | every message that the program can give, by its code |
"""


# --- API -----------------------------------------------------------------------------------------------------------


def _api() -> str:
    out = ["# `import placards`\n", MADE, inspect.cleandoc(placards.__doc__ or ""), ""]
    public = [(name, placards._public(name)) for name in placards.__all__ if name != "__version__"]
    groups: dict[str, list[tuple[str, Any]]] = {"Functions": [], "Values": [], "Errors": []}
    for name, value in sorted(public, key=lambda item: item[0].lower()):
        is_error = isinstance(value, type) and issubclass(value, Exception)
        groups["Errors" if is_error else "Values" if isinstance(value, type) else "Functions"].append((name, value))
    for title, members in groups.items():
        out.append(f"## {title}\n")
        for name, value in members:
            out += [f"### `{name}`\n", *_described(name, value)]
    return "\n".join(out).rstrip() + "\n"


def _described(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, type):
        yield f"```python\n{_signature(name, value)}\n```\n"
        yield _doc(value)
        return
    yield _doc(value)
    if issubclass(value, Exception):
        return
    if issubclass(value, enum.Enum):
        yield from (f"- `{value.__name__}.{member.name}`" for member in value)
        yield ""
        return
    rows = list(_fields(value))
    if rows:
        yield "| field | type | |"
        yield "| --- | --- | --- |"
        yield from (f"| `{field}` | {_code(kind)} | {_cell(comment)} |" for field, kind, comment in rows)
        yield ""
    for method, what in _methods(value):
        yield f"- `{_signature(method, what) if callable(what) else method}`: {_first(what)}"
    yield ""


def _signature(name: str, function: Callable[..., Any]) -> str:
    """The call as it stands in the source, over several lines where it is long."""
    signature = inspect.signature(function)
    arguments = [_argument(p) for p in signature.parameters.values() if p.name not in ("self", "cls")]
    starred = next((n for n, p in enumerate(signature.parameters.values()) if p.kind is p.KEYWORD_ONLY), None)
    if starred is not None:
        arguments.insert(starred, "*")
    after = "" if signature.return_annotation is signature.empty else f" -> {_bare(signature.return_annotation)}"
    plain = f"{name}({', '.join(arguments)}){after}"
    if len(plain) <= 100:
        return plain
    return f"{name}(\n" + "".join(f"    {argument},\n" for argument in arguments) + f"){after}"


def _argument(parameter: inspect.Parameter) -> str:
    start = {parameter.VAR_KEYWORD: "**", parameter.VAR_POSITIONAL: "*"}.get(parameter.kind, "")
    kind = "" if parameter.annotation is parameter.empty else f": {_bare(parameter.annotation)}"
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{start}{parameter.name}{kind}{default}"


def _bare(annotation: Any) -> str:
    return str(annotation).strip("'\"")


def _fields(value: type) -> Iterator[tuple[str, str, str]]:
    said = comments(value)
    for name, kind in getattr(value, "__annotations__", {}).items():
        if not name.startswith("_"):
            yield name, str(kind).strip("'\""), said.get(name, "")


def _methods(value: type) -> Iterator[tuple[str, Any]]:
    for name, what in vars(value).items():
        if name.startswith("_"):
            continue
        if isinstance(what, property) or (inspect.isfunction(what) and inspect.getdoc(what)):
            yield name, what
        elif isinstance(what, classmethod):
            yield name, what.__func__


def _doc(value: Any) -> str:
    text = inspect.getdoc(value) or ""
    return _with_examples(text) if ">>>" in text else f"{text}\n"


def _with_examples(text: str) -> str:
    """A docstring with its examples as blocks."""
    out, example = [], False
    for line in text.splitlines():
        begins = line.startswith(">>>")
        if begins and not example:
            out.append("```pycon")
        if example and not line.strip():
            out.append("```")
        example = begins or (example and bool(line.strip()))
        out.append(line)
    return "\n".join([*out, *(["```"] if example else [])]) + "\n"


def _first(what: Any) -> str:
    text = (inspect.getdoc(what) or "").split("\n\n")[0]
    return " ".join(text.split())


# --- files ---------------------------------------------------------------------------------------------------------


def _layouts() -> str:
    out = [
        "# Keys of `layout.toml`\n",
        MADE,
        "Lengths are texts with a unit: `mm`, `cm`, `m`, `in`, `ft`, `pt`, `px`, `%` (of the box around) or `vmin` "
        "(1 % of the sheet's shorter side).\n",
        *_table("The file", LayoutTable),
        *_table("`[[variant]]`", VariantTable),
    ]
    for name, kind in kinds().items():
        out += _table(f'`[[element]]` with `type = "{name}"`', model_of(kind))
    return "\n".join(out).rstrip() + "\n"


def _campaigns() -> str:
    out = ["# Keys of a campaign file\n", MADE, _campaign_words()]
    out += [*_table("`[campaign]`", Event), *_table("`[[set]]`", ArtefactSet)]
    out += [*_table("`[table]`", TableSource), "What its columns are called: [tables.md](tables.md).\n"]
    out += ["## `[print]`\n", _PRINT]
    return "\n".join(out).rstrip() + "\n"


_PRINT = """What the printer of PDFs wants: `profile`, a name of `placards list profiles` or a file beside the campaign,
and any key of a profile ([profiles.md](profiles.md)), which goes before what the profile says. `[set.print]` and
`[table.print]` are the same for one set; what they say goes before `[print]`, key by key. `--profile` takes another
profile, and leaves single keys as they are. Images and SVG have no printer. [An example](../printing.md#in-a-campaign).
"""


def _profiles() -> str:
    out = ["# Keys of a printer's profile\n", MADE]
    out += [_PROFILES, *_table("`profiles/<name>.toml`", ProfileTable)]
    return "\n".join(out).rstrip() + "\n"


_PROFILES = """What a printer wants of a PDF: [how to add a shop](../printing.md). Nothing is needed: what a file does
not say is as in the profile that it `extends`, or as at home. `placards profile show NAME` shows all of it, `placards
check FILE` what contradicts itself, and `placards profile schema` writes the JSON Schema for editors.
"""


def _campaign_words() -> str:
    fields = ", ".join(f"`{{{field}}}`" for field in FIELDS)
    return f"""`placards campaign new NAME` writes one that works, with comments, and `campaign.schema.json`, from which
editors complete keys. `placards campaign check FILE` says everything that is wrong with it, and `placards campaign plan
FILE` what it would make: counts, sheets of paper, bytes and time. Both make nothing.

## The matrix

A set is a product: slogans × languages × layouts × sizes × palettes × formats. As in the matrices of CI services,
`exclude` leaves artefacts out and `include` adds some.

```toml
[[set]]
name = "placards"
layouts = ["big", "two-languages"]
slogans = ["peace/peace-now", "climate/water-is-life"]
languages = ["en", "ur", ["ar", "en"]]
sizes = ["a3", "a5"]
exclude = [
    {{ language = "en", size = "a5" }},                        # what agrees with every key is left out
    {{ layout = "two-languages", language = ["en", "ur"] }},   # with one of several texts
    {{ layout = "big", language = "*+*" }},                    # "*" stands for anything; "ar+en" is both on one sheet
]
include = [{{ layout = "wide-banner", language = "ur", size = "banner-300x100cm" }}]

[set.language.ur]                  # what is other on sheets in Urdu alone
sizes = ["a2"]
organiser = "امن کے لیے طلبہ"    # a text here is in Urdu
```

- A language is called as in names of files: `ur`, `ar+en` for both on one sheet, `all` for all on one sheet.
- An include is a product of its own, of what it says and, for the rest, what its set says. Nothing of it is excluded.
- What a table of a language says goes before the set, and an include before both.
- What leaves nothing out, adds nothing, or changes nothing is said. Two artefacts of one name are an error.

## Variables

In a file with a table `[variables]`, `{{name}}` in a text, a date, a link, a picture's name or `files` stands for a
value. `{{{{` and `}}}}` are braces. In files without that table braces are what they are.

```toml
[campaign]
name = "March in {{city}}"
title = {{ en = "March in {{city}}", ur = "{{city}} میں مارچ" }}
date = "{{day}}"

[variables]
city = {{ en = "Leeds", ur = "لیڈز" }}          # a text, a number, a date, or texts by language
day = 2027-04-14
```

- A text takes the value of its own language; where that has none, the campaign's, and it is said.
- A value is text and nothing else: no other variable is looked for in it, and it has no format.
- `placards batch FILE --set city=York --set city@ur=یارک` sets others for once; one without a language is for all
  languages that have none.
- In a text, `{{set}}` is the name of its set.

## Names of files

`files` is a pattern of names with slashes, of variables, and of {fields}. `{{n}}` is the artefact's number in its
set, `{{n:03}}` the same with three digits: it changes for all that follow when one is added. Without `files` names have
what tells the artefacts apart.
"""


def _spreadsheets() -> str:
    out = [f"# Columns of a spreadsheet\n\n{MADE}\n{_ABOUT_TABLES}\n## Columns\n"]
    out += ["| column | also called | what a cell holds |", "| --- | --- | --- |"]
    for key in dict.fromkeys((*WORDS, *SETTABLE)):
        first, *others = WORDS.get(key, (key,))
        if key == FORM:
            first, others = "*left out*", [first, *others]
        by_language = " (by language, too)" if key in TEXT_KEYS else ""
        holds = HOLDS.get(key) or slot(key).summary
        out.append(f"| {first} | {', '.join(others)} | {_cell(holds)}{by_language} |")
    return "\n".join(out).rstrip() + "\n"


_ABOUT_TABLES = """\
`placards batch posters.xlsx` makes an artefact of each row: of CSV, TSV, XLSX, ODS and XLS files, known by their
bytes and not by their names. `posters.xlsx#March` names a sheet; by itself it is the first that has headings and is
not hidden. The row with the headings is found among the first twenty that are not empty; its order does not matter,
nor do capitals, accents and punctuation. Headings may stand in any language that placards is translated into (nobody
has checked these words yet) and may name one: `text (ar)`, `text:ar`, `Slogan AR`, `title [Urdu]`.

**Languages.** `en, ar` is an artefact in English and one in Arabic; `en+ar` is one artefact in both, as `placards
make --lang en --lang ar` makes it; `all` is an artefact in every language that has the slogan. Semicolons and lines
part as commas do. Where a row names none, it is for those that its texts name in their headings, an artefact each;
else for those of the campaign, else for English, which is said. A text that is not in Latin letters needs a language.
One text is in one language: an artefact in two takes two columns, `text (en)` and `text (ar)`.

**Empty cells** leave the choice to the campaign, and then to placards. A campaign gives event, brand and defaults:

```toml
[campaign]
name = "March for peace"
organiser = "Students for Peace"

[table]
file = "posters.xlsx"
layouts = ["placard"]
sizes = ["a3"]
```

**Names.** Without a column “file”, artefacts are called by language, slogan or first words, and size (texts in other
scripts by a short code that follows from the text). Two rows with one name are an error that names both.

**Dates** are date cells or `2027-04-14` (any text with the year first); `3/4/2026` is refused, with both dates that
it may be.

**“Number”, “paper” and “name”** may mean two things each: copies or a number to show, stock or size, the file's name
or a person. What the other columns leave over is taken, and said; else the heading is refused. Beside the columns of
a form (timestamp, email address …) “name” is who filled it in, and left out.

**What is wrong** concerns its row: the others are made, the row and the column are named, and the exit code is 1.
Headings that are there twice, or nearly a known one, stop all. Every column that is not used is named, and so is
every formula that went wrong or was never computed. A text file that is not UTF-8 is read only where its headings
show what it is, which is said; save it as “CSV UTF-8”.

**Limits.** 50 MB, 200,000 rows, 1,000 columns; a workbook unpacks to 200 MB. Workbooks with a password, Numbers
documents and web pages that are called .xls are refused, with what to do.
"""


def _packs() -> str:
    from placards.messages.pack_file import _File

    return "\n".join(["# Keys of a slogan pack\n", MADE, *_tables(_File)]).rstrip() + "\n"


def _fonts() -> str:
    from placards.text.fonts_toml import _Fonts

    return "\n".join(["# Keys of `fonts.toml`\n", MADE, *_tables(_Fonts)]).rstrip() + "\n"


def _tables(file: type[Model]) -> Iterator[str]:
    """The tables that a file is made of, and the tables in those."""
    for name, field in file.model_fields.items():
        for part in _models(field.annotation):
            header = f"[[{name}]]" if typing.get_origin(field.annotation) is tuple else f"[{name}]"
            yield from _table(f"`{header}`", part)
            for key, inner in part.model_fields.items():
                for table in _models(inner.annotation):
                    yield from _table(f"`{key} = [{{ … }}]` in `{header}`", table)


def _models(kind: Any) -> Iterator[type[Model]]:
    return (part for part in _parts(kind) if isinstance(part, type) and issubclass(part, Model))


def _table(title: str, model: type[Model]) -> Iterator[str]:
    yield f"## {title}\n"
    written = getattr(model, "part", model)  # an element's own class has its words
    yield f"{_doc(written)}"
    yield "| key | what | by itself | |"
    yield "| --- | --- | --- | --- |"
    said = comments(written)
    for name, field in model.model_fields.items():
        kind = _kind(field.annotation, field.metadata)
        default = "**needed**" if field.is_required() else _default(field.get_default(call_default_factory=True))
        yield f"| `{name}` | {_cell(kind)} | {default} | {_cell(said.get(name, ''))} |"
    yield ""
    for inner in _inner(model):
        yield from _table(f"Inside {title.removeprefix('Inside ')}: {_words(inner)}", inner)


def _inner(model: type[Model]) -> Iterator[type[Model]]:
    """The models of this one's own module that its keys are made of, tables with pages of their own left out."""
    found: dict[type[Model], None] = {}
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            own = isinstance(part, type) and issubclass(part, Model) and part not in (VariantTable, Print)
            if own and not part.__name__.startswith("_"):
                found[part] = None
    return iter(found)


def _parts(kind: Any) -> Iterator[Any]:
    yield kind
    for part in typing.get_args(kind):
        yield from _parts(part)


_NAMES = {
    str: "text", int: "whole number", float: "number", bool: "`true` or `false`", dict: "table", Any: "anything",
    datetime.date: "date, as `2027-04-14`", datetime.time: "time, as `16:30:00`", Length: "length",
}  # fmt: skip


def _kind(kind: Any, metadata: Sequence[Any] = ()) -> str:
    """A type in the words of people who write TOML."""
    return _limited(_plain(kind), metadata)


def _plain(kind: Any) -> str:
    if kind == Terms:
        return 'condition, as `"aspect >= 2"`'
    if kind in _NAMES:
        return _NAMES[kind]
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        if any(getattr(rule, "func", None) is several for rule in parts[1:]):
            return f"{_plain(typing.get_args(parts[0])[0])} or {_limited(_plain(parts[0]), parts[1:])}"
        return _limited(_plain(parts[0]), parts[1:])
    if origin is typing.Literal:
        return " · ".join(f'`"{part}"`' if isinstance(part, str) else f"`{part}`" for part in parts)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(_plain(part) for part in parts if part is not type(None)))
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return f"list of {_many(_plain(parts[0]))}"
        return f"[{', '.join(_plain(part) for part in parts)}]"
    if origin in (dict, Mapping):
        return f"table: {_plain(parts[0])} → {_plain(parts[1])}"
    if isinstance(kind, type):
        return _words(kind)
    return str(kind)


def _words(kind: type) -> str:
    """The name of a class as words: ``ListText`` → list text."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__.strip("_")).lower()


def _many(word: str) -> str:
    return {"text": "texts", "length": "lengths", "whole number": "whole numbers", "table": "tables"}.get(word, word)


def _limited(word: str, metadata: Sequence[Any]) -> str:
    limits = []
    for rule in metadata:
        for name, before in (("ge", "at least"), ("gt", "more than"), ("le", "at most"), ("lt", "less than")):
            value = getattr(rule, name, None)
            if value is not None:
                limits.append(f"{before} {value:g}")
        if getattr(rule, "pattern", None):
            limits.append(f"as `{rule.pattern}`")
        least = getattr(rule, "min_length", None)
        if least and word.startswith("list"):
            limits.append(f"at least {least}")
        for inner in getattr(rule, "metadata", ()):
            limits += [_limited("", [inner]).strip(" ()")] if _limited("", [inner]) else []
    return f"{word} ({', '.join(limits)})" if limits else word


def _default(value: Any) -> str:
    if value in (None, "", (), {}):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(_toml(item) for item in value)}]`"
    return f"`{_toml(value)}`"


def _toml(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str | Length) else f"{value:g}" if isinstance(value, float) else str(value)


# --- diagnostics ---------------------------------------------------------------------------------------------------


def _diagnostics() -> str:
    out = [
        "# Messages\n",
        MADE,
        "Every message has a code that stays the same; `placards check --json` and `manifest.json` show it. Words in "
        "braces stand for what the message is about. An error means that something is not made, or would be wrong; a "
        "warning that somebody should look; a note is good to know.\n",
    ]
    for module in _modules():
        area = module.__name__.rpartition(".")[2]
        out += [
            f"## {area}\n",
            f"{inspect.getdoc(module)}\n",
            "| code | | says | remedy |",
            "| --- | --- | --- | --- |",
        ]
        for code, sentence in sorted(module.SENTENCES.items()):
            weight = "" if sentence.severity is Severity.ERROR else str(sentence.severity)
            says = sentence.problem + (f" / {sentence.plural}" if sentence.plural else "")
            out.append(f"| `{code}` | {weight} | {_cell(says)} | {_cell(sentence.remedy)} |")
        out.append("")
    out += ["## Remedies that several messages share\n", "| code | says |", "| --- | --- |"]
    out += [f"| `{code}` | {_cell(clause)} |" for code, clause in sorted(remedies().items())]
    return "\n".join(out).rstrip() + "\n"


def _code(text: str) -> str:
    return f"`{_cell(text)}`" if text else ""


def _cell(text: str) -> str:
    plain = " ".join(text.split()).replace("|", "\\|")
    return plain if "`" in plain else plain.replace("<", "&lt;")


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        write_file(FOLDER / name, text.encode())
        print(FOLDER / name)


if __name__ == "__main__":
    main()
