"""A block's glyphs become the list of characters that readers would see as boxes or as dotted circles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.scene.items import PlacedRun, TextBlock, TextLine
from placards.text.itemize import is_ignorable

_CIRCLE = "\u25cc"


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that would come out as a box, or a mark without its letter, which shows a dotted circle."""

    char: str
    font: str
    boxed: bool

    @property
    def diagnostic(self) -> Diagnostic:
        code = "scene-glyph-missing" if self.boxed else "scene-mark-alone"
        return diagnostic(code, char=self.char, code_point=f"{ord(self.char):04X}")

    def __str__(self) -> str:
        return self.diagnostic.problem()


def missing_glyphs(block: TextBlock) -> Iterator[MissingGlyph]:
    """What a reader of the block would see as boxes or stray dotted circles."""
    for line in block.lines:
        for placed in line.runs:
            font = placed.run.font
            circle = font.glyph(ord(_CIRCLE))
            for glyph in placed.run.glyphs:
                if glyph.id and glyph.id != circle:
                    continue
                if glyph.id and _written(placed, line, glyph.cluster, glyph.id):
                    continue
                at = glyph.cluster - line.start
                char = line.text[at] if 0 <= at < len(line.text) else ""
                if char and not char.isspace() and (glyph.id or not is_ignorable(ord(char))):
                    yield MissingGlyph(char, font.name, boxed=not glyph.id)


def _written(placed: PlacedRun, line: TextLine, cluster: int, circle: int) -> bool:
    """Whether the text itself has the dotted circles that a cluster shows."""
    glyphs = placed.run.glyphs
    end = min((glyph.cluster for glyph in glyphs if glyph.cluster > cluster), default=placed.run.end)
    drawn = sum(glyph.id == circle and glyph.cluster == cluster for glyph in glyphs)
    return drawn <= line.text[cluster - line.start : end - line.start].count(_CIRCLE)
