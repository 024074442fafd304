"""What people write in a slogan pack is checked, every mistake named, and becomes a Pack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, model_validator

from placards.files.mistakes import raise_found
from placards.files.toml import TomlFile
from placards.files.validation import Model, validate
from placards.locale.language import parse_language
from placards.locale.territory import territory_name
from placards.messages.folders import DIAGNOSTICS
from placards.messages.pack import MAX_TEXT, Caution, Original, Pack, Slogan
from placards.problems.diagnostic import Diagnostic, Diagnostics, diagnostic
from placards.problems.errors import InputError, Place

_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def build_pack(file: TomlFile, name: str) -> Pack:
    """The pack that a TOML file describes; raises InputError as `read_pack` does."""
    if name == DIAGNOSTICS:
        raise InputError("pack-reserved", place=Place(file.path), pack=name)
    found = Diagnostics()
    with found.caught():
        written = validate(_File, file)
    for mistake in (*_same_ids(file), *_wordless(file)):
        found(mistake)
    raise_found(found)
    about = written.pack
    return Pack(
        name=name,
        title=about.name or name,
        description=about.description,
        language=about.language,
        tags=about.tags,
        slogans=tuple(
            Slogan(
                pack=name,
                id=slogan.id,
                text=slogan.text or slogan.meaning or "",
                note=slogan.note,
                tags=tuple(dict.fromkeys(about.tags + slogan.tags)),
                source_place=file.place(("slogan", index)),
                example=slogan.example,
                response=slogan.response,
                original=slogan.began(),
                cautions=tuple(
                    Caution(caution.language, caution.place, caution.text, caution.source, caution.date)
                    for caution in slogan.caution
                ),
            )
            for index, slogan in enumerate(written.slogan)
        ),
        path=file.path,
        kind=about.kind,
    )


def _clean(text: str) -> str:
    for number, char in enumerate(text, 1):
        if char != "\n" and unicodedata.category(char) in ("Cc", "Zl", "Zp"):
            code = "slogan-tab" if char == "\t" else "slogan-character"
            raise InputError(code, number=number, character=_describe(char))
    # The white space around a multi-line string is how TOML is written, not part of the slogan.
    return text.strip()


def _id(text: str) -> str:
    if not text:
        raise InputError("slogan-empty", name="id")
    bad = "".join(dict.fromkeys(char for char in text if char not in _ID_LETTERS))
    if bad:
        raise InputError("slogan-id", id=text, characters=" ".join(map(_describe, bad)))
    return text


def _words(text: str) -> str:
    if not text:
        raise InputError("slogan-empty", name="text")
    if len(text) > MAX_TEXT:
        raise InputError("slogan-long", length=len(text), limit=MAX_TEXT)
    return text


def _tag(tag: str) -> str:
    if not tag or any(char in ",/" or char.isspace() or not char.isprintable() for char in tag):
        raise InputError("slogan-tag", tag=tag)
    return tag


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tags))


def _any_language(tag: str) -> str:
    return str(parse_language(tag)) if tag else ""


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _territory(code: str) -> str:
    if territory_name(code, "en") is None:
        raise InputError("caution-place", territory=code)
    return code


def _date(text: str) -> str:
    if re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text) is None:
        raise InputError("caution-date", text=text)
    return text


def _language(tag: str) -> str:
    if not tag:
        raise InputError("pack-no-language")
    return str(parse_language(tag))


_Text = Annotated[str, AfterValidator(_clean)]
_Tags = Annotated[tuple[Annotated[str, AfterValidator(_tag)], ...], AfterValidator(_tags)]


class _About(Model):
    """What a pack says of itself."""

    name: _Text = ""
    description: _Text = ""
    language: Annotated[_Text, AfterValidator(_language)]
    tags: _Tags = ()
    #: "interface" marks the tool's own words, which are translated alike but are no slogans.
    kind: Literal["slogans", "interface"] = "slogans"


class _Caution(Model):
    """What a pack says of a message that is dangerous, or heard otherwise, in a place."""

    language: Annotated[_Text, AfterValidator(_any_language)] = ""
    place: Annotated[
        tuple[Annotated[str, AfterValidator(_territory)], ...], BeforeValidator(_listed), Field(min_length=1)
    ]
    text: Annotated[_Text, AfterValidator(_words)]
    source: Annotated[_Text, AfterValidator(_words)]
    date: Annotated[_Text, AfterValidator(_date)]


class _Slogan(Model):
    """What a pack says of one slogan: its text, or the original in another language and what that means."""

    id: Annotated[_Text, AfterValidator(_id)]
    text: Annotated[_Text, AfterValidator(_words)] | None = None
    original: Annotated[_Text, AfterValidator(_words)] | None = None
    language: Annotated[_Text, AfterValidator(_any_language)] = ""
    meaning: Annotated[_Text, AfterValidator(_words)] | None = None
    say: _Text = ""
    source: _Text = ""
    note: _Text = ""
    caution: tuple[_Caution, ...] = ()
    tags: _Tags = ()
    example: _Text = ""
    response: StrictBool = False

    def began(self) -> Original | None:
        """The original, where the slogan has one."""
        return Original(self.language, self.original, self.say, self.source) if self.original else None

    @model_validator(mode="after")
    def _somebody_answers(self) -> _Slogan:
        if self.response and "\n" not in (self.original or self.text or ""):
            raise InputError("slogan-response", place=Place(key="response"))
        return self


class _File(Model):
    """A pack file."""

    pack: _About
    slogan: Annotated[tuple[_Slogan, ...], Field(min_length=1)]

    own_sentences: ClassVar[dict[str, str]] = {
        "missing pack": "pack-no-table",
        "model_type pack": "pack-table",
        "missing pack.language": "pack-no-language",
        "tuple_type pack.tags": "slogan-tags",
        "missing slogan": "pack-empty",
        "too_short slogan": "pack-empty",
        "tuple_type slogan": "pack-one-table",
        "model_type slogan": "pack-slogan-table",
        "missing slogan.id": "slogan-no-id",
        "missing slogan.caution.place": "caution-no-place",
        "missing slogan.caution.text": "caution-no-text",
        "missing slogan.caution.source": "caution-no-source",
        "missing slogan.caution.date": "caution-no-date",
        "tuple_type slogan.caution": "caution-one-table",
        "tuple_type slogan.tags": "slogan-tags",
    }


def _same_ids(file: TomlFile) -> Iterator[Diagnostic]:
    """Slogans whose id another one before them has."""
    tables: Any = file.data.get("slogan")
    first: dict[str, int] = {}
    for index, table in enumerate(tables if isinstance(tables, list) else ()):
        slogan_id = table.get("id") if isinstance(table, dict) else None
        if not isinstance(slogan_id, str):
            continue
        place = file.place(("slogan", index, "id"))
        other = first.setdefault(slogan_id, index)
        if other != index:
            line = file.place(("slogan", other, "id")).line or 0
            yield diagnostic("slogan-twice", place=place, first=line, line=place.line or 0, id=slogan_id)


def _wordless(file: TomlFile) -> Iterator[Diagnostic]:
    """Slogans without words, or with an original that nobody can use."""
    tables: Any = file.data.get("slogan")
    for index, table in enumerate(tables if isinstance(tables, list) else ()):
        if not isinstance(table, dict):
            continue
        place = file.place(("slogan", index))
        if "original" not in table:
            if "text" not in table:
                yield diagnostic("slogan-no-text", place=place)
            for key in ("meaning", "language", "say", "source"):
                if key in table:
                    yield diagnostic("slogan-no-original", place=file.place(("slogan", index, key)), key=key)
        elif "text" in table:
            yield diagnostic("slogan-text-and-original", place=file.place(("slogan", index, "text")))
        else:
            if not table.get("meaning"):
                yield diagnostic("slogan-no-meaning", place=place)
            if not table.get("language"):
                yield diagnostic("slogan-no-original-language", place=place)


def _describe(char: str) -> str:
    code_point = f"U+{ord(char):04X}"
    return f"“{char}” ({code_point})" if char.isprintable() and char != " " else code_point
