"""A slogan pack (TOML) becomes a Pack: slogans with their source text, notes for translators and tags."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from placards.files.toml import KeyPath, TomlFile, read_toml
from placards.locale.language import parse_language
from placards.problems.errors import InputError, Place, did_you_mean

#: A longer text is a leaflet, not a placard.
MAX_TEXT = 500

_PACK_KEYS = ["name", "description", "language", "tags", "kind"]
_SLOGAN_KEYS = ["id", "text", "note", "tags", "example", "response"]

#: "interface" marks the tool's own words, which are translated alike but are no slogans.
_KINDS = ["slogans", "interface"]
_ID = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Slogan:
    """A message's identity: its id within a pack and the text that translators start from."""

    pack: str
    id: str
    text: str  # a newline is a preferred line break
    note: str
    tags: tuple[str, ...]  # the pack's, then its own
    source_place: Place
    example: str = ""  # for translators: the text in use, or with its placeholders filled
    response: bool = False  # call and response: the text's lines are the leader's and the crowd's in turn

    @property
    def full_name(self) -> str:
        """``pack/id``, unique among all packs."""
        return f"{self.pack}/{self.id}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A file of slogans in one language."""

    name: str  # the file's stem, also the name of its catalogs
    title: str
    description: str
    language: str  # canonical tag
    tags: tuple[str, ...]
    slogans: tuple[Slogan, ...]
    path: Path
    kind: str = "slogans"

    def find(self, slogan_id: str) -> Slogan | None:
        """The slogan of that id."""
        return next((slogan for slogan in self.slogans if slogan.id == slogan_id), None)


def read_pack(path: Path) -> Pack:
    """Read and validate a pack; raises InputError with file, line and key at the first thing that is wrong."""
    file = read_toml(path)
    _known_keys(file, (), file.data, ["pack", "slogan"])
    about = _table(file, ("pack",), file.data.get("pack"))
    _known_keys(file, ("pack",), about, _PACK_KEYS)
    tags = _tags(file, ("pack", "tags"), about.get("tags", []))
    return Pack(
        name=path.stem,
        title=_optional_text(file, ("pack", "name"), about) or path.stem,
        description=_optional_text(file, ("pack", "description"), about),
        language=_language(file, ("pack", "language"), about),
        tags=tags,
        slogans=_slogans(file, path.stem, tags),
        path=path,
        kind=_kind(file, ("pack", "kind"), about),
    )


def _slogans(file: TomlFile, pack: str, pack_tags: tuple[str, ...]) -> tuple[Slogan, ...]:
    tables = file.data.get("slogan", [])
    if not isinstance(tables, list):
        raise _error(
            file, ("slogan",), "“slogan” is one table, not a list of tables", "Write [[slogan]], in two brackets"
        )
    if not tables:
        raise _error(file, (), "the pack has no slogans", "Add a [[slogan]] with an id and a text")
    slogans: dict[str, Slogan] = {}
    for index, table in enumerate(tables):
        slogan = _slogan(file, ("slogan", index), table, pack, pack_tags)
        if slogan.id in slogans:
            key: KeyPath = ("slogan", index, "id")
            first = file.place(("slogan", list(slogans).index(slogan.id), "id")).line
            raise _error(
                file,
                key,
                f"the slogans in lines {first} and {file.place(key).line} have the same id “{slogan.id}”",
                "Give one of them another id",
            )
        slogans[slogan.id] = slogan
    return tuple(slogans.values())


def _slogan(file: TomlFile, key: KeyPath, value: Any, pack: str, pack_tags: tuple[str, ...]) -> Slogan:
    table = _table(file, key, value)
    _known_keys(file, key, table, _SLOGAN_KEYS)
    slogan_id = _required_text(file, (*key, "id"), table)
    if not _ID.fullmatch(slogan_id):
        bad = "".join(dict.fromkeys(char for char in slogan_id if not _ID.fullmatch(char)))
        raise _error(
            file,
            (*key, "id"),
            f"the id “{slogan_id}” has characters that an id cannot have: {' '.join(map(_describe, bad))}",
            "Use small letters a-z, digits and hyphens",
        )
    text = _required_text(file, (*key, "text"), table)
    if len(text) > MAX_TEXT:
        raise _error(
            file,
            (*key, "text"),
            f"the text has {len(text)} characters, more than {MAX_TEXT}",
            "Shorten it to what a passer-by can read",
        )
    own_tags = _tags(file, (*key, "tags"), table.get("tags", []))
    return Slogan(
        pack=pack,
        id=slogan_id,
        text=text,
        note=_optional_text(file, (*key, "note"), table),
        tags=tuple(dict.fromkeys(pack_tags + own_tags)),
        source_place=file.place(key),
        example=_optional_text(file, (*key, "example"), table),
        response=_response(file, (*key, "response"), table, text),
    )


def _response(file: TomlFile, key: KeyPath, table: dict[str, Any], text: str) -> bool:
    value = table.get("response", False)
    if not isinstance(value, bool):
        raise _wrong_type(file, key, value, "true or false", "Write response = true")
    if value and "\n" not in text:
        raise _error(
            file,
            key,
            "a call and response has one line only, so that nobody answers",
            "Write each turn on a line of its own, divided by \\n",
        )
    return value


def _table(file: TomlFile, key: KeyPath, value: Any) -> dict[str, Any]:
    name = str(key[0])
    if value is None:
        raise _error(file, (), f"there is no [{name}] table", f"Add [{name}] with a name and a language")
    if not isinstance(value, dict):
        header = f"[[{name}]]" if len(key) > 1 else f"[{name}]"
        raise _wrong_type(file, key, value, "a table", f"Write {header} and the keys below it")
    return value


def _known_keys(file: TomlFile, key: KeyPath, table: dict[str, Any], known: list[str]) -> None:
    for name in table:
        if name not in known:
            raise _error(file, (*key, name), f"“{name}” is not a key of this table", did_you_mean(name, known))


def _required_text(file: TomlFile, key: KeyPath, table: dict[str, Any]) -> str:
    name = str(key[-1])
    if name not in table:
        raise _error(file, key[:-1], f"the slogan has no {name}", f'Add {name} = "…"')
    text = _text(file, key, table[name])
    if not text:
        raise _error(file, key, f"the {name} is empty", "Write it, or take the slogan out")
    return text


def _optional_text(file: TomlFile, key: KeyPath, table: dict[str, Any]) -> str:
    return _text(file, key, table.get(str(key[-1]), ""))


def _text(file: TomlFile, key: KeyPath, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong_type(file, key, value, "a text", "Put it in quotation marks")
    for index, char in enumerate(value):
        if char != "\n" and unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
            kind = "half of a surrogate pair" if unicodedata.category(char) == "Cs" else "a control character"
            raise _error(
                file,
                key,
                f"character {index + 1} is {kind} ({_describe(char)})",
                "Take it out" if char != "\t" else "Write a space",
            )
    # The white space around a multi-line string is how TOML is written, not part of the slogan.
    return value.strip()


def _tags(file: TomlFile, key: KeyPath, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong_type(file, key, value, "a list of texts", 'Write tags = ["short", "chant"]')
    for index, tag in enumerate(value):
        if not isinstance(tag, str):
            raise _wrong_type(file, (*key, index), tag, "a text", "Put it in quotation marks")
        if not tag or any(char in ",/" or char.isspace() or not char.isprintable() for char in tag):
            raise _error(
                file, (*key, index), f"“{tag}” is no tag", "A tag is one word, without spaces, commas or slashes"
            )
    return tuple(dict.fromkeys(value))


def _language(file: TomlFile, key: KeyPath, table: dict[str, Any]) -> str:
    tag = _optional_text(file, key, table)
    if not tag:
        raise _error(file, key, "the pack does not say its language", 'Add language = "en", or the tag of yours')
    try:
        return str(parse_language(tag))
    except InputError as error:
        raise error.at(file.place(key)) from None


def _kind(file: TomlFile, key: KeyPath, table: dict[str, Any]) -> str:
    kind = _optional_text(file, key, table) or _KINDS[0]
    if kind not in _KINDS:
        raise _error(file, key, f"“{kind}” is no kind of pack", did_you_mean(kind, _KINDS))
    return kind


def _error(file: TomlFile, key: KeyPath, problem: str, remedy: str) -> InputError:
    return InputError(problem, remedy=remedy, place=file.place(key), code="pack")


def _wrong_type(file: TomlFile, key: KeyPath, value: Any, wanted: str, remedy: str) -> InputError:
    shown = repr(value) if len(repr(value)) <= 40 else type(value).__name__
    return _error(file, key, f"{shown} is not {wanted}", remedy)


def _describe(char: str) -> str:
    code_point = f"U+{ord(char):04X}"
    return f"“{char}” ({code_point})" if char.isprintable() and char != " " else code_point
