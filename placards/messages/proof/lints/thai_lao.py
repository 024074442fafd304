"""Thai and Lao: sara am in one piece, signs in their order, and one ແ, not two ເ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.registry import lint
from placards.messages.proof.lints.wording import replaced, written_in
from placards.problems.diagnostic import Severity

_TONES = "\u0e48-\u0e4b\u0ec8-\u0ecb"
_AM = re.compile(f"([{_TONES}]?)(?:\u0e4d([{_TONES}]?)\u0e32|\u0ecd([{_TONES}]?)\u0eb2)")
_AM_BEFORE_TONE = re.compile(f"([\u0e33\u0eb3])([{_TONES}])")
_TONE_FIRST = re.compile(f"([{_TONES}]+)([\u0e31\u0e34-\u0e39\u0e47\u0eb1\u0eb4-\u0eb9\u0ebb\u0ecd])")
_DOUBLE_E = re.compile("\u0e40\u0e40|\u0ec0\u0ec0")
_TWICE = re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd])\\1+")


@lint("sara-am", "ำ is one character; put together from a ring and า it looks the same, and nobody finds the word.")
def sara_am(text: str, language: str, source: str) -> Iterator[Finding]:
    """Sara am in two pieces, or before its tone mark."""
    if written_in(language, "Thai", "Laoo"):
        problem, remedy = "has a sara am in two pieces", "Write ำ or ຳ, after the tone mark"
        yield from replaced("sara-am", Severity.ERROR, text, _AM, _joined, problem, remedy)
        problem = "has its tone mark behind the sara am"
        yield from replaced("sara-am", Severity.ERROR, text, _AM_BEFORE_TONE, r"\2\1", problem, remedy)


def _joined(match: re.Match[str]) -> str:
    thai = "\u0e32" in match[0]
    return match[1] + (match[2] or match[3] or "") + ("\u0e33" if thai else "\u0eb3")


@lint(
    "thai-order", "A vowel sign comes before its tone mark, and แ is one letter: searching sees what the eye does not."
)
def order(text: str, language: str, source: str) -> Iterator[Finding]:
    """Tone marks before vowel signs, two เ for แ, and signs that stand twice."""
    if written_in(language, "Thai", "Laoo"):
        rule = "thai-order"
        problem, remedy = "has its tone mark before the vowel sign", "Write the vowel sign first"
        yield from replaced(rule, Severity.ERROR, text, _TONE_FIRST, r"\2\1", problem, remedy)
        problem = "has two letters for แ"
        yield from replaced(
            rule, Severity.ERROR, text, _DOUBLE_E, lambda m: chr(ord(m[0][0]) + 1), problem, "Write แ or ແ"
        )
        yield from replaced(rule, Severity.ERROR, text, _TWICE, r"\1", "has a sign twice", "Write it once")


_WITHIN = re.compile(
    "\u200b+(?=[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ecd\u102b-\u103e\u17b6-\u17d3\u17dd])|(?<=[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039])\u200b+"
)
_IDLE = re.compile("\u200b{2,}|(?:(?<=\\s)|^)\u200b+|\u200b+(?=\\s|$)")


@lint("word-break", "A zero width space shows where a line may break: between words, never inside a syllable.")
def word_breaks(text: str, language: str, source: str) -> Iterator[Finding]:
    """Zero width spaces before signs, beside spaces, and doubled ones."""
    if written_in(language, "Thai", "Laoo", "Khmr", "Mymr"):
        problem, remedy = "has a zero width space inside a syllable", "Take it out"
        yield from replaced("word-break", Severity.ERROR, text, _WITHIN, "", problem, remedy)
        problem = "has an idle zero width space"
        yield from replaced("word-break", Severity.WARNING, text, _IDLE, _once, problem, remedy)


def _once(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    edge = not text[:start].strip() or not text[end:].strip() or text[start - 1].isspace() or text[end].isspace()
    return "" if edge else "\u200b"
