"""Bytes become rows of texts with their places; what could hurt is refused before it does."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.files.tables.reading import read_spreadsheet
from placards.files.tables.table import Row, column_letters
from placards.problems.errors import InputError, Place

KNOWN = {"text", "language", "größe", "размер", "size"}


def recognise(cells: object) -> int:
    assert isinstance(cells, list | tuple)
    return sum(cell.strip().lower() in KNOWN for cell in cells)


def rows(data: bytes | str, name: str = "t.csv") -> tuple[Row, ...]:
    raw = data.encode() if isinstance(data, str) else data
    (sheet, *_) = read_spreadsheet(raw, name, Place(name), recognise).sheets
    return sheet.rows


def texts(data: bytes | str, name: str = "t.csv") -> list[tuple[str, ...]]:
    return [row.cells for row in rows(data, name)]


def refused(data: bytes | str, name: str = "t.csv") -> str:
    with pytest.raises(InputError) as caught:
        rows(data, name)
    return str(caught.value)


def workbook(cells: dict[str, object]) -> bytes:
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.active[name] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """A workbook with other parts, named by the end of their path without suffix."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as other:
        for entry in archive.infolist():
            stem = entry.filename.rpartition("/")[2].partition(".")[0]
            other.writestr(entry.filename, parts.get(stem, archive.read(entry)))
        for name in set(parts) - {n.rpartition("/")[2].partition(".")[0] for n in archive.namelist()}:
            other.writestr(f"{name}.bin", parts[name])
    return out.getvalue()


# --- text files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found(delimiter: str, end: str) -> None:
    lines = (f"Text{delimiter}Size", f'"a{delimiter} b"{delimiter}a4', f'"x{end}y"{delimiter}')
    assert texts(end.join(lines)) == [("Text", "Size"), (f"a{delimiter} b", "a4"), ("x\ny",)]


def test_the_line_for_excel_is_no_row() -> None:
    assert [(row.number, row.cells) for row in rows("sep=;\r\nText;Size\r\n\r\na, b;a4")] == [
        (1, ("Text", "Size")), (3, ("a, b", "a4"))
    ]  # fmt: skip


def test_one_column_has_no_delimiter() -> None:
    assert texts("Text\nBread, and roses; now\n") == [("Text",), ("Bread, and roses; now",)]


def test_a_row_with_wrong_quotation_marks_is_named_by_its_line() -> None:
    assert "t.csv:4: the quotation marks of this row" in refused('Text,Size\n"a\nb",a4\n"c"d,a4\n')
    assert "t.csv:3: the quotation marks of this row" in refused('Text,Size\na,a4\n"b,a4\nc,a4\n')


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0\r", codec="utf-8"), max_size=8), min_size=2), max_size=6
    )
)
def test_what_csv_writes_is_read_again(table: list[list[str]]) -> None:
    import csv

    out = io.StringIO(newline="")
    csv.writer(out).writerows([["Text", "Size"], *table])
    expected = []
    for cells in table:
        kept = [cell.strip() for cell in cells]
        while kept and not kept[-1]:
            kept.pop()
        expected += [tuple(kept)] if kept else []
    assert texts(out.getvalue())[1:] == expected


def test_an_encoding_is_known_by_its_headings_or_not_at_all() -> None:
    assert texts("Text;Größe\nÜber;a4\n".encode("cp1252"))[1] == ("Über", "a4")
    assert texts("Text;Размер\nМир;a4\n".encode("cp1251"))[1] == ("Мир", "a4")
    assert "nothing in its headings tells" in refused("Text;Size\nÜber;a4\n".encode("cp1252"))


# --- workbooks -----------------------------------------------------------------------------------------------------


def test_cells_are_what_people_see() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    values = (
        3.0,
        2.5,
        0.1 + 0.2,
        True,
        datetime.date(2027, 4, 14),
        datetime.time(16, 30),
        datetime.datetime(2027, 4, 14, 16, 30),
    )
    sheet.append(values)
    sheet.append([0.25, 42, " x\r\ny "])
    sheet["A2"].number_format, sheet["B2"].number_format = "0.0%", "00000"
    out = io.BytesIO()
    book.save(out)
    first, second = rows(out.getvalue(), "t.xlsx")
    assert first.cells == ("3", "2.5", "0.3", "TRUE", "2027-04-14", "16:30", "2027-04-14 16:30")
    assert first.kinds == "nnnbdhm"
    assert second.cells == ("25%", "00042", "x\ny")


def test_rows_and_columns_keep_their_numbers() -> None:
    (row,) = rows(workbook({"C7": "x"}), "t.xlsx")
    assert (row.number, row.cells) == (7, ("", "", "x"))


def test_a_cell_far_away_is_refused_before_calamine_takes_memory_for_it() -> None:
    assert "something in the cell XFD1048576" in refused(workbook({"A1": "Text", "XFD1048576": "x"}), "t.xlsx")


def test_a_bomb_is_refused_by_its_sizes() -> None:
    bomb = changed(workbook({"A1": "Text"}), sheet1=b" " * 250_000_000)
    assert len(bomb) < 1_000_000
    assert "unpacks to more than 200,000,000 bytes" in refused(bomb, "t.xlsx")


def test_entities_are_refused() -> None:
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'
    assert "the workbook is damaged" in refused(changed(workbook({"A1": "Text"}), sheet1=xml), "t.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\3\4 and nothing more", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing more", "is damaged"),
        (b"%PDF-1.7", "a PDF file, not a spreadsheet"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file, not a spreadsheet"),
        (b"  \r\n", "the file is empty"),
    ],
)
def test_what_is_no_spreadsheet_is_named(data: bytes, words: str) -> None:
    assert words in refused(data, "t.xlsx")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Index/Document.iwa", "a Numbers document"),
        ("xl/workbook.bin", "an XLSB workbook"),
        ("x", "a zip file without"),
    ],
)
def test_other_zip_files_are_named(name: str, words: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"x")
    assert words in refused(out.getvalue(), "t.xlsx")


def test_letters_of_columns() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
