"""A vertical line's runs become stretches that stand upright, lie turned, or stand together in one em; then places.

Each character goes by Unicode's Vertical_Orientation (UAX #50), and where that leaves it to the font, by whether the
font has a glyph of its own for vertical lines.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import uharfbuzz as hb

from placards.locale.language import script_of
from placards.text.font import Font
from placards.text.itemize import is_emoji
from placards.text.orientation_table import vertical_orientation
from placards.text.runs import GlyphRun, ShapedLine, Stand, TextRun
from placards.text.script import COMMON, expand_script, resolve_scripts
from placards.text.vertical_signs import (
    MAINLAND,
    NOTHING,
    QUOTES,
    SPACED,
    Stretch,
    curled,
    is_upright,
    signs_of,
    together,
)
from placards.values.geometry import Matrix

#: Scripts whose letters stand in vertical lines.
UPRIGHT_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo", "Yiii"})

#: Scripts that are written downwards in lines that are turned as a whole.
TURNED_SCRIPTS = frozenset({"Mong", "Phag"})

UPRIGHT, _TOGETHER = Stand("upright"), Stand("together")

#: Signs that are turned in every font with forms for vertical lines: whether one changes tells which has.
_TELLING = "「（ー"

_DASHES = "—―"


def can_be_vertical(language: str, text: str) -> bool:
    """Whether a text can be set in vertical lines: its language is written so, and some of its letters are."""
    known = set(expand_script(_script(language)))
    written = UPRIGHT_SCRIPTS | TURNED_SCRIPTS
    return bool(known & (written | {COMMON})) and not written.isdisjoint(resolve_scripts(text))


def _script(language: str) -> str:
    return script_of(language) if language else COMMON


def is_turned_whole(language: str, scripts: Iterable[str]) -> bool:
    """Whether vertical lines are horizontal ones turned, that follow each other from left to right, as in Mongolian."""
    return _script(language) in TURNED_SCRIPTS or not TURNED_SCRIPTS.isdisjoint(scripts)


def standing(
    text: str, runs: Sequence[TextRun], language: str, cluster_ends: Sequence[int]
) -> tuple[list[TextRun], str]:
    """The runs of a vertical line, each with its `Stand`, and the text as it is drawn."""
    mongolian = is_turned_whole(language, [run.script for run in runs])
    drawn = text if mongolian else _drawn(text, runs, language)
    stretches = [] if mongolian else together(drawn)
    kinds = _Kinds(drawn, language, stretches, mongolian)
    parts = [part for run in runs for part in _parts(run, kinds, cluster_ends)]
    fonts = (p.font for p in parts if p.stand == UPRIGHT and p.script in UPRIGHT_SCRIPTS)
    centre = next((_middle(font) / font.size for font in fonts), None)
    return [_centred(part, drawn, None if mongolian else centre) for part in parts], drawn


def _drawn(text: str, runs: Sequence[TextRun], language: str) -> str:
    """The text with the signs that its language writes in vertical lines, among letters that stand there."""
    signs = signs_of(language, _script(language))
    out = [*curled(text)] if signs else [*text]
    for run in runs if signs else ():
        for index in range(run.start, run.end) if run.script in UPRIGHT_SCRIPTS else ():
            char = out[index]
            sign = signs.get(char, char)
            if char == " ":
                wanted, sign = text[index - 1] != out[index - 1] in SPACED, NOTHING
            elif sign == char or run.font.glyph(ord(sign)) is None:
                wanted = False
            elif char in QUOTES:
                # The mainland's fonts have corner brackets for curly quotes, Taiwan's have turned quotes.
                wanted = signs is not MAINLAND or not _has_form(run.font, char, run.script, language)
            else:
                wanted = index > 0 and is_upright(out[index - 1]) and not text[index + 1 : index + 2].isdigit()
            out[index] = sign if wanted else char
    return "".join(out)


class _Kinds:
    """What each cluster of a text does, by the font that draws it."""

    def __init__(self, text: str, language: str, stretches: Sequence[Stretch], mongolian: bool) -> None:
        self.text = text
        self._language, self._stretches, self._mongolian = language, stretches, mongolian

    def stand(self, start: int, end: int, run: TextRun) -> tuple[Stand, int]:
        """How the cluster ``start:end`` stands, and what it goes together with: a stretch's number, other dashes (-2),
        or all that stands alike (-1)."""
        number = bisect_right(self._stretches, (start, len(self.text))) - 1
        if number >= 0 and start < self._stretches[number][1]:
            return _TOGETHER, number
        if self._stands(self.text[start:end], run):
            return UPRIGHT, -1
        return Stand("turned"), -2 if self.text[start] in _DASHES and run.script in UPRIGHT_SCRIPTS else -1

    def _stands(self, cluster: str, run: TextRun) -> bool:
        if is_emoji(cluster) or any(unicodedata.category(char) == "Me" for char in cluster):
            return True
        first, font, script = cluster[0], run.font, run.script
        orientation = vertical_orientation(first)
        if orientation == "Tr":
            return any(_has_form(font, char, script, self._language) for char in first + _TELLING)
        if orientation == "R":  # an ellipsis, a Chinese quote: what the font turns need not be turned
            return not self._mongolian and script in UPRIGHT_SCRIPTS and _has_form(font, first, script, self._language)
        return True


def _parts(run: TextRun, kinds: _Kinds, cluster_ends: Sequence[int]) -> Iterator[TextRun]:
    """A run cut where its clusters begin to stand otherwise."""
    last: tuple[Stand, int] | None = None
    begun = at = run.start
    while at < run.end:
        end = min(cluster_ends[bisect_right(cluster_ends, at)], run.end)
        stand = kinds.stand(at, end, run)
        if last is not None and stand != last:
            yield TextRun(begun, at, run.script, run.level, run.font, last[0])
            begun = at
        last, at = stand, end
    if last is not None:
        yield TextRun(begun, run.end, run.script, run.level, run.font, last[0])


def _centred(run: TextRun, text: str, centre: float | None) -> TextRun:
    """A turned run with the height of it that lies on the centre line: the middle of the font that stands beside it."""
    if run.stand is None or run.stand.kind != "turned":
        return run
    dash = text[run.start]
    if dash in _DASHES and run.script in UPRIGHT_SCRIPTS and (glyph := run.font.glyph(ord(dash))) is not None:
        ink = run.font.extents(glyph)  # it is to run along the line, not beside it
        return replace(run, stand=Stand("turned", (ink.top + ink.bottom) / 2 / run.font.upem))
    return replace(run, stand=Stand("turned", _middle(run.font) if centre is None else centre * run.font.size))


def _middle(font: Font) -> float:
    return (font.ascender_em + font.descender_em) / 2


@lru_cache(maxsize=4096)
def _has_form(font: Font, char: str, script: str, language: str) -> bool:
    """Whether the font draws a character otherwise in vertical lines."""
    across, down = (_glyphs(font, char, script, language, direction) for direction in ("ltr", "ttb"))
    return across != down and 0 not in down


def _glyphs(font: Font, char: str, script: str, language: str, direction: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.script, buffer.direction, buffer.language = script, direction, language or "und"
    font.shape(buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def place_in_column(run: GlyphRun) -> Matrix:
    """The matrix from a run's font units, y up, to em from where it begins on the centre line, y down."""
    unit = 1 / run.font.upem
    stand = run.stand or UPRIGHT
    if stand.kind == "turned":
        return Matrix(0.0, unit, unit, 0.0, -stand.centre_em, 0.0)
    if stand.kind == "upright":
        return Matrix(unit, 0.0, 0.0, -unit, 0.0, 0.0)
    width = sum(glyph.x_advance for glyph in run.glyphs)
    squeezed = unit * min(1.0, run.font.units / width) if width > 0 else unit
    inks = [(x, y, run.font.extents(glyph)) for glyph, x, y in run.pens()]
    left, right = (f(v) for f, v in ((min, [x + e.left for x, _, e in inks]), (max, [x + e.right for x, _, e in inks])))
    top, bottom = max(y + e.top for _, y, e in inks), min(y + e.bottom for _, y, e in inks)
    middle = run.font.size / 2 + unit * (top + bottom) / 2
    return Matrix(squeezed, 0.0, 0.0, -unit, -squeezed * (left + right) / 2, middle)


def measure_vertical(start: int, end: int, runs: tuple[GlyphRun, ...]) -> ShapedLine:
    """The advance and the ink of a vertical line, in em: x from the centre line, y down from the line's top."""
    pen = 0.0
    xs: list[float] = []
    ys: list[float] = []
    for run in runs:
        a, b, c, d, e, f = place_in_column(run)
        for glyph, x, y in run.pens():
            ink = run.font.extents(glyph)
            if ink.right != ink.left or ink.top != ink.bottom:
                for corner_x, corner_y in ((x + ink.left, y + ink.top), (x + ink.right, y + ink.bottom)):
                    xs.append(a * corner_x + c * corner_y + e)
                    ys.append(b * corner_x + d * corner_y + f + pen)
        pen += run.advance / run.font.upem
    if not xs:
        return ShapedLine(start, end, runs, pen, 0.0, 0.0, 0.0, 0.0)
    return ShapedLine(start, end, runs, pen, min(xs), max(xs), min(ys), max(ys))
