"""An sRGB colour becomes lightness, chroma and hue as eyes see them (OKLCH), and one of another lightness again.

Björn Ottosson's OKLab; every result is a colour of 8 bits a channel, so that what is measured is what is written."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from placards.frozen import dataclass
from placards.values.color import Color


@dataclass(frozen=True, slots=True)
class Oklch:
    """Lightness 0 (black) to 1 (white), chroma from 0 (grey), hue in radians."""

    lightness: float
    chroma: float
    hue: float


def to_oklch(color: Color) -> Oklch:
    """What a colour looks like."""
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color.rgb)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    green_red = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    blue_yellow = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Oklch(lightness, hypot(green_red, blue_yellow), atan2(blue_yellow, green_red))


def from_oklch(look: Oklch) -> Color:
    """The colour that looks so, with as much of the chroma as a screen has at that lightness and hue."""
    if look.lightness <= 0 or look.lightness >= 1:
        grey = 1.0 if look.lightness >= 1 else 0.0
        return Color((grey, grey, grey))
    chroma = look.chroma
    while True:
        channels = _channels(look.lightness, chroma, look.hue)
        if chroma < 0.001 or all(-0.0005 <= v <= 1.0005 for v in channels):
            r, g, b = (_eight_bits(v) for v in channels)
            return Color((r, g, b))
        chroma *= 0.95


def lighter_or_darker(color: Color, lightness: float, most_chroma: float = 1.0) -> Color:
    """The same hue at another lightness."""
    look = to_oklch(color)
    return from_oklch(Oklch(lightness, min(look.chroma, most_chroma), look.hue))


def mixed(first: Color, second: Color, part: float) -> Color:
    """A colour between two, *part* of the way to the second."""
    one, other = to_oklch(first), to_oklch(second)
    light = one.lightness + (other.lightness - one.lightness) * part
    a, b = (one.chroma * turn(one.hue) * (1 - part) + other.chroma * turn(other.hue) * part for turn in (cos, sin))
    return from_oklch(Oklch(light, hypot(a, b), atan2(b, a)))


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """sRGB, 0..1 where a screen has the colour."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _encoded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _eight_bits(value: float) -> float:
    return round(min(1.0, max(0.0, value)) * 255) / 255
