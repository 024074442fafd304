"""Spreadsheets as programs write them: one table, many files, the same rows; what is refused says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from placards.inputs import Inputs
from placards.plan.choices import Choices
from placards.plan.table.asking import rows_of
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError

FOLDER = Path(__file__).parents[2] / "data" / "tables"

FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".md" and path.name not in (
    "rows.txt", "latin.txt", "cyrillic.txt", "arabic.txt", "said.txt"
))  # fmt: skip

#: Which rows are expected, where they are not those of rows.txt.
OTHERS = {
    "excel-cp1252.csv": "latin.txt", "google-form-german.csv": "latin.txt",
    "excel-cp1251.csv": "cyrillic.txt", "excel-cp1256.csv": "arabic.txt",
}  # fmt: skip

#: Files of which no row can be used, or not all.
REFUSED = (
    "cut-off.xlsx far-cell.xlsx libreoffice.fods mixed-encodings.csv no-headings.csv no-mark-utf16.csv nothing.csv "
    "nul.csv password.xlsx quotes.csv unknown-encoding.csv utf32.csv web-page.xls"
).split()
SOME = ("formulas-gone-wrong.xlsx", "libreoffice.csv", "numbers-as-texts.xlsx")

INPUTS = Inputs()


def read(name: str) -> tuple[list[str], list[str]]:
    """A file's rows, a line each, and all that is said of it."""
    report, rows = Diagnostics(), []
    try:
        for one in rows_of(FOLDER / name, "", Choices(()), INPUTS, report):
            rows.append(shown(one.choices))
        said = [f"{found.severity}: {found}" for found in report]
    except InputError as error:
        said = [f"refused: {error}"]
    return rows, [line.replace(f"{FOLDER}/", "") for line in said]


def shown(choices: Choices) -> str:
    text = choices.text.by_language[0][1] if choices.text else ""
    languages = ", ".join(tag if isinstance(tag, str) else "+".join(tag) for tag in choices.languages)
    cells = (
        text.replace("\n", " / "),
        languages,
        ", ".join(choices.sizes),
        choices.copies,
        choices.details.date or "-",
    )
    return " | ".join(map(str, cells))


@pytest.mark.parametrize("name", [name for name in FILES if name not in (*REFUSED, *SOME)])
def test_every_program_s_file_has_the_same_rows(name: str) -> None:
    rows, said = read(name)
    expected = (FOLDER / OTHERS.get(name, "rows.txt")).read_text(encoding="utf-8").splitlines()
    if name == "google-sheets.tsv":  # it writes a space for a line break in a cell
        expected = [line.replace(" / ", " ") for line in expected]
    assert rows == expected
    assert not [line for line in said if line.startswith(("error", "refused"))]


def test_what_is_said_of_each_file(golden: Callable[[Path, str], None]) -> None:
    parts = []
    for name in FILES:
        rows, said = read(name)
        parts += [f"{name}: {len(rows)} rows", *(f"  {line}" for line in said)]
        assert (name in REFUSED) == (not rows)
    golden(FOLDER / "said.txt", "\n".join(parts) + "\n")


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 25


def test_a_sheet_can_be_named() -> None:
    report = Diagnostics()
    (made,) = rows_of(FOLDER / "two-sheets.xlsx", "old", Choices(()), INPUTS, report)
    assert shown(made.choices) == "Not this | en | a4 | 1 | -"
    assert not list(report)
    with pytest.raises(InputError, match="Its sheets: Sheet, Posters, Old"):
        list(rows_of(FOLDER / "two-sheets.xlsx", "March", Choices(()), INPUTS, report))
    with pytest.raises(InputError, match="has no sheet"):
        list(rows_of(FOLDER / "urdu.csv", "March", Choices(()), INPUTS, report))
