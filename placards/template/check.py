"""A loaded layout becomes what a designer should mend, looked for on every sheet that it is made for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from placards.art.library import ArtLibrary, is_svg
from placards.elements.base import Element
from placards.elements.condition import PARTS, facts
from placards.elements.looking import TOLERANCE, Look
from placards.elements.typeset import Typeset
from placards.files.toml import KeyPath
from placards.frozen import dataclass
from placards.layout.boxes import place_box, room_left, too_small
from placards.layout.content import LoadedPicture, PictureLoader
from placards.layout.pictures import is_vectors
from placards.layout.slots import PICTURES
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import PlacardsError, Place, UnknownNameError, near
from placards.template.coloring import all_colors
from placards.template.folder import LayoutFolder, Source
from placards.template.hidden import hidden
from placards.template.idle import idle
from placards.template.library import is_layout_name
from placards.template.model import Palettes
from placards.template.shared import Palette
from placards.template.variants import never
from placards.values.geometry import Rect
from placards.values.sheet import Sheet, parse_sheet, size_names

#: Where a key of an element is written.
Key: TypeAlias = Callable[[KeyPath], KeyPath]

#: What is given on the sheets that are looked at: everything, everything but one thing, and as little as there is.
_JOBS = (
    set(PARTS),
    set(PARTS) - {"title"},
    set(PARTS) - {"link"},
    set(PARTS) - set(PICTURES),
    {"slogan"},
)


def check_layout(
    loaded: LayoutFolder,
    *,
    load_picture: PictureLoader,
    roles: Collection[str] = (),
    artwork: ArtLibrary | None = None,
    shared: Mapping[str, Palette] | None = None,
) -> Iterator[Diagnostic]:
    """Everything but what `read_layout` refuses, each thing once: pictures that cannot be used or are too coarse, sizes
    and roles that do not exist, letters that do not stand out, texts that overlap. *roles* are those of the fonts, and
    families' names; with none, roles are not looked at. *artwork* reads SVG files, and knows the pieces of art;
    *shared* are the palettes that layouts share."""
    loaded, written = loaded.whole()
    if not is_layout_name(loaded.name):
        yield diagnostic("layout-name", place=loaded.place, name=loaded.name)
    pictures: dict[str, LoadedPicture | None] = {}
    for name in loaded.art_names:
        pictures[name] = None
        try:
            data, place = loaded.art(name)
            if artwork is not None and (is_svg(name) or is_vectors(data)):
                yield from artwork.drawing(data, place).notes
            else:
                picture = pictures[name] = load_picture(data, place)
                yield from picture.notes
        except PlacardsError as error:
            yield from error.diagnostics
    sheets = []
    for number, size in enumerate(loaded.layout.sizes):
        try:
            sheets.append(parse_sheet(size))
        except PlacardsError as error:
            yield from _wrong_size(written, number, size, error)
    yield from _wrong_variants(loaded, written)
    yield from idle(loaded, written)
    palettes = all_colors(loaded.layout, shared or {})
    yield from _wrong_palettes(loaded, written, shared, palettes)
    seen: set[tuple[str, Place]] = set()
    wrong = (*_wrong_roles(loaded, written, roles), *_wrong_pieces(loaded, written, artwork))
    for found in (*wrong, *_on_sheets(loaded, written, sheets, pictures, palettes)):
        # What is said of one sheet holds for the smaller ones too.
        if (found.code, found.place) not in seen:
            seen.add((found.code, found.place))
            yield found


def _wrong_palettes(
    loaded: LayoutFolder, written: Source, shared: Mapping[str, Palette] | None, palettes: Palettes
) -> Iterator[Diagnostic]:
    """A default that there is not, and tags that no palette has; without *shared*, only its own are known."""
    layout = loaded.layout
    if not palettes and shared is not None:
        yield diagnostic("palette-none", place=loaded.place, layout=loaded.name)
    if layout.palette and layout.palette not in palettes and shared is not None:
        place, remedy = written.file.place(("palette",)), near(layout.palette, list(palettes))
        yield diagnostic("palette-unknown", place=place, remedy=remedy, layout=loaded.name, palette=layout.palette)
    known = sorted({tag for palette in (shared or {}).values() for tag in palette.tags})
    for number, tag in enumerate(layout.accepts if shared else ()):
        if tag not in known:
            place = written.file.place(("accepts", number))
            yield diagnostic("palette-accepts", place=place, remedy=near(tag, known), tag=tag)


def _wrong_size(written: Source, number: int, size: str, error: PlacardsError) -> Iterator[Diagnostic]:
    place = written.file.place(("sizes", number))
    if isinstance(error, UnknownNameError):
        yield diagnostic("size-declared-unknown", place=place, remedy=near(size, size_names()), size=size)
    else:
        yield error.diagnostic.at(place)


def _wrong_variants(loaded: LayoutFolder, written: Source) -> Iterator[Diagnostic]:
    for number, behind in never([variant.when for variant in loaded.layout.variant]):
        place = written.file.place(("variant", number, "when"))
        when = " and ".join(f"{name} {sign} {value:g}" for name, sign, value in loaded.layout.variant[number].when)
        yield (
            diagnostic("variant-hidden", place=place) if behind else diagnostic("variant-never", place=place, when=when)
        )


def _wrong_roles(loaded: LayoutFolder, written: Source, roles: Collection[str]) -> Iterator[Diagnostic]:
    for element in loaded.layout.every_element if roles else ():
        for reference in element.refers():
            if reference.to == "role" and reference.name not in roles:
                place = written.file.place(_keys(written)[id(element)](reference.key))
                yield diagnostic(
                    "role-unknown", place=place, remedy=near(reference.name, sorted(roles)), name=reference.name
                )


def _wrong_pieces(loaded: LayoutFolder, written: Source, artwork: ArtLibrary | None) -> Iterator[Diagnostic]:
    for element in loaded.layout.every_element if artwork is not None else ():
        for reference in element.refers():
            if reference.to != "piece" or artwork is None:
                continue
            place = written.file.place(_keys(written)[id(element)](reference.key))
            try:
                artwork.piece(reference.name)
            except PlacardsError as error:
                yield from (found.at(place) for found in error.diagnostics)


def _on_sheets(
    loaded: LayoutFolder,
    written: Source,
    sheets: list[Sheet],
    pictures: Mapping[str, LoadedPicture | None],
    palettes: Palettes,
) -> Iterator[Diagnostic]:
    """What the elements say of themselves on each sheet, the largest first."""
    keys = _keys(written)

    def place(element: Element, key: KeyPath) -> Place:
        return written.file.place(keys[id(element)](key))

    for sheet in sorted(sheets, key=lambda sheet: -sheet.trim.width * sheet.trim.height):
        for given in _JOBS:
            standing = _standing(loaded, sheet, given)
            look = Look(loaded.name, sheet, standing.elements, standing.boxes, palettes, pictures.get, place)
            for element in look.elements:
                if min(look.boxes[element.id].size) > 0:
                    yield from element.check(look)
                elif not standing.hangs(element.id):
                    yield look.diagnostic("no-room-on-size", element, (), id=element.id, size=sheet.name)
            yield from _overlaps(look, standing)
            yield from hidden(look, standing.hangs)


def _keys(written: Source) -> dict[int, Key]:
    tables = written.tables
    everything = (*tables.own, *(one for _, of_variant in tables.variants for one in of_variant))
    return {id(one.element): one.key for one in everything}


def _overlaps(look: Look, standing: Standing) -> Iterator[Diagnostic]:
    texts = [e for e in look.elements if isinstance(e, Typeset) and min(look.boxes[e.id].size) > 0]
    for number, second in enumerate(texts):
        for first in texts[:number]:
            one, other = look.boxes[first.id], look.boxes[second.id]
            width = min(one.right, other.right) - max(one.x, other.x)
            height = min(one.bottom, other.bottom) - max(one.y, other.y)
            if min(width, height) > TOLERANCE and first.meets(second) and not standing.parted(first.id, second.id):
                yield look.diagnostic(
                    "texts-overlap", second, (), first=first.id, second=second.id, size=look.sheet.name
                )


@dataclass
class Standing:
    """Where elements stand on a sheet if every text fills its slot, and which hang on others' ink."""

    elements: tuple[Element, ...] = ()
    boxes: dict[str, Rect] = field(default_factory=dict)
    on: dict[str, frozenset[str]] = field(default_factory=dict)  # id → those whose ink moves it

    def hangs(self, name: str) -> bool:
        """Whether the element moves with others: how much room it has depends on the texts."""
        return bool(self.on[name])

    def parted(self, first: str, second: str) -> bool:
        """Whether one keeps clear of the other by itself."""
        return first in self.on[second] or second in self.on[first]


def _standing(loaded: LayoutFolder, sheet: Sheet, given: set[str]) -> Standing:
    """The elements that a job with these parts shows on a sheet."""
    boxes = {"sheet": Rect(0, 0, *sheet.trim), "safe": sheet.safe}
    on: dict[str, frozenset[str]] = {name: frozenset() for name in boxes}
    inks: dict[str, Rect] = {}
    rooms = dict(boxes)
    without: set[str] = set()
    shown = []
    for element in loaded.elements_for(facts(sheet, loaded.layout.languages, given)):
        hung = [name for name in element.hangs_on if name in inks]
        around = room_left(element, rooms[element.inside], inks, mirrored=False)
        box = boxes[element.id] = place_box(element, around, min(sheet.trim), mirrored=False)
        rooms[element.id] = element.room(box, min(sheet.trim), mirrored=False)
        if element.rotate % 180 == 90:  # set upright: where it really stands
            box = boxes[element.id] = _quarter_turned(box)
        on[element.id] = on[element.inside].union(hung, *(on[name] for name in hung))
        wanted = {showing.what for showing in element.shows()} - {"art"}  # it has art of its own
        if wanted and not wanted & given:
            continue
        if (element.vanishes and hung and min(box.size) <= 0) or too_small(element, box, boxes["sheet"]):
            without.add(element.id)
            continue
        if element.inside in without or any(name in inks for name in element.unless):
            without.add(element.id)
            continue
        inks[element.id] = element.filled(box, min(sheet.trim))
        shown.append(element)
    return Standing(tuple(shown), boxes, on)


def _quarter_turned(box: Rect) -> Rect:
    """A box turned by a right angle around its middle."""
    return Rect(box.x + (box.width - box.height) / 2, box.y + (box.height - box.width) / 2, box.height, box.width)
