"""What MuPDF takes for a run's direction becomes marks inside the codes of numbers and signs."""

from __future__ import annotations

import unicodedata

from placards.render.reading.cells import LRM, Cell, Run
from placards.render.reading.poppler import number_ends


def arabic_number(run: Run) -> list[Cell] | None:
    """Arabic digits in one code that begins with an LRM, without which they are taken for right-to-left; None where
    a left-to-right run does not begin with any."""
    if unicodedata.bidirectional(run.characters[0].char) != "AN":
        return None
    return [Cell(LRM + run.text, sum(c.width for c in run.characters))]


def is_sign(run: Run, index: int) -> bool:
    """Whether a character of a right-to-left run is one of - + % and the like, or a separator before a bracket: they
    are taken for left-to-right unless their code begins with an RLM."""
    char = run.characters[index].char
    if unicodedata.bidirectional(char) in ("ES", "ET"):
        return True
    return number_ends(run, index) and bool(unicodedata.mirrored(run.characters[index + 1].char))
