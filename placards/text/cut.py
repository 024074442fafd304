"""A TextRun becomes glyphs: shaped once as a whole, then cut where HarfBuzz says that shaping the parts by themselves
would give the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import uharfbuzz as hb

from placards.text.ligatures import features_for
from placards.text.runs import Glyph, GlyphRun, TextRun

#: As a plain number: an enum's & makes a new member every time, and texts are cut everywhere.
_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)

#: Scripts whose letters stand apart, so that there may be more space between them.
TRACKED_SCRIPTS = frozenset(
    "Latn Cyrl Grek Armn Geor Hebr Hani Hira Kana Hang Bopo Ethi Cher Cans Thai Laoo Lisu Yiii Vaii Tfng".split()
)

#: Spaced letters are no ligatures.
_APART = {"liga": False, "clig": False}


def shape_run(run: TextRun, codes: Sequence[int], language: str, direction: str, tracking: float = 0.0) -> GlyphRun:
    """Shape one run inside its text; *direction* is ltr, rtl or ttb, *tracking* the space after letters in em. Raises
    FontError when the font breaks HarfBuzz."""
    glyphs, _ = _shaped(run, codes, language, direction, tracking)
    return GlyphRun(run.start, run.end, run.script, run.level, run.font, glyphs, run.stand)


def _shaped(
    run: TextRun, codes: Sequence[int], language: str, direction: str, tracking: float
) -> tuple[tuple[Glyph, ...], list[hb.GlyphInfo]]:
    """The glyphs of a run, and HarfBuzz's own account of each."""
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
    in_one_em = run.stand is not None and run.stand.kind == "together"
    tracked = round(tracking * run.font.upem) if run.script in TRACKED_SCRIPTS and not in_one_em else 0
    features = features_for(run.font, run.script, language)
    run.font.shape(buffer, {**features, **_APART} if tracked else features)
    infos = buffer.glyph_infos
    glyphs = []
    for info, position in zip(infos, buffer.glyph_positions, strict=True):
        x_offset, y_offset, x_advance, y_advance = position.position
        if tracked and x_advance > 0:
            x_advance += tracked
        if tracked and y_advance < 0:  # downwards
            y_advance -= tracked
        glyphs.append(Glyph(info.codepoint, info.cluster, x_advance, y_advance, x_offset, y_offset))
    return tuple(glyphs), infos


class WholeRun:
    """The glyphs of a whole horizontal run, and where it may be cut without shaping the parts again."""

    __slots__ = ("_clusters", "_glyphs", "_infos", "_rtl", "run")

    def __init__(self, run: TextRun, codes: Sequence[int], language: str, tracking: float = 0.0) -> None:
        self.run = run
        self._rtl = run.level % 2 == 1
        self._glyphs, self._infos = _shaped(run, codes, language, "rtl" if self._rtl else "ltr", tracking)
        self._clusters = [glyph.cluster for glyph in self._glyphs]
        if self._rtl:
            self._clusters.reverse()

    @property
    def largest_ink_em(self) -> float:
        """The longer side of the largest glyph's ink."""
        inks = [self.run.font.extents(glyph) for glyph in {glyph.id for glyph in self._glyphs}]
        sides = [max(ink.right - ink.left, ink.top - ink.bottom) for ink in inks]
        return max(sides, default=0) / self.run.font.upem

    def can_cut(self, at: int) -> bool:
        """Whether the glyphs on both sides of *at* would be the same if each side were shaped by itself."""
        if at <= self.run.start or at >= self.run.end:
            return True
        index = bisect_left(self._clusters, at)
        if index == len(self._clusters) or self._clusters[index] != at:
            return False  # inside a ligature
        info = self._infos[-1 - index if self._rtl else index]
        return not int.__and__(info.flags, _UNSAFE)

    def part(self, piece: TextRun) -> GlyphRun | None:
        """The glyphs of a part of the run; None where they cannot be cut out."""
        if piece.level != self.run.level or not (self.can_cut(piece.start) and self.can_cut(piece.end)):
            return None
        glyphs = self._glyphs
        if piece.start > self.run.start or piece.end < self.run.end:
            low, high = bisect_left(self._clusters, piece.start), bisect_left(self._clusters, piece.end)
            glyphs = glyphs[len(glyphs) - high : len(glyphs) - low] if self._rtl else glyphs[low:high]
        return GlyphRun(piece.start, piece.end, piece.script, piece.level, piece.font, glyphs, piece.stand)
