"""The element ``wall``: the job's slogan in all its languages at once, strip beside strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import EVERY, Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, LanguageNumber, Weight
    from placards.layout.content import SlotText
    from placards.scene.items import Item


@element
class Wall(Typeset):
    """The job's slogan in all its languages at once, strip beside strip: a specimen. ``fills`` take turns.
    Languages that say it in the same words share a strip. It begins with
    the job's language number ``language``: 2 where the first one stands above as a headline."""

    type: Literal["wall"]
    fills: Annotated[tuple[str, ...], Field(min_length=1)]
    language: LanguageNumber = 1
    role: str = "text"
    weight: Weight | None = None
    min_size: ExtentField = Length(7.0, "pt")

    def refers(self) -> Iterator[Reference]:
        yield from (Reference("color", name, ("fills",)) for name in self.fills)
        yield Reference("role", self.role, ("role",))

    def shows(self) -> Iterator[Showing]:
        yield Showing("slogan", EVERY)

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        yield from ((Reference("color", name, ("fills",)), True) for name in self.fills)

    def place(self, page: Page) -> Iterable[Item]:
        """A block a text, so that each keeps its language; what no font can draw is left out, and that is said."""
        from placards.layout.wall import WallSpace, wall_items

        box = page.box(self)
        texts = page.entries[0].texts if page.entries else ()
        for number in range(self.language, len(texts) + 1):
            page.shown.message(page.before, number)

        def warn(sentence: str) -> None:
            page.warn("wall-without", self, sentence=sentence)

        # Languages that share their words (Danish and Norwegian, Hindi and a dialect) share a strip.
        different: dict[str, SlotText] = {}
        for text in texts[self.language - 1 :]:
            different.setdefault(" ".join(text.text.split()), text)
        marked = next((text for text in different.values() if text.marked), None)
        if marked is not None:  # once: it is the same slogan in all of them
            start, end = marked.marked[0]
            page.warn("emphasis-not-shown", self, marked.language, text=marked.text[start:end])
        space = WallSpace(box, page.shorter, dict(page.colors), page.setting.fonts, warn)
        return wall_items(self, space, tuple(different.values()))
