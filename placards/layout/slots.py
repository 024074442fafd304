"""Everything that a job can give to be shown, as one table: what conditions ask for, what `text` and `items` show, what
a campaign file and the command line take. A new slot is one line here (and a word in `elements/text.py`)."""

from __future__ import annotations

from typing import Literal

from placards.frozen import dataclass
from placards.problems.errors import InputError, near

#: ``text`` in each language · ``number``, a text that is written in the language's own digits · ``items``, several
#: texts in each language · ``when``, what is told from the date and the time · ``link`` · ``picture`` · ``slogan``.
Kind = Literal["slogan", "text", "number", "items", "when", "link", "picture"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that a job can give, and what it is in people's words."""

    name: str
    kind: Kind
    summary: str

    @property
    def fact(self) -> str:
        """What conditions call it, after ``has_``."""
        return self.name.replace("-", "_")


SLOTS = (
    Slot("slogan", "slogan", "the words that are carried"),
    Slot("title", "text", "the title of an event, or of a sheet of chants"),
    Slot("organiser", "text", "who calls for it"),
    Slot("organiser-2", "text", "the second organiser"),
    Slot("place", "text", "where it is"),
    Slot("date", "when", "the date and the time, in full"),
    Slot("day", "when", "the number of the day alone"),
    Slot("month", "when", "the name of the month"),
    Slot("weekday", "when", "the name of the day of the week"),
    Slot("year", "when", "the year"),
    Slot("time", "when", "the time alone"),
    Slot("link", "link", "a web address, printed and as a QR code"),
    Slot("number", "number", "a number that is to be seen from afar"),
    Slot("unit", "text", "what the number counts: million people, per cent"),
    Slot("quote", "text", "what somebody said"),
    Slot("name", "text", "who said it, or whom a portrait shows"),
    Slot("position", "text", "what that person is: nurse, Member of Parliament"),
    Slot("demands", "items", "what is demanded, one after the other"),
    Slot("names", "items", "names of people, as on a vigil's sheet"),
    Slot("phone", "text", "a telephone number"),
    Slot("hashtag", "text", "a hashtag, or several"),
    Slot("call", "text", "what readers are asked to do: join us, sign here"),
    Slot("body", "text", "a long text; an empty line parts its paragraphs"),
    Slot("addressee", "text", "to whom a letter goes"),
    Slot("signature", "text", "who signs it"),
    Slot("credit", "text", "who took the photograph or made the art; “auto” finds it out"),
    Slot("photo", "picture", "a photograph"),
    Slot("portrait", "picture", "a photograph of one person"),
    Slot("logo", "picture", "the organiser's logo"),
    Slot("logo-2", "picture", "the second organiser's logo"),
)

_BY_NAME = {slot.name: slot for slot in SLOTS}

#: Slots that are texts in languages, as a person gives them.
TEXTS = tuple(slot.name for slot in SLOTS if slot.kind in ("text", "number", "items"))

#: Those of them that have a key and an option of their own; the others are given with ``details`` and ``--set``.
NAMED = ("title", "organiser", "place")

#: What a campaign's ``details`` and ``--set`` take besides.
SETTABLE = tuple(name for name in TEXTS if name not in NAMED)

#: Slots whose texts are items, each on a line of its own.
ITEMS = tuple(slot.name for slot in SLOTS if slot.kind == "items")

#: Parts of what the date and the time say.
MOMENTS = ("day", "month", "weekday", "year", "time")

PICTURES = tuple(slot.name for slot in SLOTS if slot.kind == "picture")


def slot(name: str) -> Slot:
    """The slot of a name; raises KeyError."""
    return _BY_NAME[name]


def option(name: str) -> str:
    """The option of a slot that ``--set`` does not take."""
    return {"slogan": "--slogan", "logo-2": "--logo"}.get(name, "--date" if name in MOMENTS[:4] else f"--{name}")


def check_settable(name: str) -> str:
    """The name, if ``details`` and ``--set`` take it; raises InputError with what is near."""
    if name not in SETTABLE:
        if name in _BY_NAME:
            raise InputError("slot-elsewhere", name=name, option=option(name))
        raise InputError("slot-unknown", remedy=near(name, list(SETTABLE)), name=name)
    return name


def tells_when(shown: set[str]) -> tuple[bool, bool]:
    """Whether what is shown tells the date, and whether it tells the time."""
    return "date" in shown or {"day", "month"} <= shown, bool({"date", "time"} & shown)
