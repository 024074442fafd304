"""Combinations that are left out become a quick answer for each artefact, and the number of those that stay.

Each value on an axis (a layout, a size, …) has a number whose bits say which rules it agrees with: an artefact is left
out where the numbers of all its values have a bit in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field
from fnmatch import fnmatchcase
from functools import reduce
from operator import and_, or_

from placards.frozen import dataclass
from placards.plan.choices import Combination

#: What artefacts differ in.
AXES = ("layouts", "languages", "sizes", "formats", "palettes", "slogans")


@dataclass
class Excluded:
    """The rules of some Choices."""

    rules: tuple[Combination, ...]
    _bits: dict[tuple[str, str], int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rules)

    def bits(self, axis: str, value: str) -> int:
        """The rules that a value agrees with."""
        key = (axis, value)
        if key not in self._bits:
            found = 0
            for number, rule in enumerate(self.rules):
                patterns: tuple[str, ...] = getattr(rule, axis)
                if not patterns or any(fits(axis, value, pattern) for pattern in patterns):
                    found |= 1 << number
            self._bits[key] = found
        return self._bits[key]

    def met(self, axes: Iterable[tuple[str, Sequence[str]]]) -> int:
        """The rules that agree with some artefact of a product, by what stands on each axis."""
        each = (reduce(or_, (self.bits(axis, value) for value in values), 0) for axis, values in axes)
        return reduce(and_, each, (1 << len(self.rules)) - 1)

    def left(self, axes: Sequence[tuple[str, Sequence[str]]], slogans: Sequence[str], *, many: bool) -> int:
        """How many artefacts of a product stay. With *many*, one artefact shows all slogans that stay in it."""
        masks = Counter({(1 << len(self.rules)) - 1: 1})
        for axis, values in axes:
            here = Counter(self.bits(axis, value) for value in values)
            both: Counter[int] = Counter()
            for one, times in masks.items():
                for other, count in here.items():
                    both[one & other] += times * count
            masks = both
        said = Counter(self.bits("slogans", slogan) for slogan in slogans)
        total = 0
        for mask, times in masks.items():
            stay = sum(count for bits, count in said.items() if not bits & mask)
            total += times * (min(stay, 1) if many else stay)
        return total


def fits(axis: str, value: str, pattern: str) -> bool:
    """Whether a value is meant by a pattern; slogans by their id too."""
    if fnmatchcase(value, pattern):
        return True
    return axis == "slogans" and "/" not in pattern and fnmatchcase(value.rpartition("/")[2], pattern)
