"""Khmer: invisible and discouraged characters, and the order of a syllable's signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import exchanged, mapped, noticed, replaced, written_in
from placards.problems.diagnostic import Severity

_DISCOURAGED = {"\u17a3": "អ", "\u17a4": "អា", "\u17b4": "", "\u17b5": "", "\u17d8": "។ល។"}
_LOOSE_COENG = re.compile("\u17d2(?![\u1780-\u17b3])")

_COENG = "(?:\u17d2[\u1780-\u17b3])"
_COENG_LATE = re.compile(f"([\u17b6-\u17c5]+)({_COENG}+)")
_SHIFTER_LATE = re.compile("([\u17b6-\u17c5\u17c6]+)([\u17c9\u17ca])")
_SIGN_EARLY = re.compile("([\u17c6-\u17c8])([\u17b6-\u17c5])")
_RO_EARLY = re.compile("(\u17d2\u179a)(\u17d2[\u1780-\u1799\u179b-\u17b3])")
_PIECES = mapped("\u17c1\u17b6→\u17c4 \u17c1\u17b8→\u17be")
_TWICE = re.compile("([\u17b6-\u17ca])\\1+")


@lint("khmer-character", "These Khmer characters are invisible or withdrawn: fonts draw nothing, or something else.")
def discouraged(text: str, language: str, source: str) -> Iterator[Finding]:
    """Inherent vowels, withdrawn letters, and a coeng that joins nothing."""
    if written_in(language, "Khmr"):
        problem, remedy = "has a character that nobody should use", "Write the ordinary letters"
        yield from exchanged("khmer-character", Severity.ERROR, text, _DISCOURAGED, problem, remedy)
        problem = "has a coeng without a consonant below"
        yield from noticed("khmer-character", Severity.ERROR, text, _LOOSE_COENG, problem, "Write the consonant")


@lint(
    "khmer-order",
    "In Khmer the consonants below come first, then the shifter, the vowel, the signs; else search fails.",
)
def order(text: str, language: str, source: str) -> Iterator[Finding]:
    """Vowels before subscripts, signs before vowels, vowels in pieces."""
    if not written_in(language, "Khmr"):
        return
    rule, remedy = "khmer-order", "Write subscripts, shifter, vowel, signs"
    swap = r"\2\1"
    problem = "has a subscript behind a vowel"
    yield from replaced(rule, Severity.WARNING, text, _COENG_LATE, swap, problem, remedy)
    problem = "has a shifter behind the vowel"
    yield from replaced(rule, Severity.WARNING, text, _SHIFTER_LATE, swap, problem, remedy)
    problem = "has a sign before the vowel"
    yield from replaced(rule, Severity.WARNING, text, _SIGN_EARLY, swap, problem, remedy)
    problem = "has the subscript រ before another"
    yield from replaced(rule, Severity.WARNING, text, _RO_EARLY, swap, problem, "Write it last")
    problem = "has a vowel in two pieces"
    yield from exchanged(rule, Severity.ERROR, text, _PIECES, problem, "Write ោ or ើ")
    yield from replaced(rule, Severity.ERROR, text, _TWICE, r"\1", "has a sign twice", "Write it once")
