"""Text blocks become an invisible text layer: what a reader finds, selects, copies and reads aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from placards.render.pdf_outlines import number
from placards.render.reading import Show, closing_marks, shows_of_line, vertical_shows
from placards.scene.check import MARKING
from placards.scene.items import Group, Item, TextBlock, TextLine
from placards.values.geometry import Matrix

#: The layer's font among a page's resources.
FONT_NAME = "Text"

#: The layer's font size in em of the drawn text: MuPDF joins lines that are nearer to each other than 0.8 of it.
_LAYER_EM = 0.75

#: The middle of a character above its baseline, where a vertical line's centre line runs.
_MIDDLE_EM = 0.35

#: Thousandths of an em above which a character may follow a correction of the pen.
_WIDE_ENOUGH = 100

#: The widest character, in thousandths of an em: what a TrueType file can hold. What lacks goes after it as a gap.
_WIDEST = 32_000

#: The slant, as rise by run, below which a line is level to every reader.
_SLANT = 0.005

#: A character of the layer: what it says, and how wide it is in thousandths of an em.
Character = tuple[str, int]


class TextLayer:
    """Collects the characters of all pages: each distinct pair of text and width becomes a code of the font."""

    def __init__(self) -> None:
        self.codes: dict[Character, int] = {}
        self._odd = False

    def page_operators(self, items: Sequence[Item], flip: Matrix) -> str:
        """The operators of a page's text; *flip* turns the scene's y down into PDF's y up."""
        parts: list[str] = []
        blocks = list(_blocks(items, flip))
        closing = closing_marks([block for block, _ in blocks])
        for which, (block, matrix) in enumerate(blocks):
            for index, line in enumerate(block.lines):
                if line.runs:
                    parts.extend(self._line_operators(line, block, matrix, closing.get((which, index), "")))
        return "\n".join(["BT 3 Tr", *parts, "ET"]) if parts else ""

    def _line_operators(self, line: TextLine, block: TextBlock, matrix: Matrix, closing: str) -> Iterator[str]:
        drawn = line.size
        shows = vertical_shows(line, block) if block.vertical else shows_of_line(line, block.base_level, closing)
        for show in shows:
            # pdf.js starts a new piece of text where the font's size changes; a thousandth will do.
            self._odd = not self._odd
            size = round(drawn * _LAYER_EM * (1.001 if self._odd else 1), 4)
            yield f"/{FONT_NAME} {number(size, 4)} Tf"
            if block.vertical:  # as if the sheet were turned: readers know that from tables with turned headings
                origin = Matrix(0, 1, 1, 0, line.origin.x - _MIDDLE_EM * drawn, line.origin.y + show.start)
            else:
                origin = Matrix(1, 0, 0, -1, line.origin.x + show.start, line.origin.y)
            yield f"{' '.join(number(v, 4) for v in origin.then(matrix))} Tm"
            yield self._show_operator(show, size)

    def _show_operator(self, show: Show, size: float) -> str:
        """A TJ whose widths are whole thousandths; what rounding loses goes between the characters."""
        parts: list[str] = []
        drift, codes = 0.0, ""
        known = self.codes
        for i, (text, width) in enumerate(show.cells):
            exact = 1000 * width / size
            whole = round(exact)
            # Before a thin character PDFium takes the smallest gap for a space.
            if abs(drift) >= 1 and exact > _WIDE_ENOUGH and codes:
                parts.append(f"<{codes}>{round(drift)}")
                codes = ""
                drift -= round(drift)
            whole = min(max(0, whole), _WIDEST)
            character = (text, whole)
            code = known.get(character)
            if code is None:
                code = known[character] = len(known) + 1
            codes += f"{code:04X}"
            drift += whole - exact
            if show.backwards and i + 1 < len(show.cells):
                parts.append(f"<{codes}>{number(1000 * (width + show.cells[i + 1].width) / size, 2)}")
                codes = ""
        return f"[{''.join(parts)}<{codes}>] TJ"


def _upright(block: TextBlock, matrix: Matrix) -> Matrix:
    """The matrix without a slant, around the middle of what is drawn: Poppler takes every letter of a slanted line for
    a word, and sorts them by their height. Quarter turns it knows; DRAFT, across a sheet, is no text to look for."""
    a, b = matrix[:2]
    slanted = min(abs(a), abs(b)) > _SLANT * max(abs(a), abs(b), 1e-9) and matrix.area < 0
    if not slanted or block.role == MARKING or not block.lines:
        return matrix
    scale = sqrt(-matrix.area)
    x, y = block.box.x + block.box.width / 2, block.box.y + block.box.height / 2
    to = matrix.point(x, y)
    return Matrix(scale, 0.0, 0.0, -scale, to.x - scale * x, to.y + scale * y)


def _blocks(items: Sequence[Item], matrix: Matrix) -> Iterator[tuple[TextBlock, Matrix]]:
    """All text blocks in drawing order with the matrix from their points to the page's."""
    for item in items:
        if isinstance(item, TextBlock):
            yield item, _upright(item, matrix)
        elif isinstance(item, Group):
            yield from _blocks(item.items, item.transform.then(matrix))
