"""What all elements share: a box by its logical sides, what it refers to, and how it comes onto a page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.part import Part
from placards.frozen import dataclass
from placards.problems.errors import InputError

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ConditionField, ExtentField, Id, LengthField, NamesField
    from placards.elements.looking import Look
    from placards.elements.page import Division, Page
    from placards.files.toml import KeyPath
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item
    from placards.values.geometry import Rect

#: What an id, a palette and a layout's folder may be called: fit for a file's name on every system.
ID_PATTERN = r"^[a-z][a-z0-9-]*$"

#: Longer names are no names; they would not fit into the name of a file.
MAX_ID = 60

#: The sides and the extent of each axis: two of the three say everything.
AXES = (("start", "end", "width"), ("top", "bottom", "height"))


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that must exist for an element to make sense, and the key of the element that names it."""

    to: Literal["color", "art", "piece", "role"]
    name: str
    key: KeyPath


#: Any number of languages.
EVERY = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """What of a job an element can show: ``slogan``, ``title``, ``place``, … in a language (1 = the job's first;
    `EVERY` = all that there are)."""

    what: str
    language: int = 1


class Element(Part, ABC):
    """A box by its logical sides. Sides and extents that are not given follow from the others; with none, the element
    fills what it stands in. ``inside`` names an element, "sheet" or "safe".

    ``below`` and ``above`` name elements that stand before this one: the room inside then begins under the lowest ink
    of those, not under their slots, or ends over the highest; ``after`` lets it begin where their ink ends along the
    line. What is not shown does not count. An element that would be less high (or wide, ``after`` others) than
    ``least`` is left out, with what stands inside it, and so is one that stands only ``unless`` others are shown.

    ``rotate`` turns it by degrees clockwise around the middle of its box, the other way where the sheet is mirrored;
    what stands inside turns with it, in a box that is measured before. ``opacity`` lets what is under it through.

    ``pages`` says on which pages it stands; a number makes the artefact have that many."""

    #: Whether the element is left out, instead of being an error, where others leave it no room.
    vanishes: ClassVar[bool] = False
    #: Whether it shows who calls and who answers.
    shows_turns: ClassVar[bool] = False
    #: Whether what stands under it is hidden by it.
    covers: ClassVar[bool] = False
    #: Whether it shows here and there over what is under it, as dots do: letters on it stand on both.
    mottles: ClassVar[bool] = False

    id: Id
    type: str
    inside: str = "sheet"
    below: NamesField = ()
    above: NamesField = ()
    after: NamesField = ()
    unless: NamesField = ()
    start: LengthField | None = None
    end: LengthField | None = None
    top: LengthField | None = None
    bottom: LengthField | None = None
    width: ExtentField | None = None
    height: ExtentField | None = None
    least: ExtentField | None = None
    mirror: bool = True
    when: ConditionField | None = None
    rotate: Annotated[float, Field(ge=-360, le=360)] = 0.0
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    pages: Literal["all", "first", "others", "last"] | Annotated[int, Field(ge=1, le=20)] = "all"

    @property
    def stays_whole(self) -> bool:
        """Whether it is nothing any more once a part of it is folded back or punched: words, a sign, a code."""
        return False

    def contradictions(self) -> None:
        """Raise InputError for keys of which each is right, and which together make no sense."""
        for names in AXES:
            if all(getattr(self, name) is not None for name in names):
                raise InputError("sides-contradict", names=names)
        if self.least is not None and not self.vanishes:
            raise InputError("least-unused")

    def stands_on(self, page: int, count: int) -> bool:
        """Whether it stands on a page (1 = the first) of so many; of an unknown number where *count* is 0."""
        if self.pages == "first":
            return page == 1
        if self.pages == "others":
            return page > 1
        if self.pages == "last":
            return page == count
        return self.pages in ("all", page)

    def meets(self, other: Element) -> bool:
        """Whether there is a page on which both may stand; nobody knows yet how many pages there are."""
        pages = [element.pages for element in (self, other)]
        if "all" in pages or pages[0] == pages[1]:
            return True
        first, others = ([page for page in pages if page in names] for names in (("first", 1), ("others",)))
        if len(first) == 2:
            return True
        numbers = [page for page in pages if isinstance(page, int)]
        return "last" in pages or (bool(others) and any(number > 1 for number in numbers))

    @abstractmethod
    def place(self, page: Page) -> Iterable[Item]:
        """The element as items of a page, in drawing order; raises PlacardsError where it cannot be shown."""

    @property
    def from_page(self) -> int:
        """The page that what goes on over pages begins on."""
        return 1

    def refers(self) -> Iterator[Reference]:
        """What must exist: colours, pictures, roles."""
        return iter(())

    def shows(self) -> Iterator[Showing]:
        """What of a job it can show."""
        return iter(())

    def says(self) -> Iterator[int]:
        """The languages (1 = the job's first) of which it shows how to say them."""
        return iter(())

    def words(self) -> Iterator[str]:
        """Its own texts in English, for translators."""
        return iter(())

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """The elements whose ink says how much room it has."""
        return (*self.below, *self.above, *self.after)

    @property
    def ground(self) -> str | None:
        """The colour that it covers its box with; None for no single one."""
        return None

    @property
    def waits(self) -> bool:
        """Whether it is placed once more when all others stand, because what stands on it changes it
        (`Page.standing`)."""
        return False

    @property
    def undertones(self) -> tuple[str, ...]:
        """The colours that letters on it may stand on; none where nobody can say."""
        return (self.ground,) if self.ground is not None else ()

    @property
    def beneath(self) -> str | None:
        """The colour that it lays under its own letters, whatever it stands on."""
        return None

    @property
    def hides(self) -> bool:
        """Whether it hides what is under its box, as it is written."""
        return self.covers

    @property
    def blurs(self) -> bool:
        """Whether nobody can say, for all that stands under it, which colour letters on it stand on."""
        return False

    def room(self, box: Rect, shorter: float, *, mirrored: bool) -> Rect:
        """Where in its box on the sheet stands what is inside it: by itself, all over it."""
        return box

    def filled(self, box: Rect, shorter: float) -> Rect:
        """What of its box it covers at the most: others hang from that, in a check."""
        return box

    def divide(self, page: Page) -> Division | None:
        """How the job's entries go over pages, where this element decides that."""
        return None

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """What a designer should mend, on one sheet; empty where all is well."""
        return iter(())
