"""Which items of a Scene let something through of what lies below them."""

from __future__ import annotations

from typing import assert_never

from placards.press.pictures import is_see_through as is_see_through_picture
from placards.render.gradients import is_opaque
from placards.scene.items import FillPath, Group, Item, Picture, PlacedRun, TextBlock
from placards.values.color import Paint, Stroke


def is_see_through(item: Item) -> bool:
    """Whether an item, or one inside it, lets the ground through, or mixes with it."""
    match item:
        case FillPath():
            return item.opacity < 1 or _lets_through(item.paint) or _lets_through(_line(item.stroke))
        case TextBlock():
            return any(_lets_through(paint) for paint in _around(item)) or any(
                _is_run_see_through(placed) for line in item.lines for placed in line.runs
            )
        case Picture():
            return bool(item.plates.mask) if item.plates is not None else is_see_through_picture(item.data)
        case Group():
            return item.opacity < 1 or item.blend != "normal" or any(map(is_see_through, item.items))
        case _:
            assert_never(item)


def _lets_through(paint: Paint | None) -> bool:
    return paint is not None and not is_opaque(paint)


def _line(stroke: Stroke | None) -> Paint | None:
    return stroke.paint if stroke is not None else None


def _around(block: TextBlock) -> list[Paint | None]:
    return [paint for one in block.underlays for paint in (one.paint, _line(one.stroke))]


def _is_run_see_through(placed: PlacedRun) -> bool:
    if _lets_through(placed.paint):
        return True
    font = placed.run.font
    if not font.has_colors:
        return False
    from placards.render.color_glyphs import glyph_items  # fonts with colours are few

    for glyph, _, _ in placed.run.pens():
        if font.is_painted(glyph):
            if any(map(is_see_through, glyph_items(font, glyph, placed.paint))):
                return True
        elif any(rgba is not None and rgba[3] < 255 for _, rgba in font.color_layers(glyph) or ()):
            return True
    return False
