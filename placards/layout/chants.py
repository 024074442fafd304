"""A job's slogans become a numbered list, every entry in the same size, over as many pages as reading needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from placards.color import Color
from placards.errors import FitError
from placards.geometry import Path, Rect
from placards.language import fallbacks
from placards.layout.content import Entry
from placards.layout.fit import FitRule, Fitted, Message, prepare_message, wrap
from placards.layout.text_block import BlockStyle, physical_align, place_block
from placards.scene.items import FillPath, Item
from placards.template.model import SloganList
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle

#: Width of the numbers' column, in sizes of the list.
NUMBER_EM = 2.0

#: Distance between the texts of one entry, in sizes of the list.
LINE_GAP_EM = 0.35


@dataclass(frozen=True)
class ListPage:
    """Where a list stands on a page, and with what it is set."""

    element: SloganList
    box: Rect
    shorter: float
    colors: dict[str, Color]
    fonts: FontSet
    mirrored: bool

    @property
    def min_size(self) -> float:
        return self.element.min_size.points(self.box.height, self.shorter)

    @property
    def max_size(self) -> float:
        limit = self.element.max_size
        return limit.points(self.box.height, self.shorter) if limit else self.box.height

    @property
    def columns(self) -> list[Rect]:
        gap = self.element.column_gap.points(self.box.width, self.shorter)
        count = self.element.columns
        width = (self.box.width - gap * (count - 1)) / count
        columns = [Rect(self.box.x + n * (width + gap), self.box.y, width, self.box.height) for n in range(count)]
        return columns[::-1] if self.mirrored else columns


def split_pages(page: ListPage, entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """The entries of each page: as few pages as keep the list at its smallest size or above; raises FitError when
    one entry alone does not fit."""
    for count in range(1, len(entries) + 1):
        per_page = -(-len(entries) // count)
        pages = [tuple(entries[i : i + per_page]) for i in range(0, len(entries), per_page)]
        if all(_fits(page, part, page.min_size) for part in pages):
            return pages
    raise FitError(
        f"the list does not fit: one entry alone is too long for {page.min_size:.1f} pt",
        remedy="Shorten the slogans, or choose a larger sheet",
    )


def list_items(page: ListPage, entries: Sequence[Entry], before: int) -> list[Item]:
    """The entries as blocks, numbered on from *before*, in the largest size at which all of them fit."""
    low, high = page.min_size, max(page.max_size, page.min_size)
    if _fits(page, entries, high):
        low = high
    for _ in range(12):
        if high - low < 0.1:
            break
        size = (low + high) / 2
        low, high = (size, high) if _fits(page, entries, size) else (low, size)
    return _draw(page, entries, low, before)


def _fits(page: ListPage, entries: Sequence[Entry], size: float) -> bool:
    try:
        rows = [_height(_set(page, entry, size), page, size) for entry in entries]
    except FitError:
        return False
    return _columns(rows, page, size) is not None


def _columns(rows: Sequence[float], page: ListPage, size: float) -> list[int] | None:
    """The column of each row, filled from top to bottom; None if the columns do not suffice."""
    gap = page.element.gap * size
    out, column, y = [], 0, 0.0
    for height in rows:
        if y and y + height > page.box.height:
            column, y = column + 1, 0.0
        if height > page.box.height or column >= page.element.columns:
            return None
        out.append(column)
        y += height + gap
    return out


def _text_width(page: ListPage, size: float) -> float:
    return page.columns[0].width - (NUMBER_EM * size if page.element.numbers else 0.0)


@lru_cache(maxsize=4096)
def _message(text: str, style: TextStyle, fonts: FontSet) -> Message:
    return prepare_message(text, style, fonts)


def _set(page: ListPage, entry: Entry, size: float) -> list[tuple[Fitted, int]]:
    """Every line of an entry at a size, with its place in the element's ``lines``."""
    out = []
    for number, line in enumerate(page.element.lines):
        if line.language > len(entry.texts):
            continue
        shown = entry.texts[line.language - 1]
        style = TextStyle(shown.language, line.role, line.weight)
        message = _message(shown.text, style, page.fonts)
        align = physical_align("start", message.paragraph.base_level == 1)
        out.append((wrap(message, _text_width(page, size), size * line.size, FitRule(align=align)), number))
    return out


def _height(row: Sequence[tuple[Fitted, int]], page: ListPage, size: float) -> float:
    return sum(fitted.height for fitted, _ in row) + LINE_GAP_EM * size * (len(row) - 1)


def _draw(page: ListPage, entries: Sequence[Entry], size: float, before: int) -> list[Item]:
    rows = [_set(page, entry, size) for entry in entries]
    heights = [_height(row, page, size) for row in rows]
    columns = _columns(heights, page, size)
    assert columns is not None  # `_fits` said so for this size
    # What room is left goes between the rows, up to half a line each.
    items: list[Item] = []
    gap = page.element.gap * size
    for column in sorted(set(columns)):
        members = [i for i, c in enumerate(columns) if c == column]
        used = sum(heights[i] for i in members) + gap * (len(members) - 1)
        spare = (page.box.height - used) / max(1, len(members) - 1)
        step = gap + min(max(spare, 0.0), 0.6 * size)
        y = page.box.y
        area = page.columns[column]
        for i in members:
            if i != members[0] and page.element.rule:
                middle = y - step / 2
                items.append(
                    FillPath(Path.rect(Rect(area.x, middle, area.width, 0.04 * size)), page.colors[page.element.rule])
                )
            items += _row(page, entries[i], rows[i], area, y, size, before + i + 1)
            y += heights[i] + step
    return items


def _row(
    page: ListPage, entry: Entry, row: Sequence[tuple[Fitted, int]], area: Rect, y: float, size: float, number: int
) -> list[Item]:
    items: list[Item] = []
    indent = NUMBER_EM * size if page.element.numbers else 0.0
    text_x = area.x if page.mirrored else area.x + indent
    for position, (fitted, index) in enumerate(row):
        line = page.element.lines[index]
        shown = entry.texts[line.language - 1]
        box = Rect(text_x, y, area.width - indent, fitted.height)
        style = BlockStyle(
            page.colors[line.fill],
            "slogan" if index == 0 else "translation",
            f"{page.element.id}-{number}-{index + 1}",
            physical_align("start", page.mirrored),
            "top",
            0.0,
        )
        block = place_block(fitted, box, style, shown.text)
        if position == 0 and page.element.numbers:
            items += _number(page, number, entry, block.lines[0].origin.y, area, indent, size)
        items.append(block)
        y += fitted.height + LINE_GAP_EM * size
    return items


def _number(
    page: ListPage, number: int, entry: Entry, baseline: float, area: Rect, indent: float, size: float
) -> list[Item]:
    """The entry's number in the language's own digits, on the baseline of the entry's first line."""
    language = entry.texts[0].language
    first = page.element.lines[0]
    text = local_number(number, language)
    style = TextStyle(language, first.role, first.weight)
    message = _message(text, style, page.fonts)
    fitted = wrap(message, indent, size * 0.8, FitRule())
    ink = fitted.lines[0]
    x = area.right - ink.along * fitted.size if page.mirrored else area.x
    box = Rect(x, baseline - ink.before * fitted.size, ink.along * fitted.size, fitted.height)
    paint = page.colors[page.element.number_fill]
    return [place_block(fitted, box, BlockStyle(paint, "number", f"{page.element.id}-{number}", "left", "top"), text)]


def local_number(number: int, language: str) -> str:
    """A whole number in the language's default digits (CLDR)."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    for tag in fallbacks(language):
        try:
            locale = Locale.parse(tag, sep="-")
            return str(format_decimal(number, format="#", locale=locale, numbering_system="default"))
        except (UnknownLocaleError, ValueError):
            continue
    return str(number)
