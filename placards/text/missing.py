"""The glyph runs of a line become the list of what a reader would see as boxes or stray dotted circles."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from placards.text.itemize import DOTTED_CIRCLE, is_ignorable
from placards.text.runs import Glyph, GlyphRun

_CIRCLE = chr(DOTTED_CIRCLE)


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that would come out as a box (``notdef``), with a dotted circle inserted, or, a mark that has no
    letter to stand on, beside its place (``stray-mark``)."""

    char: str
    index: int
    kind: Literal["notdef", "dotted-circle", "stray-mark"]
    font: str = ""  # the file's name

    @property
    def code_point(self) -> str:
        """The character's name for an error: ``U+0301``."""
        return f"U+{ord(self.char):04X}"


def missing_in(text: str, runs: Sequence[GlyphRun], offset: int = 0) -> tuple[Missing, ...]:
    """What is missing in the runs of a line, in logical order; the clusters count from *offset* before ``text``."""
    out: set[Missing] = set()
    for run in runs:
        stray = _inserted_circles(text, run, offset)
        for glyph in run.glyphs:
            at = glyph.cluster - offset
            char = text[at] if 0 <= at < len(text) else ""
            if not char or char.isspace():
                continue
            if glyph.id == 0 and not is_ignorable(ord(char)):
                out.add(Missing(char, glyph.cluster, "notdef", run.font.path.name))
            elif glyph in stray:
                out.add(Missing(char, glyph.cluster, "dotted-circle", run.font.path.name))
            elif is_stray(text, at):
                out.add(Missing(char, glyph.cluster, "stray-mark", run.font.path.name))
    return tuple(sorted(out, key=lambda found: (found.index, found.kind)))


def _inserted_circles(text: str, run: GlyphRun, offset: int) -> list[Glyph]:
    """The dotted circles of a run that nobody typed: the shaper puts one in for a mark without its letter."""
    circle = run.font.glyph(DOTTED_CIRCLE)
    circles = [glyph for glyph in run.glyphs if glyph.id == circle] if circle is not None else []
    if not circles:
        return []
    typed = text[run.start - offset : run.end - offset].count(_CIRCLE)
    if len(circles) <= typed:
        return []
    return [glyph for glyph in circles if text[glyph.cluster - offset] != _CIRCLE] or circles[typed:]


def is_stray(text: str, index: int) -> bool:
    """Whether a mark stands where no letter before it could carry it: at a text's or a line's start."""
    if unicodedata.category(text[index]) not in ("Mn", "Me") or is_ignorable(ord(text[index])):
        return False
    before = text[index - 1] if index else "\n"
    return before == "\n" or (before.isspace() and before != "\u00a0")
