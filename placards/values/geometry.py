"""Points, boxes and paths; all in points with y down unless a name says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the sheet."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float

    @property
    def aspect(self) -> float:
        """Width divided by height: above 1 is landscape."""
        return self.width / self.height


class Rect(NamedTuple):
    """A box by its top left corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The box with each side moved inwards (negative: outwards)."""
        return Rect(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def contains(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Whether *other* lies inside, with *tolerance* points of grace on every side."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def union(self, other: Rect) -> Rect:
        """The smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


class Matrix(NamedTuple):
    """``x' = a·x + c·y + e``, ``y' = b·x + d·y + f``, as in PDF and SVG."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0


#: The transform that changes nothing.
IDENTITY = Matrix()


@dataclass(frozen=True, slots=True)
class Path:
    """An outline: ``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` and ``("Z",)``; filled nonzero."""

    segments: tuple[tuple[str | float, ...], ...]

    @staticmethod
    def rect(box: Rect) -> Path:
        return Path(
            (
                ("M", box.x, box.y),
                ("L", box.right, box.y),
                ("L", box.right, box.bottom),
                ("L", box.x, box.bottom),
                ("Z",),
            )
        )

    @staticmethod
    def rounded_rect(box: Rect, radius: float) -> Path:
        """A box with circular corners; *radius* is cut to half the shorter side."""
        r = min(radius, box.width / 2, box.height / 2)
        if r <= 0:
            return Path.rect(box)
        k = r * (1 - 0.5522847498)  # distance of the control point from the corner: cubic circle approximation
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        return Path(
            (
                ("M", x + r, y),
                ("L", right - r, y),
                ("C", right - k, y, right, y + k, right, y + r),
                ("L", right, bottom - r),
                ("C", right, bottom - k, right - k, bottom, right - r, bottom),
                ("L", x + r, bottom),
                ("C", x + k, bottom, x, bottom - k, x, bottom - r),
                ("L", x, y + r),
                ("C", x, y + k, x + k, y, x + r, y),
                ("Z",),
            )
        )

    def bounds(self) -> Rect:
        """The box around all points, control points included; empty for an empty path."""
        if not self.segments:
            return Rect(0, 0, 0, 0)
        xs = [float(v) for segment in self.segments for v in segment[1::2]]
        ys = [float(v) for segment in self.segments for v in segment[2::2]]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
