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
    from placards.layout.grounds.tiles import Motif
    from placards.values.geometry import Path


#: What a border of its own choice is made of, by the piece of art that suits the slogan, else by the piece's theme.
_SUITS: dict[str, Motif] = {
    "work/wheat": "wheat",
    "work/bread": "wheat",
    "work/rice-bowl": "wheat",
    "climate/drop": "waves",
    "community/boat": "waves",
    "climate/sun": "triangles",
    "climate": "leaf",
    "peace": "leaf",
    "remembrance": "leaf",
    "solidarity": "chain",
    "work": "chain",
    "rights": "diamonds",
    "community": "triangles",
    "voice": "zigzag",
}


@element
class Border(Ground):
    """Tiles of a ``motif`` all around the inside of its box, ``depth`` deep: whole tiles only, with a piece of
    their own at corners. What stands inside it stands within the border, ``gap`` away. ``auto`` takes a motif that goes
    with the art that suits the slogan, or that the job asks for: leaves for climate and peace, wheat for bread, links
    for solidarity, waves for water."""

    mottles: ClassVar[bool] = False  # nothing stands on it

    type: Literal["border"]
    motif: Literal[
        "triangles",
        "zigzag",
        "diamonds",
        "checks",
        "chain",
        "leaf",
        "wheat",
        "waves",
        "stitches",
        "film",
        "dots",
        "auto",
    ] = "triangles"
    depth: ExtentField = Length(6.0, "vmin")
    gap: GapField = Length(2.0, "vmin")

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        edge = sum(length.points(min(box.size), shorter) for length in (self.depth, self.gap))
        return box.inset(edge, edge, edge, edge)

    @property
    def steady(self) -> bool:
        return self.motif != "auto"

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.layout.grounds.tiles import border

        motif = _suiting(page) if self.motif == "auto" else self.motif
        return border(plot.box, self.depth.points(min(plot.box.size), page.shorter), motif)


def _suiting(page: Page) -> Motif:
    """A motif for what the job is about."""
    content, artwork = page.setting.content, page.setting.artwork
    piece = content.art
    if not piece and artwork is not None:
        piece = artwork().suiting(content.themes, content.entries[0].slogan if content.entries else "")
    return _SUITS.get(piece) or _SUITS.get(piece.partition("/")[0], "triangles")
