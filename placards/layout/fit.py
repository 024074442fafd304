"""A message and a slot become the largest setting whose ink fits, with the best balanced lines.

The fitter is exact, not iterative: the pieces of the text are shaped and measured once, in em; a choice of lines then
gives its size by division. A setting is worth its size times what its breaks leave of the sense
(`placards.layout.sense`). Short messages (all placards) are searched whole (`placards.layout.search`), long ones are
filled and balanced (`placards.layout.fill`). What reads as one thing stays whole as long as anything else fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.layout.fill import balanced, fill, greedy, leading_em, most_size
from placards.layout.lines import LineMetrics, emergency_ends, line_distance, opened_ends
from placards.layout.message import MAX_MESSAGE_LENGTH, Message, prepare_message
from placards.layout.rule import BALANCE_TOLERANCE, FitRule, Lines, Slot
from placards.layout.search import EXHAUSTIVE_PIECES, Setting, search
from placards.layout.sense import size_only
from placards.layout.table import SHAPED_PIECES, LineTable
from placards.problems.errors import FitError
from placards.text.sense.table import CLAUSE
from placards.text.shape import Paragraph
from placards.values.geometry import Rect, Size

#: Sense leaves at least this part of the size that the text could have without a cut word.
CAP = 0.71

#: Up to this many pieces a text is also searched whole, at its best opportunities, for a setting that has at least this
#: part of the size that filled lines have.
REDUCED_PIECES, REDUCED = 40, 0.85


#: Which phrases lines may part: any, those that no line holds, or none.
Parted: TypeAlias = Literal["any", "long", "none"]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A message set for its slot. Each line has a size of its own; *size* is the one that they have in common."""

    paragraph: Paragraph
    size: float  # points per em
    lines: tuple[LineMetrics, ...]
    leading: float  # points between baselines
    height: float  # points, from the first line's ink top to the last one's ink bottom
    broken_words: bool = False  # a word had to be broken where no dictionary would
    steps: tuple[float, ...] = ()  # points from each baseline to the next, where that is not *leading*

    hero: int | None = None  # the line that stands out by its size

    def times(self, factor: float) -> Fitted:
        """The same lines, larger or smaller."""
        return replace(
            self,
            size=self.size * factor,
            lines=tuple([line.at(line.size * factor) for line in self.lines]),
            leading=self.leading * factor,
            height=self.height * factor,
            steps=tuple([step * factor for step in self.steps]),
        )

    @property
    def descent(self) -> tuple[float, ...]:
        """Points from the first baseline to each."""
        steps = self.steps or (self.leading,) * (len(self.lines) - 1)
        return tuple(accumulate(steps, initial=0.0))


def fit(message: Message, box: Size | Rect, rule: FitRule) -> Fitted:
    """Set a message as large as the box allows; raises FitError where even the slot's smallest size is too large."""
    paragraph = message.paragraph
    slot = Slot(box.height, box.width, rule) if paragraph.style.vertical else Slot(box.width, box.height, rule)
    needed, below = 0.0, False
    for ends, broken in _ways(message, slot):
        most = _most_size(message, ends, slot)
        if most is not None and most < rule.min_size:
            needed, below = max(needed, most), True
            continue
        fitted = _fit_pieces(message, ends, slot)
        if fitted is not None and fitted.size >= rule.min_size:
            fitted = _with_own_steps(fitted, slot)
            return replace(fitted, broken_words=True) if broken else fitted
        if fitted is not None and fitted.size > needed:
            needed, below = fitted.size, False
    code = "fit-size-below" if below else "fit-size"
    raise FitError(code, text=_shortened(paragraph.text), needed=needed, least=rule.min_size)


def _with_own_steps(fitted: Fitted, slot: Slot) -> Fitted:
    """Lines with words larger than the others keep off their neighbours by what those need; the rest stand as near to
    each other as without them, and all of it grows by the room that is won."""
    large = [any(run.font.size != 1 for run in metrics.line.runs) for metrics in fitted.lines]
    if not any(large) or len(large) == 1:
        return fitted
    apart = [line_distance(upper, lower) for upper, lower in pairwise(fitted.lines)]
    beside = [one or other for one, other in pairwise(large)]
    usual = max([needed for needed, of_large in zip(apart, beside, strict=True) if not of_large], default=0.0)
    steps = [slot.rule.leading * max(needed if of_large else 0.0, usual)
             for needed, of_large in zip(apart, beside, strict=True)]  # fmt: skip
    across = fitted.lines[0].before + sum(steps) + fitted.lines[-1].after
    size = slot.size(max(metrics.along for metrics in fitted.lines), across)
    steps = [step * size for step in steps]
    return replace(fitted.times(size / fitted.size), steps=tuple(steps), height=across * size)


def _ways(message: Message, slot: Slot) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Where the text may be cut, and whether words break there: first between words, then inside what should stay
    whole, then inside words that are too long at the smallest size, then inside all words."""
    return _different(
        (lambda: message.ends, False),
        (lambda: opened_ends(message.paragraph), False),
        (lambda: emergency_ends(message.paragraph, slot.along / slot.rule.min_size), True),
        (lambda: emergency_ends(message.paragraph), True),
    )


def _different(*ways: tuple[Callable[[], tuple[int, ...]], bool]) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Each way to cut a text, as it is asked for, without those that came before."""
    tried: list[tuple[int, ...]] = []
    for ends_of, broken in ways:
        ends = ends_of()
        if ends not in tried:
            tried.append(ends)
            yield ends, broken


def _most_size(message: Message, ends: tuple[int, ...], slot: Slot) -> float | None:
    """A bound for long texts, which take more time than to be refused by it; None for short ones."""
    return most_size(message.table(ends, slot.rule.align), slot) if len(ends) > SHAPED_PIECES else None


def _fit_pieces(message: Message, ends: tuple[int, ...], slot: Slot) -> Fitted | None:
    best = _best(message, ends, slot)
    if best is None:
        return None
    table = message.table(ends, slot.rule.align)
    return setting(table, best.lines, best.size, slot.rule)


def _best(message: Message, ends: tuple[int, ...], slot: Slot) -> Setting | None:
    """The setting that is worth most by size and sense."""
    table, sense = message.table(ends, slot.rule.align), message.sense(ends)
    if len(ends) > EXHAUSTIVE_PIECES:
        return _best_of_many(message, ends, slot)
    best = search(table, slot, sense)
    if best is None:
        return None
    # Sense may not cost too much of what whole words could have, nor the slot's smallest size.
    honest = search(table, slot, size_only(message.costs(ends)), best.size / CAP)
    least = max(honest.size * CAP if honest is not None else 0.0, slot.rule.min_size)
    return (search(table, slot, sense, least) or best) if best.size < least else best


def _best_of_many(message: Message, ends: tuple[int, ...], slot: Slot) -> Setting | None:
    """Of longer texts: lines filled one after the other, or what is best at the breaks that cost the sense least."""
    table, sense, costs = message.table(ends, slot.rule.align), message.sense(ends), message.costs(ends)
    found = [fill(table, slot, forced, costs) for forced in _wanted_breaks(message, ends)]
    ways = [Setting(size * sense.worth(lines), size, lines) for size, lines in (f for f in found if f is not None)]
    most = max([way.size for way in ways], default=0.0)
    if len(ends) <= REDUCED_PIECES:
        cheap = sorted(sorted(range(len(costs)), key=lambda number: (costs[number], number))[: EXHAUSTIVE_PIECES - 1])
        stops = (*cheap, len(ends) - 1)
        few_ends = tuple([ends[number] for number in stops])
        # What is worth less than what was found already need not be looked at.
        floor = max([way.worth for way in ways if way.size >= slot.rule.min_size], default=0.0)
        few_table, few_sense = message.table(few_ends, slot.rule.align), message.sense(few_ends)
        few = search(few_table, slot, few_sense, most * REDUCED, floor)
        if few is not None:
            lines = tuple([(stops[first - 1] + 1 if first else 0, stops[last]) for first, last in few.lines])
            ways.append(Setting(few.size * sense.worth(lines), few.size, lines))
    large = [way for way in ways if way.size >= slot.rule.min_size]
    return max(large or ways, default=None)


def _wanted_breaks(message: Message, ends: tuple[int, ...]) -> Iterator[list[int]]:
    """Pieces after which lines may be made to end: none, or those with the translator's newlines."""
    yield []
    typed = [number for number, end in enumerate(ends[:-1]) if end in message.preferred]
    if typed:
        yield typed


def wrap(
    message: Message, width: float, size: float, rule: FitRule, even: bool = True, parted: Parted = "any"
) -> Fitted:
    """Set a message at a given size in as few lines as the width allows, however high they grow: *even* ones, or each
    filled as in a letter. *parted* says which phrases lines may part: any, only those that no line holds, or none."""
    table, lines, broken = wrapped(message, width, size, rule, even, parted)
    return setting(table, lines, size, rule, broken)


def wrapped(
    message: Message, width: float, size: float, rule: FitRule, even: bool = True, parted: Parted = "any"
) -> tuple[LineTable, Lines, bool]:
    """The lines of `wrap`, in the table that measures them, and whether words are broken; raises FitError."""
    limit = width / size
    phrases = (
        (lambda: message.phrase_ends, False),
        (lambda: _long_ones_parted(message, limit, rule.align), False),
    )
    words = (
        (lambda: message.ends, False),
        (lambda: opened_ends(message.paragraph), False),
        (lambda: emergency_ends(message.paragraph, limit), True),
        (lambda: emergency_ends(message.paragraph), True),  # ink may be wider than what the pen advances
    )
    for ends, broken in _different(*(words if parted == "any" else phrases[: 2 if parted == "long" else 1])):
        table = message.table(ends, rule.align)
        lines = greedy(table, limit, (), exact=True)
        if lines is not None:
            if even:
                lines = _in_sense(table, message, limit, len(lines)) or lines
            return table, lines, broken
    raise FitError("fit-width", text=_shortened(message.paragraph.text), width=width, size=size)


def _long_ones_parted(message: Message, limit: float, align: str) -> tuple[int, ...]:
    """The ends of phrases, and where lines may end in those that are longer than a line."""
    table = message.table(message.phrase_ends, align)
    starts = (0, *message.phrase_ends)
    long = [(starts[n], starts[n + 1]) for n in range(len(table)) if table.along(n, n) > limit]
    inner = {end for end in message.ends for start, stop in long if start < end < stop}
    return tuple(sorted({*message.phrase_ends, *inner}))


def _in_sense(table: LineTable, message: Message, limit: float, count: int) -> Lines | None:
    """So many balanced lines, broken where the translator or a clause ends one if that costs no further line."""
    costs = message.costs(table.ends)
    clauses = frozenset(table.ends[number] for number, cost in enumerate(costs) if cost == CLAUSE)
    for positions in (message.preferred, clauses) if count > 1 else ():
        forced = [i for i, end in enumerate(table.ends[:-1]) if end in positions]
        lines = _balanced_within(table, limit, count, forced, costs) if forced else None
        if lines is not None:
            return lines
    return _balanced_within(table, limit, count, [], costs)


def _balanced_within(
    table: LineTable, limit: float, count: int, forced: list[int], costs: Sequence[float]
) -> Lines | None:
    lines = balanced(table, limit, count, forced, costs)
    if lines is None or table.is_clean or all(table.metrics(*line).along <= limit for line in lines):
        return lines
    return None


def setting(table: LineTable, lines: Lines, size: float, rule: FitRule, broken: bool = False) -> Fitted:
    """These lines at a size."""
    metrics = tuple([table.metrics(first, last).at(size) for first, last in lines])
    leading = rule.leading * leading_em(table, lines) * size
    height = metrics[0].before * size + leading * (len(lines) - 1) + metrics[-1].after * size
    return Fitted(table.paragraph, size, metrics, leading, height, broken)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


__all__ = [
    "BALANCE_TOLERANCE", "MAX_MESSAGE_LENGTH", "FitRule", "Fitted", "Message", "Parted", "fit", "prepare_message",
    "setting", "wrap", "wrapped",
]  # fmt: skip
