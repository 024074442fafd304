"""The element ``rays``: beams from a horizon, a corner or a lamp."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.ground import Ground, Seeded, spot
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import GapField, LengthField
    from placards.elements.looking import Look
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item
    from placards.values.color import Color
    from placards.values.geometry import Path

#: Parts of the way, and how far a ray has come or gone there.
_STEP = ((0.0, 0.0), (0.15, 0.06), (0.3, 0.22), (0.5, 0.5), (0.7, 0.78), (0.85, 0.94), (1.0, 1.0))


@element
class Rays(Ground, Seeded):
    """Beams from a point, over what is below: two related tints, from a horizon or a corner. Red beams on white are the
    Rising Sun flag, which hurts many people in Asia: a check says so. ``center`` is counted from the box's start and
    top and may lie outside; ``first`` is where the first of ``count`` points, in degrees clockwise (0 = along the line,
    -90 = up); ``share`` is the part of the circle that they cover; ``twist`` bends them by degrees; ``irregular`` (0 to
    1) makes them unequal; ``hole`` leaves a disc free. ``fade`` lets them go ``out`` at their ends, or ``in`` at the
    centre."""

    type: Literal["rays"]
    center: tuple[LengthField, LengthField] = (Length(50.0, "%"), Length(60.0, "%"))
    count: Annotated[int, Field(ge=2, le=120)] = 18
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    first: Annotated[float, Field(ge=-360, le=360)] = -90.0
    twist: Annotated[float, Field(ge=-180, le=180)] = 0.0
    irregular: Annotated[float, Field(ge=0, le=1)] = 0.0
    hole: GapField = Length(0.0, "pt")
    fade: Literal["none", "out", "in"] = "none"

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.rays import Rays as How
        from placards.layout.grounds.rays import rays

        hole = self.hole.points(min(plot.box.size), page.shorter)
        how = How(self.count, self.share, self.first, self.twist, self.irregular, hole)
        return rays(plot.area, spot(self.center, plot.box, page), how, self.chance())

    def place(self, page: Page) -> Iterator[Item]:
        """One path, in a paint that fades where that is asked for."""
        from placards.layout.grounds.rays import farthest
        from placards.scene.items import FillPath
        from placards.values.color import RadialGradient, Stop

        for item in super().place(page):
            plot = self.plot(page)
            if self.fade == "none" or plot is None or not isinstance(item, FillPath):
                yield item
                continue
            center = spot(self.center, plot.box, page)
            color = page.colors[self.fill]
            # A smooth step: where straight ramps meet, a rim would be seen.
            stops = tuple(Stop(at, color, part if self.fade == "in" else 1 - part) for at, part in _STEP)
            reach = farthest(plot.area, center) * 0.9
            yield replace(item, paint=RadialGradient(plot.flip.point(*center), reach, stops))

    def check(self, look: Look) -> Iterator[Diagnostic]:
        for palette, colors in look.palettes.items():
            below = look.grounds(self, colors) or ()
            if self.count >= 6 and _red(colors[self.fill]) and any(color.luminance > 0.75 for _, color in below):
                yield look.diagnostic("rays-like-flag", self, ("fill",), palette=palette)
                return


def _red(color: Color) -> bool:
    red, green, blue = color.rgb
    return red > 0.55 and green < 0.45 * red and blue < 0.45 * red
