"""The element ``spray``: what a spray can leaves around a stencil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.ground import Ground, Seeded
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.values.geometry import Path


@element
class Spray(Ground, Seeded):
    """Fine dots on both sides of its box's edge, thinning out to ``reach`` outside it: around a stencilled plate.
    ``size`` is that of the largest; ``density`` how thick they lie, 0 to 1."""

    mottles: ClassVar[bool] = False

    type: Literal["spray"]
    reach: ExtentField = Length(9.0, "vmin")
    size: ExtentField = Length(1.0, "vmin")
    density: Annotated[float, Field(gt=0, le=1)] = 0.5

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.specks import spray

        reach, size = (length.points(min(plot.box.size), page.shorter) for length in (self.reach, self.size))
        return spray(plot.box, reach, size, self.density, self.chance())

    def surface(self, plot: Plot, page: Page) -> Plot:
        """It passes its box: it is cut at the sheet's bleed alone."""
        from dataclasses import replace

        bleed = page.setting.sheet.bleed
        return replace(plot, area=plot.flip.box(page.trim.inset(-bleed, -bleed, -bleed, -bleed)))
