"""Glyph runs and paths become PDF path operators, each distinct glyph only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from placards.scene.items import PlacedRun, TextLine
from placards.text.font import Font

#: Fractional font units kept: a tenth is 0.05 mm in letters a metre high.
_FONT_UNIT_DECIMALS = 1

_OPERATORS = {"M": " m", "L": " l", "C": " c", "Z": "h"}


def number(value: float, decimals: int = 3) -> str:
    """A number as PDF writes it: no exponent, no useless digits."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path_operators(segments: Iterable[Sequence[str | float]], decimals: int) -> str:
    """Path segments as construction operators, without the painting one."""
    return " ".join(
        " ".join([number(float(v), decimals) for v in segment[1:]]) + _OPERATORS[str(segment[0])]
        for segment in segments
    )


@lru_cache(maxsize=50_000)
def glyph_operators(font: Font, glyph: int) -> str:
    """The outline of a glyph in font units, y up; empty for a glyph without ink."""
    return path_operators(font.segments(glyph), _FONT_UNIT_DECIMALS)


class RunPlacement(NamedTuple):
    """The matrix from a run's font units (y up) to points (y down) as PDF's six numbers."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


def run_placement(placed: PlacedRun, line: TextLine, vertical: bool) -> RunPlacement:
    """Where a run's pen starts, and how it stands: upright, or turned clockwise in a vertical line."""
    scale = placed.size / placed.run.font.upem
    if not vertical:
        return RunPlacement(scale, 0.0, 0.0, -scale, line.origin.x + placed.offset, line.origin.y)
    start = line.origin.y + placed.offset
    if placed.sideways:
        # The text engine is loaded whenever there is a sideways run; a horizontal page can do without it.
        from placards.text.shape import sideways_shift

        shift = sideways_shift(placed.run.font) * scale
        return RunPlacement(0.0, scale, scale, 0.0, line.origin.x - shift, start)
    return RunPlacement(scale, 0.0, 0.0, -scale, line.origin.x, start)


def glyph_positions(placed: PlacedRun) -> Iterator[tuple[int, int, int]]:
    """Each glyph of a run with its origin in font units, y up, from the run's start."""
    x = y = 0
    for glyph in placed.run.glyphs:
        yield glyph.id, x + glyph.x_offset, y + glyph.y_offset
        x += glyph.x_advance
        y += glyph.y_advance
