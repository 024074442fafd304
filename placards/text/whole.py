"""Line-break opportunities become fewer: none inside what a reader takes as one thing.

A telephone number, an address, a date, a time, a hyphenated name stay whole unless nothing else fits the slot
(`placards.layout.fit` opens them again, in two steps, before it gives up).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from placards.patterns import pattern
from placards.text.tokens import Stretch, addresses, telephone_numbers

_SPACE = "[ \u00a0\u202f]"
_CONTROLS = "[\u200e\u200f\u061c\u2066-\u2069]*"

_MONTH = r"[^\s\d,،·|/()]{2,15}"

#: A day, a month's name and a year, whatever the language: 14 April 2027, 14 de abril de 2027, ١٤ أبريل ٢٠٢٧.
_DAY_FIRST = pattern(
    rf"(?<!\d)\d{{1,2}}[.ºª]?{_SPACE}(?:de{_SPACE})?{_MONTH}(?:{_SPACE}ال{_MONTH})?[,،]?{_SPACE}(?:de{_SPACE}|del{_SPACE})?\d{{4}}(?!\d)"
)
_MONTH_FIRST = pattern(rf"{_MONTH}{_SPACE}\d{{1,2}},{_SPACE}\d{{4}}(?!\d)")

#: Numbers with their Chinese, Japanese and Korean counters: 2027年4月14日, 2027년 4월 14일, 午後5時30分.
_COUNTED = pattern(r"(?: ?\d+ ?[年月日時时分秒点點號号周週년월일시분초])+")

#: 100万 or 3人: a number keeps the sign that is written behind it without a space.
_SIGN = pattern("\\d[\u3400-\u9fff\uac00-\ud7a3\u30a0-\u30ff]")

#: Numbers that a dash, a slash, a colon or a dot joins: 17:00–19:00, 15/12/2026.
_JOINED = pattern(rf"\d(?={_CONTROLS}(?:{_SPACE}?[-\u2010-\u2015]{_SPACE}?|[/:.]){_CONTROLS}\d)[^\d\n]+")

#: A number and what it counts: 5 PM, 20 °C, 100 %.
_UNIT = pattern(rf"\d{_SPACE}(?:[ap]\.?{_SPACE}?m\b\.?|Uhr\b|[hH]\b|°[CF]?|[%‰٪€$£¥₹₽₺₪₩₫₦])", re.IGNORECASE)

#: Hyphenated words up to this long are names where every part begins like one.
_NAME_LENGTH = 16
_HYPHENATED = pattern(r"\w+(?:[-\u2010\u2011]\w+)+")


def whole_stretches(text: str) -> list[Stretch]:
    """``(start, end)`` of all that no line should part, in no order; they may overlap."""
    out = addresses(text)
    if any(map(str.isdigit, text)):
        out += telephone_numbers(text)
        for dated in (_DAY_FIRST, _MONTH_FIRST, _COUNTED, _SIGN, _UNIT):
            out += [found.span() for found in dated.finditer(text)]
        out += [(found.start(), found.end() + 1) for found in _JOINED.finditer(text)]
    if "-" in text or "\u2010" in text or "\u2011" in text:
        out += _names(text)
    return out


def without_breaks_inside(text: str, ends: tuple[int, ...]) -> tuple[int, ...]:
    """The break opportunities that part nothing; *ends* are sorted."""
    if len(ends) < 2:
        return ends
    dropped: set[int] = set()
    for start, end in whole_stretches(text):
        dropped.update(ends[bisect_right(ends, start) : bisect_left(ends, end)])
    return tuple(end for end in ends if end not in dropped) if dropped else ends


def _names(text: str) -> Iterator[Stretch]:
    """Coca-Cola, COVID-19, al-Quds, e-mail: short words of which every part begins with a capital or a digit, or whose
    first part is a letter or two."""
    for found in _HYPHENATED.finditer(text):
        parts: Sequence[str] = re.split("[-\u2010\u2011]", found[0])
        named = all(part[0].isupper() or part[0].isdigit() for part in parts)
        if len(found[0]) <= _NAME_LENGTH and (named or len(parts[0]) < 3):
            yield found.span()
