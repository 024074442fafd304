"""Measured rows become a table for people or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: our median, the other's, the ratio that has a target, and whether it is met (None: no target)."""

    what: str
    unit: str
    ours: float
    theirs: float | None
    ratio: float | None
    target: str
    met: bool | None
    note: str = ""
    details: dict[str, Any] = field(default_factory=dict)


def table(rows: Sequence[Row]) -> str:
    """The rows in columns."""
    cells = [("", "placards", "other", "ratio", "target", "", "")]
    for row in rows:
        verdict = "" if row.met is None else "met" if row.met else "MISSED"
        cells.append((row.what, _value(row.ours, row.unit), _value(row.theirs, row.unit),
                      "" if row.ratio is None else f"{row.ratio:.2f}", row.target, verdict, row.note))  # fmt: skip
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 5, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def as_json(rows: Sequence[Row]) -> str:
    """The rows with all details."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)


def _value(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.1f} {unit}"
