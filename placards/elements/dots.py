"""The element ``dots``: dots, squares or diamonds of one size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

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
class Dots(Ground, Seeded):
    """Marks of one size on a grid, ``pitch`` apart and ``share`` of it wide, over what is below; ``jitter`` (0 to 1)
    moves them at random. ``edge = "whole"`` leaves out what the box would cut."""

    type: Literal["dots"]
    mark: Literal["dot", "square", "diamond"] = "dot"
    pitch: ExtentField = Length(6.0, "vmin")
    share: Annotated[float, Field(gt=0, le=1)] = 0.45
    angle: Annotated[float, Field(ge=-180, le=180)] = 45.0
    jitter: Annotated[float, Field(ge=0, le=1)] = 0.0
    edge: Literal["cut", "whole"] = "cut"

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.dots import Grid, dots

        grid = Grid(self.pitch.points(min(plot.box.size), page.shorter), self.angle, self.jitter)
        return dots(plot.area, grid, self.mark, self.share, plot.box if self.edge == "whole" else None, self.chance())
