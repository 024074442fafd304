"""What a person chooses (words, languages, layouts, sizes, kinds of files, details) becomes one plain value.

Everything that plans makes Choices: the arguments of ``placards make``, each set of a campaign file, a caller of the
public API. They are frozen and hold nothing but texts, numbers and dates, so that they compare, pickle and travel.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from typing import Any

from placards.frozen import dataclass
from placards.layout.slots import TEXTS
from placards.messages.trust.status import Status
from placards.template.derive import Given

#: A language of one artefact, or the languages of one artefact in several. "all" alone is an artefact in each language
#: that has the message; ("all",) is one artefact in all of them.
Languages = str | tuple[str, ...]

ALL = "all"


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in several languages, as (BCP 47 tag, text). The tag "" is the language of the Choices: a single text
    belongs to it.

    >>> Texts.of("Students for Peace")
    Texts(by_language=(('', 'Students for Peace'),))
    >>> bool(Texts.of(""))
    False
    """

    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> Texts:
        """One text, or texts by language tag; those that are empty do not count."""
        pairs = (("", value),) if isinstance(value, str) else value.items()
        return cls(tuple((tag, text) for tag, text in pairs if text))

    @property
    def single(self) -> bool:
        """Whether it is one text that names no language."""
        return len(self.by_language) == 1 and not self.by_language[0][0]

    def __bool__(self) -> bool:
        return bool(self.by_language)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the person's own for a slot (``photo``, ``portrait``, ``logo``, ``logo-2``): *file* is its name in
    the World, or with *outside* a path on this machine."""

    slot: str
    file: str = ""
    outside: str = ""
    alt: Texts = Texts()  # what it shows, for those who cannot see it
    focus: tuple[float, float] | None = None  # what must stay in view, in parts of its width and height

    @property
    def name(self) -> str:
        """Its name in the World, where files outside get one that tells them apart."""
        if not self.outside:
            return self.file
        return f"given/{self.slot}-{hashlib.sha256(self.outside.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Details:
    """What slots show besides slogans."""

    title: Texts = Texts()
    organiser: Texts = Texts()
    place: Texts = Texts()
    date: datetime.date | None = None
    time: datetime.time | None = None
    link: str = ""
    calendars: tuple[str, ...] = ()  # which dates are shown, in this order; empty for the Gregorian one
    digits: str = "default"
    hijri_shift: int = 0  # -1, 0 or 1 day
    art: str = ""  # the piece of art that layouts show where they leave a choice
    offered: tuple[str, ...] = ()  # names of those that a whole campaign has, and an artefact need not show
    slots: tuple[tuple[str, Texts], ...] = ()  # more texts by slot (`placards.layout.slots`): quote, number, demands, …
    pictures: tuple[Picture, ...] = ()

    @property
    def texts(self) -> tuple[tuple[str, Texts], ...]:
        """All texts that are given, by slot, in the order of the table of slots."""
        given = {"title": self.title, "organiser": self.organiser, "place": self.place, **dict(self.slots)}
        return tuple((name, given[name]) for name in TEXTS if given.get(name))

    @property
    def dated(self) -> bool:
        """Whether there is a date, a time, or a wish how they are written."""
        return bool(self.date or self.time or self.calendars or self.hijri_shift or self.digits != "default")


@dataclass(frozen=True, slots=True)
class Printing:
    """What the printer wants: a profile's name, or with *outside* a file on this machine, and single keys that go
    before what it says, as fields of `Profile` (``("bleed_mm", 5.0)``)."""

    profile: str = ""  # empty: no profile was asked for
    outside: str = ""
    keys: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        """Its name for the World, where files outside get one that tells them apart."""
        if not self.outside:
            return self.profile or "home"
        file = re.split(r"[/\\]", self.outside)[-1]
        return f"given/profile-{hashlib.sha256(self.outside.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}/{file}"

    def __bool__(self) -> bool:
        return bool(self.profile or self.outside or self.keys)


@dataclass(frozen=True, slots=True)
class Combination:
    """Artefacts by what they are: of each tuple that is not empty, one pattern (as of file names, ``a*``) must match.

    >>> Combination(languages=("ur*",), sizes=("a5", "a6"))  # what is in Urdu, small
    Combination(layouts=(), languages=('ur*',), sizes=('a5', 'a6'), formats=(), palettes=(), slogans=())
    """

    layouts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()  # as file names have them: "ur", "ar+en"
    sizes: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    palettes: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()  # full names, or ids


@dataclass(frozen=True, slots=True)
class Choices:
    """A product of choices: slogans × languages × layouts × palettes × sizes × formats. Of *slogans*, *tags* and *text*
    one is given, or none for artefacts without a slogan. "" as layout or size leaves it to the planner."""

    languages: tuple[Languages, ...]
    layouts: tuple[str, ...] = ("",)
    sizes: tuple[str, ...] = ("",)
    slogans: tuple[str, ...] = ()  # by full name, or by an id that one pack has
    tags: tuple[str, ...] = ()  # slogans that have all of them
    text: Texts | None = None
    without: tuple[str, ...] = ()  # languages that "all" shall leave out
    formats: tuple[str, ...] = ("pdf",)
    palettes: tuple[str, ...] = ("",)
    given: Given | None = None  # a brand's colours, where no palette is asked for
    brand_palette: str = ""  # or its palette
    faces: tuple[tuple[str, str], ...] = ()  # role of letters → the family that goes first for it
    dpi: float = 150.0  # pixels an inch in images of print sizes
    details: Details = Details()
    language: str = "en"  # of texts that name none
    draft: bool = False  # use fuzzy messages too, marked as drafts
    require: Status | None = None  # what messages must be at least; translated by default
    name: str = ""  # the set's, the first part of file names
    copies: int = 1  # how many of each artefact are printed
    stock: str = ""  # what they are printed on, in the words of who orders them
    pattern: str = ""  # of file names, with fields as {languages}; empty for what tells the artefacts apart
    told_by: tuple[
        str, ...
    ] = ()  # "layout", "palette": what names tell by themselves, because others of the set differ
    exclude: tuple[Combination, ...] = ()  # artefacts of the product that are left out
    only_in: str = ""  # of all, only artefacts in these languages, as file names have them: "ur", "ar+en", "all"
    not_in: tuple[str, ...] = ()  # and none in these
    printing: Printing = Printing()  # what the printer of PDFs wants

    @property
    def minimum(self) -> Status:
        """The status that messages must have."""
        return self.require or (Status.FUZZY if self.draft else Status.TRANSLATED)
