"""Points, boxes and paths; all in points with y down unless a name says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, isfinite, radians, sin
from typing import Any, Literal, NamedTuple, TypeAlias

from placards.frozen import dataclass


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

    def intersection(self, other: Rect) -> Rect | None:
        """What lies in both; None where they share no area."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, width, height) if width > 0 and height > 0 else None

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

    def then(self, other: Matrix) -> Matrix:
        """The matrix that does this and then *other*."""
        a, b, c, d, e, f = self
        return Matrix(
            a * other.a + b * other.c,
            a * other.b + b * other.d,
            c * other.a + d * other.c,
            c * other.b + d * other.d,
            e * other.a + f * other.c + other.e,
            e * other.b + f * other.d + other.f,
        )

    def point(self, x: float, y: float) -> Point:
        """Where a point comes to lie."""
        return Point(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def box(self, box: Rect) -> Rect:
        """The smallest upright box around a box's image."""
        corners = [self.point(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        return around([x for x, _ in corners], [y for _, y in corners])

    @property
    def area(self) -> float:
        """How many times larger an area becomes: 0 where everything falls on a line, negative where it is mirrored."""
        return self.a * self.d - self.b * self.c

    @property
    def inverse(self) -> Matrix:
        """The matrix that undoes this one, whose area is not 0."""
        a, b, c, d, e, f = self
        area = self.area
        return Matrix(d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)

    @property
    def keeps_shapes(self) -> bool:
        """Whether it only moves, turns, mirrors and scales: what has one width everywhere keeps one."""
        a, b, c, d, _, _ = self
        across, along = a * a + b * b, c * c + d * d
        return abs(across - along) <= 1e-6 * across and abs(a * c + b * d) <= 1e-6 * across

    @property
    def is_finite(self) -> bool:
        return all(map(isfinite, self))


def turn(degrees: float, center: Point) -> Matrix:
    """The matrix that turns clockwise around a point."""
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    return Matrix(c, s, -s, c, center.x - c * center.x + s * center.y, center.y - s * center.x - c * center.y)


#: The transform that changes nothing.
IDENTITY = Matrix()

#: A path's segments: their letter, then the coordinates of the control points and of the point where they end. Plain
#: tuples, for a sheet has ten thousands of them; the letter tells the kinds apart, for people, mypy and ``match``.
MoveTo: TypeAlias = tuple[Literal["M"], float, float]
LineTo: TypeAlias = tuple[Literal["L"], float, float]
CurveTo: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
Close: TypeAlias = tuple[Literal["Z"]]
Segment: TypeAlias = MoveTo | LineTo | CurveTo | Close

#: Which points lie inside where outlines cross or contain each other.
FillRule: TypeAlias = Literal["nonzero", "evenodd"]

#: How far the control points of a quarter circle lie from its ends, by the radius.
_QUARTER = 0.5522847498


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of straight and curved segments, in points with y down, and what counts as its inside."""

    segments: tuple[Segment, ...]
    fill_rule: FillRule = "nonzero"

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
        k = r * (1 - _QUARTER)  # distance of the control point from the corner
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

    @staticmethod
    def ellipse(box: Rect) -> Path:
        """The ellipse that touches the box's four sides."""
        k = _QUARTER
        rx, ry = box.width / 2, box.height / 2
        x, y = box.x + rx, box.y + ry
        return Path(
            (
                ("M", x + rx, y),
                ("C", x + rx, y + k * ry, x + k * rx, y + ry, x, y + ry),
                ("C", x - k * rx, y + ry, x - rx, y + k * ry, x - rx, y),
                ("C", x - rx, y - k * ry, x - k * rx, y - ry, x, y - ry),
                ("C", x + k * rx, y - ry, x + rx, y - k * ry, x + rx, y),
                ("Z",),
            )
        )

    @staticmethod
    def polygon(points: Sequence[tuple[float, float]]) -> Path:
        """Straight lines from point to point, and back to the first; nothing for no points."""
        if not points:
            return Path(())
        lines: list[LineTo] = [("L", x, y) for x, y in points[1:]]
        return Path((("M", *points[0]), *lines, ("Z",)))

    def bounds(self) -> Rect:
        """The box around all points, control points included; empty for an empty path."""
        xs, ys = self._coordinates()
        return around(xs, ys)

    def transformed(self, matrix: Matrix) -> Path:
        """The path with every point moved by *matrix*."""
        return Path(tuple(moved(self.segments, matrix)), self.fill_rule)

    def _coordinates(self) -> tuple[list[float], list[float]]:
        xs: list[float] = []
        ys: list[float] = []
        for segment in self.segments:
            xs.extend(segment[1::2])
            ys.extend(segment[2::2])
        return xs, ys


def moved(segments: Iterable[Segment], matrix: Matrix) -> list[Segment]:
    """Segments with every point moved by *matrix*. Their kinds are told by their lengths, and no function is called for
    a point: sheets have ten thousands of them."""
    a, b, c, d, e, f = matrix
    out: list[Any] = []
    for segment in segments:
        if len(segment) == 3:
            kind, x, y = segment
            out.append((kind, a * x + c * y + e, b * x + d * y + f))
        elif len(segment) == 7:
            _, x1, y1, x2, y2, x, y = segment
            out.append(
                (
                    "C",
                    a * x1 + c * y1 + e,
                    b * x1 + d * y1 + f,
                    a * x2 + c * y2 + e,
                    b * x2 + d * y2 + f,
                    a * x + c * y + e,
                    b * x + d * y + f,
                )
            )
        else:
            out.append(segment)
    return out


def around(xs: Sequence[float], ys: Sequence[float]) -> Rect:
    """The smallest box around points; empty for none."""
    if not xs:
        return Rect(0, 0, 0, 0)
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)
