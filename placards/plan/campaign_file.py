"""A campaign file (the event, and sets of slogans × languages × layouts × sizes × formats) as it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from placards.files.validation import Model
from placards.layout.slots import SETTABLE
from placards.plan.campaign_fields import (
    Calendar,
    Copies,
    Date,
    Digits,
    Dpi,
    Focus,
    Format,
    Joined,
    LanguageField,
    Link,
    OneOrMoreFormats,
    OneOrMoreSizes,
    Pattern,
    PictureName,
    Several,
    SeveralFormats,
    SeveralLanguages,
    SeveralSizes,
    SizeField,
    Slots,
    Texts,
    Time,
    at_most_two,
    each_once,
    list_of_tables,
)
from placards.plan.variables import Value, VariableName
from placards.press.profile_keys import PrintKeys
from placards.problems.errors import InputError


class PictureTable(Model):
    """A picture with what is to be said of it."""

    file: PictureName  # its name in the campaign's folder, with slashes
    alt: Texts = ""  # what it shows, for those who cannot see it
    focus: Focus | None = None  # what must stay in view, as "40%,30%" from the left and the top


#: A picture's name in the campaign's folder, or a table.
PictureField = PictureName | PictureTable


class Details(Model):
    """What slots show besides slogans; a set may override what the campaign says."""

    title: Texts = ""  # of an event, or of a sheet of chants
    organiser: Texts = ""
    place: Texts = ""
    date: Date | None = None
    time: Time | None = None
    art: str = ""  # a piece of art, as "peace/dove", for layouts that leave a choice
    link: Link = ""  # a web address, mailto: or tel:; printed, and as a QR code
    calendars: tuple[Calendar, ...] = ()  # which dates are shown, in this order; "second" is the language's own
    digits: Digits | None = None  # of dates and times; "default" are the language's own
    hijri_shift: Annotated[int, Field(ge=-1, le=1)] | None = None  # days, where the moon was seen otherwise
    #: more texts by slot, as quote = "…" or demands = ["…", "…"]; see “placards list slots”
    details: Slots = Field(default_factory=dict)
    photo: PictureField = ""  # a picture in the campaign's folder
    portrait: PictureField = ""
    logo: Annotated[PictureField | tuple[PictureField, ...], BeforeValidator(at_most_two)] = (
        ""  # one, or two for two organisers
    )


class Event(Details):
    """The campaign as a whole."""

    name: str  # for people
    language: LanguageField = "en"  # of texts that name none
    brand: str = ""  # a brand.toml: colours, faces, logo, organiser, link, where the campaign says nothing else
    path: tuple[str, ...] = ()  # folders with own layouts, slogans, locale, fonts, besides the campaign's own


class Print(PrintKeys):
    """What the printer of PDFs wants. What a set says goes before what the campaign says, key by key, and both before
    what the profile says."""

    profile: str = ""  # a name of “placards list profiles”, or a file beside the campaign, as "shop.toml"


class Exclude(Model):
    """Artefacts of the set's product that are left out: those that agree with every key. Each key takes one text or
    several, of which one must match, and patterns: ``language = "*+*"`` is everything in two languages or more."""

    layout: Several | None = None
    language: SeveralLanguages | None = None  # as in file names: "ur", "ar+en", "all"
    size: SeveralSizes | None = None
    format: SeveralFormats | None = None
    palette: Several | None = None
    slogan: Several | None = None  # as pack/id, or an id; of sheets with many slogans it leaves out the slogan

    @model_validator(mode="after")
    def _says_something(self) -> Exclude:
        if not self.model_fields_set:
            raise InputError("plan-exclude-all")
        return self


class Changes(Details):
    """What is other than the set says."""

    text: Texts | None = None  # in place of slogans
    dpi: Dpi | None = None  # pixels an inch, in images of print sizes
    copies: Copies | None = None  # how many of each artefact are printed
    stock: str | None = None  # what they are printed on, for the print shop
    files: Pattern | None = None  # pattern of file names


class Include(Changes):
    """Artefacts besides the set's product: a product of their own out of what stands here and, for the rest, what the
    set says. Nothing of it is excluded."""

    layout: Several | None = None
    language: SeveralLanguages | None = None  # as in file names: "ur", "ar+en" for both on one, "all" for each
    size: OneOrMoreSizes | None = None
    format: OneOrMoreFormats | None = None
    palette: Several | None = None
    slogan: Several | None = None  # in place of the set's slogans, tags or text

    @model_validator(mode="after")
    def _one_source_of_text(self) -> Include:
        if not self.model_fields_set:
            raise InputError("plan-include-nothing")
        if self.slogan and self.text is not None:
            raise InputError("plan-two-sources")
        return self


class LanguageChanges(Changes):
    """What is other for artefacts in one language, or in the very languages of a name such as "ar+en". A text that
    names no language is in that language."""

    layouts: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    slogans: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    sizes: Annotated[tuple[SizeField, ...], Field(min_length=1)] | None = None
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] | None = None
    palettes: Annotated[tuple[str, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one_source_of_text(self) -> LanguageChanges:
        if sum((bool(self.slogans), bool(self.tags), self.text is not None)) > 1:
            raise InputError("plan-two-sources")
        return self


class ArtefactSet(Details):
    """One product of choices. ``languages`` holds tags, or lists of tags for artefacts in several languages; "all" is
    an artefact in each language, ["all"] one artefact in all of them."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]  # the first part of file names
    print: Print | None = None  # as [set.print]
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
    dpi: Dpi = 150.0  # pixels an inch, in images of print sizes
    copies: Copies = 1  # how many of each artefact are printed
    stock: str = ""  # what they are printed on, for the print shop, as "170 g/m² matt"
    files: Pattern = ""  # pattern of file names, as "{language}/{slogan}-{size}.{format}" or "{n:03}.{format}"
    exclude: tuple[Exclude, ...] = ()  # what of the product is left out, as [{ language = "ur", size = "a5" }]
    include: tuple[Include, ...] = ()  # what there is besides, as [{ layout = "wide-banner", size = "banner-3x1m" }]
    #: what is other in a language, as [set.language.ur]
    language: Annotated[dict[Joined, LanguageChanges], BeforeValidator(each_once)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_source_of_text(self) -> ArtefactSet:
        if sum((bool(self.slogans), bool(self.tags), self.text is not None)) > 1:
            raise InputError("plan-two-sources")
        return self


class TableSource(Details):
    """A spreadsheet beside the campaign: each row is an artefact, for which the keys here stand where it says
    nothing."""

    file: PictureName  # its name in the campaign's folder: CSV, TSV, XLSX, ODS or XLS
    sheet: str = ""  # of a workbook; by itself the first that has headings
    layouts: Annotated[tuple[str, ...], Field(min_length=1)] = ("",)  # "" goes by languages and pictures
    languages: tuple[LanguageField | tuple[LanguageField, ...], ...] = ()  # by itself the campaign's language
    sizes: Annotated[tuple[SizeField, ...], Field(min_length=1)] = ("",)
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("pdf",)
    palettes: Annotated[tuple[str, ...], Field(min_length=1)] = ("",)
    dpi: Dpi = 150.0  # pixels an inch, in images of print sizes
    copies: Copies = 1
    stock: str = ""
    files: Pattern = ""  # pattern of file names, where a row gives none
    print: Print | None = None  # as [table.print]


class Campaign(Model):
    """A campaign file: sets, or a table, or both."""

    inner_keys: ClassVar[Mapping[str, Sequence[str]]] = {"details": SETTABLE}

    campaign: Event
    #: texts that stand in others as {name}, each a text or a table of texts by language
    variables: dict[VariableName, Value] = Field(default_factory=dict)
    set: Annotated[tuple[ArtefactSet, ...], BeforeValidator(list_of_tables)] = ()
    table: TableSource | None = None
    print: Print | None = None  # what the printer wants

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
