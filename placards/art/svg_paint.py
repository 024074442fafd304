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
    """A paint, and how much it covers what is under it. The opacity of a gradient stands in its stops."""

    paint: Paint
    opacity: float


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
    make = _linear if element.tag.endswith("linearGradient") else _radial
    paint = make(element, matrix, stops, spread, bounds)
    return Filled(paint, stops[-1].opacity if isinstance(paint, Color) else 1.0)


def _color(text: str) -> Color:
    return parse_hex(text)


def _linear(element: Element, matrix: Matrix, stops: tuple[Stop, ...], spread: str, bounds: Rect) -> Paint:
    x1, y1, x2, y2 = (number(element.get(name)) for name in ("x1", "y1", "x2", "y2"))
    dx, dy = x2 - x1, y2 - y1
    long = dx * dx + dy * dy
    if not long:
        return stops[-1].color
    if spread == "pad":
        return LinearGradient(Point(x1, y1), Point(x2, y2), stops, matrix)
    # As many rounds as what is filled needs, each a part of one long line.
    box = matrix.inverse.box(bounds)
    at = [((x - x1) * dx + (y - y1) * dy) / long for x in (box.x, box.right) for y in (box.y, box.bottom)]
    first = floor(min(at))
    last = max(ceil(max(at)), first + 1)
    start, end = (Point(x1 + dx * count, y1 + dy * count) for count in (first, last))
    return LinearGradient(start, end, _rounds(stops, first, last, spread), matrix)


def _radial(element: Element, matrix: Matrix, stops: tuple[Stop, ...], spread: str, bounds: Rect) -> Paint:
    center = Point(number(element.get("cx"), 0.5), number(element.get("cy"), 0.5))
    radius = number(element.get("r"), 0.5)
    focus = Point(number(element.get("fx"), center.x), number(element.get("fy"), center.y))
    if radius <= 0:
        return stops[-1].color
    own = focus if hypot(focus.x - center.x, focus.y - center.y) > radius * 1e-6 else None
    if spread != "pad":
        if own is not None:
            raise InputError("svg-focus")
        box = matrix.inverse.box(bounds)
        far = max(hypot(x - center.x, y - center.y) for x in (box.x, box.right) for y in (box.y, box.bottom))
        count = max(1, ceil(far / radius))
        stops = _rounds(stops, 0, count, spread)
        radius *= count
    return RadialGradient(center, radius, stops, matrix, own)


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
