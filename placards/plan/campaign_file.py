"""What a campaign file may say: the event, and sets of slogans × languages × layouts × sizes × formats."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from placards.files.validation import Model
from placards.locale.language import parse_language
from placards.problems.errors import InputError
from placards.values.sheet import parse_sheet


def _language(value: object) -> object:
    if isinstance(value, str):
        return value if value == "all" else str(parse_language(value))
    return value


def _size(value: object) -> object:
    # The size goes into file names: "A3" and "a3" are one.
    return parse_sheet(value).name if isinstance(value, str) else value


LanguageField = Annotated[str, BeforeValidator(_language)]
SizeField = Annotated[str, BeforeValidator(_size)]
Format = Literal["pdf", "svg", "png", "jpg", "jpeg", "webp"]

Calendar = Literal["gregorian", "second", "islamic", "persian", "hebrew", "ethiopic", "buddhist", "nepali"]
Digits = Literal["default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"]

#: A text in one language (the campaign's), or in several by language tag.
Texts = str | dict[LanguageField, str]


class Details(Model):
    """What slots show besides slogans; a set may override what the campaign says."""

    title: Texts = ""
    organiser: Texts = ""
    place: Texts = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    link: str = ""
    calendars: tuple[Calendar, ...] = ()  # which dates are shown, in this order; "second" is the language's own
    digits: Digits | None = None
    hijri_shift: Annotated[int, Field(ge=-1, le=1)] | None = None


class Event(Details):
    """The campaign as a whole."""

    name: str
    language: LanguageField = "en"
    path: tuple[str, ...] = ()  # folders with own layouts, slogans, locale, fonts, besides the campaign's own


class ArtefactSet(Details):
    """One product of choices. ``languages`` holds tags, or lists of tags for artefacts in several languages."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    layouts: Annotated[tuple[str, ...], Field(min_length=1)]
    slogans: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text: Texts | None = None
    languages: Annotated[tuple[LanguageField | tuple[LanguageField, ...], ...], Field(min_length=1)]
    without: tuple[LanguageField, ...] = ()  # languages that "all" shall leave out
    sizes: Annotated[tuple[SizeField, ...], Field(min_length=1)]
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("pdf",)
    palettes: tuple[str, ...] = ("",)
    dpi: Annotated[float, Field(ge=30, le=1200)] = 150.0

    @model_validator(mode="after")
    def _one_source_of_text(self) -> ArtefactSet:
        if sum((bool(self.slogans), bool(self.tags), self.text is not None)) > 1:
            raise InputError("slogans, tags and text exclude each other", remedy="Keep one of the three")
        return self


class Campaign(Model):
    """A campaign file."""

    campaign: Event
    set: Annotated[tuple[ArtefactSet, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_differ(self) -> Campaign:
        names = [s.name for s in self.set]
        for name in names:
            if names.count(name) > 1:
                raise InputError(f"two sets are called “{name}”", remedy="Give each its own name")
        return self
