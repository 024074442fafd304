"""A message becomes one line along the circle in a box, its letters upright to the circle: the rim of a badge.

Scripts whose letters join, or hang from one line, would come apart on a bend; their messages are set straight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import cos, hypot, radians, sin
from typing import Literal, NamedTuple

from placards.layout.fit import Fitted
from placards.layout.message import Message
from placards.layout.text_block import BlockStyle
from placards.problems.errors import FitError
from placards.scene.items import PlacedRun, TextBlock, TextLine
from placards.text.cut import TRACKED_SCRIPTS
from placards.text.runs import Glyph, GlyphRun
from placards.values.geometry import Matrix, Point, Rect, around, moved

#: What is no letter stands with its neighbours.
_APART = TRACKED_SCRIPTS | {"Zyyy", "Zinh", "Zsye"}


#: How often a line is moved inwards until no letter leaves the circle.
_ROUNDS = 4

#: Where a straight line stands in the circle: the angle of its outer edge, and its height by the radius.
_FLAT, _FLAT_HEIGHT = radians(48), 0.3


class Arc(NamedTuple):
    """The part of a circle that a line may take: its side, and the angle in degrees."""

    side: Literal["top", "bottom"]
    sweep: float


def bends(message: Message) -> bool:
    """Whether a message can stand on an arc."""
    return not message.paragraph.style.vertical and all(run.script in _APART for run in message.paragraph.runs)


def place_on_arc(message: Message, box: Rect, style: BlockStyle, text: str, arc: Arc, most: float) -> TextBlock:
    """Set a message on the circle that touches the box's sides, its outer ink on the circle, no larger than *most*
    points an em; raises FitError where it would be smaller than the style's smallest size."""
    table = message.table((len(message.paragraph.text),), "center")
    metrics = table.metrics(0, 0)
    outer = metrics.before if arc.side == "top" else metrics.after
    radius, sweep = min(box.width, box.height) / 2, radians(arc.sweep)
    size = min(sweep * radius / (metrics.along + sweep * max(outer, 0.0)), most)
    if size < style.min_size:
        raise FitError("fit-size", text=message.paragraph.text[:60], needed=size, least=style.min_size)
    metrics = metrics.at(size)
    fitted = Fitted(message.paragraph, size, (metrics,), 0.0, size * (metrics.before + metrics.after))
    rim, center = radius - outer * size, Point(box.x + box.width / 2, box.y + box.height / 2)
    left = center.x - (metrics.line.ink_left_em + metrics.line.ink_right_em) / 2 * size
    for _ in range(_ROUNDS):
        origin = Point(left, center.y - rim if arc.side == "top" else center.y + rim)
        runs = tuple(_Bent(fitted, style, center, rim, arc.side, origin).runs())
        points = list(_points(runs, origin))
        # Corners of wide letters reach further out than the middle of the line does.
        over = max((hypot(x - center.x, y - center.y) for x, y in points), default=0.0) - radius
        if over <= 0:
            break
        rim -= over
    ink = around([x for x, _ in points], [y for _, y in points])
    line = TextLine(
        message.paragraph.text[metrics.line.start : metrics.line.end], metrics.line.start, origin, runs,
        metrics.line.advance_em * size, ink, size,
    )  # fmt: skip
    paragraph = message.paragraph
    return TextBlock(
        text, paragraph.hb_language, paragraph.base_level, style.role, style.slot, box, (line,), min_size=style.min_size
    )


class _Bent(NamedTuple):
    """What bending a line needs. *rim* is the radius of the baseline."""

    fitted: Fitted
    style: BlockStyle
    center: Point
    rim: float
    side: Literal["top", "bottom"]
    origin: Point

    def runs(self) -> Iterator[PlacedRun]:
        """The letters, a grapheme cluster each a run of its own, in visual order."""
        (line,) = self.fitted.lines
        ends, spans = self.fitted.paragraph.cluster_ends, self.fitted.paragraph
        offset = 0.0
        for run in line.line.runs:
            scale = line.size / run.font.upem
            marked = spans.span_at(run.start).emphasis and self.style.marked
            for glyphs in _clusters(run, ends):
                part = GlyphRun(
                    min(glyph.cluster for glyph in glyphs), ends[bisect_right(ends, max(g.cluster for g in glyphs))],
                    run.script, run.level, run.font, tuple(glyphs),
                )  # fmt: skip
                matrix = self._matrix(offset, part.advance, scale)
                yield PlacedRun(part, offset, line.size, marked or self.style.paint, matrix)
                offset += part.advance * scale

    def _matrix(self, offset: float, advance: float, scale: float) -> Matrix:
        """From the font's units to points from the line's origin, turned around the middle of the advance."""
        half = advance * scale / 2
        along = self.origin.x + offset + half - self.center.x
        angle = along / self.rim
        if self.side == "top":
            place, turned = Point(self.rim * sin(angle), -self.rim * cos(angle)), angle
        else:
            place, turned = Point(self.rim * sin(angle), self.rim * cos(angle)), -angle
        c, s = cos(turned), sin(turned)
        upright = Matrix(scale, 0.0, 0.0, -scale, -half, 0.0)
        there = Matrix(c, s, -s, c, self.center.x + place.x - self.origin.x, self.center.y + place.y - self.origin.y)
        return upright.then(there)


def _clusters(run: GlyphRun, ends: tuple[int, ...]) -> Iterator[list[Glyph]]:
    """The glyphs of each grapheme cluster, in visual order."""
    together: list[Glyph] = []
    for glyph in run.glyphs:
        if together and bisect_right(ends, together[-1].cluster) != bisect_right(ends, glyph.cluster):
            yield together
            together = []
        together.append(glyph)
    if together:
        yield together


def _points(runs: tuple[PlacedRun, ...], origin: Point) -> Iterator[tuple[float, float]]:
    """The points of all outlines, on the sheet."""
    there = Matrix(e=origin.x, f=origin.y)
    for placed in runs:
        pen = placed.matrix.then(there)
        for glyph, x, y in placed.run.pens():
            place = Matrix(e=x, f=y).then(pen)
            for segment in moved(placed.run.font.segments(glyph), place):
                yield from zip(segment[1::2], segment[2::2], strict=True)


def straight_box(box: Rect, arc: Arc) -> Rect:
    """Where a message stands that cannot bend: as wide as the circle is at fifty degrees from its top or bottom."""
    radius = min(box.width, box.height) / 2
    width, height = 2 * radius * sin(_FLAT), _FLAT_HEIGHT * radius
    edge = radius * cos(_FLAT)  # from the middle
    middle = Point(box.x + box.width / 2, box.y + box.height / 2)
    y = middle.y - edge if arc.side == "top" else middle.y + edge - height
    return Rect(middle.x - width / 2, y, width, height)
