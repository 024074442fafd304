"""Text blocks become an invisible text layer: what a reader finds, selects, copies and reads aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import atan2, cos, pi, sin, sqrt
from typing import TypeAlias

from placards.render.pdf_outlines import number
from placards.render.reading import Show, closing_marks, shows_of_line, vertical_shows
from placards.scene.items import BESIDE, Group, Item, TextBlock, TextLine
from placards.values.geometry import Matrix, Point, Rect

#: The layer's font among a page's resources.
FONT_NAME = "Text"

#: The layer's font size in em of the drawn text: MuPDF joins lines that are nearer to each other than 0.8 of it.
_LAYER_EM = 0.75

#: How much of the distance to the line above that may be.
_CLEAR = 0.8

#: The middle of a character above its baseline, where a vertical line's centre line runs.
_MIDDLE_EM = 0.35

#: Thousandths of an em above which a character may follow a correction of the pen.
_WIDE_ENOUGH = 100

#: The widest character, in thousandths of an em: what a TrueType file can hold. What lacks goes after it as a gap.
_WIDEST = 32_000

#: What is turned by less than this (a tangent) from a quarter stands upright.
_SLANT = 1e-4

#: A character of the layer: what it says, and how wide it is in thousandths of an em.
Character = tuple[str, int]

#: Gives the operator that begins a block's marked content.
Marking: TypeAlias = Callable[[TextBlock], str]


class TextLayer:
    """Collects the characters of all pages: each distinct pair of text and width becomes a code of the font."""

    def __init__(self) -> None:
        self.codes: dict[Character, int] = {}
        self._odd = False

    def page_operators(
        self, blocks: Sequence[tuple[TextBlock, Matrix]], page: Rect, marking: Marking | None = None
    ) -> str:
        """The operators of a page's text: its blocks with the matrices from their points to the page's; *page* is what
        of it readers look at, and *marking* gives the operator that begins a block."""
        parts: list[str] = []
        closing = closing_marks([block for block, _ in blocks])
        for which, (block, matrix) in enumerate(blocks):
            if marking is not None and any(line.runs for line in block.lines):
                parts.append(marking(block))
            for index, line in enumerate(block.lines):
                if line.runs:
                    stands = readable(line, block, matrix, page)
                    height = _height(block, index)
                    parts.extend(self._line_operators(line, block, stands, height, closing.get((which, index), "")))
            if marking is not None and any(line.runs for line in block.lines):
                parts.append("EMC")
        return "\n".join(["BT 3 Tr", *parts, "ET"]) if parts else ""

    def _line_operators(
        self, line: TextLine, block: TextBlock, matrix: Matrix, height: float, closing: str
    ) -> Iterator[str]:
        drawn = line.size
        if block.vertical:
            shows = vertical_shows(line, block)
        else:
            shows = shows_of_line(line, block.base_level, closing, height)
        for show in shows:
            # pdf.js starts a new piece of text where the font's size changes; a thousandth will do.
            self._odd = not self._odd
            size = round(height * (1.001 if self._odd else 1), 4)
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


def _height(block: TextBlock, index: int) -> float:
    """The layer's font size for a line: lower than the line above is far, or PDFium takes both for one."""
    line = block.lines[index]
    height = line.size * _LAYER_EM
    if index == 0 or block.vertical:
        return height
    away = line.origin.y - block.lines[index - 1].origin.y
    return min(height, _CLEAR * away) if away > 0 else height


def readable(line: TextLine, block: TextBlock, matrix: Matrix, page: Rect) -> Matrix:
    """The matrix under which readers find a line: that of the drawing where it stands upright or is turned by quarters.
    Letters on a slant come back one by one from poppler, so that a line on a slant lies straight in the layer, around
    its own middle; one that is longer than its place on the page (along a bend) is made shorter."""
    quarters = round(atan2(matrix.b, matrix.a) / (pi / 2)) if matrix.a or matrix.b else 0
    slanted = abs(matrix.b) > _SLANT * abs(matrix.a) and abs(matrix.a) > _SLANT * abs(matrix.b)
    if block.vertical:
        middle = Point(line.origin.x, line.origin.y + line.advance / 2)
    else:
        middle = Point(line.origin.x + line.advance / 2, line.origin.y)
    there = matrix.point(*middle)
    if slanted:
        scale = sqrt(abs(matrix.area))
        flip = -1.0 if matrix.area < 0 else 1.0
        # From y down to y up a turn by quarters keeps its own sense.
        c, s = (round(cos(quarters * pi / 2)) * scale, round(sin(quarters * pi / 2)) * scale)
        matrix = Matrix(c, s, -flip * s, flip * c)
    along = _room(there, quarters % 2 == 0, page)
    length = line.advance * sqrt(abs(matrix.area))
    bent = slanted or (not block.vertical and any(placed.matrix.b for placed in line.runs))
    shrunk = 2 * along / length if bent and 0 < along < length / 2 else 1.0
    if not slanted and shrunk == 1.0:
        return matrix
    a, b, c, d = (value * shrunk for value in matrix[:4])
    return Matrix(a, b, c, d, there.x - a * middle.x - c * middle.y, there.y - b * middle.x - d * middle.y)


def _room(middle: Point, horizontal: bool, page: Rect) -> float:
    """How far a line may reach from its middle to either side."""
    if horizontal:
        return min(middle.x - page.x, page.right - middle.x)
    return min(middle.y - page.y, page.bottom - middle.y)


def placed_blocks(items: Sequence[Item], matrix: Matrix) -> Iterator[tuple[TextBlock, Matrix]]:
    """All text blocks that readers should find, in drawing order, with the matrix from their points to the page's;
    *matrix* turns the scene's y down into PDF's y up."""
    for item in items:
        if isinstance(item, TextBlock):
            if item.role != BESIDE:
                yield item, matrix
        elif isinstance(item, Group):
            yield from placed_blocks(item.items, item.transform.then(matrix))
