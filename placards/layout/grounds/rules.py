"""A box becomes a frame of rules: single, double, thick and thin, with square, round, scooped or stepped corners."""

from __future__ import annotations

from math import asin, pi
from typing import Literal, TypeAlias

from placards.layout.grounds.outline import XY, arc, corners, joined, rounded
from placards.values.geometry import Path, Rect

Style: TypeAlias = Literal["single", "double", "triple", "thick-thin", "thin-thick"]
Corner: TypeAlias = Literal["square", "round", "scooped", "stepped"]

#: Rules and gaps in turn from the outside, in widths of the whole frame.
_PARTS: dict[Style, tuple[float, ...]] = {
    "single": (1.0,),
    "double": (0.3, 0.4, 0.3),
    "triple": (0.18, 0.23, 0.18, 0.23, 0.18),
    "thick-thin": (0.6, 0.24, 0.16),
    "thin-thick": (0.16, 0.24, 0.6),
}


def frame(box: Rect, width: float, style: Style, corner: Corner, size: float) -> Path:
    """The rules inside a box, *width* from the outermost edge to the innermost; *size* is that of its corners."""
    out, at = [], 0.0
    size = min(size, min(box.size) / 2 - width)
    for number, part in enumerate(_PARTS[style]):
        if number % 2 == 0:
            out += [_loop(box, at * width, corner, size), _loop(box, (at + part) * width, corner, size)]
        at += part
    return joined(out, evenodd=True)


def _loop(box: Rect, by: float, corner: Corner, size: float) -> list[XY]:
    inner = box.inset(by, by, by, by)
    if corner == "square" or size <= 0:
        return corners(inner)
    if corner == "round":
        return rounded(inner, max(size - by, 0.0), 16)
    out: list[XY] = []
    reach = size + by if corner == "scooped" else size
    for (x, y), first in zip(corners(box), (pi / 2, pi, -pi / 2, 0.0), strict=True):
        if corner == "scooped":
            # An arc around the box's own corner; the rules keep their distance.
            out += _scoop(x, y, reach, by, first)
        else:
            right, down = (1 if x == box.x else -1), (1 if y == box.y else -1)
            step = [(x + right * by, y + down * (size + by)), (x + right * (size + by), y + down * (size + by))]
            step.append((x + right * (size + by), y + down * by))
            out += step if right == down else step[::-1]
    return out


def _scoop(x: float, y: float, reach: float, by: float, first: float) -> list[XY]:
    """The arc that a scooped corner takes out of the box, between the lines that lie *by* inside its sides."""
    off = asin(min(by / reach, 1.0))
    return arc(x, y, reach, reach, first - off, first - pi / 2 + off, 14)
