"""A paragraph and a slot become the largest setting whose ink fits, with the best balanced lines.

The fitter is exact, not iterative: every stretch of text that could be a line is shaped once and measured in em; a
choice of lines then gives its size by division. Short messages (all placards) are searched whole; long ones are
filled greedily at the best size and then balanced by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from placards.layout.lines import LineMetrics, LineTable, emergency_ends, piece_ends
from placards.problems.errors import FitError, TextError
from placards.text.breaks import UNSPACED_SCRIPTS
from placards.text.fontset import FontSet
from placards.text.shape import Paragraph, TextStyle, prepare
from placards.values.geometry import Rect, Size

#: Longer messages are not slogans; they get an error instead of a minute's work.
MAX_MESSAGE_LENGTH = 2000

#: Up to this many pieces every way to break the text is looked at (2**(n-1) of them, pruned).
EXHAUSTIVE_PIECES = 16

#: Size that may be given up for better balanced lines.
BALANCE_TOLERANCE = 0.005

#: Size that may be given up to break at every newline that the translator typed.
NEWLINE_TOLERANCE = 0.2

#: Size that may be given up to break after a comma or a full stop inside the message.
CLAUSE_TOLERANCE = 0.08

#: Size that may be given up to keep a hyphenated word on one line.
HYPHEN_TOLERANCE = 0.2
HYPHENS = "-\u2010\u058a\u05be"

#: In longer texts, paragraphs rather than slogans, clauses run on.
CLAUSE_PIECES = 12

_CLAUSE_ENDS = ",;:.!?،؛؟۔।॥、，。；：！？·።፣፤؛—–…"

Lines = tuple[tuple[int, int], ...]  # (first piece, last piece) of each line


@dataclass(frozen=True, slots=True)
class FitRule:
    """What a slot allows. Sizes in points per em."""

    min_size: float = 6.0
    max_size: float = float("inf")
    max_lines: int = 12
    align: str = "center"  # left, right, center: where the lines of the slot line up
    leading: float = 1.0  # factor on the leading that the ink asks for


@dataclass(frozen=True, slots=True)
class Fitted:
    """A message set for its slot."""

    paragraph: Paragraph
    size: float  # points per em
    lines: tuple[LineMetrics, ...]
    leading: float  # points between baselines
    height: float  # points, from the first line's ink top to the last one's ink bottom
    broken_words: bool = False  # a word had to be broken where no dictionary would


@dataclass(frozen=True, slots=True)
class Message:
    """A text ready to be set: newlines became spaces, and are remembered as preferred breaks."""

    paragraph: Paragraph
    preferred: frozenset[int]  # indexes after which a line should end


def prepare_message(text: str, style: TextStyle, fonts: FontSet) -> Message:
    """Itemize a message. A newline is a preferred break: it is set as a space where the script writes spaces, as
    nothing where it does not. Raises TextError for an empty or endless text."""
    text = text.strip()
    if not text:
        raise TextError("the text is empty", remedy="Give it at least one letter")
    if len(text) > MAX_MESSAGE_LENGTH:
        raise TextError(
            f"the text has {len(text):,} characters, more than {MAX_MESSAGE_LENGTH:,}",
            remedy="Shorten it, or split it over several artefacts",
        )
    out: list[str] = []
    preferred = set()
    for part in filter(None, (line.strip() for line in text.splitlines())):
        if out:
            joined = len("".join(out)) + 1
            preferred.add(joined)
            out.append("\u200b" if _unspaced(out[-1][-1], style) and _unspaced(part[0], style) else " ")
        out.append(part)
    return Message(prepare("".join(out), style, fonts), frozenset(preferred))


def _unspaced(char: str, style: TextStyle) -> bool:
    from placards.text.script import resolve_scripts

    spaced = style.language.split("-")[0] == "ko"
    return (not spaced and resolve_scripts(char)[0] in UNSPACED_SCRIPTS) or char in "、。！？，"


def fit(message: Message, box: Size | Rect, rule: FitRule) -> Fitted:
    """Set a message as large as the box allows; raises FitError where even the slot's smallest size is too large."""
    paragraph = message.paragraph
    width, height = (box.height, box.width) if paragraph.style.vertical else (box.width, box.height)
    best = _fit_whole_words(message, width, height, rule)
    if best is not None and best.size >= rule.min_size:
        return best
    needed = best.size if best is not None else 0.0
    # Words that are too long at the smallest size are broken first, all words only where that does not help.
    tried = [piece_ends(paragraph)]
    for ends in (emergency_ends(paragraph, width / rule.min_size), emergency_ends(paragraph)):
        if ends in tried:
            continue
        tried.append(ends)
        broken = _fit_pieces(message, ends, width, height, rule)
        if broken is not None and broken.size >= rule.min_size:
            return replace(broken, broken_words=True)
        needed = max(needed, broken.size if broken is not None else 0.0)
    raise FitError(
        f"“{_shortened(paragraph.text)}” does not fit: it would need {needed:.1f} pt and the slot allows no less than "
        f"{rule.min_size:.1f} pt",
        remedy="Shorten the text, choose a larger sheet, or another layout",
    )


def _fit_whole_words(message: Message, width: float, height: float, rule: FitRule) -> Fitted | None:
    """The best setting that breaks no hyphenated word, or one that does where that makes the text much larger."""
    paragraph = message.paragraph
    ends = piece_ends(paragraph)
    free = _fit_pieces(message, ends, width, height, rule)
    unhyphenated = tuple(e for e in ends if paragraph.text[e - 1] not in HYPHENS or e == ends[-1])
    if free is None or unhyphenated == ends:
        return free
    whole = _fit_pieces(message, unhyphenated, width, height, rule)
    keeps = whole is not None and whole.size >= free.size * (1 - HYPHEN_TOLERANCE) and whole.size >= rule.min_size
    return whole if keeps else free


def wrap(message: Message, width: float, size: float, rule: FitRule) -> Fitted:
    """Set a message at a given size in as few balanced lines as the width allows, however high they grow."""
    paragraph = message.paragraph
    limit = width / size
    for ends, broken in ((piece_ends(paragraph), False), (emergency_ends(paragraph, limit), True)):
        table = LineTable(paragraph, ends, rule.align)
        lines = _greedy(table, limit, frozenset())
        if lines is not None:
            lines = _in_sense(table, message, limit, len(lines)) or lines
            return _setting(table, lines, size, rule, broken)
    raise FitError(
        f"“{_shortened(paragraph.text)}” is wider than {width:.0f} pt at {size:.1f} pt",
        remedy="Shorten the text, choose a larger sheet, or another layout",
    )


def _in_sense(table: LineTable, message: Message, limit: float, count: int) -> Lines | None:
    """So many balanced lines, broken where the translator or a clause ends one if that costs no further line."""
    for positions in (message.preferred, _clause_breaks(message.paragraph.text)) if count > 1 else ():
        forced = frozenset(i for i, end in enumerate(table.ends[:-1]) if end in positions)
        lines = _balanced(table, limit, count, forced) if forced else None
        if lines is not None:
            return lines
    return _balanced(table, limit, count, frozenset())


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _fit_pieces(message: Message, ends: tuple[int, ...], width: float, height: float, rule: FitRule) -> Fitted | None:
    table = LineTable(message.paragraph, ends, rule.align)
    free = _solve(table, width, height, rule, frozenset())
    if free is None:
        return None
    size, lines = free
    for positions, tolerance in (
        (message.preferred, NEWLINE_TOLERANCE),
        (_clause_breaks(message.paragraph.text), CLAUSE_TOLERANCE),
    ):
        forced = frozenset(i for i, end in enumerate(ends[:-1]) if end in positions)
        if not forced or (positions is not message.preferred and len(ends) > CLAUSE_PIECES):
            continue
        # The wanted breaks and no others read best; where that costs too much, others may join them.
        settings = (way(table, width, height, rule, forced) for way in (_exactly, _solve))
        floor = max(size * (1 - tolerance), min(rule.min_size, size))
        kept = next((s for s in settings if s is not None and s[0] >= floor), None)
        if kept is not None:
            size, lines = kept
            break
    return _setting(table, lines, size, rule)


def _exactly(
    table: LineTable, width: float, height: float, rule: FitRule, forced: frozenset[int]
) -> tuple[float, Lines] | None:
    """The lines that end at the pieces in *forced* and nowhere else."""
    if len(forced) >= rule.max_lines:
        return None
    ends = sorted(forced)
    lines = tuple(zip((0, *(e + 1 for e in ends)), (*ends, len(table) - 1), strict=True))
    return size_of(table, lines, width, height, rule), lines


def _clause_breaks(text: str) -> frozenset[int]:
    """The indexes after punctuation that ends a clause, and the space behind it."""
    out = set()
    for index, char in enumerate(text):
        if char in _CLAUSE_ENDS:
            end = index + 1
            while end < len(text) and text[end] in " \u200b":
                end += 1
            out.add(end)
    return frozenset(out)


def _setting(table: LineTable, lines: Lines, size: float, rule: FitRule, broken: bool = False) -> Fitted:
    metrics = tuple(table.metrics(first, last) for first, last in lines)
    leading = leading_em(table, lines, rule) * size
    height = metrics[0].before * size + leading * (len(lines) - 1) + metrics[-1].after * size
    return Fitted(table.paragraph, size, metrics, leading, height, broken)


def leading_em(table: LineTable, lines: Sequence[tuple[int, int]], rule: FitRule) -> float:
    """One distance for all baselines of the slot: the largest that any two neighbouring lines need."""
    distances = (table.distance(a[0], a[1], b[1]) for a, b in pairwise(lines))
    return rule.leading * max(distances, default=0.0)


def size_of(table: LineTable, lines: Lines, width: float, height: float, rule: FitRule) -> float:
    """The size at which these lines fit exactly."""
    widest = max(table.metrics(first, last).along for first, last in lines)
    tall = (
        table.metrics(*lines[0]).before
        + leading_em(table, lines, rule) * (len(lines) - 1)
        + table.metrics(*lines[-1]).after
    )
    return min(
        width / widest if widest > 0 else rule.max_size, height / tall if tall > 0 else rule.max_size, rule.max_size
    )


def raggedness(table: LineTable, lines: Lines, limit: float) -> float:
    """Mean square of the room left in the lines, as parts of *limit* (em): 0 = every line is full."""
    return sum((1 - table.metrics(first, last).along / limit) ** 2 for first, last in lines) / len(lines)


def _solve(
    table: LineTable, width: float, height: float, rule: FitRule, forced: frozenset[int]
) -> tuple[float, Lines] | None:
    """The best size and lines that break after every piece in *forced*; None if there are too many of those."""
    if len(forced) >= rule.max_lines:
        return None
    if len(table) <= EXHAUSTIVE_PIECES:
        return _search(table, width, height, rule, forced)
    return _fill(table, width, height, rule, forced)


def _search(
    table: LineTable, width: float, height: float, rule: FitRule, forced: frozenset[int]
) -> tuple[float, Lines] | None:
    """Every way to break the text, with those cut off that cannot come near the best found so far."""
    found: list[tuple[float, Lines]] = []
    best = 0.0
    count = len(table)

    least_after = min(table.metrics(count - 1, count - 1).after, 0.0)  # whatever the last line is, this piece ends it

    def extend(
        first: int, lines: list[tuple[int, int]], widest: float, leading: float
    ) -> Iterator[tuple[float, Lines]]:
        # The last line allowed takes all that is left.
        for last in range(first if len(lines) + 1 < rule.max_lines else count - 1, count):
            if any(first <= i < last for i in forced):
                break
            along = max(widest, table.metrics(first, last).along)
            if along > 0 and width / along < best * (1 - BALANCE_TOLERANCE):
                break  # longer lines would be wider still
            apart = max(leading, rule.leading * table.distance(lines[-1][0], first - 1, last)) if lines else 0.0
            lines.append((first, last))
            gaps = len(lines) - (last == count - 1)
            tall = table.metrics(*lines[0]).before + gaps * apart + least_after  # em, at least
            if height >= tall * best * (1 - BALANCE_TOLERANCE):
                if last == count - 1:
                    chosen = tuple(lines)
                    yield size_of(table, chosen, width, height, rule), chosen
                else:
                    yield from extend(last + 1, lines, along, apart)
            lines.pop()

    for size, lines in extend(0, [], 0.0, 0.0):
        found.append((size, lines))
        best = max(best, size)
    if not found:
        return None
    near = [entry for entry in found if entry[0] >= best * (1 - BALANCE_TOLERANCE)]
    return min(near, key=lambda entry: (raggedness(table, entry[1], width / best), -entry[0], entry[1]))


def _fill(
    table: LineTable, width: float, height: float, rule: FitRule, forced: frozenset[int]
) -> tuple[float, Lines] | None:
    """For long texts: the largest size at which lines filled greedily fit, then those lines balanced."""
    low, high = 0.0, min(rule.max_size, height / 0.2)
    best: tuple[float, Lines] | None = None
    for _ in range(24):
        size = (low + high) / 2 if best or low else high
        lines = _greedy(table, width / size, forced)
        actual = size_of(table, lines, width, height, rule) if lines and len(lines) <= rule.max_lines else 0.0
        if lines is not None and actual >= size:
            if best is None or actual > best[0]:
                best = (actual, lines)
            low = max(size, actual)
            if low >= high:
                break
        else:
            if lines is not None and actual > 0 and (best is None or actual > best[0]):
                best = (actual, lines)
                low = max(low, actual)
            high = size
        if best is None and low == 0.0:
            low = 1e-6
        if high - low < high * 1e-4:
            break
    if best is None:
        return None
    size, lines = best
    balanced = _balanced(table, width / (size * (1 - BALANCE_TOLERANCE)), len(lines), forced)
    if balanced is not None:
        balanced_size = size_of(table, balanced, width, height, rule)
        if balanced_size >= size * (1 - BALANCE_TOLERANCE):
            return balanced_size, balanced
    return best


def _greedy(table: LineTable, limit: float, forced: frozenset[int]) -> Lines | None:
    """First fit: each line takes as many pieces as *limit* (em) allows; None if one piece alone is too long."""
    lines: list[tuple[int, int]] = []
    first, count = 0, len(table)
    while first < count:
        last = first
        while last + 1 < count and last not in forced and table.estimate(first, last + 1) <= limit * 1.1 + 0.5:
            last += 1
        while table.metrics(first, last).along > limit:
            last -= 1
            if last < first:
                return None
        lines.append((first, last))
        first = last + 1
    return tuple(lines)


def _balanced(table: LineTable, limit: float, count: int, forced: frozenset[int]) -> Lines | None:
    """At most *count* lines no longer than *limit* (em) with the least sum of squared room, by dynamic programming."""
    total = len(table)
    infinite = float("inf")
    costs = [0.0] + [infinite] * total
    tables: list[list[int]] = []
    results: list[tuple[float, int]] = []
    for lines in range(1, count + 1):
        following = [infinite] * (total + 1)
        starts = [-1] * (total + 1)
        for end in range(lines, total + 1):
            for first in range(end - 1, lines - 2, -1):
                if any(first <= i < end - 1 for i in forced) or table.estimate(first, end - 1) > limit * 1.1 + 0.5:
                    break
                if costs[first] == infinite:
                    continue
                along = table.metrics(first, end - 1).along
                if along <= limit and costs[first] + (1 - along / limit) ** 2 < following[end]:
                    following[end] = costs[first] + (1 - along / limit) ** 2
                    starts[end] = first
        tables.append(starts)
        costs = following
        if costs[total] < infinite:
            results.append((costs[total] / lines, lines))
    if not results:
        return None
    _, lines = min(results)
    out: list[tuple[int, int]] = []
    end = total
    for starts in reversed(tables[:lines]):
        out.append((starts[end], end - 1))
        end = starts[end]
    return tuple(reversed(out))
