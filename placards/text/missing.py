"""The glyph runs of a line become the list of what a reader would see as boxes or stray dotted circles."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from placards.frozen import dataclass
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
    out: dict[int, Missing] = {}
    for run in runs:
        inserted, name = _inserted_circles(text, run, offset), run.font.name
        for glyph in run.glyphs:
            at = glyph.cluster - offset
            if glyph.id and not inserted and at > 0 and text[at - 1 : at] != "\n":
                continue  # as nearly all are
            char = text[at] if 0 <= at < len(text) else ""
            if not char or char.isspace():
                continue
            if glyph.id == 0 and not is_ignorable(ord(char)):
                out[at] = Missing(char, glyph.cluster, "notdef", name)
            elif glyph in inserted:
                out[at] = Missing(char, glyph.cluster, "dotted-circle", name)
            elif is_stray(text, at):
                out.setdefault(at, Missing(char, glyph.cluster, "stray-mark", name))
    return tuple(out[at] for at in sorted(out))


def _inserted_circles(text: str, run: GlyphRun, offset: int) -> frozenset[Glyph]:
    """The dotted circles of a run that nobody typed: the shaper puts one in for a mark without its letter."""
    circle = run.font.glyph(DOTTED_CIRCLE)
    circles = [glyph for glyph in run.glyphs if glyph.id == circle] if circle is not None else []
    if not circles:
        return frozenset()
    typed = text[run.start - offset : run.end - offset].count(_CIRCLE)
    if len(circles) <= typed:
        return frozenset()
    return frozenset([g for g in circles if text[g.cluster - offset] != _CIRCLE] or circles[typed:])


def is_stray(text: str, index: int) -> bool:
    """Whether a mark begins a line, where no letter and no space can carry it: it would stand past the line's edge."""
    begins = index == 0 or text[index - 1] == "\n"
    return begins and is_mark(text[index])


def is_mark(char: str) -> bool:
    """Whether the character is drawn over or under the one before it."""
    return unicodedata.category(char) in ("Mn", "Me") and not is_ignorable(ord(char))
