"""Digits: each language has its set, and two sets that look alike differ in 4, 5 and 6."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import code_of, noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_ARAB, _EXTENDED = "\u0660", "\u06f0"  # the zeros of the two Arabic sets

#: The zero of each language's own set, by CLDR; other languages have their script's, or none.
_BY_LANGUAGE = {
    **dict.fromkeys(
        ("fa", "prs", "ps", "ur", "ks", "mzn", "lrc", "glk", "pnb", "skr", "pa", "uz", "azb", "bgn"), _EXTENDED
    ),
    **dict.fromkeys(("ar", "arz", "ckb", "sd", "sdh"), _ARAB),
}
_BY_SCRIPT = {
    **dict(
        zip(
            "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym".split(),
            "\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66",
            strict=True,
        )
    ),
    **dict(
        zip(
            "Thai Laoo Tibt Mymr Khmr Mong Olck Adlm Nkoo".split(),
            "\u0e50\u0ed0\u0f20\u1040\u17e0\u1810\u1c50\U0001e950\u07c0",
            strict=True,
        )
    ),
    "Cakm": "\U00011136",
}

#: Where nobody but a telephone writes 0123456789 (CLDR's default is the native set).
_NATIVE_ONLY = frozenset({"fa", "ps", "ckb", "my", "ne", "mr", "bn", "as", "dz", "mzn", "lrc"})
_ASCII = re.compile(r"(?<![\w{/.@#])[0-9]+(?![\w}/@])")


@lint("digit-set", "A text keeps to the digits of its language: ٤٥٦ is Arabic, ۴۵۶ Persian, and readers notice.")
def digit_set(text: str, language: str, source: str) -> Iterator[Finding]:
    """Digits of another language's set."""
    zero = _own_zero(language)
    if not zero:
        return
    foreign = [c for c in text if unicodedata.category(c) == "Nd" and not c.isascii() and _zero_of(c) != zero]
    if foreign:
        pattern = re.compile(f"[{''.join(dict.fromkeys(foreign))}]")
        problem = "has digits of another language"
        remedy = f"Write {zero} to {chr(ord(zero) + 9)}, or 0 to 9"
        yield from replaced(
            "digit-set",
            Severity.ERROR,
            text,
            pattern,
            lambda m: chr(ord(zero) + unicodedata.digit(m[0])),
            problem,
            remedy,
        )


@lint("latin-digits", "The language has digits of its own, which its readers expect outside telephone numbers.")
def latin_digits(text: str, language: str, source: str) -> Iterator[Finding]:
    """0 to 9 in languages that rarely use them."""
    if code_of(language) in _NATIVE_ONLY and _own_zero(language):
        problem = "has Latin digits"
        yield from noticed("latin-digits", Severity.NOTE, text, _ASCII, problem, "Look whether they are meant")


def _own_zero(language: str) -> str:
    if written_in(language, "Arab", "Aran"):
        return _BY_LANGUAGE.get(code_of(language), "")
    return next((zero for script, zero in _BY_SCRIPT.items() if written_in(language, script)), "")


def _zero_of(char: str) -> str:
    return chr(ord(char) - unicodedata.digit(char))
