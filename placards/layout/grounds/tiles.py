"""A motif becomes a border around a box: whole tiles along each side, a corner piece where they meet.

A motif is drawn in a unit square, x along the border (clockwise around the box), y from its outer edge to its inner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import pi
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.layout.grounds.outline import MOST, XY, arc, corners, joined, rounded, united
from placards.values.geometry import Matrix, Path, Rect

Motif: TypeAlias = Literal[
    "triangles", "zigzag", "diamonds", "checks", "chain", "leaf", "wheat", "waves", "stitches", "film", "dots"
]

#: How long a tile is by its depth, where it need not be square.
_LONG: dict[str, float] = {"leaf": 1.5, "wheat": 0.9, "chain": 1.5, "stitches": 1.3, "film": 0.85, "waves": 1.6}


@dataclass(frozen=True, slots=True)
class Tiling:
    """How many tiles each side has, and how long they are, in points."""

    columns: int
    rows: int
    wide: float
    high: float
    depth: float


def tiling(box: Rect, depth: float, motif: Motif) -> Tiling:
    """Whole tiles between the corners, the depth of the border for a corner."""
    depth = min(depth, box.width / 3, box.height / 3)
    long = depth * _LONG.get(motif, 1.0)
    width, height = box.width - 2 * depth, box.height - 2 * depth
    columns = min(max(1, round(width / long)), MOST // 8)
    rows = min(max(1, round(height / long)), MOST // 8)
    return Tiling(columns, rows, width / columns, height / rows, depth)


def border(box: Rect, depth: float, motif: Motif) -> Path:
    """The border inside a box, as one path."""
    how = tiling(box, depth, motif)
    tile, corner = _TILES[motif], _CORNERS.get(motif)
    out = []
    for place, number, length in _sides(box, how):
        for i in range(number):
            # From the middle of a side both halves grow towards its ends, so that a border has an axis.
            turned = motif in ("leaf", "wheat") and i < number / 2
            if turned:
                matrix = Matrix(-length, 0, 0, how.depth, (i + 1) * length, 0)
            else:
                matrix = Matrix(length, 0, 0, how.depth, i * length, 0)
            out.append(tile().transformed(matrix.then(place)))
    for place, _, _ in _sides(box, how):
        piece = corner() if corner else Path(())
        out.append(piece.transformed(Matrix(how.depth, 0, 0, how.depth, -how.depth, 0).then(place)))
    return united(out)


def _sides(box: Rect, how: Tiling) -> Iterator[tuple[Matrix, int, float]]:
    """For each side the matrix from (along it, inwards) to the sheet, and its tiles."""
    d = how.depth
    yield Matrix(1, 0, 0, 1, box.x + d, box.y), how.columns, how.wide
    yield Matrix(0, 1, -1, 0, box.right, box.y + d), how.rows, how.high
    yield Matrix(-1, 0, 0, -1, box.right - d, box.bottom), how.columns, how.wide
    yield Matrix(0, -1, 1, 0, box.x, box.bottom - d), how.rows, how.high


def _polygons(*outlines: list[XY]) -> Path:
    return joined(outlines)


def _triangles() -> Path:
    return _polygons([(0.06, 0.84), (0.5, 0.16), (0.94, 0.84)])


def _zigzag() -> Path:
    return _polygons([(0, 0.62), (0.5, 0.12), (1, 0.62), (1, 0.9), (0.5, 0.4), (0, 0.9)])


def _zigzag_corner() -> Path:
    return _polygons([(1, 0.62), (1, 0.9), (0.9, 1), (0.62, 1)], [(0.28, 0.06), (0.5, 0.28), (0.28, 0.5), (0.06, 0.28)])


def _diamonds() -> Path:
    return _polygons([(0.5, 0.1), (0.9, 0.5), (0.5, 0.9), (0.1, 0.5)])


def _checks() -> Path:
    return _polygons([(0, 0), (0.5, 0), (0.5, 0.5), (0, 0.5)], [(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)])


def _oval(x: float, y: float, rx: float, ry: float, *, hole: bool = False) -> list[XY]:
    points = arc(x, y, rx, ry, 0, 2 * pi, 28)[:-1]
    return points[::-1] if hole else points


def _chain() -> Path:
    """A link from its side, and half of the two that it holds."""
    outer = _pill(0.1, 0.9, 0.24, 0.76)
    inner = _pill(0.22, 0.78, 0.38, 0.62)[::-1]
    bars = [[(x - 0.13, 0.44), (x + 0.13, 0.44), (x + 0.13, 0.56), (x - 0.13, 0.56)] for x in (0.0, 1.0)]
    return _polygons(outer, inner, *bars)


def _pill(left: float, right: float, top: float, bottom: float) -> list[XY]:
    """A link: straight above and below, round at its ends, as it looks in a tile one and a half as long as deep."""
    ry = (bottom - top) / 2
    rx = ry / 1.5
    middle = (top + bottom) / 2
    return [
        *arc(right - rx, middle, rx, ry, -pi / 2, pi / 2, 12),
        *arc(left + rx, middle, rx, ry, pi / 2, 3 * pi / 2, 12),
    ]


def _chain_corner() -> Path:
    return _polygons(_oval(0.5, 0.5, 0.34, 0.34), _oval(0.5, 0.5, 0.18, 0.18, hole=True))


def _blade(x: float, y: float, to_x: float, to_y: float, wide: float) -> Path:
    """A leaf from its stalk to its tip."""
    dx, dy = to_x - x, to_y - y
    mx, my = x + 0.45 * dx, y + 0.45 * dy
    return Path(
        (
            ("M", x, y),
            ("C", x + 0.1 * dx + dy * wide, y + 0.1 * dy - dx * wide, mx + dy * wide, my - dx * wide, to_x, to_y),
            ("C", mx - dy * wide, my + dx * wide, x + 0.1 * dx - dy * wide, y + 0.1 * dy + dx * wide, x, y),
            ("Z",),
        )
    )


def _leaf() -> Path:
    stalk = _polygons([(-0.02, 0.475), (1.02, 0.475), (1.02, 0.525), (-0.02, 0.525)])
    return united([stalk, _blade(0.02, 0.5, 0.62, 0.06, 0.42), _blade(0.38, 0.5, 0.98, 0.94, 0.42)])


def _leaf_corner() -> Path:
    return united([_blade(0.5, 0.5, x, y, 0.36) for x, y in ((0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95))])


def _wheat() -> Path:
    """Two ears on a stalk."""
    stalk = _polygons([(-0.02, 0.46), (1.02, 0.46), (1.02, 0.54), (-0.02, 0.54)])
    return united([stalk, _blade(0.08, 0.44, 0.92, 0.06, 0.26), _blade(0.08, 0.56, 0.92, 0.94, 0.26)])


def _dot_corner() -> Path:
    return _polygons(_oval(0.5, 0.5, 0.26, 0.26))


def _waves() -> Path:
    high, low, thick = 0.12, 0.56, 0.24
    return Path(
        (
            ("M", 0, low),
            ("C", 0.2, low, 0.3, high, 0.5, high),
            ("C", 0.7, high, 0.8, low, 1, low),
            ("L", 1, low + thick),
            ("C", 0.72, low + thick, 0.74, high + thick, 0.5, high + thick),
            ("C", 0.26, high + thick, 0.28, low + thick, 0, low + thick),
            ("Z",),
        )
    )


def _waves_corner() -> Path:
    return _polygons([*arc(1, 1, 0.44, 0.44, pi, 1.5 * pi, 10), *arc(1, 1, 0.2, 0.2, 1.5 * pi, pi, 10)])


def _stitches() -> Path:
    return _polygons(_pill(0.14, 0.86, 0.4, 0.6))


def _film() -> Path:
    """A strip with a hole in it, as along the edge of a film."""
    return _polygons(corners(Rect(0, 0, 1, 1)), rounded(Rect(0.24, 0.24, 0.52, 0.52), 0.1, 6)[::-1])


def _dots() -> Path:
    return _polygons(_oval(0.5, 0.5, 0.28, 0.28))


def _square_corner() -> Path:
    return _polygons([(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)])


_TILES: dict[str, Callable[[], Path]] = {
    "triangles": _triangles, "zigzag": _zigzag, "diamonds": _diamonds, "checks": _checks, "chain": _chain,
    "leaf": _leaf, "wheat": _wheat, "waves": _waves, "stitches": _stitches, "film": _film, "dots": _dots,
}  # fmt: skip

_CORNERS: dict[str, Callable[[], Path]] = {
    "triangles": _square_corner, "zigzag": _zigzag_corner, "diamonds": _diamonds, "checks": _checks,
    "chain": _chain_corner, "leaf": _leaf_corner, "wheat": _dot_corner, "waves": _waves_corner,
    "stitches": _dot_corner, "film": _film,
    "dots": _dots,
}  # fmt: skip
