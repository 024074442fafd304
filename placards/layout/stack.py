"""A message becomes lines of one width, every line of its own size: a block of letters, as posters are built.

A short line grows until it is as wide as the block, but never past `RATIO` times the smallest line, nor a marked one
past `MARKED_RATIO`: else a word like "until" would be the hero. The gaps between lines are one and the same, measured
from ink to ink. What a stack is worth is the square root of the part of its slot that it covers, times what its breaks
leave of the sense (`placards.layout.sense`). Nastaliq, whose words climb, is never stacked word by word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import log2, sqrt
from typing import NamedTuple

from placards.frozen import dataclass
from placards.layout.fit import Fitted, fit
from placards.layout.lines import LineMetrics
from placards.layout.message import Message
from placards.layout.rule import FitRule, Lines
from placards.layout.sense import NOTHING_LOST, Lost, Sense, kept_at
from placards.layout.skyline import COLUMN_EM
from placards.layout.table import Bounds, LineTable
from placards.values.geometry import Rect, Size

#: The largest line by the smallest one, if nothing is marked; by marks; and in Nastaliq, without and with them.
RATIO, MARKED_RATIO, NASTALIQ_RATIO, NASTALIQ_MARKED = 2.2, 3.6, 1.45, 2.0

#: A line stands out that is so many times as large as every other.
HERO = 1.12

#: Space between the ink of two lines, as a part of the block's width.
GAP = 0.028

#: So much of it in Nastaliq, whose lines meet at few places.
NASTALIQ_GAP = 0.5

#: Breaks that are tried together: 2**9 ways, and as many lines and one more.
_PLACES = 9

#: Ways whose height is measured column by column.
_MEASURED = 6

#: What a way is worth whose marked words run over lines, or share theirs with others; and one of which a word that is
#: no line by itself is the largest line.
_TORN, _SHARED, _HERO_LONELY = 0.6, 0.8, 0.6

#: How much less a block is worth for each doubling of its largest line over its smallest.
_UNEVEN = 0.06

#: A line's end before and behind marked words costs no more than this; any other one between words costs less than
#: where lines are equal, for a line of its own size is taken in by itself.
_BESIDE_MARKS, _EASED, _WORDS = 0.3, 0.8, 0.65

#: A break that is not tried.
_NEVER = 9.0

#: Ways are looked at whose estimate may come so near to the best one.
_HOPE = 0.9


@dataclass(frozen=True, slots=True)
class StackRule:
    """What a slot allows lines of one width. Sizes in points per em; *gap* as a part of the block's width."""

    min_size: float = 6.0
    max_size: float = float("inf")
    max_lines: int = 8
    align: str = "center"
    ratio: float = RATIO
    gap: float = GAP


def stack(message: Message, box: Size | Rect, rule: StackRule) -> Fitted:
    """Set a message as a block of lines of one width, as large as the box allows; in one size, as `fit` does, where a
    word is too long for that, in vertical lines, and where that fills the box better. Raises FitError."""
    plain = FitRule(rule.min_size, rule.max_size, rule.max_lines, rule.align)
    if message.paragraph.style.vertical:
        return fit(message, box, plain)
    found = Stack(message, box, rule).best()
    if found is None:
        return fit(message, box, plain)
    return found


class Way(NamedTuple):
    """Lines, the size of each as long as the block is as wide as the box, and what they are worth by estimate: the
    square root of what they cover, times *sense*."""

    worth: float
    lines: Lines
    sizes: tuple[float, ...]
    sense: float


def _tried(costs: Sequence[float]) -> frozenset[int]:
    """The cheapest breaks, `_PLACES` at most. Of those that cost the same they are spread over the message: the first
    ones would leave its end in one long line."""
    if len(costs) <= _PLACES:
        return frozenset(range(len(costs)))
    dearest = sorted(costs)[_PLACES - 1]
    cheaper = [at for at, cost in enumerate(costs) if cost < dearest]
    equal = [at for at, cost in enumerate(costs) if cost == dearest]
    free = _PLACES - len(cheaper)
    return frozenset(cheaper + [equal[(2 * n + 1) * len(equal) // (2 * free)] for n in range(free)])


class Stack:
    """The stacks of one message in one box."""

    def __init__(self, message: Message, box: Size | Rect, rule: StackRule) -> None:
        self.message, self.rule = message, rule
        self.width, self.height = box.width, box.height
        self.ends = message.ends
        self.table: LineTable = message.table(self.ends, rule.align)
        self.nastaliq = any(run.font.climbs for run in message.paragraph.runs)
        self.marked = _marked(message, self.ends)
        self.grown = max(span.size for span in message.spans)  # marked words are that much larger in any line
        self.has_marks = any(self.marked)
        self.costs = self._costs()
        self.sense = self._sense()
        stops = [number for number, kept in enumerate(self.sense.kept) if kept]
        self.stops = [stops[bisect_left(stops, first) :] for first in range(len(self.ends))]
        self.gap = rule.gap * self.width * (NASTALIQ_GAP if self.nastaliq else 1)
        self.rows = [self.table.row(first) for first in range(len(self.ends))]
        self.ways: list[Way] = []
        self.best_worth = 0.0

    def best(self) -> Fitted | None:
        """The stack that is worth most; None where the smallest line of each is too small."""
        self._extend(0, (), NOTHING_LOST)
        ways = sorted(self.ways, key=lambda way: -way.worth)[:_MEASURED]
        set_ways = [found for way in ways if (found := self._set(way)) is not None]
        return max(set_ways, key=lambda found: found[0])[1] if set_ways else None

    def _costs(self) -> tuple[float, ...]:
        """What each break costs in a stack; of long messages only so many of the cheapest are tried."""
        costs = list(self.message.costs(self.ends))
        for at, cost in enumerate(costs):
            if self.marked[at] != self.marked[at + 1]:
                costs[at] = min(cost, _BESIDE_MARKS)
            elif cost <= _WORDS or (len(costs) == 1 and self.message.paragraph.text[self.ends[at] - 1].isspace()):
                costs[at] = min(cost * _EASED, _WORDS * _EASED)
        tried = _tried(costs)
        return tuple([cost if at in tried else _NEVER for at, cost in enumerate(costs)])

    def _sense(self) -> Sense:
        sense = self.message.sense(self.ends)
        kept = (*[0.0 if cost >= _NEVER else kept_at(cost) for cost in self.costs], 1.0)
        lonely = [alone and not self.marked[at] for at, alone in enumerate(sense.lonely)]
        return replace(sense, kept=kept, lonely=tuple(lonely) if len(lonely) > 2 else (False,) * len(lonely))

    def _extend(self, first: int, lines: Lines, lost: Lost) -> None:
        """Go on from a piece with all lines that may still be worth as much as the best."""
        final = len(self.ends) - 1
        number = len(lines) + 1
        for last in self.stops[first] if number < self.rule.max_lines else (final,):
            now = self.sense.further(lost, first, last)
            if self.has_marks:
                now = self._with_marks(now, first, last)
            if now.worth < self.best_worth * _HOPE:
                continue
            if last < final:
                self._extend(last + 1, (*lines, (first, last)), now)
            else:
                self._judge((*lines, (first, last)), now.worth)

    def _with_marks(self, lost: Lost, first: int, last: int) -> Lost:
        """Marked words want lines of their own, and whole."""
        marked = self.marked
        shared = len(set(marked[first : last + 1])) > 1
        torn = last + 1 < len(marked) and bool(marked[last]) and marked[last] == marked[last + 1]
        return lost._replace(kept=lost.kept * (_SHARED if shared else 1.0) * (_TORN if torn else 1.0))

    def _judge(self, lines: Lines, sense: float) -> None:
        if self.nastaliq and 2 * sum(first == last for first, last in lines) > len(lines) + 1:
            return
        rows = self.rows
        bounds = [rows[first][last - first] for first, last in lines]
        alongs = [line.along for line in bounds]
        if min(alongs) <= 0:
            return
        sizes = self._sizes(lines, bounds, self.width / max(alongs))
        largest, least = max(sizes), min(sizes)
        sense *= 1 - _UNEVEN * log2(largest / least)
        first, last = lines[sizes.index(largest)]
        if first == last and self.sense.lonely[first] and largest > HERO * least:
            sense *= _HERO_LONELY
        area = self._area(bounds, sizes)
        if area * sense <= self.best_worth * _HOPE:  # even if the block is not too high
            return
        worth = self._scale(self._guess(bounds, sizes)) * area * sense
        if worth > self.best_worth * _HOPE:
            self.best_worth = max(worth, self.best_worth)
            self.ways.append(Way(worth, lines, sizes, sense))

    def _sizes(self, lines: Lines, bounds: Sequence[Bounds], least: float) -> tuple[float, ...]:
        """The size of each line in points per em: as wide as the box, as far as the ratio lets it grow."""
        most = min(least * (NASTALIQ_RATIO if self.nastaliq else self.rule.ratio), self.rule.max_size)
        if self.nastaliq and len(lines) > 1:
            return self._nastaliq_sizes(lines, bounds, most)
        if not self.has_marks or self.nastaliq:
            whole = [self.width / line.along for line in bounds]
            return tuple([size if size < most else most for size in whole])
        heroes = min(max(most, least * MARKED_RATIO / self.grown), self.rule.max_size)
        own = [all(self.marked[first : last + 1]) for first, last in lines]
        sizes = [min(self.width / line.along, heroes if hero else most) for hero, line in zip(own, bounds, strict=True)]
        largest = max((size for size, hero in zip(sizes, own, strict=True) if hero), default=most)
        return tuple([size if hero else min(size, largest) for size, hero in zip(sizes, own, strict=True)])

    def _nastaliq_sizes(self, lines: Lines, bounds: Sequence[Bounds], most: float) -> tuple[float, ...]:
        """A line of one word is no larger than the smallest line, unless it is marked."""
        sizes = [min(self.width / line.along, most) for line in bounds]
        least = min(sizes)
        for number, (first, last) in enumerate(lines):
            if all(self.marked[first : last + 1]):
                sizes[number] = min(
                    self.width / bounds[number].along, NASTALIQ_MARKED * least / self.grown, self.rule.max_size
                )
            elif first == last:
                sizes[number] = least
        return tuple(sizes)

    def _guess(self, bounds: Sequence[Bounds], sizes: Sequence[float]) -> float:
        """About how high the block is."""
        height = bounds[0].before * sizes[0] + bounds[-1].after * sizes[-1]
        upper, above = bounds[0], sizes[0]
        for lower, below in zip(bounds[1:], sizes[1:], strict=True):
            body = upper.body_after * above + lower.body_before * below
            reach = upper.after * above + lower.before * below
            height += (body + 3 * (reach if reach > body else body)) / 4 + self.gap
            upper, above = lower, below
        return height

    def _covered(self, bounds: Sequence[Bounds], sizes: Sequence[float], height: float) -> float:
        """The square root of the part of the box that lines cover, in a block that is so high at the box's width."""
        return self._scale(height) * self._area(bounds, sizes)

    def _scale(self, height: float) -> float:
        """How much smaller a block must be that is so high at the box's width."""
        return min(1.0, self.height / height) if height > 0 else 1.0

    def _area(self, bounds: Sequence[Bounds], sizes: Sequence[float]) -> float:
        """The square root of what lines cover, in parts of the box."""
        covered = 0.0
        for line, size in zip(bounds, sizes, strict=True):
            covered += line.along * (line.before + line.after) * size * size
        return sqrt(covered / (self.width * self.height))

    def _set(self, way: Way) -> tuple[float, Fitted] | None:
        """The way as it is set, and what it is worth; None for one with a line that is too small."""
        metrics = [
            self.table.metrics(first, last).at(size) for (first, last), size in zip(way.lines, way.sizes, strict=True)
        ]
        steps = [distance_of(upper, lower) + self.gap for upper, lower in pairwise(metrics)]
        height = metrics[0].before * metrics[0].size + sum(steps) + metrics[-1].after * metrics[-1].size
        scale = min(1.0, self.height / height) if height > 0 else 1.0
        if min(way.sizes) * scale < self.rule.min_size:
            return None
        lines = tuple([line.at(line.size * scale) for line in metrics])
        steps = [step * scale for step in steps]
        bounds = [self.table.bounds(first, last) for first, last in way.lines]
        size = min(line.size for line in lines)
        hero = self._hero(way.lines, way.sizes)
        fitted = Fitted(self.message.paragraph, size, lines, 0.0, height * scale, steps=tuple(steps), hero=hero)
        return self._covered(bounds, way.sizes, height) * way.sense, fitted

    def _hero(self, lines: Lines, sizes: Sequence[float]) -> int | None:
        """The one line that stands out by its size, where nothing is marked; None for none, or for a word that is no
        line by itself."""
        largest = max(sizes)
        number = sizes.index(largest)
        first, last = lines[number]
        alone = sum(size > largest / HERO for size in sizes) == 1
        lonely = first == last and self.sense.lonely[first]
        return number if alone and len(lines) > 1 and not lonely and not any(self.marked) else None


def distance_of(upper: LineMetrics, lower: LineMetrics) -> float:
    """The least distance in points between the baselines of two lines of different sizes, without a gap. A large line
    does not rise past a small one that it stands beside."""
    body = upper.body_after * upper.size + lower.body_before * lower.size
    column = COLUMN_EM * min(upper.size, lower.size)
    above, below = upper.skyline_after.scaled(upper.size, column), lower.skyline_before.scaled(lower.size, column)
    reach = above.against(below)
    past = max(
        lower.before * lower.size - upper.before * upper.size, upper.after * upper.size - lower.after * lower.size
    )
    return max(body, reach, past, 0.0)


def _marked(message: Message, ends: Sequence[int]) -> tuple[int, ...]:
    """For each piece the number of the marked stretch that it belongs to, 0 for none."""
    stretches = [span for span in message.spans if span.emphasis]
    out, start = [], 0
    for end in ends:
        middle = (start + len(message.paragraph.text[start:end].rstrip()) + start) / 2
        number = next((n for n, span in enumerate(stretches, 1) if span.start <= middle < span.end), 0)
        out.append(number)
        start = end
    return tuple(out)
