"""What the tests of text/ share: set a text with the shipped fonts, and read a line back from left to right."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from placards.text.fontset import shipped_fonts
from placards.text.runs import GlyphRun, ShapedLine, TextRun
from placards.text.shape import Paragraph, TextStyle, prepare

DATA = Path(__file__).parent.parent / "data"
DOTTED_CIRCLE = 0x25CC


def json_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def set_text(text: str, language: str, role: str = "text", **style: Any) -> tuple[Paragraph, ShapedLine]:
    """A text as one line."""
    paragraph = prepare(text, TextStyle(language, role, **style), shipped_fonts())
    return paragraph, paragraph.line(0, len(text))


def glyphs_of(line: ShapedLine) -> list[tuple[int, int, int, int, int]]:
    """``(id, x_advance, y_advance, x_offset, y_offset)`` of a line's glyphs, left to right."""
    return [(g.id, g.x_advance, g.y_advance, g.x_offset, g.y_offset) for run in line.runs for g in run.glyphs]


def names_of(line: ShapedLine) -> list[str]:
    """The glyphs' names in the font, in logical order."""
    named = [
        (g.cluster, i, run.font.hb_font.get_glyph_name(g.id)) for run in line.runs for i, g in enumerate(run.glyphs)
    ]
    return [name for _, _, name in sorted(named)]


def drawn_order(line: ShapedLine) -> list[int]:
    """The text indexes of a line's glyphs from left to right, each once."""
    return list(dict.fromkeys(g.cluster for run in line.runs for g in run.glyphs))


def visual(text: str, line: ShapedLine) -> str:
    """The characters as they are drawn, left to right; those inside a ligature follow its first one."""
    order = drawn_order(line)
    starts = sorted(order)
    rtl = {g.cluster: run.level % 2 for run in line.runs for g in run.glyphs}
    out = []
    for start in order:
        end = next((s for s in starts if s > start), line.end)
        part = text[start:end]
        out.append(part[::-1] if rtl[start] else part)
    return "".join(out)


@cache
def face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


def harfbuzz(text: str, run: TextRun | GlyphRun, language: str, direction: str | None = None) -> list[tuple[int, ...]]:
    """HarfBuzz's own answer for ``text[run.start:run.end]`` inside the whole text, built here from the file.

    One entry per glyph: id, cluster, advances, offsets.
    """
    font = hb.Font(face(run.font.path))
    font.set_variations(dict(run.font.variations))
    if run.font.embolden:
        from placards.text.font import SYNTHETIC_BOLD_EM

        font.synthetic_bold = (SYNTHETIC_BOLD_EM, SYNTHETIC_BOLD_EM, True)
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(char) for char in text], run.start, run.end - run.start)
    buffer.direction = direction or ("rtl" if run.level % 2 else "ltr")
    buffer.script = run.script
    buffer.language = language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    at_start = hb.BufferFlags.BOT if run.start == 0 else hb.BufferFlags.DEFAULT
    buffer.flags = at_start | (hb.BufferFlags.EOT if run.end == len(text) else hb.BufferFlags.DEFAULT)
    hb.shape(font, buffer)
    return [
        (i.codepoint, i.cluster, p.x_advance, p.y_advance, p.x_offset, p.y_offset)
        for i, p in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def ours(run: GlyphRun) -> list[tuple[int, ...]]:
    """A run's glyphs as `harfbuzz` writes them."""
    return [(g.id, g.cluster, g.x_advance, g.y_advance, g.x_offset, g.y_offset) for g in run.glyphs]


def draws(run: GlyphRun, code_point: int) -> bool:
    """Whether one of the run's glyphs is the nominal glyph of a code point."""
    glyph = face(run.font.path) and run.font.glyph(code_point)
    return glyph is not None and any(g.id == glyph for g in run.glyphs)


def has_circle(line: ShapedLine) -> bool:
    return any(draws(run, DOTTED_CIRCLE) for run in line.runs)


def is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
