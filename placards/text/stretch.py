"""A face becomes its tatweel, if it has one that stretches words, and a run of it the places that take one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from placards.frozen import dataclass
from placards.text.cut import shape_run
from placards.text.font import Font
from placards.text.kashida import TATWEEL, Place, Rules, places
from placards.text.runs import Glyph, GlyphRun, TextRun

_BEH = 0x628

#: A tatweel is scaled along the line up to this; one with long round ends, which would grow with it, less.
_MOST_SCALE, _MOST_ROUND_SCALE = 1.33, 1.1

#: Ends that reach further over the letters than this (em) are round ones: Noto Sans Arabic, Mirza.
_LONG_END_EM = 0.05

#: What a kashida measures at least, in tatweels.
_LEAST_SCALE = 0.6

#: Book hands by their files' names; every other face has a straight baseline, or no tatweel to stretch.
_NASKH_FACES = ("naskh", "mirza")


@dataclass(frozen=True, slots=True)
class Tatweel:
    """The glyph that stretches words in a face, in font units."""

    glyph: int
    advance: int
    most_scale: float

    @property
    def least(self) -> float:
        """The shortest kashida."""
        return _LEAST_SCALE * self.advance

    def count(self, width: float) -> int:
        """How many glyphs make a kashida of *width*: the fewest of which none is scaled too much."""
        return max(1, -int(-width / (self.advance * self.most_scale) // 1))


@lru_cache(maxsize=256)
def tatweel_of(font: Font) -> Tatweel | None:
    """The face's tatweel; None for a face that cannot: it has none, an empty one (a request for no kashida: Aref
    Ruqaa), one that vanishes between letters (Nastaliq), or one that climbs (Rakkas)."""
    if font.glyph(ord(TATWEEL)) is None or font.glyph(_BEH) is None:
        return None
    codes = [_BEH, ord(TATWEEL), _BEH]
    glyphs = shape_run(TextRun(0, 3, "Arab", 1, font), codes, "ar", "rtl").glyphs
    bars = [glyph for glyph in glyphs if glyph.cluster == 1]
    if len(bars) != 1:
        return None
    (bar,) = bars
    ink = font.extents(bar.id)
    if bar.x_advance <= 0 or bar.y_offset or bar.x_offset or ink.right <= ink.left or ink.top == ink.bottom:
        return None
    if ink.left > 0 or ink.right < bar.x_advance:
        return None  # a gap between it and the letters
    longest = max(-ink.left, ink.right - bar.x_advance)
    return Tatweel(bar.id, bar.x_advance, _MOST_ROUND_SCALE if longest > _LONG_END_EM * font.units else _MOST_SCALE)


def rules_for(font: Font) -> Rules:
    """The rule set that suits a face."""
    return "naskh" if any(name in font.name.lower() for name in _NASKH_FACES) else "flat"


def safe_places(
    text: str, words: Sequence[tuple[int, int]], run: GlyphRun, codes: Sequence[int], language: str
) -> list[tuple[Place, ...]]:
    """Of each word (``start, end``) its places inside a run at which a tatweel leaves all other glyphs as they are."""
    if run.script != "Arab" or run.level % 2 == 0 or tatweel_of(run.font) is None:
        return [()] * len(words)
    rules = rules_for(run.font)
    piece = TextRun(run.start, run.end, run.script, run.level, run.font)
    plain = shape_run(piece, codes, language, "rtl").glyphs
    out = []
    for start, end in words:
        found = places(text, start, end, rules) if start < run.end and end > run.start else ()
        inside = [place for place in found if run.start <= place.after < run.end - 1]
        out.append(tuple([p for p in inside if _with_one(piece, codes, language, p.after) == plain]))
    return out


def _with_one(run: TextRun, codes: Sequence[int], language: str, after: int) -> tuple[Glyph, ...]:
    """The run's glyphs beside a tatweel put there. HarfBuzz has a flag that foretells whether they change: it is right
    but for a few forms (Vazirmatn's ہے), and never set in faces whose rules look far (Alkalami)."""
    longer = TextRun(run.start, run.end + 1, run.script, run.level, run.font)
    glyphs = shape_run(longer, [*codes[: after + 1], ord(TATWEEL), *codes[after + 1 :]], language, "rtl").glyphs
    return tuple([g._replace(cluster=g.cluster - (g.cluster > after)) for g in glyphs if g.cluster != after + 1])
