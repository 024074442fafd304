"""The element ``border``: small tiles all around a box."""

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
class Border(Ground):
    """Tiles of a ``motif`` all around the inside of its box, ``depth`` deep: whole tiles only, with a piece of
    their own at corners. What stands inside it stands within the border, ``gap`` away."""

    mottles: ClassVar[bool] = False  # nothing stands on it

    type: Literal["border"]
    motif: Literal[
        "triangles", "zigzag", "diamonds", "checks", "chain", "leaf", "wheat", "waves", "stitches", "film", "dots"
    ] = "triangles"
    depth: ExtentField = Length(6.0, "vmin")
    gap: GapField = Length(2.0, "vmin")

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        edge = sum(length.points(min(box.size), shorter) for length in (self.depth, self.gap))
        return box.inset(edge, edge, edge, edge)

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.tiles import border

        return border(plot.box, self.depth.points(min(plot.box.size), page.shorter), self.motif)
