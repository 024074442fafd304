"""What Poppler makes of a page's lines becomes marks at their ends and in their numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from placards.render.reading.cells import LRM, RLM, Cell, Character, Run, Show
from placards.scene.items import TextBlock

HYPHENS = ("-", "\u00ad", "\u2010")

#: Marks at the end of one line. Poppler skips a code of a ToUnicode table whose text is longer than 63 characters, and
#: takes two codes that are much alike and side by side for one.
_MOST_MARKS = 60


def closing_marks(blocks: Sequence[TextBlock]) -> dict[tuple[int, int], str]:
    """Marks at line ends, by block and line, that a page with both directions needs.

    Poppler reads the whole page in the direction that more letters have, and then puts the neutrals at the end of a
    left-to-right line before it, and the words around a number or comma in a right-to-left line in the wrong order.
    So lines are closed with an LRM, and where a right-to-left line has such, RLMs make that the page's direction: as
    many on each right-to-left line as it takes, from that one on.
    """
    flat = [block for block in blocks if not block.vertical]
    if not any(block.base_level % 2 for block in flat):
        return {}
    marks: dict[tuple[int, int], str] = {}
    balance, inner = 0, None
    backwards: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        for index, line in enumerate(block.lines):
            kinds = [unicodedata.bidirectional(char) for char in line.text.rstrip()]
            balance += sum((kind == "L") - (kind in ("R", "AL")) for kind in kinds)
            if block.base_level % 2 and not block.vertical:
                backwards.append((number, index))
                if inner is None and not {"L", "AN", "EN", "ES", "ET", "CS"}.isdisjoint(kinds):
                    inner = len(backwards) - 1
            if block.base_level % 2 == 0 and not block.vertical and kinds and kinds[-1] != "L":
                marks[number, index] = LRM
    if inner is not None and balance + len(marks) >= 0:
        lacking = balance + 2 * len(marks) + 4
        for place in (*backwards[inner:], *backwards[:inner]):
            marks[place] = RLM * min(lacking, _MOST_MARKS)
            lacking -= len(marks[place])
            if not lacking:
                break
    return marks


def closed(shows: Sequence[Show], marks: str, base_level: int, thin: float) -> Show:
    """The marks of `closing_marks` at the line's end."""
    left, right = min(show.start for show in shows) - thin, max(show.end for show in shows)
    return Show(left if base_level % 2 else right, (Cell(marks, thin),))


def with_room_for_spaces(characters: Sequence[Character]) -> list[Character]:
    """A column's characters, a space without width given half of what the sign before it has: Poppler drops it."""
    out: list[Character] = []
    for character in characters:
        if out and character.width == 0 and character.char.isspace():
            half = out[-1].width / 2
            out[-1] = out[-1]._replace(width=half)
            character = character._replace(start=out[-1].end, width=half)
        out.append(character)
    return out


def hyphen_ends(cells: list[Cell], run: Run) -> list[Cell]:
    """An LRM after a hyphen at a line's end: Poppler and PDFium would take it away and join the lines."""
    if run.after is None and run.text.rstrip()[-1:] in HYPHENS:
        return [*cells, Cell(LRM, 0.0)]
    return cells


def number_ends(run: Run, index: int) -> bool:
    """Whether a character of a right-to-left run is one of . , : / with which a number would go on: Poppler takes
    digits, and these with the neutrals after them, for left-to-right. An RLM ends that."""
    text = run.characters[index + 1].char if index + 1 < len(run.characters) else ""
    here = unicodedata.bidirectional(run.characters[index].char)
    return here == "CS" and bool(text) and unicodedata.bidirectional(text) not in ("R", "AL")
