"""Phone numbers in a right-to-left text become isolates, so that their groups keep their order.

Among Arabic or Hebrew letters groups of digits follow each other from right to left: right for sums and dates, wrong
for telephones. An isolate around the whole number says that it is one thing.
"""

from __future__ import annotations

import re
import unicodedata

LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_ISOLATE = "\u2069"

#: Two groups of digits or more, parted by spaces, dots, dashes or brackets, perhaps after a plus.
_NUMBER = re.compile(r"\+?\(?\d+\)?(?:[ \u00a0\u202f./\-\u2010\u2011\u2013]\(?\d+\)?)+|\+\d+")
_ISOLATED = re.compile("\u2066[^\u2069]*\u2069")

#: Shorter ones are dates, times and sums.
_MIN_DIGITS = 7


def phone_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """``(start, end)`` of each telephone number that would come out in another order; empty for left-to-right text."""
    if not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return ()
    safe = [found.span() for found in _ISOLATED.finditer(text)]
    return tuple(
        found.span()
        for found in _NUMBER.finditer(text)
        if sum(char.isdigit() for char in found[0]) >= _MIN_DIGITS
        and (" " in found[0] or not found[0][0].isdigit() or "\u00a0" in found[0])
        and not any(start <= found.start() < end for start, end in safe)
    )


def isolate_phone_numbers(text: str) -> str:
    """The text with each such number between U+2066 and U+2069, and kept on one line by no-break spaces."""
    for start, end in reversed(phone_numbers(text)):
        number = text[start:end].replace(" ", "\u00a0")
        text = text[:start] + LEFT_TO_RIGHT_ISOLATE + number + POP_ISOLATE + text[end:]
    return text
