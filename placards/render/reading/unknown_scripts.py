"""A line in Adlam or Hanifi Rohingya, whose direction PDFium and pdf.js do not know, becomes shows in logical order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from placards.render.reading.cells import PDF, RLM, Cell, Character, Run, Show


def is_unknown(characters: Iterable[Character]) -> bool:
    """Whether a line has right-to-left letters outside the Basic Multilingual Plane, where the readers' tables end."""
    return any(c.char > "\uffff" and unicodedata.bidirectional(c.char) == "R" for c in characters)


def in_logical_order(runs: Sequence[Run], thin: float) -> Iterator[Show]:
    """Each run as it is written, a right-to-left one backwards.

    Poppler does not know the direction either, but can be told by an RLM, which PDFium shall not see: it has no width.
    """
    for run in runs:
        cells = [Cell(PDF + c.char if c.char == " " else c.char, c.width or thin) for c in run.characters]
        if run.turned:
            yield Show(run.characters[0].start, tuple(cells), backwards=True)
            yield Show(run.characters[0].end, (Cell(RLM, 0.0),))
        else:
            yield Show(run.characters[0].start, tuple(cells))
