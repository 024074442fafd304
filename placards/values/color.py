"""Colours as designers write them ("#d81e05", or RGB with a CMYK twin and a spot name) become paints and strokes."""

from __future__ import annotations

from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect

_HEX = pattern(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Color:
    """A colour for screens (sRGB, 0..1) that may carry a twin for presses (CMYK, 0..1) and a spot colour's name."""

    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float] | None = None
    spot: str | None = None

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{round(v * 255):02x}" for v in self.rgb)

    @property
    def luminance(self) -> float:
        """WCAG 2 relative luminance, 0 (black) to 1 (white)."""
        r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in self.rgb)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour on the way of a gradient: *at* 0 stands at its start, at 1 at its end."""

    at: float
    color: Color
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """Colours that change along the line from *start* to *end*, and stay beyond them. Its points are those of the item
    that it paints, once *matrix* has moved them. Two stops at one place are a clean edge."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]
    matrix: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """Colours that change from a small circle inside a large one to the large one's rim, and stay outside it. The small
    circle is the large one's centre where nothing else is said; points and stops are as those of a LinearGradient."""

    center: Point
    radius: float
    stops: tuple[Stop, ...]
    matrix: Matrix = IDENTITY
    focus: Point | None = None  # the small circle's centre; None: that of the large one
    focus_radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A figure of one colour repeated side by side: *tile* is the box that repeats, *matrix* turns and scales it. A
    figure may reach over its tile into those beside it."""

    figure: Path
    color: Color
    tile: Rect
    matrix: Matrix = IDENTITY
    ground: Color | None = None


#: What fills or strokes a shape. Renderers match it exhaustively, and refuse by name what they cannot draw.
Paint: TypeAlias = Color | LinearGradient | RadialGradient | Pattern


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along an outline, half inside and half outside. Lengths are points.

    *dash* holds lengths of strokes and gaps in turn, empty for an unbroken line; *miter_limit* is the longest corner,
    in widths of the line, that stays pointed.
    """

    paint: Paint
    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0


def main_color(paint: Paint) -> Color:
    """The one colour that stands for a paint where only one can be used: what most of its area shows, more or less."""
    match paint:
        case Color():
            return paint
        case LinearGradient() | RadialGradient():
            return _mean([stop.color for stop in paint.stops])
        case Pattern():
            return paint.ground or paint.color


def _mean(colors: list[Color]) -> Color:
    red, green, blue = (sum(channel) / len(colors) for channel in zip(*(color.rgb for color in colors), strict=True))
    return Color((red, green, blue))


BLACK = Color((0.0, 0.0, 0.0))
WHITE = Color((1.0, 1.0, 1.0))


def parse_hex(text: str) -> Color:
    """Read ``#rgb`` or ``#rrggbb``; raises InputError."""
    match = _HEX.fullmatch(text)
    if match is None:
        bare = _HEX.fullmatch(f"#{text.strip()}")
        remedy = Remedy("did-you-mean", (("near", (f"#{text.strip()}",)),)) if bare else None
        raise InputError("color-unknown", remedy=remedy, text=text)
    digits = match[1] if len(match[1]) == 6 else "".join(c + c for c in match[1])
    r, g, b = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return Color((r, g, b))


def contrast(first: Color, second: Color) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    high, low = sorted((first.luminance, second.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)
