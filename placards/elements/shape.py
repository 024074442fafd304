"""The element ``shape``: an area, a rule or a sticker, filled, stroked or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference
from placards.elements.ground import Seeded
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.stroked import Stroked
from placards.problems.errors import InputError
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, LengthField
    from placards.scene.items import Item
    from placards.values.geometry import Rect

#: How deep edges, points and cuts go by themselves, of the shapes that have such a thing.
DEPTHS = {
    "torn": Length(2.5, "vmin"),
    "rough": Length(0.8, "vmin"),
    "brush": Length(9.0, "vmin"),
    "tape": Length(1.2, "vmin"),
    "scallop": Length(1.2, "vmin"),
    "ticket": Length(3.0, "vmin"),
    "burst": Length(10.0, "%"),
    "star": Length(31.0, "%"),
    "arrow": Length(60.0, "%"),
    "ring": Length(5.0, "%"),
    "ribbon": Length(60.0, "%"),
    "flag": Length(16.0, "%"),
    "cut": Length(6.0, "vmin"),
}

#: The keys that mean something for some shapes only, and for which.
_MEANT = {
    "radius": {"rect"},
    "points": {"polygon"},
    "depth": set(DEPTHS),
    "slant": {"band", "slab"},
    "count": {"burst", "star"},
    "sides": {"torn", "rough", "scallop", "tape"},
    "corners": {"cut"},
    "stub": {"ticket"},
    "edge": {"torn", "ribbon"},
    "seed": {"torn", "rough", "brush"},
}

#: How much of a box's shorter side a depth may take at most.
_MOST = {
    "arrow": 2.0,
    "ribbon": 1.5,
    "brush": 1.5,
    "torn": 0.3,
    "rough": 0.2,
    "scallop": 0.2,
    "tape": 0.3,
    "flag": 0.35,
}


@element
class Shape(Stroked, Seeded):
    """An area with a ``fill`` or a ``gradient``, a line (``stroke``, ``stroke_width``; ``dash`` = lengths of dashes and
    gaps in turn), or both. What touches the sheet's edge reaches into the bleed by itself, where the shape has an edge
    there. One of the room that others leave (``below``, ``above``) is left out where they leave none.

    ``rect`` (``radius``), ``ellipse``, ``polygon`` (``points``), ``line`` (along its box's longer side); ``band`` rises
    by ``slant`` towards its end, ``slab`` leans by it; ``cut`` has cut ``corners``; ``torn`` (``edge``: the colour of
    the fibres that show), ``rough`` and ``scallop`` edges on all or some ``sides``; a ``brush`` stroke, ``tape`` (give
    it an ``opacity``), a ``ticket`` (``stub``: how long the part to tear off is), ``burst`` and ``star`` (``count``
    points), an ``arrow`` to the end, the ``ring`` of a stamp, a ``ribbon`` (``edge``: its tails and folds), a ``flag``.
    ``depth`` is how deep teeth, tears, points and cuts are, how long a head or a tail is. What stands inside one of
    these stands in the part of its box where words have room."""

    type: Literal["shape"]
    shape: Literal[
        "rect", "ellipse", "polygon", "line", "band", "slab", "cut", "torn", "rough", "scallop", "brush", "tape",
        "ticket", "burst", "star", "arrow", "ring", "ribbon", "flag",
    ] = "rect"  # fmt: skip
    radius: GapField = Length(0.0, "pt")
    points: tuple[tuple[LengthField, LengthField], ...] = ()
    depth: ExtentField | None = None
    slant: LengthField | None = None
    count: Annotated[int, Field(ge=3, le=120)] | None = None
    sides: tuple[Literal["start", "end", "top", "bottom"], ...] = ()
    corners: tuple[Literal["top-start", "top-end", "bottom-start", "bottom-end"], ...] = ()
    stub: ExtentField | None = None
    edge: str | None = None

    def contradictions(self) -> None:
        super().contradictions()
        if (self.shape == "polygon") != bool(self.points) or 0 < len(self.points) < 3:
            raise InputError("polygon-points")
        by_itself = {field.name: field.default for field in fields(self)}
        for key, shapes in _MEANT.items():
            if self.shape not in shapes and getattr(self, key) != by_itself[key]:
                raise InputError("shape-key-unused", key=key, shape=self.shape, shapes=tuple(sorted(shapes)))
        if self.shape == "line" and self.stroke is None:
            raise InputError("line-without-stroke")

    def refers(self) -> Iterator[Reference]:
        yield from super().refers()
        if self.edge is not None:
            yield Reference("color", self.edge, ("edge",))

    @property
    def hides(self) -> bool:
        return super().hides and self.shape not in ("line", "ring")

    def deep(self, box: Rect, shorter: float) -> float:
        """Its depth in points, never more than a third of its box."""
        length = self.depth or DEPTHS.get(self.shape, Length(0.0, "pt"))
        return min(length.points(min(box.size), shorter), max(box.size) / 3, min(box.size) * _MOST.get(self.shape, 0.5))

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        from placards.elements.outlines import room

        return room(self, box, shorter, mirrored=mirrored)

    def place(self, page: Page) -> Iterator[Item]:
        """Its paths from behind to the front, or nothing where others leave no room."""
        from placards.elements.outlines import PLAIN, outlines
        from placards.scene.items import FillPath

        plot = self.plot(page)
        if plot is None:
            return
        paint, stroke = self.paint(plot.flip.box(plot.area), page), self.line(plot.box, page)
        if self.shape in PLAIN:
            parts = tuple(outlines(self, plot, page.shorter, page.trim))
        else:
            parts = page.setting.outlines.get(
                (self, plot, page.trim),
                lambda: tuple(outlines(self, plot, page.shorter, page.trim)),
                lambda made: sum([len(part.path.segments) for part in made]),
            )
        for part in parts:
            if part.behind and self.edge is not None:
                yield FillPath(part.path, page.colors[self.edge], part.spread)
            elif not part.behind or self.shape == "ribbon":
                yield FillPath(part.path, paint, part.spread, stroke)
