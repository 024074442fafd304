"""The element ``text``: a slot for the slogan, its translations, the details of an event, or the layout's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from placards.elements.base import Reference
from placards.elements.lettering import (
    Bridges,
    Emphasis,
    Highlight,
    Outline,
    Seam,
    Shadow,
    behind_lines,
    behind_marked,
    bridges_over,
    underlays,
)
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.slotted import Slotted
from placards.problems.errors import FitError, InputError, PlacardsError, Place, TextError
from placards.values.geometry import Rect

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import LanguageNumber, Weight
    from placards.elements.looking import Look
    from placards.elements.words import Wording
    from placards.layout.fit import Fitted, Message
    from placards.layout.text_block import Align, BlockStyle
    from placards.layout.wobble import Wobbled
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item, TextBlock
    from placards.values.color import Paint

#: Stretches of a text as (start, end).
Marks: TypeAlias = tuple[tuple[int, int], ...]

#: What is read from afar; the rest is small print.
_LARGE = ("slogan", "translation", "title")
#: Set large wherever they stand: what is judged as large letters, and may be missing.
_DISPLAY = ("number", "day", "month")


@element
class Text(Slotted):
    """A text slot. It shows ``show`` in one of the job's languages, as large as its box allows. One that is not
    ``optional`` needs its slogan, translation or title; every other is left out where the job has nothing for it.

    ``fit = "stack"`` sets lines of one width, each of its own size, the largest at most ``ratio`` times the smallest;
    a line that stands out by its size has the colour ``hero``. ``emphasis`` says how ``*marked*`` words are shown.
    Behind a ``seam`` across the sheet letters have another colour.

    ``fit = "hero"`` sets one word, the marked one if there is one, as wide as the slot, and the others in small lines
    over and under it, at most ``rest`` of the slot wide. A slot that reaches over the sheet's edges has its word cut.

    ``flush`` makes the lines of Arabic scripts end flush, by kashidas, in faces that can. ``tracking`` spaces letters
    (em) where the script lets them stand apart. ``into`` sets lines as a figure in the box holds them. ``arc`` sets one
    line along the upper or lower side of the circle in the box, over ``sweep`` degrees at most; scripts whose letters
    join stay straight. ``wobble`` turns every line by a little of its own, so many degrees at most, as a hand does.
    ``show = "page"`` is the page's number and how many there are, where there are several."""

    type: Literal["text"]
    show: Literal[
        "slogan", "translation", "organiser", "title", "date", "place", "link", "text", "organiser-2", "day", "month",
        "weekday", "year", "time", "number", "unit", "quote", "name", "position", "phone", "hashtag", "call", "body",
        "addressee", "signature", "credit", "page"
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
    fit: Literal["size", "stack", "hero"] = "size"
    ratio: Annotated[float, Field(ge=1, le=6)] = 2.2
    rest: Annotated[float, Field(gt=0, le=1)] = 0.85
    hero: str = ""
    flush: bool = False
    tracking: Annotated[float, Field(ge=-0.1, le=1)] = 0.0
    into: Literal["", "ellipse", "diamond", "triangle"] = ""
    arc: Literal["", "top", "bottom"] = ""
    sweep: Annotated[float, Field(ge=10, le=340)] = 150.0
    wobble: Annotated[float, Field(ge=0, le=12)] = 0.0
    emphasis: Emphasis | None = None
    outline: Outline | None = None
    shadow: Shadow | None = None
    highlight: Highlight | None = None
    seam: Seam | None = None
    bridges: Bridges | None = None
    case: Literal["none", "upper"] = "none"
    digits: Literal[
        "default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"
    ] = "default"
    optional: bool = False

    @property
    def source(self) -> str:
        """Its own text in English, as translators get it."""
        return (self.text.get("en", "") if isinstance(self.text, dict) else self.text).strip()

    @property
    def beneath(self) -> str | None:
        return self.highlight.fill if self.highlight is not None else None

    def contradictions(self) -> None:
        super().contradictions()
        ways = [key for key, given in (("fit", self.fit != "size"), ("into", self.into), ("arc", self.arc)) if given]
        if len(ways) > 1:
            raise InputError("ways-contradict", names=tuple(ways))
        if self.arc and self.wobble:
            raise InputError("ways-contradict", names=("arc", "wobble"))

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))
        yield Reference("role", self.role, ("role",))
        if self.hero:
            yield Reference("color", self.hero, ("hero",))
        if self.emphasis:
            yield from self.emphasis.refers()
        for key in ("outline", "shadow", "highlight", "seam", "bridges"):
            part = getattr(self, key)
            if part is not None:
                yield Reference("color", part.fill, (key, "fill"))

    def words(self) -> Iterator[str]:
        if self.show == "text" and self.source:
            yield self.source

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        if self.seam is None:
            yield Reference("color", self.fill, ("fill",)), self.show in (*_LARGE, *_DISPLAY)

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """What all letters may have, and an arc that some scripts do not follow. Letters with a seam stand on two
        fields, the upper one behind it and the other before it."""
        yield from super().check(look)
        if self.arc and all(name not in ("bends", "joined", "rtl") for name, _, _ in self.when or ()):
            yield look.diagnostic("arc-straight", self, ("arc",))
        if self.seam is None:
            return
        from placards.elements.looking import TOLERANCE, faint

        box, before = look.boxes[self.id], look.elements[: look.elements.index(self)]
        fields = [field for field in before if field.hides and look.boxes[field.id].contains(box, TOLERANCE)]
        large = self.show in (*_LARGE, *_DISPLAY)
        yield from faint(self, Reference("color", self.seam.fill, ("seam", "fill")), large, look)
        lower = replace(look, elements=tuple(one for one in look.elements if one not in fields[-1:]))
        yield from faint(self, Reference("color", self.fill, ("fill",)), large, lower)

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
                items = self._set(choice, page)
            except FitError:
                if self.show != "link":
                    raise
                continue
            choice.record()
            if choice.shortened:
                page.warn(choice.shortened, self, shown=choice.shown.text)
            return items
        page.slot(self)
        page.inks.pop(self.id, None)
        page.warn("link-not-printed", self)
        return []

    def _set(self, choice: Wording, page: Page) -> list[Item]:
        """The block, and what its lettering puts behind it."""
        from placards.layout.text_block import place_block

        shown, box = choice.shown, page.box(self)
        try:
            text, marked = self._spelt(choice)
            message = self._message(text, marked, choice, page)
            align = self._align(page, message)
            if self.arc:
                block, box = self._on_arc(message, box, text, page)
                if block is not None:
                    page.inks[self.id] = block.lines[0].ink
                    return self._lettered(block, message, page)
            fitted, box = self._fitted(message, box, page, align)
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=shown.language))
            raise
        if fitted.broken_words:
            page.warn("word-broken", self, shown.language)
        if marked and self.emphasis is None and self.fit == "size":
            page.warn("emphasis-not-shown", self, shown.language, text=text[marked[0][0] : marked[0][1]])
        block = place_block(fitted, box, self._stand(page, box, align), text)
        turned = self._wobbled(block, page, align) if self.wobble and not block.vertical else None
        page.inks[self.id] = reduce(Rect.union, (line.ink for line in (turned.block if turned else block).lines))
        return self._lettered(block, message, page, turned)

    def _wobbled(self, block: TextBlock, page: Page, align: Align) -> Wobbled:
        from placards.layout.grounds.chance import Chance, seed_of
        from placards.layout.wobble import wobble

        mirrored = page.setting.mirrored and self.mirror
        return wobble(block, self.wobble, Chance(seed_of(self.id)), align, self.valign, mirrored=mirrored)

    def _stand(self, page: Page, box: Rect, align: Align) -> BlockStyle:
        from placards.layout.text_block import BlockStyle

        low, _ = self._sizes(box, page)
        emphasis, colors = self.emphasis, page.colors
        marked = colors[emphasis.fill] if emphasis is not None and emphasis.fill else None
        hero = colors[self.hero] if self.hero else None
        paint: Paint = colors[self.fill]
        if self.seam is not None:
            mirrored = page.setting.mirrored and self.mirror
            paint = self.seam.paint(colors[self.fill], colors[self.seam.fill], page.trim, mirrored=mirrored)
        cut = self._cut(box, page)
        return BlockStyle(paint, self.show, self.id, align, self.valign, low, marked, hero, cut, self.flush)

    def _cut(self, box: Rect, page: Page) -> float:
        """How far a slot reaches over the sheet's edges, and lets its large word be cut there."""
        over = max(page.trim.x - box.x, box.right - page.trim.right, 0.0)
        return over if self.fit == "hero" else 0.0

    def _lettered(self, block: TextBlock, message: Message, page: Page, turned: Wobbled | None = None) -> list[Item]:
        """A block with what its lettering puts behind it, which turns with its lines."""
        turns, straight, block = turned.turns if turned else (), block, turned.block if turned else block
        lettering = (self.emphasis, self.outline, self.shadow, self.highlight, self.bridges)
        if not any(part is not None for part in lettering):
            return [block]
        behind: list[Item] = []
        if self.highlight is not None:
            behind += behind_lines(straight, self.highlight, page, turns)
        if self.emphasis is not None:
            behind += behind_marked(straight, message.paragraph, self.emphasis, page, turns)
        mirrored = page.setting.mirrored and self.mirror
        below = underlays(block, page.colors, self.outline, self.shadow, mirrored)
        over = bridges_over(straight, self.bridges, page, turns) if self.bridges is not None else ()
        return [*behind, replace(block, underlays=below) if below else block, *over]

    def _spelt(self, choice: Wording) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text as it is written here, and its marked stretches."""
        text, marked = choice.shown.text, choice.shown.marked
        if self.case == "upper":
            from placards.text.case import upper_with

            text, marked = upper_with(text, marked, choice.shown.language)
        if self.digits != "default":
            from placards.locale.digits import with_digits

            text = with_digits(text, self.digits)
        return text, marked

    def _message(self, text: str, marked: Marks, choice: Wording, page: Page) -> Message:
        from placards.layout.fit import prepare_message
        from placards.locale.language import script_of
        from placards.text.shape import TextStyle
        from placards.text.spans import Span
        from placards.text.vertical import can_be_vertical

        language = choice.shown.language
        # Mongolian has no horizontal writing: a layout need not ask for the vertical one.
        wanted = self.writing == "vertical" or script_of(language) == "Mong"
        vertical = wanted and can_be_vertical(language, text)
        style = TextStyle(language, self.role, self.weight, vertical=vertical, tracking=self.tracking)
        weight = self.emphasis.weight if self.emphasis is not None else None
        spans = [Span(start, end, weight, emphasis="marked") for start, end in marked]
        return prepare_message(text, style, page.setting.fonts, spans, breaks=choice.shown.breaks)

    def _fitted(self, message: Message, box: Rect, page: Page, align: Align) -> tuple[Fitted, Rect]:
        """The message as it is set, and the box that it is placed in."""
        low, high = self._sizes(box, page)
        if self.fit == "stack":
            from placards.layout.stack import StackRule, stack

            return stack(message, box, StackRule(low, high, self.max_lines, align, self.ratio)), box
        if self.fit == "hero":
            from placards.layout.hero import hero
            from placards.layout.stack import StackRule

            stacked = StackRule(low, high, self.max_lines, align)
            return hero(message, box, stacked, self.rest, self._cut(box, page)), box
        from placards.layout.fit import FitRule, fit

        rule = FitRule(low, high, self.max_lines, align, self.leading)
        if self.into and not message.paragraph.style.vertical:
            from placards.layout.shaped import fit_into

            return fit_into(message, box, rule, self.into)
        return fit(message, box, rule), box

    def _sizes(self, box: Rect, page: Page) -> tuple[float, float]:
        low = self.min_size.points(box.height, page.shorter)
        return low, self.max_size.points(box.height, page.shorter) if self.max_size else float("inf")

    def _on_arc(self, message: Message, box: Rect, text: str, page: Page) -> tuple[TextBlock | None, Rect]:
        """The block on its arc; None, and the box for a straight one, where its letters would come apart."""
        from placards.layout.arc import Arc, bends, place_on_arc, straight_box

        arc = Arc("bottom" if self.arc == "bottom" else "top", self.sweep)
        if not bends(message):
            return None, straight_box(box, arc)
        return place_on_arc(message, box, self._stand(page, box, "center"), text, arc, self._sizes(box, page)[1]), box

    def _align(self, page: Page, message: Message) -> Align:
        """A message starts where its own reader begins; what stands around it (organiser, date, place) starts where
        the sheet does, whatever its language."""
        from placards.layout.text_block import physical_align

        rtl = message.paragraph.base_level == 1 if self.of_slogan else page.setting.mirrored
        return physical_align(self.align, rtl)
