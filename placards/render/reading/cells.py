"""A line's characters become cells and shows: the words of this package, and the marks that it puts in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LRM, RLM, PDF = "\u200e", "\u200f", "\u202c"

#: Width of marks, in em. Not nothing: Poppler sorts characters by place, and takes two in one place for one drawn
#: twice; PDFium skips text narrower than 0.01 pt.
THIN_EM = 0.002


class Cell(NamedTuple):
    """What one code of the text layer says, from left to right, and its width in points."""

    text: str
    width: float


class Show(NamedTuple):
    """Cells shown in one go, from left to right, starting so many points along the line.

    *backwards*: each cell stands to the left of the one before it.
    """

    start: float
    cells: tuple[Cell, ...]
    backwards: bool = False

    @property
    def end(self) -> float:
        """Where the last cell ends, in points along the line."""
        return self.start + sum(cell.width for cell in self.cells)


class Character(NamedTuple):
    """A character its index in the line (*at*), and its place along the line in points."""

    char: str
    at: int
    start: float
    width: float
    level: int

    @property
    def end(self) -> float:
        """The right end, or the lower one of a vertical line."""
        return self.start + self.width


class Run(NamedTuple):
    """Characters of one level in logical order, and the runs before and after it in the line's text."""

    characters: tuple[Character, ...]
    before: tuple[Character, ...] | None
    after: tuple[Character, ...] | None

    @property
    def turned(self) -> bool:
        """Whether it is read from right to left."""
        return self.characters[0].level % 2 == 1

    @property
    def text(self) -> str:
        return "".join([c.char for c in self.characters])


def with_thin_marks(cells: Sequence[Cell], thin: float) -> tuple[Cell, ...]:
    """The cells, those without a width given a thin one at the cost of a neighbour (see `THIN_EM`)."""
    out = list(cells)
    for i, cell in enumerate(cells):
        if cell.width == 0:
            payer = i + 1 if i + 1 < len(out) and out[i + 1].width > thin else i - 1
            if payer >= 0:
                out[payer] = out[payer]._replace(width=out[payer].width - thin)
            out[i] = cell._replace(width=thin)
    return tuple(out)
