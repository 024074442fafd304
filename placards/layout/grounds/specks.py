"""A density becomes specks: grain, the wear of a print, the overspray of a stencil."""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt

from placards.layout.grounds.chance import Chance, Clouds
from placards.layout.grounds.outline import MOST, XY, disc, joined
from placards.values.geometry import Path, Rect, Segment

#: The part of a square of its size that a speck of `_speck` covers in the mean.
_COVER = 0.16

#: Specks have fewer corners than dots: there may be more of them.
_SPECKS = 5500


def grain(area: Rect, size: float, density: float, chance: Chance) -> Path:
    """Irregular specks, most of them small, the largest *size* across; *density* is the part of the area they cover."""
    number = density * area.width * area.height / (size * size * _COVER)
    if number > _SPECKS:
        size, number = size * sqrt(number / _SPECKS), _SPECKS
    return joined(
        _speck(chance.between(area.x, area.right), chance.between(area.y, area.bottom), size * _small(chance), chance)
        for _ in range(round(number))
    )


def letterpress(area: Rect, size: float, wear: float, chance: Chance, clouds: Clouds) -> Path:
    """Ink that did not take: fine specks everywhere, more and larger ones in clouds, and a hair here and there."""
    number = wear * area.width * area.height / (size * size * 0.7)
    if number > _SPECKS:
        size, number = size * sqrt(number / _SPECKS), _SPECKS
    lump = size * 30
    out: list[list[XY]] = []
    while len(out) < number:
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        luck = chance.between(0.0, 1.0)
        worn = (
            min(max((clouds.at((x - area.x) / lump, (y - area.y) / lump) - 0.34) * 2.6, 0.0), 1.0)
            if luck >= 0.1
            else 0.0
        )
        if luck < 0.1 + 0.9 * worn * worn:
            out.append(_speck(x, y, size * (0.5 + 0.9 * worn * wear) * _small(chance), chance))
    for _ in range(round(number / 400)):
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        out.append(_gouge(x, y, size * chance.between(4, 11), size * 0.12, chance.between(0, 180), chance))
    return joined(out)


def woodcut(area: Rect, size: float, wear: float, angle: float, chance: Chance, clouds: Clouds) -> Path:
    """The grain of a board: long gouges side by side, broken into clouds."""
    number = wear * area.width * area.height / (size * size * 7)
    if number > _SPECKS:
        size, number = size * sqrt(number / _SPECKS), _SPECKS
    c, s = cos(radians(angle)), sin(radians(angle))
    out = []
    for _ in range(round(number)):
        x, y = chance.between(area.x, area.right), chance.between(area.y, area.bottom)
        u, v = (x - area.x) * c + (y - area.y) * s, (y - area.y) * c - (x - area.x) * s
        # Clouds drawn out along the grain, so that gouges lie in bundles.
        if clouds.at(u / (size * 70), v / (size * 9)) > 0.56 - 0.24 * wear:
            long, wide = size * chance.between(4, 15), size * chance.between(0.12, 0.42)
            out.append(_gouge(x, y, long, wide, angle + 2.5 * chance.bell(), chance))
    return joined(out)


def spray(box: Rect, reach: float, size: float, density: float, chance: Chance) -> Path:
    """Dots on both sides of a box's edge, thinning out to *reach* on the outside and half of it inside."""
    around = 2 * (box.width + box.height)
    number = min(MOST * 0.8, density * around * reach / (size * size * 1.1))
    out: list[Segment] = []
    for _ in range(round(number)):
        far = chance.between(0, 1) ** 1.7
        off = far * (reach if chance.between(0, 1) < 0.75 else -reach * 0.4)
        radius = size * (0.09 + 0.41 * chance.between(0, 1) ** 4) * (1.15 - far * 0.7)
        out += disc(*_beside(box, chance.between(0, around), off), radius)
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
