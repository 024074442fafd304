"""A box becomes a sticker: bursts, stars, arrows, rings, ribbons, flags, bands and cut corners.

Each has a room besides: the largest upright box, more or less, in which words may stand.
"""

from __future__ import annotations

from collections.abc import Collection
from math import cos, pi, sin, sqrt

from placards.layout.grounds.outline import XY, arc, joined
from placards.values.geometry import Path, Rect


def burst(box: Rect, count: int, depth: float) -> Path:
    """Points around an ellipse; *depth* is how far their valleys lie inside. A star is one with five and much depth."""
    rx, ry = box.width / 2, box.height / 2
    x, y = box.x + rx, box.y + ry
    out: list[XY] = []
    for i in range(2 * count):
        angle, inwards = -pi / 2 + pi * i / count, depth * (i % 2)
        out.append((x + (rx - inwards) * cos(angle), y + (ry - inwards) * sin(angle)))
    return joined([out])


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
    return Rect(box.x + tail, box.y, box.width - 2 * tail, box.height * 0.82)


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


def cut_corners(box: Rect, depth: float, which: Collection[str]) -> Path:
    """A box with some corners cut off: ``top-left``, …"""
    depth = min(depth, box.width / 2, box.height / 2)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    whole: dict[str, tuple[XY, XY, XY]] = {
        "top-left": ((x, y + depth), (x, y), (x + depth, y)),
        "top-right": ((right - depth, y), (right, y), (right, y + depth)),
        "bottom-right": ((right, bottom - depth), (right, bottom), (right - depth, bottom)),
        "bottom-left": ((x + depth, bottom), (x, bottom), (x, bottom - depth)),
    }
    out: list[XY] = []
    for name, (first, corner, last) in whole.items():
        out += [first, last] if name in which else [corner]
    return joined([out])
