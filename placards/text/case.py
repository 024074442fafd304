"""A text becomes its capitals as its language writes them (CLDR's rules, where Unicode's default would be wrong).

German ß becomes SS, Unicode's default mapping: every reader knows it, every font has it, and whoever wants ẞ types ẞ.
Dutch needs no rule here: its ij only matters where a single letter is raised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from placards.locale.language import parse_language
from placards.patterns import pattern

#: Languages whose Latin alphabet has both ı and i, with the capitals I and İ.
_DOTTED_I = frozenset({"tr", "az", "crh", "gag", "lzz", "zza", "diq", "kiu"})

#: The same for those that are mostly written otherwise: only where the tag says Latin.
_DOTTED_I_IN_LATIN = frozenset({"tt", "ba", "kk", "ky", "kaa"})

#: Armenian that keeps the older spelling: Western and classical.
_CLASSICAL_ARMENIAN = frozenset({"hyw", "xcl"})

_MKHEDRULI = pattern("([\u10d0-\u10ff]+)")
_GREEK = pattern("([\u0370-\u03ff\u1f00-\u1fff])([\u0300-\u036f]*)")
_GREEK_ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0311\u0342")
_GREEK_SIGNS = frozenset("\u0304\u0306\u0308\u0313\u0314\u0343\u0345")  # length, dialytika, breathings, iota below
_DIALYTIKA = "\u0308"
_IOTA_BELOW = "\u0345"

#: i, j and their like keep their dot before a further accent in Lithuanian; capitals have no dot to keep.
_LITHUANIAN_DOT = pattern("([ij\u012f\u1ecb])([\u0316-\u0333]*)\u0307")

#: What Irish grammar puts before a word stays small: bhFUIL, nGAEILGE, tSAMHAIN, hÉIREANN, nATHAIR.
_IRISH_PREFIX = pattern(
    r"(?<![^\W\d_])(bh(?=f)|b(?=p)|d(?=t)|g(?=c)|m(?=b)|n(?=[dg])|t(?=s[aeiouáéíóúlnr])"
    r"|bh(?=F)|b(?=P)|d(?=T)|g(?=C)|m(?=B)|n(?=[DG])|t(?=S)|[hnt](?=[AEIOUÁÉÍÓÚ])|[nt]-(?=[aeiouáéíóú]))"
)


def has_dotless_i(language: str) -> bool:
    """Whether the language tells ı from i, so that the dot may never be lost."""
    tag = parse_language(language or "und")
    return (tag.language in _DOTTED_I and tag.script in ("", "Latn")) or (
        tag.language in _DOTTED_I_IN_LATIN and tag.script == "Latn"
    )


def upper(text: str, language: str) -> str:
    """The text in capitals, as the language writes them."""
    code = parse_language(language or "und").language
    if code == "ga":
        return _irish(text)
    if has_dotless_i(language):
        text = text.replace("i\u0307", "i").replace("i", "İ")
    elif code == "lt":
        text = _LITHUANIAN_DOT.sub(r"\1\2", text)
    text = text.replace("և", "ԵՒ" if code in _CLASSICAL_ARMENIAN else "ԵՎ")
    return _plain(_greek(text))


def upper_with(
    text: str, stretches: Sequence[tuple[int, int]], language: str
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text in capitals, and where stretches of it (start, end) have come to lie: ß takes two places."""
    capitals = upper(text, language)
    moved = ((len(upper(text[:start], language)), len(upper(text[:end], language))) for start, end in stretches)
    return capitals, tuple((start, min(end, len(capitals))) for start, end in moved)


def _plain(text: str) -> str:
    """Unicode's default mapping; Georgian keeps its ordinary letters: Mtavruli capitals are new, few fonts and few
    readers have them."""
    return "".join(part if index % 2 else part.upper() for index, part in enumerate(_MKHEDRULI.split(text)))


def _greek(text: str) -> str:
    """Greek letters in capitals, without accents and breathings (CLDR el-Upper, ICU's GreekUpper).

    Dialytika stay, and appear where a dropped accent kept two vowels apart (ρολόι → ΡΟΛΟΪ). A lone ή ("or") keeps its
    tonos. No other language writes accented Greek letters, so the rule asks for no language.
    """
    parted = -1  # where the last accented vowel ended, if a following ι or υ would seem to form a diphthong with it

    def capital(found: re.Match[str]) -> str:
        nonlocal parted
        decomposed = unicodedata.normalize("NFD", found[0])
        letter, marks = decomposed[0].upper(), decomposed[1:]
        if not decomposed[0].isalpha() or "GREEK" not in unicodedata.name(decomposed[0], ""):
            return found[0]
        accented = any(mark in _GREEK_ACCENTS for mark in marks)
        dialytika = _DIALYTIKA in marks or (letter in "ΙΥ" and parted == found.start())
        if letter in "ΑΕΗΙΟΥΩ" and accented and not dialytika:
            parted = found.end()
        if letter == "Η" and accented and _IOTA_BELOW not in marks and _stands_alone(text, found):
            return "Ή"
        kept = _DIALYTIKA if dialytika else ""
        others = "".join(mark for mark in marks if mark not in _GREEK_ACCENTS and mark not in _GREEK_SIGNS)
        return unicodedata.normalize("NFC", letter + kept + others) + "Ι" * marks.count(_IOTA_BELOW)

    return _GREEK.sub(capital, text)


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()][-1:] or " "
    after = text[found.end() : found.end() + 1]
    return not (before.isalpha() or after.isalpha() or unicodedata.category(before).startswith("M"))


def _irish(text: str) -> str:
    parts = _IRISH_PREFIX.split(text)  # odd parts are the prefixes
    return "".join(part.rstrip("-") if index % 2 else _plain(part) for index, part in enumerate(parts))
