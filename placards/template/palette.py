"""A palette of a layout.toml becomes named colours, with their twins for presses."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from placards.problems.errors import InputError, near
from placards.values.color import Color, parse_hex

_KEYS = ("rgb", "cmyk", "spot")

#: PDF names a spot colour in a name object, which holds so many bytes.
_MAX_SPOT = 120

#: Names that PDF keeps for all plates, for none, and for the inks of a process (ISO 32000-1, 8.6.6.4).
_RESERVED = frozenset(("all", "none", "cyan", "magenta", "yellow", "black"))


def read_color(value: Any) -> Color:
    """A colour as people write it in TOML; raises InputError."""
    if isinstance(value, str):
        return parse_hex(value)
    if not isinstance(value, dict) or not isinstance(value.get("rgb"), str):
        raise InputError("color-expected")
    for key in value:
        if key not in _KEYS:
            raise InputError("color-key", key=str(key), remedy=near(str(key), _KEYS))
    return Color(parse_hex(value["rgb"]).rgb, _cmyk(value.get("cmyk")), _spot(value.get("spot")))


def _cmyk(value: Any) -> tuple[float, float, float, float] | None:
    if value is None:
        return None
    numbers = isinstance(value, list) and all(
        isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 100 for v in value
    )
    if not numbers or len(value) != 4:
        raise InputError("color-cmyk")
    c, m, y, k = value
    return (c / 100, m / 100, y / 100, k / 100)


def _spot(value: Any) -> str | None:
    if value is None:
        return None
    fits = isinstance(value, str) and value.strip() == value and value.isprintable()
    if not fits or not 0 < len(value.encode()) <= _MAX_SPOT:
        raise InputError("color-spot", value=repr(value))
    if str(value).casefold() in _RESERVED:
        raise InputError("color-spot-reserved", name=str(value))
    return str(value)


ColorField = Annotated[Color, BeforeValidator(read_color)]
