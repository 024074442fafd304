"""Short words become blocks that are set once and stamped on many sheets."""

from __future__ import annotations

from functools import lru_cache

from placards.compose.proof.typeset import BOLD, REGULAR, Words, at_baseline
from placards.frozen import dataclass
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.geometry import Matrix, Rect

#: The size in which pieces are set, in points; stamps are scaled.
SET = 10.0


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its digits, each of them stamped."""

    digits: tuple[TextBlock, ...]
    width: float  # points, at `SET`


@lru_cache(maxsize=1024)
def piece(text: str, language: str = "en", weight: int = BOLD) -> TextBlock:
    """A piece of a line, its baseline's start at the origin, `SET` points large."""
    return at_baseline(Words(text, SET, language, weight, align="left"), 0, 0, 10_000, shipped_fonts())


def advance(block: TextBlock) -> float:
    """How wide a piece is."""
    return block.lines[0].advance


def number_piece(value: int) -> Number:
    """A number in small European digits, which stand in it as they stand alone."""
    digits = tuple(piece(digit) for digit in str(value))
    return Number(digits, sum(map(advance, digits)))


def stamp_piece(sheets: PdfSheets, block: TextBlock, matrix: Matrix) -> None:
    """Draw a piece; *matrix* leads from its baseline's start to the sheet."""
    ink = block.lines[0].ink
    around = Rect(min(0, ink.x) - 1, ink.y - 1, max(ink.right, advance(block)) + 2, ink.height + 2)
    sheets.stamp(("text", block.text, block.language), around, lambda: [block], matrix)


def stamp_number(sheets: PdfSheets, number: Number, matrix: Matrix) -> None:
    """Draw a number; *matrix* leads from its baseline's start to the sheet."""
    pen = 0.0
    for digit in number.digits:
        stamp_piece(sheets, digit, Matrix(e=pen).then(matrix))
        pen += advance(digit)


__all__ = ["REGULAR", "SET", "Number", "advance", "number_piece", "piece", "stamp_number", "stamp_piece"]
