"""A paragraph cut into pieces becomes a table: what any stretch of pieces measures when it is set as one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from placards.layout.lines import (
    GAP_EM,
    LineMetrics,
    line_distance,
    measure_column,
    measure_line,
)
from placards.layout.pieces import NOWHERE, Ink, cuts_cleanly, piece_inks
from placards.layout.skyline import Skyline, skylines
from placards.text.shape import Paragraph, measure

#: In a text of so many pieces or less, lines that do not follow from the pieces are all shaped and measured; in a
#: longer one only those that are chosen.
SHAPED_PIECES = 64

#: What a table holds of lines that were only tried: so many bounds, and so many skylines.
_HELD_BOUNDS = 16_384
_HELD_SKYLINES = 128

Skylines = tuple[Skyline, Skyline]


class Bounds(NamedTuple):
    """What bounds a line, in em: see `LineMetrics`; from ``near`` on, what a longer line needs to know."""

    along: float
    before: float
    after: float
    body_before: float
    body_after: float
    near: float
    far: float
    weight: float
    weighted_before: float
    weighted_after: float


class LineTable:
    """Measures stretches of pieces as lines, each once. Piece ``i`` is ``text[starts[i]:ends[i]]``."""

    def __init__(self, paragraph: Paragraph, ends: tuple[int, ...], align: str = "center") -> None:
        self.paragraph = paragraph
        self.ends = ends
        self.starts = (0, *ends[:-1])
        self.align = align
        self._metrics: dict[tuple[int, int], LineMetrics] = {}
        self._rows: dict[int, list[Bounds]] = {}
        self._held = 0
        self._skylines: dict[tuple[int, int], Skylines] = {}
        self._distances: dict[tuple[int, int, int], float] = {}

    def __len__(self) -> int:
        return len(self.ends)

    @cached_property
    def inks(self) -> list[Ink]:
        """The ink of each piece."""
        return piece_inks(self.paragraph, self.starts, self.ends)

    @cached_property
    def is_clean(self) -> bool:
        """Whether all measures follow from the pieces, but for rounding."""
        return cuts_cleanly(self.paragraph, self.starts, self.ends)

    @cached_property
    def _by_pieces(self) -> bool:
        return self.is_clean or len(self) > SHAPED_PIECES

    @cached_property
    def advances(self) -> list[float]:
        """Where each piece begins, and the text's end, by summed advances."""
        if self._by_pieces:
            return [ink.start for ink in self.inks] + [self.inks[-1].end]
        lines = (self.paragraph.line(start, end) for start, end in zip(self.starts, self.ends, strict=True))
        return list(accumulate((line.advance_em for line in lines), initial=0.0))

    def row(self, first: int) -> list[Bounds]:
        """`bounds` of all lines that begin with piece *first*, the shortest first."""
        if self._by_pieces:
            return self._lengthened(first, len(self) - 1)
        return [self.bounds(first, last) for last in range(first, len(self))]

    def bounds(self, first: int, last: int) -> Bounds:
        """What bounds the line of pieces *first* to *last*, both included. In a long text that does not cut cleanly,
        nearly so: `metrics` is exact."""
        if not self._by_pieces:
            m = self.metrics(first, last)
            return Bounds(m.along, m.before, m.after, m.body_before, m.body_after, 0.0, m.along, 0.0, 0.0, 0.0)
        row = self._rows.get(first)
        if row is None or len(row) <= last - first:
            row = self._lengthened(first, last)
        return row[last - first]

    def _lengthened(self, first: int, last: int) -> list[Bounds]:
        if self._held > _HELD_BOUNDS:
            self._rows.clear()
            self._held = 0
        row, inks = self._rows.setdefault(first, []), self.inks
        for ink in inks[first + len(row) : last + 1]:
            row.append(_longer(row[-1] if row else None, ink))
            self._held += 1
        return row

    def along(self, first: int, last: int) -> float:
        """The length of a line's ink."""
        return self.bounds(first, last).along

    def alongs_back(self, last: int, lowest: int) -> Iterator[tuple[int, float]]:
        """The first piece and the ink's length of every line that ends with *last*, the shortest first."""
        if not self._by_pieces:
            yield from ((first, self.along(first, last)) for first in range(last, lowest - 1, -1))
            return
        near, far = NOWHERE, -NOWHERE
        for first in range(last, lowest - 1, -1):
            ink = self.inks[first]
            near, far = min(near, ink.near), max(far, ink.far)
            yield first, max(far - near, 0.0)

    def skylines(self, first: int, last: int) -> Skylines:
        """How far a line's ink reaches before and after it, column by column."""
        key = (first, last)
        found = self._skylines.get(key)
        if found is None:
            if self._by_pieces:
                found = self._joined_skylines(first, last)
            else:
                metrics = self.metrics(first, last)
                found = metrics.skyline_before, metrics.skyline_after
            if len(self._skylines) >= _HELD_SKYLINES:
                self._skylines.clear()
            self._skylines[key] = found
        return found

    def distance(self, first: int, middle: int, last: int) -> float:
        """The least distance in em between the baselines of two neighbouring lines, *first..middle* and
        *middle+1..last*, at which their ink keeps clear of each other wherever one stands above the other."""
        key = (first, middle, last)
        found = self._distances.get(key)
        if found is None:
            upper, lower = self.bounds(first, middle), self.bounds(middle + 1, last)
            found = max(upper.body_after + lower.body_before, 0.0)
            if upper.after + lower.before > found:  # else no column can ask for more
                found = max(found, self.skylines(first, middle)[1].against(self.skylines(middle + 1, last)[0]))
            found = max(found + GAP_EM, lower.before - upper.before, upper.after - lower.after)
            self._distances[key] = found
        return found

    def metrics(self, first: int, last: int) -> LineMetrics:
        """The line made of pieces *first* to *last*, both included: put together from the pieces where the text cuts
        cleanly, shaped as a line of its own elsewhere."""
        key = (first, last)
        found = self._metrics.get(key)
        if found is None:
            start = self.starts[first]
            end = self.paragraph.trimmed(start, self.ends[last])
            if self.is_clean and self.bounds(first, last).far > self.bounds(first, last).near:
                found = self._assembled(first, last, start, end)
            else:
                line = self.paragraph.line(start, end)
                vertical = self.paragraph.style.vertical
                found = measure_column(self.paragraph, line) if vertical else measure_line(line, self.align)
            self._metrics[key] = found
        return found

    def exact_distance(self, first: int, middle: int, last: int) -> float:
        """`distance` by the lines as they are set."""
        if self.is_clean or not self._by_pieces:
            return self.distance(first, middle, last)
        return line_distance(self.metrics(first, middle), self.metrics(middle + 1, last))

    def _assembled(self, first: int, last: int, start: int, end: int) -> LineMetrics:
        """The line cut out of the shaped text. Its ink is measured from its own start, so that the same line has the
        same measures to the last bit wherever it stands."""
        line = measure(start, end, self.paragraph.runs_of(start, end))
        along = line.ink_right_em - line.ink_left_em
        bounds = self.bounds(first, last)
        return LineMetrics(
            line, along, -line.ink_top_em, line.ink_bottom_em, bounds.body_before, bounds.body_after,
            *self.skylines(first, last),
        )  # fmt: skip

    def _joined_skylines(self, first: int, last: int) -> Skylines:
        bounds = self.bounds(first, last)
        rtl = self.paragraph.base_level == 1
        anchor = (bounds.near + bounds.far) / 2
        if self.align != "center":
            anchor = bounds.near if (self.align == "left") != rtl else bounds.far
        boxes = [box for ink in self.inks[first : last + 1] for box in ink.boxes]
        if rtl:  # columns count from left to right
            turned = [(anchor - far, anchor - near, top, bottom) for near, far, top, bottom in boxes]
            return skylines(turned, anchor - bounds.far, anchor - bounds.near)
        placed = [(near - anchor, far - anchor, top, bottom) for near, far, top, bottom in boxes]
        return skylines(placed, bounds.near - anchor, bounds.far - anchor)


def _longer(line: Bounds | None, ink: Ink) -> Bounds:
    """A line with a further piece."""
    if line is None:
        near, far, before, after = ink.near, ink.far, ink.before, ink.after
        weight, top, bottom = ink.weight, ink.body_before, ink.body_after
    else:
        near, far = min(line.near, ink.near), max(line.far, ink.far)
        weight = line.weight + ink.weight
        top, bottom = line.weighted_before + ink.body_before, line.weighted_after + ink.body_after
        if line.far < line.near:
            before, after = ink.before, ink.after
        else:
            before, after = max(line.before, ink.before), max(line.after, ink.after)
    if far < near:  # nothing but spaces
        return Bounds(0.0, 0.0, 0.0, 0.0, 0.0, near, far, weight, top, bottom)
    body_before, body_after = (top / weight, max(bottom / weight, 0.0)) if weight else (0.0, 0.0)
    return Bounds(far - near, before, after, body_before, body_after, near, far, weight, top, bottom)


__all__ = ["SHAPED_PIECES", "Bounds", "LineTable"]
