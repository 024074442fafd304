"""The element ``running``: a line of text that runs along a band, again and again, cut by the band's ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.slotted import Slotted
from placards.problems.errors import FitError, PlacardsError, Place, TextError
from placards.values.geometry import Matrix, Path, Rect

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, LanguageNumber, Weight
    from placards.layout.content import SlotText
    from placards.layout.fit import Fitted
    from placards.layout.message import Message
    from placards.scene.items import FillPath, Group, Item, TextBlock
    from placards.values.color import Paint

#: What stands between two copies is so large, in heights of a letter.
_MARK = 0.28

#: What is clear between two rows, as a part of a row.
_BETWEEN = 0.16

#: A line that fills so much of its row's height runs; another stands still if its lines are so many times as large.
_FILLED, _LARGER = 0.5, 1.3

#: More copies than anybody reads.
_MOST = 60


@element
class Running(Slotted):
    """A line of text that runs along its box, again and again, with a ``mark`` between: as high as the box, once whole
    in its middle, and cut by its ends on both sides. Where the box is higher than two times ``row``, it has as many
    rows. Readers and search find the text once. ``gap`` is the room around the mark, in em. A text that would be very
    small in one line stands still instead, in up to ``max_lines`` lines. An ``echo`` of what another slot says is left
    out then, and nobody misses the words that it does not mark."""

    type: Literal["running"]
    show: Literal["slogan", "translation", "organiser", "organiser-2", "hashtag", "call", "date", "place"]
    language: LanguageNumber = 1
    role: str = "display"
    weight: Weight | None = None
    fill: str = "ink"
    mark: Literal["dot", "square", "diamond", "none"] = "dot"
    mark_fill: str = ""
    gap: Annotated[float, Field(ge=0, le=5)] = 0.35
    row: ExtentField | None = None
    max_lines: Annotated[int, Field(ge=1, le=9)] = 4
    case: Literal["none", "upper"] = "none"
    optional: bool = False
    echo: bool = False

    @property
    def stays_whole(self) -> bool:
        """It runs over every edge."""
        return False

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))
        yield Reference("role", self.role, ("role",))
        if self.mark_fill:
            yield Reference("color", self.mark_fill, ("mark_fill",))

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        yield Reference("color", self.fill, ("fill",)), self.of_slogan

    def place(self, page: Page) -> Iterable[Item]:
        """The block in the middle, and its copies as outlines; nothing where the job has nothing for it. Raises
        TextError where a needed text is missing, FitError where one line of it is too small."""
        from placards.elements.words import of_job

        wording = of_job(self, page)
        if wording is None:
            page.slot(self)
            if self.optional or not self.of_slogan:
                return []
            raise TextError("slot-without-language", layout=page.setting.layout, show=self.show, language=self.number)
        wording.record()
        shown, box = wording.shown, page.box(self)
        try:
            return self._run(shown, box, page)
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=shown.language))
            raise

    def _run(self, shown: SlotText, box: Rect, page: Page) -> list[Item]:
        from placards.layout.text_block import BlockStyle, place_block
        from placards.scene.items import Group

        message = self._message(shown, page)
        rows = max(1, int(box.height / self.row.points(box.height, page.shorter) + 0.01)) if self.row else 1
        high = box.height / rows
        fitted = self._line(message, _seen(box, page).width, high * (1 if rows == 1 else 1 - _BETWEEN), page)
        low = self.min_size.points(box.height, page.shorter)
        if self.echo and (fitted.height < _FILLED * high or fitted.size < low):
            return []
        still = self._still(message, box, fitted, page) if fitted.height < _FILLED * high else None
        style = BlockStyle(page.colors[self.fill], self.show, self.id, "center", "middle", low)
        if shown.marked and not self.echo:
            start, end = shown.marked[0]
            page.warn("emphasis-not-shown", self, shown.language, text=shown.text[start:end])
        if still is not None:
            return [place_block(still, _inner(box, page), style, shown.text)]
        if fitted.size < low:
            raise FitError("fit-size", text=message.paragraph.text[:60], needed=fitted.size, least=low)
        seen = _seen(box, page)
        first = Rect(seen.x, box.y + rows // 2 * high, seen.width, high)
        block = place_block(fitted, first, style, shown.text)
        # One outline for all copies: whoever draws it once knows it again.
        letters = _shape(_outline(block), page.colors[self.fill])
        copies: list[Item] = []
        for row in range(rows):
            copies += self._copies(block, letters, fitted, box, row - rows // 2, high, page)
        if self.echo:  # who reads or searches finds the other slot's text
            copies.append(letters)
            return [Group(tuple(copies), clip=Path.rect(page.reach(box)))]
        return [Group(tuple(copies), clip=Path.rect(page.reach(box))), block] if copies else [block]

    def _message(self, shown: SlotText, page: Page) -> Message:
        from placards.layout.fit import prepare_message
        from placards.text.shape import TextStyle

        text = " ".join(shown.text.split())
        if self.case == "upper":
            from placards.text.case import upper_with

            text, _ = upper_with(text, (), shown.language)
        return prepare_message(text, TextStyle(shown.language, self.role, self.weight), page.setting.fonts)

    def _line(self, message: Message, width: float, height: float, page: Page) -> Fitted:
        """One line, as large as *height* allows, and no longer than *width*."""
        from placards.layout.fit import Fitted

        metrics = message.table((len(message.paragraph.text),), "center").metrics(0, 0)
        size = min(height / (metrics.before + metrics.after), width / metrics.along)
        if self.max_size is not None:
            size = min(size, self.max_size.points(height, page.shorter))
        return Fitted(message.paragraph, size, (metrics.at(size),), 0.0, (metrics.before + metrics.after) * size)

    def _still(self, message: Message, box: Rect, one: Fitted, page: Page) -> Fitted | None:
        """Several lines that stand still, where they are much larger than the *one*; else None."""
        from placards.layout.fit import FitRule, fit

        if self.max_lines == 1:
            return None
        low = min(self.min_size.points(box.height, page.shorter), one.size)
        most = self.max_size.points(box.height, page.shorter) if self.max_size is not None else float("inf")
        found = fit(message, _inner(box, page), FitRule(low, most, self.max_lines))
        return found if len(found.lines) > 1 and found.size > _LARGER * one.size and not found.broken_words else None

    def _copies(
        self, block: TextBlock, letters: FillPath, fitted: Fitted, box: Rect, row: int, high: float, page: Page
    ) -> list[FillPath | Group]:
        """The line again to both sides until the box, with its bleed, is full, and the marks between; every other row
        is half a step farther."""
        from placards.scene.items import Group

        line, size, metrics = block.lines[0], fitted.size, fitted.lines[0]
        wide = 0.0 if self.mark == "none" else _MARK * (metrics.body_before + metrics.body_after) * size
        between = 2 * self.gap * size + wide
        room, step = page.reach(box), line.ink.width + between
        aside = step / 2 if row % 2 else 0.0
        before = min(_MOST, max(0, ceil((line.ink.x + aside - room.x) / step)))
        after = min(_MOST, max(0, ceil((room.right - line.ink.right - aside) / step)))
        down = row * high
        middle = line.origin.y + down - (metrics.body_before - metrics.body_after) * size / 2
        marked = page.colors[self.mark_fill or self.fill]
        reach = letters.path.bounds() if letters.path.segments else None
        bleed = page.setting.sheet.bleed
        seen = room.intersection(page.trim.inset(-bleed, -bleed, -bleed, -bleed))
        found: list[FillPath | Group] = []
        if seen is None:
            return found
        for number in range(-before - 1, after + 1):
            along = aside + number * step
            moved = Matrix(e=along, f=down)
            if (number or row) and reach is not None and moved.box(reach).intersection(seen) is not None:
                found.append(Group((letters,), moved))
            x = line.ink.right + along + between / 2
            spot = Rect(x - wide / 2, middle - wide / 2, wide, wide)
            if wide and spot.intersection(seen) is not None:
                found.append(_shape(self._mark(spot), marked))
        return found

    def _mark(self, box: Rect) -> Path:
        if self.mark == "square":
            return Path.rect(box)
        if self.mark == "diamond":
            x, y = box.x + box.width / 2, box.y + box.height / 2
            return Path.polygon([(x, box.y), (box.right, y), (x, box.bottom), (box.x, y)])
        return Path.ellipse(box)


def _seen(box: Rect, page: Page) -> Rect:
    """What of a box trimming and apps surely leave: the whole line stands there."""
    return box.intersection(page.boxes["safe"]) or box


def _inner(box: Rect, page: Page) -> Rect:
    """Where lines stand that do not run: away from the box's ends."""
    seen = _seen(box, page)
    aside = min(0.05 * page.shorter, seen.width / 4)
    return seen.inset(aside, 0, aside, 0)


def _shape(path: Path, paint: Paint) -> FillPath:
    from placards.scene.items import FillPath

    return FillPath(path, paint)


def _outline(block: TextBlock) -> Path:
    """All letters of a block as one outline."""
    from placards.values.geometry import moved

    segments = []
    for line in block.lines:
        there = Matrix(e=line.origin.x, f=line.origin.y)
        for placed in line.runs:
            pen = placed.matrix.then(there)
            for glyph, x, y in placed.run.pens():
                place = Matrix(e=x, f=y).then(pen)
                for outline in placed.run.font.silhouette(glyph):
                    segments += moved(outline, place)
    return Path(tuple(segments))
