"""A pattern becomes its figures, each where it stands: readers that repeat a tile leave seams between the tiles."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from placards.problems.errors import InputError
from placards.values.color import Pattern
from placards.values.geometry import Matrix, Rect, Segment, moved

#: How many segments all figures of a shape may have before a tile is repeated all the same.
MOST_SEGMENTS = 300_000

#: How many are painted at once: what readers' rasterisers surely hold at 600 dpi.
_AT_ONCE = 20_000


def rows(pattern: Pattern, box: Rect) -> list[list[tuple[float, float]]]:
    """How far the figure is moved for each of its copies that show in a box, row by row. Raises InputError for a tile
    without an area."""
    tile, figure = pattern.tile, pattern.figure.bounds()
    if not (tile.width > 0 and tile.height > 0 and pattern.matrix.area):
        raise InputError("render-pattern-flat")
    across = range(floor((box.x - figure.right) / tile.width), ceil((box.right - figure.x) / tile.width) + 1)
    down = range(floor((box.y - figure.bottom) / tile.height), ceil((box.bottom - figure.y) / tile.height) + 1)
    return [[(x * tile.width, y * tile.height) for x in across] for y in down]


def count(pattern: Pattern, box: Rect) -> float:
    """How many segments all figures that show in a box have, more or less."""
    tile, figure = pattern.tile, pattern.figure.bounds()
    across, down = (box.width + figure.width) / tile.width, (box.height + figure.height) / tile.height
    return across * down * len(pattern.figure.segments)


def copies(pattern: Pattern, box: Rect) -> Iterator[list[Segment]]:
    """The figures that show in a box, as paths of many. Each begins with the last row of the one before it: figures of
    one path that touch show no seam."""
    found: list[Segment] = []
    above: list[Segment] = []
    for row in rows(pattern, box):
        drawn = [segment for x, y in row for segment in moved(pattern.figure.segments, Matrix(e=x, f=y))]
        if found and len(found) + len(drawn) > _AT_ONCE:
            yield found
            found = above
        found = found + drawn
        above = drawn
    if found:
        yield found
