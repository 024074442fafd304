"""Logical sides become boxes on the sheet, mirrored for right-to-left languages."""

from __future__ import annotations

from collections.abc import Mapping

from placards.layout.keys import Hanging, Sides
from placards.values.geometry import Rect
from placards.values.units import Length


def _axis(
    low: Length | None, high: Length | None, extent: Length | None, origin: float, whole: float, shorter: float
) -> tuple[float, float]:
    """Position and extent on one axis; an extent alone is centred, nothing at all fills the whole."""
    near = low.points(whole, shorter) if low is not None else None
    far = high.points(whole, shorter) if high is not None else None
    size = extent.points(whole, shorter) if extent is not None else None
    if size is None:
        size = whole - (near or 0.0) - (far or 0.0)
        return origin + (near or 0.0), size
    if near is not None:
        return origin + near, size
    if far is not None:
        return origin + whole - far - size, size
    return origin + (whole - size) / 2, size


def place_box(element: Sides, around: Rect, shorter: float, mirrored: bool) -> Rect:
    """The element's box inside *around*. *shorter* is the sheet's shorter side (for vmin); *mirrored* swaps start and
    end, which an element may refuse."""
    x, width = _axis(element.start, element.end, element.width, around.x, around.width, shorter)
    y, height = _axis(element.top, element.bottom, element.height, around.y, around.height, shorter)
    if mirrored and element.mirror:
        x = around.x + around.right - x - width
    return Rect(x, y, width, height)


def room_left(element: Hanging, around: Rect, inks: Mapping[str, Rect], *, mirrored: bool) -> Rect:
    """What is left of *around* under, over and after the ink of those that an element hangs on; a negative extent
    where nothing is."""
    if not (element.below or element.above or element.after):
        return Rect(around.x, around.y, around.right - around.x, around.bottom - around.y)
    under, over, behind = (
        [inks[name] for name in names if name in inks] for names in (element.below, element.above, element.after)
    )
    top = max((rect.bottom for rect in under), default=around.y)
    bottom = min((rect.y for rect in over), default=around.bottom)
    left, right = around.x, around.right
    if behind and mirrored:
        right = min(rect.x for rect in behind)
    elif behind:
        left = max(rect.right for rect in behind)
    return Rect(left, top, right - left, bottom - top)


def too_small(element: Hanging, box: Rect, trim: Rect) -> bool:
    """Whether a box is less high than its element wants at least, or less wide, where it stands after others."""
    if element.least is None:
        return False
    least = element.least.points(trim.height, min(trim.size))
    return box.height < least or (bool(element.after) and box.width < least)


def reach_bleed(box: Rect, trim: Rect, bleed: float, tolerance: float = 0.01) -> Rect:
    """A box that touches the trim's edge, extended to the bleed's edge on that side."""
    left = -bleed if box.x <= trim.x + tolerance else 0.0
    top = -bleed if box.y <= trim.y + tolerance else 0.0
    right = -bleed if box.right >= trim.right - tolerance else 0.0
    bottom = -bleed if box.bottom >= trim.bottom - tolerance else 0.0
    return box.inset(left, top, right, bottom)
