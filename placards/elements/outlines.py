"""A shape's keys and its box become its outlines on the sheet, and the room for words in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from placards.elements.shape import Shape
    from placards.layout.grounds.plot import Plot

#: How near to the trim's edge a corner counts as on it, in points.
_TOUCHES = 0.01

#: The sides that a shape works on, where it is not said.
_SIDES: dict[str, tuple[str, ...]] = {"tape": ("start", "end")}
#: Shapes that are drawn as soon as said, and that leave all of their box to words.
PLAIN = frozenset({"rect", "ellipse", "polygon", "line"})

_EVERY_SIDE = ("start", "end", "top", "bottom")
_EVERY_CORNER = ("top-start", "top-end", "bottom-start", "bottom-end")


@dataclass(frozen=True, slots=True)
class Outline:
    """One path on the sheet; what is *behind* is drawn in the edge's colour. *spread*: how far it reaches past it."""

    path: Path
    spread: float = 0.0
    behind: bool = False


def outlines(shape: Shape, plot: Plot, shorter: float, trim: Rect) -> Iterator[Outline]:
    """From behind to the front."""
    box, area, bleed = plot.box, plot.area, plot.bleed
    match shape.shape:
        case "rect":
            radius = shape.radius.points(min(box.size), shorter)
            path = Path.rounded_rect(box, radius) if radius > 0 else Path.rect(area)
            yield Outline(_plain(plot, path), 0.0 if radius > 0 else bleed)
        case "ellipse":
            yield Outline(_plain(plot, Path.ellipse(box)))
        case "polygon":
            points = [(x.points(box.width, shorter), y.points(box.height, shorter)) for x, y in shape.points]
            there = [plot.flip.point(box.x + x, box.y + y) for x, y in points]
            yield Outline(Path.polygon([push_out(point, trim, bleed) for point in there]), bleed)
        case "line":
            yield Outline(plot.path(_rule(box, area)), bleed)
        case _:
            yield from _figures(shape, plot, shorter)


def _figures(shape: Shape, plot: Plot, shorter: float) -> Iterator[Outline]:
    """The outlines of the shapes that need more than their box to be drawn."""
    from placards.layout.grounds import paper, stickers  # most sheets have plain shapes alone

    box, area, bleed, chance = plot.box, plot.area, plot.bleed, shape.chance()
    deep = shape.deep(box, shorter)
    sides = set(shape.sides or _SIDES.get(shape.shape, _EVERY_SIDE))
    # An edge that lies on the sheet's own is not seen: it runs straight into the bleed.
    reached = {name for name, out in zip(_PLACES, _out(box, area), strict=True) if out}
    edges = {_PLACES_OF[side] for side in sides} - reached
    match shape.shape:
        case "band":
            yield Outline(plot.path(stickers.band(box, area, _slant(shape, box, shorter))), bleed)
        case "slab":
            yield Outline(plot.path(stickers.slab(box, area, _slant(shape, box, shorter))), bleed)
        case "cut":
            which = {name.replace("start", "left").replace("end", "right") for name in shape.corners or _EVERY_CORNER}
            yield Outline(plot.path(stickers.cut_corners(box, area, deep, which)), bleed)
        case "torn":
            if shape.edge is not None:  # fibres: the paper's lower layer tears further out
                yield Outline(plot.path(paper.torn(area, deep * 0.7, edges, chance)), bleed, behind=True)
                inner = _inset(area, dict.fromkeys(edges, deep * 0.4))
                yield Outline(plot.path(paper.torn(inner, deep * 0.68, edges, chance)), bleed)
            else:
                yield Outline(plot.path(paper.torn(area, deep, edges, chance)), bleed)
        case "rough":
            yield Outline(plot.path(paper.rough(area, deep, edges, chance)), bleed)
        case "scallop":
            yield Outline(plot.path(paper.scalloped(area, deep, edges)), bleed)
        case "tape":
            yield Outline(plot.path(paper.zigzag(area, deep, edges)), bleed)
        case "brush":
            yield Outline(plot.path(paper.brush(box, deep, chance)))
        case "ticket":
            hole = min(deep * 0.45, box.height / 12)
            yield Outline(plot.path(paper.ticket(box, deep, _stub(shape, box, shorter), hole)))
        case "burst":
            yield Outline(plot.path(stickers.burst(box, shape.count or stickers.evenly(box), deep)))
        case "star":
            yield Outline(plot.path(stickers.star(box, shape.count or 5, deep)))
        case "arrow":
            yield Outline(plot.path(stickers.arrow(box, deep)))
        case "ring":
            yield Outline(plot.path(stickers.ring(box, deep)))
        case "ribbon":
            tails, folds, face = stickers.ribbon(box, deep)
            yield Outline(plot.path(tails), behind=True)
            yield Outline(plot.path(folds), behind=True)
            yield Outline(plot.path(face))
        case "flag":
            yield Outline(plot.path(stickers.flag(box, deep)))


def room(shape: Shape, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
    """The part of a shape's box on the sheet where words have room."""
    if not mirrored and shape.shape in PLAIN:
        return Rect(box.x, box.y, box.right - box.x, box.bottom - box.y)
    flip = Matrix(-1, 0, 0, 1, box.x + box.right, 0) if mirrored else IDENTITY
    return flip.box(_room(shape, box, shorter))


def _room(shape: Shape, box: Rect, shorter: float) -> Rect:
    from placards.layout.grounds import stickers

    deep = shape.deep(box, shorter)
    match shape.shape:
        case "torn" | "rough" | "scallop" | "tape":
            sides = shape.sides or _SIDES.get(shape.shape, _EVERY_SIDE)
            return _inset(box, {_PLACES_OF[side]: deep for side in sides})
        case "brush":
            return box.inset(deep * 0.6, 0, deep, 0)
        case "ticket":
            return box.inset(0, 0, _stub(shape, box, shorter), 0)
        case "burst":
            return stickers.in_ellipse(box.inset(deep, deep, deep, deep))
        case "star":
            return stickers.in_star(box, deep)
        case "cut":
            return box.inset(deep / 2, 0, deep / 2, 0)
        case "ring":
            return stickers.in_ellipse(box.inset(deep * 2, deep * 2, deep * 2, deep * 2))
        case "arrow":
            return box.inset(0, box.height * 0.2, deep * 0.5, box.height * 0.2)
        case "ribbon":
            return stickers.ribbon_face(box, deep)
        case "flag":
            return box.inset(0, deep, 0, deep)
        case "band":
            rise = abs(_slant(shape, box, shorter))
            return box.inset(0, rise, 0, rise)
        case "slab":
            lean = abs(_slant(shape, box, shorter))
            return box.inset(lean, 0, lean, 0)
        case _:
            return box


_PLACES = ("left", "top", "right", "bottom")
_PLACES_OF = {"start": "left", "end": "right", "top": "top", "bottom": "bottom"}


def _plain(plot: Plot, path: Path) -> Path:
    """An exact outline on the sheet: one that has no coordinates but those of its box."""
    if plot.flip == IDENTITY:
        return path
    return path.transformed(plot.flip)


def _rule(box: Rect, area: Rect) -> Path:
    """A line through the middle of a box, along its longer side."""
    if box.width >= box.height:
        y = box.y + box.height / 2
        return Path((("M", area.x, y), ("L", area.right, y)))
    x = box.x + box.width / 2
    return Path((("M", x, area.y), ("L", x, area.bottom)))


def _slant(shape: Shape, box: Rect, shorter: float) -> float:
    """How far a band rises or a slab leans, and never more than leaves half of it."""
    most = box.width / 2 if shape.shape == "slab" else box.height / 2
    slant = (shape.slant or Length(25.0, "%")).points(box.height, shorter)
    return min(max(slant, -most), most)


def _stub(shape: Shape, box: Rect, shorter: float) -> float:
    return min((shape.stub or Length(28.0, "%")).points(box.width, shorter), box.width * 0.7)


def _out(box: Rect, area: Rect) -> tuple[bool, bool, bool, bool]:
    less = box.inset(-_TOUCHES, -_TOUCHES, -_TOUCHES, -_TOUCHES)
    return area.x < less.x, area.y < less.y, area.right > less.right, area.bottom > less.bottom


def _inset(box: Rect, by: dict[str, float]) -> Rect:
    return box.inset(*(by.get(place, 0.0) for place in _PLACES))


def push_out(corner: Point, trim: Rect, bleed: float) -> Point:
    """A corner on the trim's edge, moved to the bleed's edge."""
    x, y = corner
    x = x - bleed if x <= trim.x + _TOUCHES else x + bleed if x >= trim.right - _TOUCHES else x
    y = y - bleed if y <= trim.y + _TOUCHES else y + bleed if y >= trim.bottom - _TOUCHES else y
    return Point(x, y)
