"""The element ``bubble``: a speech bubble whose tail shows who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.ground import spot
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.stroked import Stroked
from placards.problems.errors import InputError
from placards.values.geometry import Point, Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, LengthField
    from placards.scene.items import Item


@element
class Bubble(Stroked):
    """A speech bubble: its ``body`` fills its box, and the tail reaches out of it to the point ``tail``, counted from
    the box's start and top. ``tail_width`` is where it leaves the body, ``bend`` (-1 to 1) curves it. Fill, gradient
    and line as of a shape. What stands inside stands in the part of the body where words have room."""

    type: Literal["bubble"]
    body: Literal["round", "oval", "box", "cloud", "burst"] = "round"
    radius: GapField = Length(6.0, "vmin")
    tail: tuple[LengthField, LengthField] | None = (Length(25.0, "%"), Length(125.0, "%"))
    tail_width: ExtentField = Length(14.0, "vmin")
    bend: Annotated[float, Field(ge=-1, le=1)] = 0.12

    def contradictions(self) -> None:
        super().contradictions()
        if self.tail is not None and all(_inside(length) for length in self.tail):
            raise InputError("tail-inside")

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        from placards.layout.grounds.bubbles import room

        return room(box, self.body, self.radius.points(min(box.size), shorter))

    def place(self, page: Page) -> Iterator[Item]:
        """One path, or nothing where others leave no room."""
        from placards.layout.grounds.bubbles import bubble
        from placards.scene.items import FillPath

        plot = self.plot(page)
        if plot is None:
            return
        box = plot.box
        tip = self._tip(plot.flip.box(page.boxes[self.id]), box, page) if self.tail is not None else None
        radius, width = (length.points(min(box.size), page.shorter) for length in (self.radius, self.tail_width))
        path = bubble(box, self.body, radius, tip, width, self.bend)
        yield FillPath(plot.path(path), self.paint(plot.flip.box(box), page), 0.0, self.line(box, page))

    def _tip(self, whole: Rect, box: Rect, page: Page) -> Point:
        """Where the tail ends: one that hugs a text keeps the tail's length."""
        assert self.tail is not None
        tip = spot(self.tail, whole, page)
        if tip.y >= whole.bottom:
            return Point(tip.x, tip.y + box.bottom - whole.bottom)
        return Point(tip.x, tip.y + box.y - whole.y) if tip.y <= whole.y else tip


def _inside(length: Length) -> bool:
    return length.unit == "%" and 5 <= length.value <= 95
