"""A paint becomes a colour where it is one; the others have renderers of their own, which most sheets never import."""

from __future__ import annotations

from typing import TypeGuard, assert_never

from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient


def is_plain(paint: Paint) -> TypeGuard[Color]:
    """Whether a paint is one colour; raises AssertionError for what is no paint: nothing is left out."""
    match paint:
        case Color():
            return True
        case LinearGradient() | RadialGradient() | Pattern():
            return False
        case _:
            assert_never(paint)
