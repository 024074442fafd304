"""Short words become blocks that are set once and stamped on many sheets."""

from __future__ import annotations

from functools import lru_cache

from placards.compose.proof.typeset import BOLD, Words, at_baseline
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts

#: The size in which pieces are set, in points; stamps are scaled.
SET = 10.0


@lru_cache(maxsize=1024)
def piece(text: str, language: str = "en", weight: int = BOLD) -> TextBlock:
    """A piece of a line, its baseline's start at the origin, `SET` points large."""
    return at_baseline(Words(text, SET, language, weight, align="left"), 0, 0, 10_000, shipped_fonts())


def advance(block: TextBlock) -> float:
    """How wide a piece is."""
    return block.lines[0].advance
