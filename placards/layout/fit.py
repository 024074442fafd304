"""A message and a slot become the largest setting whose ink fits, with the best balanced lines.

The fitter is exact, not iterative: the pieces of the text are shaped and measured once, in em; a choice of lines then
gives its size by division. Short messages (all placards) are searched whole (`placards.layout.search`), long ones are
filled and balanced (`placards.layout.fill`). What reads as one thing stays whole as long as anything else fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from placards.frozen import dataclass
from placards.layout.fill import balanced, exact_size, fill, greedy, leading_em, most_size
from placards.layout.lines import LineMetrics, emergency_ends, opened_ends
from placards.layout.message import MAX_MESSAGE_LENGTH, Message, prepare_message
from placards.layout.rule import (
    BALANCE_TOLERANCE,
    CLAUSE_TOLERANCE,
    HYPHEN_TOLERANCE,
    NEWLINE_TOLERANCE,
    FitRule,
    Lines,
    Slot,
)
from placards.layout.search import EXHAUSTIVE_PIECES, search
from placards.layout.table import SHAPED_PIECES, LineTable
from placards.problems.errors import FitError
from placards.text.shape import Paragraph
from placards.values.geometry import Rect, Size

HYPHENS = "-\u2010\u058a\u05be"

#: In longer texts, paragraphs rather than slogans, clauses run on.
CLAUSE_PIECES = 12

#: Punctuation that ends a clause, and the spaces behind it.
_CLAUSE_SIGNS = frozenset(",;:.!?،؛؟۔।॥、，。；：！？·።፣፤؛—–…")
_CLAUSE_SPACES = (" ", "\u200b")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A message set for its slot. Each line has a size of its own; *size* is the one that they have in common."""

    paragraph: Paragraph
    size: float  # points per em
    lines: tuple[LineMetrics, ...]
    leading: float  # points between baselines
    height: float  # points, from the first line's ink top to the last one's ink bottom
    broken_words: bool = False  # a word had to be broken where no dictionary would


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
        fitted = _fit_pieces(message, ends, slot) if ends != message.ends else _fit_words(message, ends, slot)
        if fitted is not None and fitted.size >= rule.min_size:
            return replace(fitted, broken_words=True) if broken else fitted
        if fitted is not None and fitted.size > needed:
            needed, below = fitted.size, False
    code = "fit-size-below" if below else "fit-size"
    raise FitError(code, text=_shortened(paragraph.text), needed=needed, least=rule.min_size)


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


def _fit_words(message: Message, ends: tuple[int, ...], slot: Slot) -> Fitted | None:
    """The best setting that breaks no hyphenated word, or one that does where that makes the text much larger."""
    text = message.paragraph.text
    free = _fit_pieces(message, ends, slot)
    unhyphenated = tuple(e for e in ends if text[e - 1] not in HYPHENS or e == ends[-1])
    if free is None or unhyphenated == ends:
        return free
    whole = _fit_pieces(message, unhyphenated, slot)
    keeps = whole is not None and whole.size >= max(free.size * (1 - HYPHEN_TOLERANCE), slot.rule.min_size)
    return whole if keeps else free


def _fit_pieces(message: Message, ends: tuple[int, ...], slot: Slot) -> Fitted | None:
    table = message.table(ends, slot.rule.align)
    best = _solve(table, slot, frozenset())
    if best is None:
        return None
    for positions, tolerance in _wanted_breaks(message, ends):
        forced = frozenset(i for i, end in enumerate(ends[:-1]) if end in positions)
        if not forced:
            continue
        # The wanted breaks and no others read best; where that costs too much, others may join them.
        settings = (way(table, slot, forced) for way in (_exactly, _solve))
        floor = max(best[0] * (1 - tolerance), min(slot.rule.min_size, best[0]))
        kept = next((found for found in settings if found is not None and found[0] >= floor), None)
        if kept is not None:
            best = kept
            break
    return _setting(table, best[1], best[0], slot.rule)


def _wanted_breaks(message: Message, ends: tuple[int, ...]) -> Iterator[tuple[frozenset[int], float]]:
    """Where lines should end, and the size that may be given up for it: at the translator's newlines, else after
    clauses."""
    yield message.preferred, NEWLINE_TOLERANCE
    if len(ends) <= CLAUSE_PIECES:
        yield _clause_breaks(message.paragraph.text), CLAUSE_TOLERANCE


def _clause_breaks(text: str) -> frozenset[int]:
    ends = set()
    for index, char in enumerate(text):
        if char in _CLAUSE_SIGNS:
            end = index + 1
            while text[end : end + 1] in _CLAUSE_SPACES:
                end += 1
            ends.add(end)
    return frozenset(ends)


def _exactly(table: LineTable, slot: Slot, forced: frozenset[int]) -> tuple[float, Lines] | None:
    """The lines that end at the pieces in *forced* and nowhere else."""
    if len(forced) >= slot.rule.max_lines:
        return None
    ends = sorted(forced)
    lines = tuple(zip((0, *(e + 1 for e in ends)), (*ends, len(table) - 1), strict=True))
    return exact_size(table, lines, slot), lines


def _solve(table: LineTable, slot: Slot, forced: frozenset[int]) -> tuple[float, Lines] | None:
    """The best size and lines that break after every piece in *forced*; None if there are too many of those."""
    if len(forced) >= slot.rule.max_lines:
        return None
    if len(table) <= EXHAUSTIVE_PIECES:
        return search(table, slot, forced)
    return fill(table, slot, sorted(forced))


def wrap(message: Message, width: float, size: float, rule: FitRule) -> Fitted:
    """Set a message at a given size in as few balanced lines as the width allows, however high they grow."""
    limit = width / size
    ways = _different(
        (lambda: message.ends, False),
        (lambda: opened_ends(message.paragraph), False),
        (lambda: emergency_ends(message.paragraph, limit), True),
    )
    for ends, broken in ways:
        table = message.table(ends, rule.align)
        lines = greedy(table, limit, (), exact=True)
        if lines is not None:
            lines = _in_sense(table, message, limit, len(lines)) or lines
            return _setting(table, lines, size, rule, broken)
    raise FitError("fit-width", text=_shortened(message.paragraph.text), width=width, size=size)


def _in_sense(table: LineTable, message: Message, limit: float, count: int) -> Lines | None:
    """So many balanced lines, broken where the translator or a clause ends one if that costs no further line."""
    for positions in (message.preferred, _clause_breaks(message.paragraph.text)) if count > 1 else ():
        forced = [i for i, end in enumerate(table.ends[:-1]) if end in positions]
        lines = _balanced_within(table, limit, count, forced) if forced else None
        if lines is not None:
            return lines
    return _balanced_within(table, limit, count, [])


def _balanced_within(table: LineTable, limit: float, count: int, forced: list[int]) -> Lines | None:
    lines = balanced(table, limit, count, forced)
    if lines is None or table.is_clean or all(table.metrics(*line).along <= limit for line in lines):
        return lines
    return None


def _setting(table: LineTable, lines: Lines, size: float, rule: FitRule, broken: bool = False) -> Fitted:
    metrics = tuple([table.metrics(first, last).at(size) for first, last in lines])
    leading = rule.leading * leading_em(table, lines) * size
    height = metrics[0].before * size + leading * (len(lines) - 1) + metrics[-1].after * size
    return Fitted(table.paragraph, size, metrics, leading, height, broken)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


__all__ = [
    "BALANCE_TOLERANCE", "HYPHENS", "MAX_MESSAGE_LENGTH", "FitRule", "Fitted", "Message", "fit", "prepare_message",
    "wrap",
]  # fmt: skip
