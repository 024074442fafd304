"""A box and the point that its tail shows to become a speech bubble."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import Literal, TypeAlias

from placards.layout.grounds.outline import XY, along, arc, corners, joined, rounded
from placards.layout.grounds.stickers import burst, in_ellipse
from placards.values.geometry import Path, Point, Rect

#: The outlines that a bubble may have.
Body: TypeAlias = Literal["round", "oval", "box", "cloud", "burst"]

_FINE = 180


def bubble(box: Rect, body: Body, radius: float, tip: Point | None, width: float, bend: float) -> Path:
    """The body, and its tail grown out of the outline: *width* where it leaves the body, bent by that part of its
    length."""
    outline = _outline(box, body, radius)
    if tip is None:
        return joined([outline])
    return joined([_with_tail(outline, box, tip, width, bend)])


def room(box: Rect, body: Body, radius: float) -> Rect:
    """Where words may stand in it."""
    if body in ("oval", "burst"):
        inner = in_ellipse(box)
        return inner if body == "oval" else _inset(inner, _spikes(box) * 0.7)
    if body == "cloud":
        return _inset(box, min(box.size) * 0.22)
    return _inset(box, max(min(radius, min(box.size) / 2) * 0.45 * (body == "round"), min(box.size) * 0.05))


def _inset(box: Rect, by: float) -> Rect:
    return box.inset(by, by, by, by)


def _spikes(box: Rect) -> float:
    return min(box.size) * 0.13


def _outline(box: Rect, body: Body, radius: float) -> list[XY]:
    if body == "box":
        return corners(box)
    if body == "round":
        return rounded(box, radius, 20)
    if body == "oval":
        return arc(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2, 0, 2 * pi, _FINE)[:-1]
    if body == "burst":
        path = burst(box, max(11, min(25, round((box.width + box.height) / min(box.size) * 7))), _spikes(box))
        return [(segment[1], segment[2]) for segment in path.segments if segment[0] in "ML" and len(segment) == 3]
    return _cloud(box)


def _cloud(box: Rect) -> list[XY]:
    """Arcs that bulge out of a rounded box, whole ones around it."""
    lump = min(box.size) * 0.3
    inner = _inset(box, lump * 0.42)
    base = rounded(inner, min(inner.size) * 0.42, 24)
    ways = along(base)
    number = max(6, round(ways[-1] / lump))
    knots = [_on(base, ways, ways[-1] * i / number) for i in range(number)]
    out: list[XY] = []
    for (x, y), (to_x, to_y) in zip(knots, [*knots[1:], knots[0]], strict=True):
        middle = ((x + to_x) / 2, (y + to_y) / 2)
        angle = atan2(to_y - y, to_x - x)
        half = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 / 2
        for i in range(12):  # clockwise around the body: a half ellipse to the left of the way
            turn = pi - pi * i / 12
            u, v = half * cos(turn), -half * 0.8 * sin(turn)
            out.append((middle[0] + u * cos(angle) - v * sin(angle), middle[1] + u * sin(angle) + v * cos(angle)))
    return out


def _with_tail(outline: list[XY], box: Rect, tip: Point, width: float, bend: float) -> list[XY]:
    """The outline from behind the tail all around to before it, then out to the tip and back."""
    ways = along(outline)
    root = _root(outline, ways, box, tip)
    # Measured through the air: a cloud's outline is longer than the way across it.
    half = [_reach(outline, ways, root, width / 2, sign) for sign in (1, -1)]
    low, high = root - half[1], root + half[0]
    start, end = _on(outline, ways, high % ways[-1]), _on(outline, ways, low % ways[-1])
    whole = ways[-1]
    kept = [(((way - high) % whole), point) for way, point in zip(ways, outline, strict=False)]
    body = [point for way, point in sorted(kept) if 0 < way < whole - half[0] - half[1]]
    return [start, *body, end, *_curve(end, tip, bend), tip, *reversed(_curve(start, tip, bend))]


def _curve(base: XY, tip: Point, bend: float) -> list[XY]:
    """Points between the base and the tip on a curve that leaves the straight line by *bend* of its length."""
    dx, dy = tip.x - base[0], tip.y - base[1]
    mid = (base[0] + dx / 2 - dy * bend, base[1] + dy / 2 + dx * bend)
    out = []
    for i in range(1, 12):
        t = i / 12
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        out.append((a * base[0] + b * mid[0] + c * tip.x, a * base[1] + b * mid[1] + c * tip.y))
    return out


def _root(outline: list[XY], ways: list[float], box: Rect, tip: Point) -> float:
    """How far along the outline the tail leaves: where it comes nearest to the tip, drawn a little to the middle."""
    middle = Point(box.x + box.width / 2, box.y + box.height / 2)
    aim = Point(tip.x + 0.3 * (middle.x - tip.x), tip.y + 0.3 * (middle.y - tip.y))
    near = [(_far(_on(outline, ways, ways[-1] * i / 240), aim), ways[-1] * i / 240) for i in range(240)]
    return min(near)[1]


def _reach(outline: list[XY], ways: list[float], root: float, far: float, sign: int) -> float:
    """How far along the outline one has to go to be so far away from a point of it."""
    here, step = Point(*_on(outline, ways, root)), ways[-1] / 480
    for i in range(1, 160):
        if _far(_on(outline, ways, (root + sign * i * step) % ways[-1]), here) >= far * far:
            return i * step
    return 160 * step


def _far(point: XY, aim: Point) -> float:
    return (point[0] - aim.x) ** 2 + (point[1] - aim.y) ** 2


def _on(outline: list[XY], ways: list[float], way: float) -> XY:
    """The point of a closed outline that lies so far along it."""
    for i, (x, y) in enumerate(outline):
        if way <= ways[i + 1]:
            to_x, to_y = outline[(i + 1) % len(outline)]
            length = ways[i + 1] - ways[i]
            part = (way - ways[i]) / length if length else 0.0
            return x + part * (to_x - x), y + part * (to_y - y)
    return outline[0]
