"""A turned grid becomes dots of one size, or a halftone whose dots shrink along a line or away from a point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, cos, hypot, radians, sin, sqrt
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.layout.grounds.chance import Chance
from placards.layout.grounds.outline import XY, bounded, cut, disc, joined
from placards.values.geometry import Path, Point, Rect, Segment

#: What stands on the grid.
Mark: TypeAlias = Literal["dot", "square", "diamond", "line"]

#: How dark a place is, 0 to 1.
Tone: TypeAlias = Callable[[float, float], float]

#: Marks below this part of the pitch are dust.
_DUST = 0.06


@dataclass(frozen=True, slots=True)
class Grid:
    """Where marks stand: *pitch* apart in points, turned by *angle* degrees; *jitter* moves them by that part of it."""

    pitch: float
    angle: float = 45.0
    jitter: float = 0.0


def falling(box: Rect, degrees: float) -> Tone:
    """From 1 to 0 along a line through the box: 0 degrees to the right, 90 down."""
    dx, dy = cos(radians(degrees)), sin(radians(degrees))
    reach = (abs(dx) * box.width + abs(dy) * box.height) / 2
    x0, y0 = box.x + box.width / 2, box.y + box.height / 2
    return lambda x, y: 0.5 - ((x - x0) * dx + (y - y0) * dy) / (2 * reach)


def fading(center: Point, radius: float) -> Tone:
    """From 1 at a point to 0 on a circle around it."""
    return lambda x, y: 1 - hypot(x - center.x, y - center.y) / radius


def halftone(area: Rect, grid: Grid, mark: Mark, tone: Tone, whole: Rect | None) -> Path:
    """Marks whose area follows the tone. With *whole*, what would be cut at that box's edge is left out."""
    pitch = bounded(grid.pitch, area)
    if mark == "line":
        return _lines(area, Grid(pitch, grid.angle), tone)
    largest = {"dot": 0.5, "square": 0.5, "diamond": 0.62}[mark]
    out: list[Segment] = []
    for x, y in _places(area, pitch, grid, None):
        dark = min(max(tone(x, y), 0.0), 1.0)
        # Dots of a full tone are larger than their cells' half, so that they flow together as in print.
        size = pitch * largest * sqrt(dark) * (1 + 0.3 * max(0.0, dark - 0.6) / 0.4 * (mark == "dot"))
        if size >= pitch * _DUST:
            out += _mark(x, y, size, grid.angle, mark, whole)
    return Path(tuple(out))


def dots(area: Rect, grid: Grid, mark: Mark, share: float, whole: Rect | None, chance: Chance) -> Path:
    """Marks of one size: *share* of the pitch across."""
    pitch = bounded(grid.pitch, area)
    out: list[Segment] = []
    for x, y in _places(area, pitch, grid, chance):
        out += _mark(x, y, pitch * share / 2, grid.angle, mark, whole)
    return Path(tuple(out))


def _places(area: Rect, pitch: float, grid: Grid, chance: Chance | None) -> Iterator[XY]:
    """The grid's points whose mark may touch the area; one stands in its middle."""
    c, s = cos(radians(grid.angle)), sin(radians(grid.angle))
    x0, y0 = area.x + area.width / 2, area.y + area.height / 2
    steps = ceil(hypot(area.width, area.height) / 2 / pitch) + 1
    near = area.inset(-pitch * 0.7, -pitch * 0.7, -pitch * 0.7, -pitch * 0.7)
    for row in range(-steps, steps + 1):
        for column in range(-steps, steps + 1):
            x, y = pitch * (column * c - row * s) + x0, pitch * (column * s + row * c) + y0
            if near.x <= x <= near.right and near.y <= y <= near.bottom:
                if chance is not None and grid.jitter:
                    x += pitch * grid.jitter * chance.between(-0.5, 0.5)
                    y += pitch * grid.jitter * chance.between(-0.5, 0.5)
                yield x, y


def _mark(x: float, y: float, size: float, angle: float, mark: Mark, whole: Rect | None) -> tuple[Segment, ...]:
    """A dot, a square that stands as the grid does, or one on its corner; nothing where *whole* would cut it."""
    if mark == "dot":
        found = disc(x, y, size)
    else:
        reach, first = (sqrt(2) * size, angle + 45) if mark == "square" else (1.15 * size, angle)
        turns = [radians(first + 90 * i) for i in range(4)]
        found = Path.polygon([(x + reach * cos(turn), y + reach * sin(turn)) for turn in turns]).segments
    return found if whole is None or whole.contains(Path(found).bounds(), 0.01) else ()


def _lines(area: Rect, grid: Grid, tone: Tone) -> Path:
    """Lines whose width follows the tone, as in an engraving."""
    c, s = cos(radians(grid.angle)), sin(radians(grid.angle))
    x0, y0 = area.x + area.width / 2, area.y + area.height / 2
    half = hypot(area.width, area.height) / 2
    steps = ceil(half / grid.pitch) + 1
    out = []
    for row in range(-steps, steps + 1):
        upper: list[XY] = []
        lower: list[XY] = []
        for column in range(-2 * steps, 2 * steps + 1):
            u, v = column * grid.pitch / 2, row * grid.pitch
            dark = min(max(tone(x0 + u * c - v * s, y0 + u * s + v * c), 0.0), 1.0)
            if dark > _DUST / 2:
                width = grid.pitch * 0.5 * dark
                upper.append((x0 + u * c - (v - width) * s, y0 + u * s + (v - width) * c))
                lower.append((x0 + u * c - (v + width) * s, y0 + u * s + (v + width) * c))
            elif upper:
                out.append(cut([*upper, *reversed(lower)], area))
                upper, lower = [], []
        out.append(cut([*upper, *reversed(lower)], area) if upper else [])
    return joined(out)
