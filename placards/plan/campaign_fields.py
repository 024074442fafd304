"""What stands in a campaign file, value by value: each is checked, and brought into one spelling."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from placards.files.world import check_name
from placards.job import FORMATS
from placards.layout.slots import check_settable
from placards.locale.language import parse_language
from placards.plan import choices as chosen
from placards.plan.links import check_link
from placards.plan.moments import parse_date, parse_time
from placards.plan.names import check_pattern
from placards.plan.pictures import parse_focus
from placards.plan.slot_texts import slot_texts
from placards.problems.errors import InputError, near
from placards.values.sheet import parse_sheet


def _language(value: object) -> object:
    if isinstance(value, str):
        return value if value == chosen.ALL else str(parse_language(value))
    return value


def _size(value: object) -> object:
    # The size goes into file names: "A3" and "a3" are one.
    return parse_sheet(value).name if isinstance(value, str) else value


def _date(value: object) -> object:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    return parse_date(str(value))


def _time(value: object) -> object:
    return value if isinstance(value, datetime.time) else parse_time(str(value))


def _link(value: object) -> object:
    if isinstance(value, str) and value:
        check_link(value)
    return value


def _pattern(value: object) -> object:
    if isinstance(value, str) and value:
        check_pattern(value)
    return value


def _focus(value: object) -> object:
    return parse_focus(value) if isinstance(value, str) else value


def _picture(value: object) -> object:
    if isinstance(value, str) and value:
        check_name(value)
    return value


def _slots(value: object) -> object:
    for name in value if isinstance(value, dict) else ():
        check_settable(name)
    return value


def _texts(value: dict[str, Any]) -> dict[str, Any]:
    for name, given in value.items():
        slot_texts(name, given)
    return value


def several(value: object) -> object:
    """One text as a list of it."""
    return (value,) if isinstance(value, str) else value


def _is_pattern(value: str) -> bool:
    return any(char in value for char in "*?[")


def _joined(value: object) -> object:
    """``AR+en`` → ``ar+en``, as file names have it."""
    if not isinstance(value, str) or value == chosen.ALL or _is_pattern(value):
        return value
    return "+".join(str(parse_language(tag)) for tag in value.split("+"))


def _size_meant(value: object) -> object:
    return value if isinstance(value, str) and _is_pattern(value) else _size(value)


def _format_meant(value: object) -> object:
    if isinstance(value, str) and not _is_pattern(value) and value not in FORMATS:
        raise InputError("plan-format-unknown", remedy=near(value, FORMATS), format=value)
    return value


def each_once(value: object) -> object:
    """A table by languages, each of which stands there once; raises InputError."""
    known: set[object] = set()
    for tag in value if isinstance(value, dict) else ():
        name = _joined(tag)
        if name in known:
            raise InputError("plan-language-twice", language=str(name))
        known.add(name)
    return value


LanguageField = Annotated[str, BeforeValidator(_language)]
SizeField = Annotated[str, BeforeValidator(_size)]
Format = Literal["pdf", "svg", "png", "jpg", "jpeg", "webp"]

Calendar = Literal["gregorian", "second", "islamic", "persian", "hebrew", "ethiopic", "buddhist", "nepali"]
Digits = Literal["default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"]

Date = Annotated[datetime.date, BeforeValidator(_date)]
Time = Annotated[datetime.time, BeforeValidator(_time)]
Link = Annotated[str, BeforeValidator(_link)]
Pattern = Annotated[str, BeforeValidator(_pattern)]
Dpi = Annotated[float, Field(ge=30, le=1200)]
Copies = Annotated[int, Field(ge=1, le=1_000_000)]

#: A text in one language (the campaign's), or in several by language tag.
Texts = str | dict[LanguageField, str]

#: The texts of a slot; of one with items, such as demands, lists of them.
SlotTexts = str | tuple[str, ...] | dict[LanguageField, str | tuple[str, ...]]

#: Texts by slot.
Slots = Annotated[dict[str, SlotTexts], BeforeValidator(_slots), AfterValidator(_texts)]

#: A point of a picture, as "40%,30%" from the left and the top.
Focus = Annotated[tuple[float, float], BeforeValidator(_focus)]

#: The name of a picture in the campaign's folder.
PictureName = Annotated[str, BeforeValidator(_picture)]

#: The languages of an artefact as file names have them: "ur", "ar+en", "all".
Joined = Annotated[str, BeforeValidator(_joined)]

#: One text or several, of which one must match; patterns as of file names.
Several = Annotated[tuple[str, ...], BeforeValidator(several), Field(min_length=1)]
SeveralLanguages = Annotated[tuple[Joined, ...], BeforeValidator(several), Field(min_length=1)]
SeveralSizes = Annotated[
    tuple[Annotated[str, BeforeValidator(_size_meant)], ...], BeforeValidator(several), Field(min_length=1)
]
SeveralFormats = Annotated[
    tuple[Annotated[str, BeforeValidator(_format_meant)], ...], BeforeValidator(several), Field(min_length=1)
]

#: One or several, each of which there shall be.
OneOrMoreSizes = Annotated[tuple[SizeField, ...], BeforeValidator(several), Field(min_length=1)]
OneOrMoreFormats = Annotated[tuple[Format, ...], BeforeValidator(several), Field(min_length=1)]


def at_most_two(value: object) -> object:
    """A logo, or two; raises InputError for more."""
    if isinstance(value, list | tuple) and len(value) > 2:
        raise InputError("picture-logos", count=len(value))
    return value


def list_of_tables(value: object) -> object:
    """Sets as ``[[set]]``; raises InputError for ``[set]``."""
    if isinstance(value, dict):
        raise InputError("plan-set-table")
    return value
