"""An XLSX, ODS or XLS workbook becomes sheets of texts: calamine reads it, after its bounds were looked at."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from placards.files.tables.compound import ChainError, check_chains
from placards.files.tables.scan import Peculiar, Scanned, scan_ods, scan_xlsx
from placards.files.tables.table import (
    DATE,
    EMPTY,
    ERROR,
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED,
    MOMENT,
    NUMBER,
    PERCENT,
    TEXT,
    TIME,
    TRUTH,
    UNKNOWN,
    Row,
    Sheet,
    Spreadsheet,
    cell_name,
    tidy,
)
from placards.patterns import pattern
from placards.problems.diagnostic import diagnostic
from placards.problems.errors import InputError, Place

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_INDENT = pattern(rb">\s+(?=</?table:)")

_CHARACTERS = (
    (pattern(rb"<text:line-break\s*/>"), b"\n"),
    (pattern(rb"<text:(?:s|tab)(?:\s[^<>]*)?/>"), b" "),
)

_DAY = datetime.timedelta(days=1)


def read_xlsx(data: bytes, place: Place) -> Spreadsheet:
    """The sheets of an XLSX workbook; raises InputError."""
    return _read(data, place, _scan(data, place, scan_xlsx))


def read_ods(data: bytes, place: Place) -> Spreadsheet:
    """The sheets of an ODS document; raises InputError."""
    scanned = _scan(data, place, scan_ods)
    return _read(_understood(data), place, scanned)


def read_xls(data: bytes, place: Place) -> Spreadsheet:
    """The sheets of a workbook of Excel 97 to 2003; raises InputError. Its formulas that went wrong look empty, which
    is said."""
    try:
        check_chains(data)
    except ChainError as error:
        raise InputError("table-damaged", place=place) from error
    found = _read(data, place, {})
    return Spreadsheet(found.sheets, (*found.notes, diagnostic("table-xls", place=place)))


def _scan(
    data: bytes, place: Place, scan: Callable[[zipfile.ZipFile, Place], dict[str, Scanned]]
) -> dict[str, Scanned]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, place)
            return scan(archive, place)
    except InputError:
        raise
    except Exception as error:  # expat's; each way of packing raises errors of its own: zlib.error, lzma.LZMAError, …
        raise InputError("table-damaged", place=place) from error


def _understood(data: bytes) -> bytes:
    """The same ODS document as calamine 0.9 understands it: without the white space between cells, as Gnumeric writes
    it, and with line breaks and spaces inside cells as characters, for calamine drops their elements."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml")
        plain = _INDENT.sub(b">", content)
        for element, character in _CHARACTERS:
            plain = element.sub(character, plain)
        if plain == content:
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as other:
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", "mimetype")):
                    part = plain if entry.filename == "content.xml" else archive.read(entry)
                    other.writestr(entry.filename, part)
        return out.getvalue()


def _check_parts(archive: zipfile.ZipFile, place: Place) -> None:
    """Refuse what unpacks to too much, before anybody unpacks it, and what has other sizes than it says."""
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise InputError("table-unpacked", place=place, limit=MAX_UNPACKED)
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("table-password", place=place)
    if len({entry.filename for entry in entries}) != len(entries):
        raise InputError("table-damaged", place=place)
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as file:
                start = file.read(1 << 20)
                if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in start:
                    raise InputError("table-password", place=place)
                while file.read(1 << 20):  # to its end, where zipfile checks sum and size
                    pass


def _read(data: bytes, place: Place, scanned: dict[str, Scanned]) -> Spreadsheet:
    # Imported here: who plans without a workbook needs no Rust library.
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    sheets = []
    try:
        book = load_workbook(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            _check_size(about.name, sheet.total_height, sheet.total_width, place)
            found = scanned.get(about.name)
            rows = tuple(_rows(sheet, found.peculiar if found else {}, place))
            sheets.append(Sheet(about.name, rows, about.visible == SheetVisibleEnum.Visible))
    except PasswordError as error:
        raise InputError("table-password", place=place) from error
    except CalamineError as error:
        raise InputError("table-damaged", place=place) from error
    except InputError:
        raise
    except BaseException as error:
        # A panic of Rust's is no Exception, and has no name to catch it by.
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise InputError("table-damaged", place=place) from error
    return Spreadsheet(tuple(sheets))


def _check_size(name: str, rows: int, columns: int, place: Place) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        cell = cell_name(max(rows - 1, 0), max(columns - 1, 0))
        at = Place(place.file, key=f"sheet “{name}”")
        raise InputError("table-far", place=at, cell=cell, rows=MAX_ROWS, columns=MAX_COLUMNS)


def _rows(sheet: CalamineSheet, peculiar: dict[tuple[int, int], Peculiar], place: Place) -> Iterator[Row]:
    """The rows that are not empty, from column A on; calamine leaves out columns that are empty at the beginning."""
    before = ("",) * (sheet.start[1] if sheet.start else 0)
    by_row: dict[int, dict[int, Peculiar]] = {}
    for (row, column), what in peculiar.items():
        by_row.setdefault(row, {})[column] = what
    number = -1
    for number, values in enumerate(sheet.iter_rows()):
        made = _row(number, (*before, *values), by_row.pop(number, {}), place)
        if made is not None:
            yield made
    for row in sorted(by_row):  # cells that calamine takes for empty, below all others
        made = _row(row, (), by_row[row], place) if row > number else None
        if made is not None:
            yield made


def _row(row: int, values: Sequence[Any], peculiar: dict[int, Peculiar], place: Place) -> Row | None:
    cells, kinds = [], []
    for column in range(max([len(values), *(column + 1 for column in peculiar)])):
        value = values[column] if column < len(values) else ""
        text, kind = _cell(value, peculiar.get(column))
        if len(text) > MAX_CELL:
            raise InputError("table-cell-long", place=Place(place.file, row + 1), limit=MAX_CELL)
        cells.append(text)
        kinds.append(kind)
    while kinds and kinds[-1] == EMPTY:
        cells.pop()
        kinds.pop()
    if not kinds:
        return None
    return Row(row + 1, tuple(cells), "" if set(kinds) <= {TEXT, EMPTY} else "".join(kinds))


def _cell(value: Any, peculiar: Peculiar | None) -> tuple[str, str]:
    """A cell's text and kind."""
    if peculiar is not None and peculiar.kind == ERROR:
        return peculiar.text or "#?", ERROR
    if isinstance(value, str):
        text = tidy(value)
        if not text and peculiar is not None and peculiar.kind == UNKNOWN:
            return "", UNKNOWN
        return text, TEXT if text else EMPTY
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), TRUTH
    if isinstance(value, int | float):
        if peculiar is not None and peculiar.kind == PERCENT:
            return f"{_digits(value * 100)}%", PERCENT
        return _digits(value).zfill(peculiar.digits if peculiar is not None else 0), NUMBER
    return _when(value)


def _digits(value: float) -> str:
    """A number as its cell shows it: 3.0 is “3”, and there are no more digits than a spreadsheet has.

    >>> _digits(3.0), _digits(0.1 + 0.2), _digits(1e21)
    ('3', '0.3', '1000000000000000000000')
    """
    if float(value).is_integer() and abs(value) < 1e22:
        return str(int(value))
    return f"{value:.15g}"


def _when(value: Any) -> tuple[str, str]:
    """A date as 2027-04-14, a time as 16:30; a date with a time as both, unless it is midnight's."""
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat(), DATE
        return f"{value.date().isoformat()} {_clock(value.time())}", MOMENT
    if isinstance(value, datetime.date):
        return value.isoformat(), DATE
    if isinstance(value, datetime.time):
        return _clock(value), TIME
    if isinstance(value, datetime.timedelta) and datetime.timedelta() <= value < _DAY:
        return _clock((datetime.datetime(2000, 1, 1) + value).time()), TIME
    return str(value), TEXT


def _clock(time: datetime.time) -> str:
    """To the minute, where there are no seconds; spreadsheets compute with parts of days, which are not exact."""
    seconds = round(time.hour * 3600 + time.minute * 60 + time.second + time.microsecond / 1e6) % 86400
    minutes, second = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")
