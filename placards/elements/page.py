"""A page of an artefact while its elements are placed: where each stands, its ink, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from placards.elements.base import Element
from placards.elements.shown import Shown
from placards.frozen import dataclass
from placards.layout.boxes import place_box, reach_bleed, room_left, too_small
from placards.layout.content import Content, Entry, PictureLoader
from placards.layout.pictures import Pictures
from placards.problems.diagnostic import Report, Severity, diagnostic
from placards.problems.errors import InputError, Place
from placards.text.kept import Kept
from placards.values.color import Color
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect, turn
from placards.values.sheet import Sheet

if TYPE_CHECKING:
    from placards.art.library import ArtLibrary
    from placards.scene.items import Item
    from placards.text.fontset import FontSet

#: The bytes of a picture beside layout.toml, by its name there, and the place for errors; raises InputError.
Art: TypeAlias = "Callable[[str], tuple[bytes, Place]]"

#: What is equal on paper may differ by this much, points.
_GRACE = 1e-6


@dataclass(frozen=True, slots=True)
class Division:
    """How a job's entries go over pages, and the size of type that all pages share, in points per em. On a *whole*
    division every page has all entries."""

    pages: tuple[tuple[Entry, ...], ...]
    size: float | None = None
    whole: bool = False


#: Segments of outlines that a process keeps: some 10 MB.
_OUTLINES = 40_000


def outlines_kept() -> Kept[Hashable, Any]:
    """An empty store of outlines that follow from an element, its box and its sheet alone."""
    return Kept(_OUTLINES)


@dataclass(frozen=True)
class Setting:
    """What all pages of an artefact share."""

    layout: str  # the layout's name
    file: Place  # its layout.toml, for errors
    sheet: Sheet
    content: Content
    colors: Mapping[str, Color]
    fonts: FontSet
    mirrored: bool  # a sheet whose first language is written from right to left
    art: Art
    load_picture: PictureLoader
    report: Report
    shown: Shown
    pictures: Pictures | None = None  # where the job's own come from, and what changes their colours
    artwork: Callable[[], ArtLibrary] | None = None  # all pieces of art, and any SVG; opened when something needs it
    outlines: Kept[Hashable, Any] = field(default_factory=outlines_kept)  # of grounds, from job to job
    kept: dict[Hashable, Any] = field(default_factory=dict)  # what elements worked out once for all pages, by their ids


class Copy(NamedTuple):
    """A further place of what stands in a grid's cell: where it moves, and the cell there, which cuts it off."""

    matrix: Matrix
    clip: Path


class Knocked(NamedTuple):
    """A plate with the letters that will be holes in it, their ink, and what others hang from; all upright."""

    items: tuple[Item, ...]
    letters: Rect
    ink: Rect


@dataclass
class Page:
    """One page. Boxes and inks are in points from the trim's top left."""

    setting: Setting
    entries: tuple[Entry, ...]
    before: int = 0  # how many entries stand on earlier pages
    size: float | None = None  # of a list that goes over several pages, in points per em
    boxes: dict[str, Rect] = field(default_factory=dict)
    inks: dict[str, Rect] = field(default_factory=dict)  # what "below" and "above" measure from
    standing: tuple[Element, ...] = ()  # all elements in drawing order, once everything has its place
    rooms: dict[str, Rect] = field(default_factory=dict)  # where what is inside an element stands, if not in its box
    number: int = 1  # of the page, from 1
    count: int = 0  # of pages; 0 while nobody knows
    #: Another page, on trial, with what stands there before the element that is being placed.
    further: Callable[[int], Page] | None = field(default=None, repr=False)
    copies: dict[str, tuple[Copy, ...]] = field(default_factory=dict)  # of grids, and of what stands in them
    without: set[str] = field(default_factory=set)  # ids of what is left out for want of room
    knocked: dict[str, Knocked] = field(default_factory=dict)  # of texts whose letters are holes
    drawn: Mapping[str, list[Item]] = field(default_factory=dict)  # of all elements, once everything has its place
    cells: dict[str, Rect] = field(default_factory=dict)  # of grids, and of what stands in them: the cell it is set in
    _cell: Rect | None = None  # of what is being placed
    _turns: dict[str, Matrix] = field(default_factory=dict)  # of elements that do not stand upright
    _unfolded: Rect | None = None  # what finishing leaves of the sheet, where it takes something
    _upright: dict[str, Rect] = field(default_factory=dict)  # inks of those that stand in turned ones, before the turn

    def __post_init__(self) -> None:
        sheet, mirrored = self.setting.sheet, self.setting.mirrored
        self.boxes |= {"sheet": self.trim, "safe": sheet.safe_in(mirrored=mirrored)}
        self._unfolded = sheet.unfolded_in(mirrored=mirrored) if any(sheet.finishing) else None

    @property
    def trim(self) -> Rect:
        return Rect(0, 0, *self.setting.sheet.trim)

    @property
    def shorter(self) -> float:
        """The sheet's shorter side, what vmin is measured by."""
        return min(self.setting.sheet.trim)

    @property
    def colors(self) -> Mapping[str, Color]:
        return self.setting.colors

    @property
    def shown(self) -> Shown:
        return self.setting.shown

    def trial(self) -> Page:
        """A page to try something out on: nothing counts as shown, and nothing is said."""
        quiet = replace(self.setting, report=lambda _: None, shown=Shown())
        return Page(quiet, self.entries, self.before, self.size, number=self.number)

    def place(self, element: Element) -> list[Item]:
        """The items of an element, turned and let through as it asks, and its box for those that stand in it; raises
        PlacardsError."""
        if self._left_out(element):
            return []
        self._cell = self.cells.get(element.inside)
        if self._cell is not None:
            self.cells[element.id] = self._cell
        items = list(element.place(self))
        if element.id not in self.boxes:
            self.slot(element)
        turned = self._turned(element)
        copies = self.copies.get(element.inside)
        if items and (copies or turned != IDENTITY or element.opacity < 1):
            from placards.scene.items import Group

            if turned != IDENTITY or element.opacity < 1:
                items = [Group(tuple(items), turned, opacity=element.opacity)]
            if copies:
                self.copies[element.id] = copies
                together = tuple(items)
                return [Group((Group(together, copy.matrix),), clip=copy.clip) for copy in copies]
        return items

    def _left_out(self, element: Element) -> bool:
        """Whether it has less room than it asks for at least, or stands in something that has, or in whose place
        another one stands."""
        within, others = element.inside in self.without, any(name in self.inks for name in element.unless)
        if element.least is None and not (within or others):
            return False
        box = self.slot(element)
        if within or others or too_small(element, box, self.trim):
            self.without.add(element.id)
            return True
        return False

    def _turned(self, element: Element) -> Matrix:
        """From the points in which an element was placed to the sheet's: its own turn, then that of what it is in.
        Its ink, from which others hang, becomes the box around its turned ink."""
        turned = self._turns.get(element.inside, IDENTITY)
        if turned != IDENTITY and not element.rotate and element.id in self.inks:
            self._upright[element.id] = self.inks[element.id]
        if element.rotate:
            box = self.boxes[element.id]
            center = Point(box.x + box.width / 2, box.y + box.height / 2)
            mirrored = self.setting.mirrored and element.mirror
            turned = turn(-element.rotate if mirrored else element.rotate, center).then(turned)
        if turned != IDENTITY:
            self._turns[element.id] = turned
            if element.id in self.inks:
                self.inks[element.id] = turned.box(self.inks[element.id])
        return turned

    def box(self, element: Element) -> Rect:
        """Where an element stands that is drawn; it has all of its box for ink until it says otherwise. Raises
        InputError where there is no room."""
        box = self.slot(element)
        self.inks[element.id] = box
        if not self.vanished(element) and (box.width <= 0 or box.height <= 0):
            raise InputError("element-without-room", place=self._place, id=element.id, size=self.setting.sheet.name)
        return box

    def slot(self, element: Element) -> Rect:
        """Where an element stands, or would stand if it were shown; what is not shown has no ink."""
        inks = {name: self.ink(name, element) for name in element.hangs_on if name in self.inks}
        around = self.rooms.get(element.inside, self.boxes[element.inside])
        around = room_left(element, around, inks, mirrored=self.setting.mirrored and element.mirror)
        mirrored = self.setting.mirrored
        box = place_box(element, around, self.shorter, mirrored)
        # What passes the edge is meant to be cut, and what is turned has another box than it seems.
        if self._unfolded is not None and element.stays_whole and not self.is_turned(element):
            box = (self._unfolded.intersection(box) if self.trim.contains(box, _GRACE) else None) or box
        self.boxes[element.id] = box
        self.rooms[element.id] = element.room(box, self.shorter, mirrored=mirrored and element.mirror)
        return box

    def ink(self, name: str, element: Element) -> Rect:
        """The ink of what is called so, as an element sees it: where both turn with one and the same, before that."""
        together = self._turns.get(element.inside)
        if together is not None and name in self._upright and self._turns.get(name) == together:
            return self._upright[name]
        return self.inks[name]

    def vanished(self, element: Element) -> bool:
        """Whether an element is of the room that others leave, and they leave none."""
        left_over = element.vanishes and bool(element.hangs_on)
        return left_over and min(self.boxes[element.id].size) <= 0

    def is_turned(self, element: Element) -> bool:
        """Whether it does not stand upright, by itself or by what it is in."""
        return bool(element.rotate) or element.inside in self._turns

    def turned(self, element: Element) -> Matrix:
        """From the points in which a placed element was drawn to the sheet's."""
        return self._turns.get(element.id, IDENTITY)

    def read_ink(self, element: Element) -> Rect:
        """The box on the sheet of what is read of an element that is shown: of letters, not of the plate around
        them."""
        knocked = self.knocked.get(element.id)
        return self.inks[element.id] if knocked is None else self.turned(element).box(knocked.letters)

    def under(self, element: Element) -> list[Item]:
        """What is drawn before an element, once everything has its place."""
        ids = list(self.drawn)
        before = ids[: ids.index(element.id)] if element.id in ids else ids
        return [item for name in before for item in self.drawn[name]]

    def reach(self, box: Rect) -> Rect:
        """A box that touches the trim's edge, extended to the bleed's edge on that side. In a grid one cell stands for
        all, some of which lie at other edges: there a box that touches its cell's edge is extended, too, and each copy
        is cut off where its own cell ends."""
        bleed = self.setting.sheet.bleed
        found = reach_bleed(box, self.trim, bleed)
        return found if self._cell is None else found.union(reach_bleed(box, self._cell, bleed))

    def warn(self, code: str, element: Element, language: str = "", **parameters: Any) -> None:
        """Say something about an element, as a warning with the slot's name."""
        place = Place(message=f"slot “{element.id}”", language=language or None)
        self.setting.report(diagnostic(code, place=place, severity=Severity.WARNING, **parameters))

    def note(self, code: str, element: Element, **parameters: Any) -> None:
        """Something that is good to know of an element."""
        self.setting.report(diagnostic(code, place=Place(message=f"slot “{element.id}”"), **parameters))

    @property
    def _place(self) -> Place:
        return self.setting.file
