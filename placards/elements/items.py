"""The element ``items``: demands, names or paragraphs below each other, all in one size, with numerals or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.base import Reference, Showing
from placards.elements.page import Page
from placards.elements.registry import element
from placards.elements.typeset import Typeset
from placards.problems.errors import PlacardsError, Place, TextError
from placards.values.geometry import Path, Rect
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import ExtentField, GapField, LanguageNumber, Weight
    from placards.layout.content import SlotText
    from placards.layout.fit import Fitted, Message
    from placards.layout.item_rows import ItemRows, ItemRule
    from placards.layout.text_block import Align
    from placards.scene.items import Item, TextBlock

#: Space between a numeral and its text, and the diameter and the room of a bullet, in sizes of the text.
_NUMBER_GAP_EM = 0.45
_BULLET_EM = 0.34
_BULLET_ROOM_EM = 0.85

#: From a line to sign on to the text below it, and its thickness, in sizes of the text.
_SIGN_GAP_EM = 0.35
_SIGN_LINE_EM = 0.05

#: Up to this size a numeral stands on the baseline of its text, larger ones begin at its top.
_ON_BASELINE = 1.15

#: How much of what room is left goes between two rows, in sizes of the text.
_MOST_SPREAD_EM = 0.6


@element
class Items(Typeset):
    """The items of a slot below each other (``demands``, ``names``, or the paragraphs of ``body``), all in one size,
    the largest at which all of them fit. ``marker = "number"`` counts them in the language's own digits;
    ``number_size`` makes the numerals so many times as large as the text. Where the text would be smaller than
    ``max_size``, it takes more ``columns``, ``most_columns`` at most. Left out where the job has none, unless
    ``needed``. ``first`` and ``last`` (0 = all that follow) show some of them, which keep their numbers. ``sign``
    leaves so much room, in sizes of the text, over a line (``rule``) above each: people sign there."""

    type: Literal["items"]
    show: Literal["demands", "names", "body"]
    language: LanguageNumber = 1
    role: str = "text"
    weight: Weight | None = None
    fill: str = "ink"
    align: Literal["start", "center", "end"] = "start"
    valign: Literal["top", "middle", "bottom"] = "top"
    columns: Annotated[int, Field(ge=1, le=6)] = 1
    most_columns: Annotated[int, Field(ge=1, le=6)] | None = None
    column_gap: GapField = Length(4.0, "%")
    gap: Annotated[float, Field(ge=0, le=5)] = 0.6  # between the items, in sizes of the text
    leading: Annotated[float, Field(ge=0.5, le=3)] = 1.05
    marker: Literal["none", "number", "bullet"] = "none"
    number_role: str = "display"
    number_weight: Weight | None = None
    number_size: Annotated[float, Field(gt=0, le=6)] = 1.0
    number_fill: str | None = None  # the text's by itself
    digits: Literal[
        "default", "latin", "arabic", "persian", "devanagari", "bengali", "thai", "khmer", "burmese", "tamil"
    ] = "default"  # of the numerals; by itself those that the person wants, or the language's
    rule: str | None = None  # the colour of a line between the items
    first: Annotated[int, Field(ge=1, le=99)] = 1
    last: Annotated[int, Field(ge=0, le=99)] = 0
    sign: Annotated[float, Field(ge=0, le=12)] = 0.0
    min_size: ExtentField = Length(8.0, "pt")
    needed: bool = False

    def refers(self) -> Iterator[Reference]:
        yield Reference("color", self.fill, ("fill",))
        yield Reference("role", self.role, ("role",))
        if self.marker == "number":
            yield Reference("role", self.number_role, ("number_role",))
        for key in ("number_fill", "rule"):
            if getattr(self, key) is not None:
                yield Reference("color", getattr(self, key), (key,))

    def shows(self) -> Iterator[Showing]:
        yield Showing(self.show, self.language)

    def letters(self) -> Iterator[tuple[Reference, bool]]:
        yield Reference("color", self.fill, ("fill",)), False
        if self.marker == "number" and self.number_fill is not None:
            yield Reference("color", self.number_fill, ("number_fill",)), self.number_size > _ON_BASELINE

    def place(self, page: Page) -> Iterable[Item]:
        """A block for each item, with its marker. Raises TextError where needed ones are missing, FitError where they
        do not fit."""
        content = page.setting.content
        found = content.field(self.show, self.language)
        given = _items(found, self.show) if found is not None else []
        texts = given[self.first - 1 : self.last or None]
        if found is None or not texts:
            page.slot(self)
            if self.needed:
                raise TextError("items-not-given", layout=page.setting.layout, show=self.show)
            return []
        try:
            items = self._set(texts, page)
        except PlacardsError as error:
            error.at(Place(message=f"slot “{self.id}”", language=found.language))
            raise
        language = min(self.language, len(dict(content.fields)[self.show]))
        if page.shown.items(self.show, language, range(self.first, self.first + len(texts)), len(given)):
            page.shown.detail(self.show, language)
        return items

    def _set(self, texts: list[SlotText], page: Page) -> list[Item]:
        from placards.layout.item_rows import ItemRule
        from placards.layout.text_block import physical_align

        box = page.box(self)
        messages = [_message(text.text, text.language, self.role, self.weight, page) for text in texts]
        numerals = self._numerals(texts, page)
        widest = max((n.lines[0].along for n in numerals), default=0.0)
        highest = max((n.lines[0].before + n.lines[0].after for n in numerals), default=0.0)
        indent = {"none": 0.0, "bullet": _BULLET_ROOM_EM, "number": widest * self.number_size + _NUMBER_GAP_EM}
        align = physical_align(self.align, page.setting.mirrored)
        rule = ItemRule(
            columns=self.columns,
            column_gap=self.column_gap.points(box.width, page.shorter),
            gap_em=self.gap,
            indent_em=indent[self.marker],
            least_row_em=highest * self.number_size,
            align=align,
            leading=self.leading,
            above_em=self.sign,
            min_size=self.min_size.points(box.height, page.shorter),
            max_size=self.max_size.points(box.height, page.shorter) if self.max_size else box.height,
            in_sense=self.show != "names",
        )
        rule, set_rows = _in_columns(messages, box, rule, self.most_columns or self.columns)
        if set_rows.broken_words:
            page.warn("word-broken", self, texts[0].language)
        return _Drawing(self, page, box, set_rows, numerals, rule, align).items(texts)

    def _numerals(self, texts: list[SlotText], page: Page) -> list[Fitted]:
        """The numerals at one point an em."""
        if self.marker != "number":
            return []
        from placards.layout.fit import FitRule, wrap
        from placards.locale.digits import with_digits
        from placards.locale.numbers import local_number

        digits = self.digits if self.digits != "default" else page.setting.content.digits
        found = []
        for number, text in enumerate(texts, self.first):
            written = with_digits(local_number(number, text.language), digits)
            message = _message(written, text.language, self.number_role, self.number_weight, page)
            found.append(wrap(message, 1000.0, 1.0, FitRule()))
        return found


def _in_columns(messages: list[Message], box: Rect, rule: ItemRule, most: int) -> tuple[ItemRule, ItemRows]:
    """The items in the fewest columns that let them have their largest size, or in those that let them be largest;
    raises FitError."""
    from placards.layout.item_rows import fit_items
    from placards.problems.errors import FitError

    best: tuple[ItemRule, ItemRows] | None = None
    for columns in range(rule.columns, max(most, rule.columns) + 1):
        tried = replace(rule, columns=columns)
        try:
            rows = fit_items(messages, box.width, box.height, tried)
        except FitError:
            if best is None and columns >= most:
                raise
            continue
        if best is None or (rows.size > best[1].size and not rows.broken_words):
            best = tried, rows
        if rows.size >= rule.max_size:
            break
    assert best is not None
    return best


class _Drawing:
    """Where the rows of items stand."""

    def __init__(
        self, element: Items, page: Page, box: Rect, rows: ItemRows, numerals: list[Fitted], rule: ItemRule,
        align: Align,
    ) -> None:  # fmt: skip
        self.element, self.page, self.box, self.rows, self.numerals = element, page, box, rows, numerals
        self.column_gap, self.columns, self.align = rule.column_gap, rule.columns, align
        self.indent = rule.indent_em * rows.size
        self.width = (box.width - rule.column_gap * (rule.columns - 1)) / rule.columns

    def items(self, texts: list[SlotText]) -> list[Item]:
        from placards.scene.items import FillPath, TextBlock

        element, rows, size = self.element, self.rows, self.rows.size
        out: list[Item] = []
        step = element.gap * size
        columns = sorted(set(rows.columns))
        members = {c: [n for n, column in enumerate(rows.columns) if column == c] for c in columns}
        longest = max(members.values(), key=lambda m: sum(rows.heights[n] for n in m) + step * (len(m) - 1))
        used = sum(rows.heights[n] for n in longest) + step * (len(longest) - 1)
        spare = max(self.box.height - used, 0.0)
        if len(longest) > 1:
            spread = min(spare / (len(longest) - 1), _MOST_SPREAD_EM * size)
            step, spare = step + spread, spare - spread * (len(longest) - 1)
        top = self.box.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[element.valign]
        for column, numbers in members.items():
            place = self.columns - 1 - column if self.page.setting.mirrored else column
            x, y = self.box.x + place * (self.width + self.column_gap), top
            for n in numbers:
                if element.rule and element.sign:
                    line = Rect(x, y + (element.sign - _SIGN_GAP_EM) * size, self.width, _SIGN_LINE_EM * size)
                    out.append(FillPath(Path.rect(line), self.page.colors[element.rule]))
                elif element.rule and n != numbers[0]:
                    line = Rect(x, y - step / 2 - 0.02 * size, self.width, 0.04 * size)
                    out.append(FillPath(Path.rect(line), self.page.colors[element.rule]))
                out += self._row(n, texts[n], x, y)
                y += rows.heights[n] + step
        inks = [line.ink for item in out if isinstance(item, TextBlock) for line in item.lines]
        self.page.inks[element.id] = reduce(Rect.union, inks)
        return out

    def _row(self, n: int, text: SlotText, x: float, y: float) -> list[Item]:
        fitted, y = self.rows.rows[n], y + self.element.sign * self.rows.size
        hero = self.element.number_size > _ON_BASELINE and self.numerals
        # A short text beside a large numeral stands in its middle.
        down = (self._height(n) - fitted.height) / 2 if hero else 0.0
        left = x if self.page.setting.mirrored else x + self.indent
        box = Rect(left, y + down, self.width - self.indent, fitted.height)
        block = self._block(fitted, box, self.element.show, n, self.align, text.text)
        return [*self._marker(n, block, x, y), block]

    def _height(self, n: int) -> float:
        """Of a row, without the room to sign in."""
        return self.rows.heights[n] - self.element.sign * self.rows.size

    def _block(self, fitted: Fitted, box: Rect, role: str, n: int, align: Align, text: str) -> TextBlock:
        from placards.layout.text_block import BlockStyle, place_block

        element, slot = self.element, f"{self.element.id}-{n + 1}"
        fill, low = element.fill, element.min_size.points(self.box.height, self.page.shorter)
        if role == "numeral":
            fill, low, slot = element.number_fill or fill, 0.0, f"{slot}-number"
        entry = element.id, element.first + n
        style = BlockStyle(self.page.colors[fill], role, slot, align, "top", low, entry=entry)
        return place_block(fitted, box, style, text)

    def _marker(self, n: int, block: TextBlock, x: float, y: float) -> list[Item]:
        """The numeral or the bullet of a row; nothing where it has none."""
        from placards.scene.items import FillPath

        element, size, mirrored = self.element, self.rows.size, self.page.setting.mirrored
        baseline, first = block.lines[0].origin.y, self.rows.rows[n].lines[0]
        edge = x + self.width if mirrored else x
        if element.marker == "bullet":
            middle = baseline - (first.body_before - first.body_after) / 2 * size
            across = _BULLET_EM * size
            spot = Rect(edge - across if mirrored else edge, middle - across / 2, across, across)
            return [FillPath(Path.ellipse(spot), self.page.colors[element.number_fill or element.fill])]
        if not self.numerals:
            return []
        one = self.numerals[n]
        grown = size * element.number_size
        ink = one.lines[0].at(grown)
        large = replace(one, size=grown, lines=(ink,), height=one.height * grown)
        wide = ink.along * large.size
        top = baseline - ink.before * large.size
        if element.number_size > _ON_BASELINE:
            top = y + (self._height(n) - large.height) / 2
        spot = Rect(edge - wide if mirrored else edge, top, wide, large.height)
        return [self._block(large, spot, "numeral", n, "left", one.paragraph.text)]


def _message(text: str, language: str, role: str, weight: int | None, page: Page) -> Message:
    from placards.layout.fit import prepare_message
    from placards.text.shape import TextStyle

    return prepare_message(text, TextStyle(language, role, weight), page.setting.fonts)


def _items(found: SlotText, show: str) -> list[SlotText]:
    """The items of a slot: a line each, or of a long text what empty lines part."""
    if show != "body":
        parts = found.text.splitlines()
    else:
        parts = []
        lines: list[str] = []
        for line in [*found.text.splitlines(), ""]:
            if line.strip():
                lines.append(line.strip())
            elif lines:
                parts.append(" ".join(lines))
                lines = []
    return [replace(found, text=part.strip()) for part in parts if part.strip()]
