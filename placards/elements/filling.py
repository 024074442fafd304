"""Letters get a gradient that runs over all ink of their block; and whether all of its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from placards.elements.base import Reference
from placards.values.color import Color, Paint
from placards.values.geometry import Rect

if TYPE_CHECKING:
    from placards.elements.gradient import Gradient
    from placards.elements.looking import Look
    from placards.elements.text import Text
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import TextBlock

#: Colours between two of a gradient that are looked at: on the way from black to white lies every grey.
_BETWEEN = 16


def over_ink(
    block: TextBlock, flat: Paint, gradient: Gradient, shorter: float, colors: Mapping[str, Color], *, mirrored: bool
) -> tuple[TextBlock, Paint]:
    """A block whose letters of the paint *flat* have a gradient that runs over all of its ink, and that gradient."""
    ink = reduce(Rect.union, (line.ink for line in block.lines))
    paint = gradient.paint(ink, shorter, colors, mirrored=mirrored)
    lines = [
        replace(line, runs=tuple([replace(run, paint=paint) if run.paint == flat else run for run in line.runs]))
        for line in block.lines
    ]
    return replace(block, lines=tuple(lines)), paint


def faint_gradient(text: Text, gradient: Gradient, large: bool, look: Look) -> Iterator[Diagnostic]:
    """What to say where a gradient of letters, its colours themselves or one between two of them, comes too near to
    what lies under it: the worst place counts, in the palette in which it is worst."""
    from placards.elements.looking import faint_among

    def shades(colors: Mapping[str, Color]) -> list[Color]:
        return [shade for first, last in pairwise(gradient.colors) for shade in _between(colors[first], colors[last])]

    yield from faint_among(text, Reference("color", " … ".join(gradient.colors), ("gradient",)), shades, large, look)


def _between(first: Color, last: Color) -> Iterator[Color]:
    for step in range(_BETWEEN + 1):
        part = step / _BETWEEN
        red, green, blue = (a + (b - a) * part for a, b in zip(first.rgb, last.rgb, strict=True))
        yield Color((red, green, blue))
