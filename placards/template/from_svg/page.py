"""The width, height and view box of a drawing become its page: a rectangle of the drawing's units, and a sheet."""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element

from placards.frozen import dataclass
from placards.problems.errors import InputError, Place
from placards.template.from_svg.style import length
from placards.values.geometry import Rect
from placards.values.sheet import PAPER_MM, SCREENS, parse_sheet

_MM = 25.4 / 96

#: How far a page may be from a size with a name, in millimetres.
_NEAR = 1.0


@dataclass(frozen=True, slots=True)
class Sheetlike:
    """The page in the drawing's units, and the name of the sheet that it is."""

    box: Rect
    size: str

    @property
    def shorter(self) -> float:
        return min(self.box.width, self.box.height)


def page_of(root: Element, place: Place) -> Sheetlike:
    """The page of a drawing; raises InputError for one without a size."""
    view = _view_box(root)
    asked = [root.get("width", "").strip(), root.get("height", "").strip()]
    px = [0.0 if text.endswith("%") else length(text) for text in asked]
    if min(px) <= 0:
        if view is None:
            raise InputError("from-svg-page", place=place)
        px = [view.width, view.height]
    view = view or Rect(0.0, 0.0, *px)
    scales = px[0] / view.width, px[1] / view.height
    if abs(scales[0] / scales[1] - 1) > 0.005:
        if root.get("preserveAspectRatio", "").strip().startswith("none"):
            raise InputError("from-svg-stretched", place=place)
        # The drawing stands in the middle of its page, as large as it fits.
        scale = min(scales)
        width, height = px[0] / scale, px[1] / scale
        view = Rect(view.x - (width - view.width) / 2, view.y - (height - view.height) / 2, width, height)
    in_pixels = all(text.endswith(("px", "%")) or text[-1:].isdigit() or not text for text in asked)
    size = _size(px[0], px[1], in_pixels=in_pixels)
    try:
        parse_sheet(size)
    except InputError as error:
        raise error.at(place) from None
    return Sheetlike(view, size)


def _view_box(root: Element) -> Rect | None:
    try:
        values = [float(part) for part in root.get("viewBox", "").replace(",", " ").split()]
    except ValueError:
        return None
    good = len(values) == 4 and all(map(math.isfinite, values)) and min(values[2:]) > 0
    return Rect(*values) if good else None


def _size(width: float, height: float, *, in_pixels: bool) -> str:
    """The sheet's name, of what the page measures in CSS pixels. Figma knows no other unit: its A4 has 595 by 842."""
    pixels = round(width), round(height)
    if in_pixels:
        for name, screen in SCREENS.items():
            if screen[:2] == pixels:
                return name
    for dots in (96, 72) if in_pixels else (96,):
        mm = width * 25.4 / dots, height * 25.4 / dots
        for name, paper in PAPER_MM.items():
            for suffix, sides in (("", paper), ("-landscape", paper[::-1])):
                if abs(mm[0] - sides[0]) <= _NEAR and abs(mm[1] - sides[1]) <= _NEAR:
                    return name + suffix
    if in_pixels:
        return f"{pixels[0]}x{pixels[1]}px"
    mm = width * _MM, height * _MM
    return f"{mm[0]:.1f}x{mm[1]:.1f}mm".replace(".0", "")
