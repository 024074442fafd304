"""The element ``shape``: a filled area, a rectangle, an ellipse or a polygon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import model_validator

from placards.elements.base import Element, Reference
from placards.elements.fields import GapField, LengthField
from placards.elements.page import Page
from placards.elements.registry import element
from placards.problems.errors import InputError
from placards.scene.items import FillPath
from placards.values.geometry import Path, Point, Rect
from placards.values.units import Length

#: How near to the trim's edge a corner counts as on it, in points.
_TOUCHES = 0.01


@element
class Shape(Element):
    """A filled area. A rectangle or a polygon that touches the sheet's edge reaches into the bleed by itself. One of
    the room that others leave (``below``, ``above``) is left out where they leave none."""

    vanishes: ClassVar[bool] = True
    covers: ClassVar[bool] = True

    type: Literal["shape"]
    fill: str
    shape: Literal["rect", "ellipse", "polygon"] = "rect"
    radius: GapField = Length(0.0, "pt")
    points: tuple[tuple[LengthField, LengthField], ...] = ()

    @model_validator(mode="after")
    def _polygon_has_points(self) -> Shape:
        if (self.shape == "polygon") != bool(self.points) or 0 < len(self.points) < 3:
            raise InputError("polygon-points")
        return self

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))

    @property
    def ground(self) -> str | None:
        return self.fill

    def place(self, page: Page) -> Iterator[FillPath]:
        """One path, or nothing where others leave no room."""
        box = page.box(self)
        if page.vanished(self):
            return
        paint, bleed = page.colors[self.fill], page.setting.sheet.bleed
        radius = self.radius.points(min(box.size), page.shorter)
        if self.shape == "polygon":
            yield FillPath(Path.polygon(self._corners(box, page)), paint, bleed)
        elif self.shape == "ellipse":
            yield FillPath(Path.ellipse(box), paint)
        elif radius > 0:
            yield FillPath(Path.rounded_rect(box, radius), paint)
        else:
            yield FillPath(Path.rect(page.reach(box)), paint, bleed)

    def _corners(self, box: Rect, page: Page) -> list[Point]:
        points = [(x.points(box.width, page.shorter), y.points(box.height, page.shorter)) for x, y in self.points]
        if page.setting.mirrored and self.mirror:
            points = [(box.width - x, y) for x, y in points]
        return [push_out(Point(box.x + x, box.y + y), page.trim, page.setting.sheet.bleed) for x, y in points]


def push_out(corner: Point, trim: Rect, bleed: float) -> Point:
    """A corner on the trim's edge, moved to the bleed's edge."""
    x, y = corner
    x = x - bleed if x <= trim.x + _TOUCHES else x + bleed if x >= trim.right - _TOUCHES else x
    y = y - bleed if y <= trim.y + _TOUCHES else y + bleed if y >= trim.bottom - _TOUCHES else y
    return Point(x, y)
