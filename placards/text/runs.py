"""The values that cross text stages: TextRun before shaping, GlyphRun after, ShapedLine for one line of a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from placards.frozen import dataclass
from placards.text.font import Font


@dataclass(frozen=True, slots=True)
class Stand:
    """How a run stands in a vertical line: *upright*, one character below the other; *turned* clockwise, the height
    *centre_em* above its baseline on the centre line; or *together*, side by side in one em."""

    kind: Literal["upright", "turned", "together"]
    centre_em: float = 0.0


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch ``start:end`` of the text (code points) with one script, bidi level and font."""

    start: int
    end: int
    script: str
    level: int
    font: Font
    stand: Stand | None = None  # in vertical lines


class Glyph(NamedTuple):
    """One positioned glyph in font units; ``cluster`` is the index of its first code point in the text."""

    id: int
    cluster: int
    x_advance: int
    y_advance: int
    x_offset: int
    y_offset: int


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """The glyphs of a TextRun in visual order (left to right, or top to bottom)."""

    start: int
    end: int
    script: str
    level: int
    font: Font
    glyphs: tuple[Glyph, ...]
    stand: Stand | None = None  # in vertical lines

    @property
    def advance(self) -> int:
        """What the run takes of its line, in font units: the sum of the advances, across or downwards; an em where it
        stands together."""
        if self.stand is not None and self.stand.kind == "together":
            return self.font.units
        return sum(g.x_advance for g in self.glyphs) or -sum(g.y_advance for g in self.glyphs)

    def pens(self) -> Iterator[tuple[int, int, int]]:
        """Each glyph's id with its origin in font units, y up, from the run's start."""
        x = y = 0
        for glyph, _, x_advance, y_advance, x_offset, y_offset in self.glyphs:
            yield glyph, x + x_offset, y + y_offset
            x += x_advance
            y += y_advance


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """Line ``start:end`` of a text as glyph runs in visual order.

    Measures are in em (multiply by the size): the ink box with y down from the baseline, x from the line's left
    edge; for vertical text, x from the centre line and y from the line's top.
    """

    start: int
    end: int
    runs: tuple[GlyphRun, ...]
    advance_em: float
    ink_left_em: float
    ink_right_em: float
    ink_top_em: float
    ink_bottom_em: float
