"""A centre becomes rays over a box, straight or twisted, even or of irregular widths."""

from __future__ import annotations

from math import ceil, cos, hypot, radians, sin

from placards.frozen import dataclass
from placards.layout.grounds.chance import Chance
from placards.layout.grounds.outline import XY, cut, joined
from placards.values.geometry import Path, Point, Rect


@dataclass(frozen=True, slots=True)
class Rays:
    """How rays stand. Angles are degrees, clockwise; the first ray points to *first*, 0 to the right."""

    count: int
    share: float = 0.5  # of the circle that the rays cover
    first: float = -90.0
    twist: float = 0.0  # how far a ray has turned where it leaves the box
    irregular: float = 0.0  # 0 = all alike, 1 = from nothing to twice as wide
    hole: float = 0.0  # the radius around the centre that is left free


def farthest(area: Rect, center: Point) -> float:
    """From the centre to the corner that is farthest away."""
    return max(hypot(x - center.x, y - center.y) for x in (area.x, area.right) for y in (area.y, area.bottom))


def rays(area: Rect, center: Point, how: Rays, chance: Chance) -> Path:
    """All rays, cut at the area's edge."""
    far = farthest(area, center) * 1.02
    # In a long box even angles crowd its shorter side: rays are drawn a little towards the ends.
    wide = _drawn_out(area.width / area.height)
    high = _drawn_out(area.height / area.width)
    weights = [chance.about(1.0, how.irregular * 0.9) for _ in range(2 * how.count)]
    beams, gaps = weights[::2], weights[1::2]
    beam, gap = how.share * 360 / sum(beams), (1 - how.share) * 360 / sum(gaps)
    out, angle = [], how.first - beams[0] * beam / 2
    for width, free in zip(beams, gaps, strict=True):
        ray = _ray(center, far, how, angle, angle + width * beam)
        ray = [(center.x + (x - center.x) * wide, center.y + (y - center.y) * high) for x, y in ray]
        out.append(cut(ray, area))
        angle += width * beam + free * gap
    return joined(out)


def _drawn_out(aspect: float) -> float:
    return float(max(1.0, aspect / 1.6) ** 0.6)


def _ray(center: Point, far: float, how: Rays, low: float, high: float) -> list[XY]:
    """One ray as an outline: out along its first side, around, and back."""
    steps = max(1, ceil(abs(how.twist) / 3))
    near = min(how.hole / far, 1.0)
    ways = [near + (1 - near) * i / steps for i in range(steps + 1)]
    width = high - low
    bends = max(1, ceil(width / 12))
    # Straight lines between points of the rim would cut into the box's corner.
    rim = 1 / cos(radians(width / bends / 2))
    out = [_on(center, far * (rim if way == 1 else 1), way, low + how.twist * way) for way in ways]
    out += [_on(center, far * rim, 1.0, low + how.twist + width * i / bends) for i in range(1, bends)]
    out += [_on(center, far * (rim if way == 1 else 1), way, high + how.twist * way) for way in reversed(ways)]
    if near > 0:
        out += [_on(center, far, near, high + how.twist * near - width * i / bends) for i in range(1, bends)]
    return out


def _on(center: Point, far: float, way: float, degrees: float) -> XY:
    angle = radians(degrees)
    return center.x + far * way * cos(angle), center.y + far * way * sin(angle)
