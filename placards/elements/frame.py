"""The element ``frame``: printer's rules all around a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from placards.elements.ground import Ground
from placards.elements.registry import element
from placards.values.geometry import Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from placards.elements.fields import ExtentField, GapField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.values.geometry import Path


@element
class Frame(Ground):
    """Rules all around the inside of its box, together ``line`` wide: ``style`` says which. ``corner`` is how they
    turn, ``corner_size`` how large that is. What stands inside it stands within the rules, ``gap`` away."""

    mottles: ClassVar[bool] = False  # nothing stands on it

    type: Literal["frame"]
    fill: str = "ink"
    style: Literal["single", "double", "triple", "thick-thin", "thin-thick"] = "thick-thin"
    line: ExtentField = Length(2.0, "vmin")
    corner: Literal["square", "round", "scooped", "stepped"] = "square"
    corner_size: ExtentField = Length(5.0, "vmin")
    gap: GapField = Length(2.0, "vmin")

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        edge = sum(length.points(min(box.size), shorter) for length in (self.line, self.gap))
        return box.inset(edge, edge, edge, edge)

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.rules import frame

        line, size = (length.points(min(plot.box.size), page.shorter) for length in (self.line, self.corner_size))
        return frame(plot.box, line, self.style, self.corner, size)
