"""The element ``text``: a slot for the slogan, its translations, the details of an event, or the layout's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from placards.elements.base import Reference
from placards.elements.emphasis import Emphasis, behind_marked, spans_of, with_seen_marks
from placards.elements.gradient import Gradient
from placards.elements.lettering import (
    Bridges,
    Highlight,
    Knockout,
    Outline,
    Seam,
    Shadow,
    behind_lines,
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
    from placards.layout.edges import Edges
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
    A ``gradient``, in place of the ``fill``, runs over the ink of all lines. Behind a ``seam`` across the sheet letters
    have another colour. With a ``knockout`` they are holes in a plate, through which is seen what stands under it.

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
    gradient: Gradient | None = None
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
    knockout: Knockout | None = None
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

    @property
    def ground(self) -> str | None:
        return self.knockout.fill if self.knockout is not None else None

    @property
    def hides(self) -> bool:
        return self.knockout is not None and self.knockout.plate != "ink"

    @property
    def waits(self) -> bool:
        return self.knockout is not None

    def contradictions(self) -> None:
        super().contradictions()
        ways = [key for key, given in (("fit", self.fit != "size"), ("into", self.into), ("arc", self.arc)) if given]
        if len(ways) > 1:
            raise InputError("ways-contradict", names=tuple(ways))
        if self.gradient is not None:
            if self.fill != "ink" or self.seam is not None:
                raise InputError("fill-and-gradient")
            if self.gradient.opacity:
                raise InputError("gradient-of-letters")
        if self.knockout is not None:
            from placards.elements.knockout import contradicts

            if names := tuple(contradicts(self)):
                raise InputError("knockout-contradicts", names=(*names, "knockout"))
        if self.arc and self.wobble:
            raise InputError("ways-contradict", names=("arc", "wobble"))

    def refers(self) -> Iterator[Reference]:
        if self.gradient is not None:
            yield from self.gradient.refers()
        elif self.knockout is None:
            yield Reference("color", self.fill, ("fill",))
        yield Reference("role", self.role, ("role",))
        if self.hero:
            yield Reference("color", self.hero, ("hero",))
        if self.emphasis:
            yield from self.emphasis.refers()
        for key in ("outline", "shadow", "highlight", "seam", "bridges", "knockout"):
            part = getattr(self, key)
            if part is not None:
                yield Reference("color", part.fill, (key, "fill"))

    def words(self) -> Iterator[str]:
        if self.show == "text" and self.source:
            yield self.source

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        if self.gradient is not None:
            yield from ((reference, self.is_large) for reference in self.gradient.refers())
        elif self.knockout is not None:
            # What is seen in the letters stands out from the plate as much as letters of its colour would from that.
            yield Reference("color", self.knockout.fill, ("knockout", "fill")), self.is_large
        elif self.seam is None:
            yield Reference("color", self.fill, ("fill",)), self.is_large

    @property
    def is_large(self) -> bool:
        """Whether it is judged as large letters."""
        return self.show in (*_LARGE, *_DISPLAY)

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """What all letters may have, words in colours of their own too, and an arc that some scripts do not follow.
        Letters with a seam stand on two fields, the upper one behind it and the other before it."""
        said = list(super().check(look))
        yield from said
        if self.arc and all(name not in ("bends", "joined", "rtl") for name, _, _ in self.when or ()):
            yield look.diagnostic("arc-straight", self, ("arc",))
        if self.gradient is not None and not said:
            from placards.elements.filling import faint_gradient

            yield from faint_gradient(self, self.gradient, self.is_large, look)
        yield from self._faint_words(look)
        if self.seam is None:
            return
        from placards.elements.looking import TOLERANCE, faint

        box, before = look.boxes[self.id], look.elements[: look.elements.index(self)]
        fields = [field for field in before if field.hides and look.boxes[field.id].contains(box, TOLERANCE)]
        large = self.is_large
        yield from faint(self, Reference("color", self.seam.fill, ("seam", "fill")), large, look)
        lower = replace(look, elements=tuple(one for one in look.elements if one not in fields[-1:]))
        yield from faint(self, Reference("color", self.fill, ("fill",)), large, lower)
        yield from self._faint_words(lower)

    def _faint_words(self, look: Look) -> Iterator[Diagnostic]:
        """Marked words, and those that stand out by their size, in colours that can hardly be read."""
        from placards.elements.looking import faint

        if self.hero:
            yield from faint(self, Reference("color", self.hero, ("hero",)), self.is_large, look)
        if self.emphasis is not None:
            plain = [reference for reference, _ in self.letters()] or [Reference("color", self.fill, ("fill",))]
            yield from self.emphasis.faint(self, plain, self.is_large, look)

    def place(self, page: Page) -> Iterable[Item]:
        """One block, or nothing. Raises TextError where a needed text is missing, FitError where it does not fit."""
        from placards.elements.words import wordings

        if self.knockout is not None and page.standing:
            from placards.elements.knockout import with_holes

            return with_holes(self, page)
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
                    block = self._seen(block, message, box, page, shown.language)
                    page.inks[self.id] = block.lines[0].ink
                    return self._lettered(block, message, page)
            fitted, box = self._fitted(message, box, page, align)
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=shown.language))
            raise
        if fitted.broken_words:
            page.warn("word-broken", self, shown.language)
        block = place_block(fitted, box, self._stand(page, box, align), text)
        block = self._seen(block, message, box, page, shown.language)
        turned = self._wobbled(block, page, align) if self.wobble and not block.vertical else None
        page.inks[self.id] = reduce(Rect.union, (line.ink for line in (turned.block if turned else block).lines))
        return self._lettered(block, message, page, turned)

    def _seen(self, block: TextBlock, message: Message, box: Rect, page: Page, language: str) -> TextBlock:
        """The block, that was placed in *box*, with its gradient, and with marked words that can be told from the
        others; what cannot be is said."""
        paint = self._paint(box, page)
        if self.gradient is not None:
            from placards.elements.filling import over_ink

            mirrored = page.setting.mirrored and self.mirror
            block, paint = over_ink(block, paint, self.gradient, page.shorter, page.colors, mirrored=mirrored)
        if not any(span.emphasis for span in message.spans):
            return block
        fallback, fonts = page.colors[self.hero] if self.hero else None, page.setting.fonts
        block, hidden = with_seen_marks(block, message.paragraph, self.emphasis, paint, fallback, fonts)
        if hidden:
            page.warn("emphasis-not-shown", self, language, text=hidden)
        return block

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
        cut = self._cut(box, page)
        paint = self._paint(box, page)
        return BlockStyle(paint, self.show, self.id, align, self.valign, low, marked, hero, cut, self.flush)

    def _paint(self, box: Rect, page: Page) -> Paint:
        """What its letters are filled with, before anybody knows where in the box their ink is."""
        colors, mirrored = page.colors, page.setting.mirrored and self.mirror
        if self.gradient is not None:
            return self.gradient.paint(box, page.shorter, colors, mirrored=mirrored)
        if self.knockout is not None:
            return colors[self.knockout.fill]
        if self.seam is not None:
            return self.seam.paint(colors[self.fill], colors[self.seam.fill], page.trim, mirrored=mirrored)
        return colors[self.fill]

    def _cut(self, box: Rect, page: Page) -> float:
        """How far a slot reaches over the sheet's edges, and lets its large word be cut there."""
        over = max(page.trim.x - box.x, box.right - page.trim.right, 0.0)
        return over if self.fit == "hero" else 0.0

    def _lettered(self, block: TextBlock, message: Message, page: Page, turned: Wobbled | None = None) -> list[Item]:
        """A block with what its lettering puts behind it, which turns with its lines."""
        turns, straight, block = turned.turns if turned else (), block, turned.block if turned else block
        if self.knockout is not None:
            from placards.elements.knockout import on_plate

            return on_plate(self, self.knockout, block, page)
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
        from placards.text.vertical import can_be_vertical

        language = choice.shown.language
        # Mongolian has no horizontal writing: a layout need not ask for the vertical one.
        wanted = self.writing == "vertical" or script_of(language) == "Mong"
        vertical = wanted and can_be_vertical(language, text)
        style = TextStyle(language, self.role, self.weight, vertical=vertical, tracking=self.tracking)
        spans = spans_of(self.emphasis, marked)
        return prepare_message(text, style, page.setting.fonts, spans, breaks=choice.shown.breaks)

    def _fitted(self, message: Message, box: Rect, page: Page, align: Align) -> tuple[Fitted, Rect]:
        """The message as it is set, with room for what is drawn around its letters, and the box that it is placed
        in; worked out once for all pages and trials."""
        known = page.setting.kept.get((self.id, box))
        if known is None or known[0] is not message:
            known = page.setting.kept[self.id, box] = message, self._fit(message, box, page, align)
        found: tuple[Fitted, Rect] = known[1]
        return found

    def _fit(self, message: Message, box: Rect, page: Page, align: Align) -> tuple[Fitted, Rect]:
        low, high = self._sizes(box, page)
        edges = self._edges(box, page)
        if edges is None:
            return self._set_in(box, low, high, message, page, align)
        from placards.layout.edges import fit_figure_within, fit_within

        def fitting(inner: Rect) -> tuple[Fitted, Rect]:
            return self._set_in(inner, low, high, message, page, align)

        if self.into and not message.paragraph.style.vertical:
            return fit_figure_within(fitting, box, edges)
        return fit_within(fitting, box, edges, low)

    def _edges(self, box: Rect, page: Page) -> Edges | None:
        """What an outline and a shadow need around the letters, or a plate leaves free; nothing aside where letters are
        cut at the sheet's edges."""
        if self.knockout is not None:
            edges = self.knockout.edges
        elif self.outline is None and self.shadow is None:
            return None
        else:
            from placards.elements.lettering import edges_of

            edges = edges_of(self.outline, self.shadow, mirrored=page.setting.mirrored and self.mirror)
        return edges._replace(left=0.0, right=0.0) if self._cut(box, page) else edges

    def _set_in(
        self, box: Rect, low: float, high: float, message: Message, page: Page, align: Align
    ) -> tuple[Fitted, Rect]:
        """The message as large as a box holds it, and the box that it is placed in."""
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
        stand, most = self._stand(page, box, "center"), self._sizes(box, page)[1]
        block, edges = place_on_arc(message, box, stand, text, arc, most), self._edges(box, page)
        if edges is not None:
            # Letters are no larger in a smaller circle: what their edges need is there.
            inner = box.inset(*edges.at(block.lines[0].size))
            block, box = place_on_arc(message, inner, stand, text, arc, most), inner
        return block, box

    def _align(self, page: Page, message: Message) -> Align:
        """A message starts where its own reader begins; what stands around it (organiser, date, place) starts where
        the sheet does, whatever its language."""
        from placards.layout.text_block import physical_align

        rtl = message.paragraph.base_level == 1 if self.of_slogan else page.setting.mirrored
        return physical_align(self.align, rtl)
