"""A box becomes a sticker: bursts, stars, arrows, rings, ribbons, flags, bands and cut corners.

Each has a room besides: the largest upright box, more or less, in which words may stand.
"""

from __future__ import annotations

from collections.abc import Collection
from math import cos, pi, sin, sqrt

from placards.layout.grounds.outline import XY, along, arc, joined, rounded
from placards.values.geometry import Path, Rect


def burst(box: Rect, count: int, depth: float) -> Path:
    """Points at equal distances around an ellipse, or around a long box with round ends; *depth* is how far their
    valleys lie inside."""
    base = _base(box)
    ways = along(base)
    out: list[XY] = []
    index = 0
    for i in range(2 * count):
        way = ways[-1] * i / (2 * count)
        while ways[index + 1] < way:
            index += 1
        (x, y), (to_x, to_y) = base[index], base[(index + 1) % len(base)]
        long = ways[index + 1] - ways[index]
        part, inwards = (way - ways[index]) / long, depth * (i % 2)
        dx, dy = (to_x - x) / long, (to_y - y) / long
        out.append((x + part * (to_x - x) - inwards * dy, y + part * (to_y - y) + inwards * dx))
    return joined([out])


def evenly(box: Rect) -> int:
    """How many points a burst has that are as far from each other on every box: 20 on a round one."""
    return min(120, round(20 * along(_base(box))[-1] / (pi * min(box.size))))


def _base(box: Rect) -> list[XY]:
    """Clockwise from the middle of the upper side. An ellipse that is too long would have spikes for ends."""
    if max(box.size) <= 1.7 * min(box.size):
        x, y = box.x + box.width / 2, box.y + box.height / 2
        return arc(x, y, box.width / 2, box.height / 2, -pi / 2, 1.5 * pi, 720)[:-1]
    return [(box.x + box.width / 2, box.y), *rounded(box, min(box.size) / 2, 120)]


def star(box: Rect, count: int, depth: float) -> Path:
    """A regular star in the middle of a box, one of its points up."""
    radius = min(box.size) / 2
    x, y = box.x + box.width / 2, box.y + box.height / 2
    out: list[XY] = []
    for i in range(2 * count):
        angle, reach = -pi / 2 + pi * i / count, radius - depth * (i % 2)
        out.append((x + reach * cos(angle), y + reach * sin(angle)))
    return joined([out])


def in_star(box: Rect, depth: float) -> Rect:
    """The room in a star."""
    half = (min(box.size) / 2 - depth) * 0.95
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return Rect(x - half, y - half * 0.6, 2 * half, 1.2 * half)


def in_ellipse(box: Rect) -> Rect:
    """The room in an ellipse."""
    wide, high = box.width * (1 - sqrt(0.5)) / 2, box.height * (1 - sqrt(0.5)) / 2
    return box.inset(wide, high, wide, high)


def arrow(box: Rect, head: float) -> Path:
    """A thick arrow to the right; *head* is the length of its head."""
    neck, above = box.right - head, box.height * 0.2
    top, bottom = box.y + above, box.bottom - above
    return joined(
        [
            [
                (box.x, top), (neck, top), (neck, box.y), (box.right, box.y + box.height / 2),
                (neck, box.bottom), (neck, bottom), (box.x, bottom),
            ]
        ]
    )  # fmt: skip


def ring(box: Rect, width: float) -> Path:
    """The rings of a rubber stamp: a thick one, and a thin one inside it."""
    out = []
    for inset in (0.0, width, width * 1.6, width * 1.9):
        rx, ry = max(box.width / 2 - inset, 0.0), max(box.height / 2 - inset, 0.0)
        out.append(arc(box.x + box.width / 2, box.y + box.height / 2, rx, ry, 0, 2 * pi, 96)[:-1])
    return joined(out, evenodd=True)


def ribbon(box: Rect, tail: float) -> tuple[Path, Path, Path]:
    """A ribbon in three parts from behind to the front: its two tails, the folds in their shadow, its face. *tail* is
    how far the tails reach past the face."""
    drop, fold = box.height * 0.18, tail * 0.45
    face = Rect(box.x + tail, box.y, box.width - 2 * tail, box.height - drop)
    top, bottom, notch = box.y + drop, box.bottom, tail * 0.4
    middle = (top + bottom) / 2
    left = [(box.x, top), (face.x + fold, top), (face.x + fold, bottom), (box.x, bottom), (box.x + notch, middle)]
    right = [(box.x + box.right - x, y) for x, y in reversed(left)]
    under = [(face.x, face.bottom), (face.x + fold, face.bottom), (face.x + fold, bottom)]
    other = [(box.x + box.right - x, y) for x, y in reversed(under)]
    return joined([left, right]), joined([under, other]), Path.rect(face)


def ribbon_face(box: Rect, tail: float) -> Rect:
    """The room on a ribbon."""
    high = box.height * 0.82
    return Rect(box.x + tail, box.y, box.width - 2 * tail, high).inset(high * 0.12, high * 0.1, high * 0.12, high * 0.1)


def flag(box: Rect, depth: float) -> Path:
    """Cloth in the wind, *depth* how high its waves are."""
    x, right, third = box.x, box.right, box.width / 3
    top, bottom = box.y + depth / 2, box.bottom - depth / 2
    bend = depth * 1.72  # a curve of this bend is `depth` high between its two crests
    return Path(
        (
            ("M", x, top),
            ("C", x + third, top - bend, right - third, top + bend, right, top),
            ("L", right, bottom),
            ("C", right - third, bottom + bend, x + third, bottom - bend, x, bottom),
            ("Z",),
        )
    )


def band(box: Rect, area: Rect, rise: float) -> Path:
    """A band whose right end stands *rise* higher than its left one (negative: lower); its slope goes on in the
    bleed."""
    high = abs(rise)
    slope = rise / box.width
    middle, half = box.y + box.height / 2, (box.height - high) / 2

    def at(x: float) -> float:
        return middle - slope * (x - box.x - box.width / 2)

    left, right = area.x, area.right
    return joined(
        [[(left, at(left) - half), (right, at(right) - half), (right, at(right) + half), (left, at(left) + half)]]
    )


def slab(box: Rect, area: Rect, lean: float) -> Path:
    """A box whose top leans *lean* to the right (negative: to the left)."""
    slope = lean / box.height
    middle, half = box.x + box.width / 2, (box.width - abs(lean)) / 2

    def at(y: float) -> float:
        return middle - slope * (y - box.y - box.height / 2)

    left, right = area.x - box.x, area.right - box.right
    top, bottom = area.y, area.bottom
    return joined(
        [
            [
                (at(top) - half + left, top), (at(top) + half + right, top),
                (at(bottom) + half + right, bottom), (at(bottom) - half + left, bottom),
            ]
        ]
    )  # fmt: skip


def cut_corners(box: Rect, area: Rect, depth: float, which: Collection[str]) -> Path:
    """A box with some corners cut off (``top-left``, …); the cuts go on in the bleed."""
    depth = min(depth, box.width / 2, box.height / 2)
    left, top = box.x - area.x, box.y - area.y
    right, bottom = area.right - box.right, area.bottom - box.bottom
    out: list[XY] = []
    for name, (x, y), across, down, first in (
        ("top-left", (area.x, area.y), depth + left + top, depth + left + top, False),
        ("top-right", (area.right, area.y), -depth - right - top, depth + right + top, True),
        ("bottom-right", (area.right, area.bottom), -depth - right - bottom, -depth - right - bottom, False),
        ("bottom-left", (area.x, area.bottom), depth + left + bottom, -depth - left - bottom, True),
    ):
        cuts = [(x + across, y), (x, y + down)] if first else [(x, y + down), (x + across, y)]
        out += cuts if name in which else [(x, y)]
    return joined([out])
