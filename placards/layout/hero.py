"""A message becomes one large word, as wide as its slot, and the rest in small lines over and under it.

The word is the marked one; else the one that covers most and is a word by itself, and neither a function word nor one
of two letters. What a message is against is never large, but what it says to that: "No to", "ختم کرو". The other lines
are of one size, at most `REST` of the word's, and as wide as *rest* of the slot.
"""

from __future__ import annotations

from unicodedata import east_asian_width

from placards.layout.fit import Fitted, fit
from placards.layout.message import Message
from placards.layout.rule import FitRule, Lines
from placards.layout.stack import Stack, StackRule, Way
from placards.text.sense.fought import fought
from placards.values.geometry import Rect, Size

#: The size of the other lines by the word's, at most.
REST = 0.42

#: No more of a letter is cut off at an edge, in em: small signs at the ends of words stay.
CUT_EM = 0.05

#: Words of fewer letters are worth less: "no" is larger than "peace" and says less.
_LETTERS = 4

#: Beside what a message is against ("War" says the contrary of "No to war") so many words may be large: "No more"; in
#: a message of so many at most.
_TOGETHER, _FEW = 3, 6

#: What a function word is worth, and what a line's end behind it costs at least.
_CLINGS, _ARTICLE = 0.5, 0.5

#: A line that is not the word's costs so much of the worth: the rest is a strip, not a column.
_LINE = 0.96


def hero(message: Message, box: Size | Rect, rule: StackRule, rest: float, cut: float = 0.0) -> Fitted:
    """Set a message with one word as wide as the box, which reaches over the sheet's edges by *cut*. In one size, as
    `fit` does, where its other lines would be too small, and in vertical lines. Raises FitError."""
    if not message.paragraph.style.vertical:
        found = _Hero(message, box, rule, rest, cut).best()
        if found is not None:
            return found
    inner = Size(box.width * rest, box.height)
    return fit(message, inner, FitRule(rule.min_size, rule.max_size, rule.max_lines, rule.align))


class _Hero(Stack):
    """The ways to set one word large."""

    def __init__(self, message: Message, box: Size | Rect, rule: StackRule, rest: float, cut: float) -> None:
        super().__init__(message, box, rule)
        self.sheet = self.width - 2 * cut
        self.rest = rest * self.width
        paragraph = message.paragraph
        self.prices = message.costs(tuple(self.ends))
        self.against = fought(paragraph.text, paragraph.style.language, tuple(self.ends))
        self.weights = [self._weight(first, first) for first in range(len(self.ends))]

    def _weight(self, first: int, last: int) -> float:
        """What words are worth by their length."""
        start = self.ends[first - 1] if first else 0
        letters = [char for char in self.message.paragraph.text[start : self.ends[last]] if char.isalpha()]
        if any(east_asian_width(char) in "WF" for char in letters):
            return 1.0
        return min(1.0, float((len(letters) / _LETTERS) ** 0.5))

    def _judge(self, lines: Lines, sense: float) -> None:
        bounds = [self.rows[first][last - first] for first, last in lines]
        if min([line.along for line in bounds]) <= 0:
            return
        others = [self.rest / line.along for line in bounds]
        for number, weight in self._words(lines):
            along = bounds[number].along
            large = min(self.width / along, self.sheet / max(along - 2 * CUT_EM, 0.1), self.rule.max_size)
            small = min([size for at, size in enumerate(others) if at != number] + [large * REST])
            sizes = tuple([large if at == number else small for at in range(len(lines))])
            height = self._guess(bounds, sizes)
            covered = self._covered([bounds[number]], [large], height)
            kept = sense * weight * _LINE ** (len(lines) - 1) * (0.3 + 0.7 * small / (large * REST))
            if covered * kept > self.best_worth * 0.9:
                self.best_worth = max(covered * kept, self.best_worth)
                self.ways.append(Way(covered * kept, lines, sizes, kept))

    def _words(self, lines: Lines) -> list[tuple[int, float]]:
        """The lines that may be the large one, and what their words are worth."""
        if any(self.marked):
            return [(n, 1.0) for n, (first, last) in enumerate(lines) if all(self.marked[first : last + 1])]
        if self.against:
            most = _TOGETHER if len(self.ends) <= _FEW else 1
            return [
                (number, self._weight(first, last) * (_CLINGS**2 if first == last and self._clings(first) else 1.0))
                for number, (first, last) in enumerate(lines)
                if last - first < most and self.against.isdisjoint(range(first, last + 1))
            ]
        return [
            (number, self.weights[first] * (_CLINGS if self._clings(first) else 1.0))
            for number, (first, last) in enumerate(lines)
            if first == last
        ]

    def _clings(self, piece: int) -> bool:
        """Whether a word says little without the next one, as "the"."""
        return self.sense.lonely[piece] or (piece < len(self.ends) - 1 and self.prices[piece] >= _ARTICLE)

    def _hero(self, lines: Lines, sizes: tuple[float, ...]) -> int | None:  # type: ignore[override]
        return sizes.index(max(sizes)) if len(lines) > 1 else None
