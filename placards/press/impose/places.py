"""Boxes on a sheet: where pages lie, which way up, where the sheet is folded and cut. Pure arithmetic, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.press.paper import Paper
from placards.values.geometry import Matrix, Point, Rect, Size
from placards.values.units import MM

#: Room that is kept for cut marks around pages, how long they are, and how far away from the page.
MARK_ROOM, MARK, MARK_AWAY = 5 * MM, 4 * MM, 1 * MM

Turn: TypeAlias = Literal[0, 90, 180, 270]


@dataclass(frozen=True, slots=True)
class Cells:
    """Places for pages of one size, as they lie: *turn* is how far pages are turned clockwise, *scale* how large."""

    paper: Paper
    boxes: tuple[Rect, ...]  # row by row
    scale: float
    turn: Turn
    columns: int
    gap: float

    @property
    def around(self) -> Rect:
        """The box around all places."""
        first, last = self.boxes[0], self.boxes[-1]
        return Rect(first.x, first.y, last.right - first.x, last.bottom - first.y)


def fitted(page: Size, box: Rect, turn: Turn, *, most: float | None = 1.0) -> tuple[Rect, float]:
    """A page in the middle of a box, as large as it allows and at most *most* times (None: however large); its box and
    its scale."""
    across = Size(page.height, page.width) if turn % 180 else page
    scale = min(box.width / across.width, box.height / across.height)
    scale = scale if most is None else min(scale, most)
    width, height = across.width * scale, across.height * scale
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height), scale


def to_box(page: Size, box: Rect, turn: Turn) -> Matrix:
    """From a page's points (y down from its top left) to a box of the sheet."""
    scale = (box.width if turn % 180 == 0 else box.height) / page.width
    sized = Matrix(scale, 0, 0, scale)
    match turn:
        case 0:
            return sized.then(Matrix(e=box.x, f=box.y))
        case 90:
            return sized.then(Matrix(0, 1, -1, 0, box.right, box.y))
        case 180:
            return sized.then(Matrix(-1, 0, 0, -1, box.right, box.bottom))
        case 270:
            return sized.then(Matrix(0, -1, 1, 0, box.x, box.bottom))


def grid_cells(paper: Paper, page: Size, columns: int, rows: int, gap: float, room: float) -> Cells:
    """So many places on a sheet, which lies as lets pages be largest; none where it has no room for them. *room* is
    kept free around them for marks."""
    best: Cells | None = None
    for way in (paper.upright, paper.upright.turned):
        inner = way.usable.inset(room, room, room, room)
        cell = Size((inner.width - (columns - 1) * gap) / columns, (inner.height - (rows - 1) * gap) / rows)
        if min(cell) <= 0:
            continue
        turns: tuple[Turn, ...] = (0, 90)
        for turn in turns:
            box, scale = fitted(page, Rect(0, 0, *cell), turn)
            if best is None or scale > best.scale + 1e-9:
                best = Cells(way, _laid(way.usable, box.size, columns, rows, gap), scale, turn, columns, gap)
    return best or Cells(paper, (), 0.0, 0, columns, gap)


def most_cells(paper: Paper, page: Size, gap: float, room: float) -> Cells:
    """As many places for pages at their true size as a sheet holds; none where it holds none."""
    best = Cells(paper.upright, (), 1.0, 0, 0, gap)
    for way in (paper.upright, paper.upright.turned):
        inner = way.usable.inset(room, room, room, room)
        turns: tuple[Turn, ...] = (0, 90)
        for turn in turns:
            cell = Size(page.height, page.width) if turn else page
            columns = int((inner.width + gap) / (cell.width + gap) + 1e-9)
            rows = int((inner.height + gap) / (cell.height + gap) + 1e-9)
            if columns > 0 and rows > 0 and columns * rows > len(best.boxes):
                best = Cells(way, _laid(way.usable, cell, columns, rows, gap), 1.0, turn, columns, gap)
    return best


def _laid(usable: Rect, cell: Size, columns: int, rows: int, gap: float) -> tuple[Rect, ...]:
    """Boxes side by side, all of them in the middle of the sheet."""
    width, height = columns * cell.width + (columns - 1) * gap, rows * cell.height + (rows - 1) * gap
    x, y = usable.x + (usable.width - width) / 2, usable.y + (usable.height - height) / 2
    return tuple(
        Rect(x + column * (cell.width + gap), y + row * (cell.height + gap), *cell)
        for row in range(rows)
        for column in range(columns)
    )


def cut_marks(cells: Cells) -> list[tuple[Point, Point]]:
    """Ticks around all places at each edge that is cut, inside what the printer reaches."""
    around, usable = cells.around, cells.paper.usable
    xs = sorted({round(x, 3) for box in cells.boxes for x in (box.x, box.right)})
    ys = sorted({round(y, 3) for box in cells.boxes for y in (box.y, box.bottom)})
    marks: list[tuple[Point, Point]] = []
    for x in xs:
        marks += _ticks([Point(x, around.y - MARK_AWAY), Point(x, around.y - MARK_AWAY - MARK)], usable)
        marks += _ticks([Point(x, around.bottom + MARK_AWAY), Point(x, around.bottom + MARK_AWAY + MARK)], usable)
    for y in ys:
        marks += _ticks([Point(around.x - MARK_AWAY, y), Point(around.x - MARK_AWAY - MARK, y)], usable)
        marks += _ticks([Point(around.right + MARK_AWAY, y), Point(around.right + MARK_AWAY + MARK, y)], usable)
    return marks


def cut_lines(cells: Cells) -> list[tuple[Point, Point]]:
    """Lines right across the sheet at each edge that is cut."""
    usable = cells.paper.usable
    xs = sorted({round(x, 3) for box in cells.boxes for x in (box.x, box.right)})
    ys = sorted({round(y, 3) for box in cells.boxes for y in (box.y, box.bottom)})
    return [
        *[(Point(x, usable.y), Point(x, usable.bottom)) for x in xs if usable.x <= x <= usable.right],
        *[(Point(usable.x, y), Point(usable.right, y)) for y in ys if usable.y <= y <= usable.bottom],
    ]


def fold_marks(paper: Paper, *, upright: bool, whole: bool) -> list[tuple[Point, Point]]:
    """Where a sheet is folded in its middle, by a line from edge to edge or only its ends. *upright*: the fold runs
    from the top to the bottom."""
    usable = paper.usable
    length = min(6 * MM, min(usable.size) / 4)
    if upright:
        middle = paper.size.width / 2
        ends = [(Point(middle, usable.y), Point(middle, usable.bottom))]
        if not whole:
            ends = [
                (Point(middle, usable.y), Point(middle, usable.y + length)),
                (Point(middle, usable.bottom - length), Point(middle, usable.bottom)),
            ]
        return ends
    middle = paper.size.height / 2
    ends = [(Point(usable.x, middle), Point(usable.right, middle))]
    if not whole:
        ends = [
            (Point(usable.x, middle), Point(usable.x + length, middle)),
            (Point(usable.right - length, middle), Point(usable.right, middle)),
        ]
    return ends


def _ticks(ends: Sequence[Point], usable: Rect) -> Iterator[tuple[Point, Point]]:
    """A tick, cut where the printer ends; nothing where nothing of it is left."""
    inside = [Point(min(max(p.x, usable.x), usable.right), min(max(p.y, usable.y), usable.bottom)) for p in ends]
    start, end = inside
    if start == ends[0] and abs(start.x - end.x) + abs(start.y - end.y) >= 0.5 * MM:
        yield start, end
