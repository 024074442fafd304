"""Digits of any script become those of another set, by a name that people write."""

from __future__ import annotations

import unicodedata

from placards.problems.errors import InputError, near

#: Digits → their numbering system (CLDR); "default" is the language's own.
DIGITS = {
    "default": "",
    "latin": "latn",
    "arabic": "arab",
    "persian": "arabext",
    "devanagari": "deva",
    "bengali": "beng",
    "thai": "thai",
    "khmer": "khmr",
    "burmese": "mymr",
    "tamil": "tamldec",
}

#: The zero of each, for numbers that are written already.
_ZEROS = {
    "latin": 0x30,
    "arabic": 0x660,
    "persian": 0x6F0,
    "devanagari": 0x966,
    "bengali": 0x9E6,
    "thai": 0xE50,
    "khmer": 0x17E0,
    "burmese": 0x1040,
    "tamil": 0xBE6,
}


def check_digits(digits: str) -> None:
    """Raise InputError for digits that nobody knows."""
    if digits not in DIGITS:
        raise InputError("digits-unknown", remedy=near(digits, list(DIGITS)), digits=digits)


def with_digits(text: str, digits: str) -> str:
    """The text with all its decimal digits in another set; unchanged for "default".

    >>> with_digits("14 April 2027", "persian")
    '۱۴ April ۲۰۲۷'
    """
    zero = _ZEROS.get(digits)
    if zero is None:
        return text
    return "".join(chr(zero + unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
