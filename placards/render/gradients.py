"""A gradient becomes pieces that every reader draws alike: each of few colours, with clean edges between them.

PDFium, which makes the images, draws a gradient in 256 steps from its start to its end: an edge between two colours
would lie at the nearest step, and many colours would show as bands. So each piece has its own steps, and lies a little
over the one before it, lest the ground show through between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import hypot, inf, sqrt
from typing import TypeAlias, TypeGuard, overload

from placards.frozen import dataclass
from placards.problems.errors import InputError
from placards.values.color import LinearGradient, Paint, RadialGradient, Stop
from placards.values.geometry import Path, Point, Rect, Segment

Gradient: TypeAlias = LinearGradient | RadialGradient

#: What changes along a gradient: the three channels of its colours, or its opacity.
Channels: TypeAlias = Callable[[Stop], tuple[float, ...]]

#: A place on the way, and the channels there.
_Values: TypeAlias = tuple[float, tuple[float, ...]]

#: How many steps PDFium makes of a piece, and the largest that nobody sees, in levels of 255.
_STEPS, _UNSEEN = 255, 1.5

#: How far a piece lies over the one before it, in points: a pixel of a small image.
_OVERLAP = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a gradient: what changes at its stops, and where it shows, as a part of the way (0 to 1)."""

    stops: tuple[_Values, ...]  # one stop: all of it looks the same
    start: float
    end: float


def is_gradient(paint: Paint | None) -> TypeGuard[Gradient]:
    """Whether a paint is a gradient of any kind."""
    return isinstance(paint, LinearGradient | RadialGradient)


def colors_of(stop: Stop) -> tuple[float, ...]:
    """The channels that make a gradient's colours."""
    return stop.color.rgb


def opacity_of(stop: Stop) -> tuple[float, ...]:
    """The channel that makes a gradient's opacity."""
    return (stop.opacity,)


def stops_of(gradient: Gradient) -> tuple[Stop, ...]:
    """A gradient's stops in order, from 0 to 1; the last alone where there is no way from one to the other. Raises
    InputError for a gradient without stops."""
    if not gradient.stops:
        raise InputError("render-gradient-empty")
    if isinstance(gradient, RadialGradient) and not is_nested(gradient):
        raise InputError("render-gradient-cone")
    if not way(gradient) > 0:
        return (replace(gradient.stops[-1], at=0.0),)
    ordered: list[Stop] = []
    for stop in gradient.stops:  # as SVG has it: a stop never stands before another
        at = max(min(stop.at, 1.0), ordered[-1].at if ordered else 0.0)
        ordered.append(replace(stop, at=at))
    return tuple(ordered)


def way(gradient: Gradient) -> float:
    """How long the way from the first stop to the last is, in points of what is painted, more or less."""
    scale = sqrt(abs(gradient.matrix.area))
    if isinstance(gradient, LinearGradient):
        (x, y), (to_x, to_y) = gradient.start, gradient.end
        return hypot(to_x - x, to_y - y) * scale
    return (gradient.radius - gradient.focus_radius) * scale


def is_opaque(paint: Paint) -> bool:
    """Whether a paint covers all of the ground."""
    return not is_gradient(paint) or all(stop.opacity >= 1 for stop in stops_of(paint))


def pieces(gradient: Gradient, channels: Channels, box: Rect, scale: float) -> list[Piece]:
    """The pieces of a gradient that show in a box, in the order in which they are drawn; a unit is *scale* points."""
    stops = [(stop.at, channels(stop)) for stop in stops_of(gradient)]
    runs = [run for clean in _without_edges(stops) for run in _without_bands(clean)]
    starts = [-inf, *(run[0][0] for run in runs[1:])]
    over = _OVERLAP / (way(gradient) * scale or 1)
    ends = [*(start + over for start in starts[1:]), inf]
    first, last = span(gradient, box)
    made = [Piece(_plainly(run), start, end) for run, start, end in zip(runs, starts, ends, strict=True)]
    shown = [piece for piece in made if piece.start < last and piece.end > first]
    if not shown:
        return made[-1:]
    shown[0], shown[-1] = replace(shown[0], start=-inf), replace(shown[-1], end=inf)  # nothing else shows there
    return shown


@overload
def part(gradient: LinearGradient, start: float, end: float) -> LinearGradient: ...
@overload
def part(gradient: RadialGradient, start: float, end: float) -> RadialGradient: ...
@overload
def part(gradient: Gradient, start: float, end: float) -> Gradient: ...
def part(gradient: Gradient, start: float, end: float) -> Gradient:
    """The same gradient, whose way is a part of the whole way."""
    if isinstance(gradient, LinearGradient):
        (x, y), (to_x, to_y) = gradient.start, gradient.end
        at = [Point(x + (to_x - x) * t, y + (to_y - y) * t) for t in (start, end)]
        return replace(gradient, start=at[0], end=at[1])
    (focus, inner), (center, outer) = _circle(gradient, start), _circle(gradient, end)
    return replace(gradient, center=center, radius=outer, focus=focus, focus_radius=inner)


def area(gradient: Gradient, piece: Piece, box: Rect) -> Path | None:
    """Where a piece shows of what lies in a box; None: everywhere."""
    if piece.start == -inf and piece.end == inf:
        return None
    if isinstance(gradient, RadialGradient):
        return _ring(gradient, piece, box)
    start, end = gradient.start, gradient.end
    first, last = span(gradient, box)
    first, last = max(piece.start, first), min(piece.end, last)
    x, y = end.x - start.x, end.y - start.y
    wide = [((px - start.x) * -y + (py - start.y) * x) / (x * x + y * y) for px, py in _corners(gradient, box)]
    corners = [(t, side) for t, sides in ((first, wide), (last, wide[::-1])) for side in (min(sides), max(sides))]
    ordered = (corners[0], corners[1], corners[3], corners[2])
    return Path.polygon(
        [gradient.matrix.point(start.x + x * t - y * side, start.y + y * t + x * side) for t, side in ordered]
    )


def _without_edges(stops: list[_Values]) -> list[list[_Values]]:
    """The stops between which colours flow. Where two stops share a place, one ends and another begins."""
    runs = [stops[:1]]
    for stop in stops[1:]:
        run = runs[-1]
        if stop[0] > run[-1][0]:
            run.append(stop)
        elif stop[1] != run[-1][1]:
            if len(runs) > 1 and len(run) == 1:  # between two others at one place: it has no room
                runs.pop()
            runs.append([stop])
    return runs


def _without_bands(run: list[_Values]) -> Iterator[list[_Values]]:
    whole = run[-1][0] - run[0][0]
    coarse = any(
        255 * max(abs(a - b) for a, b in zip(first, second, strict=True)) * whole > _UNSEEN * _STEPS * (to - at)
        for (at, first), (to, second) in pairwise(run)
    )
    if len(run) > 2 and coarse:
        yield from ([first, second] for first, second in pairwise(run))
    else:
        yield run


def _plainly(run: list[_Values]) -> tuple[_Values, ...]:
    return tuple(run[:1] if all(values == run[0][1] for _, values in run) else run)


def _corners(gradient: Gradient, box: Rect) -> list[Point]:
    """A box's corners in the gradient's own points."""
    back = gradient.matrix.inverse
    return [back.point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]


def span(gradient: Gradient, box: Rect) -> tuple[float, float]:
    """Which part of a gradient's way, and of what lies before and after it, shows in a box."""
    if not way(gradient) > 0:
        return (-inf, inf)
    corners = _corners(gradient, box)
    if isinstance(gradient, LinearGradient):
        (x, y), (to_x, to_y) = gradient.start, gradient.end
        along = ((to_x - x) ** 2 + (to_y - y) ** 2) or 1.0
        found = [((px - x) * (to_x - x) + (py - y) * (to_y - y)) / along for px, py in corners]
        return min(found), max(found)
    last = 1.0
    while last < 1e6 and any(hypot(x - c.x, y - c.y) > r for x, y in corners for c, r in [_circle(gradient, last)]):
        last *= 2
    return (-inf, last)


def _circle(gradient: RadialGradient, at: float) -> tuple[Point, float]:
    """The circle that has a stop's colour."""
    (x, y), (to_x, to_y) = gradient.focus or gradient.center, gradient.center
    radius = gradient.focus_radius + (gradient.radius - gradient.focus_radius) * at
    return Point(x + (to_x - x) * at, y + (to_y - y) * at), radius


def is_nested(gradient: RadialGradient) -> bool:
    """Whether the small circle lies inside the large one; otherwise the colours would make a cone."""
    (x, y), (to_x, to_y) = gradient.focus or gradient.center, gradient.center
    return hypot(to_x - x, to_y - y) <= (gradient.radius - gradient.focus_radius) * (1 + 1e-6) or gradient.radius <= 0


def _ring(gradient: RadialGradient, piece: Piece, box: Rect) -> Path:
    def around(at: float) -> tuple[Segment, ...]:
        if at == inf:
            return Path.rect(box).segments
        (x, y), radius = _circle(gradient, at)
        circle = Path.ellipse(Rect(x - radius, y - radius, 2 * radius, 2 * radius))
        return circle.transformed(gradient.matrix).segments

    inner = around(piece.start) if piece.start > -inf else ()
    return Path((*around(piece.end), *inner), "evenodd")
