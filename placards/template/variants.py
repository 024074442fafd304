"""The conditions of a layout's variants become those that never hold, and those before which another always does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from placards.elements.condition import Terms, holds

#: Names that are a measure, and may have any value above nothing; the others are 0 or 1, or a count of languages.
_MEASURES = ("aspect", "width_mm", "height_mm")
_COUNTS = ("languages",)


def never(conditions: Sequence[Terms]) -> Iterator[tuple[int, bool]]:
    """The numbers of variants that no sheet and no job reaches; with True where it is an earlier one that holds
    instead."""
    regions = [_region(terms, conditions) for terms in conditions]
    for number, region in enumerate(regions):
        if not all(region.values()):
            yield number, False
        elif any(_holds_in(regions[before], region) for before in range(number)):
            yield number, True


def _region(terms: Terms, conditions: Sequence[Terms]) -> dict[str, frozenset[float]]:
    """For each name that a condition asks for, those of its values for which the condition holds."""
    found = {}
    for name in {term[0] for term in terms}:
        own = tuple(term for term in terms if term[0] == name)
        values = _values(name, [term[2] for one in conditions for term in one if term[0] == name])
        found[name] = frozenset(value for value in values if holds(own, {name: value}))
    return found


def _values(name: str, asked: Sequence[float]) -> list[float]:
    """Values of a name between which no condition tells apart."""
    if name in _COUNTS:
        return [float(count) for count in range(1, 41)]
    if name not in _MEASURES:
        return [0.0, 1.0]
    edges = sorted({0.0, *asked})
    between = [(low + high) / 2 for low, high in pairwise(edges)]
    return [value for value in (*edges, *between, edges[-1] * 2 + 1) if value > 0]


def _holds_in(earlier: dict[str, frozenset[float]], later: dict[str, frozenset[float]]) -> bool:
    """Whether the earlier condition holds wherever the later one does."""
    return all(all(earlier.values()) and name in later and later[name] <= values for name, values in earlier.items())
