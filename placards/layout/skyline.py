"""How far a line's ink reaches, column by column: lines stand as close as their columns let them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from operator import add
from typing import NamedTuple

#: Width of a column, in em.
COLUMN_EM = 0.25

#: The reach of a column without ink.
NO_INK = float("-inf")


class Skyline(NamedTuple):
    """The reach of each column's ink in em, `NO_INK` where there is none. Columns are numbered along the line from
    where lines of a slot align; *first* is the number of the first one."""

    first: int
    reaches: list[float]

    def against(self, other: Skyline) -> float:
        """The greatest sum of the reaches of two columns that face each other; `NO_INK` where none do."""
        skip = other.first - self.first
        ours, theirs = (self.reaches[skip:], other.reaches) if skip > 0 else (self.reaches, other.reaches[-skip:])
        return max(map(add, ours, theirs), default=NO_INK)

    def scaled(self, size: float, column: float) -> Skyline:
        """The same in points for a line of *size* points an em, in columns of so many points: lines of different sizes
        face each other."""
        width = COLUMN_EM * size
        first = floor(self.first * width / column)
        stop = ceil((self.first + len(self.reaches)) * width / column - 1e-9)
        reaches = [NO_INK] * (stop - first)
        for number, reach in enumerate(self.reaches, self.first):
            if reach == NO_INK:
                continue
            low, high = floor(number * width / column) - first, ceil((number + 1) * width / column - 1e-9) - first
            for at in range(low, high):
                reaches[at] = max(reaches[at], reach * size)
        return Skyline(first, reaches)


def skylines(boxes: Iterable[tuple[float, float, float, float]], left: float, right: float) -> tuple[Skyline, Skyline]:
    """The skylines before and after a line (above and below it) with all its ink between *left* and *right*; a box is
    (left, right, reach before, reach after), all in em."""
    first = int(left // COLUMN_EM)
    count = int(right // COLUMN_EM) - first + 1
    before, after = [NO_INK] * count, [NO_INK] * count
    for near, far, top, bottom in boxes:
        column, stop = int(near // COLUMN_EM) - first, int(far // COLUMN_EM) - first
        while column <= stop:
            if top > before[column]:
                before[column] = top
            if bottom > after[column]:
                after[column] = bottom
            column += 1
    return Skyline(first, before), Skyline(first, after)
