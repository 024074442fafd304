"""The parts that mark slots become Slots: the box, and how the letters in it look; a rectangle and a text of one name
are one slot, of the box of the one and the look of the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal
from xml.etree.ElementTree import Element

from placards.frozen import dataclass
from placards.layout.slots import ITEMS, PICTURES
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import Place
from placards.template.from_svg.boxes import (
    ASCENT,
    DESCENT,
    Lines,
    Turned,
    ink_of,
    lines_of,
    middle,
    placed,
    rectangle,
    weight_of,
)  # fmt: skip
from placards.template.from_svg.faces import heavy_by_itself, role_of
from placards.template.from_svg.names import CODE, OWN, spoken
from placards.template.from_svg.page import Sheetlike
from placards.template.from_svg.parts import Part
from placards.template.from_svg.style import SVG, Style, length
from placards.values.geometry import Rect

#: What is read from afar: it grows where it is short, and shrinks far where it is long.
LARGE = ("slogan", "translation", "title", "number", "quote")

_BOXES = frozenset(f"{SVG}{name}" for name in ("rect", "circle", "ellipse", "image"))

#: Where a text without a rectangle may go at most, beside the page's edge, as a part of its shorter side.
_MARGIN = 0.04

#: From a part that is no rectangle to the box that its outlines lie in.
Bounds = Callable[[Element], Rect | None]


@dataclass(frozen=True, slots=True)
class Face:
    """How the letters of a slot look, in the drawing's units."""

    size: float  # 0 where nobody can say: outlines have none
    role: str
    weight: int | None
    paint: str
    opacity: float
    tracking: float = 0.0
    upper: bool = False
    vertical: bool = False
    outline: tuple[str, float] | None = None  # its paint, its width in em


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a drawing. *number* is its place in drawing order, *parts* what of the drawing marks it."""

    show: str
    language: int
    number: int
    box: Turned
    align: Literal["start", "center", "end"]
    valign: Literal["top", "middle", "bottom"]
    parts: tuple[Element, ...]
    face: Face | None = None
    words: str = ""
    shape: Literal["rect", "circle", "rounded"] = "rect"
    radius: float = 0.0  # of rounded corners, as a part of the shorter side
    mirror: bool = False  # whether it may change sides in right-to-left languages
    framed: bool = False  # whether somebody drew its box

    @property
    def kind(self) -> str:
        """The kind of element that it becomes."""
        if self.show in PICTURES:
            return "photo"
        return "qr" if self.show == CODE else "items" if self.show in ITEMS else "text"


def slots_of(
    parts: Sequence[Part],
    numbers: Mapping[Element, int],
    named: Mapping[str, Element],
    page: Sheetlike,
    bounds: Bounds,
    styles: Mapping[Element, Style],
    families: Mapping[str, int],
    report: Report,
    place: Place,
) -> tuple[Slot, ...]:
    """The slots of a drawing in drawing order; what a slot cannot take along is reported. *numbers* is each part's
    place among the parts, *named* the elements by id, *families* what fonts there are."""
    found: list[Slot] = []
    for part in parts:
        if not part.slot:
            continue
        slot = _read(part, numbers[part.element], page, bounds, styles, named)
        if slot is None:
            report(diagnostic("from-svg-nothing", place=place, name=spoken(part.element)))
            continue
        if slot.show == OWN and not slot.words:
            report(diagnostic("from-svg-wordless", place=place, name=spoken(part.element)))
            continue
        _complain(part, slot, report, place)
        if part.is_text and slot.kind == "text":
            slot = replace(slot, face=_face(part, lines_of(part, styles, named), families, slot, report, place))
        twin = next((n for n, one in enumerate(found) if _are_one(one, slot)), None)
        if twin is None:
            found.append(slot)
        else:
            found[twin] = _joined(found[twin], slot)
    return tuple(_widened(found, page))


def _read(
    part: Part,
    number: int,
    page: Sheetlike,
    bounds: Bounds,
    styles: Mapping[Element, Style],
    named: Mapping[str, Element],
) -> Slot | None:
    element = part.element
    align: Literal["start", "center", "end"]
    face: Face | None = None
    if part.is_text:
        lines = lines_of(part, styles, named)
        if not lines.words and lines.framed is None:
            return None
        box = placed(ink_of(lines), part.matrix)
        align = _aligned(lines)
        words = lines.words if part.slot == OWN else ""
        framed = lines.framed is not None
        valign: Literal["top", "middle"] = "top" if framed else "middle"
        return Slot(part.slot, part.language, number, box, align, valign, (element,), words=words, framed=framed)
    if element.tag in _BOXES:
        own = rectangle(part, page.box)
        box = placed(own, part.matrix)
    else:
        around = bounds(element)
        own = around or Rect(0, 0, 0, 0)
        box = Turned(own)
        paints = [style["fill"] for one in element.iter() if (style := styles.get(one)) and "fill" in style]
        paint = next((paint for paint in paints if paint != "none" and not paint.startswith("url")), "")
        face = Face(0.0, "display" if part.slot in LARGE else "text", None, paint, part.opacity) if paint else None
    if min(box.box.size) <= 0:
        return None
    across = middle(box.box).x - middle(page.box).x
    align = "center" if abs(across) < 0.04 * page.box.width else "start" if across < 0 else "end"
    slot = Slot(part.slot, part.language, number, box, align, "middle", (element,), face, framed=True)
    if element.tag == f"{SVG}circle":
        return replace(slot, shape="circle")
    radius = length(element.get("rx") or element.get("ry"))
    return replace(slot, shape="rounded", radius=min(radius / min(own.size), 0.5)) if radius > 0 else slot


def _aligned(lines: Lines) -> Literal["start", "center", "end"]:
    anchor = lines.anchor
    if lines.framed is not None or anchor not in ("middle", "end"):
        said = lines.style.get("text-align", "start")
        if said in ("center", "end", "right"):
            return "center" if said == "center" else "end"
    return "center" if anchor == "middle" else "end" if anchor == "end" else "start"


def _face(
    part: Part, lines: Lines, families: Mapping[str, int], slot: Slot, report: Report, place: Place
) -> Face:  # fmt: skip
    style = lines.style
    role, unknown = role_of(style.get("font-family", ""), families, large=part.slot in LARGE)
    if unknown:
        report(diagnostic("from-svg-font", place=place, name=spoken(part.element), family=unknown, role=role))
    drawn = weight_of(style)
    weight: int | None = drawn
    heavy = heavy_by_itself(style.get("font-family", ""))
    if not heavy and drawn + 150 < families.get(role, 0):
        here = role if part.slot in LARGE else "text"
        report(diagnostic("from-svg-weight", place=place, name=spoken(part.element), family=role, weight=drawn,
                          least=families[role], role=here))  # fmt: skip
        role = here
    if drawn == 400 and heavy:
        weight = None  # the only one that the face has, and no thin one: other scripts take their heaviest
    width = length(style.get("stroke-width"), 1.0) / lines.size if lines.size else 0.0
    stroke = style.get("stroke", "none")
    outline = (stroke, min(width, 0.3)) if stroke != "none" and not stroke.startswith("url") and width > 0.001 else None
    faint = min(max(length(style.get("fill-opacity"), 1.0, whole=1.0), 0.0), 1.0)
    paint = style.get("fill", "#000000")
    if paint.startswith("url") or (paint == "none" and outline is None):
        _cannot(part, "fill", report, place)
        paint = ""
    return Face(
        lines.size * slot.box.scale,
        role,
        weight,
        paint,
        part.opacity * faint,
        min(max(length(style.get("letter-spacing"), em=lines.size) / max(lines.size, 1e-6), -0.1), 1.0),
        style.get("text-transform") == "uppercase",
        style.get("writing-mode", "").startswith(("tb", "vertical")),
        outline,
    )


def _complain(part: Part, slot: Slot, report: Report, place: Place) -> None:
    """What a slot cannot take along."""
    for effect in dict.fromkeys(part.effects):
        _cannot(part, effect, report, place)
    if not slot.box.even:
        _cannot(part, "skew", report, place)
    if not part.is_text:
        return
    if any(one.tag == f"{SVG}textPath" for one in part.element.iter()):
        _cannot(part, "textPath", report, place)
    if part.style.get("font-style", "normal") != "normal":
        _cannot(part, "font-style", report, place)
    if part.style.get("text-decoration-line", part.style.get("text-decoration", "none")).split(" ")[0] != "none":
        _cannot(part, "text-decoration", report, place)


def _cannot(part: Part, what: str, report: Report, place: Place) -> None:
    report(diagnostic("from-svg-effect", place=place, name=spoken(part.element), what=what))


def _are_one(first: Slot, second: Slot) -> bool:
    """Whether a rectangle and a text mark one slot."""
    same = (first.show, first.language) == (second.show, second.language) and first.kind == "text"
    return same and {first.face is None, second.face is None} == {True, False} and first.show != OWN


def _beside(slot: Slot, page: Sheetlike) -> float:
    """The margin of the page that a text keeps: on the other side too."""
    box = slot.box.box
    if slot.align == "center":
        return _MARGIN * page.shorter
    return box.x - page.box.x if slot.align == "start" else page.box.right - box.right


def _joined(first: Slot, second: Slot) -> Slot:
    box, text = (first, second) if first.face is None else (second, first)
    high = middle(text.box.upright).y - box.box.upright.y
    share = high / max(box.box.upright.height, 1e-9)
    valign: Literal["top", "middle", "bottom"] = "top" if share < 0.36 else "bottom" if share > 0.64 else "middle"
    angle = box.box if box.box.angle or not text.box.angle else replace(box.box, angle=text.box.angle)
    return replace(
        box, face=text.face, align=text.align, valign=valign, words=text.words, number=text.number,
        parts=box.parts + text.parts, box=angle,
    )  # fmt: skip


def _widened(slots: Sequence[Slot], page: Sheetlike) -> list[Slot]:
    """A text without a rectangle gets the room beside it, up to the page's margin and to its neighbours: other
    languages are longer."""
    found = []
    for slot in slots:
        box, face = slot.box.box, slot.face
        if slot.framed or face is None or face.vertical or slot.box.angle:
            found.append(slot)
            continue
        margin = min(max(_beside(slot, page), 0.0), 2 * _MARGIN * page.box.width)
        left, right = page.box.x + margin, page.box.right - margin
        for other in slots:
            beside = other.box.upright
            if other is slot or beside.bottom <= box.y or beside.y >= box.bottom:
                continue
            # Its neighbour may need more room too: each gets half of what is between them.
            if middle(beside).x > middle(box).x and beside.x >= box.right - 0.5 * box.width:
                right = min(right, (box.right + beside.x - face.size) / 2)
            elif middle(beside).x < middle(box).x and beside.right <= box.x + 0.5 * box.width:
                left = max(left, (box.x + beside.right + face.size) / 2)
        if slot.align == "start":
            left = box.x
        elif slot.align == "end":
            right = box.right
        else:
            half = min(middle(box).x - left, right - middle(box).x)
            left, right = middle(box).x - half, middle(box).x + half
        width = max(right - left, 0.5 * box.width)
        x = box.right - width if slot.align == "end" else middle(box).x - width / 2 if slot.align == "center" else box.x
        found.append(replace(slot, box=replace(slot.box, box=Rect(x, box.y, width, box.height))))
    return found


__all__ = ["ASCENT", "DESCENT", "LARGE", "Face", "Slot", "slots_of"]
