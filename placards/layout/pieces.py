"""A paragraph's unbreakable pieces become their ink, each measured once where it stands in the text set as one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from placards.layout.lines import head_em, measure_column
from placards.text.font import Font
from placards.text.runs import GlyphRun
from placards.text.shape import SOFT_HYPHEN, Paragraph
from placards.text.strips import strips

#: White space that a font may draw: Ogham's space is a stroke.
_DRAWN_SPACE = "\u1680"


class Box(NamedTuple):
    """A glyph's ink in em: along the line from the text's start, and across it from the baseline."""

    near: float
    far: float
    before: float
    after: float


class Ink(NamedTuple):
    """A piece's ink in em: see `Box` and, for the sums at the end, `placards.layout.lines.LineMetrics`."""

    start: float  # where the piece begins, and where its last letter ends, spaces left out
    end: float
    near: float  # infinitely far the other way where there is no ink
    far: float
    before: float
    after: float
    boxes: tuple[Box, ...]
    weight: float
    body_before: float  # weighted
    body_after: float


NOWHERE = float("inf")


def cuts_cleanly(paragraph: Paragraph, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether every line of these pieces is a plain stretch of the text set as one line: one direction, horizontal,
    and no letter that changes at a break."""
    text = paragraph.text
    if paragraph.style.vertical or not paragraph.is_uniform or SOFT_HYPHEN in text:
        return False
    for start, end in zip(starts, ends, strict=True):
        trimmed = paragraph.trimmed(start, end)
        drawn = text[trimmed:end].strip() or _DRAWN_SPACE in text[trimmed:end]
        if drawn or not (paragraph.can_cut(end) and paragraph.can_cut(trimmed)):
            return False
    return True


def piece_inks(paragraph: Paragraph, starts: Sequence[int], ends: Sequence[int]) -> list[Ink]:
    """The ink of each piece ``text[start:end]``. What lines measure follows exactly where the text `cuts_cleanly`, and
    nearly elsewhere."""
    out: list[Ink] = []
    pen = 0.0
    for start, end in zip(starts, ends, strict=True):
        trimmed = paragraph.trimmed(start, end)
        if paragraph.style.vertical:
            ink, advance = _column_ink(paragraph, start, trimmed, pen)
            advance = max(advance, paragraph.line(start, end).advance_em)
        else:
            runs = paragraph.runs_of(start, end)
            advance = sum([run.advance / run.font.upem for run in runs])
            ink = _line_ink(runs, trimmed, pen, advance, paragraph.base_level == 1)
        out.append(ink)
        pen += advance
    return out


def _line_ink(runs: Sequence[GlyphRun], trimmed: int, pen: float, advance: float, rtl: bool) -> Ink:
    near, far, before, after = NOWHERE, -NOWHERE, -NOWHERE, -NOWHERE
    weight = body_before = body_after = hanging = 0.0
    boxes: list[Box] = []
    x = 0.0
    for run in runs:
        upem, extents = run.font.upem, run.font.extents
        at = 0
        for glyph, cluster, x_advance, _, x_offset, y_offset in run.glyphs:
            left, top, right, bottom = extents(glyph)
            if cluster >= trimmed:
                hanging += x_advance / upem
            elif right != left or top != bottom:
                from_x, to_x = x + (at + x_offset + left) / upem, x + (at + x_offset + right) / upem
                if rtl:
                    from_x, to_x = advance - to_x, advance - from_x
                high, low = (y_offset + top) / upem, -(y_offset + bottom) / upem
                from_x, to_x = pen + from_x, pen + to_x
                # Not min and max: this runs for every glyph.
                near = from_x if from_x < near else near
                far = to_x if to_x > far else far
                before = high if high > before else before
                after = low if low > after else after
                if right != left:
                    if run.font.climbs:
                        boxes += _climbing(
                            run.font, glyph, (x + (at + x_offset) / upem, y_offset / upem, pen), advance, rtl
                        )
                    else:
                        boxes.append(Box(from_x, to_x, high, low))
                    if x_advance > 0:
                        wide = x_advance / upem
                        weight += wide
                        body_before += high * wide
                        body_after += low * wide
            at += x_advance
        x += at / upem
    return Ink(pen, pen + advance - hanging, near, far, before, after, tuple(boxes), weight, body_before, body_after)


def _climbing(font: Font, glyph: int, pens: tuple[float, float, float], advance: float, rtl: bool) -> Iterator[Box]:
    """A letter of Nastaliq in strips. *pens*: where it stands from its piece's left, over the baseline, and where the
    piece begins."""
    x, y, pen = pens
    for left, top, right, bottom in strips(font, glyph):
        from_x, to_x = x + left / font.upem, x + right / font.upem
        if rtl:
            from_x, to_x = advance - to_x, advance - from_x
        yield Box(pen + from_x, pen + to_x, y + top / font.upem, -y - bottom / font.upem)


def _column_ink(paragraph: Paragraph, start: int, trimmed: int, pen: float) -> tuple[Ink, float]:
    line = paragraph.line(start, trimmed)
    column = measure_column(paragraph, line)
    near, far = pen + head_em(line, paragraph.drawn), pen + line.ink_bottom_em
    box = Box(near, far, column.before, column.after)
    weight = line.advance_em
    ink = Ink(
        pen, pen + line.advance_em, near, far, column.before, column.after, (box,), weight,
        column.body_before * weight, column.body_after * weight,
    )  # fmt: skip
    return ink, line.advance_em
