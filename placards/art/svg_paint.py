"""The colours and gradients of a simple SVG become paints, in the points of what they fill."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element

from placards.problems.errors import InputError
from placards.values.color import Color, LinearGradient, Paint, RadialGradient, Stop, parse_hex
from placards.values.geometry import IDENTITY, Matrix, Point, Rect

#: More rounds of a gradient that repeats are a texture.
_MAX_ROUNDS = 100


class Filled(NamedTuple):
    """A paint, how much of it is let through, and the points in which it is round: where that is not IDENTITY, what it
    fills is to be drawn in those."""

    paint: Paint
    opacity: float
    matrix: Matrix = IDENTITY


def number(text: str | None, default: float = 0.0) -> float:
    """A number or a percentage of one."""
    if text is None:
        return default
    text = text.strip()
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def matrix_of(text: str | None) -> Matrix:
    """``matrix(a b c d e f)``, the only transform that usvg writes."""
    if not text:
        return IDENTITY
    values = text.strip().removeprefix("matrix(").removesuffix(")").replace(",", " ").split()
    found = Matrix(*map(float, values))
    if len(values) != 6 or not found.is_finite:
        raise ValueError(text)
    return found


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that takes back what this one does; raises ZeroDivisionError where it makes everything flat."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return Matrix(d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def gradient(element: Element, bounds: Rect, opacity: float) -> Filled | None:
    """A gradient that fills something with these bounds; None where it shows nothing."""
    matrix = matrix_of(element.get("gradientTransform"))
    if element.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox":
        if bounds.width <= 0 or bounds.height <= 0:
            return None
        matrix = matrix.then(Matrix(bounds.width, 0, 0, bounds.height, bounds.x, bounds.y))
    if not matrix.area:
        return None
    stops = tuple(
        Stop(
            min(max(number(stop.get("offset")), 0.0), 1.0),
            _color(stop.get("stop-color", "#000000")),
            number(stop.get("stop-opacity"), 1.0) * opacity,
        )
        for stop in element
    )
    if not stops:
        return None
    spread = element.get("spreadMethod", "pad")
    if element.tag.endswith("linearGradient"):
        return Filled(_linear(element, matrix, stops, spread, bounds), 1.0)
    return _radial(element, matrix, stops, spread, bounds)


def _color(text: str) -> Color:
    return parse_hex(text)


def _linear(element: Element, matrix: Matrix, stops: tuple[Stop, ...], spread: str, bounds: Rect) -> Paint:
    """The same colours along a line that the matrix has been applied to. What the matrix slants needs another end: the
    lines of one colour are slanted with it, and stand no longer upright on the way from start to end."""
    x1, y1, x2, y2 = (number(element.get(name)) for name in ("x1", "y1", "x2", "y2"))
    dx, dy = x2 - x1, y2 - y1
    long = dx * dx + dy * dy
    if not long:
        return stops[-1].color
    back = inverse(matrix)
    # How fast the colour changes along x and y, before and after the matrix.
    gx, gy = dx / long, dy / long
    hx, hy = gx * back.a + gy * back.b, gx * back.c + gy * back.d
    steep = hx * hx + hy * hy
    start = matrix.point(x1, y1)
    way = Point(hx / steep, hy / steep)
    if spread == "pad":
        return LinearGradient(start, Point(start.x + way.x, start.y + way.y), stops)
    at = [hx * (x - start.x) + hy * (y - start.y) for x in (bounds.x, bounds.right) for y in (bounds.y, bounds.bottom)]
    first, last = floor(min(at)), ceil(max(at))
    rounds = _rounds(stops, first, max(last, first + 1), spread)
    begin = Point(start.x + way.x * first, start.y + way.y * first)
    count = max(last, first + 1)
    return LinearGradient(begin, Point(start.x + way.x * count, start.y + way.y * count), rounds)


def _radial(element: Element, matrix: Matrix, stops: tuple[Stop, ...], spread: str, bounds: Rect) -> Filled | None:
    center = Point(number(element.get("cx"), 0.5), number(element.get("cy"), 0.5))
    radius = number(element.get("r"), 0.5)
    focus = Point(number(element.get("fx"), center.x), number(element.get("fy"), center.y))
    if radius <= 0:
        return Filled(stops[-1].color, stops[-1].opacity)
    own = focus if hypot(focus.x - center.x, focus.y - center.y) > radius * 1e-6 else None
    if spread != "pad":
        if own is not None:
            raise InputError("svg-focus")
        box = inverse(matrix).box(bounds)
        far = max(hypot(x - center.x, y - center.y) for x in (box.x, box.right) for y in (box.y, box.bottom))
        count = max(1, ceil(far / radius))
        stops = _rounds(stops, 0, count, spread)
        radius *= count
    a, b, c, d, _, _ = matrix
    size = hypot(a, b)
    if abs(a - d) + abs(b + c) <= 1e-9 * size or abs(a + d) + abs(b - c) <= 1e-9 * size:  # round before and after
        moved = None if own is None else matrix.point(*own)
        return Filled(RadialGradient(matrix.point(*center), radius * size, stops, moved), 1.0)
    return Filled(RadialGradient(center, radius, stops, own), 1.0, matrix)


def _rounds(stops: Sequence[Stop], first: int, last: int, spread: str) -> tuple[Stop, ...]:
    """The stops once for each round, every other one backwards where they are reflected."""
    if last - first > _MAX_ROUNDS:
        raise InputError("svg-rounds", limit=_MAX_ROUNDS)
    # What lies before the first stop and behind the last has their colours.
    whole = [Stop(0.0, stops[0].color, stops[0].opacity), *stops, Stop(1.0, stops[-1].color, stops[-1].opacity)]
    out = []
    for number_ in range(first, last):
        turned = spread == "reflect" and number_ % 2
        one = [Stop(1 - s.at, s.color, s.opacity) for s in reversed(whole)] if turned else whole
        out += [Stop((number_ + s.at - first) / (last - first), s.color, s.opacity) for s in one]
    return tuple(out)
