"""An item becomes the box of what it shows, through transforms and clips, in the points of what it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from math import hypot, sqrt
from typing import assert_never

from placards.scene.items import FillPath, Group, Item, Picture, TextBlock, TextLine, Underlay
from placards.values.color import Stroke
from placards.values.geometry import IDENTITY, Matrix, Rect, around, moved


def shown(item: Item, matrix: Matrix = IDENTITY) -> Rect | None:
    """The upright box around what an item paints, *matrix* applied, never too small; None where it paints nothing."""
    match item:
        case FillPath():
            return _of_path(item, matrix)
        case TextBlock():
            return united(_inks(item, matrix))
        case Picture():
            painted = (item.data or item.plates) and item.box.width and item.box.height and matrix.area
            return matrix.box(item.box) if painted else None
        case Group():
            return _of_group(item, matrix)
        case _:
            assert_never(item)


def united(boxes: Iterable[Rect | None]) -> Rect | None:
    """The smallest box around all boxes; None for none."""
    found = [box for box in boxes if box is not None]
    return reduce(Rect.union, found) if found else None


def line_ink(line: TextLine, matrix: Matrix = IDENTITY) -> Rect | None:
    """The box of a line's ink: its own box where it stays upright, else from the letters' outlines, for a box that is
    turned has corners that reach further than the letters in it."""
    if matrix.b == 0 and matrix.c == 0:
        return matrix.box(line.ink) if matrix.area else None
    there = Matrix(e=line.origin.x, f=line.origin.y).then(matrix)
    xs: list[float] = []
    ys: list[float] = []
    for placed in line.runs:
        pen = placed.matrix.then(there)
        for glyph, x, y in placed.run.pens():
            place = Matrix(e=x, f=y).then(pen)
            for outline in placed.run.font.silhouette(glyph):
                for segment in moved(outline, place):
                    xs.extend(segment[1::2])
                    ys.extend(segment[2::2])
    return around(xs, ys) if xs else None


def underlay_ink(line: TextLine, underlay: Underlay, matrix: Matrix = IDENTITY) -> Rect | None:
    """The box of what an underlay draws of a line; None where it draws nothing."""
    stroke = underlay.stroke if underlay.stroke is not None and underlay.stroke.width > 0 else None
    if underlay.paint is None and stroke is None:
        return None
    away = Matrix(e=underlay.offset.x, f=underlay.offset.y).then(matrix)
    ink = line_ink(line, away)
    if ink is None or stroke is None or not (ink.width and ink.height):
        return ink
    more = reach(stroke) * (sqrt(abs(matrix.area)) if matrix.keeps_shapes else hypot(*matrix[:4]))
    return ink.inset(-more, -more, -more, -more)


def line_room(line: TextLine, underlay: Underlay | None = None) -> Rect | None:
    """A box that surely holds what is drawn of a line, or by an underlay of it; None where nothing is."""
    if not line.runs:
        return None
    ink = line_ink(line) if underlay is None else underlay_ink(line, underlay)
    more = 1 + line.size / 4
    return None if ink is None else ink.inset(-more, -more, -more, -more)


def reach(stroke: Stroke) -> float:
    """How far a stroke reaches past its outline at most, in points."""
    pointed = stroke.miter_limit if stroke.join == "miter" else 1.0
    return stroke.width / 2 * max(pointed, sqrt(2) if stroke.cap == "square" else 1.0)


def _inks(block: TextBlock, matrix: Matrix) -> Iterator[Rect | None]:
    for line in block.lines:
        yield line_ink(line, matrix)
        for underlay in block.underlays:
            yield underlay_ink(line, underlay, matrix)


def _of_path(item: FillPath, matrix: Matrix) -> Rect | None:
    filled = item.paint is not None
    stroked = item.stroke is not None and item.stroke.width > 0
    if not item.path.segments or item.opacity <= 0 or not (filled or stroked) or not matrix.area:
        return None
    if not item.stroke:
        bounds = item.path.transformed(matrix).bounds() if matrix.b or matrix.c else matrix.box(item.path.bounds())
        return bounds if bounds.width and bounds.height else None
    more = reach(item.stroke)
    return matrix.box(item.path.bounds().inset(-more, -more, -more, -more))


def _of_group(group: Group, matrix: Matrix) -> Rect | None:
    inner = group.transform.then(matrix)
    box = united(shown(item, inner) for item in group.items) if group.opacity > 0 else None
    if box is None or group.clip is None:
        return box
    return box.intersection(group.clip.transformed(inner).bounds())
