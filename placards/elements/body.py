"""The element ``body``: running text over as many pages as it needs, for letters, petitions and leaflets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference, Showing
from placards.elements.page import Division, Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.problems.errors import PlacardsError, Place, TextError
from placards.values.geometry import Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, LanguageNumber, Weight
    from placards.layout.content import SlotText
    from placards.layout.flow import Flowed, FlowStyle
    from placards.scene.items import Item


@element
class Body(Typeset):
    """Running text of the job, its ``body``: a blank line parts paragraphs, ``# `` begins a heading and ``- `` an item.
    It is as large as one page lets it be, at most ``max_size``; where it does not fit at ``min_size`` it goes on on
    further pages. ``reserve`` keeps room free below it, for signatures. With ``pages`` it stands on the page of that
    number alone, or begins on the second (``others``)."""

    type: Literal["body"]
    show: Literal["body"] = "body"
    language: LanguageNumber = 1
    role: str = "text"
    weight: Weight = 400
    fill: str = "ink"
    heading_fill: str = ""
    marked_fill: str = ""
    align: Literal["start", "end", "center"] = "start"
    most_pages: Annotated[int, Field(ge=1, le=40)] = 20
    reserve: GapField = Length(0.0, "pt")
    min_size: ExtentField = Length(10.0, "pt")
    max_size: ExtentField = Length(12.0, "pt")
    optional: bool = False

    @property
    def from_page(self) -> int:
        """The page that it begins on."""
        return self.pages if isinstance(self.pages, int) else 2 if self.pages == "others" else 1

    @property
    def on_one_page(self) -> bool:
        """Whether it may not go on on further pages."""
        return isinstance(self.pages, int) or self.pages == "first"

    def refers(self) -> Iterator[Reference]:
        for key in ("fill", "heading_fill", "marked_fill"):
            if getattr(self, key):
                yield Reference("color", getattr(self, key), (key,))
        yield Reference("role", self.role, ("role",))

    def shows(self) -> Iterator[Showing]:
        yield Showing("body", self.language)

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        yield Reference("color", self.fill, ("fill",)), False

    def filled(self, box: Rect, shorter: float) -> Rect:
        return Rect(box.x, box.y, box.width, max(box.height - self.reserve.points(box.height, shorter), 0.0))

    def divide(self, page: Page) -> Division | None:
        """As many pages as the text needs; None without a text."""
        if self._text(page) is None:
            return None
        page.box(self)
        if self.on_one_page:
            return Division((page.entries,) * self.from_page, whole=True)
        count = self.from_page - 1 + len(self._flowed(page, page.number).pages)
        return Division((page.entries,) * count, whole=True)

    def place(self, page: Page) -> Iterable[Item]:
        """The paragraphs of this page; raises TextError where there is no text, FitError where it needs more pages."""
        if self._text(page) is None:
            page.slot(self)
            if self.optional:
                return []
            raise TextError("slot-without-text", layout=page.setting.layout, show="body")
        page.box(self)
        flowed = self._flowed(page, page.number)
        index = page.number - self.from_page
        blocks = flowed.pages[index] if 0 <= index < len(flowed.pages) else ()
        number = min(self.language, len(dict(page.setting.content.fields)["body"]))
        page.shown.detail("body", number)
        page.inks.pop(self.id, None)
        hidden = self._hidden_mark(page) if index == 0 else ""
        if hidden:
            page.warn("emphasis-not-shown", self, text=hidden)
        if blocks:
            page.inks[self.id] = reduce(Rect.union, (line.ink for block in blocks for line in block.lines))
        return blocks

    def _text(self, page: Page) -> SlotText | None:
        found = page.setting.content.field("body", self.language)
        return found if found is not None and found.text.strip() else None

    def _hidden_mark(self, page: Page) -> str:
        """Marked words that look as the rest does: the face has no bolder letters, and they have no colour."""
        from placards.layout.flow import BOLD, parts_of
        from placards.layout.message import prepare_message
        from placards.text.shape import TextStyle
        from placards.text.spans import Span

        text, colors = self._text(page), page.colors
        assert text is not None
        for part in parts_of(text.text):
            heading = part.kind == "heading"
            usual = (self.heading_fill if heading else "") or self.fill
            if not part.marked or (self.marked_fill and colors[self.marked_fill] != colors[usual]):
                continue
            style = TextStyle(text.language, self.role, BOLD if heading else self.weight)
            spans = [Span(start, end, BOLD, emphasis="marked") for start, end in part.marked]
            plain = prepare_message(part.text, style, page.setting.fonts).paragraph
            bold = prepare_message(part.text, style, page.setting.fonts, spans).paragraph
            for span in bold.spans:
                runs = [run for run in bold.runs if span.emphasis and span.start <= run.start < span.end]
                if runs and all(plain.runs[plain.run_at(run.start)].font == run.font for run in runs):
                    return bold.text[span.start : span.end].strip()
        return ""

    def _flowed(self, page: Page, number: int) -> Flowed:
        """The whole text over its pages; this page's room is known, those of others follow from what stands there."""
        from placards.layout.flow import flow

        text = self._text(page)
        assert text is not None
        index, box = number - self.from_page, page.boxes[self.id]
        known: tuple[dict[int, Rect], Flowed] | None = page.setting.kept.get(self.id)
        if known is not None and known[0].get(index, box) == box:  # what was not asked for changes nothing
            return known[1]
        rooms = {index: box}

        def room(index: int) -> Rect:
            if index not in rooms:
                assert page.further is not None
                other = page.further(index + self.from_page)
                rooms[index] = other.box(self)
            return rooms[index]

        most = 1 if self.on_one_page else self.most_pages
        try:
            flowed = flow(text.text, room, self._style(text, page), most)
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=text.language))
            raise
        page.setting.kept[self.id] = rooms, flowed
        return flowed

    def _style(self, text: SlotText, page: Page) -> FlowStyle:
        from placards.layout.flow import FlowStyle
        from placards.layout.text_block import physical_align
        from placards.locale.language import is_rtl

        box, colors = page.boxes[self.id], page.colors
        return FlowStyle(
            language=text.language,
            role=self.role,
            fonts=page.setting.fonts,
            paint=colors[self.fill],
            heading=colors[self.heading_fill or self.fill],
            marked=colors[self.marked_fill] if self.marked_fill else None,
            align=physical_align(self.align, is_rtl(text.language)),
            slot=self.id,
            show="body",
            min_size=self.min_size.points(box.height, page.shorter),
            max_size=self.max_size.points(box.height, page.shorter) if self.max_size else 12.0,
            weight=self.weight,
            reserve=self.reserve.points(box.height, page.shorter),
        )
