"""The element ``cells``: what stands in it is repeated over a grid, for sheets of stickers and signs with two faces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Element, Reference
from placards.elements.page import Copy, Page
from placards.elements.registry import element
from placards.problems.errors import InputError
from placards.values.geometry import Matrix, Path, Point, Rect, turn
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import GapField
    from placards.scene.items import Item

#: Dashes of cut and fold lines: their length, the gap, and their thickness, in points.
_CUT, _FOLD, _THICK = (6.0, 4.0), (1.5, 3.0), 0.5


@element
class Cells(Element):
    """A grid of equal cells. What stands ``inside`` is placed in one of them, and drawn in all. ``facing`` turns the
    upper half of the rows upside down, for a sign that is folded and stands. ``line`` is the colour of ``cut`` or
    ``fold`` marks between the cells."""

    type: Literal["cells"]
    columns: Annotated[int, Field(ge=1, le=20)] = 1
    rows: Annotated[int, Field(ge=1, le=40)] = 1
    gap: GapField = Length(0.0, "pt")
    facing: bool = False
    marks: Literal["none", "cut", "fold"] = "none"
    line: str = ""

    def contradictions(self) -> None:
        super().contradictions()
        if self.facing and self.rows % 2:
            raise InputError("cells-facing-rows")
        if (self.marks != "none") != bool(self.line):
            raise InputError("cells-marks-colour")

    def refers(self) -> Iterator[Reference]:
        if self.line:
            yield Reference("color", self.line, ("line",))

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        """The one cell in which what stands inside is placed."""
        cells = self._cells(box, shorter)
        return cells[-self.columns] if self.facing else cells[0]

    def _cells(self, box: Rect, shorter: float) -> list[Rect]:
        """All cells, row by row."""
        gap = self.gap.points(min(box.size), shorter)
        width = (box.width - gap * (self.columns - 1)) / self.columns
        height = (box.height - gap * (self.rows - 1)) / self.rows
        return [
            Rect(box.x + column * (width + gap), box.y + row * (height + gap), width, height)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    def place(self, page: Page) -> Iterator[Item]:
        """The marks; the places of all cells are kept by the page."""
        box = page.box(self)
        cells, model = self._cells(box, page.shorter), page.rooms[self.id]
        if min(model.size) <= 0:
            raise InputError("element-without-room", place=page.setting.file, id=self.id, size=page.setting.sheet.name)
        page.cells[self.id] = model
        upper = len(cells) // 2 if self.facing else 0
        page.copies[self.id] = tuple(
            Copy(_moved(model, cell, number < upper), Path.rect(page.reach(cell))) for number, cell in enumerate(cells)
        )
        yield from self._marks(box, self.gap.points(min(box.size), page.shorter), *model.size, page)

    def _marks(self, box: Rect, gap: float, width: float, height: float, page: Page) -> Iterator[Item]:
        """Lines along the edges of all cells; fold lines only between rows."""
        from placards.scene.items import FillPath
        from placards.values.color import Stroke

        if self.marks == "none":
            return
        dash = _CUT if self.marks == "cut" else _FOLD
        stroke = Stroke(page.colors[self.line], _THICK, dash=dash)
        rows = [y for row in range(self.rows) for y in _edges(box.y, row, height, gap)]
        columns = [x for column in range(self.columns) for x in _edges(box.x, column, width, gap)]
        if self.marks == "fold":
            rows, columns = sorted(set(rows))[1:-1], []
        for y in sorted(set(rows)):
            yield FillPath(Path((("M", box.x, y), ("L", box.right, y))), None, stroke=stroke)
        for x in sorted(set(columns)):
            yield FillPath(Path((("M", x, box.y), ("L", x, box.bottom))), None, stroke=stroke)


def _edges(start: float, number: int, extent: float, gap: float) -> tuple[float, float]:
    low = start + number * (extent + gap)
    return round(low, 6), round(low + extent, 6)


def _moved(model: Rect, cell: Rect, turned: bool) -> Matrix:
    moved = Matrix(e=cell.x - model.x, f=cell.y - model.y)
    if not turned:
        return moved
    return moved.then(turn(180, Point(cell.x + cell.width / 2, cell.y + cell.height / 2)))
