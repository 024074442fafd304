"""Points become outlines, cut at a box: what all grounds are drawn with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt
from typing import TypeAlias, cast

from placards.values.geometry import Path, Rect, Segment

#: A point, as the functions here compute it.
XY: TypeAlias = tuple[float, float]

#: How many figures a ground consists of at most: more than an eye counts, and no heavy file.
MOST = 4000


def bounded(pitch: float, box: Rect, per_cell: float = 1.0) -> float:
    """The pitch of a grid on a box, larger where there would be more than `MOST` figures."""
    return max(pitch, sqrt(box.width * box.height * per_cell / MOST))


def joined(outlines: Iterable[Sequence[XY]], *, evenodd: bool = False) -> Path:
    """Closed outlines of straight lines as one path; what has no area is left out."""
    out: list[Segment] = []
    for points in outlines:
        if len(points) > 2:
            out += Path.polygon(points).segments
    return Path(tuple(out), "evenodd" if evenodd else "nonzero")


def united(paths: Iterable[Path]) -> Path:
    """Several paths as one."""
    return Path(tuple([segment for path in paths for segment in path.segments]))


def disc(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """A round dot."""
    return Path.ellipse(Rect(x - radius, y - radius, 2 * radius, 2 * radius)).segments


def cut(points: Sequence[XY], box: Rect) -> list[XY]:
    """The part of an outline inside a box (Sutherland and Hodgman)."""
    found = list(points)
    for axis, limit, sign in ((0, box.x, 1), (0, box.right, -1), (1, box.y, 1), (1, box.bottom, -1)):
        found = _cut_at(found, axis, limit, sign)
    return found


def _cut_at(points: list[XY], axis: int, limit: float, sign: int) -> list[XY]:
    out: list[XY] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, now = sign * (before[axis] - limit), sign * (point[axis] - limit)
        if (was < 0) != (now < 0):
            part = was / (was - now)
            out.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if now >= 0:
            out.append(point)
    return out


def arc(x: float, y: float, rx: float, ry: float, first: float, last: float, steps: int = 12) -> list[XY]:
    """Points of an ellipse from one angle to another, radians clockwise from the right."""
    turn = (last - first) / steps
    return [(x + rx * cos(first + i * turn), y + ry * sin(first + i * turn)) for i in range(steps + 1)]


def rounded(box: Rect, radius: float, steps: int = 12) -> list[XY]:
    """A box with round corners, clockwise from the left end of its upper side."""
    r = min(radius, box.width / 2, box.height / 2)
    if r <= 0:
        return corners(box)
    out: list[XY] = []
    for x, y, first in (
        (box.right - r, box.y + r, -pi / 2),
        (box.right - r, box.bottom - r, 0.0),
        (box.x + r, box.bottom - r, pi / 2),
        (box.x + r, box.y + r, pi),
    ):
        out += arc(x, y, r, r, first, first + pi / 2, steps)
    return out


def corners(box: Rect) -> list[XY]:
    """Clockwise from the top left."""
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def along(points: Sequence[XY]) -> list[float]:
    """How far each point of a closed outline lies from the first along it, and the whole length at the end."""
    out = [0.0]
    for (x, y), (to_x, to_y) in pairwise([*points, points[0]]):
        out.append(out[-1] + hypot(to_x - x, to_y - y))
    return out


def tidy(path: Path) -> Path:
    """Coordinates in hundredths of a point: smaller files, and the same ones wherever sines are computed."""
    whole = [(segment[0], *[round(value, 2) for value in segment[1:]]) for segment in path.segments]
    return Path(cast("tuple[Segment, ...]", tuple(whole)), path.fill_rule)
