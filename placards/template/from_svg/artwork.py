"""A drawing without its slots becomes files of art: one, or several where art lies over a text and another under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from placards.template.from_svg.page import Sheetlike
from placards.template.from_svg.parts import Part
from placards.template.from_svg.style import SVG
from placards.values.geometry import Rect

_XLINK = "{http://www.w3.org/1999/xlink}href"

#: How much of what a drawing has beside its page comes along for the bleed, as a part of the shorter side.
BEYOND = 0.03

# What the prefixes of editors' names are called in what is written.
for _prefix, _uri in (
    ("", "http://www.w3.org/2000/svg"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("inkscape", "http://www.inkscape.org/namespaces/inkscape"),
    ("sodipodi", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"),
):
    ElementTree.register_namespace(_prefix, _uri)


def beyond(page: Sheetlike) -> float:
    """What a file of art has beside the page on every side, in the drawing's units."""
    return BEYOND * page.shorter


def written(root: Element, page: Sheetlike, leave_out: Collection[Element]) -> bytes:
    """The drawing as a file of art, with a margin for the bleed, and without some parts. Those that others refer to
    move to its definitions."""
    margin = beyond(page)
    box = page.box
    view = Rect(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin)
    referred = set(_references(root))
    kept: list[Element] = []
    copy = _copied(root, leave_out, kept)
    for name in ("width", "height", "x", "y", "preserveAspectRatio"):
        copy.attrib.pop(name, None)
    copy.set("viewBox", " ".join(f"{value:.6g}" for value in view))
    copy.set("width", f"{view.width:.6g}")
    copy.set("height", f"{view.height:.6g}")
    needed = [one for one in kept if referred & {own for part in one.iter() if (own := part.get("id"))}]
    if needed:
        store = ElementTree.SubElement(copy, f"{SVG}defs")
        store.extend(needed)
    packed: bytes = ElementTree.tostring(copy, "utf-8", xml_declaration=True)
    return packed + b"\n"


def layers(parts: Sequence[Part], cuts: Collection[int]) -> list[list[Part]]:
    """The art among the parts, a new file after each part whose number is in *cuts*."""
    found: list[list[Part]] = [[]]
    for number, part in enumerate(parts):
        if number in cuts and found[-1]:
            found.append([])
        if not part.slot:
            found[-1].append(part)
    return [one for one in found if one]


def _copied(element: Element, leave_out: Collection[Element], kept: list[Element]) -> Element:
    copy = Element(element.tag, dict(element.attrib))
    copy.text, copy.tail = element.text, element.tail
    for one in element:
        if one in leave_out:
            kept.append(_copied(one, (), []))
        elif isinstance(one.tag, str):
            copy.append(_copied(one, leave_out, kept))
    return copy


def _references(root: Element) -> Iterator[str]:
    """The ids that something in the drawing refers to."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key in ("href", _XLINK) and value.startswith("#"):
                yield value[1:]
            elif "url(" in value:
                yield from re.findall(r"url\(\s*[\"']?#([^)\"']+)", value)
