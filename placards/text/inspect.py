"""A text becomes the object that `placards shape --json` prints: lines, runs and glyphs as the engine makes them.

Runs and glyphs stand in visual order; positions are font units, y up; ``cluster``, ``start`` and ``end`` are indexes
into the whole text.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from placards.problems.errors import TextError
from placards.text.breaks import paragraphs
from placards.text.clean import refuse
from placards.text.font_files import describe_font_file
from placards.text.fontset import Family, FontSet, shipped_fonts
from placards.text.runs import GlyphRun, ShapedLine
from placards.text.shape import Direction, Paragraph, TextStyle, prepare


def inspect_text(
    text: str,
    language: str,
    *,
    font: Path | None = None,
    direction: Direction = "auto",
    role: str = "text",
    vertical: bool = False,
    fonts: FontSet | None = None,
) -> dict[str, Any]:
    """Shape a text, one line per paragraph, without changing it; raises a PlacardsError where it cannot be set.

    *font* is a file to try first; what it lacks comes from *fonts* (the shipped ones). Runs of *vertical* lines say how
    they stand: ``upright``, ``turned`` or ``together``, and with which characters they are ``drawn``.
    """
    if not text:
        raise TextError("text-empty", code="empty")
    refuse(text.translate(_ALLOWED))
    fonts = fonts or shipped_fonts()
    style = TextStyle(language, role, direction=direction, vertical=vertical)
    if font is not None:
        family = _family(font)
        fonts = FontSet((family, *fonts.families), fonts.preferences)
        style = style._replace(role=family.name, weight=family.files[0].weight)
    lines: list[dict[str, Any]] = []
    missing: list[dict[str, Any]] = []
    base = 0
    for start, end in paragraphs(text):
        paragraph = prepare(text[start:end], style, fonts)
        base = paragraph.base_level if not lines else base
        shaped = paragraph.line(0, end - start)
        runs = [_run(run, start) | _standing(run, paragraph) for run in shaped.runs]
        lines.append({"text": text[start:end], "start": start, "end": end, "runs": runs})
        missing.extend(_missing(paragraph, shaped, start))
    return {
        "text": text,
        "language": language,
        "base_direction": "rtl" if base else "ltr",
        "lines": lines,
        "missing": missing,
    }


def _family(font: Path) -> Family:
    """A font file described once for all the lines that are set with it, and anew when the file has changed."""
    try:
        state = font.stat()
    except OSError:
        return describe_font_file(font)  # says what is wrong
    return _described(font, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _described(font: Path, changed: int, size: int) -> Family:
    return describe_font_file(font)


#: Paragraph separators and tabs may stay in a text that is only looked at.
_ALLOWED = dict.fromkeys(map(ord, "\t\r\v\f\x1c\x1d\x1e\x1f\x85"), "\n")


def _run(run: GlyphRun, offset: int) -> dict[str, Any]:
    return {
        "start": run.start + offset,
        "end": run.end + offset,
        "script": run.script,
        "level": run.level,
        "font": str(run.font.path),
        "variations": dict(run.font.variations),
        "upem": run.font.upem,
        "glyphs": [
            {
                "id": glyph.id,
                "cluster": glyph.cluster + offset,
                "x_advance": glyph.x_advance,
                "y_advance": glyph.y_advance,
                "x_offset": glyph.x_offset,
                "y_offset": glyph.y_offset,
            }
            for glyph in run.glyphs
        ],
    }


def _standing(run: GlyphRun, paragraph: Paragraph) -> dict[str, str]:
    """What only the runs of vertical lines have to say."""
    if run.stand is None:
        return {}
    return {"stand": run.stand.kind, "drawn": paragraph.drawn[run.start : run.end]}


def _missing(paragraph: Paragraph, line: ShapedLine, offset: int) -> list[dict[str, Any]]:
    return [
        {"char": found.char, "code_point": found.code_point, "index": found.index + offset}
        for found in paragraph.missing(line)
    ]
