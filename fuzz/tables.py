# ruff: noqa: E501
"""Spreadsheets become others: cells, headings, quotation marks, characters, and the parts of workbooks."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from random import Random

from fuzz import mutate, words
from fuzz.words import ROOT

_HEADINGS = (
    "Text", "text (ar)", "Slogan", "Language", "Größe", "Size", "Copies", "Date", "Time", "Photo", "Link", "File", "Name",
    "Number", "Paper", "Layout", "Format", "Palette", "demands", "Timestamp", "الحجم", "", "x", "Text", "Langauge",
)  # fmt: skip

_CELLS = (
    "Peace now", "سلام", "en", "ar", "en, ar", "en+ar", "all", "Urdu", "a6", "A4, a5", "50x70cm", "B99", "1", "0", "1e9", "٥٠",
    "2027-04-14", "3/4/2026", "46491", "16:30", "demo/one", "peace/ceasefire-now", "plain", "big", "day", "pdf", "svg", "A4",
    "x.jpg", "../x", "C:\\x", "https://example.org", "{languages}", "{x}", "{", "=1/0", "#REF!", "a\nb", 'say "x"', "", "", "",
)  # fmt: skip

_ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1256", "utf-32")


def table(rng: Random) -> bytes:
    """A text table, or a workbook that was a program's."""
    if rng.random() < 0.4:
        data = rng.choice(_programs())
        whole = zipfile.is_zipfile(io.BytesIO(data)) and rng.random() < 0.7
        return _repacked(rng, data) if whole else mutate.bytes_like(rng, data)
    delimiter = rng.choice(",;\t|")
    rows = [[rng.choice(_HEADINGS) for _ in range(rng.randint(1, 6))]]
    rows += [[_cell(rng) for _ in range(rng.randint(0, 7))] for _ in range(rng.randint(0, 6))]
    lines = [delimiter.join(_quoted(rng, cell, delimiter) for cell in row) for row in rows]
    text = rng.choice(("", "", "", "sep=;\r\n", "Title\n\n")) + rng.choice(("\n", "\r\n", "\r")).join(lines)
    data = text.encode(rng.choice(_ENCODINGS), errors="replace")
    return mutate.bytes_like(rng, data) if rng.random() < 0.3 else data


def _cell(rng: Random) -> str:
    return rng.choice(_CELLS) if rng.random() < 0.9 else words.piece(rng)


def _quoted(rng: Random, cell: str, delimiter: str) -> str:
    if rng.random() < 0.05:
        return f'"{cell}'
    needed = any(mark in cell for mark in (delimiter, '"', "\n", "\r"))
    return '"' + cell.replace('"', '""') + '"' if needed or rng.random() < 0.1 else cell


def _repacked(rng: Random, data: bytes) -> bytes:
    """A workbook with one part changed, and packed again so that it can be read."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        names = archive.namelist()
        chosen = rng.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = archive.read(name)
            other.writestr(name, mutate.bytes_like(rng, part) if name == chosen else part)
    return out.getvalue()


@cache
def _programs() -> tuple[bytes, ...]:
    folder = ROOT / "tests" / "data" / "tables"
    found = sorted(path for path in folder.iterdir() if path.suffix in (".xlsx", ".ods", ".xls", ".csv"))
    return tuple(path.read_bytes() for path in found if path.stat().st_size < 40_000)
