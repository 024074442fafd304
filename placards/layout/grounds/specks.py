"""A density becomes specks: grain, the wear of a print, the overspray of a stencil."""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt

from placards.layout.grounds.chance import Chance, Clouds
from placards.layout.grounds.outline import MOST, XY, disc, joined
from placards.values.geometry import Path, Rect, Segment

#: The part of a square of its size that a speck of `_speck` covers in the mean.
_COVER = 0.16


def grain(area: Rect, size: float, density: float, chance: Chance) -> Path:
    """Irregular specks, most of them small, the largest *size* across; *density* is the part of the area they cover."""
    number = density * area.width * area.height / (size * size * _COVER)
    if number > MOST:
        size, number = size * sqrt(number / MOST), MOST
    return joined(
        _speck(chance.between(area.x, area.right), chance.between(area.y, area.bottom), size * _small(chance), chance)
        for _ in range(round(number))
    )


def letterpress(area: Rect, size: float, wear: float, chance: Chance, clouds: Clouds) -> Path:
    """Ink that did not take: specks of the ground in clouds, largest in their middle, and a few hairs."""
    number = wear * area.width * area.height / (size * size * 0.9)
    if number > MOST:
        size, number = size * sqrt(number / MOST), MOST
    lump, out = size * 22, []
    for _ in range(round(number)):
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        depth = (clouds.at(x / lump, y / lump) - (0.62 - 0.3 * wear)) * 3.2
        if depth > chance.between(0.0, 1.0):
            out.append(_speck(x, y, size * (0.35 + min(depth, 1.2)) * _small(chance) * 1.4, chance))
        elif depth > -1.2 and chance.between(0, 1) < 0.12:
            out.append(_speck(x, y, size * 0.3, chance))
    for _ in range(round(number / 160)):
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        out.append(_gouge(x, y, size * chance.between(4, 11), size * 0.12, chance.between(0, 180), chance))
    return joined(out)


def woodcut(area: Rect, size: float, wear: float, angle: float, chance: Chance, clouds: Clouds) -> Path:
    """The grain of a board: long gouges side by side, broken into clouds."""
    number = wear * area.width * area.height / (size * size * 7)
    if number > MOST:
        size, number = size * sqrt(number / MOST), MOST
    c, s = cos(radians(angle)), sin(radians(angle))
    out = []
    for _ in range(round(number)):
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        u, v = x * c + y * s, y * c - x * s
        # Clouds drawn out along the grain, so that gouges lie in bundles.
        if clouds.at(u / (size * 70), v / (size * 9)) > 0.56 - 0.24 * wear:
            long, wide = size * chance.between(4, 15), size * chance.between(0.12, 0.42)
            out.append(_gouge(x, y, long, wide, angle + 2.5 * chance.bell(), chance))
    return joined(out)


def spray(box: Rect, reach: float, size: float, density: float, chance: Chance) -> Path:
    """Dots on both sides of a box's edge, thinning out to *reach* on the outside and half of it inside."""
    around = 2 * (box.width + box.height)
    number = min(MOST * 0.75, density * around * reach / (size * size * 2.2))
    out: list[Segment] = []
    for _ in range(round(number)):
        way, side = chance.between(0, around), chance.bell()
        off = side * side * (reach if side > 0 else -reach / 2)
        near = 1 - abs(side)
        radius = size * (0.1 + 0.4 * chance.between(0, 1) ** 3) * (0.5 + near)
        out += disc(*_beside(box, way, off), radius)
    return Path(tuple(out))


def _beside(box: Rect, way: float, off: float) -> XY:
    """The point at *way* along a box's edge, *off* outwards from it; at corners it goes around."""
    for start, step, out, length in (
        ((box.x, box.y), (1, 0), (0, -1), box.width),
        ((box.right, box.y), (0, 1), (1, 0), box.height),
        ((box.right, box.bottom), (-1, 0), (0, 1), box.width),
        ((box.x, box.bottom), (0, -1), (-1, 0), box.height),
    ):
        if way <= length:
            # Spread a little past the corner, or the four corners would stay empty.
            along = way + (off * (2 * way / length - 1) if off > 0 else 0)
            return start[0] + step[0] * along + out[0] * off, start[1] + step[1] * along + out[1] * off
        way -= length
    return box.x, box.y


def _small(chance: Chance) -> float:
    """Sizes as those of crumbs: many small, few large."""
    return 0.25 + 0.75 * float(chance.between(0, 1) ** 2.5)


def _speck(x: float, y: float, size: float, chance: Chance) -> list[XY]:
    """A crumb with four to six corners."""
    number = 4 + int(chance.between(0, 2.99))
    first = chance.between(0, 2 * pi)
    out = []
    for i in range(number):
        angle, radius = first + 2 * pi * i / number, size / 2 * chance.between(0.55, 1.0)
        out.append((x + radius * cos(angle), y + radius * sin(angle)))
    return out


def _gouge(x: float, y: float, long: float, wide: float, angle: float, chance: Chance) -> list[XY]:
    """A sliver with pointed ends, thickest somewhere in its middle."""
    c, s = cos(radians(angle)), sin(radians(angle))
    thick = chance.between(-0.2, 0.2)
    ends = ((-0.5, 0.0), (thick - 0.15, -0.5), (thick + 0.2, -0.4), (0.5, 0.0), (thick + 0.1, 0.5), (thick - 0.2, 0.35))
    return [(x + u * long * c - v * wide * s, y + u * long * s + v * wide * c) for u, v in ends]
