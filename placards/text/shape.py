"""A text becomes a Paragraph (itemized, levelled, with its break opportunities), and any part of it a ShapedLine."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal, NamedTuple

from placards.frozen import dataclass
from placards.locale.language import is_rtl, parse_language, script_of
from placards.text import bidi
from placards.text.breaks import grapheme_ends, line_break_ends
from placards.text.cut import WholeRun, shape_run
from placards.text.font import Font
from placards.text.fontset import ROLE_WEIGHTS, FontSet
from placards.text.itemize import Wanted, text_runs
from placards.text.missing import Missing, missing_in
from placards.text.runs import GlyphRun, ShapedLine, TextRun
from placards.text.script import resolve_scripts
from placards.text.spans import Span, whole_spans
from placards.text.vertical import UPRIGHT, is_turned_whole, measure_vertical, standing
from placards.text.whole import without_breaks_inside

Direction = Literal["auto", "ltr", "rtl"]

SOFT_HYPHEN = "\u00ad"
_HYPHEN = 0x2010

#: White space that hangs over a line's edge.
HANGING = " \t\n\r\u200b\u3000\u2028\u2029\u1680\u2003\u2002\u2009"

#: Dots that part: date · time.
_PARTING = "·•"


class TextStyle(NamedTuple):
    """How a text is to be set: the font's role (or a family's name), its weight, the writing direction, and the space
    between letters (em) in scripts whose letters stand apart."""

    language: str
    role: str = "text"
    weight: int | None = None
    direction: Direction = "auto"
    vertical: bool = False
    tracking: float = 0.0


@dataclass(frozen=True)
class Paragraph:
    """A text ready to be broken into lines and shaped. Indexes are code points of ``text``."""

    text: str
    style: TextStyle
    base_level: int
    classes: tuple[str, ...]
    levels: tuple[int, ...]
    runs: tuple[TextRun, ...]
    missing_font: tuple[int, ...]  # where clusters begin that no font draws by themselves; `missing` looks in context
    spans: tuple[Span, ...] = ()  # they follow each other over the whole text, and no run passes the end of one
    drawn: str = ""  # the text as it is drawn, with the signs of vertical lines; empty: as it is
    asked: tuple[Font, ...] = ()  # the fonts that were looked at, those that cannot draw it included

    @cached_property
    def codes(self) -> list[int]:
        """The text as code points, as it is drawn."""
        return [ord(c) for c in self.drawn or self.text]

    @cached_property
    def hb_language(self) -> str:
        """The language as HarfBuzz and ICU take it."""
        return str(parse_language(self.style.language)) if self.style.language else "und"

    @cached_property
    def break_ends(self) -> tuple[int, ...]:
        """The indexes after which a line may end, the text's end included; none inside what reads as one."""
        return without_breaks_inside(self.text, line_break_ends(self.text, self.hb_language))

    @cached_property
    def cluster_ends(self) -> tuple[int, ...]:
        """The end of each grapheme cluster."""
        return grapheme_ends(self.text)

    @cached_property
    def is_uniform(self) -> bool:
        """Whether all of the text runs in its base direction, so that lines are plain stretches of it."""
        return set(self.levels) == {self.base_level}

    @cached_property
    def runs_rightwards(self) -> bool:
        """Whether vertical lines follow each other from left to right, as in Mongolian."""
        return is_turned_whole(self.style.language, [run.script for run in self.runs])

    @cached_property
    def wholes(self) -> tuple[WholeRun, ...]:
        """Each run shaped as a whole, in logical order (horizontal text)."""
        return tuple([WholeRun(run, self.codes, self.hb_language, self.style.tracking) for run in self.runs])

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def run_at(self, index: int) -> int:
        """The number of the run that has the character."""
        return bisect_right(self._run_starts, index) - 1

    def stands_together(self, index: int) -> bool:
        """Whether the character stands in one em with the one before it."""
        run = self.runs[self.run_at(index)]
        return run.start < index and run.stand is not None and run.stand.kind == "together"

    def span_at(self, index: int) -> Span:
        """The span that has the character: all that a run has to say beyond its font."""
        return self.spans[bisect_right(self.spans, index, key=lambda span: span.start) - 1]

    def can_cut(self, at: int) -> bool:
        """Whether lines on both sides of *at* have the glyphs that the text set as one line has there."""
        return at >= len(self.text) or self.wholes[self.run_at(at)].can_cut(at)

    def line(self, start: int, end: int) -> ShapedLine:
        """Shape ``text[start:end]`` as a line of its own: rules L1 and L2, glyphs shaped in the whole text's context,
        so that a word cut in two keeps its joining forms."""
        shaped = self.runs_of(start, end)
        return measure_vertical(start, end, shaped) if self.style.vertical else measure(start, end, shaped)

    def runs_of(self, start: int, end: int) -> tuple[GlyphRun, ...]:
        """The glyphs of ``text[start:end]`` set as a line, in visual order."""
        codes = self._line_codes(start, end)
        return tuple([self._shaped(piece, codes) for piece in self._pieces(start, end)])

    def _shaped(self, piece: TextRun, codes: list[int]) -> GlyphRun:
        if codes is self.codes and not self.style.vertical:
            part = self.wholes[self.run_at(piece.start)].part(piece)
            if part is not None:
                return part
        return shape_run(piece, codes, self.hb_language, self._direction(piece), self.style.tracking)

    def _line_codes(self, start: int, end: int) -> list[int]:
        """The text's code points, with a visible hyphen where the line ends at a soft one."""
        if not (start < end < len(self.text)) or self.text[end - 1] != SOFT_HYPHEN:
            return self.codes
        font = self.runs[self.run_at(end - 1)].font
        hyphen = _HYPHEN if font.glyph(_HYPHEN) is not None else ord("-")
        return [*self.codes[: end - 1], hyphen, *self.codes[end:]]

    def _pieces(self, start: int, end: int) -> list[TextRun]:
        """The line's runs in visual order, split where rule L1 gives white space another level."""
        if start >= end:
            return []
        inside = self.runs[self.run_at(start) : self.run_at(end - 1) + 1]
        if self.is_uniform:
            pieces = [run if start <= run.start and run.end <= end else _clipped(run, start, end) for run in inside]
            return pieces[::-1] if self.base_level else pieces
        levels = bidi.line_levels(self.classes[start:end], self.levels[start:end], self.base_level)
        pieces = []
        for run in inside:
            at, high = max(run.start, start), min(run.end, end)
            while at < high:
                stop = at + 1
                while stop < high and levels[stop - start] == levels[at - start]:
                    stop += 1
                pieces.append(TextRun(at, stop, run.script, levels[at - start], run.font, run.stand))
                at = stop
        return [pieces[i] for i in bidi.visual_order([p.level for p in pieces])]

    def _direction(self, piece: TextRun) -> str:
        # In vertical lines ideographs stand; Mongolian, Latin and Arabic are shaped along the line and turned.
        if piece.stand == UPRIGHT:
            return "ttb"
        return "rtl" if piece.level % 2 else "ltr"

    def trimmed(self, start: int, end: int) -> int:
        """The end of the line without the white space that hangs over its edge, and without a dot between spaces that
        would part what now stands on two lines: ``14 April · 17:00``."""
        text, whole = self.text, len(self.text)
        while end > start and text[end - 1] in HANGING:
            end -= 1
        if end < whole and end - 2 > start and text[end - 1] in _PARTING and text[end - 2].isspace():
            end -= 1
            while end > start and text[end - 1].isspace():
                end -= 1
        return end

    def missing(self, line: ShapedLine) -> tuple[Missing, ...]:
        """What a reader would see as boxes or stray circles in a shaped line."""
        return missing_in(self.text, line.runs)


def _clipped(run: TextRun, start: int, end: int) -> TextRun:
    return TextRun(max(run.start, start), min(run.end, end), run.script, run.level, run.font, run.stand)


def prepare(text: str, style: TextStyle, fonts: FontSet, spans: Sequence[Span] = ()) -> Paragraph:
    """Itemize a text: levels, scripts, fonts, with *spans* in manners of their own. The text may hold several
    paragraphs' worth of lines; the caller decides where they end."""
    language = style.language
    if style.direction == "auto":
        known = bool(language) and script_of(language) != "Zyyy"
        base = bidi.base_level(text, is_rtl(language) if known else None)
    else:
        base = int(style.direction == "rtl")
    classes, levels = bidi.resolve_levels(text, base) if text else ((), ())
    scripts = resolve_scripts(text, script_of(language) if language else "Zyyy")
    whole = whole_spans(spans, grapheme_ends(text) if spans else (), len(text))
    runs: list[TextRun] = []
    missing: list[int] = []
    asked: dict[Font, None] = {}
    for span in whole if text else ():
        role = span.role or style.role
        weight = span.weight or style.weight or ROLE_WEIGHTS.get(role, 900)
        wanted = Wanted(fonts, role, language, weight, asked)
        found, lacking = text_runs(text, (span.start, span.end), scripts, levels, wanted)
        runs += found if span.size == 1 else [replace(run, font=run.font.at(span.size)) for run in found]
        missing += lacking
    drawn = ""
    if style.vertical:
        runs, drawn = standing(text, runs, language, grapheme_ends(text))
    return Paragraph(text, style, base, classes, levels, tuple(runs), tuple(missing), whole, drawn, tuple(asked))


def measure(start: int, end: int, runs: tuple[GlyphRun, ...]) -> ShapedLine:
    """The advance and the ink of a horizontal line, in em."""
    pen = 0.0
    left = top = float("inf")
    right = bottom = float("-inf")
    for run in runs:
        upem = run.font.upem
        extents = run.font.extents
        x = 0
        for glyph, _, x_advance, _, x_offset, y_offset in run.glyphs:
            ink_left, ink_top, ink_right, ink_bottom = extents(glyph)
            if ink_right != ink_left or ink_top != ink_bottom:
                near, far = pen + (x + x_offset + ink_left) / upem, pen + (x + x_offset + ink_right) / upem
                high, low = -(y_offset + ink_top) / upem, -(y_offset + ink_bottom) / upem
                # Not min and max: this runs for every glyph of every line.
                left = near if near < left else left
                right = far if far > right else right
                top = high if high < top else top
                bottom = low if low > bottom else bottom
            x += x_advance
        pen += x / upem
    if left > right:
        left = right = top = bottom = 0.0
    return ShapedLine(start, end, runs, pen, left, right, top, bottom)
