"""A job's slogans become a numbered list, every entry in the same size, over as many pages as reading needs."""

from __future__ import annotations

from collections.abc import Sequence

from placards.frozen import dataclass
from placards.layout.chant_rows import Row, RowStyle, has_turns, row_items, set_row, turn_mark
from placards.layout.content import Entry, SlotText
from placards.layout.fit import FitRule, Fitted, prepare_message, wrap
from placards.layout.keys import SloganList
from placards.layout.text_block import BlockStyle, place_block
from placards.locale.numbers import local_number
from placards.problems.errors import FitError
from placards.scene.items import FillPath, Item, TextBlock
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.values.color import Color
from placards.values.geometry import Path, Rect

#: Width of the numbers' column, in sizes of the list.
NUMBER_EM = 2.0

#: The legend of marks: its size, and the distances around its words, in sizes of the list.
LEGEND_EM = 0.72
LEGEND_GAP_EM = 0.9


@dataclass(frozen=True)
class ListPage:
    """Where a list stands on a page, and with what it is set."""

    element: SloganList
    box: Rect
    shorter: float
    colors: dict[str, Color]
    fonts: FontSet
    mirrored: bool
    legend: tuple[SlotText, SlotText] | None = None  # the words for who calls and who answers
    sided: bool = False  # texts stand in the column at the side

    @property
    def style(self) -> RowStyle:
        return RowStyle(self.element, self.colors, self.fonts, self.mirrored, self.sided)

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


def split_pages(page: ListPage, entries: Sequence[Entry]) -> tuple[list[tuple[Entry, ...]], float]:
    """The entries of each page, and the size that all pages share: as few pages as keep the list at its smallest size
    or above, then the largest size that needs no more of them. Raises FitError when one entry alone does not fit."""
    fewest = _fill(page, entries, page.min_size)
    if fewest is None:
        raise FitError("fit-list", least=page.min_size)
    low, high = page.min_size, max(page.max_size, page.min_size)
    for attempt in range(12):
        size = high if attempt == 0 else (low + high) / 2
        filled = _fill(page, entries, size)
        if filled is not None and len(filled) <= len(fewest):
            fewest, low = filled, size
        else:
            high = size
        if high - low < 0.1:
            break
    per_page = -(-len(entries) // len(fewest))
    even = [tuple(entries[i : i + per_page]) for i in range(0, len(entries), per_page)]
    return (even if all(_fits(page, part, low) for part in even) else fewest), low


def _fill(page: ListPage, entries: Sequence[Entry], size: float) -> list[tuple[Entry, ...]] | None:
    """As many entries to a page as fit; None if one alone does not."""
    try:
        rows = _rows(page, entries, size)
        legend = _legend_height(page, entries, size)
    except FitError:
        return None
    turns = [has_turns(page.element, entry) for entry in entries] if legend else []
    pages: list[tuple[Entry, ...]] = []
    first = 0
    while first < len(entries):
        last = _page_end(page, rows, first, turns, legend)
        if last == first:
            return None
        pages.append(tuple(entries[first:last]))
        first = last
    return pages


def _page_end(page: ListPage, rows: Sequence[Row], first: int, turns: Sequence[bool], legend: float) -> int:
    """The entry after the last one that stands on a page that begins with *first*. The page has the *legend* from the
    first entry with turns on."""
    end = first + len(_columns(rows[first:], page, page.box.height))
    answered = next((n for n in range(first, end) if turns and turns[n]), end)
    if answered == end:
        return end
    return max(answered, first + len(_columns(rows[first:], page, page.box.height - legend)))


def list_items(page: ListPage, entries: Sequence[Entry], before: int, size: float | None = None) -> list[Item]:
    """The entries as blocks, numbered on from *before*, at *size* or in the largest size at which all of them fit."""
    if size is None:
        _, size = split_pages(page, entries)
    return _draw(page, entries, size, before)


def _fits(page: ListPage, entries: Sequence[Entry], size: float) -> bool:
    filled = _fill(page, entries, size)
    return filled is not None and len(filled) == 1


def _rows(page: ListPage, entries: Sequence[Entry], size: float) -> list[Row]:
    width = page.columns[0].width - _indent(page, size)
    return [set_row(page.style, entry, width, size) for entry in entries]


def _indent(page: ListPage, size: float) -> float:
    return NUMBER_EM * size if page.element.numbers else 0.0


def _columns(rows: Sequence[Row], page: ListPage, room: float) -> list[int]:
    """The column of each row, filled from top to bottom, as far as the columns suffice."""
    out: list[int] = []
    column, y = 0, 0.0
    for row in rows:
        if y and y + row.height > room:
            column, y = column + 1, 0.0
        if row.height > room or column >= page.element.columns:
            break
        out.append(column)
        y += row.height + page.element.gap * row.size
    return out


def _draw(page: ListPage, entries: Sequence[Entry], size: float, before: int) -> list[Item]:
    rows = _rows(page, entries, size)
    top = _legend_height(page, entries, size)
    room = page.box.height - top
    columns = _columns(rows, page, room)  # of all rows: `_fits` said so for this size
    items = _legend_items(page, size) if top else []
    # What room is left goes between the rows, up to half a line each.
    gap = page.element.gap * size
    for column in sorted(set(columns)):
        members = [i for i, c in enumerate(columns) if c == column]
        used = sum(rows[i].height for i in members) + gap * (len(members) - 1)
        spare = (room - used) / max(1, len(members) - 1)
        step = gap + min(max(spare, 0.0), 0.6 * size)
        y = page.box.y + top
        area = page.columns[column]
        for i in members:
            if i != members[0] and page.element.rule:
                items.append(_rule(page, area, y - step / 2, size))
            items += _row(page, entries[i], rows[i], Rect(area.x, y, area.width, rows[i].height), before + i + 1)
            y += rows[i].height + step
    # PDFium takes what follows on one height for one line, and turns Latin words round behind Arabic ones: what stands
    # in the column at the side is read when the others have been.
    return sorted(items, key=lambda item: _is_aside(page, item))


def _is_aside(page: ListPage, item: Item) -> bool:
    """Whether an item stands in the column at the side: its slot is named after its line."""
    if not isinstance(item, TextBlock) or not page.style.sided:
        return False
    parts = item.slot.removeprefix(f"{page.element.id}-").split("-")  # number, line, turn
    return len(parts) > 1 and parts[1].isdigit() and page.element.lines[int(parts[1]) - 1].side


def _rule(page: ListPage, area: Rect, y: float, size: float) -> FillPath:
    return FillPath(Path.rect(Rect(area.x, y, area.width, 0.04 * size)), page.colors[page.element.rule or ""])


def _row(page: ListPage, entry: Entry, row: Row, area: Rect, number: int) -> list[Item]:
    indent = _indent(page, row.size)
    box = Rect(area.x if page.mirrored else area.x + indent, area.y, area.width - indent, area.height)
    items = row_items(page.style, row, box, number)
    if not page.element.numbers:
        return items
    first = next(item for item in items if isinstance(item, TextBlock))
    return [*_number(page, number, entry, first.lines[0].origin.y, area, row.size), *items]


def _number(page: ListPage, number: int, entry: Entry, baseline: float, area: Rect, size: float) -> list[Item]:
    """The entry's number in the language's own digits, on the baseline of the entry's first line."""
    language = entry.texts[0].language
    first = page.element.lines[0]
    text = local_number(number, language)
    message = prepare_message(text, TextStyle(language, first.role, first.weight), page.fonts)
    fitted = wrap(message, _indent(page, size), size * 0.8, FitRule())
    ink = fitted.lines[0]
    x = area.right - ink.along * fitted.size if page.mirrored else area.x
    box = Rect(x, baseline - ink.before * fitted.size, ink.along * fitted.size, fitted.height)
    paint = page.colors[page.element.number_fill]
    name, of = f"{page.element.id}-{number}", (page.element.id, number)
    return [place_block(fitted, box, BlockStyle(paint, "number", name, "left", "top", entry=of), text)]


def _legend(page: ListPage, size: float) -> list[tuple[SlotText, Fitted]]:
    """The words for who calls and who answers, set."""
    line = page.element.lines[0]
    out = []
    for word, weight in zip(page.legend or (), (page.element.leader_weight, line.weight), strict=False):
        message = prepare_message(word.text, TextStyle(word.language, line.role, weight), page.fonts)
        out.append((word, wrap(message, page.box.width, size * LEGEND_EM, FitRule())))
    return out


def _legend_height(page: ListPage, entries: Sequence[Entry], size: float) -> float:
    """The room above the list; none where nobody answers, or nothing says in which words."""
    if not page.legend or not any(has_turns(page.element, entry) for entry in entries):
        return 0.0
    return max(fitted.height for _, fitted in _legend(page, size)) + LEGEND_GAP_EM * size


def _legend_items(page: ListPage, size: float) -> list[Item]:
    """Both marks with their words, side by side on one baseline above the list."""
    words = _legend(page, size)
    before = max(fitted.lines[0].before * fitted.size for _, fitted in words)
    towards = -1.0 if page.mirrored else 1.0
    x = page.box.right if page.mirrored else page.box.x
    items: list[Item] = []
    for turn, (word, fitted) in enumerate(words, start=1):
        ink = fitted.lines[0]
        baseline = page.box.y + before
        middle = baseline - (ink.body_before - ink.body_after) / 2 * fitted.size
        items.append(turn_mark(page.style, turn, x, middle, size * LEGEND_EM))
        x += towards * size * LEGEND_EM * 0.9
        width = ink.along * fitted.size
        box = Rect(x - width if page.mirrored else x, baseline - ink.before * fitted.size, width, fitted.height)
        paint = page.colors[page.element.number_fill]
        name = f"{page.element.id}-legend-{turn}"
        items.append(place_block(fitted, box, BlockStyle(paint, "legend", name, "left", "top"), word.text))
        x += towards * (width + size)
    return items


__all__ = ["ListPage", "list_items", "local_number", "split_pages"]
