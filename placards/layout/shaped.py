"""A message and a figure (an ellipse, a diamond, a triangle) become lines that the figure holds, as large as it lets.

Every way to break a short text, or the cheapest breaks of a longer one, is looked at: its lines stand one below the
other around the figure's middle, and each must fit between the sides at its own height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import sqrt
from typing import Literal, TypeAlias

from placards.layout.fill import leading_em
from placards.layout.fit import Fitted
from placards.layout.message import Message
from placards.layout.rule import FitRule, Lines
from placards.layout.table import LineTable
from placards.problems.errors import FitError
from placards.values.geometry import Rect

Figure: TypeAlias = Literal["ellipse", "diamond", "triangle"]

#: Breaks that are tried together, and halvings of the range in which the size is looked for.
_PLACES, _ROUNDS = 9, 30

#: The half width of each figure at a height from -1 (top) to 1 (bottom), as a part of half the box's width.
_SIDES: dict[Figure, Callable[[float], float]] = {
    "ellipse": lambda y: sqrt(max(1 - y * y, 0.0)),
    "diamond": lambda y: max(1 - abs(y), 0.0),
    "triangle": lambda y: (y + 1) / 2 if y <= 1 else 0.0,
}

#: Where the middle of the text stands: that of the figure's area.
_MIDDLE: dict[Figure, float] = {"ellipse": 0.0, "diamond": 0.0, "triangle": 0.3}


def fit_into(message: Message, box: Rect, rule: FitRule, figure: Figure) -> tuple[Fitted, Rect]:
    """The message as large as the figure in *box* holds it, and the box around its lines in which it is to be placed,
    in the middle; raises FitError where even the smallest size is too large."""
    table = message.table(message.ends, rule.align)
    sense = message.sense(message.ends)
    found: tuple[float, float, Lines] | None = None  # worth, size, lines
    for lines in _ways(message, rule.max_lines):
        worth = sense.worth(lines)
        widest = max(table.along(first, last) for first, last in lines)
        most = min(box.width / widest if widest else rule.max_size, rule.max_size)
        if found is not None and most * worth <= found[0]:
            continue
        size = _size(table, lines, box, rule, figure, most)
        if found is None or size * worth > found[0]:
            found = size * worth, size, lines
    if found is None or found[1] < rule.min_size:
        needed = found[1] if found is not None else 0.0
        raise FitError("fit-size", text=message.paragraph.text[:60], needed=needed, least=rule.min_size)
    _, size, lines = found
    metrics = tuple([table.metrics(*line).at(size) for line in lines])
    leading = rule.leading * leading_em(table, lines) * size
    height = metrics[0].before * size + leading * (len(lines) - 1) + metrics[-1].after * size
    top = box.y + box.height / 2 * (1 + _MIDDLE[figure]) - height / 2
    return Fitted(message.paragraph, size, metrics, leading, height), Rect(box.x, top, box.width, height)


def _ways(message: Message, most: int) -> Iterator[Lines]:
    final = len(message.ends) - 1
    costs = message.costs(message.ends)
    places = sorted(sorted(range(final), key=lambda at: (costs[at], at))[:_PLACES])
    for count in range(min(most, len(places) + 1)):
        for breaks in combinations(places, count):
            starts = (0, *(at + 1 for at in breaks))
            yield tuple(zip(starts, (*breaks, final), strict=True))


def _size(table: LineTable, lines: Lines, box: Rect, rule: FitRule, figure: Figure, most: float) -> float:
    """The largest size at which every line fits between the sides."""
    bounds = [table.bounds(first, last) for first, last in lines]
    step = rule.leading * leading_em(table, lines)
    height = bounds[0].before + step * (len(lines) - 1) + bounds[-1].after
    sides, middle = _SIDES[figure], _MIDDLE[figure]

    def fits(size: float) -> bool:
        top = middle - height * size / box.height  # of the block, in halves of the box's height
        for number, line in enumerate(bounds):
            baseline = top + 2 * (bounds[0].before + step * number) * size / box.height
            upper = baseline - 2 * line.before * size / box.height
            lower = baseline + 2 * line.after * size / box.height
            if upper < -1 or lower > 1 or line.along * size > box.width * min(sides(upper), sides(lower)):
                return False
        return True

    low, high = 0.0, most
    if fits(high):
        return high
    for _ in range(_ROUNDS):
        size = (low + high) / 2
        low, high = (size, high) if fits(size) else (low, size)
    return low
