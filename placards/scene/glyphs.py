"""A block's glyphs become the list of characters that readers would see as boxes or as dotted circles."""

from __future__ import annotations

from collections.abc import Iterator

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.scene.items import TextBlock
from placards.text.missing import missing_in


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
    """What a reader of the block would see as boxes, stray dotted circles or marks beside their place."""
    for line in block.lines:
        for found in missing_in(line.text, [placed.run for placed in line.runs], line.start):
            yield MissingGlyph(found.char, found.font, boxed=found.kind == "notdef")
        for placed in line.runs:
            font = placed.run.font
            for glyph in placed.run.glyphs if font.has_pictures else ():
                if font.is_picture(glyph.id):
                    yield MissingGlyph(line.text[glyph.cluster - line.start], font.name, boxed=True)
