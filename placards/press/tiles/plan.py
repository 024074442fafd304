"""A poster and a paper become a grid: how many sheets, which part of the poster each shows, where it is cut and glued.

Pure arithmetic, in points, y down from the poster's top left. Sheets that lie beside each other show a strip of the
poster twice, the overlap. Their seam runs along its middle: one of them is cut there and laid over the other, whose
half of the overlap is hidden below and holds the glue.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.press.paper import Paper
from placards.problems.errors import InputError
from placards.values.geometry import Point, Rect, Size
from placards.values.units import MM

Orientation: TypeAlias = Literal["auto", "portrait", "landscape"]

#: What rounding may add to a length that is a whole number of sheets.
_ROUNDED = 1e-9

#: Of what a sheet can show of the poster, so much must be new: else a wide overlap makes sheets without end.
_LEAST_STEP = 10 * MM


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sheets a poster takes, and how they lie."""

    paper: Paper
    columns: int
    rows: int

    @property
    def sheets(self) -> int:
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Flaps:
    """At which sides a sheet holds the glue for its neighbour; it is cut at the others."""

    right: bool = True
    bottom: bool = True


USUAL_FLAPS = Flaps()


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet of the grid. *window* is what it shows of the poster, *kept* what of that is seen in the end; *place*
    is the window's top left on the sheet."""

    row: int
    column: int
    window: Rect
    kept: Rect
    place: Point

    @property
    def label(self) -> str:
        """A letter a row, a number along it: B3 is the third sheet of the second row.

        >>> Tile(1, 2, Rect(0, 0, 1, 1), Rect(0, 0, 1, 1), Point(0, 0)).label
        'B3'
        """
        return f"{row_letters(self.row)}{self.column + 1}"

    def on_sheet(self, box: Rect) -> Rect:
        """A box of the poster, where it lies on the sheet."""
        return Rect(box.x - self.window.x + self.place.x, box.y - self.window.y + self.place.y, box.width, box.height)


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole plan of a poster of *size*."""

    size: Size
    paper: Paper
    overlap: float
    across: tuple[float, ...]  # seams between columns, from the poster's left
    down: tuple[float, ...]  # seams between rows, from its top
    flaps: Flaps
    tiles: tuple[Tile, ...]  # row by row

    @property
    def columns(self) -> int:
        return len(self.across) + 1

    @property
    def rows(self) -> int:
        return len(self.down) + 1


def row_letters(row: int) -> str:
    """A to Z, then AA, AB, …: the letters of a row, from 0.

    >>> row_letters(0), row_letters(25), row_letters(26), row_letters(27)
    ('A', 'Z', 'AA', 'AB')
    """
    letters = chr(ord("A") + row % 26)
    return letters if row < 26 else row_letters(row // 26 - 1) + letters


def sheets_along(length: float, usable: float, overlap: float) -> int:
    """How many sheets a side takes: the fewest, for the last one may show less than it could.

    >>> sheets_along(1000, 200, 10), sheets_along(200, 200, 10), sheets_along(390, 200, 10)
    (6, 1, 2)
    """
    return max(1, ceil((length - overlap) / (usable - overlap) - _ROUNDED))


def count_sheets(size: Size, paper: Paper, overlap: float, orientation: Orientation = "auto") -> Counts:
    """The fewest sheets; where both ways take as many, the way with less to cut. Raises InputError where the overlap
    leaves a sheet nothing to show."""
    upright = paper.upright
    ways = {"portrait": [upright], "landscape": [upright.turned], "auto": [upright, upright.turned]}[orientation]
    counts = [_counts(size, way, overlap) for way in ways if _has_room(way, overlap)]
    if not counts:
        raise InputError("tile-overlap", overlap=round(overlap / MM, 1), paper=paper.name)
    return min(counts, key=lambda found: (found.sheets, _seam_length(found, size)))


def largest_scale(size: Size, paper: Paper, overlap: float, orientation: Orientation, sheets: int) -> float:
    """How many times larger a poster of *size* can be on so many sheets; raises InputError."""
    upright = paper.upright
    ways = {"portrait": [upright], "landscape": [upright.turned], "auto": [upright, upright.turned]}[orientation]
    best = 0.0
    for way in ways:
        if _has_room(way, overlap):
            usable = way.usable
            for columns in range(1, sheets + 1):
                rows = sheets // columns
                width = columns * (usable.width - overlap) + overlap
                height = rows * (usable.height - overlap) + overlap
                best = max(best, min(width / size.width, height / size.height))
    if not best:
        raise InputError("tile-overlap", overlap=round(overlap / MM, 1), paper=paper.name)
    return best * (1 - 1e-12)  # or rounding asks for one sheet more


def even_seams(length: float, usable: float, overlap: float, count: int) -> tuple[float, ...]:
    """Seams between *count* sheets that all show equally much."""
    window = (length + (count - 1) * overlap) / count
    return tuple(index * (window - overlap) + overlap / 2 for index in range(1, count))


def fixed_seams(length: float, usable: float, overlap: float, count: int) -> tuple[float, ...]:
    """Seams where each sheet but the last shows as much as it can: what tilers do that know nothing of the poster."""
    return tuple(index * (usable - overlap) + overlap / 2 for index in range(1, count))


def grid(
    size: Size, paper: Paper, overlap: float, across: Sequence[float], down: Sequence[float], flaps: Flaps = USUAL_FLAPS
) -> Grid:
    """The sheets between seams."""
    columns, rows = _spans(size.width, across, overlap), _spans(size.height, down, overlap)
    usable = paper.usable
    tiles = []
    for row, (top, bottom, kept_top, kept_bottom) in enumerate(rows):
        y = _place(bottom - top, usable.y, usable.height, row, len(rows))
        for column, (left, right, kept_left, kept_right) in enumerate(columns):
            x = _place(right - left, usable.x, usable.width, column, len(columns))
            window = Rect(left, top, right - left, bottom - top)
            kept = Rect(kept_left, kept_top, kept_right - kept_left, kept_bottom - kept_top)
            tiles.append(Tile(row, column, window, kept, Point(x, y)))
    return Grid(size, paper, overlap, tuple(across), tuple(down), flaps, tuple(tiles))


def _spans(length: float, seams: Sequence[float], overlap: float) -> list[tuple[float, float, float, float]]:
    """For each sheet along a side: where its window begins and ends, and what is kept of it."""
    half = overlap / 2
    edges = [0.0, *seams, length]
    last = len(edges) - 2
    return [
        (
            edges[index] - (half if index else 0),
            edges[index + 1] + (half if index < last else 0),
            edges[index],
            edges[index + 1],
        )
        for index in range(last + 1)
    ]


def _place(length: float, start: float, room: float, index: int, count: int) -> float:
    """Where a window begins on a sheet: in the middle, those at the poster's edges towards their neighbours, so that
    marks for cutting have a place outside the poster."""
    left = room - length
    if count == 1:
        return start + left / 2
    return start + (left if index == 0 else 0 if index == count - 1 else left / 2)


def _has_room(paper: Paper, overlap: float) -> bool:
    return min(paper.usable.size) - overlap >= _LEAST_STEP


def _counts(size: Size, paper: Paper, overlap: float) -> Counts:
    usable = paper.usable
    return Counts(
        paper,
        sheets_along(size.width, usable.width, overlap),
        sheets_along(size.height, usable.height, overlap),
    )


def _seam_length(counts: Counts, size: Size) -> float:
    return (counts.columns - 1) * size.height + (counts.rows - 1) * size.width
