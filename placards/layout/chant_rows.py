"""An entry of a list becomes a row: its texts below each other, turn by turn in a call and response."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.frozen import dataclass
from placards.layout.content import Entry, SlotText
from placards.layout.fit import FitRule, Fitted, prepare_message, wrap
from placards.layout.keys import ListText, SloganList
from placards.layout.text_block import BlockStyle, physical_align, place_block
from placards.problems.errors import FitError
from placards.scene.items import FillPath, Item
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.values.color import Color
from placards.values.geometry import Path, Rect

#: Distance between the texts of one entry or turn, in sizes of the list.
LINE_GAP_EM = 0.14

#: Distance between the turns of a call and response.
TURN_GAP_EM = 0.42

#: What a line takes at least above and below its baseline, in its own size, so that baselines keep a rhythm whether a
#: line happens to have a descender or not.
ASCENT_EM = 0.74
DESCENT_EM = 0.22

#: What goes on in a second line stands this much further below than its ink needs.
LEADING = 1.12

#: Distance between the columns of a row, in sizes of the list.
COLUMN_GAP_EM = 0.8

#: Width of the column of marks that say who calls a line.
MARK_EM = 1.15

#: Height of a mark.
_MARK_SIZE_EM = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a row, set, and where it stands in it: its top, and how far from where reading begins. *Room* is the
    width that it has."""

    fitted: Fitted
    text: SlotText
    index: int  # of the element's ``lines``
    turn: int = 0  # 1 the leader, 2 the crowd, 3 the leader again, …; 0 = no turn
    room: float = 0.0
    top: float = 0.0
    start: float = 0.0

    @property
    def above(self) -> float:
        """Room above the first line's ink."""
        return max(ASCENT_EM - self.fitted.lines[0].before, 0.0) * self.fitted.size

    @property
    def baseline(self) -> float:
        """Of its first line, from its top."""
        return self.above + self.fitted.lines[0].before * self.fitted.size

    @property
    def height(self) -> float:
        return self.above + self.fitted.height + max(DESCENT_EM - self.fitted.lines[-1].after, 0.0) * self.fitted.size

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Row:
    """An entry at a size."""

    parts: tuple[Part, ...]
    size: float

    @property
    def height(self) -> float:
        return max(part.bottom for part in self.parts)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """With what the rows of a list are set; *sided* if a column at the side has texts."""

    element: SloganList
    colors: dict[str, Color]
    fonts: FontSet
    mirrored: bool
    sided: bool = False


def set_row(style: RowStyle, entry: Entry, width: float, size: float) -> Row:
    """Set an entry at a size; raises FitError where it does not fit. Call and answer stand side by side where the list
    wants that and no word must break for it."""
    order = tuple(_order(style.element, entry))
    if style.element.turns == "columns" and has_turns(style.element, entry):
        try:
            row = _Setting(style, width, size, 2).row(order)
        except FitError:
            pass
        else:
            if not any(part.fitted.broken_words for part in row.parts):
                return row
    return _Setting(style, width, size, 1).row(order)


class _Setting:
    """The columns of a row, and what is set in them: so many cells for turns, and the side."""

    def __init__(self, style: RowStyle, width: float, size: float, cells: int) -> None:
        self.style, self.size, self.cells = style, size, cells
        gap = COLUMN_GAP_EM * size
        side = width * style.element.side if style.sided else 0.0
        self.main = width - side - (gap if side else 0.0)
        self.side, self.side_start = side, self.main + gap
        self.cell = (self.main - gap * (cells - 1)) / cells
        self.step = self.cell + gap

    def row(self, order: Sequence[tuple[SlotText, int, int]]) -> Row:
        """Turn below turn, or pair below pair; texts without a turn last."""
        turns = sorted({turn for _, _, turn in order} - {0})
        groups = [turns[n : n + self.cells] for n in range(0, len(turns), self.cells)]
        parts: list[Part] = []
        for group in [*groups, [0]]:
            members = [found for found in order if found[2] in group]
            if members:
                gap = TURN_GAP_EM if parts else 0.0
                top = max((part.bottom for part in parts), default=0.0) + gap * self.size
                parts += self._group(members, group, top, turned=bool(turns))
        return Row(tuple(parts), self.size)

    def _group(
        self, members: Sequence[tuple[SlotText, int, int]], group: list[int], top: float, *, turned: bool
    ) -> list[Part]:
        """What begins at one height: a stack of texts for each turn, and one at the side, on one first baseline."""
        mark = MARK_EM * self.size if turned else 0.0
        width = (self.main if group == [0] else self.cell) - mark
        stacks: list[list[Part]] = []
        for column, turn in enumerate(group):
            texts = [m for m in members if m[2] == turn and not self._aside(m[1])]
            stacks.append(self._stack(texts, column * self.step + mark, width))
        aside = [m for m in members if self._aside(m[1])]
        stacks.append(self._stack(aside, self.side_start, self.side))
        baseline = max(stack[0].baseline for stack in stacks if stack)
        return [replace(part, top=top + baseline - stack[0].baseline + part.top) for stack in stacks for part in stack]

    def _aside(self, index: int) -> bool:
        return self.style.sided and self.style.element.lines[index].side

    def _stack(self, texts: Sequence[tuple[SlotText, int, int]], start: float, width: float) -> list[Part]:
        out: list[Part] = []
        for found in texts:
            part = _part(self.style, *found, width, self.size)
            top = out[-1].bottom + LINE_GAP_EM * self.size if out else 0.0
            out.append(replace(part, top=top, start=start))
        return out


def has_turns(element: SloganList, entry: Entry) -> bool:
    """Whether leader and crowd take turns in an entry."""
    return entry.response and any(turn for _, _, turn in _order(element, entry))


def _order(element: SloganList, entry: Entry) -> Iterator[tuple[SlotText, int, int]]:
    """The texts of an entry, the places of their lines in the element, and their turns.

    How many turns there are is what the first text says. A text of another number of lines stands whole at the end.
    """
    shown = [(text, n) for n, line in enumerate(element.lines) if (text := _shown(entry, line)) is not None]
    pieces = {n: text.text.strip().splitlines() for text, n in shown}
    turns = len(pieces[shown[0][1]]) if entry.response and shown else 0
    if turns < 2:
        yield from ((text, n, 0) for text, n in shown)
        return
    for turn in range(turns):
        yield from ((replace(text, text=pieces[n][turn]), n, turn + 1) for text, n in shown if len(pieces[n]) == turns)
    yield from ((text, n, 0) for text, n in shown if len(pieces[n]) != turns)


def _shown(entry: Entry, line: ListText) -> SlotText | None:
    texts: Sequence[SlotText | None] = entry.said if line.show == "say" else entry.texts
    return texts[line.language - 1] if line.language <= len(texts) else None


def _part(style: RowStyle, text: SlotText, index: int, turn: int, width: float, size: float) -> Part:
    line = style.element.lines[index]
    calls = turn % 2 == 1 and index == 0
    weight = style.element.leader_weight if calls else line.weight
    message = prepare_message(text.text, TextStyle(text.language, line.role, weight), style.fonts)
    align = physical_align("start", message.paragraph.base_level == 1)
    fitted = wrap(message, width, size * line.size, FitRule(align=align, leading=LEADING))
    return Part(fitted, text, index, turn, width)


def row_items(style: RowStyle, row: Row, box: Rect, number: int) -> list[Item]:
    """A row from the top of a box on, with the marks of its turns; *number* is that of its entry in the list."""
    items: list[Item] = []
    marked = 0
    entry, align = (style.element.id, number), physical_align("start", style.mirrored)
    for part in row.parts:
        line = style.element.lines[part.index]
        role = "say" if line.show == "say" else "slogan" if part.index == 0 else "translation"
        name = f"{style.element.id}-{number}-{part.index + 1}" + (f"-{part.turn}" if part.turn else "")
        stand = BlockStyle(style.colors[line.fill], role, name, align, "top", entry=entry)
        x = box.right - part.start - part.room if style.mirrored else box.x + part.start
        place = Rect(x, box.y + part.top + part.above, part.room, part.fitted.height)
        block = place_block(part.fitted, place, stand, part.text.text)
        if part.turn > marked and not (style.sided and line.side):
            marked = part.turn
            first = part.fitted.lines[0]
            middle = block.lines[0].origin.y - (first.body_before - first.body_after) / 2 * part.fitted.size
            before = MARK_EM * row.size
            edge = x + part.room + before if style.mirrored else x - before
            items.append(turn_mark(style, part.turn, edge, middle, row.size))
        items.append(block)
    return items


def turn_mark(style: RowStyle, turn: int, edge: float, middle: float, size: float) -> FillPath:
    """Who has a turn: a hollow arrow for the leader, who calls, a disc for the crowd, which answers."""
    half = _MARK_SIZE_EM * size / 2
    towards = -1.0 if style.mirrored else 1.0
    if turn % 2:
        tip = (edge + towards * half * 1.8, middle)
        corners = [(edge, middle - half), tip, (edge, middle + half)]
        return FillPath(Path.polygon(corners), style.colors[style.element.number_fill])
    box = Rect(edge + towards * half - half, middle - half, 2 * half, 2 * half)
    return FillPath(Path.rounded_rect(box, half), style.colors[style.element.lines[0].fill])
