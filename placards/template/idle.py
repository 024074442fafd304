"""What of a layout.toml can never be seen becomes Diagnostics: variants and elements whose condition never holds, and
colours of its palettes that nothing has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import prod

from placards.elements.condition import Terms, holds
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.template.derive import ROLES
from placards.template.folder import LayoutFolder, Source
from placards.template.model import Layout
from placards.template.reading import Written

#: More cases than these are not gone through; nothing is said then.
_MOST = 60_000

#: Of a sheet it is known that it is at most one of these.
_KINDS = ("screen", "banner")

#: What sheets and jobs can be at all: sides of 10 mm to 50 m, one to six languages.
_LIMITS = {"width_mm": (10.0, 50_000.0), "height_mm": (10.0, 50_000.0), "aspect": (0.0002, 5_000.0),
           "languages": (1.0, 6.0)}  # fmt: skip


def idle(loaded: LayoutFolder, written: Source) -> Iterator[Diagnostic]:
    """Everything of a layout that no sheet shows."""
    conditions: list[Terms] = []
    for number, (variant, elements) in enumerate(written.tables.variants):
        place = written.file.place(("variant", number, "when"))
        if _never(variant.when):
            yield diagnostic("variant-never", place=place)
        elif _never(variant.when, conditions):
            yield diagnostic("variant-behind", place=place)
        conditions.append(variant.when)
        yield from _elements([one for one in elements if one.change or variant.element], written)
    yield from _elements(written.tables.own, written)
    yield from _colors(loaded.layout, written)


def _elements(elements: Sequence[Written], written: Source) -> Iterator[Diagnostic]:
    for one in elements:
        if one.element.when is not None and _never(one.element.when):
            place = written.file.place(one.key(("when",)))
            yield diagnostic("element-never", place=place, id=one.element.id)


def _never(terms: Terms, before: Sequence[Terms] = ()) -> bool:
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
    if name not in _LIMITS:
        return [0.0, 1.0]
    low, high = _LIMITS[name]
    named = {number for terms in conditions for called, _, number in terms if called == name}
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


def _colors(layout: Layout, written: Source) -> Iterator[Diagnostic]:
    """Colours of the layout's own palettes that no element has, and colours of its own table that none has."""
    used = {reference.name for element in layout.every_element for reference in element.refers()
            if reference.to == "color"}  # fmt: skip
    made = {value for name, value in layout.colors.items() if name in used}
    for name in layout.colors:
        if name not in used:
            yield diagnostic("color-idle", place=written.file.place(("colors", name)), name=name)
    told: set[str] = set()
    for palette, colors in layout.palettes.items():
        for name in colors:
            if name not in used | made | told | {*ROLES}:  # palettes of roles are made to be exchanged
                told.add(name)
                yield diagnostic("color-idle", place=written.file.place(("palettes", palette, name)), name=name)
