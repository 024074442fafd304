"""An entry of a list becomes a row: its texts below each other, turn by turn in a call and response."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from placards.frozen import dataclass
from placards.layout.content import Entry, SlotText
from placards.layout.fit import FitRule, Fitted, prepare_message, wrap
from placards.layout.keys import ListText, SloganList
from placards.layout.text_block import BlockStyle, physical_align, place_block
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

#: Width of the column of marks that say who calls a line.
MARK_EM = 1.15

#: Height of a mark.
_MARK_SIZE_EM = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a row, set."""

    fitted: Fitted
    text: SlotText
    index: int  # of the element's ``lines``
    turn: int = 0  # 1 the leader, 2 the crowd, 3 the leader again, …; 0 = no turn

    @property
    def above(self) -> float:
        """Room above the first line's ink."""
        return max(ASCENT_EM - self.fitted.lines[0].before, 0.0) * self.fitted.size

    @property
    def height(self) -> float:
        return self.above + self.fitted.height + max(DESCENT_EM - self.fitted.lines[-1].after, 0.0) * self.fitted.size


@dataclass(frozen=True, slots=True)
class Row:
    """An entry at a size."""

    parts: tuple[Part, ...]
    size: float
    answered: bool  # a column of marks stands before the texts

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts) + sum(self.gaps)

    @property
    def gaps(self) -> tuple[float, ...]:
        """The distance after each part, none after the last."""
        turns = [part.turn for part in self.parts]
        after = (LINE_GAP_EM if a == b else TURN_GAP_EM for a, b in pairwise(turns))
        return tuple(gap * self.size for gap in after)


@dataclass(frozen=True, slots=True)
class RowStyle:
    """With what the rows of a list are set."""

    element: SloganList
    colors: dict[str, Color]
    fonts: FontSet
    mirrored: bool


def set_row(style: RowStyle, entry: Entry, width: float, size: float) -> Row:
    """Set an entry at a size; raises FitError where it does not fit."""
    answered = has_turns(style.element, entry)
    room = width - (MARK_EM * size if answered else 0.0)
    return Row(tuple(_part(style, *found, room, size) for found in _order(style.element, entry)), size, answered)


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
    return Part(wrap(message, width, size * line.size, FitRule(align=align, leading=LEADING)), text, index, turn)


def row_items(style: RowStyle, row: Row, box: Rect, slot: str) -> list[Item]:
    """A row from the top of a box on, with the marks of its turns."""
    indent = MARK_EM * row.size if row.answered else 0.0
    x = box.x if style.mirrored else box.x + indent
    items: list[Item] = []
    y = box.y
    marked = 0
    for part, gap in zip(row.parts, (*row.gaps, 0.0), strict=True):
        line = style.element.lines[part.index]
        role = "say" if line.show == "say" else "slogan" if part.index == 0 else "translation"
        name = f"{slot}-{part.index + 1}" + (f"-{part.turn}" if part.turn else "")
        stand = BlockStyle(style.colors[line.fill], role, name, physical_align("start", style.mirrored), "top", 0.0)
        block = place_block(
            part.fitted, Rect(x, y + part.above, box.width - indent, part.fitted.height), stand, part.text.text
        )
        if part.turn > marked:
            marked = part.turn
            first = part.fitted.lines[0]
            middle = block.lines[0].origin.y - (first.body_before - first.body_after) / 2 * part.fitted.size
            edge = box.right if style.mirrored else box.x
            items.append(turn_mark(style, part.turn, edge, middle, row.size))
        items.append(block)
        y += part.height + gap
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
