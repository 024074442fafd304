"""Colours as designers write them ("#d81e05", or RGB with a CMYK twin and a spot name) become paints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from placards.problems.errors import InputError

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


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


#: What fills a shape. Gradients will join the union; a renderer must refuse a case that it does not know.
Paint: TypeAlias = Color

BLACK = Color((0.0, 0.0, 0.0))
WHITE = Color((1.0, 1.0, 1.0))


def parse_hex(text: str) -> Color:
    """Read ``#rgb`` or ``#rrggbb``; raises InputError."""
    match = _HEX.fullmatch(text)
    if match is None:
        raise InputError(f"“{text}” is not a colour", remedy="Write it as #rrggbb, such as #d81e05")
    digits = match[1] if len(match[1]) == 6 else "".join(c + c for c in match[1])
    r, g, b = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return Color((r, g, b))


def contrast(first: Color, second: Color) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    high, low = sorted((first.luminance, second.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)
