"""A run gets the font features that its language asks for: so far one, ligatures off where they would eat a dot."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb

from placards.text.case import has_dotless_i
from placards.text.font import Font


@lru_cache(maxsize=1024)
def features_for(font: Font, script: str, language: str) -> dict[str, bool]:
    """OpenType features to set against the font's defaults; empty for nearly every run.

    Turkish and its relatives tell i from ı. Good fonts leave out their fi ligature there; in others it hides the dot.
    """
    if script == "Latn" and has_dotless_i(language) and not _keeps_dot(font, language):
        return {"liga": False, "clig": False}
    return {}


def _keeps_dot(font: Font, language: str) -> bool:
    """Whether f and i stay two glyphs, or share one in which the dot is still a shape of its own."""
    buffer = hb.Buffer()
    buffer.add_str("fi")
    buffer.script, buffer.direction, buffer.language = "Latn", "ltr", language
    font.shape(buffer)
    glyphs = [info.codepoint for info in buffer.glyph_infos]
    if len(glyphs) > 1:
        return True
    letters = [font.glyph(ord(letter)) for letter in "fi"]
    return _contours(font, glyphs) >= _contours(font, [glyph for glyph in letters if glyph is not None])


def _contours(font: Font, glyphs: list[int]) -> int:
    return sum(segment[0] == "M" for glyph in glyphs for segment in font.segments(glyph))
