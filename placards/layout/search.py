"""A short message's pieces become its best lines: every way to break them is looked at, or ruled out by bounds.

The result is exact. Two lines stand at least as far apart as their typical letters need, and at most as far as their
outermost ink: what these bounds leave open, and nothing else, is compared column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from placards.layout.lines import GAP_EM
from placards.layout.rule import BALANCE_TOLERANCE, Lines, Slot
from placards.layout.table import Bounds, LineTable

#: Up to this many pieces every way to break the text is looked at (2**(n-1) of them, pruned).
EXHAUSTIVE_PIECES = 16

#: Bounds are rounded otherwise than exact sizes.
_KEEP = 1 - BALANCE_TOLERANCE - 1e-9


def search(table: LineTable, slot: Slot, forced: frozenset[int]) -> tuple[float, Lines] | None:
    """The best size and lines that break after every piece in *forced*; of those within `BALANCE_TOLERANCE` of the
    largest size, the least ragged."""
    found = _Search(table, slot, sorted(forced))
    found.extend(0, (), 0.0, 0.0, 0.0, 0.0, None)
    ways = _measured(found)
    if not ways:
        return None
    best = max(size for size, _ in ways)
    near = [way for way in ways if way[0] >= best * (1 - BALANCE_TOLERANCE)]
    if len(near) == 1:
        return near[0]
    room = slot.along / best
    return min(near, key=lambda way: (round(found.raggedness(way[1], room), 12), -way[0], way[1]))


class _Search:
    """The state of one search: the ways that bounds leave open, and a size that is reached for certain."""

    def __init__(self, table: LineTable, slot: Slot, stops: Sequence[int]) -> None:
        self.table, self.slot, self.stops = table, slot, stops
        self.rows = [table.row(first) for first in range(len(table))]
        self.least_after = min(self.rows[-1][0].after, 0.0)  # whatever the last line is, this piece ends it
        self.floor = 0.0
        self.open: list[tuple[float, Lines]] = []

    def extend(
        self, first: int, lines: Lines, along: float, least: float, most: float, top: float, above: Bounds | None
    ) -> None:
        """Go on from *first* with all possible lines. So far the longest is *along*, the leading between *least* and
        *most*, the first line reaches *top* up, and the last is *above*."""
        slot, row, number = self.slot, self.rows[first], len(lines) + 1
        final = len(self.rows) - 1
        factor = slot.rule.leading
        # The last line allowed takes all that is left; no line passes a forced break.
        begin = first if number < slot.rule.max_lines else final
        barrier = next((stop for stop in self.stops if stop >= first), final)
        for last in range(begin, barrier + 1):
            line = row[last - first]
            # Not max, nor a function: this is the innermost loop of all.
            widest = along if along > line.along else line.along
            if widest * self.floor * _KEEP > slot.along:
                return  # longer lines would be wider still
            if above is None:
                top, nearest, farthest = line.before, 0.0, 0.0
            else:
                # The least and the greatest distance that the two lines may need.
                body, reach = above.body_after + line.body_before, above.after + line.before
                low, high = factor * ((body if body > 0.0 else 0.0) + GAP_EM), factor * (reach + GAP_EM)
                nearest = low if low > least else least
                farthest = high if high > most else most
                farthest = farthest if farthest > nearest else nearest
            if last < final:
                if (top + number * nearest + self.least_after) * self.floor * _KEEP <= slot.across:
                    self.extend(last + 1, (*lines, (first, last)), widest, nearest, farthest, top, line)
                continue
            size = slot.size(widest, top + (number - 1) * nearest + line.after)
            if size >= self.floor * _KEEP:
                self.open.append((size, (*lines, (first, last))))
                self.floor = max(self.floor, slot.size(widest, top + (number - 1) * farthest + line.after))

    def size_of(self, lines: Lines) -> float:
        """The size at which these lines fit exactly."""
        table, rows = self.table, self.rows
        apart = max([table.distance(a[0], a[1], b[1]) for a, b in pairwise(lines)], default=0.0)
        along = max([rows[first][last - first].along for first, last in lines])
        (first, last), (begin, end) = lines[0], lines[-1]
        leading = self.slot.rule.leading * apart * (len(lines) - 1)
        return self.slot.size(along, rows[first][last - first].before + leading + rows[begin][end - begin].after)

    def raggedness(self, lines: Lines, room: float) -> float:
        """Mean square of the room left in the lines, as parts of *room* (em): 0 = every line is full."""
        return sum([(1 - self.rows[a][b - a].along / room) ** 2 for a, b in lines]) / len(lines)


def _measured(found: _Search) -> list[tuple[float, Lines]]:
    """The open ways with their exact sizes, as far as they can come near the best."""
    out: list[tuple[float, Lines]] = []
    best = 0.0
    for most, lines in sorted(found.open, key=lambda way: -way[0]):
        if most < best * _KEEP:
            break
        size = found.size_of(lines)
        out.append((size, lines))
        best = max(best, size)
    return out
