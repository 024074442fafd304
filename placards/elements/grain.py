"""The element ``grain``: fine specks, as of recycled paper or a photocopy."""

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
class Grain(Ground, Seeded):
    """Irregular specks over what is below, most of them small, the largest ``size`` across; ``density`` is the part of
    the area that they cover. Too fine to count for the contrast of letters."""

    mottles: ClassVar[bool] = False

    type: Literal["grain"]
    size: ExtentField = Length(0.8, "vmin")
    density: Annotated[float, Field(gt=0, le=0.2)] = 0.02

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.specks import grain

        return grain(plot.area, self.size.points(min(plot.box.size), page.shorter), self.density, self.chance())
