"""The element ``stripes``: stripes at any angle, hazard tape among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.ground import Ground
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.values.geometry import Path


@element
class Stripes(Ground):
    """Stripes over what is below, ``pitch`` from one to the next, of which ``share`` is coloured. ``angle`` is in
    degrees, as they run: 0 along the line, 90 upright, -45 as on hazard tape. Along the longer side their number is
    whole: the pitch gives way a little."""

    type: Literal["stripes"]
    pitch: ExtentField = Length(8.0, "vmin")
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    angle: Annotated[float, Field(ge=-180, le=180)] = -45.0

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.stripes import stripes

        pitch = self.pitch.points(min(plot.box.size), page.shorter)
        return stripes(plot.box, plot.area, pitch, self.angle, self.share)
