"""Artefacts become the list that a print shop, or whoever carries the papers there, works through.

UTF-8 with a byte order mark, by which Excel knows it; commas, quotes and line ends of RFC 4180. A cell that a
spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises ("CSV Injection").
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from placards.campaign.derived.items import Item
from placards.frozen import dataclass

PICKING_NAME = "picking-list.csv"

HEADINGS = (
    "file", "bundle", "label", "zip", "layout", "size", "width mm", "height mm", "bleed mm", "pages", "copies",
    "sheets", "stock", "languages", "words", "status", "warnings",
)  # fmt: skip

#: What a formula begins with, in Latin and in full width; a tab and a line break hide one.
_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class Places:
    """Where artefacts are put besides their own files, by their names."""

    bundles: Mapping[str, tuple[str, str]]  # the bundle, and the label of the pages there
    zips: Mapping[str, Sequence[str]]


NOWHERE = Places({}, {})


def picking_list(items: Iterable[Item], places: Places = NOWHERE) -> bytes:
    """A row an artefact, then the sheets of each size and stock."""
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(HEADINGS)
    copies: Counter[tuple[str, str]] = Counter()
    sheets: Counter[tuple[str, str]] = Counter()
    for item in items:
        write(map(safe_cell, _row(item, places)))
        if item.sheets:
            copies[item.size, item.stock] += item.copies
            sheets[item.size, item.stock] += item.sheets
    for size, stock in sorted(sheets):
        row = dict.fromkeys(HEADINGS, "") | {
            "file": "TOTAL",
            "size": size,
            "copies": str(copies[size, stock]),
            "sheets": str(sheets[size, stock]),
            "stock": stock,
        }
        write(map(safe_cell, row.values()))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def is_picking_list(path: Path) -> bool:
    """Whether a file begins as such a list does."""
    begin = picking_list(())
    try:
        with path.open("rb") as stream:
            return stream.read(len(begin)) == begin
    except OSError:
        return False


def safe_cell(text: str) -> str:
    """The text of a cell, which no spreadsheet runs.

    >>> safe_cell("=1+1"), safe_cell("No war")
    ("'=1+1", 'No war')
    """
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _row(item: Item, places: Places) -> tuple[str, ...]:
    bundle, label = places.bundles.get(item.name, ("", ""))
    width, height = (f"{side:g}" for side in item.trim_mm) if item.trim_mm else ("", "")
    printed = not item.on_screen
    return (
        item.name,
        bundle,
        label,
        "; ".join(places.zips.get(item.name, ())),
        item.layout,
        item.size,
        width if printed else "",
        height if printed else "",
        f"{item.bleed_mm:g}" if printed else "",
        str(item.pages),
        str(item.copies) if printed else "",
        str(item.sheets) if printed else "",
        item.stock,
        " ".join(item.languages),
        " · ".join(item.words),
        ", ".join([*(["DRAFT"] if item.draft else []), *item.statuses]),
        " ".join(item.warnings),
    )
