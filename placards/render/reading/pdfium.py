"""What PDFium makes of a line's places becomes marks that make it read the line's text.

It cuts a line, as it stands, into stretches of L, R, W (weak: kept in order) and N (neutral: as what went before)
characters, takes the stretches from one side, and turns and mirrors the R ones, and the N ones that follow an R one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from placards.render.reading.cells import LRM, PDF, RLM, THIN_EM, Cell, Character, Run, Show

#: Two lines are taken for one where the last or first character is wider than twice their distance.
_BROAD_EM = 1.2


def kind_of(char: str) -> str:
    """How PDFium sorts a character: L, R, W or N."""
    kind = unicodedata.bidirectional(char)
    if kind == "L":
        return "L"
    if kind in ("R", "AL") and char <= "\uffff":  # its table ends with the Basic Multilingual Plane
        return "R"
    return "W" if kind in ("AN", "EN", "NSM", "CS", "ES", "ET", "BN") else "N"


def begin_and_end_thin(cells: list[Cell], run: Run, size: float) -> list[Cell]:
    """A thin mark around a run that begins or ends with a broad character, lest two lines are taken for one."""
    if max(cells[0].width, cells[-1].width) <= _BROAD_EM * size:
        return cells
    thin = Cell(RLM if run.turned else LRM, 0.0)
    return [thin, *cells, thin]


def neutral_begins(cells: list[Cell], run: Run) -> list[Cell]:
    """An LRM before a left-to-right run that begins with a neutral: MuPDF and PDFium would go on from right to left."""
    if run.before is not None and kind_of(run.characters[0].char) == "N":
        return [Cell(LRM, 0.0), *cells]
    return cells


def needs_opening(run: Run) -> bool:
    """Whether a right-to-left run must open with an RLM: it follows another run, and begins with no letter."""
    return run.before is not None and unicodedata.bidirectional(run.characters[0].char) not in ("R", "AL")


def stay_in_place(first: str, second: str) -> bool:
    """Whether two touching weak characters would be left in the wrong order; marks that NFC sorts may stay."""
    if unicodedata.bidirectional(second) == "NSM" == unicodedata.bidirectional(first):
        return unicodedata.combining(first) == unicodedata.combining(second)
    return True


def is_mirrored(char: str, state: str, previous: str) -> bool:
    """Whether a bracket would be mirrored where it stands: an LRM before it prevents that."""
    return kind_of(char) == "N" and bool(unicodedata.mirrored(char)) and (state == "R" or previous == "N")


def needs_turning(char: str, state: str, previous: str, before: str) -> bool:
    """Whether an RLM must stand before a character of a right-to-left run: before the next neutral after an LRM, and
    between weak characters that touch, lest they stay as they stand."""
    kind = kind_of(char)
    return (kind == "N" and state == "L") or (kind == "W" and previous == "W" and stay_in_place(before, char))


def begin_from_the_right(cells: list[Cell]) -> list[Cell]:
    """An RLM where the cells of a right-to-left run begin with anything else."""
    if unicodedata.bidirectional(cells[0].text[0]) in ("R", "AL"):
        return cells
    return [Cell(RLM, 0.0), *cells]


def balanced(shows: Sequence[Show], base: int, size: float) -> list[Show]:
    """Marks at the line's logical end, until PDFium counts enough stretches of the line's own direction.

    It reads a line from the right if it has more R stretches than L ones, or in later versions as many.
    """
    ordered = sorted(shows, key=lambda show: show.start)
    kinds = [kind_of(char) for show in ordered for cell in show.cells for char in cell.text]
    stretches = [kind for i, kind in enumerate(kinds) if i == 0 or kind != kinds[i - 1]]
    surplus = stretches.count("L") - stretches.count("R")
    lacking = surplus + 1 if base else 1 - surplus
    if lacking <= 0 or (not base and not stretches.count("R")):
        return []
    width = THIN_EM * size
    cells = [Cell(PDF, width), Cell(RLM if base else LRM, width)] * lacking
    if base:
        return [Show(ordered[0].start - len(cells) * width, tuple(reversed(cells)))]
    return [Show(max(show.end for show in ordered), tuple(cells))]


def column(characters: Sequence[Character], number: int, size: float) -> Show:
    """A vertical line in one go, top to bottom.

    PDFium sorts columns that start at one height from left to right, unless they start and end with a thin character
    and differ a little: so each column starts higher than the one before.
    """
    thin = Cell(LRM, THIN_EM * size)
    rise = thin.width * (1 + 5 * number)
    lead = Cell(LRM, rise - thin.width)
    cells = [thin, lead, *(Cell(c.char, c.width) for c in characters), thin]
    return Show(characters[0].start - rise, tuple(cells))
