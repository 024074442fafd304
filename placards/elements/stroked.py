"""What shapes and bubbles share: a fill or a gradient, and a line around."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from placards.elements.base import Reference
from placards.elements.gradient import Gradient
from placards.elements.ground import Plotted
from placards.elements.page import Page
from placards.problems.errors import InputError
from placards.values.units import Length

if TYPE_CHECKING:
    from placards.elements.fields import ExtentField
    from placards.layout.grounds.plot import Plot
    from placards.values.color import Paint, Stroke
    from placards.values.geometry import Rect


class Stroked(Plotted):
    """An area with a fill, a gradient or nothing in it, and a line around it or none. One that ``hugs`` a text that is
    drawn on it is only as high as that text's ink asks: as far from the ink as its box is from the text's slot."""

    covers: ClassVar[bool] = True

    fill: str | None = None
    gradient: Gradient | None = None
    stroke: str | None = None
    stroke_width: ExtentField = Length(0.6, "vmin")
    dash: tuple[ExtentField, ...] = ()
    hugs: str = ""

    def contradictions(self) -> None:
        super().contradictions()
        if self.fill is not None and self.gradient is not None:
            raise InputError("fill-and-gradient")
        if self.fill is None and self.gradient is None and self.stroke is None:
            raise InputError("fill-missing")
        if self.dash and self.stroke is None:
            raise InputError("dash-without-stroke")

    def refers(self) -> Iterator[Reference]:
        if self.fill is not None:
            yield Reference("color", self.fill, ("fill",))
        if self.stroke is not None:
            yield Reference("color", self.stroke, ("stroke",))
        if self.gradient is not None:
            yield from self.gradient.refers()

    @property
    def waits(self) -> bool:
        return bool(self.hugs)

    def plot(self, page: Page) -> Plot | None:
        """Where it is drawn; one that waits is not drawn before the text stands."""
        plot = super().plot(page)
        return None if self.waits and not page.standing else plot

    def drawn(self, box: Rect, page: Page) -> Rect:
        """Its box between its edges as they follow the ink of the text that it hugs; all of it until that stands."""
        if self.hugs not in {element.id for element in page.standing} or self.hugs not in page.inks:
            return box
        slot, ink = page.boxes[self.hugs], page.ink(self.hugs, self)
        hugged = box.inset(0, max(ink.y - slot.y, 0), 0, max(slot.bottom - ink.bottom, 0))
        page.inks[self.id] = hugged
        return hugged

    @property
    def ground(self) -> str | None:
        return self.fill

    @property
    def undertones(self) -> tuple[str, ...]:
        return self.gradient.colors if self.gradient is not None else super().undertones

    @property
    def hides(self) -> bool:
        return self.fill is not None or self.gradient is not None

    def paint(self, box: Rect, page: Page) -> Paint | None:
        """What fills it, in a box on the sheet; None where only its line is drawn."""
        if self.gradient is not None:
            mirrored = page.setting.mirrored and self.mirror
            return self.gradient.paint(box, page.shorter, page.colors, mirrored=mirrored)
        return page.colors[self.fill] if self.fill is not None else None

    def line(self, box: Rect, page: Page) -> Stroke | None:
        """The line around it, or None."""
        from placards.values.color import Stroke

        if self.stroke is None:
            return None
        width, *dash = (length.points(min(box.size), page.shorter) for length in (self.stroke_width, *self.dash))
        return Stroke(page.colors[self.stroke], width, join="miter", dash=tuple(dash))
