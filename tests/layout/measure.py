"""Shaped lines and placed blocks measured anew, glyph by glyph, without the project's own measuring code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import uharfbuzz as hb

from placards.layout.fit import FitRule
from placards.scene.items import TextBlock
from placards.text.runs import GlyphRun
from placards.text.shape import Paragraph
from placards.text.strips import strips

WHITE = " \t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u2028\u2029\u205f\u3000"
SPACE = WHITE.replace("\u00a0", "")

STANDING = {"Hani", "Hira", "Kana", "Hang"}

COLUMN, GAP = 0.25, 0.1  # em: what layout/lines.py promises


@cache
def glyph_box(font: hb.Font, glyph: int) -> tuple[int, int, int, int] | None:
    """Left, bottom, right, top in font units, straight from HarfBuzz; None without ink."""
    e = font.get_glyph_extents(glyph)
    if e is None or (e.width == 0 and e.height == 0):
        return None
    return e.x_bearing, e.y_bearing + e.height, e.x_bearing + e.width, e.y_bearing


def run_boxes(run: GlyphRun) -> Iterator[tuple[float, float, float, float, float]]:
    """Left, bottom, right, top (em, y up, from the run's pen) and the advance of each glyph with ink."""
    pen, upem = 0, run.font.upem
    for glyph in run.glyphs:
        box = glyph_box(run.font.hb_font, glyph.id)
        if box is not None:
            left, bottom, right, top = box
            x, y = pen + glyph.x_offset, glyph.y_offset
            yield (x + left) / upem, (y + bottom) / upem, (x + right) / upem, (y + top) / upem, glyph.x_advance / upem
        pen += glyph.x_advance


def run_strips(run: GlyphRun) -> Iterator[tuple[float, float, float, float]]:
    """The same boxes for the columns; of Nastaliq, in strips (which tests/text/test_strips.py measures)."""
    pen, upem = 0, run.font.upem
    for glyph in run.glyphs:
        if run.font.climbs and glyph_box(run.font.hb_font, glyph.id) is not None:
            x, y = pen + glyph.x_offset, glyph.y_offset
            for left, top, right, bottom in strips(run.font, glyph.id):
                yield (x + left) / upem, (y + bottom) / upem, (x + right) / upem, (y + top) / upem
        pen += glyph.x_advance
    if not run.font.climbs:
        yield from (box[:4] for box in run_boxes(run))


def width_of(run: GlyphRun) -> float:
    """The sum of a horizontal run's advances in em."""
    return sum(g.x_advance for g in run.glyphs) / run.font.upem


@dataclass(frozen=True)
class Line:
    """What a horizontal line measures, in em; the columns count from where the slot's lines line up."""

    along: float
    before: float
    after: float
    body_before: float
    body_after: float
    tops: dict[int, float]
    depths: dict[int, float]


def measure(paragraph: Paragraph, start: int, end: int, align: str = "center") -> Line:
    """Measure a stretch of a text as one horizontal line."""
    boxes, columns = [], []
    pen = 0.0
    for run in paragraph.line(start, end).runs:
        columns += [(pen + l, b, pen + r, t) for l, b, r, t in run_strips(run)]  # noqa: E741
        boxes += [(pen + l, b, pen + r, t, advance) for l, b, r, t, advance in run_boxes(run)]  # noqa: E741
        pen += width_of(run)
    if not boxes:
        return Line(0, 0, 0, 0, 0, {}, {})
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    anchor = {"left": left, "right": right}.get(align, (left + right) / 2)
    tops: dict[int, float] = {}
    depths: dict[int, float] = {}
    for l, b, r, t in columns:  # noqa: E741
        if l == r:
            continue
        for column in range(int((l - anchor) // COLUMN), int((r - anchor) // COLUMN) + 1):
            tops[column] = max(tops.get(column, -9), t)
            depths[column] = max(depths.get(column, -9), -b)
    spacing = [box for box in boxes if box[4] > 0 and box[0] != box[2]]
    total = sum(box[4] for box in spacing)
    body_before = sum(box[3] * box[4] for box in spacing) / total if total else 0.0
    body_after = sum(-box[1] * box[4] for box in spacing) / total if total else 0.0
    return Line(
        right - left,
        max(b[3] for b in boxes),
        max(-b[1] for b in boxes),
        body_before,
        max(body_after, 0.0),
        tops,
        depths,
    )


def distance(upper: Line, lower: Line) -> float:
    """The least distance of two baselines, in em: ink clear column by column, typical letters clear everywhere."""
    touching = [upper.depths[c] + lower.tops[c] for c in upper.depths if c in lower.tops]
    clear = max([upper.body_after + lower.body_before, 0.0, *touching]) + GAP
    return max(clear, lower.before - upper.before, upper.after - lower.after)


def box_distance(upper: Line, lower: Line) -> float:
    """The distance that bounding boxes would need."""
    return max(upper.after + lower.before, 0.0) + GAP


def pieces(paragraph: Paragraph) -> list[int]:
    """The ends of the unbreakable pieces; no line begins with white space, and none is nothing else."""
    text = paragraph.text
    ends = [e for e in paragraph.break_ends if text[e:].strip(WHITE) and text[e] not in WHITE]
    return [*ends, len(paragraph.text)]


class BruteForce:
    """Every way to break a text, each with the size at which it fits."""

    def __init__(self, paragraph: Paragraph, width: float, height: float, rule: FitRule) -> None:
        self.paragraph, self.width, self.height, self.rule = paragraph, width, height, rule
        self.ends = pieces(paragraph)
        self._lines: dict[tuple[int, int], Line] = {}
        self._distances: dict[tuple[int, int, int], float] = {}

    def line(self, start: int, end: int) -> Line:
        key = (start, end)
        if key not in self._lines:
            stop = start + len(self.paragraph.text[start:end].rstrip(SPACE))
            self._lines[key] = measure(self.paragraph, start, stop, self.rule.align)
        return self._lines[key]

    def distance(self, start: int, middle: int, end: int) -> float:
        key = (start, middle, end)
        if key not in self._distances:
            self._distances[key] = distance(self.line(start, middle), self.line(middle, end))
        return self._distances[key]

    def size(self, breaks: tuple[int, ...]) -> float:
        """The size at which the lines between these breaks fit."""
        bounds = [0, *breaks, len(self.paragraph.text)]
        lines = [self.line(a, b) for a, b in pairwise(bounds)]
        leading = max(
            (self.distance(a, b, c) for a, b, c in zip(bounds, bounds[1:], bounds[2:], strict=False)), default=0.0
        )
        tall = lines[0].before + leading * self.rule.leading * (len(lines) - 1) + lines[-1].after
        widest = max(line.along for line in lines)
        return min(self.width / widest, self.height / tall, self.rule.max_size)

    def raggedness(self, breaks: tuple[int, ...], size: float) -> float:
        """The mean square of the room left in the lines."""
        bounds = [0, *breaks, len(self.paragraph.text)]
        room = [1 - self.line(a, b).along * size / self.width for a, b in pairwise(bounds)]
        return sum(r * r for r in room) / len(room)

    def every(self) -> Iterator[tuple[float, tuple[int, ...]]]:
        """Each way to break the text, with its size."""
        inner = self.ends[:-1]
        for count in range(min(len(inner), self.rule.max_lines - 1) + 1):
            for breaks in combinations(inner, count):
                yield self.size(breaks), breaks

    def best(self, kept: frozenset[int] = frozenset()) -> float:
        """The largest size of all ways that break at every index in *kept*; 0 if there is none."""
        return max((size for size, breaks in self.every() if kept.issubset(breaks)), default=0.0)

    def first_fit(self, size: float) -> tuple[int, ...] | None:
        """Where lines break that are filled one after the other; None if a piece alone is too long."""
        breaks, start, last = [], 0, 0
        for end in self.ends:
            if self.line(start, end).along * size > self.width * (1 + 1e-9):
                if last == start:
                    return None
                breaks.append(last)
                start = last
                if self.line(start, end).along * size > self.width * (1 + 1e-9):
                    return None
            last = end
        return tuple(breaks)


def placed_ink(block: TextBlock) -> list[list[tuple[float, float, float, float]]]:
    """The box (left, top, right, bottom; points, y down) of each glyph's ink, line by line."""
    return [list(_line_ink(block, index)) for index in range(len(block.lines))]


def _line_ink(block: TextBlock, index: int) -> Iterator[tuple[float, float, float, float]]:
    line = block.lines[index]
    pen = 0.0
    for placed in line.runs:
        assert abs(placed.offset - pen) < 1e-6 * max(1.0, pen), "runs follow each other without gap or overlap"
        run, size = placed.run, placed.size
        if not block.vertical:
            x, y = line.origin.x + pen, line.origin.y
            for left, bottom, right, top, _ in run_boxes(run):
                yield x + left * size, y - top * size, x + right * size, y - bottom * size
            pen += width_of(run) * size
        elif placed.matrix.b:  # turned clockwise
            beside = [p.run for each in block.lines for p in each.runs if not p.matrix.b and p.run.script in STANDING]
            mongolian = any(p.run.script == "Mong" for each in block.lines for p in each.runs)
            font = run.font if mongolian or not beside else beside[0].font
            extents = font.hb_font.get_font_extents("ltr")
            middle = (extents.ascender + extents.descender) / 2 / font.upem
            for left, bottom, right, top, _ in run_boxes(run):
                yield (
                    line.origin.x + (bottom - middle) * size,
                    line.origin.y + pen + left * size,
                    line.origin.x + (top - middle) * size,
                    line.origin.y + pen + right * size,
                )
            pen += width_of(run) * size
        elif any(glyph.x_advance for glyph in run.glyphs):  # side by side in one em, centred
            boxes = [box[:4] for box in run_boxes(run)]
            squeeze = min(1.0, 1 / width_of(run))
            across = (min(b[0] for b in boxes) + max(b[2] for b in boxes)) / 2
            middle = (min(b[1] for b in boxes) + max(b[3] for b in boxes)) / 2
            for left, bottom, right, top in boxes:
                yield (
                    line.origin.x + (left - across) * squeeze * size,
                    line.origin.y + pen + (0.5 + middle - top) * size,
                    line.origin.x + (right - across) * squeeze * size,
                    line.origin.y + pen + (0.5 + middle - bottom) * size,
                )
            pen += size
        else:
            down, upem = 0, run.font.upem
            for glyph in run.glyphs:
                box = glyph_box(run.font.hb_font, glyph.id)
                if box is not None:
                    left, bottom, right, top = (v / upem * size for v in box)
                    x = line.origin.x + glyph.x_offset / upem * size
                    y = line.origin.y + pen + (down - glyph.y_offset) / upem * size
                    yield x + left, y - top, x + right, y - bottom
                down -= glyph.y_advance
            pen += down / upem * size
