"""A text becomes plain text for tools that cannot shape (vinyl cutters, LED signs, old design programs): Arabic letters
in their presentation forms and, if asked, every line in visual order.

Such text is for those tools only: it cannot be searched, edited or read aloud, and nothing in placards draws it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from arabic_reshaper import ArabicReshaper
from arabic_reshaper.letters import LETTERS_ARABIC

from placards.frozen import dataclass
from placards.locale.language import is_rtl, script_of
from placards.patterns import pattern
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.text.bidi import CONTROLS, REMOVED_BY_X9, base_level, line_levels, mirrored, resolve_levels, visual_order
from placards.text.clean import clean
from placards.text.script import resolve_scripts
from placards.text.shape import Direction
from placards.values.emphasis import read_marks

#: Scripts whose letters change shape or place, and that have no presentation forms to say so in plain text.
NEEDS_SHAPING = frozenset({
    "Adlm", "Ahom", "Bali", "Batk", "Beng", "Brah", "Bugi", "Buhd", "Cakm", "Cham", "Deva", "Dogr", "Gong",
    "Gonm", "Gran", "Gujr", "Guru", "Hano", "Java", "Kali", "Khmr", "Knda", "Kthi", "Lana", "Lepc", "Limb",
    "Mand", "Mlym", "Mong", "Mtei", "Mymr", "Newa", "Nkoo", "Orya", "Phag", "Rjng", "Rohg", "Saur", "Sinh",
    "Sund", "Sylo", "Syrc", "Tagb", "Takr", "Taml", "Telu", "Tglg", "Tibt", "Tirh", "Yezi",
})  # fmt: skip

#: Arabic letters and all that may stand inside a word: marks, tatweel, joiners.
_ARABIC = pattern("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c\u200d]+")
_JOINERS = pattern("[\u200c\u200d]")
_AE = "\u06d5"  # ە, which Kurdish and Uyghur write at the end of a syllable

_SETTINGS = {
    "language": "Arabic",
    "delete_harakat": False,  # vowel marks change what is said
    "delete_tatweel": False,
    "support_zwj": True,
    # Only lam with alef is a must; words in one glyph (Allah, bismillah) are missing from most fonts.
    "ARABIC LIGATURE ALLAH": False,
}


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text for a tool that cannot shape, and what that tool will get wrong nevertheless."""

    text: str
    warnings: tuple[Diagnostic, ...] = ()


def plain_text(text: str, language: str, *, visual: bool = False, direction: Direction = "auto") -> PlainText:
    """Reshape a text line by line, in logical or in *visual* order, without its marks of emphasis. Raises TextError for
    what cannot be set, and for marks that do not pair."""
    cleaned = clean(text)
    plain = read_marks(cleaned.text).text  # what cuts letters knows no emphasis
    lines = []
    for line in plain.split("\n"):
        shaped = _ARABIC.sub(lambda found: _reshaped(found[0]), line)
        lines.append(visual_line(shaped, _base(line, language, direction)) if visual else shaped)
    # Every letter is looked at as it was typed: reshaping hides which one had no form.
    warnings = (
        *cleaned.warnings,
        *_letters_without_forms(plain),
        *_scripts_without_forms(plain, language),
    )
    return PlainText("\n".join(lines), warnings)


def _base(line: str, language: str, direction: Direction) -> int:
    if direction != "auto":
        return int(direction == "rtl")
    known = bool(language) and script_of(language) != "Zyyy"
    return base_level(line, is_rtl(language) if known else None)


@lru_cache(maxsize=1)
def _reshaper() -> ArabicReshaper:
    """arabic-reshaper with its Arabic table, which serves Persian and Urdu too.

    Its Kurdish table is not used: it answers with private-use characters of one font. Its only standard gain, ە, looks
    like heh alone and at the end of a word, and is added here.
    """
    reshaper = ArabicReshaper(configuration=_SETTINGS)
    reshaper.letters = {**LETTERS_ARABIC, _AE: ("\ufee9", "", "", "\ufeea")}
    return reshaper


def _reshaped(word: str) -> str:
    """One word in presentation forms; the joiners have done their work and would be drawn as boxes."""
    return _JOINERS.sub("", _reshaper().reshape(word))


def visual_line(line: str, base: int) -> str:
    """Rules L1 to L4 for one line: reordered, marks after their base again, brackets turned; what is invisible
    (joiners, isolates) is dropped."""
    if not line:
        return line
    classes, levels = resolve_levels(line, base)
    final = line_levels(classes, levels, base)
    units: list[tuple[str, int]] = []  # a base with its marks, level
    for char, kind, level in zip(line, classes, final, strict=True):
        if kind in REMOVED_BY_X9 or char in CONTROLS:
            continue
        if units and unicodedata.category(char) in ("Mn", "Me") and level == units[-1][1]:
            units[-1] = (units[-1][0] + char, level)
        else:
            units.append((mirrored(char) if level % 2 else char, level))
    return "".join(units[index][0] for index in visual_order([level for _, level in units]))


def _letters_without_forms(text: str) -> list[Diagnostic]:
    letters = _reshaper().letters
    lacking = [
        char
        for char in dict.fromkeys(text)
        if _ARABIC.fullmatch(char) and unicodedata.category(char) in ("Lo", "Lm") and char not in letters
    ]
    if not lacking:
        return []
    names = ", ".join(f"{char} (U+{ord(char):04X})" for char in lacking)
    return [diagnostic("text-no-form", letters=names)]


def _scripts_without_forms(text: str, language: str) -> list[Diagnostic]:
    from babel.core import Locale

    scripts = dict.fromkeys(resolve_scripts(text, script_of(language) if language else "Zyyy"))
    lacking = [script for script in scripts if script in NEEDS_SHAPING]
    if not lacking:
        return []
    known = Locale.parse("en").scripts
    names = tuple(str(known.get(script, script)) for script in lacking)
    return [diagnostic("text-needs-shaping", scripts=names)]
