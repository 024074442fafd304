"""Outlines become the box around what they fill, exactly: bounding boxes of SVG know no control points."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from placards.scene.items import FillPath, Group, Item, Picture
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, around


def tight_bounds(path: Path, matrix: Matrix = IDENTITY) -> Rect:
    """The smallest upright box around an outline, *matrix* applied."""
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    for segment in path.transformed(matrix).segments:
        if len(segment) == 7:
            _, x1, y1, x2, y2, end_x, end_y = segment
            xs += [end_x, *_turns(x, x1, x2, end_x)]
            ys += [end_y, *_turns(y, y1, y2, end_y)]
            x, y = end_x, end_y
        elif len(segment) == 3:
            _, x, y = segment
            xs.append(x)
            ys.append(y)
    return around(xs, ys)


def bounds_of(items: Iterable[Item], matrix: Matrix = IDENTITY) -> Rect | None:
    """The box around what items fill, strokes and clips left out, as SVG measures groups; None for nothing."""
    found: list[Rect] = []
    for item in items:
        if isinstance(item, FillPath):
            found.append(tight_bounds(item.path, matrix))
        elif isinstance(item, Picture):
            found.append(matrix.box(item.box))
        elif isinstance(item, Group):
            inner = bounds_of(item.items, item.transform.then(matrix))
            found += [] if inner is None else [inner]
    box = found[0] if found else None
    for one in found[1:]:
        assert box is not None
        box = box.union(one)
    return box


def _turns(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Where a curve turns back along one axis, between its ends."""
    if min(p0, p3) <= min(p1, p2) and max(p1, p2) <= max(p0, p3):
        return []
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) < 1e-12:
        roots = [-c / b] if b else []
    else:
        inside = b * b - 4 * a * c
        roots = [] if inside < 0 else [(-b + sign * sqrt(inside)) / (2 * a) for sign in (1, -1)]
    return [
        (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3 for t in roots if 0 < t < 1
    ]
