"""A text's numbers and addresses become stretches: what a reader takes as one thing, whatever stands between its parts.

Telephone numbers, dates, times, web and mail addresses, handles. Line breaking keeps them whole (`whole`), and among
right-to-left letters they keep their order (`isolate`).
"""

from __future__ import annotations

import re
from typing import TypeAlias

from placards.patterns import pattern

#: ``(start, end)`` in code points.
Stretch: TypeAlias = tuple[int, int]

_GAP = "[ \u00a0\u202f./\\-\u2010\u2011\u2013]"

#: Two groups of digits or more, parted by spaces, dots, dashes or brackets, perhaps after a plus.
_GROUPS = pattern(rf"\+?\(?\d+\)?(?:{_GAP}\(?\d+\)?)+|\+\d+")

_DASHED_DATE = pattern(r"(?<!\d)(\d{1,4})([-\u2010\u2011\u2013])(\d{1,2})\2(\d{1,4})(?!\d)")

#: Shorter ones are dates, times and sums.
_MIN_DIGITS = 7

#: What goes on in an address: all but spaces and quotes, and letters of scripts that write no spaces around it.
_ON = "[^\\s<>“”«»\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uff00-\uffef]"

#: Web and mail addresses, handles and tags. A sentence's own punctuation at the end is no part of them.
_ADDRESS = pattern(
    rf"(?:(?:https?|ftp)://|www\.|mailto:){_ON}+"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|(?<![A-Za-z0-9@._-])[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}})*\.[A-Za-z]{{2,24}}(?:[/?#:]{_ON}*)?(?![A-Za-z0-9-])"
    r"|(?<![A-Za-z0-9_@#])@[A-Za-z0-9_][A-Za-z0-9_.-]*|(?<![\w@#])#\w[\w.\-\u200c]*"
)
#: Every address has one of these.
_ADDRESS_SIGNS = frozenset("@#.:")
_SENTENCE_ENDS = ".,;:!?…،؛؟。、！？'\"’”»›)]}"


def telephone_numbers(text: str) -> list[Stretch]:
    """Telephone numbers, and sums with spaces between their thousands; no dates, years or ranges."""
    return [found.span() for found in _GROUPS.finditer(text) if _is_telephone(found[0])]


def _is_telephone(number: str) -> bool:
    groups = re.findall(r"\d+", number)
    digits = sum(map(len, groups))
    if digits < _MIN_DIGITS or digits < 2 * len(groups) or _DASHED_DATE.fullmatch(number):
        return False
    dialled = number[0] in "+(" or int(number[0]) == 0
    if dialled:
        return True
    if any(space in number for space in " \u00a0\u202f"):
        return not all(len(group) == 4 for group in groups)  # years
    if not any(dash in number for dash in "-\u2010\u2011\u2013"):
        return False  # 2024/05/12
    return len(groups) > 2 or int(groups[0]) >= int(groups[1])  # 5000-10000 is a range


def dashed_dates(text: str) -> list[Stretch]:
    """Dates of three numbers with dashes between them: 15-12-2026, 2026-12-15."""
    return [found.span() for found in _DASHED_DATE.finditer(text) if _is_date(*map(int, found.group(1, 3, 4)))]


def _is_date(first: int, month: int, last: int) -> bool:
    day, year = (first, last) if first <= 31 else (last, first)
    return 1 <= day <= 31 and year >= 0 and (1 <= month <= 12 or (1 <= day <= 12 and 1 <= month <= 31))


def addresses(text: str) -> list[Stretch]:
    """Web and mail addresses, handles and tags."""
    out: list[Stretch] = []
    if _ADDRESS_SIGNS.isdisjoint(text):
        return out
    for found in _ADDRESS.finditer(text):
        start, end = found.span()
        while end > start + 1 and text[end - 1] in _SENTENCE_ENDS and not _closes(text, start, end):
            end -= 1
        out.append((start, end))
    return out


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last character closes a bracket that the address opened."""
    opener = {")": "(", "]": "[", "}": "{"}.get(text[end - 1])
    return opener is not None and text.count(opener, start, end) >= text.count(text[end - 1], start, end)
