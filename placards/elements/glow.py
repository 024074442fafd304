"""The element ``glow``: a soft light."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.ground import Ground, spot
from placards.elements.registry import element
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, LengthField
    from placards.elements.page import Page
    from placards.layout.grounds.plot import Plot
    from placards.scene.items import Item
    from placards.values.geometry import Path

#: How light falls off, as parts of the way and of its strength: no rim is seen.
_FALL = ((0.0, 1.0), (0.1, 0.83), (0.2, 0.64), (0.35, 0.39), (0.5, 0.21), (0.65, 0.1), (0.82, 0.028), (1.0, 0.0))


@element
class Glow(Ground):
    """A soft light over what is below, as of a candle: ``strength`` (0 to 1) at ``center``, nothing at ``radius`` (a
    percentage is of the box's longer side)."""

    mottles: ClassVar[bool] = False  # letters on it are lighter still; what stands in its middle is art

    type: Literal["glow"]
    fill: str = "glow"
    center: tuple[LengthField, LengthField] = (Length(50.0, "%"), Length(50.0, "%"))
    radius: ExtentField = Length(50.0, "%")
    strength: Annotated[float, Field(gt=0, le=1)] = 0.8

    def figures(self, plot: Plot, page: Page) -> Path:
        from placards.values.geometry import Path, Rect

        center, radius = spot(self.center, plot.box, page), self._radius(plot, page)
        disc = Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)
        lit = disc.intersection(plot.area)
        return Path.rect(lit) if lit is not None else Path(())

    def _radius(self, plot: Plot, page: Page) -> float:
        return self.radius.points(max(plot.box.size), page.shorter)

    def place(self, page: Page) -> Iterator[Item]:
        """One path in a paint that lets through what is below."""
        from dataclasses import replace

        from placards.scene.items import FillPath
        from placards.values.color import RadialGradient, Stop

        for item in super().place(page):
            plot = self.plot(page)
            if plot is None or not isinstance(item, FillPath):
                continue
            color = page.colors[self.fill]
            stops = tuple(Stop(at, color, round(part * self.strength, 4)) for at, part in _FALL)
            center = plot.flip.point(*spot(self.center, plot.box, page))
            yield replace(item, paint=RadialGradient(center, self._radius(plot, page), stops))
