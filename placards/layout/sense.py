"""What lines cost the sense becomes one number: the part of its letter size that a setting is worth.

A poster's lines are judged by size × sense. Every break takes its part (`kept_at`), a newline of the translator that is
not kept, a break that joins those newlines, the end of a clause inside a line, a piece of another clause beside it take
theirs once, a line that is a single function word each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from placards.frozen import dataclass
from placards.layout.rule import Lines

#: What a break inside a word takes, and how steeply that grows: 2 % of the size for a break between any two words
#: (.3), 13 % for one behind a copula (.45), 48 % between a preposition and its noun (.6). Chosen by measuring all
#: shipped messages in five shapes and two layouts against breaks that readers had called wrong (docs/breaks/).
_WORST, _STEEP, _LITTLE = 4.8, 4.5, 0.25

#: Parts of the size that a setting is worth, whose lines …
TYPED_LOST = 0.80  # do not end where the translator typed a newline
TYPED_JOINED = 0.94  # end elsewhere, too
CLAUSE_LOST = 0.93  # run over the end of a clause
TORN = 0.85  # run over the end of a clause or a newline, and begin or end inside another: "Say it loud, say | it clear"
LONELY = 0.85  # are a single function word

#: A break that costs more parts what is one: a word, a compound, a name.
HONEST = 0.72

#: What nobody reaches.
_NEVER = 1 << 30


def kept_at(cost: float) -> float:
    """The part of the size that a setting with a break of this cost is worth: little from .69 on, yet always the less
    the more it costs, so that of two bad breaks the worse one is not taken for a hair's breadth of size."""
    return max(1 - _WORST * float(cost**_STEEP), _LITTLE * (1.1 - cost))


class Lost(NamedTuple):
    """What lines have cost so far: the product of what each break and lonely line left, and what is lost once."""

    kept: float = 1.0
    typed: bool = False
    joined: bool = False
    clause: bool = False
    torn: bool = False

    @property
    def worth(self) -> float:
        """The part of its size that a setting is worth which costs no more."""
        worth = self.kept * (TYPED_LOST if self.typed else 1.0) * (TYPED_JOINED if self.joined else 1.0)
        return worth * (CLAUSE_LOST if self.clause else 1.0) * (TORN if self.torn else 1.0)


NOTHING_LOST = Lost()


@dataclass(frozen=True, slots=True)
class Sense:
    """What lines of a text's pieces cost. All sequences have an item for each piece: *kept* is the part that a line's
    end after it leaves (0: no line may end there); *typed* and *clauses* the next piece, itself included, after which
    the translator typed a newline or a clause ends, *stops* that after which either is so (no piece in longer texts);
    *lonely* says whether the piece is no line by itself."""

    kept: tuple[float, ...]
    typed: tuple[int, ...]
    clauses: tuple[int, ...]
    stops: tuple[int, ...]
    lonely: tuple[bool, ...]

    @property
    def has_typed(self) -> bool:
        """Whether the translator typed newlines."""
        return self.typed[0] < _NEVER

    def worth(self, lines: Lines) -> float:
        """The part of its size that a setting of these lines is worth."""
        lost = NOTHING_LOST
        for first, last in lines:
            lost = self.further(lost, first, last)
        return lost.worth

    def further(self, lost: Lost, first: int, last: int) -> Lost:
        """What lines cost with a further one, of the pieces *first* to *last*."""
        final = len(self.kept) - 1
        kept, inner = self.kept[last], last < final
        if last == first and self.lonely[first] and final and not self._is_wanted(first):
            kept *= LONELY
        typed, clause = last > self.typed[first], last > self.clauses[first]
        joined = inner and self.has_typed and self.typed[last] != last
        stops = self.stops
        torn = last > stops[first] and (
            (inner and stops[last] != last) or (first > 0 and stops[first - 1] != first - 1)
        )
        if kept == 1.0 and not (typed or clause or joined or torn):
            return lost
        return Lost(
            lost.kept * kept, lost.typed or typed, lost.joined or joined, lost.clause or clause, lost.torn or torn
        )

    def _is_wanted(self, piece: int) -> bool:
        """Whether the translator typed a newline before a piece (or it is the first) and behind it."""
        return self.typed[piece] == piece and (piece == 0 or self.typed[piece - 1] == piece - 1)


def sense_of(
    costs: Sequence[float],
    typed: Collection[int],
    clauses: Collection[int],
    stops: Collection[int],
    lonely: Collection[int],
) -> Sense:
    """The Sense of pieces with these *costs* of ending a line after each but the last; *typed*, *clauses*, *stops* and
    *lonely* are numbers of pieces."""
    count = len(costs) + 1
    return Sense(
        (*[kept_at(cost) for cost in costs], 1.0),
        tuple(_next_of(count, typed)),
        tuple(_next_of(count, clauses)),
        tuple(_next_of(count, stops)),
        tuple([number in lonely for number in range(count)]),
    )


def size_only(costs: Sequence[float], most: float = HONEST) -> Sense:
    """The Sense to which size is all, and that parts nothing that costs more than *most*."""
    count = len(costs) + 1
    never = (_NEVER,) * count
    return Sense((*[1.0 if cost <= most else 0.0 for cost in costs], 1.0), never, never, never, (False,) * count)


def _next_of(count: int, stops: Collection[int]) -> Iterable[int]:
    found, out = _NEVER, []
    for number in range(count - 1, -1, -1):
        found = number if number in stops and number < count - 1 else found
        out.append(found)
    return reversed(out)
