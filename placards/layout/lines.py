"""A paragraph's possible lines: the unbreakable pieces between break opportunities, and what any stretch of them
measures when it is set as one line."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from placards.text.runs import ShapedLine
from placards.text.shape import Paragraph

#: Width of one column of a skyline, in em.
COLUMN_EM = 0.25

#: Clear space between the ink of one line and the ink of the next, in em.
GAP_EM = 0.1

_NON_JOINING = frozenset("اأإآٱدذرزوؤڈڑژډړۆۇۈۋةےەۀ")


@dataclass(frozen=True, slots=True)
class LineMetrics:
    """One line measured by its ink, in em. ``before`` and ``after`` reach from the baseline to the ink's top and
    bottom (vertical text: right and left of the centre line); ``body_*`` are the typical glyph's reach."""

    line: ShapedLine
    along: float  # ink length in the line's direction
    before: float
    after: float
    body_before: float
    body_after: float
    skyline_before: dict[int, float]  # column → reach; columns count from the middle of the ink
    skyline_after: dict[int, float]


@dataclass
class LineTable:
    """Measures stretches of pieces as lines, each once. Piece ``i`` is ``text[starts[i]:ends[i]]``."""

    paragraph: Paragraph
    ends: tuple[int, ...]
    align: str = "center"
    _metrics: dict[tuple[int, int], LineMetrics] = field(default_factory=dict)
    _distances: dict[tuple[int, int, int], float] = field(default_factory=dict)
    _advances: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = (0, *self.ends[:-1])

    def __len__(self) -> int:
        return len(self.ends)

    def metrics(self, first: int, last: int) -> LineMetrics:
        """The line made of pieces *first* to *last*, both included."""
        key = (first, last)
        found = self._metrics.get(key)
        if found is None:
            start = self.starts[first]
            line = self.paragraph.line(start, self.paragraph.trimmed(start, self.ends[last]))
            found = self._metrics[key] = (
                measure_column(line) if self.paragraph.style.vertical else measure_line(line, self.align)
            )
        return found

    def estimate(self, first: int, last: int) -> float:
        """The line's length by summed advances, without shaping it: good for a first guess."""
        if not self._advances:
            total = 0.0
            self._advances.append(0.0)
            for start, end in zip(self.starts, self.ends, strict=True):
                total += self.paragraph.line(start, end).advance_em
                self._advances.append(total)
        return self._advances[last + 1] - self._advances[first]

    def distance(self, first: int, middle: int, last: int) -> float:
        """The least distance in em between the baselines of two neighbouring lines, *first..middle* and
        *middle+1..last*, at which their ink keeps clear of each other wherever one stands above the other."""
        key = (first, middle, last)
        found = self._distances.get(key)
        if found is None:
            found = self._distances[key] = line_distance(self.metrics(first, middle), self.metrics(middle + 1, last))
        return found


def line_distance(upper: LineMetrics, lower: LineMetrics) -> float:
    """See `LineTable.distance`. Ink is compared column by column, so that a tall Nastaliq word may reach up into a gap
    of the line above; yet lines never come closer than their typical letters need."""
    needed = max(upper.body_after + lower.body_before, 0.0)
    below = lower.skyline_before
    for column, depth in upper.skyline_after.items():
        height = below.get(column)
        if height is not None and depth + height > needed:
            needed = depth + height
    return needed + GAP_EM


def runs_rightwards(line: ShapedLine) -> bool:
    """Whether vertical lines follow each other from left to right, as in Mongolian."""
    return any(run.script == "Mong" for run in line.runs)


def measure_column(line: ShapedLine) -> LineMetrics:
    """A vertical line by its ink: ``before`` reaches towards the column before it, ``after`` towards the next."""
    along, before, after = line.ink_bottom_em - line.ink_top_em, line.ink_right_em, -line.ink_left_em
    if runs_rightwards(line):
        before, after = after, before
    return LineMetrics(line, along, before, after, before, after, {0: before}, {0: after})


def measure_line(line: ShapedLine, align: str = "center") -> LineMetrics:
    """Ink, typical reach and skylines of a shaped line; columns are counted from where lines of a slot align."""
    left, right = line.ink_left_em, line.ink_right_em
    anchor = {"left": left, "right": right}.get(align, (left + right) / 2)
    before: dict[int, float] = {}
    after: dict[int, float] = {}
    pen = 0.0
    body_top = body_bottom = weight = 0.0
    for run in line.runs:
        upem, extents = run.font.upem, run.font.extents
        x = 0
        for glyph, _, x_advance, _, x_offset, y_offset in run.glyphs:
            ink_left, ink_top, ink_right, ink_bottom = extents(glyph)
            if ink_right != ink_left:
                top, bottom = (y_offset + ink_top) / upem, -(y_offset + ink_bottom) / upem
                from_x = pen + (x + x_offset + ink_left) / upem - anchor
                to_x = pen + (x + x_offset + ink_right) / upem - anchor
                for column in range(int(from_x // COLUMN_EM), int(to_x // COLUMN_EM) + 1):
                    if top > before.get(column, -9.0):
                        before[column] = top
                    if bottom > after.get(column, -9.0):
                        after[column] = bottom
                if x_advance > 0:
                    body_top += top * x_advance / upem
                    body_bottom += bottom * x_advance / upem
                    weight += x_advance / upem
            x += x_advance
        pen += x / upem
    if weight:
        body_top, body_bottom = body_top / weight, body_bottom / weight
    return LineMetrics(
        line, right - left, -line.ink_top_em, line.ink_bottom_em, body_top, max(body_bottom, 0.0), before, after
    )


def piece_ends(paragraph: Paragraph) -> tuple[int, ...]:
    """Where lines may end: break opportunities after which a line begins with something to set."""
    text = paragraph.text
    out = [e for e in paragraph.break_ends[:-1] if not _is_white(text[e]) and text[e:].strip(" \u200b\u3000")]
    return (*out, len(text))


def emergency_ends(paragraph: Paragraph, widest: float = 0.0) -> tuple[int, ...]:
    """Where a text may break when words are too long for the slot: words longer than *widest* (em) between grapheme
    clusters too, in Arabic script only after letters that do not join, if the word has such places."""
    out: list[int] = []
    start = 0
    for end in piece_ends(paragraph):
        if paragraph.line(start, paragraph.trimmed(start, end)).advance_em > widest:
            out += _ends_inside(paragraph, start, end)
        out.append(end)
        start = end
    return tuple(out)


def _ends_inside(paragraph: Paragraph, start: int, end: int) -> list[int]:
    arabic = [run for run in paragraph.runs if run.script == "Arab"]
    ends = [e for e in paragraph.cluster_ends if start < e < end and not _is_white(paragraph.text[e])]
    joined = {e for e in ends if any(r.start < e < r.end for r in arabic) and not _ends_unjoined(paragraph.text[:e])}
    return [e for e in ends if e not in joined] or ends


def _ends_unjoined(text: str) -> bool:
    """Whether the last letter, marks aside, would stand unjoined to what follows."""
    last = next((char for char in reversed(text) if not unicodedata.combining(char)), " ")
    return last in _NON_JOINING or not last.isalpha()


def _is_white(char: str) -> bool:
    return char.isspace() or char == "\u200b"
