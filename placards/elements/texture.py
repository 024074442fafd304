"""The element ``texture``: the wear of a print, laid over what it wears."""

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
class Texture(Ground, Seeded):
    """Places where ink did not take: write it after the letters and the art that it wears, in the ground's colour.
    ``style`` is ``letterpress`` (specks in clouds, a few hairs) or ``woodcut`` (gouges at ``angle``); ``wear`` says how
    much, 0 to 1, ``size`` how coarse."""

    mottles: ClassVar[bool] = False

    type: Literal["texture"]
    fill: str = "paper"
    style: Literal["letterpress", "woodcut"] = "letterpress"
    wear: Annotated[float, Field(gt=0, le=1)] = 0.4
    size: ExtentField = Length(0.7, "vmin")
    angle: Annotated[float, Field(ge=-180, le=180)] = 0.0

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.chance import Clouds
        from placards.layout.grounds.specks import letterpress, woodcut

        size, clouds = self.size.points(min(plot.box.size), page.shorter), Clouds(self.chance_seed)
        if self.style == "letterpress":
            return letterpress(plot.area, size, self.wear, self.chance(), clouds)
        return woodcut(plot.area, size, self.wear, self.angle, self.chance(), clouds)
