"""A line's characters become shows, by the passes that its direction needs, one a reader's quirk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from placards.render.reading import mupdf, pdfium, pdfjs, poppler, unknown_scripts
from placards.render.reading.cells import LRM, RLM, THIN_EM, Cell, Character, Run, Show, with_thin_marks
from placards.render.reading.characters import characters_of_line
from placards.scene.items import TextBlock, TextLine


def shows_of_line(line: TextLine, base_level: int, closing: str = "", height: float = 0.0) -> list[Show]:
    """The line as readers must see it, in the order of writing; *closing* are marks for its end (`closing_marks`), and
    *height* is the layer's font size, where that is not the line's."""
    characters = characters_of_line(line)
    runs = _runs(characters)
    if not runs:
        return []
    thin = THIN_EM * line.size
    if unknown_scripts.is_unknown(characters):
        return list(unknown_scripts.in_logical_order(runs, thin))
    shows = []
    for run in runs:
        cells = (
            _right_to_left(pdfjs.with_narrow_spaces(run, height or line.size)) if run.turned else _left_to_right(run)
        )
        cells = pdfium.begin_and_end_thin(cells, run, line.size)
        shows.append(Show(min([c.start for c in run.characters]), with_thin_marks(cells, thin)))
    if len({run.turned for run in runs}) > 1 or base_level % 2:
        shows.extend(pdfium.balanced(shows, base_level % 2, line.size))
    if closing:
        shows.append(poppler.closed(shows, closing, base_level, thin))
    if base_level % 2 == 0:
        shows.sort(key=lambda show: show.start)
    return shows


def vertical_shows(line: TextLine, block: TextBlock) -> list[Show]:
    """A vertical line as readers must see it: from top to bottom."""
    characters = poppler.with_room_for_spaces(characters_of_line(line))
    return [pdfium.column(characters, block.lines.index(line), line.size)] if characters else []


def _left_to_right(run: Run) -> list[Cell]:
    number = mupdf.arabic_number(run)
    if number is not None:
        return number
    cells = pdfjs.formatting_goes_with_the_next(run)
    for what in (pdfjs.spaces_at_ends_stay, poppler.hyphen_ends, pdfium.neutral_begins):
        cells = what(cells, run)
    return cells


def _right_to_left(run: Run) -> list[Cell]:
    """The cells of a right-to-left run: put down in logical order, with what must stand between them, then reversed."""
    cells = [Cell(RLM, 0.0)] if pdfium.needs_opening(run) else []
    state, previous = "R", ""  # how PDFium goes on, and the kind of the character before
    for i, c in enumerate(run.characters):
        kind = pdfium.kind_of(c.char)
        if pdfjs.is_formatting(c.char) and cells:
            cells[-1] = Cell(c.char + cells[-1].text, cells[-1].width + c.width)
        elif pdfium.is_mirrored(c.char, state, previous):
            if i:
                cells[-1] = Cell(c.char + LRM + cells[-1].text, cells[-1].width + c.width)
            else:
                cells += [Cell(LRM, 0.0), Cell(c.char, c.width)]
            state = "L"
        else:
            if pdfium.needs_turning(c.char, state, previous, run.characters[i - 1].char):
                cells.append(Cell(RLM, 0.0))
                state = "R"
            sign = mupdf.is_sign(run, i)
            cells.append(Cell(RLM + c.char if sign or pdfjs.is_lost_space(run, i) else c.char, c.width))
            if poppler.number_ends(run, i) and not sign:
                cells.append(Cell(RLM, 0.0))
                kind = "R"
            if kind == "R" or sign:
                state = "R"
        previous = kind
    if run.after is not None and previous == "W":
        cells.append(Cell(RLM, 0.0))  # PDFium: the next run may begin with a weak character, too
    cells = pdfjs.mark_ends(cells, run)
    cells.reverse()
    return pdfium.begin_from_the_right(cells)


def _runs(characters: Sequence[Character]) -> list[Run]:
    """Stretches of one level, in logical order."""
    parts = [tuple(part) for _, part in groupby(characters, key=attrgetter("level"))]
    return [
        Run(part, before, after)
        for before, part, after in zip([None, *parts[:-1]], parts, [*parts[1:], None], strict=True)
    ]
