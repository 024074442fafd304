"""The items of a slot (demands, names, paragraphs) become rows in columns, in the largest size at which all fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from placards.frozen import dataclass
from placards.layout.fit import CAP, FitRule, Fitted, Message, Parted, wrap
from placards.layout.text_block import Align
from placards.problems.errors import FitError

#: How finely the size is looked for, as a part of itself.
_FINE = 0.002


@dataclass(frozen=True, slots=True)
class ItemRule:
    """How rows are set. Distances are in sizes of the text, lengths in points."""

    columns: int
    column_gap: float
    gap_em: float
    indent_em: float  # room for the marker before each row
    least_row_em: float  # a row is at least as high as its marker
    align: Align
    leading: float
    above_em: float  # free above each row, to sign on
    min_size: float
    max_size: float
    in_sense: bool = True  # lines keep phrases whole; in names nobody knows any


@dataclass(frozen=True, slots=True)
class ItemRows:
    """Items set in one size: the rows, and the column of each."""

    size: float
    rows: tuple[Fitted, ...]
    heights: tuple[float, ...]
    columns: tuple[int, ...]
    broken_words: bool = False


def fit_items(messages: Sequence[Message], width: float, height: float, rule: ItemRule) -> ItemRows:
    """Set the items as large as all of them fit in one size; words break only where even the smallest size leaves no
    other way. Lines part no phrase, or else only those that no line holds, where that leaves as much of the size as
    `CAP` asks for. Raises FitError."""
    for broken in (False, True):
        best = _largest(partial(_set, messages, width, height, rule, broken, "any"), rule)
        if best is None:
            continue
        if broken or not rule.in_sense or all(message.phrase_ends == message.ends for message in messages):
            return best
        ways: tuple[Parted, ...] = ("none", "long")
        found = (_largest(partial(_set, messages, width, height, rule, broken, way), rule) for way in ways)
        return next((rows for rows in found if rows is not None and rows.size >= CAP * best.size), best)
    raise FitError("fit-items", count=len(messages), least=rule.min_size)


def _largest(attempt: Callable[[float], ItemRows | None], rule: ItemRule) -> ItemRows | None:
    best = attempt(rule.min_size)
    if best is None:
        return None
    low, high = rule.min_size, max(rule.max_size, rule.min_size)
    whole = attempt(high)
    if whole is not None:
        return whole
    while high - low > _FINE * low:
        size = (low + high) / 2
        found = attempt(size)
        if found is None:
            high = size
        else:
            best, low = found, size
    return best


def _set(
    messages: Sequence[Message], width: float, height: float, rule: ItemRule, broken: bool, parted: Parted, size: float
) -> ItemRows | None:
    """The items at a size; None where they do not fit."""
    room = (width - rule.column_gap * (rule.columns - 1)) / rule.columns - rule.indent_em * size
    if room <= 0:
        return None
    setting = FitRule(align=rule.align, leading=rule.leading)
    rows = []
    for message in messages:
        try:
            row = wrap(message, room, size, setting, parted=parted)
        except FitError:
            return None
        if row.broken_words and not broken:
            return None
        rows.append(row)
    heights = tuple(max(row.height, rule.least_row_em * size) + rule.above_em * size for row in rows)
    gap = rule.gap_em * size
    columns = _filled(heights, gap, rule.columns, height)
    if columns is None:
        return None
    even = _evenly(rows, heights, gap, rule.columns, height) if rule.columns > 1 else columns
    return ItemRows(size, tuple(rows), heights, even, any(row.broken_words for row in rows))


def _filled(heights: Sequence[float], gap: float, columns: int, room: float) -> tuple[int, ...] | None:
    """The column of each row, filled from top to bottom; None where the columns do not suffice."""
    out, column, y = [], 0, 0.0
    for height in heights:
        if y and y + gap + height > room:
            column, y = column + 1, 0.0
        y += (gap if y else 0.0) + height
        if y > room + 1e-9 or column >= columns:
            return None
        out.append(column)
    return tuple(out)


def _evenly(rows: Sequence[Fitted], heights: Sequence[float], gap: float, columns: int, room: float) -> tuple[int, ...]:
    """Balanced by lines, where that has room: a name without an ascender makes no column shorter."""
    lines = [float(len(row.lines)) for row in rows]
    found = _balanced(lines, 0.0, columns, sum(lines))
    used = [[height for height, at in zip(heights, found, strict=True) if at == column] for column in set(found)]
    fits = all(sum(column) + gap * (len(column) - 1) <= room for column in used)
    return found if fits else _balanced(heights, gap, columns, room)


def _balanced(heights: Sequence[float], gap: float, columns: int, room: float) -> tuple[int, ...]:
    """The same in columns of about one height, the first ones the longer."""
    low, high = max(heights), room
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if _filled(heights, gap, columns, middle) is not None else (middle, high)
    return _filled(heights, gap, columns, high) or tuple([0] * len(heights))
