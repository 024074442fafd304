"""What only a real reader of SVG knows of a drawing: where outlines lie, what paints are, which part has an effect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from placards.art.path_data import parse_path
from placards.art.svg_bounds import tight_bounds
from placards.art.svg_paint import matrix_of, number
from placards.art.usvg import simplified
from placards.problems.errors import InputError, Place
from placards.template.from_svg.names import spoken
from placards.template.from_svg.slots import Bounds
from placards.template.from_svg.style import SVG
from placards.values.color import BLACK, WHITE, Color, parse_hex
from placards.values.geometry import IDENTITY, Matrix, Rect

_NAMEDVIEW = "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}namedview"

#: How what cannot be drawn is written, by the code that refuses it.
_WRITTEN = {
    "svg-filter": re.compile(r"\bfilter\s*:\s*url"),
    "svg-mask": re.compile(r"\bmask\s*:\s*url"),
    "svg-blend": re.compile(r"mix-blend-mode\s*:\s*(?!normal)"),
}
_ATTRIBUTE = {"svg-filter": "filter", "svg-mask": "mask", "svg-blend": "mix-blend-mode"}
_TAG = {"svg-foreign": "foreignObject", "svg-picture": "image", "svg-moving": "animate", "svg-script": "script"}


def bounds_in(root: Element, slots: Iterable[Element], place: Place) -> Bounds:
    """A function from a part to the upright box of what it draws, in the drawing's units."""
    for count, element in enumerate(slots):
        if not element.get("id"):
            element.set("id", f"placards-{count}")

    @cache
    def tree() -> Element:
        output, _ = simplified(ElementTree.tostring(root, "utf-8"), place)
        return ElementTree.fromstring(output.replace("<svg ", '<svg xmlns:xlink="x" ', 1))

    def bounds(part: Element) -> Rect | None:
        boxes: list[Rect] = []
        waiting = [(tree(), IDENTITY, False)]
        while waiting:
            one, matrix, inside = waiting.pop()
            if one.tag == f"{SVG}defs":
                continue
            matrix = matrix_of(one.get("transform")).then(matrix)
            inside = inside or one.get("id") == part.get("id")
            if inside:
                boxes += _box(one, matrix)
            waiting.extend((child, matrix, inside) for child in one)
        found = boxes[0] if boxes else None
        for box in boxes[1:]:
            found = found.union(box) if found else box
        return found

    return bounds


def _box(element: Element, matrix: Matrix) -> Iterable[Rect]:
    if element.tag == f"{SVG}path":
        path = parse_path(element.get("d", ""), "nonzero")
        if path.segments:
            yield tight_bounds(path, matrix)
    elif element.tag == f"{SVG}image":
        yield matrix.box(Rect(*(number(element.get(name)) for name in ("x", "y", "width", "height"))))


def paints_of(texts: Iterable[str], place: Place) -> Mapping[str, Color]:
    """Paints as a drawing writes them (names, rgb(), hsl()), as colours. usvg reads them, as it reads those of art."""
    wanted = list(dict.fromkeys(texts))
    if not wanted:
        return {}
    rects = "".join(f'<rect id="c{n}" width="1" height="1" fill="{escape(text)}"/>' for n, text in enumerate(wanted))
    svg = f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 9 9"><rect width="1" height="1"/>{rects}</svg>'
    output, _ = simplified(svg.encode("utf-8", "replace"), place)
    by_id = {one.get("id"): one.get("fill", "#000000") for one in ElementTree.fromstring(output).iter(f"{SVG}path")}
    found: dict[str, Color] = {}
    for n, text in enumerate(wanted):
        try:
            found[text] = parse_hex(by_id.get(f"c{n}", "#000000"))
        except InputError:
            found[text] = BLACK
    return found


def paper_of(root: Element) -> Color:
    """The colour of the page that Inkscape shows; white where nobody chose one."""
    for view in root.iter(_NAMEDVIEW):
        try:
            return parse_hex(view.get("pagecolor", ""))
        except InputError:
            break
    return WHITE


def named_carriers(root: Element, code: str) -> str:
    """The parts of a drawing that have what a code refuses, as a person would name them; at most five."""
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        style = element.get("style", "")
        attribute, tag = _ATTRIBUTE.get(code), _TAG.get(code)
        has = attribute and element.get(attribute, "none") not in ("none", "normal")
        if has or (code in _WRITTEN and _WRITTEN[code].search(style)) or (tag and element.tag == f"{SVG}{tag}"):
            found.append(f"“{spoken(element)}”")
    return ", ".join(dict.fromkeys(found[:5]))
