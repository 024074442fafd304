"""A number becomes what a language writes for it: its digits, and the signs between its thousands."""

from __future__ import annotations

from functools import lru_cache

from placards.locale.digits import DIGITS, with_digits
from placards.locale.language import fallbacks
from placards.patterns import pattern

#: Numbers as programs write them; others are texts that somebody has formatted.
_PLAIN = pattern(r"-?\d{1,15}(?:\.\d{1,6})?")

#: Below this nobody parts thousands on a poster, and it may be a year.
_GROUPED = 10_000


@lru_cache(maxsize=256)
def local_number(number: int, language: str) -> str:
    """A whole number in the language's default digits (CLDR)."""
    return _formatted(number, language, "::precision-integer group-off") or str(number)


def written_number(text: str, language: str, digits: str = "default") -> str:
    """A number for a poster: a plain one, such as ``3000000`` or ``1.5``, as the language writes it; of any other text
    only the digits change, if others are asked for.

    >>> [written_number("3000000", tag) for tag in ("en", "de", "hi", "fa")]
    ['3,000,000', '3.000.000', '30,00,000', '۳٬۰۰۰٬۰۰۰']
    >>> written_number("3000000", "hi", "devanagari"), written_number("2030", "en"), written_number("1 in 3", "en")
    ('३०,००,०००', '2030', '1 in 3')
    """
    plain = text.strip()
    if not (plain.isascii() and _PLAIN.fullmatch(plain)):
        return with_digits(text, digits)
    part = plain.partition(".")[2]
    number = float(plain) if part else int(plain)
    group = "" if abs(number) >= _GROUPED else " group-off"
    precision = f".{'0' * len(part)}" if part else "precision-integer"
    written = _formatted(number, language, f"::{precision}{group}", digits)
    return with_digits(written or plain, digits)


def _formatted(number: float, language: str, skeleton: str, digits: str = "default") -> str | None:
    """The number in the words of the nearest language that CLDR knows; None where it knows none."""
    from babel import Locale, UnknownLocaleError
    from icu4py.messageformat import MessageFormat

    for tag in fallbacks(language):
        try:
            Locale.parse(tag, sep="-")  # ICU would answer for an unknown language too, in the machine's locale
        except (UnknownLocaleError, ValueError):
            continue
        system = f"-u-nu-{DIGITS[digits]}" if DIGITS.get(digits) else ""
        return str(MessageFormat(f"{{n, number, {skeleton}}}", f"{tag}{system}").format({"n": number}))
    return None
