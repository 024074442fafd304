"""What calamine does not tell of a workbook is looked up in its XML before calamine reads it: how far its cells reach
(it takes memory for all between, and ends the process where there is none), which hold an error or a formula that
nobody computed, and which numbers are shown as per cent or with zeros in front."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Protocol
from xml.parsers import expat

from placards.files.tables.table import (
    ERROR,
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    PERCENT,
    UNKNOWN,
    cell_name,
)
from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError, Place

_REFERENCE = pattern(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_QUOTED = pattern(r'"[^"]*"|\\.')


@dataclass(frozen=True, slots=True)
class Peculiar:
    """What a cell is besides its value: `PERCENT`, `ERROR` or `UNKNOWN`, or "" where only its *digits* matter."""

    kind: str
    text: str = ""  # of an error
    digits: int = 0  # a number is shown with at least so many


@dataclass
class Scanned:
    """One sheet: its peculiar cells by (row, column) from 0, and how far it reaches."""

    name: str
    peculiar: dict[tuple[int, int], Peculiar] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int, place: Place) -> None:
        """A cell with something in it; raises InputError where a sheet would be too large."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > MAX_ROWS or self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_CELLS:
            at = Place(place.file, key=f"sheet “{self.name}”")
            raise InputError("table-far", place=at, cell=cell_name(row, column), rows=MAX_ROWS, columns=MAX_COLUMNS)


class _Handler(Protocol):
    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def scan_xlsx(archive: zipfile.ZipFile, place: Place) -> dict[str, Scanned]:
    """The sheets of an XLSX workbook by name. Raises InputError, or what zipfile and expat raise for damage."""
    formats = _Styles()
    if "xl/styles.xml" in archive.namelist():
        _parse(archive, "xl/styles.xml", formats)
    book = _Book()
    _parse(archive, "xl/workbook.xml", book)
    relations = _Relations()
    _parse(archive, "xl/_rels/workbook.xml.rels", relations)
    found = {}
    for name, relation in book.sheets:
        target = relations.targets.get(relation, "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        scanned = found[name] = Scanned(name)
        if path in archive.namelist():
            _parse(archive, path, _Worksheet(scanned, formats, place))
    return found


def scan_ods(archive: zipfile.ZipFile, place: Place) -> dict[str, Scanned]:
    """The sheets of an ODS document by name; raises as `scan_xlsx`."""
    content = _Content(place)
    _parse(archive, "content.xml", content)
    return {sheet.name: sheet for sheet in content.sheets}


def _parse(archive: zipfile.ZipFile, name: str, handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: handler.start(_local(tag), attributes)
    parser.EndElementHandler = lambda tag: handler.end(_local(tag))
    parser.CharacterDataHandler = handler.text
    parser.EntityDeclHandler = _no_entities
    with archive.open(name) as file:
        while chunk := file.read(1 << 18):
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _no_entities(*declared: Any) -> None:
    raise ValueError("a workbook declares no entities")


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in attributes.items()}


class _Ignoring:
    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        pass

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass


class _Book(_Ignoring):
    """The names of the sheets, with their relations."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            own = _attributes({key: value for key, value in attributes.items() if ":" in key})
            self.sheets.append((attributes.get("name", ""), own.get("id", "")))


class _Relations(_Ignoring):
    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class _Styles(_Ignoring):
    """What cell styles make of numbers."""

    def __init__(self) -> None:
        self._codes = {"9": "0%", "10": "0.00%"}
        self._inside = False
        self.shown: list[Peculiar | None] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.shown.append(_shown(self._codes.get(attributes.get("numFmtId", ""), "")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def of(self, style: str | None) -> Peculiar | None:
        at = int(style) if style and style.isdecimal() and len(style) < 7 else 0
        return self.shown[at] if at < len(self.shown) else None


def _shown(code: str) -> Peculiar | None:
    plain = _QUOTED.sub("", code)
    if "%" in plain:
        return Peculiar(PERCENT)
    return Peculiar("", digits=len(plain)) if len(plain) > 1 and set(plain) == {"0"} else None


class _Worksheet(_Ignoring):
    """The cells of one sheet of an XLSX workbook."""

    def __init__(self, sheet: Scanned, formats: _Styles, place: Place) -> None:
        self._sheet, self._formats, self._place = sheet, formats, place
        self._row, self._column = -1, -1
        self._attributes: Mapping[str, str] = {}
        self._formula = self._inside = False
        self._value = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._attributes, self._formula, self._value = attributes, False, ""
            self._column += 1
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            if reference is not None:
                self._row, self._column = int(reference[2]) - 1, _number(reference[1])
        elif name == "row":
            given = attributes.get("r", "")
            self._row = int(given) - 1 if given.isdecimal() and len(given) < 9 else self._row + 1
            self._column = -1
        elif name == "f":
            self._formula = True
        elif name in ("v", "t"):
            self._inside = True

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._inside = False
        elif name == "c":
            self._cell()

    def text(self, data: str) -> None:
        if self._inside and len(self._value) <= MAX_CELL:
            self._value += data

    def _cell(self) -> None:
        at, kind = (self._row, self._column), self._attributes.get("t", "n")
        if not self._value and not self._formula and kind != "e":
            return
        self._sheet.reach(*at, self._place)
        if kind == "e":
            self._sheet.peculiar[at] = Peculiar(ERROR, self._value[:40])
        elif not self._value and kind != "str":
            self._sheet.peculiar[at] = Peculiar(UNKNOWN)
        elif kind == "n" and (shown := self._formats.of(self._attributes.get("s"))) is not None:
            self._sheet.peculiar[at] = shown


def _number(letters: str) -> int:
    found = 0
    for letter in letters.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


class _Content(_Ignoring):
    """The cells of an ODS document, each as often as it is repeated."""

    def __init__(self, place: Place) -> None:
        self.sheets: list[Scanned] = []
        self._place = place
        self._row = self._column = 0
        self._row_times = self._times = 1
        self._filled: list[tuple[int, int]] = []  # (last column of a stretch, how often) in this row
        self._peculiar: list[tuple[int, Peculiar]] = []
        self._cell: dict[str, str] | None = None
        self._value = ""
        self._depth = 0  # tables in cells

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table" and "table:name" in attributes and self._cell is None:
            self.sheets.append(Scanned(attributes["table:name"]))
            self._row = 0
        elif name == "table-row":
            self._column, self._filled, self._peculiar = 0, [], []
            self._row_times = _times(attributes.get("table:number-rows-repeated", "1"))
        elif name in ("table-cell", "covered-table-cell"):
            self._cell, self._value = dict(attributes), ""
            self._times = _times(attributes.get("table:number-columns-repeated", "1"))

    def text(self, data: str) -> None:
        if self._cell is not None and len(self._value) <= MAX_CELL:
            self._value += data

    def end(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "table-row" and self.sheets:
            sheet, last = self.sheets[-1], self._row + self._row_times - 1
            for column in self._filled:
                sheet.reach(last, column[0], self._place)
            for column_at, peculiar in self._peculiar:
                for row in range(self._row, last + 1):
                    sheet.peculiar[row, column_at] = peculiar
            self._row += self._row_times

    def _end_cell(self) -> None:
        cell, self._cell = self._cell or {}, None
        last = self._column + self._times - 1
        kind = cell.get("office:value-type", "")
        formula = "table:formula" in cell
        if kind or formula or self._value:
            self._filled.append((last, self._times))
            peculiar = None
            if "error" in (cell.get("calcext:value-type"), kind) or (formula and self._value in _ODS_ERRORS):
                peculiar = Peculiar(ERROR, self._value[:40])
            elif formula and not kind:
                peculiar = Peculiar(UNKNOWN)
            elif kind == "percentage":
                peculiar = Peculiar(PERCENT)
            if peculiar is not None:
                self._peculiar += [(column, peculiar) for column in range(self._column, min(last, MAX_COLUMNS) + 1)]
        self._column = last + 1


#: As programs show them that do not say that they are errors.
_ODS_ERRORS = ("#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!")


def _times(text: str) -> int:
    return int(text) if text.isdecimal() and 0 < len(text) < 9 else 1
