"""The element ``list``: the job's slogans one below the other, numbered, over as many pages as reading needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.base import Reference, Showing
from placards.elements.page import Division, Page
from placards.elements.part import Part
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.layout.content import Entry
from placards.problems.errors import TextError
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, LanguageNumber, Weight
    from placards.layout.chants import ListPage
    from placards.scene.items import Item


class ListText(Part):
    """How one line of a list is set; ``size`` is relative to the list's own size. ``say`` is how to say the message of
    this language, in Latin letters; the line is left out where nobody has written that down. One at the ``side`` stands
    in the column that the list's ``side`` leaves at the end."""

    show: Literal["message", "say"] = "message"
    language: LanguageNumber = 1
    role: str = "text"
    weight: Weight | None = None
    fill: str = "ink"
    size: Annotated[float, Field(gt=0, le=2)] = 1.0
    side: bool = False


@element
class SloganList(Typeset):
    """The slogans of the job one below the other, numbered, all in one size. In a call and response the leader's lines
    are lighter than the crowd's (``leader_weight``), and stand above them or, with ``turns = "columns"``, beside them
    where no word breaks for it. ``side`` is the part of a row's width that lines at the side have; without such texts
    the others take it."""

    shows_turns: ClassVar[bool] = True

    type: Literal["list"]
    lines: Annotated[tuple[ListText, ...], Field(min_length=1)]
    numbers: bool = True
    number_fill: str = "ink"
    leader_weight: Weight = 400
    turns: Literal["rows", "columns"] = "rows"
    side: Annotated[float, Field(gt=0, lt=0.8)] = 0.35
    gap: Annotated[float, Field(ge=0, le=5)] = 0.8
    columns: Annotated[int, Field(ge=1, le=4)] = 1
    column_gap: GapField = Length(4.0, "%")
    min_size: ExtentField = Length(9.0, "pt")
    rule: str | None = None

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.number_fill, ("number_fill",))
        for number, line in enumerate(self.lines):
            yield Reference("color", line.fill, ("lines", number, "fill"))
            yield Reference("role", line.role, ("lines", number, "role"))
        if self.rule is not None:
            yield Reference("color", self.rule, ("rule",))

    def shows(self) -> Iterator[Showing]:
        yield from (Showing("slogan", line.language) for line in self.lines if line.show == "message")

    def says(self) -> Iterator[int]:
        yield from (line.language for line in self.lines if line.show == "say")

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        for number, line in enumerate(self.lines):
            yield Reference("color", line.fill, ("lines", number, "fill")), False

    def divide(self, page: Page) -> Division:
        """As few pages as keep the list at its smallest size or above, and the largest size that needs no more of
        them. Raises TextError where there is nothing to list, FitError when one entry alone does not fit."""
        from placards.layout.chants import split_pages

        for entry in page.entries or (None,):
            if entry is None or not any(self._has(entry, number) for number in range(len(self.lines))):
                raise TextError("list-empty", layout=page.setting.layout)
        page.box(self)
        pages, size = split_pages(self._list_page(page), page.entries)
        return Division(tuple(pages), size)

    def place(self, page: Page) -> Iterable[Item]:
        """The entries as blocks, with their numbers, marks and rules."""
        from placards.layout.chants import list_items

        page.box(self)
        for index, entry in enumerate(page.entries):
            for number, line in enumerate(self.lines):
                if line.show == "message" and self._has(entry, number):
                    page.shown.message(page.before + index, line.language)
                    text = entry.texts[line.language - 1]
                    if text.marked:
                        start, end = text.marked[0]
                        page.warn("emphasis-not-shown", self, text.language, text=text.text[start:end])
        return list_items(self._list_page(page), page.entries, page.before, page.size)

    def _has(self, entry: Entry, number: int) -> bool:
        line = self.lines[number]
        texts = entry.said if line.show == "say" else entry.texts
        return line.language <= len(texts) and texts[line.language - 1] is not None

    def _list_page(self, page: Page) -> ListPage:
        from placards.layout.chants import ListPage

        setting = page.setting
        aside = [number for number, line in enumerate(self.lines) if line.side]
        sided = any(self._has(entry, number) for entry in setting.content.entries for number in aside)
        return ListPage(
            self, page.boxes[self.id], page.shorter, dict(page.colors), setting.fonts, setting.mirrored,
            setting.content.turns, sided,
        )  # fmt: skip
