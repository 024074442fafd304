"""A text with commas, semicolons or tabs becomes rows, as spreadsheet programs read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from placards.files.tables.characters import decode
from placards.files.tables.table import HEADING_ROWS, MAX_CELL, MAX_ROWS, Recognise, Row, Sheet, Spreadsheet, tidy
from placards.patterns import pattern
from placards.problems.errors import InputError, Place

#: The first of those that are equally good is taken.
DELIMITERS = (",", ";", "\t", "|")

#: For tables of one column: a character that no text has.
_NONE = "\x1f"

#: Excel's first line for itself, which it does not show.
_SEPARATOR = pattern(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)')


def read_delimited(data: bytes, place: Place, recognise: Recognise) -> Spreadsheet:
    """The one sheet of a CSV or TSV file; *recognise* finds its encoding and its delimiter by the headings. Raises
    InputError."""
    text, notes = decode(data, lambda text: _best(text, recognise)[1], place)
    nul = text.find("\0")
    if nul >= 0:
        raise InputError("table-nul", place=Place(place.file, text.count("\n", 0, nul) + 1))
    said = _SEPARATOR.match(text)
    if said is not None:
        delimiter, text = said[1], text[said.end() :]
        if delimiter in '"\r\n':
            raise InputError("table-separator", place=Place(place.file, 1))
    else:
        delimiter = _best(text, recognise)[0]
    return Spreadsheet((Sheet("", tuple(_rows(text, delimiter, place))),), tuple(notes))


def _best(text: str, recognise: Recognise) -> tuple[str, int]:
    """The delimiter with which most headings are known, and how many; a table of one column has none."""
    said = _SEPARATOR.match(text)
    start = _beginning(text[said.end() :] if said else text)
    found: dict[str, tuple[int, int]] = {}
    for delimiter in DELIMITERS:
        rows = _first_rows(start, delimiter)
        found[delimiter] = max(((recognise(row), len(row)) for row in rows), default=(0, 0))
    best = max(DELIMITERS, key=lambda delimiter: found[delimiter])
    return (best if found[best][1] > 1 else _NONE), found[best][0]


def _beginning(text: str) -> str:
    """Enough lines to find the headings in."""
    at = 0
    for _ in range(4 * HEADING_ROWS):
        end = text.find("\n", at)
        if end < 0:
            return text[:100_000]
        at = end + 1
    return text[: min(at, 100_000)]


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(row):
                rows.append(row)
            if len(rows) == HEADING_ROWS:
                break
    except csv.Error:
        pass  # the whole text will tell
    return rows


def _rows(text: str, delimiter: str, place: Place) -> Iterator[Row]:
    """The rows that are not empty. Quotation marks that are not as they must be are named by the line of their row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = line = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            code = "table-cell-long" if "limit" in str(error) else "table-quotes"
            raise InputError(code, place=Place(place.file, line), limit=MAX_CELL) from error
        if cells is None:
            return
        number += 1
        if number > MAX_ROWS:
            raise InputError("table-rows", place=place, limit=MAX_ROWS)
        texts = [tidy(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if any(len(text) > MAX_CELL for text in texts):
            raise InputError("table-cell-long", place=Place(place.file, line), limit=MAX_CELL)
        if texts:
            yield Row(number, tuple(texts))
