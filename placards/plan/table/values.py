"""A cell becomes a value: a date, a time, a number, a list; never by a guess."""

from __future__ import annotations

import datetime
import re

from placards.files.tables.table import DATE, MOMENT, NUMBER
from placards.patterns import pattern
from placards.plan.moments import parse_date, parse_time
from placards.problems.errors import InputError

_PARTS = pattern(r"[,;\n،؛、，；]")
_MOMENT = pattern(r"(\S+)[T ]+(\S+)")
_THREE = pattern(r"(\d{1,4})\s*[./\-\s年년]\s*(\d{1,2})\s*[./\-\s月월]\s*(\d{1,4})\s*[.日일]?")

#: Whoever writes the year first writes the month next, everywhere.
_YEAR_FIRST = pattern(r"\d{4}[./\-\s年]")

#: Serial numbers of dates from 2000 to 2100, as spreadsheets count days.
_SERIALS = range(36_526, 73_051)

_EPOCH = datetime.date(1899, 12, 30)


def parts(text: str) -> list[str]:
    """The items of a cell, parted by commas, semicolons or lines.

    >>> parts("en, ar; ur")
    ['en', 'ar', 'ur']
    """
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def whole_number(text: str, most: int = 1_000_000) -> int:
    """A whole number from 1 on, in any script's digits; raises InputError."""
    if text.isdecimal() and len(text) <= 9 and 1 <= int(text) <= most:
        return int(text)
    raise InputError("table-number-wrong", text=text[:40])


def moment(text: str, kind: str) -> tuple[datetime.date, datetime.time | None]:
    """The date of a cell, with the time that stands in it too; raises InputError, with what to write."""
    both = _MOMENT.fullmatch(text)
    if both is not None and (kind == MOMENT or ":" in both[2]):
        return date(both[1], DATE if kind == MOMENT else kind), parse_time(both[2])
    return date(text, kind), None


def date(text: str, kind: str) -> datetime.date:
    """The date of a cell. Raises InputError for one that may be two, or that is written otherwise."""
    digits = text.isdecimal() and text.isascii()
    if (kind == NUMBER or digits) and digits and int(text) in _SERIALS:
        iso = (_EPOCH + datetime.timedelta(int(text))).isoformat()
        raise InputError("table-date-number", text=text, iso=iso)
    try:
        return parse_date(text)
    except InputError:
        readings = _readings(text)
        if not readings:
            raise
        if _YEAR_FIRST.match(text.strip()) and len(readings) == 1:
            return datetime.date.fromisoformat(readings[0])
        if len(readings) > 1:
            raise InputError("table-date-ambiguous", text=text, one=readings[0], other=readings[1]) from None
        raise InputError("table-date-other", text=text, iso=readings[0]) from None


def _readings(text: str) -> list[str]:
    """The dates, in ISO form, that three numbers may be: day first, month first, year first."""
    found = _THREE.fullmatch(text.strip())
    if found is None:
        return []
    first, second, third = map(int, found.groups())
    if len(found[1]) == 4:
        orders = [(first, second, third)]
    elif len(found[1]) > 2 or len(found[3]) == 3:
        return []
    else:
        year = third if len(found[3]) == 4 else 2000 + third
        orders = [(year, second, first), (year, first, second)]
    dates = []
    for year, month, day in orders:
        try:
            dates.append(datetime.date(year, month, day).isoformat())
        except ValueError:
            continue
    return list(dict.fromkeys(dates))


def file_stem(text: str, formats: tuple[str, ...]) -> tuple[str, str]:
    """A file name without a suffix of ours, and that suffix.

    >>> file_stem("march.pdf", ("pdf", "png")), file_stem("v1.2", ("pdf",))
    (('march', 'pdf'), ('v1.2', ''))
    """
    stem, dot, suffix = text.rpartition(".")
    if dot and stem and suffix.lower() in formats:
        return stem, suffix.lower()
    return text, ""


def slug(text: str) -> str:
    """The first Latin words of a text as a part of a file name; empty where there are none.

    >>> slug("Peace now! And for ever, everywhere on this planet")
    'peace-now-and-for-ever-everywhere-on'
    """
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-").split("-")
    kept = ""
    for word in words:
        if len(kept) + len(word) > 36:
            break
        kept = f"{kept}-{word}" if kept else word
    return kept
