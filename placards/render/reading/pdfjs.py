"""What pdf.js drops becomes codes that it keeps: formatting characters, spaces at a run's ends, marks at a line's."""

from __future__ import annotations

import unicodedata

from placards.render.reading.cells import LRM, RLM, Cell, Run

#: A gap wider than 0.6 of the layer's font size parts a line, and what parts a right-to-left line swaps its words.
_WIDEST_SPACE = 0.57


def is_formatting(char: str) -> bool:
    """Whether a code that ends with the character would be dropped: so it goes into a code with another."""
    return unicodedata.category(char) == "Cf"


def formatting_goes_with_the_next(run: Run) -> list[Cell]:
    """A left-to-right run, a cell a character, formatting characters in the cell of what follows them."""
    cells = []
    held, width = "", 0.0
    for c in run.characters:
        held, width = held + c.char, width + c.width
        if not is_formatting(c.char):
            cells.append(Cell(held, width))
            held, width = "", 0.0
    if held:
        cells.append(Cell(held, width))
    return cells


def spaces_at_ends_stay(cells: list[Cell], run: Run) -> list[Cell]:
    """An LRM in the code of a space at the end of a left-to-right run, where another run is next to it."""
    first, last = run.characters[0].char, run.characters[-1].char
    out = list(cells)
    if first == " " and run.before is not None:
        out[0] = out[0]._replace(text=LRM + out[0].text)
    if last == " " and run.after is not None and not (len(run.characters) == 1 and run.before is not None):
        out[-1] = out[-1]._replace(text=LRM + out[-1].text)
    return out


def with_narrow_spaces(run: Run, height: float) -> Run:
    """A right-to-left run whose wide spaces leave what is too much to the letters before them; *height* is the layer's
    font size in points."""
    most = _WIDEST_SPACE * height
    if not any(c.char == " " and c.width > most for c in run.characters):
        return run
    out = list(run.characters)
    for i, c in enumerate(out):
        if c.char == " " and c.width > most and i:
            out[i] = c._replace(width=most)
            more = c.width - most
            out[i - 1] = out[i - 1]._replace(start=out[i - 1].start - more, width=out[i - 1].width + more)
    return run._replace(characters=tuple(out))


def is_lost_space(run: Run, index: int) -> bool:
    """Whether a space of a right-to-left run would be dropped, next to a mark or at the run's end, unless its code
    begins with an RLM."""
    characters = run.characters
    return characters[index].char == " " and (
        (index == 0 and run.before is not None)
        or (index == len(characters) - 1 and run.after is not None)
        or (index > 0 and unicodedata.category(characters[index - 1].char) == "Mn")
    )


def mark_ends(cells: list[Cell], run: Run) -> list[Cell]:
    """A space after a mark that ends a right-to-left line: a mark that opens a line is put into the line before."""
    if run.after is None and unicodedata.category(run.characters[-1].char) == "Mn":
        return [*cells, Cell(RLM + " ", 0.0)]
    return cells
