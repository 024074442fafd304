"""The text layer's font, seen by fontTools."""

from __future__ import annotations

import io
import logging
from dataclasses import replace

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from placards.render.formats import render
from placards.render.glyphless import font_program, to_unicode
from placards.render.pdf import render_pdf
from placards.values.geometry import Rect
from tests.render.building import block, scene


def test_the_program_is_a_font(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        font = TTFont(io.BytesIO(font_program([0, 500, 2, 1200])), checkChecksums=2)
        tables = [font[tag] for tag in font.keys() if tag != "GlyphOrder"]  # noqa: SIM118 - a font is no mapping
    assert len(tables) == 6
    assert not [record for record in caplog.records if "timestamp" not in record.message]
    assert [font["hmtx"][name][0] for name in font.getGlyphOrder()] == [0, 500, 2, 1200]


def test_no_glyph_encloses_anything() -> None:
    font = TTFont(io.BytesIO(font_program([0, 500])))
    glyphs = [font["glyf"][name] for name in font.getGlyphOrder()]
    assert [glyph.numberOfContours for glyph in glyphs] == [0, 1]
    assert len(glyphs[1].coordinates) == 2


def test_many_glyphs_need_long_offsets() -> None:
    font = TTFont(io.BytesIO(font_program([0, *[500] * 6000])))
    assert font["head"].indexToLocFormat == 1
    assert font["glyf"][font.getGlyphOrder()[-1]].xMax == 500


def test_to_unicode_writes_characters_beyond_the_bmp() -> None:
    cmap = to_unicode([("a", 500), ("🌍", 1000), ("\u200e-", 300)]).decode()
    assert "<0002> <D83CDF0D>" in cmap
    assert "<0003> <200E002D>" in cmap


@pytest.mark.parametrize("advance", [40_000, 10**6, 2**31 - 1, -5000])
def test_a_font_with_huge_advances(advance: int) -> None:  # defects.md 23
    made = block("AB", "en", Rect(0, 0, 90, 90))
    (line,) = made.lines
    (placed,) = line.runs
    first, second = placed.run.glyphs
    run = replace(placed.run, glyphs=(first._replace(x_advance=advance), second))
    wide = replace(made, lines=(replace(line, runs=(replace(placed, run=run),)),))
    pdf = render_pdf([scene(wide)])
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    assert "A" in text.get_text_range()
    for opened in (text, page, document):
        opened.close()
    assert render([scene(wide)], ".png")
