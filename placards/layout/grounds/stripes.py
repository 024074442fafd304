"""A pitch becomes stripes or checks, whole ones along the box's longer side."""

from __future__ import annotations

from math import ceil, cos, hypot, radians, sin

from placards.layout.grounds.outline import MOST, XY, cut, joined
from placards.values.geometry import Path, Rect


def stripes(box: Rect, area: Rect, pitch: float, angle: float, share: float) -> Path:
    """Stripes that run at *angle* degrees (0 = along the line, 90 = upright), *share* of the pitch wide. Along the
    box's longer side their number is whole, so that both ends look alike."""
    c, s = cos(radians(angle)), sin(radians(angle))
    across, length = (abs(s), box.width) if box.width >= box.height else (abs(c), box.height)
    if across < 0.05:  # they run along the longer side: whole ones across it
        across, length = (abs(c), box.height) if box.width >= box.height else (abs(s), box.width)
    number = min(max(1, round(length * across / pitch)), MOST)
    pitch = length * across / number
    x0, y0 = box.x + box.width / 2, box.y + box.height / 2
    reach = hypot(area.width, area.height)
    shift = 0.0 if number % 2 else pitch / 2  # the box begins and ends with half a gap
    out = []
    for i in range(-ceil(reach / pitch) - 1, ceil(reach / pitch) + 2):
        low, high = i * pitch + shift - pitch * share / 2, i * pitch + shift + pitch * share / 2
        ends = ((-reach, low), (reach, low), (reach, high), (-reach, high))
        out.append(cut([(x0 + u * c - v * s, y0 + u * s + v * c) for u, v in ends], area))
    return joined(out)


def checks(box: Rect, area: Rect, cell: float) -> Path:
    """A chequered field of whole cells, as square as the box allows; the bleed goes on with them."""
    least = (box.width * box.height / 2 / MOST) ** 0.5
    columns, rows = (max(1, round(side / max(cell, least))) for side in box.size)
    wide, high = box.width / columns, box.height / rows
    out: list[list[XY]] = []
    for row in range(-1 - ceil((box.y - area.y) / high), rows + 1 + ceil((area.bottom - box.bottom) / high)):
        for column in range(-1 - ceil((box.x - area.x) / wide), columns + 1 + ceil((area.right - box.right) / wide)):
            if (row + column) % 2 == 0:
                x, y = box.x + column * wide, box.y + row * high
                out.append(cut([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)], area))
    return joined(out)
