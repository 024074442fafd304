"""The spreadsheets of tests/data/tables/ are made anew: ``python tests/tools/make_tables.py [folder]``.

It needs openpyxl and XlsxWriter, and for some files LibreOffice (``soffice``) and Gnumeric (``ssconvert``); what cannot
be made is said and left as it is. Excel, Google Sheets, Numbers and forms are not here to try: their files are written
byte by byte as those programs write them; README.md beside the files says what is known of each.
"""

from __future__ import annotations

import csv
import datetime
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

FOLDER = Path(__file__).parents[1] / "data" / "tables"

Rows = Sequence[Sequence[Any]]

HEADINGS = ("Text", "Language", "Size", "Copies", "Date")

DAY = datetime.date(2027, 4, 14)

ROWS: Rows = (
    ("Peace now", "en", "A4", 50, DAY),
    ("امن ابھی", "ur", "A3", 20, None),
    ('Wasser, Brot\nund "Frieden"', "de", "A5", 5, datetime.date(2027, 4, 15)),
)

LATIN: Rows = (("Frieden für alle", "de", "A4", 50), ("Hände weg", "de", "A3", 20))
CYRILLIC: Rows = (("Мир всем", "ru", "A4", 50), ("Хлеб и вода", "ru", "A3", 20))
ARABIC: Rows = (("السلام للجميع", "ar", "A4", 50), ("خبز وماء", "ar", "A3", 20))


def text(rows: Rows, delimiter: str = ",", end: str = "\r\n", quoting: Any = csv.QUOTE_MINIMAL) -> str:
    """As csv writes it; dates as 2027-04-14."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def by_hand(folder: Path) -> None:
    """Files as programs write them that are not here."""
    table = (HEADINGS, *ROWS)
    german = (("Text", "Sprache", "Größe", "Anzahl"), *LATIN)

    def put(name: str, content: str, encoding: str = "utf-8") -> None:
        (folder / name).write_bytes(content.encode(encoding))

    put("excel-csv-utf8.csv", "\ufeff" + text(table, ";"))
    put("excel-csv-utf8-comma.csv", "\ufeff" + text(table))
    put("excel-sep.csv", "sep=;\r\n" + text(table, ";"))
    put("excel-unicode-text.txt", "\ufeff" + text(table, "\t"), "utf-16-le")
    put("excel-utf16-be.csv", "\ufeff" + text(table), "utf-16-be")
    put("excel-cp1252.csv", text(german, ";"), "cp1252")
    put("excel-cp1251.csv", text((("Текст", "Язык", "Размер", "Количество"), *CYRILLIC), ";"), "cp1251")
    put("excel-cp1256.csv", text((("النص", "اللغة", "الحجم", "عدد النسخ"), *ARABIC), ";"), "cp1256")
    put("google-sheets.csv", text(table).removesuffix("\r\n"))
    put(
        "google-sheets.tsv",
        text([[str(c or "").replace("\n", " ") for c in r] for r in table], "\t").removesuffix("\r\n"),
    )
    form = [
        ("Timestamp", "Email Address", *HEADINGS),
        *(("2027/03/01 9:15:22 AM GMT+1", "a@example.org", *r) for r in ROWS),
    ]
    put("google-form.csv", text(form, quoting=csv.QUOTE_ALL).removesuffix("\r\n"))
    formular = [
        ("Zeitstempel", "Text *", "Sprache *", "Größe", "Anzahl"),
        *(("01.03.2027 09:15:22", *r) for r in LATIN),
    ]
    put("google-form-german.csv", text(formular, quoting=csv.QUOTE_ALL))
    put("numbers.csv", text((("Table 1",), HEADINGS, *ROWS), ";", "\n"))
    put("old-mac.csv", text(table, end="\r"))
    put(
        "titles-above.csv",
        text((("Posters for the march", "", "", "", ""), (), ("as of Monday",), HEADINGS, (), *ROWS, ())),
    )
    wide = [[*row, *[""] * 100] for row in (HEADINGS, *ROWS)]
    put("empty-columns-and-rows.csv", text([*wide, *[[""] * 105] * 100]))
    put("other-order.csv", text([[row[i] for i in (3, 0, 4, 2, 1)] for row in table], "|"))
    put("japanese.csv", text((("文面", "言語", "サイズ", "部数", "日付"), *ROWS)))
    put("urdu.csv", text((("متن", "زبان", "سائز", "کاپیاں", "تاریخ"), *ROWS)))
    # And what is refused.
    put("mixed-encodings.csv", text(table))
    with (folder / "mixed-encodings.csv").open("ab") as file:
        file.write("Fünf,de,A4,1,\r\n".encode("cp1252"))
    put("unknown-encoding.csv", text((("Text", "Copies"), ("Größe", 1))), "cp850")
    put("utf32.csv", "\ufeff" + text(table), "utf-32-le")
    put("no-mark-utf16.csv", text(table), "utf-16-le")
    put("nul.csv", text(table) + "a\0b,en,A4,1,\r\n")
    put("quotes.csv", text(table) + '"Say "peace" now",en,A4,1,\r\n')
    put("web-page.xls", "<html><body><table><tr><td>Text</td></tr></table></body></html>")
    put("nothing.csv", "\r\n\r\n")
    put("no-headings.csv", text(((1, 2, 3), (4, 5, 6))))


def by_openpyxl(folder: Path) -> None:
    """Workbooks of openpyxl, which computes no formulas."""

    def book(rows: Rows) -> openpyxl.Workbook:
        made = openpyxl.Workbook()
        for row in rows:
            made.active.append(list(row))
        return made

    book((HEADINGS, *ROWS)).save(folder / "openpyxl.xlsx")
    shutil.copy(folder / "openpyxl.xlsx", folder / "really-xlsx.csv")
    shutil.copy(folder / "excel-csv-utf8.csv", folder / "really-csv.xlsx")

    two = book((("Notes for Ali",), ("call the printer",)))
    sheet = two.create_sheet("Posters")
    for row in (HEADINGS, *ROWS):
        sheet.append(list(row))
    two.create_sheet("Old").sheet_state = "hidden"
    two["Old"].append(HEADINGS)
    two["Old"].append(("Not this", "en", "A4", 1, None))
    two.save(folder / "two-sheets.xlsx")

    merged = openpyxl.Workbook()
    sheet = merged.active
    sheet["B2"] = "Posters for the march"
    sheet.merge_cells("B2:F3")
    for column, (heading, *cells) in enumerate(zip(HEADINGS, *ROWS, strict=True), 2):
        sheet.cell(5, column, heading)
        sheet.merge_cells(start_row=5, end_row=6, start_column=column, end_column=column)
        for row, cell in enumerate(cells, 7):
            sheet.cell(row, column, cell)
    merged.save(folder / "merged.xlsx")

    form = ("ID", "Start time", "Completion time", "Email", "Name")
    moment = datetime.datetime(2027, 3, 1, 9, 15)
    rows = [(number, moment, moment, "anonymous", "Ali", *row) for number, row in enumerate(ROWS, 1)]
    book(((*form, *HEADINGS), *rows)).save(folder / "microsoft-form.xlsx")

    numbers = book((("Text", "Language", "Size", "Copies"), ("Half", "en", "A4", 3.0), ("100", "en", "A4", "7")))
    numbers.active["A2"] = 0.5
    numbers.active["A2"].number_format = "0%"
    numbers.save(folder / "numbers-as-texts.xlsx")

    wrong = book((("Text", "Language", "Copies"), ("=1/0", "en", 1), ("Peace", "en", "#REF!"), ("Bread", "en", 2)))
    wrong.active["C3"].data_type = "e"
    wrong.save(folder / "formulas-gone-wrong.xlsx")

    far = book((HEADINGS, *ROWS))
    far.active["XFD1048576"] = "x"
    far.save(folder / "far-cell.xlsx")
    whole = (folder / "openpyxl.xlsx").read_bytes()
    (folder / "cut-off.xlsx").write_bytes(whole[: len(whole) // 2])


def by_xlsxwriter(folder: Path) -> None:
    """A workbook of XlsxWriter in which texts stand in their cells, and not in a list."""
    with xlsxwriter.Workbook(folder / "xlsxwriter.xlsx", {"in_memory": True, "constant_memory": True}) as book:
        sheet = book.add_worksheet()
        date = book.add_format({"num_format": "d mmmm yyyy"})
        for number, row in enumerate((HEADINGS, *ROWS)):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.date):
                    sheet.write_datetime(number, column, datetime.datetime(cell.year, cell.month, cell.day), date)
                elif cell is not None:
                    sheet.write(number, column, cell)


def by_programs(folder: Path) -> None:
    """The same table as LibreOffice and Gnumeric save it."""
    source = folder / "xlsxwriter.xlsx"
    if shutil.which("soffice"):
        for name, kind in (
            ("libreoffice.xlsx", "xlsx"), ("libreoffice.ods", "ods"), ("libreoffice.xls", "xls"),
            ("libreoffice.fods", "fods"), ("libreoffice.csv", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"),
        ):  # fmt: skip
            with tempfile.TemporaryDirectory() as out:
                run("soffice", "--headless", "--convert-to", kind, "--outdir", out, str(source))
                shutil.move(next(Path(out).iterdir()), folder / name)
    else:
        print("LibreOffice is not here: libreoffice.* stay as they are")
    if shutil.which("ssconvert"):
        for name, kind in (
            ("gnumeric.xlsx", "Gnumeric_Excel:xlsx2"), ("gnumeric.ods", "Gnumeric_OpenCalc:openoffice"),
            ("gnumeric.xls", "Gnumeric_Excel:excel_biff8"), ("gnumeric.csv", "Gnumeric_stf:stf_csv"),
        ):  # fmt: skip
            run("ssconvert", "-T", kind, str(folder / "libreoffice.ods"), str(folder / name))
    else:
        print("Gnumeric is not here: gnumeric.* stay as they are")


def with_password(folder: Path) -> None:
    """The workbook that one needs a password for, where msoffcrypto-tool is installed; each time other bytes."""
    try:
        from msoffcrypto.format.ooxml import OOXMLFile
    except ImportError:
        print("msoffcrypto-tool is not here: password.xlsx stays as it is")
        return
    with (folder / "openpyxl.xlsx").open("rb") as plain, (folder / "password.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("peace", locked)


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    by_hand(target)
    by_openpyxl(target)
    by_xlsxwriter(target)
    by_programs(target)
    with_password(target)
