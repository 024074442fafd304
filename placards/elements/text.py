"""The element ``text``: a slot for the slogan, its translations, the details of an event, or the layout's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.problems.errors import FitError, PlacardsError, Place, TextError
from placards.values.geometry import Rect

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import LanguageNumber, Weight
    from placards.elements.words import Wording
    from placards.layout.fit import FitRule, Message
    from placards.layout.text_block import Align
    from placards.scene.items import Item, TextBlock

#: What is read from afar; the rest is small print.
_LARGE = ("slogan", "translation", "title")
#: Set large wherever they stand: what is judged as large letters, and may be missing.
_DISPLAY = ("number", "day", "month")


@element
class Text(Typeset):
    """A text slot. It shows ``show`` in one of the job's languages, as large as its box allows. One that is not
    ``optional`` needs its slogan, translation or title; every other is left out where the job has nothing for it."""

    type: Literal["text"]
    show: Literal[
        "slogan", "translation", "organiser", "title", "date", "place", "link", "text", "organiser-2", "day", "month",
        "weekday", "year", "time", "number", "unit", "quote", "name", "position", "phone", "hashtag", "call", "body",
        "addressee", "signature", "credit"
    ]  # fmt: skip
    text: str | dict[str, str] = ""
    language: LanguageNumber = 1
    role: str = "display"
    weight: Weight | None = None
    fill: str = "ink"
    align: Literal["start", "center", "end"] = "center"
    valign: Literal["top", "middle", "bottom"] = "middle"
    max_lines: Annotated[int, Field(ge=1, le=60)] = 8
    leading: Annotated[float, Field(ge=0.5, le=3)] = 1.0
    writing: Literal["horizontal", "vertical"] = "horizontal"
    case: Literal["none", "upper"] = "none"
    digits: Literal[
        "default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"
    ] = "default"
    optional: bool = False

    @property
    def number(self) -> int:
        """Which of the job's languages it shows: a translation is never the first one."""
        return max(self.language, 2) if self.show == "translation" else self.language

    @property
    def of_slogan(self) -> bool:
        return self.show in ("slogan", "translation")

    @property
    def source(self) -> str:
        """Its own text in English, as translators get it."""
        return (self.text.get("en", "") if isinstance(self.text, dict) else self.text).strip()

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))
        yield Reference("role", self.role, ("role",))

    def shows(self) -> Iterator[Showing]:
        if self.show != "text":
            yield Showing("slogan" if self.of_slogan else self.show, self.number)

    def words(self) -> Iterator[str]:
        if self.show == "text" and self.source:
            yield self.source

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        yield Reference("color", self.fill, ("fill",)), self.show in (*_LARGE, *_DISPLAY)

    def place(self, page: Page) -> Iterable[Item]:
        """One block, or nothing. Raises TextError where a needed text is missing, FitError where it does not fit."""
        from placards.elements.words import wordings

        choices = wordings(self, page)
        if not choices:
            page.slot(self)
            if self.optional or self.show not in _LARGE:
                return []
            layout = page.setting.layout
            if self.number == 1:
                raise TextError("slot-without-text", layout=layout, show=self.show)
            raise TextError("slot-without-language", layout=layout, show=self.show, language=self.number)
        for choice in choices:
            try:
                block = self._set(choice, page)
            except FitError:
                if self.show != "link":
                    raise
                continue
            choice.record()
            if choice.shortened:
                page.warn(choice.shortened, self, shown=choice.shown.text)
            return [block]
        page.slot(self)
        page.inks.pop(self.id, None)
        page.warn("link-not-printed", self)
        return []

    def _set(self, choice: Wording, page: Page) -> TextBlock:
        from placards.layout.fit import fit
        from placards.layout.text_block import BlockStyle, place_block

        shown, box = choice.shown, page.box(self)
        try:
            text = self._spelt(choice)
            message = self._message(text, choice, page)
            align = self._align(page, message)
            fitted = fit(message, box, self._rule(box, page.shorter, align))
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=shown.language))
            raise
        if fitted.broken_words:
            page.warn("word-broken", self, shown.language)
        low = self.min_size.points(box.height, page.shorter)
        stand = BlockStyle(page.colors[self.fill], self.show, self.id, align, self.valign, low)
        block = place_block(fitted, box, stand, text)
        page.inks[self.id] = reduce(Rect.union, (line.ink for line in block.lines))
        return block

    def _spelt(self, choice: Wording) -> str:
        text = choice.shown.text
        if self.case == "upper":
            from placards.text.case import upper

            text = upper(text, choice.shown.language)
        if self.digits != "default":
            from placards.locale.digits import with_digits

            text = with_digits(text, self.digits)
        return text

    def _message(self, text: str, choice: Wording, page: Page) -> Message:
        from placards.layout.fit import prepare_message
        from placards.locale.language import script_of
        from placards.text.shape import TextStyle

        language = choice.shown.language
        # Mongolian has no horizontal writing: a layout need not ask for the vertical one.
        vertical = self.writing == "vertical" or script_of(language) == "Mong"
        style = TextStyle(language, self.role, self.weight, vertical=vertical)
        return prepare_message(text, style, page.setting.fonts, breaks=choice.shown.breaks)

    def _align(self, page: Page, message: Message) -> Align:
        """A message starts where its own reader begins; what stands around it (organiser, date, place) starts where
        the sheet does, whatever its language."""
        from placards.layout.text_block import physical_align

        rtl = message.paragraph.base_level == 1 if self.of_slogan else page.setting.mirrored
        return physical_align(self.align, rtl)

    def _rule(self, box: Rect, shorter: float, align: Align) -> FitRule:
        from placards.layout.fit import FitRule

        return FitRule(
            min_size=self.min_size.points(box.height, shorter),
            max_size=self.max_size.points(box.height, shorter) if self.max_size else float("inf"),
            max_lines=self.max_lines,
            align=align,
            leading=self.leading,
        )
