"""The table ``gradient`` of a shape or a text: colours of the palette that run into each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference
from placards.elements.part import Part
from placards.problems.errors import InputError
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import LengthField
    from placards.values.color import Color, LinearGradient, RadialGradient
    from placards.values.geometry import Rect


class Gradient(Part):
    """Colours that run into each other, evenly or each ``at`` its part of the way, and where given each with its own
    ``opacity``. A linear one runs at ``angle`` degrees (0 = along the line, 90 = down), mirrored with the sheet; a
    radial one from ``center`` (from the start and the top) to the farthest corner."""

    type: Literal["linear", "radial"] = "linear"
    colors: Annotated[tuple[str, ...], Field(min_length=2, max_length=12)]
    at: tuple[Annotated[float, Field(ge=0, le=1)], ...] = ()
    opacity: tuple[Annotated[float, Field(ge=0, le=1)], ...] = ()
    angle: Annotated[float, Field(ge=-360, le=360)] = 90.0
    center: tuple[LengthField, LengthField] = (Length(50.0, "%"), Length(50.0, "%"))

    def contradictions(self) -> None:
        for name in ("at", "opacity"):
            given = getattr(self, name)
            if given and len(given) != len(self.colors):
                raise InputError("gradient-count", name=name, count=len(self.colors))
        if list(self.at) != sorted(self.at):
            raise InputError("gradient-order")

    def refers(self) -> Iterator[Reference]:
        yield from (Reference("color", name, ("gradient", "colors", number)) for number, name in enumerate(self.colors))

    def paint(
        self, box: Rect, shorter: float, colors: Mapping[str, Color], *, mirrored: bool
    ) -> LinearGradient | RadialGradient:
        """The paint of a box on the sheet."""
        from placards.values.color import LinearGradient, RadialGradient, Stop
        from placards.values.geometry import Point

        last = len(self.colors) - 1
        places = self.at or tuple(i / last for i in range(last + 1))
        opacities = self.opacity or (1.0,) * (last + 1)
        stops = tuple(
            Stop(at, colors[name], opacity) for at, name, opacity in zip(places, self.colors, opacities, strict=True)
        )
        x, y = self.center[0].points(box.width, shorter), self.center[1].points(box.height, shorter)
        if self.type == "radial":
            center = Point(box.right - x if mirrored else box.x + x, box.y + y)
            radius = max(hypot(cx - center.x, cy - center.y) for cx in (box.x, box.right) for cy in (box.y, box.bottom))
            return RadialGradient(center, radius, stops)
        dx, dy = cos(radians(self.angle)) * (-1 if mirrored else 1), sin(radians(self.angle))
        reach = (abs(dx) * box.width + abs(dy) * box.height) / 2
        mx, my = box.x + box.width / 2, box.y + box.height / 2
        return LinearGradient(Point(mx - dx * reach, my - dy * reach), Point(mx + dx * reach, my + dy * reach), stops)
