"""The lines of tests/data/vertical_samples.tsv become rows: what each character does in a vertical line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).parent / "data" / "vertical_samples.tsv"


class Sample(NamedTuple):
    """A row of the file; its first lines say what the columns hold."""

    text: str
    language: str
    orientations: list[str]
    together: list[tuple[int, int]]
    forms: str
    draw: str
    note: str


def vertical_samples() -> list[Sample]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [Sample(t, lang, vo.split(), _spans(tcy), vert, draw, note) for t, lang, vo, tcy, vert, draw, note in rows]


def _spans(column: str) -> list[tuple[int, int]]:
    pairs = [part.split("-") for part in column.split() if part != "-"]
    return [(int(start), int(end)) for start, end in pairs]
