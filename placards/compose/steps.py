"""A layout, a sheet and a job's content become the Scenes of one artefact, step by step."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field, replace
from functools import partial
from typing import Any, TypeAlias

from placards.compose.credited import asks_for_credit, with_credit
from placards.compose.not_shown import not_shown
from placards.compose.numbered import close_up
from placards.compose.request import Composition, Request
from placards.elements.base import Element
from placards.elements.condition import facts
from placards.elements.page import Division, Page, Setting
from placards.elements.shown import Shown
from placards.frozen import dataclass
from placards.layout.content import Content
from placards.layout.slots import ITEMS
from placards.locale.language import is_rtl
from placards.problems.diagnostic import Diagnostic
from placards.problems.errors import InputError, Place
from placards.scene.items import Item, Metadata, Scene


@dataclass
class Work:
    """An artefact on its way: each step fills in what the next ones need."""

    request: Request
    made: Composition = field(default_factory=Composition)
    shown: Shown = field(default_factory=Shown)
    elements: tuple[Element, ...] = ()
    division: Division = Division(())
    kept: dict[Hashable, Any] = field(default_factory=dict)
    pages: list[list[Item]] = field(default_factory=list)

    def _beside(self, name: str) -> tuple[bytes, Place]:
        self.made.beside[name] = None
        return self.request.layout.art(name)

    @property
    def setting(self) -> Setting:
        """What all pages share."""
        request = self.request
        return Setting(
            layout=request.layout.name,
            file=request.layout.place,
            sheet=request.sheet,
            content=request.content,
            colors=request.colors,
            fonts=request.fonts,
            mirrored=is_rtl(request.content.languages[0]),
            art=self._beside,
            load_picture=request.load_picture,
            report=self.made.diagnostics,
            shown=self.shown,
            pictures=request.pictures,
            artwork=request.artwork,
            outlines=request.outlines,
            kept=self.kept,
        )


Step: TypeAlias = Callable[[Work], None]


def choose_elements(work: Work) -> None:
    """What stands on a sheet of this shape, for a job with these parts."""
    content = work.request.content
    sheet, parts, first = work.request.sheet, _parts(content), content.languages[0]
    known = facts(sheet, len(content.languages), parts, first, _counts(content))
    layout = work.request.layout
    work.elements = close_up(layout.layout.every_element, layout.elements_for(known))


def divide_into_pages(work: Work) -> None:
    """The entries of each page: all of them on one, unless elements ask for pages, or go on on further ones."""
    entries = work.request.content.entries
    asked = max((element.pages for element in work.elements if isinstance(element.pages, int)), default=1)
    work.division = Division((entries,) * asked, whole=asked > 1)
    for number, element in enumerate(work.elements):
        if type(element).divide is Element.divide:
            continue
        divided = element.divide(_trial(work, number, element.from_page))
        if divided is not None:
            missing = asked - len(divided.pages) if divided.whole else 0
            work.division = replace(divided, pages=(*divided.pages, *[entries] * max(missing, 0)))
            return


def _trial(work: Work, before: int, number: int) -> Page:
    """A page on which everything stands that an element hangs on, to try that one out."""
    page = Page(work.setting, work.request.content.entries, number=number).trial()
    page.further = partial(_trial, work, before)
    for earlier in _needed(work.elements[before], work.elements[:before]):
        if earlier.stands_on(number, 0):
            page.place(earlier)
        else:
            page.slot(earlier)
    return page


def _needed(element: Element, earlier: Sequence[Element]) -> list[Element]:
    """Those of the earlier elements without which nobody can say where an element stands: its own room's, and theirs.
    What else there is on the sheet need not be set for that."""
    wanted, found = _names(element), []
    for one in reversed(earlier):
        if one.id in wanted:
            wanted |= _names(one)
            found.append(one)
    return found[::-1]


def _names(element: Element) -> set[str]:
    return {element.inside, *element.hangs_on, *element.unless}


def place_elements(work: Work) -> None:
    """Every element on every page where it stands, in drawing order; raises PlacardsError where one cannot be shown."""
    before, count, only = 0, len(work.division.pages), work.request.page
    if only is not None and not 1 <= only <= count:
        raise InputError("page-unknown", page=only, count=count)
    work.made.pages = count
    for number, entries in enumerate(work.division.pages, 1):
        if only in (None, number):
            page = Page(work.setting, entries, before, work.division.size, number=number, count=count)
            work.pages.append(_placed(work, page))
        before += 0 if work.division.whole else len(entries)


def _placed(work: Work, page: Page) -> list[Item]:
    placed: dict[str, list[Item]] = {}
    for index, element in enumerate(work.elements):
        page.further = partial(_trial, work, index)
        if element.stands_on(page.number, page.count):
            placed[element.id] = page.place(element)
        else:
            page.slot(element)
    page.drawn = placed
    page.standing = tuple(element for element in work.elements if element.id in placed)
    for element in page.standing:
        if element.waits:  # for the texts that stand on it
            placed[element.id] = page.place(element)
    return [item for items in placed.values() for item in items]


def mark_drafts(work: Work) -> None:
    """The word DRAFT behind the texts, where nobody has checked one of them."""
    request = work.request
    if request.content.draft is not None:
        from placards.layout.watermark import with_watermark

        draft = request.content.draft
        work.pages = [with_watermark(items, draft, request.sheet.trim, request.fonts) for items in work.pages]


def say_what_is_missing(work: Work) -> None:
    """What the job gave and no element showed: an error for a message, a warning for a detail. One page of several
    cannot tell."""
    if work.request.page is None or work.made.pages == 1:
        for found in not_shown(work.request.layout, work.request.content, work.shown):
            work.made.diagnostics(found)
    work.made.art, work.made.pictures = tuple(work.shown.art), frozenset(work.shown.pictures)


def make_scenes(work: Work) -> None:
    """Sheets with their size, bleed and metadata."""
    sheet, metadata = work.request.sheet, _metadata(work.request)
    for items in work.pages:
        work.made.scenes.append(Scene(sheet.trim, tuple(items), metadata, sheet.bleed, sheet.pixels))


#: One job from its layout to its Scenes.
STEPS: tuple[Step, ...] = (
    choose_elements,
    divide_into_pages,
    place_elements,
    mark_drafts,
    say_what_is_missing,
    make_scenes,
)


def compose(request: Request) -> Composition:
    """Take every step; raises PlacardsError (unknown palette, text that cannot fit, …)."""
    if not asks_for_credit(request.content):
        return _composed(request)
    # Only a whole sheet says what is on it, so it is made twice.
    request, notes = with_credit(request, _composed(request))
    return _composed(request, notes)


def _composed(request: Request, notes: Iterable[Diagnostic] = ()) -> Composition:
    work = Work(request)
    for note in notes:
        work.made.diagnostics(note)
    for step in STEPS:
        step(work)
    return work.made


def _parts(content: Content) -> set[str]:
    """What of a job conditions may ask for (`placards.elements.condition.PARTS`)."""
    parts = {name for name, texts in content.fields if texts}
    if any(text.text.strip() for entry in content.entries for text in entry.texts):
        parts.add("slogan")
    parts |= {picture.slot for picture in content.pictures}
    return parts | ({"link"} if content.link else set())


def _counts(content: Content) -> dict[str, int]:
    """How many items the slots have that hold several."""
    given = {name: texts[0].text for name, texts in content.fields if texts}
    return {name: sum(1 for line in given.get(name, "").splitlines() if line.strip()) for name in ITEMS}


def _metadata(request: Request) -> Metadata:
    content = request.content
    title = content.field("title", 1) if request.layout.layout.many else None
    first = next((entry.texts[0] for entry in content.entries if entry.texts), None)
    heading = title or first or content.field("title", 1)
    organiser = content.field("organiser", 1)
    return Metadata(
        title=" ".join(heading.text.split()) if heading else request.layout.layout.name,
        language=content.languages[0],
        author=organiser.text if organiser else "",
        keywords=tuple(entry.slogan for entry in content.entries if entry.slogan),
    )
