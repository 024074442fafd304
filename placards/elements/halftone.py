"""The element ``halftone``: a screen of dots that grow and shrink, as in print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.ground import Ground, spot
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, LengthField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.values.geometry import Path


@element
class Halftone(Ground):
    """A screen of marks over what is below, darkest at one end. ``falls = "line"``: they shrink at ``toward`` degrees
    (0 = along the line, 90 = down); ``"point"``: away from ``center``, until ``radius``. ``darkest`` and ``lightest``
    are the tones at both ends, 0 to 1; above 0.8 dots flow together. ``mark`` ``line`` is a line that swells.
    ``pitch`` and ``angle`` are those of the screen, ``edge = "whole"`` leaves out what the box would cut."""

    type: Literal["halftone"]
    mark: Literal["dot", "square", "diamond", "line"] = "dot"
    pitch: ExtentField = Length(2.2, "vmin")
    angle: Annotated[float, Field(ge=-180, le=180)] = 45.0
    falls: Literal["line", "point"] = "line"
    toward: Annotated[float, Field(ge=-360, le=360)] = -90.0
    center: tuple[LengthField, LengthField] = (Length(50.0, "%"), Length(50.0, "%"))
    radius: ExtentField = Length(60.0, "%")
    darkest: Annotated[float, Field(gt=0, le=1)] = 1.0
    lightest: Annotated[float, Field(ge=0, le=1)] = 0.0
    edge: Literal["cut", "whole"] = "cut"

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.dots import Grid, fading, falling, halftone

        box = plot.box
        if self.falls == "line":
            way = falling(plot.area, self.toward)
        else:
            way = fading(spot(self.center, box, page), self.radius.points(max(box.size), page.shorter))

        def tone(x: float, y: float) -> float:
            return self.lightest + (self.darkest - self.lightest) * min(max(way(x, y), 0.0), 1.0)

        grid = Grid(self.pitch.points(min(box.size), page.shorter), self.angle)
        return halftone(plot.area, grid, self.mark, tone, box if self.edge == "whole" else None)
