"""Short words become blocks that are set once and stamped on many sheets."""

from __future__ import annotations

from functools import lru_cache

from placards.compose.proof.typeset import BOLD, Words, at_baseline
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.geometry import Matrix, Rect

#: The size in which pieces are set, in points; stamps are scaled.
SET = 10.0


@lru_cache(maxsize=1024)
def piece(text: str, language: str = "en", weight: int = BOLD) -> TextBlock:
    """A piece of a line, its baseline's start at the origin, `SET` points large."""
    return at_baseline(Words(text, SET, language, weight, align="left"), 0, 0, 10_000, shipped_fonts())


def advance(block: TextBlock) -> float:
    """How wide a piece is."""
    return block.lines[0].advance


def stamp_piece(sheets: PdfSheets, block: TextBlock, matrix: Matrix) -> None:
    """Draw a piece; *matrix* leads from its baseline's start to the sheet."""
    ink = block.lines[0].ink
    around = Rect(min(0, ink.x) - 1, ink.y - 1, max(ink.right, advance(block)) + 2, ink.height + 2)
    sheets.stamp(("text", block.text, block.language), around, lambda: [block], matrix)
