"""A paragraph gets the places where its lines may end, and a shaped line its measures by its ink."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from placards.frozen import dataclass
from placards.layout.skyline import Skyline, skylines
from placards.text.breaks import character_break_ends, line_break_ends
from placards.text.missing import is_mark
from placards.text.runs import ShapedLine
from placards.text.shape import Paragraph
from placards.text.strips import strips
from placards.text.vertical import UPRIGHT

#: Clear space between the ink of one line and the ink of the next, in em.
GAP_EM = 0.1

#: Half of what a column of standing characters takes at least: columns that are no further apart than the characters
#: in them would read across.
_HALF_COLUMN_EM = 0.56

#: What turned columns, as Mongolian ones, keep free on either side beyond their ink: tails would mix.
_BESIDE_EM = 0.06

#: Where the ink of a column's first character begins at the latest: a 一 keeps its place below the head.
HEAD_EM = 0.12

#: Brackets that stand with their corner at the head.
_OPENING = frozenset("「『（〈《【〔［｛〝“‘")

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
    skyline_before: Skyline
    skyline_after: Skyline
    size: float = 1.0  # points per em; 1 while the line is only measured

    def at(self, size: float) -> LineMetrics:
        """The line set at a size."""
        return LineMetrics(
            self.line, self.along, self.before, self.after, self.body_before, self.body_after,
            self.skyline_before, self.skyline_after, size,
        )  # fmt: skip


def line_distance(upper: LineMetrics, lower: LineMetrics) -> float:
    """The least distance in em between the baselines of two neighbouring lines. Ink is compared column by column, so
    that a tall Nastaliq word may reach up into a gap of the line above; yet lines never come closer than their typical
    letters need, and none reaches past its neighbour's far side: a block ends where its first and last lines do."""
    needed = max(upper.body_after + lower.body_before, 0.0)
    clear = max(needed, upper.skyline_after.against(lower.skyline_before)) + GAP_EM
    return max(clear, lower.before - upper.before, upper.after - lower.after)


def head_em(line: ShapedLine, text: str) -> float:
    """Where a vertical line begins, in em from its top: at its ink, but where that is low for other reasons than the
    empty half of a bracket."""
    if line.runs and text[line.start : line.start + 1] not in _OPENING and line.runs[0].stand == UPRIGHT:
        return min(line.ink_top_em, HEAD_EM)
    return line.ink_top_em


def measure_column(paragraph: Paragraph, line: ShapedLine) -> LineMetrics:
    """A vertical line by its ink: ``before`` reaches towards the column before it, ``after`` towards the next."""
    along, before, after = line.ink_bottom_em - head_em(line, paragraph.drawn), line.ink_right_em, -line.ink_left_em
    if paragraph.runs_rightwards:
        before, after = after, before
    half = _HALF_COLUMN_EM if any(run.stand == UPRIGHT for run in line.runs) and not paragraph.runs_rightwards else 0.0
    body_before, body_after = max(before + _BESIDE_EM, half), max(after + _BESIDE_EM, half)
    return LineMetrics(line, along, before, after, body_before, body_after, Skyline(0, [before]), Skyline(0, [after]))


def measure_line(line: ShapedLine, align: str = "center") -> LineMetrics:
    """Ink, typical reach and skylines of a shaped line; columns are counted from where lines of a slot align."""
    left, right = line.ink_left_em, line.ink_right_em
    anchor = {"left": left, "right": right}.get(align, (left + right) / 2)
    boxes: list[tuple[float, float, float, float]] = []
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
                if run.font.climbs:
                    at = pen + (x + x_offset) / upem - anchor
                    for strip in strips(run.font, glyph):
                        high, low = (y_offset + strip.top) / upem, -(y_offset + strip.bottom) / upem
                        boxes.append((at + strip.left / upem, at + strip.right / upem, high, low))
                else:
                    boxes.append((from_x, to_x, top, bottom))
                if x_advance > 0:
                    body_top += top * x_advance / upem
                    body_bottom += bottom * x_advance / upem
                    weight += x_advance / upem
            x += x_advance
        pen += x / upem
    if weight:
        body_top, body_bottom = body_top / weight, body_bottom / weight
    return LineMetrics(
        line, right - left, -line.ink_top_em, line.ink_bottom_em, body_top, max(body_bottom, 0.0),
        *skylines(boxes, left - anchor, right - anchor),
    )  # fmt: skip


def piece_ends(paragraph: Paragraph) -> tuple[int, ...]:
    """Where lines may end: break opportunities after which a line begins with something to set."""
    return _visible_ends(paragraph.text, paragraph.break_ends)


def opened_ends(paragraph: Paragraph) -> tuple[int, ...]:
    """The same, and the opportunities inside what should stay whole: numbers, addresses, names."""
    return _visible_ends(paragraph.text, line_break_ends(paragraph.text, paragraph.hb_language))


def _visible_ends(text: str, ends: tuple[int, ...]) -> tuple[int, ...]:
    shown = len(text.rstrip(" \u200b\u3000"))
    # UAX #14 lets a mark on a space begin a line: it would stand past the line's edge.
    return (*[end for end in ends[:-1] if end < shown and not (_is_white(text[end]) or is_mark(text[end]))], len(text))


def emergency_ends(paragraph: Paragraph, widest: float = 0.0) -> tuple[int, ...]:
    """Where a text may break when words are too long for the slot: words longer than *widest* (em) between grapheme
    clusters too, in Arabic script only after letters that do not join and in Chinese, Japanese and Korean only by the
    rules of what begins no line, if the word has such places."""
    out: list[int] = []
    start = 0
    for end in opened_ends(paragraph):
        trimmed = paragraph.trimmed(start, end)
        if widest == 0.0 or paragraph.line(start, trimmed).advance_em > widest:
            out += _ends_inside(paragraph, start, end)
        out.append(end)
        start = end
    return tuple(out)


def _ends_inside(paragraph: Paragraph, start: int, end: int) -> list[int]:
    clusters = paragraph.cluster_ends
    inside = clusters[bisect_right(clusters, start) : bisect_right(clusters, end - 1)]
    ends = [e for e in inside if not (_is_white(paragraph.text[e]) or paragraph.stands_together(e))]
    allowed = character_break_ends(paragraph.text, paragraph.hb_language)
    unjoined = [e for e in ends if not _joins(paragraph, e) and (allowed is None or e in allowed)]
    return unjoined or ends


def _joins(paragraph: Paragraph, end: int) -> bool:
    """Whether a break there parts two Arabic letters that are joined."""
    run = paragraph.runs[paragraph.run_at(end)]
    if run.script != "Arab" or run.start == end:
        return False
    last = end - 1
    while last > 0 and unicodedata.combining(paragraph.text[last]):
        last -= 1
    letter = paragraph.text[last]
    return letter.isalpha() and letter not in _NON_JOINING


def _is_white(char: str) -> bool:
    return char.isspace() or char == "\u200b"
