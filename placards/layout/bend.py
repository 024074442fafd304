"""A box along a line that stands on an arc becomes a part of a ring: what lies behind bent letters bends with them."""

from __future__ import annotations

from math import ceil, cos, radians, sin
from typing import NamedTuple

from placards.scene.items import TextBlock, TextLine
from placards.values.geometry import Path, Point, Rect

#: Corners of what is bent stand at least so near to each other, in radians.
_STEP = radians(2)


class Bend(NamedTuple):
    """The circle that a line stands on, and the line's ink as if it were straight."""

    center: Point
    baseline: float  # y of the straight line; the circle goes through it above or below its centre
    ink: Rect

    def path(self, box: Rect) -> Path:
        """A box beside the straight line, bent as the letters are."""
        rim = abs(self.baseline - self.center.y)
        steps = max(1, ceil(box.width / rim / _STEP))
        xs = [box.x + box.width * n / steps for n in range(steps + 1)]
        return Path.polygon([*(self._point(x, box.y) for x in xs), *(self._point(x, box.bottom) for x in xs[::-1])])

    def _point(self, x: float, y: float) -> Point:
        up = self.baseline < self.center.y
        rim = abs(self.baseline - self.center.y)
        angle = (x - self.center.x) / rim
        radius = rim + (self.baseline - y if up else y - self.baseline)
        return Point(self.center.x + radius * sin(angle), self.center.y + radius * cos(angle) * (-1 if up else 1))


def bend_of(block: TextBlock, line: TextLine) -> Bend | None:
    """How a line is bent (`placards.layout.arc`); None for a straight one."""
    if block.vertical or not any(placed.matrix.b for placed in line.runs):
        return None
    box = block.box
    left, top, right, bottom = float("inf"), float("inf"), float("-inf"), float("-inf")
    for placed in line.runs:
        for glyph, x, y in placed.run.pens():
            ink = placed.run.font.extents(glyph)
            if ink.left != ink.right:
                left = min(left, placed.offset + (x + ink.left) * placed.unit)
                right = max(right, placed.offset + (x + ink.right) * placed.unit)
                top, bottom = min(top, -(y + ink.top) * placed.unit), max(bottom, -(y + ink.bottom) * placed.unit)
    center, origin = Point(box.x + box.width / 2, box.y + box.height / 2), line.origin
    return Bend(center, origin.y, Rect(origin.x + left, origin.y + top, right - left, bottom - top))
