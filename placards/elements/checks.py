"""The element ``checks``: a chequered field or strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from placards.elements.ground import Ground
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from placards.elements.fields import ExtentField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.values.geometry import Path


@element
class Checks(Ground):
    """Every other cell of a grid over what is below. Cells are whole, about ``cell`` wide and as square as the box
    allows."""

    type: Literal["checks"]
    cell: ExtentField = Length(6.0, "vmin")

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.stripes import checks

        return checks(plot.box, plot.area, self.cell.points(min(plot.box.size), page.shorter))
