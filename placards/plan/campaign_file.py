"""A campaign file (the event, and sets of slogans × languages × layouts × sizes × formats) becomes Choices."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from placards.files.toml import KeyPath, TomlFile
from placards.files.validation import Model
from placards.files.world import check_name
from placards.layout.slots import SETTABLE, check_settable
from placards.locale.language import parse_language
from placards.messages.trust.status import Status
from placards.plan import choices as chosen
from placards.plan.links import check_link
from placards.plan.moments import parse_date, parse_time
from placards.plan.names import check_pattern
from placards.plan.pictures import parse_focus
from placards.plan.planner import Asked
from placards.plan.slot_texts import slot_texts
from placards.problems.errors import InputError
from placards.problems.place import Place
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


def _logos(value: object) -> object:
    if isinstance(value, list | tuple) and len(value) > 2:
        raise InputError("picture-logos", count=len(value))
    return value


def _sets(value: object) -> object:
    if isinstance(value, dict):
        raise InputError("plan-set-table")
    return value


LanguageField = Annotated[str, BeforeValidator(_language)]
SizeField = Annotated[str, BeforeValidator(_size)]
Format = Literal["pdf", "svg", "png", "jpg", "jpeg", "webp"]

Calendar = Literal["gregorian", "second", "islamic", "persian", "hebrew", "ethiopic", "buddhist", "nepali"]
Digits = Literal["default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"]

#: A text in one language (the campaign's), or in several by language tag.
Texts = str | dict[LanguageField, str]

#: The texts of a slot; of one with items, such as demands, lists of them.
SlotTexts = str | tuple[str, ...] | dict[LanguageField, str | tuple[str, ...]]

#: A point of a picture, as "40%,30%" from the left and the top.
Focus = Annotated[tuple[float, float], BeforeValidator(_focus)]


class PictureTable(Model):
    """A picture with what is to be said of it."""

    file: Annotated[str, BeforeValidator(_picture)]  # its name in the campaign's folder, with slashes
    alt: Texts = ""  # what it shows, for those who cannot see it
    focus: Focus | None = None  # what must stay in view, as "40%,30%" from the left and the top


#: A picture's name in the campaign's folder, or a table.
PictureField = Annotated[str | PictureTable, BeforeValidator(_picture)]


class Details(Model):
    """What slots show besides slogans; a set may override what the campaign says."""

    title: Texts = ""  # of an event, or of a sheet of chants
    organiser: Texts = ""
    place: Texts = ""
    date: Annotated[datetime.date, BeforeValidator(_date)] | None = None
    time: Annotated[datetime.time, BeforeValidator(_time)] | None = None
    art: str = ""  # a piece of art, as "peace/dove", for layouts that leave a choice
    link: Annotated[str, BeforeValidator(_link)] = ""  # a web address, mailto: or tel:; printed, and as a QR code
    calendars: tuple[Calendar, ...] = ()  # which dates are shown, in this order; "second" is the language's own
    digits: Digits | None = None  # of dates and times; "default" are the language's own
    hijri_shift: Annotated[int, Field(ge=-1, le=1)] | None = None  # days, where the moon was seen otherwise
    #: more texts by slot, as quote = "…" or demands = ["…", "…"]; see “placards list slots”
    details: Annotated[dict[str, SlotTexts], BeforeValidator(_slots), AfterValidator(_texts)] = Field(
        default_factory=dict
    )
    photo: PictureField = ""  # a picture in the campaign's folder
    portrait: PictureField = ""
    logo: Annotated[PictureField | tuple[PictureField, ...], BeforeValidator(_logos)] = (
        ""  # one, or two for two organisers
    )


class Event(Details):
    """The campaign as a whole."""

    name: str  # for people
    language: LanguageField = "en"  # of texts that name none
    brand: str = ""  # a brand.toml: colours, faces, logo, organiser, link, where the campaign says nothing else
    path: tuple[str, ...] = ()  # folders with own layouts, slogans, locale, fonts, besides the campaign's own


class ArtefactSet(Details):
    """One product of choices. ``languages`` holds tags, or lists of tags for artefacts in several languages; "all" is
    an artefact in each language, ["all"] one artefact in all of them."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]  # the first part of file names
    layouts: Annotated[tuple[str, ...], Field(min_length=1)]
    slogans: tuple[str, ...] = ()  # as pack/id, or an id that one pack has
    tags: tuple[str, ...] = ()  # all slogans that have all of them
    text: Texts | None = None  # in place of slogans
    languages: Annotated[tuple[LanguageField | tuple[LanguageField, ...], ...], Field(min_length=1)]
    without: tuple[LanguageField, ...] = ()  # languages that "all" shall leave out
    sizes: Annotated[tuple[SizeField, ...], Field(min_length=1)]  # names, or as 50x70cm
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("pdf",)
    palettes: Annotated[tuple[str, ...], Field(min_length=1)] = (
        "",
    )  # names, or colours; "" is the layout's own choice
    dpi: Annotated[float, Field(ge=30, le=1200)] = 150.0  # pixels an inch, in images of print sizes
    copies: Annotated[int, Field(ge=1, le=1_000_000)] = 1  # how many of each artefact are printed
    stock: str = ""  # what they are printed on, for the print shop, as "170 g/m² matt"
    files: Annotated[str, BeforeValidator(_pattern)] = ""  # pattern of file names, as "{languages}/{slogan}.{format}"

    @model_validator(mode="after")
    def _one_source_of_text(self) -> ArtefactSet:
        if sum((bool(self.slogans), bool(self.tags), self.text is not None)) > 1:
            raise InputError("plan-two-sources")
        return self


class TableSource(Details):
    """A spreadsheet beside the campaign: each row is an artefact, for which the keys here stand where it says
    nothing."""

    file: Annotated[str, BeforeValidator(_picture)]  # its name in the campaign's folder: CSV, TSV, XLSX, ODS or XLS
    sheet: str = ""  # of a workbook; by itself the first that has headings
    layouts: Annotated[tuple[str, ...], Field(min_length=1)] = ("",)  # "" goes by languages and pictures
    languages: tuple[LanguageField | tuple[LanguageField, ...], ...] = ()  # by itself the campaign's language
    sizes: Annotated[tuple[SizeField, ...], Field(min_length=1)] = ("",)
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("pdf",)
    palettes: Annotated[tuple[str, ...], Field(min_length=1)] = ("",)
    dpi: Annotated[float, Field(ge=30, le=1200)] = 150.0  # pixels an inch, in images of print sizes
    copies: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    stock: str = ""
    files: Annotated[str, BeforeValidator(_pattern)] = ""  # pattern of file names, where a row gives none


class Campaign(Model):
    """A campaign file: sets, or a table, or both."""

    inner_keys: ClassVar[Mapping[str, Sequence[str]]] = {"details": SETTABLE}

    campaign: Event
    set: Annotated[tuple[ArtefactSet, ...], BeforeValidator(_sets)] = ()
    table: TableSource | None = None

    @model_validator(mode="after")
    def _something(self) -> Campaign:
        if not self.set and self.table is None:
            raise InputError("plan-nothing-asked")
        return self

    @model_validator(mode="after")
    def _names_differ(self) -> Campaign:
        names = [s.name for s in self.set]
        for name in names:
            if names.count(name) > 1:
                raise InputError("plan-sets-same-name", name=name)
        return self


def asked(campaign: Campaign, file: TomlFile, *, draft: bool = False, require: Status | None = None) -> Iterator[Asked]:
    """The Choices of each set, and where its keys stand in the file."""
    for number, one in enumerate(campaign.set):
        yield Asked(_choices(campaign.campaign, one, draft, require), _Where(file, number))


def base_of_rows(
    event: Event, table: TableSource, *, draft: bool = False, require: Status | None = None
) -> chosen.Choices:
    """What stands where a row of the table says nothing. Without languages, it is for the row to name some."""
    return chosen.Choices(
        languages=table.languages,
        layouts=table.layouts,
        sizes=table.sizes,
        formats=table.formats,
        palettes=table.palettes,
        dpi=table.dpi,
        details=_details(event, table),
        language=event.language,
        draft=draft,
        require=require,
        pattern=table.files,
        copies=table.copies,
        stock=table.stock,
    )


class _Where:
    """The place of a set's key in its file."""

    def __init__(self, file: TomlFile, number: int) -> None:
        self._file, self._number = file, number

    def __call__(self, key: KeyPath) -> Place:
        return self._file.place(("set", self._number, *key))


def _choices(event: Event, own: ArtefactSet, draft: bool, require: Status | None) -> chosen.Choices:
    return chosen.Choices(
        languages=own.languages,
        layouts=own.layouts,
        sizes=own.sizes,
        slogans=own.slogans,
        tags=own.tags,
        text=None if own.text is None else chosen.Texts.of(own.text),
        without=own.without,
        formats=own.formats,
        palettes=own.palettes,
        dpi=own.dpi,
        details=_details(event, own),
        language=event.language,
        draft=draft,
        require=require,
        name=own.name,
        pattern=own.files,
        copies=own.copies,
        stock=own.stock,
    )


def _details(event: Event, own: Details) -> chosen.Details:
    """What the set says, and the campaign where the set says nothing."""
    shift = own.hijri_shift if own.hijri_shift is not None else event.hijri_shift
    offers = [n for n in ("title", "organiser", "place", "link", "art") if getattr(event, n) and not getattr(own, n)]
    offers += [name for name in event.details if name not in own.details]
    pictures = {**_pictures(event), **(own_pictures := _pictures(own))}
    offers += [name for name in pictures if name not in own_pictures]
    if (event.date or event.time) and own.date is None and own.time is None:
        offers.append("date")
    return chosen.Details(
        title=chosen.Texts.of(own.title or event.title),
        organiser=chosen.Texts.of(own.organiser or event.organiser),
        place=chosen.Texts.of(own.place or event.place),
        date=own.date or event.date,
        time=own.time if own.time is not None else event.time,
        link=own.link or event.link,
        calendars=own.calendars or event.calendars,
        digits=own.digits or event.digits or "default",
        hijri_shift=shift or 0,
        art=own.art or event.art,
        offered=tuple(offers),
        slots=tuple((name, slot_texts(name, given)) for name, given in {**event.details, **own.details}.items()),
        pictures=tuple(pictures.values()),
    )


def _pictures(given: Details) -> dict[str, chosen.Picture]:
    """The pictures of the campaign or of a set, by slot."""
    logos = given.logo if isinstance(given.logo, tuple) else (given.logo,)
    slots = {"photo": given.photo, "portrait": given.portrait, **dict(zip(("logo", "logo-2"), logos, strict=False))}
    found = {}
    for slot, picture in slots.items():
        table = PictureTable(file=picture) if isinstance(picture, str) else picture
        if table.file:
            found[slot] = chosen.Picture(slot, table.file, alt=chosen.Texts.of(table.alt), focus=table.focus)
    return found
