"""A paint that a renderer cannot draw becomes an error with its name: nothing is left out in silence."""

from __future__ import annotations

from typing import assert_never

from placards.problems.errors import InputError
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient


def plain_color(paint: Paint, kind: str) -> Color:
    """The paint, if it is a colour; raises InputError for what files of *kind* (PDF, SVG) cannot be written with."""
    match paint:
        case Color():
            return paint
        case LinearGradient():
            raise InputError("render-gradient-linear", kind=kind)
        case RadialGradient():
            raise InputError("render-gradient-radial", kind=kind)
        case Pattern():
            raise InputError("render-pattern", kind=kind)
        case _:
            assert_never(paint)
