"""The element ``image``: a picture file beside the layout, whole in its box or covering all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from placards.elements.base import Element, Reference
from placards.elements.page import Page
from placards.elements.registry import element
from placards.layout.pictures import is_vectors
from placards.problems.errors import InputError
from placards.values.geometry import Matrix, Path, Rect, Size
from placards.values.units import POINTS_PER_INCH

if TYPE_CHECKING:
    from placards.elements.looking import Look
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item

#: Fewer pixels an inch are seen as blocks, at arm's length and on a banner.
MIN_PPI = 100.0
MIN_BANNER_PPI = 40.0


@element
class Image(Element):
    """A picture file beside the layout: PNG, JPEG, WebP, or SVG, which stays vectors. With ``fit = "cover"`` it fills
    its box, and the bleed where the box touches the sheet's edge; what is too much is cut off. Its box mirrors like
    every other, its pixels only with ``mirror_art = true``: a hand that points along the line may turn round, a face
    and a flag may not."""

    covers: ClassVar[bool] = True

    type: Literal["image"]
    file: str
    fit: Literal["contain", "cover"] = "contain"
    alt: str = ""
    mirror_art: bool = False

    @property
    def stays_whole(self) -> bool:
        return self.fit == "contain"

    def refers(self) -> Iterator[Reference]:
        yield Reference("art", self.file, ("file",))

    def place(self, page: Page) -> Iterator[Item]:
        """The picture, clipped where it covers its box."""
        from placards.scene.items import Group, Picture

        box = page.box(self)
        area = page.reach(box) if self.fit == "cover" else box
        data, place = page.setting.art(self.file)
        if self.file.lower().endswith(".svg") or is_vectors(data):  # what a file is counts, not what it is called
            yield self._vectors(page, area)
            return
        picture = page.setting.load_picture(data, place)
        for note in picture.notes:
            page.setting.report(note)
        drawn: Item = Picture(picture.data, self.target(area, picture.pixels), self.alt)
        if self.mirror_art and page.setting.mirrored:
            drawn = Group((drawn,), Matrix(-1.0, 0.0, 0.0, 1.0, 2 * area.x + area.width, 0.0))
        yield Group((drawn,), clip=Path.rect(area)) if self.fit == "cover" else drawn

    def _vectors(self, page: Page, area: Rect) -> Item:
        """An SVG file with the colours that it has."""
        from placards.art.drawing import drawing_items

        if page.setting.artwork is None:
            raise InputError("art-nowhere", place=page.setting.file)
        drawing = page.setting.artwork().drawing(*page.setting.art(self.file))
        for note in drawing.notes:
            page.setting.report(note)
        flip = self.mirror_art and page.setting.mirrored
        return replace(drawing_items(drawing, area, fit=self.fit, flip=flip), alt=self.alt)

    def target(self, area: Rect, pixels: Size) -> Rect:
        """Where all of the picture would lie: in the middle of an area, as large as it fits or as covers it."""
        scale_x, scale_y = area.width / pixels.width, area.height / pixels.height
        scale = min(scale_x, scale_y) if self.fit == "contain" else max(scale_x, scale_y)
        width, height = pixels.width * scale, pixels.height * scale
        return Rect(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """A picture with too few pixels for its place on a printed sheet."""
        picture, box = look.picture(self.file), look.boxes[self.id]
        if picture is None or look.sheet.kind == "screen" or min(box.size) <= 0:
            return
        target = self.target(box, picture.pixels)
        ppi = picture.pixels.width / target.width * POINTS_PER_INCH
        if ppi < (MIN_BANNER_PPI if look.sheet.kind == "banner" else MIN_PPI):
            yield look.diagnostic("picture-coarse", self, ("file",), file=self.file, ppi=ppi, size=look.sheet.name)
