"""A long message's pieces become lines: filled one after the other at the best size, then balanced.

All of it takes time nearly in proportion to the text: lines are measured by their pieces, and only those that are
chosen are shaped.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from placards.layout.lines import GAP_EM
from placards.layout.rule import BALANCE_TOLERANCE, Lines, Slot
from placards.layout.table import LineTable

#: Longer texts are set as paragraphs are, each line filled: one short line among so many does not show.
BALANCED_PIECES = 400

#: Advances tell the length of a line's ink within so much.
_GUESS, _GUESS_EM = 1.1, 0.5

_INFINITE = float("inf")

#: What a break inside a word costs among balanced lines: as much as a line of which nearly half is empty.
_SENSE = 0.2


def size_of(table: LineTable, lines: Lines, slot: Slot) -> float:
    """The size at which these lines fit, measured by their pieces (exactly where the text cuts cleanly)."""
    return _size(table, lines, slot, table.distance)


def exact_size(table: LineTable, lines: Lines, slot: Slot) -> float:
    """The size at which these lines fit as they are set."""
    if table.is_clean:
        return size_of(table, lines, slot)
    widest = max(table.metrics(first, last).along for first, last in lines)
    leading = slot.rule.leading * leading_em(table, lines) * (len(lines) - 1)
    return slot.size(widest, table.metrics(*lines[0]).before + leading + table.metrics(*lines[-1]).after)


def leading_em(table: LineTable, lines: Lines) -> float:
    """One distance for all baselines of the slot: the largest that any two neighbouring lines need."""
    return max((table.exact_distance(a[0], a[1], b[1]) for a, b in pairwise(lines)), default=0.0)


def _size(table: LineTable, lines: Lines, slot: Slot, distance: Callable[[int, int, int], float]) -> float:
    widest = max([table.along(first, last) for first, last in lines])
    apart = max([distance(a[0], a[1], b[1]) for a, b in pairwise(lines)], default=0.0)
    leading = slot.rule.leading * apart * (len(lines) - 1)
    return slot.size(widest, table.bounds(*lines[0]).before + leading + table.bounds(*lines[-1]).after)


def most_size(table: LineTable, slot: Slot) -> float:
    """A size that no choice of lines exceeds: whatever the breaks, all the ink must stand somewhere, and lines keep
    clear of each other's typical letters."""
    inks = [ink for ink in table.inks if ink.boxes]
    if not inks:
        return slot.rule.max_size
    gaps = [b.start - a.end for a, b in pairwise(table.inks)]
    lost = max([0.0, *gaps]) + max([max(ink.near - ink.start, 0.0) + max(ink.end - ink.far, 0.0) for ink in inks])
    total = table.inks[-1].end - table.inks[0].start
    heavy = [ink for ink in inks if ink.weight]
    body = min([ink.body_before / ink.weight for ink in heavy], default=0.0)
    body += min([max(ink.body_after / ink.weight, 0.0) for ink in heavy], default=0.0)
    apart = slot.rule.leading * (max(body, 0.0) + GAP_EM)
    edges = min([ink.before for ink in inks]) + min([ink.after for ink in inks])
    slack = 1.0 if table.is_clean else 1.02
    most = max(slot.size(total / n - lost, edges + apart * (n - 1)) for n in range(1, slot.rule.max_lines + 1))
    return min(most * slack, slot.rule.max_size)


def fill(table: LineTable, slot: Slot, forced: Sequence[int], costs: Sequence[float]) -> tuple[float, Lines] | None:
    """The largest size at which lines filled greedily fit, and those lines balanced; None where that finds none.
    *forced*, sorted, are pieces after which a line ends; *costs* is what an end after each piece costs the sense."""
    best = _filled(table, slot, forced)
    if best is None:
        return None
    size, lines = best
    room = slot.along / (size * (1 - BALANCE_TOLERANCE))
    even = balanced(table, room, len(lines), forced, costs)
    exact = exact_size(table, lines, slot)
    if even is not None:
        even_size = exact_size(table, even, slot)
        if even_size >= exact * (1 - BALANCE_TOLERANCE):
            return even_size, even
    return exact, lines


def _filled(table: LineTable, slot: Slot, forced: Sequence[int]) -> tuple[float, Lines] | None:
    low, high = 0.0, min(slot.rule.max_size, slot.across / 0.2)
    best: tuple[float, Lines] | None = None
    for _ in range(24):
        size = (low + high) / 2 if best or low else high
        lines = greedy(table, slot.along / size, forced, slot.rule.max_lines)
        actual = size_of(table, lines, slot) if lines else 0.0
        if lines is not None and actual > 0 and (best is None or actual > best[0]):
            best = (actual, lines)
            low = max(low, actual)
        if lines is not None and actual >= size:
            low = max(size, actual)
            if low >= high:
                break
        else:
            high = size
        if best is None and low == 0.0:
            low = 1e-6
        if high - low < high * 1e-4:
            break
    return best


def greedy(
    table: LineTable, limit: float, forced: Sequence[int], most: int | None = None, *, exact: bool = False
) -> Lines | None:
    """First fit: each line takes as many pieces as *limit* (em) allows, *exact*: as the line is set; None if one piece
    alone is too long, or if more than *most* lines are needed."""
    lines: list[tuple[int, int]] = []
    first, count, starts = 0, len(table), table.advances
    while first < count:
        if len(lines) == most:
            return None
        last = _guess(starts, first, limit, count)
        stop = bisect_left(forced, first)
        if stop < len(forced):
            last = min(last, forced[stop])
        while last >= first and table.along(first, last) > limit:
            last -= 1
        while exact and not table.is_clean and last >= first and table.metrics(first, last).along > limit:
            last -= 1
        if last < first:
            return None
        lines.append((first, last))
        first = last + 1
    return tuple(lines)


def _guess(starts: Sequence[float], first: int, limit: float, count: int) -> int:
    """The last piece of the longest line from *first* on that its advances do not rule out."""
    reach = starts[first] + limit * _GUESS + _GUESS_EM
    return min(max(bisect_right(starts, reach, first + 1) - 2, first), count - 1)


def _first_guess(starts: Sequence[float], last: int, limit: float) -> int:
    """The first piece of the longest line up to *last* that its advances do not rule out."""
    return min(bisect_left(starts, starts[last + 1] - limit * _GUESS - _GUESS_EM), last)


def balanced(table: LineTable, limit: float, count: int, forced: Sequence[int], costs: Sequence[float]) -> Lines | None:
    """At most *count* lines no longer than *limit* (em) with the least mean of squared room and of what their ends cost
    the sense, by dynamic programming; None where there is no such choice, or the text is too long to be worth it."""
    total = len(table)
    if total > BALANCED_PIECES or len(forced) >= count:
        return None
    windows = _windows(table, limit, count, forced)
    reached = {0: 0.0}
    ugly = [*[_SENSE * cost**2 for cost in costs], 0.0]
    came: list[dict[int, int]] = []
    results: list[tuple[float, int]] = []
    for number in range(1, count + 1):
        reached, starts = _next_line(table, limit, reached, windows[number - 1], forced, ugly)
        came.append(starts)
        if total in reached:
            results.append((reached[total] / number, number))
    if not results:
        return None
    _, number = min(results)
    out: list[tuple[int, int]] = []
    end = total
    for starts in reversed(came[:number]):
        out.append((starts[end], end - 1))
        end = starts[end]
    return tuple(reversed(out))


def _next_line(
    table: LineTable, limit: float, costs: dict[int, float], window: range, forced: Sequence[int], ugly: Sequence[float]
) -> tuple[dict[int, float], dict[int, int]]:
    """The least costs of ending one more line before each piece in *window*, and where that line begins."""
    following: dict[int, float] = {}
    starts: dict[int, int] = {}
    advances = table.advances
    for end in window:
        at = bisect_left(forced, end - 1)
        barrier = forced[at - 1] + 1 if at else 0
        lowest = max(barrier, _first_guess(advances, end - 1, limit))
        for first, along in table.alongs_back(end - 1, lowest):
            cost = costs.get(first)
            if cost is not None and along <= limit:
                cost += (1 - along / limit) ** 2 + ugly[end - 1]
                if cost < following.get(end, _INFINITE):
                    following[end] = cost
                    starts[end] = first
    return following, starts


def _windows(table: LineTable, limit: float, count: int, forced: Sequence[int]) -> list[range]:
    """Before which pieces each line may end, so that the rest still fits into *count* lines."""
    total, starts = len(table), table.advances
    latest, earliest = [], [total]
    at = 0
    for _ in range(count):
        last = _guess(starts, at, limit, total) if at < total else total - 1
        at = last + 1
        latest.append(at)
    at = total
    for _ in range(count - 1):
        at = _first_guess(starts, at - 1, limit) if at > 0 else 0
        earliest.append(at)
    earliest.reverse()
    return [range(max(low, n + 1), high + 1) for n, (low, high) in enumerate(zip(earliest, latest, strict=True))]
