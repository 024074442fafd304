"""What grounds share: a colour, a seed, and the box in which they are plotted, mirrored and reaching into the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from placards.elements.base import Element, Reference
from placards.elements.page import Page

if TYPE_CHECKING:
    from pydantic import Field

    from placards.layout.grounds.chance import Chance
    from placards.layout.grounds.plot import Plot
    from placards.scene.items import Item
    from placards.values.geometry import Path, Point, Rect
    from placards.values.units import Length


class Plotted(Element):
    """An element that is drawn as on a sheet read from left to right, and mirrored as a whole."""

    vanishes: ClassVar[bool] = True

    def plot(self, page: Page) -> Plot | None:
        """Where it is drawn; None where others leave no room."""
        from placards.layout.grounds.plot import plotted

        box = self.drawn(page.box(self), page)
        if page.vanished(self):
            return None
        mirrored = page.setting.mirrored and self.mirror
        return plotted(box, page.reach(box), page.setting.sheet.bleed, mirrored=mirrored)

    def drawn(self, box: Rect, page: Page) -> Rect:
        """The part of its box that it takes."""
        return box


class Seeded(Plotted):
    """An element with irregularities: those of its ``seed``, or of its id where none is given."""

    seed: Annotated[int, Field(ge=0, le=4294967295)] | None = None

    @property
    def chance_seed(self) -> int:
        from placards.layout.grounds.chance import seed_of

        return seed_of(self.id) if self.seed is None else self.seed

    def chance(self) -> Chance:
        from placards.layout.grounds.chance import Chance

        return Chance(self.chance_seed)


class Ground(Plotted):
    """Figures of one colour over what is below: letters on them stand on both."""

    mottles: ClassVar[bool] = True

    fill: str = "accent"

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))

    @property
    def ground(self) -> str | None:
        return self.fill

    @property
    def steady(self) -> bool:
        """Whether its figures follow from what it says, its box and the sheet alone, and not from the job."""
        return True

    def place(self, page: Page) -> Iterator[Item]:
        """One path, or nothing where others leave no room; that nothing came of it is said."""
        from placards.layout.grounds.plot import Outline, outline_weight

        plot = self.plot(page)
        if plot is None:
            return

        def drawn() -> Outline:
            return self.surface(plot, page).outline(self.figures(plot, page))

        key = (self, plot, page.trim)
        outline = page.setting.outlines.get(key, drawn, outline_weight) if self.steady else drawn()
        if not outline.path.segments:
            if not (self.below or self.above):  # less than a figure of left-over room is no mistake
                page.warn("ground-empty", self, id=self.id)
            return
        yield self.surface(plot, page).item(outline, page.colors[self.fill])

    def figures(self, plot: Plot, page: Page) -> Path:
        """What it draws, as on a sheet that is read from left to right."""
        raise NotImplementedError

    def surface(self, plot: Plot, page: Page) -> Plot:
        """The plot at whose area's edge its figures are cut."""
        return plot


def spot(at: tuple[Length, Length], box: Rect, page: Page) -> Point:
    """A point of a box, from its start and its top, as on a sheet that is read from left to right."""
    from placards.values.geometry import Point

    return Point(box.x + at[0].points(box.width, page.shorter), box.y + at[1].points(box.height, page.shorter))
