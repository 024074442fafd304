"""A fitted message becomes a TextBlock: every line on one baseline grid, aligned and optically centred in its slot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from placards.frozen import dataclass
from placards.layout.fit import Fitted
from placards.layout.lines import head_em
from placards.scene.items import PlacedRun, TextBlock, TextLine
from placards.text.runs import GlyphRun, ShapedLine
from placards.text.vertical import UPRIGHT, place_in_column
from placards.values.color import Paint
from placards.values.geometry import Matrix, Point, Rect

if TYPE_CHECKING:
    from placards.layout.flush import FlushLine

#: Small punctuation that does not count when a line is centred.
_HANGS = frozenset(",.;:،؛۔।、。，．：；·\"'‘’‚“”„«»‹›…-‐")

#: Signs at the foot of a column that do not count when it is centred.
_FOOT = frozenset("、。，．")

#: Sums of lines that are just as wide as their slot.
_ROUNDED = 1 + 1e-9

Align = Literal["left", "center", "right"]
Valign = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a fitted message stands in its slot, and what it is."""

    paint: Paint
    role: str
    slot: str
    align: Align = "center"
    valign: Valign = "middle"
    min_size: float = 0.0
    marked: Paint | None = None  # of emphasised stretches; None: as the rest
    hero: Paint | None = None  # of the line that stands out by its size
    cut: float = 0.0  # how far letters are meant to reach past the trim
    flush: bool = False  # lines in Arabic script end flush on both sides: `placards.layout.flush`
    entry: tuple[str, int] | None = None  # the list that it belongs to, and which entry of it


def physical_align(align: Literal["start", "center", "end"], rtl: bool) -> Align:
    """``start`` and ``end`` as left or right."""
    if align == "center":
        return "center"
    return "right" if (align == "start") == rtl else "left"


def place_block(fitted: Fitted, box: Rect, style: BlockStyle, text: str) -> TextBlock:
    """Set a fitted message into *box*; *text* is the message as readers should find it."""
    paragraph = fitted.paragraph
    lines = _vertical_lines(fitted, box, style) if paragraph.style.vertical else _lines(fitted, box, style)
    return TextBlock(
        text=text,
        language=paragraph.hb_language,
        base_level=paragraph.base_level,
        role=style.role,
        slot=style.slot,
        box=box,
        lines=lines,
        vertical=paragraph.style.vertical,
        min_size=style.min_size,
        cut=style.cut,
        entry=style.entry,
    )


def _first_baseline(fitted: Fitted, box: Rect, valign: Valign) -> float:
    """Where the first baseline stands. In the middle, the typical letters are centred, not the outermost ink: one
    descender or one tall vowel mark must not push the whole block aside. The ink still stays inside the box."""
    first, last, descent = fitted.lines[0], fitted.lines[-1], fitted.descent[-1]
    top_most = box.y + first.before * first.size
    bottom_most = box.bottom - last.after * last.size - descent
    if valign == "top":
        return top_most
    if valign == "bottom":
        return max(bottom_most, top_most)
    body = first.body_before * first.size + last.body_after * last.size + descent
    centred = box.y + (box.height - body) / 2 + first.body_before * first.size
    return max(top_most, min(centred, bottom_most))


def _lines(fitted: Fitted, box: Rect, style: BlockStyle) -> tuple[TextLine, ...]:
    align = style.align
    first = _first_baseline(fitted, box, style.valign)
    out = []
    flush = _flush(fitted, style)
    squared = any(line is not None for line in flush)
    for number, (metrics, descent) in enumerate(zip(fitted.lines, fitted.descent, strict=True)):
        line, size, baseline, stretched = metrics.line, metrics.size, first + descent, flush[number]
        ink_width = metrics.along * size if stretched is None else stretched.ink_right - stretched.ink_left
        if align == "left":
            ink_x = box.x
        elif align == "right":
            ink_x = box.right - ink_width
        else:
            hang = 0.0 if squared else _hang_em(line, fitted.paragraph.text) * size
            ink_x = box.x + (box.width - ink_width) / 2 - hang
            if ink_width <= box.width * _ROUNDED:  # a wider one is cut at both ends alike
                ink_x = min(max(ink_x, box.x), box.right - ink_width)
        x = ink_x - (line.ink_left_em * size if stretched is None else stretched.ink_left)
        ink = Rect(ink_x, baseline - metrics.before * size, ink_width, (metrics.before + metrics.after) * size)
        out.append(_text_line(fitted, number, Point(x, baseline), ink, style, stretched))
    return tuple(out)


def _flush(fitted: Fitted, style: BlockStyle) -> tuple[FlushLine | None, ...]:
    if not style.flush:
        return (None,) * len(fitted.lines)
    from placards.layout.flush import flush_lines  # most sheets do without

    return flush_lines(fitted, style.paint)


def _hang_em(line: ShapedLine, text: str) -> float:
    """How far the middle of the letters stands right of the middle of all ink, in em: a comma or a quote at the end of
    a centred line hangs, and does not push the words aside."""
    left, right, pen = float("inf"), float("-inf"), 0.0
    for run in line.runs:
        upem, extents, x = run.font.upem, run.font.extents, 0
        for glyph, cluster, x_advance, _, x_offset, _ in run.glyphs:
            ink = extents(glyph)
            if ink.left != ink.right and text[cluster] not in _HANGS:
                left = min(left, pen + (x + x_offset + ink.left) / upem)
                right = max(right, pen + (x + x_offset + ink.right) / upem)
            x += x_advance
        pen += x / upem
    return (left + right - line.ink_left_em - line.ink_right_em) / 2 if left < right else 0.0


def _vertical_lines(fitted: Fitted, box: Rect, style: BlockStyle) -> tuple[TextLine, ...]:
    """Columns from right to left, or from left to right for Mongolian. All begin at one height, as readers expect of
    columns; *valign* moves them together, and *align* says at which side of the slot the first one stands: left is
    where a reader of left-to-right lines would begin, and so the side of the first column."""
    paragraph = fitted.paragraph
    rightwards = paragraph.runs_rightwards
    free = box.width - fitted.height
    lead = {"left": 0.0, "center": free / 2, "right": free}[style.align]
    first = fitted.lines[0].before * fitted.lines[0].size + lead
    top = _head(fitted, box, style.valign)
    out = []
    for number, (metrics, descent) in enumerate(zip(fitted.lines, fitted.descent, strict=True)):
        line, size, across = metrics.line, metrics.size, first + descent
        centre = box.x + across if rightwards else box.right - across
        y = top - head_em(line, paragraph.drawn) * size
        ink = Rect(
            centre + line.ink_left_em * size,
            y + line.ink_top_em * size,
            (line.ink_right_em - line.ink_left_em) * size,
            (line.ink_bottom_em - line.ink_top_em) * size,
        )
        out.append(_text_line(fitted, number, Point(centre, y), ink, style))
    return tuple(out)


def _head(fitted: Fitted, box: Rect, valign: Valign) -> float:
    """Where all columns begin. In the middle the letters are centred, and a full stop at the foot hangs below them."""
    longest = max(metrics.along * metrics.size for metrics in fitted.lines)
    if valign == "top":
        return box.y
    if valign == "bottom":
        return box.bottom - longest
    text = fitted.paragraph.drawn
    letters = max((m.along - _foot_em(m.line, text)) * m.size for m in fitted.lines)
    return max(box.y, min(box.y + (box.height - letters) / 2, box.bottom - longest))


def _foot_em(line: ShapedLine, text: str) -> float:
    """What a comma or a full stop takes at the foot of a column, in em."""
    if text[line.end - 1 : line.end] not in _FOOT or not line.runs or line.runs[-1].stand != UPRIGHT:
        return 0.0
    last = line.runs[-1].glyphs[-1]
    return line.ink_bottom_em - (line.advance_em + last.y_advance / line.runs[-1].font.upem)


def _text_line(
    fitted: Fitted, number: int, origin: Point, ink: Rect, style: BlockStyle, stretched: FlushLine | None = None
) -> TextLine:
    metrics, paragraph = fitted.lines[number], fitted.paragraph
    line, size, text = metrics.line, metrics.size, paragraph.text
    paint = style.hero if style.hero is not None and number == fitted.hero else style.paint
    advance = line.advance_em * size if stretched is None else stretched.advance
    if stretched is None:
        runs = place_runs(line.runs, size, paint)
    else:
        runs = tuple([replace(run, paint=paint) for run in stretched.runs])
    if style.marked is not None:
        runs = tuple([replace(run, paint=style.marked) if paragraph.span_at(run.run.start).emphasis else run
                      for run in runs])  # fmt: skip
    return TextLine(text[line.start : line.end], line.start, origin, runs, advance, ink, size)


def place_runs(runs: Iterable[GlyphRun], size: float, paint: Paint) -> tuple[PlacedRun, ...]:
    """Runs one after the other from a line's origin, *size* points an em; those of a vertical line as they stand."""
    placed = []
    offset = 0.0
    for run in runs:
        scale = size / run.font.upem
        if run.stand is None:
            matrix = Matrix(scale, 0.0, 0.0, -scale, offset, 0.0)
        else:
            matrix = place_in_column(run).then(Matrix(size, 0.0, 0.0, size, 0.0, offset))
        placed.append(PlacedRun(run, offset, size, paint, matrix))
        offset += run.advance / run.font.upem * size
    return tuple(placed)
