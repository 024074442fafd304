"""Burmese: the encoding of the Zawgyi font, digits for letters, and the order of a syllable's signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import is_one_of, noticed, replaced
from placards.problems.diagnostic import Severity

#: What Unicode's Burmese never has: the vowel e before its consonant, a stacker that stacks nothing, and the letters
#: of Shan, Karen and Mon, whose places Zawgyi took for shapes.
_ZAWGYI = re.compile(
    "(?:^|[\\s\u104a\u104b])\u1031|\u1039(?![\u1000-\u102a])|[\u1033\u1034\u105a\u1060-\u1097]"
    "|[\u102b-\u1030\u1032\u1036-\u1038]\u1031|\u1031[\u1031\u103b]"
)


@lint(
    "zawgyi", "Zawgyi is an old font's own encoding: without that font its text is unreadable. Unicode is the standard."
)
def zawgyi(text: str, language: str, source: str) -> Iterator[Finding]:
    """Burmese in Zawgyi's encoding."""
    if is_one_of(language, {"my"}, "Mymr"):
        problem = "is in the Zawgyi encoding"
        yield from noticed("zawgyi", Severity.ERROR, text, _ZAWGYI, problem, "Convert the whole text to Unicode")


_MARK = "[\u102b-\u103e]"
_NOT_A_DIGIT = "(?<![\u1040-\u1049])"
_WA = re.compile(f"{_NOT_A_DIGIT}\u1040(?={_MARK})|(?<=[\u1000-\u103f])\u1040(?=[\u1000-\u103f])")
_RA = re.compile(f"{_NOT_A_DIGIT}\u1047(?={_MARK})")
_LAGAUNG = re.compile("\u1044(?=\u1004\u103a\u1038)")
_NYA = re.compile("\u1025(?=\u103a)")


@lint("burmese-digit", "The letters ဝ and ရ and the digits ၀ and ၇ look alike, but a digit bears no vowel sign.")
def digits_for_letters(text: str, language: str, source: str) -> Iterator[Finding]:
    """Digits that stand for letters, and the vowel ဥ for the letter ဉ."""
    if not is_one_of(language, {"my"}, "Mymr"):
        return
    for pattern, letter, what in ((_WA, "ဝ", "zero"), (_RA, "ရ", "seven"), (_LAGAUNG, "၎", "four")):
        problem = f"has a digit {what} for a letter"
        yield from replaced("burmese-digit", Severity.ERROR, text, pattern, letter, problem, f"Write {letter}")
    problem = "has the vowel ဥ for the consonant ဉ"
    yield from replaced("burmese-digit", Severity.ERROR, text, _NYA, "ဉ", problem, "Write ဉ")


_MEDIALS = re.compile("[\u103b-\u103e]{2,}")
_E_EARLY = re.compile("\u1031([\u103b-\u103e]+)")
_BELOW_FIRST = re.compile("([\u102f\u1030])([\u102d\u102e\u1032])")
_DOT_ABOVE_FIRST = re.compile("(\u1036)([\u102d-\u1030])")
_DOT_BELOW_FIRST = re.compile("(\u1037)([\u102b-\u1030\u1032\u1036])")
_TWICE = re.compile("([\u102b-\u103e])\\1+")


@lint("burmese-order", "Burmese signs have one order: medials, ေ, vowels above, vowels below, dots; else search fails.")
def order(text: str, language: str, source: str) -> Iterator[Finding]:
    """Signs in another order, or twice."""
    if not is_one_of(language, {"my"}, "Mymr") or _ZAWGYI.search(text):
        return
    rule, problem, remedy = "burmese-order", "has its signs in the wrong order", "Type them in their order"
    for pattern in (_E_EARLY, _BELOW_FIRST, _DOT_ABOVE_FIRST, _DOT_BELOW_FIRST):
        swap = "\\1\u1031" if pattern is _E_EARLY else r"\2\1"
        yield from replaced(rule, Severity.WARNING, text, pattern, swap, problem, remedy)
    yield from replaced(rule, Severity.WARNING, text, _MEDIALS, lambda m: "".join(sorted(set(m[0]))), problem, remedy)
    yield from replaced(rule, Severity.ERROR, text, _TWICE, r"\1", "has a sign twice", "Write it once")
