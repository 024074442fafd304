"""A spreadsheet's sheets, rows and cells as plain texts, and how people name their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic

#: No file that people fill in by hand has more bytes; pictures in a workbook count.
MAX_BYTES = 50_000_000

#: A workbook's parts together, unpacked.
MAX_UNPACKED = 200_000_000

MAX_ROWS = 200_000
MAX_COLUMNS = 1_000

#: Rows × columns, empty cells too: calamine holds them all.
MAX_CELLS = 5_000_000

#: Characters of one cell: as many as Excel allows.
MAX_CELL = 32_767

#: How many cells of a row are headings that the reader of the table knows.
Recognise = Callable[[Sequence[str]], int]

#: Headings are looked for in so many rows that are not empty.
HEADING_ROWS = 20

# What a cell was, one letter each.
TEXT, NUMBER, DATE, TIME, MOMENT, TRUTH, PERCENT, ERROR, UNKNOWN, EMPTY = "t n d h m b p e f _".split()


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty. Cells that are missing at its end are empty."""

    number: int  # as a spreadsheet program counts, from 1
    cells: tuple[str, ...]  # white space around them is gone, lines end with "\n"
    kinds: str = ""  # what each cell was, a letter each; "" where all are texts, as in a CSV file

    def kind(self, column: int) -> str:
        """What the cell of a column (from 0) was: `TEXT`, `NUMBER`, `DATE`, …"""
        if column >= len(self.cells):
            return EMPTY
        return self.kinds[column] if self.kinds else TEXT if self.cells[column] else EMPTY

    def cell(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; a file of text has one without a name."""

    name: str
    rows: tuple[Row, ...]
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """All sheets of a file, and what is to be said of how it was read."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Diagnostic, ...] = ()


def column_letters(column: int) -> str:
    """The letters of a column that is counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """``B7``, for a row and a column that are counted from 0."""
    return f"{column_letters(column)}{row + 1}"


def tidy(text: str) -> str:
    """A cell's text with plain line ends and nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() if text else ""
