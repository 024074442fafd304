"""What a font has only as a picture is as good as missing: no output would show it."""

from __future__ import annotations

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.S_V_G_ import SVGDocument

from placards.scene.glyphs import missing_glyphs
from placards.text.font import FontBytes, load_font
from placards.values.geometry import Point
from tests.render.color_fonts import set_in


def picture_font() -> FontBytes:
    """A is an outline, B an SVG picture, C both, and D nothing."""
    builder = FontBuilder(1000, isTTF=True)
    order = [".notdef", "A", "B", "C", "D"]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): letter for letter in order[1:]})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((500, 500))
    pen.closePath()
    outline, empty = pen.glyph(), TTGlyphPen(None).glyph()
    builder.setupGlyf({name: outline if name in ("A", "C", ".notdef") else empty for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (600, 0)))
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    table = builder.font["SVG "] = newTable("SVG ")
    table.docList = [
        SVGDocument(f'<svg xmlns="http://www.w3.org/2000/svg"><g id="glyph{n}"/></svg>', n, n, False) for n in (2, 3)
    ]
    out = io.BytesIO()
    builder.save(out)
    return FontBytes.of(out.getvalue(), "Own.ttf")


def test_a_picture_is_no_glyph() -> None:
    block = set_in(load_font(picture_font()), "ABCD", 20, Point(0, 20))
    assert [(found.char, found.font, found.boxed) for found in missing_glyphs(block)] == [("B", "Own.ttf", True)]
