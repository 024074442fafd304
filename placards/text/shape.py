"""A text becomes a Paragraph (itemized, levelled, with its break opportunities), and any part of it a ShapedLine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import uharfbuzz as hb

from placards.locale.language import is_rtl, parse_language, script_of
from placards.text import bidi
from placards.text.breaks import grapheme_ends, line_break_ends
from placards.text.font import Font
from placards.text.fontset import ROLE_WEIGHTS, FontSet
from placards.text.itemize import DOTTED_CIRCLE, choose_fonts, clusters_of, is_emoji, is_ignorable, join_runs
from placards.text.ligatures import features_for
from placards.text.runs import Glyph, GlyphRun, ShapedLine, TextRun
from placards.text.script import resolve_scripts

Direction = Literal["auto", "ltr", "rtl"]

SOFT_HYPHEN = "\u00ad"
_HYPHEN = 0x2010

#: Scripts that stand upright in vertical lines; the others are turned sideways (UAX #50, by script).
UPRIGHT_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo", "Yiii"})


class TextStyle(NamedTuple):
    """How a text is to be set: the font's role (or a family's name), its weight, and the writing direction."""

    language: str
    role: str = "text"
    weight: int | None = None
    direction: Direction = "auto"
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that would come out as a box (``notdef``) or with a dotted circle inserted."""

    char: str
    index: int
    kind: Literal["notdef", "dotted-circle"]

    @property
    def code_point(self) -> str:
        """The character's name for an error: ``U+0301``."""
        return f"U+{ord(self.char):04X}"


def shape_run(run: TextRun, codes: list[int], language: str, direction: str) -> GlyphRun:
    """Shape one run inside its text; *direction* is ltr, rtl or ttb. Raises FontError when the font breaks HarfBuzz."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    flags = hb.BufferFlags.DEFAULT
    if run.start == 0:
        flags |= hb.BufferFlags.BOT
    if run.end == len(codes):
        flags |= hb.BufferFlags.EOT
    buffer.flags = flags
    buffer.add_codepoints(codes, run.start, run.end - run.start)
    buffer.direction = direction
    buffer.script = run.script if run.script not in ("Zsye", "Zzzz") else "Zyyy"
    buffer.language = language
    run.font.shape(buffer, features_for(run.font, run.script, language))
    glyphs = tuple(
        Glyph(
            info.codepoint,
            info.cluster,
            position.x_advance,
            position.y_advance,
            position.x_offset,
            position.y_offset,
        )
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return GlyphRun(run.start, run.end, run.script, run.level, run.font, glyphs)


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

    @cached_property
    def codes(self) -> list[int]:
        """The text as code points."""
        return [ord(c) for c in self.text]

    @cached_property
    def hb_language(self) -> str:
        """The language as HarfBuzz and ICU take it."""
        return str(parse_language(self.style.language)) if self.style.language else "und"

    @cached_property
    def break_ends(self) -> tuple[int, ...]:
        """The indexes after which a line may end, the text's end included."""
        return line_break_ends(self.text, self.hb_language)

    @cached_property
    def cluster_ends(self) -> tuple[int, ...]:
        """The end of each grapheme cluster."""
        return grapheme_ends(self.text)

    def line(self, start: int, end: int) -> ShapedLine:
        """Shape ``text[start:end]`` as a line of its own: rules L1 and L2, glyphs shaped in the whole text's context,
        so that a word cut in two keeps its joining forms."""
        codes = self._line_codes(start, end)
        shaped = tuple(
            shape_run(piece, codes, self.hb_language, self._direction(piece)) for piece in self._pieces(start, end)
        )
        return measure_vertical(start, end, shaped, self.text) if self.style.vertical else measure(start, end, shaped)

    def _line_codes(self, start: int, end: int) -> list[int]:
        """The text's code points, with a visible hyphen where the line ends at a soft one."""
        if not (start < end < len(self.text)) or self.text[end - 1] != SOFT_HYPHEN:
            return self.codes
        font = next(run.font for run in self.runs if run.start < end <= run.end)
        hyphen = _HYPHEN if font.glyph(_HYPHEN) is not None else ord("-")
        return [*self.codes[: end - 1], hyphen, *self.codes[end:]]

    def _pieces(self, start: int, end: int) -> list[TextRun]:
        """The line's runs in visual order, split where rule L1 gives white space another level."""
        levels = bidi.line_levels(self.classes[start:end], self.levels[start:end], self.base_level)
        pieces: list[TextRun] = []
        for run in self.runs:
            at, high = max(run.start, start), min(run.end, end)
            while at < high:
                stop = at + 1
                while stop < high and levels[stop - start] == levels[at - start]:
                    stop += 1
                pieces.append(TextRun(at, stop, run.script, levels[at - start], run.font))
                at = stop
        return [pieces[i] for i in bidi.visual_order([p.level for p in pieces])]

    def _direction(self, piece: TextRun) -> str:
        # In vertical lines ideographs stand; Mongolian, Latin and Arabic are shaped along the line and turned.
        if self.style.vertical and is_upright(piece, self.text):
            return "ttb"
        return "rtl" if piece.level % 2 else "ltr"

    def trimmed(self, start: int, end: int) -> int:
        """The end of the line without the white space that hangs over its edge."""
        while end > start and self.text[end - 1] in " \t\n\r\u200b\u3000\u2028\u2029\u1680\u2003\u2002\u2009":
            end -= 1
        return end

    def missing(self, line: ShapedLine) -> tuple[Missing, ...]:
        """What a reader would see as boxes or stray circles in a shaped line."""
        out: set[Missing] = set()
        for run in line.runs:
            circle = run.font.glyph(DOTTED_CIRCLE)
            for glyph in run.glyphs:
                char = self.text[glyph.cluster]
                if glyph.id == 0 and not is_ignorable(ord(char)) and not char.isspace():
                    out.add(Missing(char, glyph.cluster, "notdef"))
                elif glyph.id == circle and circle is not None and DOTTED_CIRCLE not in self._cluster_codes(glyph):
                    out.add(Missing(char, glyph.cluster, "dotted-circle"))
        return tuple(sorted(out, key=lambda m: (m.index, m.kind)))

    def _cluster_codes(self, glyph: Glyph) -> list[int]:
        # HarfBuzz names a cluster by its first character; the circle belongs to the grapheme cluster around it.
        end = next(e for e in self.cluster_ends if e > glyph.cluster)
        start = max((e for e in self.cluster_ends if e <= glyph.cluster), default=0)
        return self.codes[start:end]


def is_upright(run: TextRun | GlyphRun, text: str) -> bool:
    """Whether a run stands upright in a vertical line."""
    first = text[run.start]
    return run.script in UPRIGHT_SCRIPTS or "\uff01" <= first <= "\uff60" or is_emoji(first)


def prepare(text: str, style: TextStyle, fonts: FontSet) -> Paragraph:
    """Itemize a text: levels, scripts, fonts. The text may hold several paragraphs' worth of lines; the caller
    decides where they end."""
    language = style.language
    if style.direction == "auto":
        known = bool(language) and script_of(language) != "Zyyy"
        base = bidi.base_level(text, is_rtl(language) if known else None)
    else:
        base = int(style.direction == "rtl")
    classes, levels = bidi.resolve_levels(text, base) if text else ((), ())
    scripts = resolve_scripts(text, script_of(language) if language else "Zyyy")
    clusters = clusters_of(text, 0, len(text), grapheme_ends(text), scripts) if text else []
    weight = style.weight or ROLE_WEIGHTS.get(style.role, 900)
    chosen = choose_fonts(text, clusters, fonts, style.role, language, weight)
    spare = next((f for f in chosen if f is not None), None)
    if spare is None and clusters:
        spare = fonts.candidates(style.role, language, "Latn", weight)[0]
    missing = tuple(c.start for c, f in zip(clusters, chosen, strict=True) if f is None)
    settled = [f or spare for f in chosen]
    keys = [is_emoji(text[c.start : c.end]) for c in clusters]
    runs = join_runs(clusters, [f for f in settled if f is not None], levels, keys)
    return Paragraph(text, style, base, tuple(classes), tuple(levels), tuple(runs), missing)


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
                left = min(left, pen + (x + x_offset + ink_left) / upem)
                right = max(right, pen + (x + x_offset + ink_right) / upem)
                top = min(top, -(y_offset + ink_top) / upem)
                bottom = max(bottom, -(y_offset + ink_bottom) / upem)
            x += x_advance
        pen += x / upem
    if left > right:
        left = right = top = bottom = 0.0
    return ShapedLine(start, end, runs, pen, left, right, top, bottom)


def sideways_shift(font: Font) -> float:
    """Font units between a sideways run's baseline and the vertical centre line (the middle of the font's height)."""
    return (font.ascender_em + font.descender_em) / 2 * font.upem


def measure_vertical(start: int, end: int, runs: tuple[GlyphRun, ...], text: str) -> ShapedLine:
    """The advance and the ink of a vertical line, in em: x from the centre line, y down from the line's top."""
    pen = 0.0
    left = top = float("inf")
    right = bottom = float("-inf")
    x0: float
    x1: float
    for run in runs:
        upem = run.font.upem
        upright = is_upright(run, text)
        shift = 0.0 if upright else sideways_shift(run.font)
        along = 0.0
        for glyph in run.glyphs:
            e = run.font.extents(glyph.id)
            if e.right != e.left or e.top != e.bottom:
                if upright:
                    x0, x1 = glyph.x_offset + e.left, glyph.x_offset + e.right
                    y0, y1 = along - glyph.y_offset - e.top, along - glyph.y_offset - e.bottom
                else:  # turned clockwise: what is right in the font is down on the page, and up is right
                    y0, y1 = along + glyph.x_offset + e.left, along + glyph.x_offset + e.right
                    x0, x1 = glyph.y_offset + e.bottom - shift, glyph.y_offset + e.top - shift
                left, right = min(left, x0 / upem), max(right, x1 / upem)
                top, bottom = min(top, pen + y0 / upem), max(bottom, pen + y1 / upem)
            along += -glyph.y_advance if upright else glyph.x_advance
        pen += along / upem
    if left > right:
        left = right = top = bottom = 0.0
    return ShapedLine(start, end, runs, pen, left, right, top, bottom)
