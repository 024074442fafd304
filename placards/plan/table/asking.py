"""A spreadsheet becomes what is asked for: its sheet is chosen, its headings found, its rows read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from placards.files.tables.reading import read_spreadsheet
from placards.files.tables.table import HEADING_ROWS, MAX_BYTES, Row, Sheet, Spreadsheet
from placards.files.world import read_bytes
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.messages.trust.status import Status
from placards.plan.campaign_choices import base_of_rows
from placards.plan.campaign_file import Campaign
from placards.plan.choices import Choices
from placards.plan.planner import Asked
from placards.plan.table.headings import Headings, columns_of, language_tag
from placards.plan.table.rows import Reader
from placards.plan.table.words import TEXT_KEYS
from placards.problems.diagnostic import Diagnostics, Remedy, diagnostic
from placards.problems.errors import InputError, Place


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet, and the row of it that has the headings."""

    sheet: Sheet
    headings: Row
    below: tuple[Row, ...]
    known: int


def asked_rows(
    campaign: Campaign,
    folder: Path,
    inputs: Inputs,
    report: Diagnostics,
    *,
    draft: bool = False,
    require: Status | None = None,
) -> list[Asked]:
    """What the rows of a campaign's spreadsheet ask for, and where. Raises InputError where the file, its sheet or its
    headings are wrong; what concerns single rows is reported."""
    table = campaign.table
    assert table is not None
    base = base_of_rows(campaign, table, draft=draft, require=require)
    return list(rows_of(folder / table.file, table.sheet, base, inputs, report))


def rows_of(file: Path, wanted: str, base: Choices, inputs: Inputs, report: Diagnostics) -> Iterator[Asked]:
    """What the rows of a sheet ask for; *base* is what stands where a row says nothing. Raises as `asked_rows`."""
    headings = Headings(inputs.messages)
    book = _read(file, headings)
    for note in book.notes:
        report(note)
    found = _choose(book, wanted, headings, file, report)
    here = Place(file, key=f"sheet “{found.sheet.name}”" if found.sheet.name and len(book.sheets) > 1 else None)
    top, below = _with_languages(found.headings, found.below, headings)
    parted = not found.sheet.name
    columns = columns_of(headings, top, below, here, report, parted=parted)
    if not below:
        raise InputError("table-rows-none", place=here)
    if not columns:
        raise InputError("table-headings-none", place=here, rows=HEADING_ROWS)
    reader = Reader(columns, base, here, inputs, report, len(top.cells) if parted else None)
    for row in below:
        made = reader.choices(row)
        if made is not None:
            yield Asked(*made)


def _read(file: Path, headings: Headings) -> Spreadsheet:
    """The file's sheets, found by English headings, or else by those of all languages."""
    data, place = read_bytes(file, MAX_BYTES), Place(file)
    try:
        book = read_spreadsheet(data, file.name, place, headings.recognised)
    except InputError as error:
        if error.code != "table-encoding-unknown":
            raise
    else:
        found = (_find(sheet, headings) for sheet in book.sheets)
        if any(one is not None and one.known > 1 for one in found):
            return book
    return read_spreadsheet(data, file.name, place, headings.widened().recognised)


def _choose(book: Spreadsheet, wanted: str, headings: Headings, file: Path, report: Diagnostics) -> _Found:
    """The sheet that is asked for, or the first visible one with headings; which, and which not, is said."""
    if wanted:
        named = [sheet for sheet in book.sheets if sheet.name.casefold() == wanted.casefold()]
        if not named:
            names = tuple(sheet.name for sheet in book.sheets)
            if names == ("",):
                raise InputError("table-sheet-one", place=Place(file), sheet=wanted)
            remedy = Remedy("table-sheets", (("sheets", names),))
            raise InputError("table-sheet-unknown", place=Place(file), remedy=remedy, sheet=wanted)
        found = [_find(named[0], headings)]
    else:
        sheets = sorted(book.sheets, key=lambda sheet: not sheet.visible)
        found = [_find(sheet, headings) for sheet in sheets]
    best = next((one for one in found if one is not None), None)
    if best is None:
        empty = not any(sheet.rows for sheet in book.sheets)
        code = "table-empty" if empty else "table-headings-none"
        raise InputError(code, place=Place(file), rows=HEADING_ROWS)
    if not best.sheet.visible and not wanted:
        report(diagnostic("table-sheet-hidden", place=Place(file), sheet=best.sheet.name))
    left = tuple(sheet.name for sheet in book.sheets if sheet is not best.sheet and sheet.rows and sheet.visible)
    if left and not wanted:
        name, first = best.sheet.name, left[0]
        note = diagnostic("table-sheets-left", place=Place(file), sheet=name, left=left, file=file.name, first=first)
        report(note)
    return best


def _find(sheet: Sheet, headings: Headings) -> _Found | None:
    """The row with most known headings among the first, if one has any that makes an artefact."""
    best, most = None, 0
    for number, row in enumerate(sheet.rows[:HEADING_ROWS]):
        known = headings.recognised(row.cells)
        if known > most and any(headings.gives(cell) for cell in row.cells):
            best, most = number, known
    if best is None:
        return None
    return _Found(sheet, sheet.rows[best], sheet.rows[best + 1 :], most)


def _with_languages(top: Row, below: tuple[Row, ...], headings: Headings) -> tuple[Row, tuple[Row, ...]]:
    """Headings in two rows become one: “Text” over two columns, and below it “en” and “ar”."""
    if not below or below[0].number != top.number + 1:
        return top, below
    under = below[0]
    above = _filled(top)
    given = [index for index, cell in enumerate(under.cells) if cell]
    if len(given) < 2 or all(top.cell(index) for index in given):
        return top, below  # a row of its own
    if not all(
        headings.meaning(above.get(index, "")).keys[:1] in _BY_LANGUAGE and language_tag(under.cells[index])
        for index in given
    ):
        return top, below
    cells = [top.cell(index) for index in range(max(len(top.cells), len(under.cells)))]
    for index in given:
        cells[index] = f"{above[index]} ({under.cells[index]})"
    return Row(under.number, tuple(cells)), below[1:]


_BY_LANGUAGE: Sequence[tuple[str, ...]] = tuple((key,) for key in (*TEXT_KEYS, "slogan"))


def _filled(row: Row) -> dict[int, str]:
    """Each column's heading, or the one to its left, as over merged cells."""
    found, last = {}, ""
    for index in range(len(row.cells) + 20):
        last = row.cell(index) or last
        found[index] = last
    return found
