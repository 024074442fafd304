"""The element ``voices``: the slogan in all of the job's languages, in letters that look equally large and loud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial, reduce
from math import lcm
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.base import EVERY, Reference, Showing
from placards.elements.emphasis import Emphasis, behind_marked, spans_of, with_seen_marks
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.elements.voice_strips import RAMP, strip_colors, strip_grounds, strip_rules
from placards.problems.errors import InputError, TextError
from placards.values.color import Color, contrast
from placards.values.geometry import Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, Weight
    from placards.elements.looking import Look
    from placards.layout.content import SlotText
    from placards.layout.message import Message
    from placards.layout.voices import Strip, VoiceRule
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import Item, TextBlock

#: Faces that a voice may take whose strokes are too thin or too thick beside the others, as roles and weights.
_OTHER_FACES: tuple[tuple[str, int | None], ...] = (
    ("grotesk", None), ("text", 900), ("text", 800), ("text", 700), ("text", 600), ("condensed", None),
)  # fmt: skip


@element
class Voices(Typeset):
    """The slogan in all of the job's languages, one strip each, one below the other or side by side (``auto``: as
    letters are larger). Letters of all languages look equally large, and strips are as high as their lines ask. With
    ``equal = "stroke"`` (the default) they look equally loud as well: letters differ in height by a quarter at most and
    strokes hardly in thickness, and a language takes a heavier or a lighter face where nothing else helps. With
    ``equal = "width"`` blocks come up to the widest one besides, as far as strokes allow. ``ratio`` lets lines of a
    block grow to one width.

    ``fills`` colour the letters and ``grounds``, if given, the strips, language by language; both begin anew where
    there are more languages. ``ramp`` blends the grounds into each other over all strips, and letters take that of the
    fills which is read best. ``slant`` tilts the seams between rows, which are lower by so much where lines begin.
    Strips without grounds may have a ``rule`` between them, and ``valign`` gathers those that else ``spread`` over the
    box. ``pad`` keeps room over and under the lines, ``aside`` at their ends (as much, if not given). It needs
    ``fewest`` languages, and shows ``most`` of them (0: all)."""

    covers: ClassVar[bool] = True

    type: Literal["voices"]
    fills: Annotated[tuple[str, ...], Field(min_length=1)]
    grounds: tuple[str, ...] = ()
    ramp: bool = False
    slant: GapField = Length(0.0, "pt")
    rule: str = ""
    rule_width: ExtentField = Length(0.6, "vmin")
    equal: Literal["stroke", "size", "width"] = "stroke"
    direction: Literal["rows", "columns", "auto"] = "rows"
    role: str = "display"
    weight: Weight | None = None
    writing: Literal["horizontal", "vertical"] = "horizontal"
    align: Literal["start", "center", "end"] = "center"
    valign: Literal["spread", "top", "middle", "bottom"] = "spread"
    pad: GapField = Length(0.0, "pt")
    aside: GapField | None = None
    ratio: Annotated[float, Field(ge=1, le=1.5)] = 1.0
    fewest: Annotated[int, Field(ge=1, le=6)] = 1
    most: Annotated[int, Field(ge=0, le=20)] = 0
    max_lines: Annotated[int, Field(ge=1, le=9)] = 5
    case: Literal["none", "upper"] = "none"
    emphasis: Emphasis | None = None

    def contradictions(self) -> None:
        super().contradictions()
        if self.valign != "spread" and self.grounds:
            raise InputError("voices-grounds-gathered", valign=self.valign)
        if self.ramp and len(self.grounds) < 2:
            raise InputError("voices-ramp-short")
        if self.slant.value and (self.direction != "rows" or not self.grounds):
            raise InputError("voices-slant-alone")

    def refers(self) -> Iterator[Reference]:
        yield from (Reference("color", name, ("fills",)) for name in self.fills)
        yield from (Reference("color", name, ("grounds",)) for name in self.grounds)
        yield Reference("role", self.role, ("role",))
        if self.rule:
            yield Reference("color", self.rule, ("rule",))
        if self.emphasis:
            yield from self.emphasis.refers()

    def shows(self) -> Iterator[Showing]:
        yield from (Showing("slogan", number) for number in range(1, self.most + 1))
        if not self.most:
            yield Showing("slogan", EVERY)

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        if not self.grounds:
            yield from ((Reference("color", name, ("fills",)), True) for name in self.fills)

    @property
    def undertones(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.grounds))

    @property
    def hides(self) -> bool:
        return bool(self.grounds)

    def check(self, look: Look) -> Iterator[Diagnostic]:
        """Letters that differ too little from their own strip, marked ones too, and what all elements with letters
        say."""
        from placards.elements.looking import faint_on

        yield from super().check(look)
        marked = self.emphasis
        if marked is not None and (marked.box or not self.grounds):
            yield from marked.faint(self, [Reference("color", name, ("fills",)) for name in self.fills], True, look)
        if self.grounds:
            count = RAMP if self.ramp else lcm(len(self.fills), len(self.grounds))

            def worst(colors: Mapping[str, Color], letters: str = "") -> float:
                strips = strip_colors(self.fills, self.grounds, self.ramp, count, colors)
                return min(
                    contrast(colors[letters] if letters else strip.letters, strip.ground)
                    for strip in strips
                    if strip.ground is not None
                )

            yield from faint_on(self, Reference("color", self.fills[0], ("fills",)), worst, look)
            if marked is not None and marked.fill and not marked.box:
                fill = Reference("color", marked.fill, ("emphasis", "fill"))
                yield from faint_on(self, fill, partial(worst, letters=marked.fill), look)

    def place(self, page: Page) -> Iterable[Item]:
        """The strips' grounds, then a block a language; raises FitError where one would be too small."""
        box = page.box(self)
        texts = page.entries[0].texts if page.entries else ()
        texts = texts[: self.most] if self.most else texts
        if len(texts) < self.fewest:
            layout, lacking = page.setting.layout, len(texts) + 1
            raise TextError("slot-without-language", layout=layout, show="slogan", language=lacking)
        for number in range(1, len(texts) + 1):
            page.shown.message(page.before, number)
        if not texts:
            return []
        rule, strips = self._strips(texts, box, page)
        boxes = [strip.box for strip in strips]
        colors = strip_colors(self.fills, self.grounds, self.ramp, len(strips), page.colors)
        mirrored = page.setting.mirrored and self.mirror
        items: list[Item] = list(strip_grounds(boxes, colors, self._points(self.slant, box, page), mirrored, page))
        if self.rule:
            thick = self._points(self.rule_width, box, page)
            items += strip_rules(boxes, page.colors[self.rule], thick)
        inks = []
        for number, (strip, text) in enumerate(zip(strips, texts, strict=True)):
            block = self._block(number, strip, text, rule, colors[number].letters, page)
            if text.marked:
                paragraph, fonts = strip.fitted.paragraph, page.setting.fonts
                letters = colors[number].letters
                block, hidden = with_seen_marks(block, paragraph, self.emphasis, letters, None, fonts)
                if hidden:
                    page.warn("emphasis-not-shown", self, text.language, text=hidden)
                elif self.emphasis is not None:
                    items += behind_marked(block, paragraph, self.emphasis, page)
            items.append(block)
            inks += [line.ink for line in block.lines]
        page.inks[self.id] = box if self.grounds else reduce(Rect.union, inks)
        return items

    def _strips(self, texts: Sequence[SlotText], box: Rect, page: Page) -> tuple[VoiceRule, tuple[Strip, ...]]:
        from placards.layout.text_block import physical_align
        from placards.layout.voice_match import equal_in_size, equal_in_stroke
        from placards.layout.voices import VoiceRule, larger_strips, strips_in_columns, strips_in_rows

        align = physical_align(self.align, page.setting.mirrored)
        low = self.min_size.points(box.height, page.shorter)
        high = self.max_size.points(box.height, page.shorter) if self.max_size else float("inf")
        pad = self.pad.points(box.height, page.shorter)
        aside = pad if self.aside is None else self._points(self.aside, box, page)
        wide, spread = self.equal == "width", self.valign == "spread"
        rule = VoiceRule(low, high, self.max_lines, align, pad, aside, spread, self.ratio, wide)
        match = equal_in_size if self.equal == "size" else equal_in_stroke
        voices = match([self._faces(text, page) for text in texts])
        mirrored = page.setting.mirrored and self.mirror
        if self.direction == "columns":
            return rule, strips_in_columns(voices, box, rule, mirrored)
        if self.direction == "auto":
            return rule, larger_strips(voices, box, rule, mirrored)
        return rule, self._gathered(strips_in_rows(voices, box, rule), box)

    def _gathered(self, strips: tuple[Strip, ...], box: Rect) -> tuple[Strip, ...]:
        free = box.bottom - strips[-1].box.bottom
        down = {"middle": free / 2, "bottom": free}.get(self.valign, 0.0)
        return tuple([replace(strip, box=strip.box.inset(0, down, 0, -down)) for strip in strips]) if down else strips

    def _block(self, number: int, strip: Strip, text: SlotText, rule: VoiceRule, fill: Color, page: Page) -> TextBlock:
        from placards.layout.text_block import BlockStyle, physical_align, place_block

        own = physical_align(self.align, strip.fitted.paragraph.base_level == 1)
        inner = strip.box.inset(rule.aside, rule.pad, rule.aside, rule.pad)
        marked = page.colors[self.emphasis.fill] if self.emphasis and self.emphasis.fill else None
        shows = "translation" if number else "slogan"
        style = BlockStyle(fill, shows, f"{self.id}-{number + 1}", own, "middle", rule.min_size, marked)
        return place_block(strip.fitted, inner, style, text.text)

    @staticmethod
    def _points(length: Length, box: Rect, page: Page) -> float:
        return length.points(box.height, page.shorter)

    def _faces(self, shown: SlotText, page: Page) -> list[Callable[[], Message]]:
        """The ways to set a text: as the layout asks, then in other faces, for a voice that is too loud or too low."""
        faces = ((self.role, self.weight), *_OTHER_FACES)
        return [partial(self._message, shown, role, weight, page) for role, weight in faces]

    def _message(self, shown: SlotText, role: str, weight: int | None, page: Page) -> Message:
        from placards.layout.fit import prepare_message
        from placards.locale.language import script_of
        from placards.text.shape import TextStyle
        from placards.text.vertical import can_be_vertical

        text, marked, language = shown.text, shown.marked, shown.language
        if self.case == "upper":
            from placards.text.case import upper_with

            text, marked = upper_with(text, marked, language)
        # Mongolian has no horizontal writing: a layout need not ask for the vertical one.
        wanted = self.writing == "vertical" or script_of(language) == "Mong"
        style = TextStyle(language, role, weight, vertical=wanted and can_be_vertical(language, text))
        spans = spans_of(self.emphasis, marked)
        return prepare_message(text, style, page.setting.fonts, spans, breaks=shown.breaks)
