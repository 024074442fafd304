"""Slots, art and colours become the text of a layout.toml, with the comments that its designer needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from placards.frozen import dataclass
from placards.template.from_svg.artwork import BEYOND
from placards.template.from_svg.page import Sheetlike
from placards.template.from_svg.slots import LARGE, Slot
from placards.values.color import Color
from placards.values.geometry import Rect


@dataclass(frozen=True, slots=True)
class ArtFile:
    """A file of art beside layout.toml, and which of its colours are the palette's."""

    name: str
    recolor: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Design:
    """Everything that a layout.toml says."""

    title: str
    source: str  # the drawing's file name
    page: Sheetlike
    palette: Mapping[str, Color]
    paints: Mapping[str, str]  # a paint of the drawing → its name in the palette
    elements: Sequence[Slot | ArtFile]
    alt: str


def toml_of(design: Design) -> bytes:
    """The layout.toml."""
    return "\n".join([*_head(design), *_elements(design), ""]).encode("utf-8")


def _head(design: Design) -> Iterator[str]:
    slots = [one for one in design.elements if isinstance(one, Slot)]
    yield f"# Made from {_comment(design.source)} by “placards layout from-svg”. It is yours: change what you like."
    yield f"name = {_text(design.title)}"
    yield f"summary = {_text(f'Made from {design.source}')}"
    yield f"languages = {max(slot.language for slot in slots)}"
    yield f"sizes = [{_text(design.page.size)}]"
    if design.alt:
        yield f"alt = {_text(design.alt)}"
    yield "accepts = []  # shared palettes that it takes by itself: add “light” or “dark”, and look at each of them"
    yield ""
    yield "[palettes.own]"
    for name, color in design.palette.items():
        yield f"{name} = {_text(color.hex)}"


def _elements(design: Design) -> Iterator[str]:
    yield from ("", "[[element]]", 'id = "ground"', 'type = "shape"', 'fill = "paper"')
    ids: set[str] = {"ground"}
    art = 0
    for one in design.elements:
        yield from ("", "[[element]]")
        if isinstance(one, ArtFile):
            art += 1
            yield from _art(one, "art" if art == 1 else f"art-{art}", design)
        else:
            yield from _slot(one, _free(one, ids), design)


def _free(slot: Slot, ids: set[str]) -> str:
    """An id that no element has."""
    plain = slot.show if slot.language <= 2 else f"{slot.show}-{slot.language - 1}"
    name, number = plain, 1
    while name in ids:
        number += 1
        name = f"{plain}-again" if number == 2 else f"{plain}-again-{number - 1}"
    ids.add(name)
    return name


def _art(one: ArtFile, name: str, design: Design) -> Iterator[str]:
    page = design.page
    beyond = BEYOND * page.shorter
    across, down = f"-{_number(100 * beyond / page.box.width)}%", f"-{_number(100 * beyond / page.box.height)}%"
    yield f"id = {_text(name)}"
    yield 'type = "art"'
    yield f"file = {_text(one.name)}"
    yield f'start = "{across}"              # the file has what the drawing has beside the page, for the bleed'
    yield f'end = "{across}"'
    yield f'top = "{down}"'
    yield f'bottom = "{down}"'
    if one.recolor:
        yield f"recolor = {{ {', '.join(f'{_text(key)} = {_text(value)}' for key, value in one.recolor.items())} }}"
    yield 'alt = ""                       # what it shows, for those who cannot see it; "" for decoration'


def _slot(slot: Slot, name: str, design: Design) -> Iterator[str]:
    yield f"id = {_text(name)}"
    yield f"type = {_text(slot.kind)}"
    if slot.kind != "qr":
        yield f"show = {_text(slot.show)}"
    if slot.words:
        yield f"text = {_text(slot.words)}"
    if slot.language > 2:
        yield f"language = {slot.language}"
    yield from _box(slot.box.box, design.page)
    if slot.box.angle:
        yield f"rotate = {_number(slot.box.angle)}"
    if slot.kind == "qr":  # readers want a dark one on a light ground
        shades = sorted(design.palette, key=lambda name: design.palette[name].luminance)
        yield f"fill = {_text(shades[0])}"
        yield f"paper = {_text(shades[-1])}"
    if not slot.mirror:
        yield "mirror = false             # the art has another ground on the other side: it stays in every language"
    if slot.kind == "photo":
        if slot.shape != "rect":
            yield f"shape = {_text(slot.shape)}"
        if slot.shape == "rounded":
            yield f'radius = "{_number(100 * slot.radius)}%"'
    elif slot.kind != "qr":
        yield from _face(slot, design)
        if slot.show == "slogan":  # a drawing cannot say it, and its letters' own colour is seen wherever they are
            fill = design.paints.get(slot.face.paint, "ink") if slot.face is not None else "ink"
            yield f"emphasis = {{ underline = {_text(fill)} }}  # of *marked* words; or fill = a colour, or weight"
        yield f"align = {_text(slot.align)}"
        yield f"valign = {_text(slot.valign)}"
    if slot.kind == "photo" or (slot.kind == "text" and slot.show not in ("slogan", "text")):
        yield "optional = true"


def _box(box: Rect, page: Sheetlike) -> Iterator[str]:
    for name, value, whole in (
        ("start", box.x - page.box.x, page.box.width),
        ("top", box.y - page.box.y, page.box.height),
        ("width", box.width, page.box.width),
        ("height", box.height, page.box.height),
    ):
        yield f'{name} = "{_number(100 * value / whole)}%"'


def _face(slot: Slot, design: Design) -> Iterator[str]:
    face = slot.face
    large = slot.show in LARGE
    if face is None:
        yield f"role = {_text('display' if large else 'text')}"
        yield 'fill = "ink"'
        return
    yield f"role = {_text(face.role)}"
    if face.weight is not None:
        yield f"weight = {face.weight}"
    yield f"fill = {_text(design.paints.get(face.paint, 'ink'))}"
    if 0 < face.opacity < 0.995:
        yield f"opacity = {_number(face.opacity)}"
    size = 100 * face.size / design.page.shorter
    if size <= 0:
        return
    grows = 1.5 if large and slot.framed else 1.0
    yield f'max_size = "{_number(size * grows)}vmin"          # of the drawing' + (
        ", half as large again" * (grows > 1)
    )
    yield f'min_size = "{_number(max(size * (0.3 if large else 0.55), min(size, 1.0)))}vmin"'
    if slot.kind != "text":
        return
    if abs(face.tracking) > 0.001:
        yield f"tracking = {_number(face.tracking)}"
    if face.upper:
        yield 'case = "upper"'
    if face.vertical:
        yield 'writing = "vertical"'
    if face.outline is not None and face.outline[0] in design.paints:
        fill, width = design.paints[face.outline[0]], face.outline[1]
        yield f"outline = {{ fill = {_text(fill)}, width = {_number(max(width, 0.002))} }}"


def _number(value: float) -> str:
    """At most three digits after the point; never “-0”."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) >= 0.0005 else "0"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
