"""The conditions of a layout's variants become those that never hold, and those before which another always does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import floor, prod

from placards.elements.condition import Terms, holds
from placards.layout.slots import ITEMS

#: More cases than these are not gone through; nothing is said then.
_MOST = 60_000

#: Of a sheet it is known that it is at most one of these.
_KINDS = ("screen", "banner")

#: What sheets and jobs can be at all: sides of 10 mm to 50 m, one to six languages.
_LIMITS = {"width_mm": (10.0, 50_000.0), "height_mm": (10.0, 50_000.0), "aspect": (0.0002, 5_000.0),
           "languages": (1.0, 6.0)}  # fmt: skip


def never(conditions: Sequence[Terms]) -> Iterator[tuple[int, bool]]:
    """The numbers of variants that no sheet and no job reaches; with True where it is earlier ones that hold
    instead."""
    for number, terms in enumerate(conditions):
        if impossible(terms):
            yield number, False
        elif impossible(terms, conditions[:number]):
            yield number, True


def impossible(terms: Terms, before: Sequence[Terms] = ()) -> bool:
    """Whether no sheet and no job is as the terms say and as none of *before* says."""
    names = sorted({name for one in (terms, *before) for name, _, _ in one})
    choices = [_values(name, (terms, *before)) for name in names]
    if prod(map(len, choices)) > _MOST:
        return False
    for values in product(*choices):
        case: dict[str, float] = dict(zip(names, values, strict=True))
        if _can_be(case) and holds(terms, case) and not any(holds(one, case) for one in before):
            return False
    return True


def _values(name: str, conditions: Sequence[Terms]) -> list[float]:
    """The values of a fact that tell conditions apart: those that are named, and some between and beyond."""
    named = {number for terms in conditions for called, _, number in terms if called == name}
    if name in ITEMS:  # so many, or one less or more
        return sorted({0.0, *(float(max(floor(number) + more, 0)) for number in named for more in (-1, 0, 1))})
    if name not in _LIMITS:
        return [0.0, 1.0]
    low, high = _LIMITS[name]
    if name == "languages":
        return [float(number) for number in range(1, 7)]
    edges = sorted({low, high, *(number for number in named if low <= number <= high)})
    between = [(one + other) / 2 for one, other in pairwise(edges)]
    return sorted({*edges, *between})


def _can_be(case: dict[str, float]) -> bool:
    """Whether facts go together: a sheet has one kind, and its sides make its shape."""
    if all(case.get(kind) for kind in _KINDS):
        return False
    aspect, width, height = (case.get(name) for name in ("aspect", "width_mm", "height_mm"))
    if aspect is not None and width is not None and height is not None:
        # Sides between the named ones stand for many: only shapes that are far off are out of the question.
        return width / height <= aspect * 4 and width / height >= aspect / 4
    return True
