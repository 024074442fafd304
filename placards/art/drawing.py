"""A Drawing is vector art ready for a sheet: Scene items in its own points, put into a box of the sheet, recoloured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, assert_never

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic
from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.values.color import BLACK, Color, LinearGradient, Paint, Pattern, RadialGradient, parse_hex
from placards.values.geometry import Matrix, Path, Rect, Size

#: What "currentColor" becomes while a file is read; nobody draws with it.
CURRENT = parse_hex("#fe01fd")

#: The name of that colour in a table of colours.
CURRENT_NAME = "currentColor"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Vector art. Its items lie between 0, 0 and *size*, in units of its own."""

    size: Size
    items: tuple[Item, ...]
    clipped: bool = True  # whether what reaches past its size is cut off, as SVG wants it
    notes: tuple[Diagnostic, ...] = ()  # what of the file is drawn otherwise than it says

    @property
    def colors(self) -> tuple[Color, ...]:
        """Its colours, each once, in drawing order."""
        found: dict[Color, None] = {}

        def note(color: Color) -> Color:
            found[color] = None
            return color

        for item in self.items:
            _recolored(item, note)
        return tuple(found)


Fit = Literal["contain", "cover"]
Align = Literal["start", "center", "end"]
Valign = Literal["top", "middle", "bottom"]

_SHARES = {"start": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "end": 1.0, "bottom": 1.0}


def drawing_items(
    drawing: Drawing,
    box: Rect,
    *,
    fit: Fit = "contain",
    align: Align = "center",
    valign: Valign = "middle",
    flip: bool = False,
    recolor: Mapping[Color, Color] | None = None,
) -> Group:
    """The drawing in a box of the sheet, as one item. *flip* mirrors it where it stands; *align* counts from the left.
    With ``fit="cover"`` it fills the box, and what is too much is cut off. *recolor* says which of its colours become
    which; `CURRENT` stands for ``currentColor``, black where nothing is said of it."""
    target = target_of(drawing.size, box, fit, align, valign)
    scale = target.width / drawing.size.width
    matrix = Matrix(scale, 0.0, 0.0, scale, target.x, target.y)
    if flip:
        matrix = matrix.then(Matrix(-1.0, 0.0, 0.0, 1.0, 2 * target.x + target.width, 0.0))
    items = recolored_items(drawing.items, {CURRENT: BLACK, **(recolor or {})})
    clip = Path.rect(Rect(0.0, 0.0, *drawing.size)) if drawing.clipped else None
    drawn = Group(items, matrix, clip)
    return Group((drawn,), clip=Path.rect(box)) if fit == "cover" else drawn


def target_of(size: Size, box: Rect, fit: Fit, align: Align, valign: Valign) -> Rect:
    """Where all of a drawing lies: as large as it fits into a box, or as covers it."""
    scales = box.width / size.width, box.height / size.height
    scale = max(scales) if fit == "cover" else min(scales)
    width, height = size.width * scale, size.height * scale
    x, y = box.x + (box.width - width) * _SHARES[align], box.y + (box.height - height) * _SHARES[valign]
    return Rect(x, y, width, height)


def recolored_items(items: tuple[Item, ...], colors: Mapping[Color, Color]) -> tuple[Item, ...]:
    """Items with some colours changed into others."""
    return tuple(_recolored(item, lambda color: colors.get(color, color)) for item in items)


def _recolored(item: Item, change: Callable[[Color], Color]) -> Item:
    match item:
        case FillPath():
            paint = None if item.paint is None else recolored(item.paint, change)
            stroke = item.stroke and replace(item.stroke, paint=recolored(item.stroke.paint, change))
            return replace(item, paint=paint, stroke=stroke)
        case Group():
            return replace(item, items=tuple(_recolored(one, change) for one in item.items))
        case Picture() | TextBlock():
            return item
        case _:
            assert_never(item)


def recolored(paint: Paint, change: Callable[[Color], Color]) -> Paint:
    """A paint with every colour in it changed."""
    match paint:
        case Color():
            return change(paint)
        case LinearGradient() | RadialGradient():
            return replace(paint, stops=tuple(replace(stop, color=change(stop.color)) for stop in paint.stops))
        case Pattern():
            ground = None if paint.ground is None else change(paint.ground)
            return replace(paint, color=change(paint.color), ground=ground)
        case _:
            assert_never(paint)
