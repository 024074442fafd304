"""Records of artefacts become what the gallery shows of each: plain values out of which anything odd has been left.

A record may come out of a damaged manifest or another version: what is missing or of another kind is taken for empty,
and a record without a usable file or size is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from placards.campaign.manifest import Record
from placards.campaign.names import stays_inside
from placards.frozen import dataclass
from placards.locale.language import is_rtl, parse_language, script_of
from placards.messages.trust.status import Status
from placards.problems.errors import InputError

#: Scripts that part their words by no space: lines of a poster are put together without one.
_SPACELESS = frozenset("Hans Hant Hani Jpan Thai Laoo Khmr Mymr Tibt Lana Talu Bopo Hira Kana".split())

#: What is said first of a sheet, and what is no message: marks and numbers of pages and lines.
_FIRST = ("title", "slogan", "translation")
_NOT_SAID = ("number", "bullet", "page", "outline")

#: A sheet of many messages is called by the first ones.
_CALLED = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to take: its name below the folder, its bytes (0 where nobody knows)."""

    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A thumbnail."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One artefact."""

    file: File
    more: tuple[File, ...]  # further pages, and texts that stand beside images
    format: str  # "pdf"
    layout: str
    size: str
    trim_mm: tuple[float, float]
    pixels: tuple[int, int] | None
    pages: int
    palette: str
    copies: int
    stock: str
    languages: tuple[str, ...]
    slogans: tuple[str, ...]  # names, by which people look for them, too
    status: str  # the least trusted message's, "draft" for a draft, empty where there is nothing to trust
    title: tuple[Words, ...]  # the messages it is called by, each once
    texts: tuple[Words, ...]  # everything that stands on it
    alt: tuple[str, ...]  # what stands for each page where it cannot be seen
    cautions: tuple[str, ...]
    credits: tuple[str, ...]
    picture: Picture | None

    @property
    def card(self) -> tuple[object, ...]:
        """What artefacts have in common that are one poster in several sizes and formats."""
        return (self.layout, self.palette, self.languages, self.title, self.slogans, self.status)


def entries(records: Iterable[Record]) -> Iterator[Entry]:
    """The artefacts that can be shown."""
    for record in records:
        entry = _entry(record)
        if entry is not None:
            yield entry


def _entry(record: Record) -> Entry | None:
    file, trim, size = _file(record), _pair(record.get("trim_mm")), _text(record.get("size"))
    if file is None or trim is None or not size:
        return None
    more = tuple(filter(None, map(_file, _dicts(record.get("files")))))
    if more and file.name not in {one.name for one in more}:  # an image of several pages: name-1.png, name-2.png
        file = more[0]
    messages = _dicts(record.get("messages"))
    texts = tuple(_texts(record))
    pixels = _pair(record.get("pixels"))
    checks = record.get("checks")
    return Entry(
        file=file,
        more=tuple(one for one in more if one.name != file.name),
        format=file.name.rpartition(".")[2].lower(),
        layout=_text(record.get("layout")),
        size=size,
        trim_mm=trim,
        pixels=(round(pixels[0]), round(pixels[1])) if pixels else None,
        pages=_number(record.get("pages"), 1),
        palette=_text(record.get("palette")),
        copies=_number(record.get("copies"), 1),
        stock=_text(record.get("stock")),
        languages=tuple(dict.fromkeys(filter(_is_language, _strings(record.get("languages"))))),
        slogans=tuple(dict.fromkeys(_text(message.get("slogan")) for message in messages)),
        status="draft" if record.get("draft") is True else _least(messages),
        title=_title(record, texts),
        texts=tuple(dict.fromkeys(texts)),
        alt=tuple(_strings(record.get("alt"))),
        cautions=tuple(dict.fromkeys(_strings(checks.get("warnings")) if isinstance(checks, dict) else ())),
        credits=tuple(dict.fromkeys(map(_credit, _dicts(record.get("credits"))))),
        picture=_picture(record.get("thumbnail")),
    )


def _texts(record: Record) -> Iterator[Words]:
    """What stands on the sheet, the messages first, without the numbers of lines and pages."""
    found = [text for text in _dicts(record.get("texts")) if text.get("role") not in _NOT_SAID]
    found.sort(key=lambda text: _FIRST.index(text["role"]) if text.get("role") in _FIRST else len(_FIRST))
    for text in found:
        language = _text(text.get("language"))
        language = language if _is_language(language) else ""
        words = joined(_strings(text.get("lines")), language)
        if words:
            yield Words(words, language)


def joined(lines: Iterable[str], language: str) -> str:
    """The lines of a poster as one: with a space, or without one in scripts that have none."""
    between = "" if language and script_of(language) in _SPACELESS else " "
    return between.join(filter(None, (" ".join(line.split()) for line in lines)))


def _title(record: Record, texts: tuple[Words, ...]) -> tuple[Words, ...]:
    roles = {text.get("role") for text in _dicts(record.get("texts"))}
    count = sum(1 for text in _dicts(record.get("texts")) if text.get("role") in _FIRST)
    # A title calls the sheet; without one, the same slogan in its languages does.
    most = 1 if "title" in roles else _CALLED
    return tuple(dict.fromkeys(texts[: max(1, min(most, count))]))


def _least(messages: Iterable[Mapping[str, Any]]) -> str:
    """The word of the least trusted message; empty where all are the pack's own words, or there are none."""
    words = (_text(message.get("status")) for message in messages)
    found = [Status(word) for word in words if word in Status.__members__.values()]
    least = min(found, key=lambda status: status.trust, default=Status.SOURCE)
    return "" if least is Status.SOURCE else "draft" if least is Status.FUZZY else least.value


def _credit(credit: Mapping[str, Any]) -> str:
    parts = (_text(credit.get(key)) for key in ("name", "author", "licence", "source"))
    return " · ".join(filter(None, parts))


def _picture(value: object) -> Picture | None:
    if not isinstance(value, dict):
        return None
    name, width, height = _text(value.get("file")), _number(value.get("width"), 0), _number(value.get("height"), 0)
    return Picture(name, width, height) if _can_be_linked(name) and width and height else None


def _file(value: Mapping[str, Any]) -> File | None:
    name = value.get("file")
    if not isinstance(name, str) or not _can_be_linked(name):
        return None
    return File(name, _number(value.get("bytes"), 0))


def _can_be_linked(name: str) -> bool:
    try:
        name.encode()  # half of a surrogate pair has no place in a link
    except UnicodeEncodeError:
        return False
    return stays_inside(name)


def _is_language(tag: str) -> bool:
    try:
        parse_language(tag)
    except InputError:
        return False
    return True


def direction(tag: str) -> str:
    """ "rtl" or "ltr", "auto" where the language is not known."""
    return "auto" if not tag else "rtl" if is_rtl(tag) else "ltr"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object, otherwise: int) -> int:
    good = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1 << 53
    return value if good else otherwise  # type: ignore[return-value] # it is a whole number


def _pair(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    first, second = value
    if not all(isinstance(v, int | float) and not isinstance(v, bool) and 0 < v < 1e7 for v in value):
        return None
    return first, second


def _strings(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _dicts(value: object) -> tuple[Mapping[str, Any], ...]:
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
