"""A part that marks a slot becomes the box of the slot: what a rectangle is, what a text takes, where outlines lie."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from placards.frozen import dataclass
from placards.template.from_svg.parts import Part
from placards.template.from_svg.style import SVG, Style, length, matrix_of
from placards.values.geometry import Matrix, Point, Rect

#: What a line has over and under its baseline, in em.
ASCENT, DESCENT = 0.85, 0.25


@dataclass(frozen=True, slots=True)
class Turned:
    """A box that may be turned around its middle, in the drawing's units; *even* where nothing slants or mirrors it."""

    box: Rect
    angle: float = 0.0
    scale: float = 1.0
    even: bool = True

    @property
    def upright(self) -> Rect:
        """The upright box around it."""
        return turned_box(self.box, self.angle)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a text says and how large, in its own units: its anchor, its lines, the first and the last baseline."""

    words: str
    size: float
    x: float
    first: float
    last: float
    width: float
    anchor: str  # start, middle, end
    style: Style  # of its first letter
    framed: Rect | None = None  # the box in which it flows, where it does


def turned_box(box: Rect, angle: float) -> Rect:
    """The upright box around a box that is turned around its middle."""
    if not angle:
        return box
    turn = math.radians(angle)
    cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
    width, height = box.width * cos + box.height * sin, box.width * sin + box.height * cos
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def placed(box: Rect, matrix: Matrix) -> Turned:
    """A box in a part's own units as it stands in the drawing."""
    a, b, c, d, _, _ = matrix
    across, along = math.hypot(a, b), math.hypot(c, d)
    center = matrix.point(box.x + box.width / 2, box.y + box.height / 2)
    width, height = box.width * across, box.height * along
    angle = math.degrees(math.atan2(b, a))
    even = matrix.area > 0 and matrix.keeps_shapes
    stands = Rect(center.x - width / 2, center.y - height / 2, width, height)
    return Turned(stands, 0.0 if abs(angle) < 0.05 else round(angle, 2), math.sqrt(across * along), even)


def rectangle(part: Part, page: Rect) -> Rect:
    """A ``rect``, ``circle``, ``ellipse`` or ``image`` in its own units."""
    element = part.element
    x, y, width, height = (
        length(part.style.get(name) or element.get(name), whole=page.width if name in ("x", "width") else page.height)
        for name in ("x", "y", "width", "height")
    )
    if element.tag in (f"{SVG}circle", f"{SVG}ellipse"):
        rx, ry = (length(element.get(name, element.get("r"))) for name in ("rx", "ry"))
        x, y = length(element.get("cx")) - rx, length(element.get("cy")) - ry
        width, height = 2 * rx, 2 * ry
    return Rect(x, y, width, height)


def lines_of(part: Part, styles: Mapping[Element, Style], named: Mapping[str, Element]) -> Lines:
    """The lines of a text: each ``tspan`` with a place of its own begins one."""
    element = part.element
    style = styles[next((one for one in element.iter() if (one.text or "").strip()), element)]
    size = length(style.get("font-size"), 16.0)
    x, y = _first(element.get("x")), _first(element.get("y"))
    lines: list[str] = []
    widths: list[float] = []
    baselines: list[float] = []
    first_x = x
    for one, text in _pieces(element):
        own_y = one.get("y") if one is not element else None
        down = length(one.get("dy"), em=size) if one is not element else 0.0
        role = one.get("{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}role") == "line"
        if own_y is not None or down or role or not lines:
            y = _first(own_y) if own_y is not None else y + down
            if not lines and one.get("x") is not None:
                first_x = _first(one.get("x"))
            lines.append("")
            baselines.append(y)
            widths.append(0.0)
        lines[-1] += text
    widths = [width_of(line, size, bold=_bold(style)) for line in lines]
    anchor = style.get("text-anchor", "start")
    words = "\n".join(" ".join(line.split()) for line in lines).strip()
    framed = _frame(part, style, named)
    first, last = (baselines[0], baselines[-1]) if baselines else (y, y)
    return Lines(words, size, first_x, first, last, max(widths, default=0.0), anchor, style, framed)


def ink_of(lines: Lines) -> Rect:
    """About where the words of a text lie, in its own units."""
    if lines.framed is not None:
        return lines.framed
    left = {"start": 0.0, "middle": 0.5, "end": 1.0}.get(lines.anchor, 0.0) * lines.width
    top = lines.first - ASCENT * lines.size
    return Rect(lines.x - left, top, max(lines.width, lines.size), lines.last + DESCENT * lines.size - top)


def width_of(text: str, size: float, *, bold: bool) -> float:
    """About how wide a line is: a drawing's fonts need not be on this machine."""
    wide = 0.0
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        east = unicodedata.east_asian_width(char) in ("W", "F")
        wide += 1.0 if east else 0.28 if char.isspace() else 0.68 if char.isupper() else 0.55
    return wide * size * (1.06 if bold else 1.0)


def _pieces(element: Element) -> list[tuple[Element, str]]:
    found = []
    for one in element.iter():
        if one is element or one.tag in (f"{SVG}tspan", f"{SVG}flowPara", f"{SVG}flowSpan", f"{SVG}textPath"):
            if one.text and (one.text.strip() or one.get("y")):
                found.append((one, one.text))
            if one is not element and one.tail and one.tail.strip() and found:
                found.append((element, one.tail))
    return found


def _frame(part: Part, style: Style, named: Mapping[str, Element]) -> Rect | None:
    """The rectangle in which a text flows: Inkscape's shape, or the width that SVG 2 gives."""
    shape = part.style.get("shape-inside", "")
    if shape.startswith("url("):
        found = named.get(shape[4:].rstrip(")").strip("\"'# "))
    else:
        found = next((one for one in part.element.iter(f"{SVG}rect")), None)
    if found is not None and found.tag == f"{SVG}rect":
        box = Rect(*(length(found.get(name)) for name in ("x", "y", "width", "height")))
        return matrix_of(found.get("transform")).box(box) if min(box.size) > 0 else None
    return None


def _first(text: str | None) -> float:
    parts = (text or "").replace(",", " ").split()
    return length(parts[0]) if parts else 0.0


def _bold(style: Style) -> bool:
    return weight_of(style) >= 600


def weight_of(style: Style) -> int:
    """The weight of a text, from 100 to 1000."""
    said = style.get("font-weight", "normal")
    if said.isdecimal():
        return min(max(int(said[:5]), 100), 1000)
    return 700 if said in ("bold", "bolder") else 400


def middle(box: Rect) -> Point:
    """Its centre."""
    return Point(box.x + box.width / 2, box.y + box.height / 2)
