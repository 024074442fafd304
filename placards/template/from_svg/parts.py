"""The tree of a drawing becomes its parts in drawing order: what marks a slot, text that marks none, and art."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from placards.frozen import dataclass
from placards.problems.errors import InputError, Place
from placards.template.from_svg.names import slot_named
from placards.template.from_svg.style import SVG, Sheets, Style, length, matrix_of
from placards.values.geometry import IDENTITY, Matrix

#: Deeper groups are no drawing; what follows may then go down step by step.
MAX_DEPTH = 100

#: What holds other parts, and is nothing by itself.
_GROUPS = frozenset(f"{SVG}{name}" for name in ("g", "a", "switch"))
_TEXTS = frozenset(f"{SVG}{name}" for name in ("text", "flowRoot"))
_DRAWN = _GROUPS | _TEXTS | {
    f"{SVG}{name}"
    for name in ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "use", "svg")
}  # fmt: skip

#: What a group or a part may have that a text of a layout cannot take along.
EFFECTS = ("filter", "mask", "clip-path", "mix-blend-mode")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a drawing. *slot* is what it marks; "" for art, and for a text that marks nothing."""

    element: Element
    slot: str
    language: int
    style: Style
    matrix: Matrix  # from its own units to the drawing's
    opacity: float
    effects: tuple[str, ...]  # its own, and of groups that hold nothing but it

    @property
    def is_text(self) -> bool:
        return self.element.tag in _TEXTS


def read_tree(data: bytes, place: Place) -> Element:
    """The tree of an SVG that usvg has taken; raises InputError."""
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError("svg-unreadable", place=place, reason=f"{error}"[:100]) from None
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise InputError("svg-deep", place=place)
        waiting.extend((one, depth + 1) for one in element)
    return root


def parts_of(root: Element) -> Iterator[Part]:
    """The parts of a drawing in drawing order. A group that is called after a slot gives its name to the first text in
    it, or else marks the slot's box itself. Raises InputError for a slot that there is none of."""
    sheets = Sheets(root)
    holders = _holders(root)
    yield from _in(root, sheets, sheets.of(root, {}), IDENTITY, 1.0, (), holders, ("", 1))


def _in(
    parent: Element,
    sheets: Sheets,
    outer: Style,
    matrix: Matrix,
    opacity: float,
    effects: tuple[str, ...],
    holders: set[Element],
    given: tuple[str, int],
) -> Iterator[Part]:
    waiting = given
    for element in parent:
        if element.tag not in _DRAWN:
            continue
        style = sheets.of(element, outer)
        if style.get("display") == "none":
            continue
        slot = slot_named(element)
        own = tuple(name for name in EFFECTS if style.get(name, "none") not in ("none", "normal"))
        moved = matrix_of(style.get("transform")).then(matrix)
        seen = opacity * min(max(length(style.get("opacity"), 1.0, whole=1.0), 0.0), 1.0)
        if element.tag in _GROUPS and (element in holders or (slot[0] and _has_text(element))):
            alone = own if len([one for one in element if one.tag in _DRAWN]) == 1 else ()
            inner = slot if slot[0] else ("", 1)
            yield from _in(element, sheets, style, moved, seen, (*effects, *alone), holders, inner)
            continue
        if element.tag in _TEXTS and not slot[0] and waiting[0]:
            slot, waiting = waiting, ("", 1)
        yield Part(element, slot[0], slot[1], style, moved, seen, (*effects, *own))


def _has_text(element: Element) -> bool:
    return any(one.tag in _TEXTS for one in element.iter())


def _holders(root: Element) -> set[Element]:
    """The groups in which something is called after a slot, or a text stands."""
    found: set[Element] = set()

    def look(element: Element) -> bool:
        holds = False
        for one in element:
            if one.tag in _DRAWN:
                inside = one.tag in _GROUPS and look(one)
                holds = holds or inside or one.tag in _TEXTS or bool(slot_named(one)[0])
        if holds:
            found.add(element)
        return holds

    look(root)
    return found


def styles_of(root: Element, parts: Sequence[Part]) -> dict[Element, Style]:
    """The properties of everything in the parts that mark slots."""
    sheets = Sheets(root)
    found: dict[Element, Style] = {}
    for part in parts:
        if not part.slot:
            continue
        found[part.element] = part.style
        waiting = [(one, part.style) for one in part.element]
        while waiting:
            element, outer = waiting.pop()
            found[element] = style = sheets.of(element, outer)
            waiting.extend((one, style) for one in element)
    return found
