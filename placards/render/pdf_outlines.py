"""Outlines of glyphs and shapes become PDF path operators, each distinct glyph only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from placards.scene.items import PlacedRun, TextLine
from placards.text.font import Font
from placards.text.kept import Kept
from placards.values.color import Stroke
from placards.values.geometry import Matrix, Segment

#: A segment in font units: a tenth of them is 0.05 mm in letters a metre high.
_SEGMENTS = {"M": "%.1f %.1f m", "L": "%.1f %.1f l", "C": "%.1f %.1f %.1f %.1f %.1f %.1f c", "Z": "h"}
_USELESS = re.compile(r"\.0(?= )")
_NEGATIVE_ZERO = re.compile(r"(?<![^ ])-0(?= )")

#: A sheet has thousands of numbers: a format that is ready takes two thirds of the time.
_DECIMALS = tuple(f"%.{decimals}f" for decimals in range(10))

#: A path of so many segments is kept, and so many segments of all paths, with their operators some 12 MB.
_LONG, _MOST_KEPT = 5, 40_000

_kept_operators: Kept[tuple[int, int], tuple[tuple[Segment, ...], str]] = Kept(_MOST_KEPT)

_OPERATORS = {"M": " m", "L": " l", "C": " c", "Z": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def number(value: float, decimals: int = 3) -> str:
    """A number as PDF writes it: no exponent, no useless digits."""
    text = _DECIMALS[decimals] % value
    if decimals:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path_operators(segments: Iterable[Segment], decimals: int = 3) -> str:
    """Path segments as construction operators, without the painting one. Those of a tuple are kept: grounds, pieces of
    art and the cells of a sheet are drawn again and again."""
    if not isinstance(segments, tuple) or len(segments) < _LONG:
        return _path_operators(segments, decimals)
    # By identity, for that is quick; what is kept holds its segments, so that no others can have their id.
    kept = _kept_operators.get(
        (id(segments), decimals), lambda: (segments, _path_operators(segments, decimals)), len(segments)
    )
    return kept[1]


def _path_operators(segments: Iterable[Segment], decimals: int) -> str:
    return " ".join(
        [" ".join([number(v, decimals) for v in segment[1:]]) + _OPERATORS[segment[0]] for segment in segments]
    )


@lru_cache(maxsize=50_000)
def glyph_operators(font: Font, glyph: int) -> str:
    """The outline of a glyph in font units, y up, with one decimal; empty for a glyph without ink. As `path_operators`,
    formatted a segment at a time: drawing letters for the first time is most of what a poster with new ones costs."""
    text = " ".join([_SEGMENTS[segment[0]] % segment[1:] for segment in font.segments(glyph)])
    return _NEGATIVE_ZERO.sub("0", _USELESS.sub("", text))


def run_matrix(placed: PlacedRun, line: TextLine) -> Matrix:
    """From a run's font units (y up) to the block's points (y down)."""
    a, b, c, d, e, f = placed.matrix
    return Matrix(a, b, c, d, line.origin.x + e, line.origin.y + f)


def matrix_operator(matrix: Sequence[float], decimals: int = 4) -> str:
    """The operator that puts a matrix before the one in force."""
    return " ".join([number(v, decimals) for v in matrix]) + " cm"


def line_style(stroke: Stroke, scale: float = 1.0) -> str:
    """The operators for a stroke's width, ends, corners and dashes, where a unit is *scale* points."""
    dash = " ".join([number(v / scale) for v in stroke.dash])
    return (
        f"{number(stroke.width / scale)} w {_CAPS[stroke.cap]} J {_JOINS[stroke.join]} j "
        f"{number(stroke.miter_limit)} M [{dash}] {number(stroke.dash_offset / scale)} d"
    )


def painting_operator(fill: bool, stroke: bool, fill_rule: str) -> str:
    """The operator that paints the path before it."""
    if not fill:
        return "S" if stroke else "n"
    return ("B" if stroke else "f") + ("*" if fill_rule == "evenodd" else "")
