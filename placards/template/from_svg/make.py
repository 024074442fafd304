"""An SVG becomes the files of a layout: layout.toml, and the art without its slots. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from placards.art.drawing import CURRENT, Drawing
from placards.art.source import is_packed, looked_through
from placards.art.svg import read_drawing
from placards.art.usvg import in_utf8, simplified
from placards.elements.looking import MIN_CONTRAST, MIN_SMALL_CONTRAST
from placards.frozen import dataclass
from placards.layout.content import PictureLoader
from placards.problems.diagnostic import Diagnostic, Diagnostics, diagnostic
from placards.problems.errors import InputError, Place
from placards.scene.items import Item
from placards.template.from_svg.artwork import beyond, layers, written
from placards.template.from_svg.colors import covering, palette_of, touches
from placards.template.from_svg.found import bounds_in, named_carriers, paints_of, paper_of
from placards.template.from_svg.names import spoken
from placards.template.from_svg.page import Sheetlike, page_of
from placards.template.from_svg.parts import Part, parts_of, read_tree, styles_of
from placards.template.from_svg.slots import LARGE, Slot, slots_of
from placards.template.from_svg.style import SVG
from placards.template.from_svg.toml import ArtFile, Design, toml_of
from placards.template.from_svg.under import Under
from placards.values.color import Color
from placards.values.geometry import Rect


@dataclass(frozen=True, slots=True)
class FromSvg:
    """A layout made from a drawing: its files by name, layout.toml the last; size and slots; what is to be said."""

    files: Mapping[str, bytes]
    size: str
    slots: tuple[Slot, ...]
    notes: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A file of art: its first part, its bytes, and what they draw."""

    first: Part
    data: bytes
    drawing: Drawing


def layout_from_svg(
    data: bytes,
    place: Place,
    title: str,
    source: str,
    load_picture: PictureLoader,
    families: Mapping[str, int] | None = None,
) -> FromSvg:
    """The layout of a drawing; raises InputError with everything that cannot be taken. *families* are those that text
    may ask for by name."""
    if is_packed(data):
        raise InputError("svg-packed", place=place)
    data = in_utf8(data, place)
    simplified(data, place)  # refuses what is hostile, before anything else looks at it
    root = read_tree(data, place)
    if root.tag != f"{SVG}svg":
        raise InputError("svg-unreadable", place=place, reason="it is not of SVG's namespace")
    report = Diagnostics()
    for found in looked_through(data, place):
        report(_named(found, root))
    try:
        page, parts = page_of(root, place), tuple(parts_of(root))
    except InputError as error:
        raise error.at(place) from None
    _without_names(parts, report, place)
    numbers = {part.element: number for number, part in enumerate(parts)}
    marked = [part.element for part in parts if part.slot]
    slots = slots_of(
        parts, numbers, {e.get("id", ""): e for e in root.iter()}, page, bounds_in(root, marked, place),
        styles_of(root, parts), families or {}, report, place,
    )  # fmt: skip
    if not slots and not report.errors:
        report(diagnostic("from-svg-no-slots", place=place))
    reader = _Reader(root, parts, page, place, load_picture, report)
    files, drawing = reader.files(slots)
    if report.errors:
        raise InputError(report.errors[0], also=report.errors[1:])
    return _put_together(root, page, parts, slots, files, drawing, title, source, place, report)


def _named(found: Diagnostic, root: Element) -> Diagnostic:
    """What is wrong with a drawing, with the names of the parts that have it."""
    return found.at(Place(message=named_carriers(root, found.code) or None))


def _without_names(parts: Sequence[Part], report: Diagnostics, place: Place) -> None:
    """Texts that mark no slot, and texts inside of what is drawn as a whole."""
    for part in parts:
        if part.slot:
            continue
        texts = [one for one in part.element.iter() if one.tag in (f"{SVG}text", f"{SVG}flowRoot")]
        for one in texts:
            words = " ".join("".join(one.itertext()).split())
            if words:
                report(diagnostic("from-svg-text", place=place, name=spoken(one), text=words[:40]))


class _Reader:
    """Makes files of art of a drawing, and reads them as the layout will."""

    def __init__(
        self,
        root: Element,
        parts: Sequence[Part],
        page: Sheetlike,
        place: Place,
        load_picture: PictureLoader,
        report: Diagnostics,
    ) -> None:
        self._root, self._parts, self._page = root, parts, page
        self._place, self._load, self._report = place, load_picture, report
        self._art = [part for part in parts if not part.slot]

    def files(self, slots: Sequence[Slot]) -> tuple[list[Layer], Drawing | None]:
        """The files, and all art as one drawing."""
        if not self._art:
            return [], None
        whole = self._drawing(self._art)
        if whole is None:
            return [], None
        cuts = {slot.number for slot in slots if self._hides(slot)}
        made: list[Layer] = []
        for layer in layers(self._parts, cuts):
            drawing = whole if len(layer) == len(self._art) else self._drawing(layer)
            if drawing is not None:
                made.append(Layer(layer[0], self._only(layer), drawing))
        return made, whole

    def _hides(self, slot: Slot) -> bool:
        """Whether art that is drawn after a slot lies on it."""
        later = [part for part in self._parts[slot.number + 1 :] if not part.slot]
        drawing = self._drawing(later) if later else None
        margin, page = beyond(self._page), self._page.box
        box = slot.box.upright
        moved = Rect(box.x - page.x + margin, box.y - page.y + margin, box.width, box.height)
        return drawing is not None and touches(drawing.items, moved)

    def _only(self, art: Collection[Part]) -> bytes:
        wanted = {part.element for part in art}
        return written(self._root, self._page, {p.element for p in self._parts if p.element not in wanted})

    def _drawing(self, art: Collection[Part]) -> Drawing | None:
        try:
            drawing = read_drawing(self._only(art), self._place, self._load)
        except InputError as error:
            for found in error.diagnostics:
                self._say(found)
            return None
        for note in drawing.notes:
            self._say(note)
        return drawing

    def _say(self, found: Diagnostic) -> None:
        """What was not said of the whole drawing; a line would be one of the file of art, which nobody has yet."""
        known = {(one.code, one.parameters) for one in self._report}
        named = any(one.code == "from-svg-text" for one in self._report)  # says the same, and of which text
        if found.code == "svg-empty" or (found.code == "svg-text" and named):
            return
        if (found.code, found.parameters) not in known:
            self._report(_named(replace(found, place=replace(found.place, line=None)), self._root))


def _put_together(
    root: Element,
    page: Sheetlike,
    parts: Sequence[Part],
    slots: tuple[Slot, ...],
    files: Sequence[Layer],
    drawing: Drawing | None,
    title: str,
    source: str,
    place: Place,
    report: Diagnostics,
) -> FromSvg:
    faces = [slot.face for slot in slots if slot.face is not None]
    wanted = [face.paint for face in faces if face.paint]
    wanted += [face.outline[0] for face in faces if face.outline is not None]
    paints = paints_of(wanted, place)
    slogan = next((s.face for s in slots if s.show == "slogan" and s.face is not None), None)
    items: tuple[Item, ...] = drawing.items if drawing is not None else ()
    margin = beyond(page)
    around = Rect(margin, margin, page.box.width, page.box.height)
    paper = covering(items, around) or paper_of(root)
    ink = paints.get(slogan.paint) if slogan is not None else None
    palette = palette_of(items, paints.values(), ink, paper, around)
    slots = _judged(slots, parts, files, paints, paper, page, around, report, place)
    names = {color: name for name, color in reversed(list(palette.items()))}
    used = set(drawing.colors) if drawing is not None else set()
    recolor = {color.hex: name for name, color in palette.items() if color in used and color != CURRENT}
    made: dict[str, bytes] = {}
    starts: dict[Element, ArtFile] = {}
    for number, layer in enumerate(files, 1):
        name = "art.svg" if len(files) == 1 else f"art-{number}.svg"
        made[name] = layer.data
        starts[layer.first.element] = ArtFile(name, recolor)
    elements: list[Slot | ArtFile] = []
    for number, part in enumerate(parts):
        if part.element in starts:
            elements.append(starts[part.element])
        elements += [slot for slot in slots if slot.number == number]
    alt = next((" ".join((one.text or "").split()) for one in root.findall(f"{SVG}title")), "")
    design = Design(title, source, page, palette, _names(paints, names), elements, alt[:200])
    made["layout.toml"] = toml_of(design)
    return FromSvg(made, page.size, slots, tuple(report))


def _judged(
    slots: tuple[Slot, ...],
    parts: Sequence[Part],
    files: Sequence[Layer],
    paints: Mapping[str, Color],
    paper: Color,
    page: Sheetlike,
    around: Rect,
    report: Diagnostics,
    place: Place,
) -> tuple[Slot, ...]:
    """The slots, with those that may change sides; letters that hardly differ from the art under them are told."""
    found = []
    numbers = {part.element: number for number, part in enumerate(parts)}
    unders = [Under(i for layer in files[:count] for i in layer.drawing.items) for count in range(len(files) + 1)]
    for slot in slots:
        number = sum(numbers[layer.first.element] < slot.number for layer in files)
        under = unders[number]
        box = slot.box.upright
        stands = Rect(box.x - page.box.x + around.x, box.y - page.box.y + around.y, box.width, box.height)
        found.append(replace(slot, mirror=not slot.box.angle and under.is_even(stands, around)))
        letters = paints.get(slot.face.paint) if slot.face is not None and slot.face.outline is None else None
        if letters is None:
            continue
        least = MIN_CONTRAST if slot.show in LARGE else MIN_SMALL_CONTRAST
        ratio = under.worst_contrast(stands, letters, paper)
        if ratio < least:
            name = spoken(slot.parts[-1])
            report(diagnostic("from-svg-faint", place=place, name=name, ratio=ratio, least=least))
    return tuple(found)


def _names(paints: Mapping[str, Color], names: Mapping[Color, str]) -> dict[str, str]:
    return {paint: names[color] for paint, color in paints.items() if color in names}


__all__ = ["FromSvg", "layout_from_svg"]
