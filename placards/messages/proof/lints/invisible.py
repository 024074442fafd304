"""Characters that nobody sees: joiners where no letters join, and fillers that only spoil searching."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from placards.locale.language import script_of
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.characters import shown
from placards.messages.proof.lints.registry import lint
from placards.problems.diagnostic import Severity

#: Scripts whose letters join or form conjuncts, where ZWNJ and ZWJ may change what is seen.
_JOINING = (
    "Arab Syrc Mong Nkoo Adlm Rohg Mand Beng Deva Gujr Guru Knda Mlym Orya Sinh Taml Telu Khmr Mymr Tibt Bali Java "
    "Sund Cakm Lepc Limb Mtei Newa Olck Sylo Tglg Thaa Lana Talu Tavt Khar Brah Saur Zyyy"
)
#: Scripts that write no spaces between words, where a zero width space shows where lines may break.
_UNSPACED = "Thai Laoo Khmr Mymr Tibt Hani Hans Hant Jpan Bopo Lana Talu Tavt Java Bali"

_JOINERS = "\u200c\u200d"
_ALWAYS_WRONG = frozenset("\u034f\u115f\u1160\u3164\uffa0\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f")


@lint("invisible", "Nobody sees it, and the text is not found by those who search for it.")
def invisible(text: str, language: str, source: str) -> Iterator[Finding]:
    """Joiners, zero width spaces and fillers where the script has no use for them."""
    script = script_of(language) if language != "und" else "Zyyy"
    for char in dict.fromkeys(text):
        if _is_stray(char, text, script):
            fix = _without(char, text)
            yield Finding(Severity.WARNING, "invisible", f"the text has {shown(char)}", "Take it out", fix)


def _is_stray(char: str, text: str, script: str) -> bool:
    if char in _JOINERS:
        return script not in _JOINING and any(not _joins_emoji(text, i) for i, c in enumerate(text) if c == char)
    if char == "\u200b":
        return script not in _UNSPACED and script != "Zyyy"
    if char == "\u180e":
        return script != "Mong"
    return char in _ALWAYS_WRONG or (0xE0000 <= ord(char) <= 0xE0FFF and "\U0001f3f4" not in text)


def _without(char: str, text: str) -> str:
    return "".join(c for i, c in enumerate(text) if c != char or (c in _JOINERS and _joins_emoji(text, i)))


def _joins_emoji(text: str, index: int) -> bool:
    """Whether a joiner stands within an emoji, between symbols, or beside letters that do join."""
    around = text[max(index - 2, 0) : index] + text[index + 1 : index + 2]
    return any(unicodedata.category(c) in ("So", "Sk") or _joins(c) for c in around)


def _joins(char: str) -> bool:
    """Whether a letter is of another script that joins: a word quoted in its own writing."""
    name = unicodedata.name(char, "")
    return name.startswith(("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "TAMIL", "MALAYALAM", "SINHALA"))
