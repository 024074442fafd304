"""The element ``voices``: the slogan in all of the job's languages, in letters that look equally large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from placards.elements.base import EVERY, Reference, Showing
from placards.elements.lettering import Emphasis, behind_marked
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.values.geometry import Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import GapField, Weight
    from placards.layout.content import SlotText
    from placards.layout.message import Message
    from placards.scene.items import Item


@element
class Voices(Typeset):
    """The slogan in all of the job's languages, one strip each, one below the other or side by side. Letters of all
    languages look equally large, and strips are as high as their lines ask. ``fills`` colour the letters and
    ``grounds``, if given, the strips, language by language; both begin anew where there are more languages."""

    covers: ClassVar[bool] = True

    type: Literal["voices"]
    fills: Annotated[tuple[str, ...], Field(min_length=1)]
    grounds: tuple[str, ...] = ()
    direction: Literal["rows", "columns"] = "rows"
    role: str = "display"
    weight: Weight | None = None
    align: Literal["start", "center", "end"] = "center"
    pad: GapField = Length(0.0, "pt")
    max_lines: Annotated[int, Field(ge=1, le=9)] = 5
    case: Literal["none", "upper"] = "none"
    emphasis: Emphasis | None = None

    def refers(self) -> Iterator[Reference]:
        yield from (Reference("color", name, ("fills",)) for name in self.fills)
        yield from (Reference("color", name, ("grounds",)) for name in self.grounds)
        yield Reference("role", self.role, ("role",))
        if self.emphasis:
            yield from self.emphasis.refers()

    def shows(self) -> Iterator[Showing]:
        yield Showing("slogan", EVERY)

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        if not self.grounds:
            yield from ((Reference("color", name, ("fills",)), True) for name in self.fills)

    def place(self, page: Page) -> Iterable[Item]:
        """The strips' grounds, then a block a language; raises FitError where one would be too small."""
        from placards.layout.text_block import BlockStyle, physical_align, place_block
        from placards.layout.voices import VoiceRule, strips_in_columns, strips_in_rows

        box = page.box(self)
        texts = page.entries[0].texts if page.entries else ()
        for number in range(1, len(texts) + 1):
            page.shown.message(page.before, number)
        if not texts:
            return []
        align = physical_align(self.align, page.setting.mirrored)
        low = self.min_size.points(box.height, page.shorter)
        high = self.max_size.points(box.height, page.shorter) if self.max_size else float("inf")
        rule = VoiceRule(low, high, self.max_lines, align, self.pad.points(box.height, page.shorter))
        messages = [self._message(text, page) for text in texts]
        if self.direction == "rows":
            strips = strips_in_rows(messages, box, rule)
        else:
            strips = strips_in_columns(messages, box, rule, page.setting.mirrored and self.mirror)
        items: list[Item] = list(self._grounds([strip.box for strip in strips], page))
        for number, (strip, text, message) in enumerate(zip(strips, texts, messages, strict=True)):
            own = physical_align(self.align, message.paragraph.base_level == 1)
            inner = strip.box.inset(rule.pad, rule.pad, rule.pad, rule.pad)
            fill = page.colors[self.fills[number % len(self.fills)]]
            shows = "translation" if number else "slogan"
            marked = page.colors[self.emphasis.fill] if self.emphasis and self.emphasis.fill else None
            style = BlockStyle(fill, shows, f"{self.id}-{number + 1}", own, "middle", low, marked)
            block = place_block(strip.fitted, inner, style, text.text)
            if text.marked and self.emphasis is None:
                start, end = text.marked[0]
                page.warn("emphasis-not-shown", self, text.language, text=text.text[start:end])
            elif self.emphasis is not None:
                items += behind_marked(block, message.paragraph, self.emphasis, page)
            items.append(block)
        page.inks[self.id] = box if self.grounds else reduce(Rect.union, (strip.box for strip in strips))
        return items

    def _grounds(self, boxes: list[Rect], page: Page) -> Iterator[Item]:
        from placards.scene.items import FillPath
        from placards.values.geometry import Path

        for number, box in enumerate(boxes if self.grounds else ()):
            paint = page.colors[self.grounds[number % len(self.grounds)]]
            yield FillPath(Path.rect(page.reach(box)), paint, page.setting.sheet.bleed)

    def _message(self, shown: SlotText, page: Page) -> Message:
        from placards.layout.fit import prepare_message
        from placards.text.shape import TextStyle
        from placards.text.spans import Span

        text, marked = shown.text, shown.marked
        if self.case == "upper":
            from placards.text.case import upper_with

            text, marked = upper_with(text, marked, shown.language)
        style = TextStyle(shown.language, self.role, self.weight)
        weight = self.emphasis.weight if self.emphasis is not None else None
        spans = [Span(start, end, weight, emphasis="marked") for start, end in marked]
        return prepare_message(text, style, page.setting.fonts, spans, breaks=shown.breaks)
