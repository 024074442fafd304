"""What a press's PDF wants of colours: each has its inks, and what shows up only while drawing gets them here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from placards.values.color import Color
from placards.values.profile import Inks

#: From a colour without inks to the same with them: by a press's ICC profile, where one is known.
Separate: TypeAlias = Callable[[Color], Color]


def by_arithmetic(color: Color) -> Color:
    """A colour with the inks that PDF itself gives it (ISO 32000-1, 10.3.5): grey is black alone. For Scenes that did
    not pass through `placards.press`, whose colours have their inks by the profile of the press."""
    return Color(color.rgb, _complement(color.rgb), color.spot)


@lru_cache(maxsize=256)
def _complement(rgb: tuple[float, float, float]) -> Inks:
    black = 1 - max(rgb)
    red, green, blue = rgb
    return (1 - red - black, 1 - green - black, 1 - blue - black, black)
