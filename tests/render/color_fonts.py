"""What the tests of colour glyphs share: small fonts of COLR version 1, runs of them, and HarfBuzz's own raster of them,
an independent drawing of the same tables."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image, ImageOps

from placards.scene.items import PlacedRun, TextBlock, TextLine
from placards.text.font import Font, FontBytes, load_font
from placards.text.runs import Glyph, GlyphRun
from placards.values.color import BLACK, Paint
from placards.values.geometry import Matrix, Point, Rect

#: The palette: red, blue, yellow, half transparent green, white.
PALETTE = [
    (0.85, 0.1, 0.0, 1.0),
    (0.0, 0.3, 0.7, 1.0),
    (1.0, 0.85, 0.0, 1.0),
    (0.0, 0.5, 0.3, 0.5),
    (1.0, 1.0, 1.0, 1.0),
]
FOREGROUND = 0xFFFF

#: Outlines in a square of 1000 units.
_SHAPES = {
    "square": [[(100, 100), (900, 100), (900, 900), (100, 900)]],
    "diamond": [[(500, 0), (1000, 500), (500, 1000), (0, 500)]],
    "frame": [[(100, 100), (100, 900), (900, 900), (900, 100)], [(300, 300), (700, 300), (700, 700), (300, 700)]],
}


def color_font(paints: Mapping[str, Any], name: str = "Own.ttf", boxed: bool = True) -> Font:
    """A font whose letters A, B, C … are painted in turn."""
    letters = [chr(ord("A") + n) for n in range(len(paints))]
    builder = FontBuilder(1000, isTTF=True)
    order = [".notdef", *letters, *_SHAPES]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(letter): letter for letter in letters})
    drawn = {}
    for glyph in order:
        pen = TTGlyphPen(None)
        for contour in _SHAPES.get(glyph, _SHAPES["square"] if len(glyph) == 1 else []):
            pen.moveTo(contour[0])
            for point in contour[1:]:
                pen.lineTo(point)
            pen.closePath()
        drawn[glyph] = pen.glyph()
        drawn[glyph].recalcBounds(None)
    builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics({name: (1000, getattr(outline, "xMin", 0)) for name, outline in drawn.items()})
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    boxes = dict.fromkeys(letters, (0, 0, 1000, 1000)) if boxed else None
    glyphs = dict(zip(letters, paints.values(), strict=True))
    builder.font["COLR"] = buildCOLR(glyphs, version=1, clipBoxes=boxes, glyphMap=builder.font.getReverseGlyphMap())
    builder.font["CPAL"] = buildCPAL([PALETTE])
    out = io.BytesIO()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.save(out)
    return load_font(FontBytes.of(out.getvalue(), name))


def set_in(font: Font, text: str, size: float, at: Point, paint: Paint = BLACK) -> TextBlock:
    """A line of a font, as the engine would set it, its baseline beginning at a point."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font.shape(buffer)
    glyphs = tuple(
        Glyph(info.codepoint, info.cluster, place.x_advance, place.y_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    run = GlyphRun(0, len(text), "Zyyy", 0, font, glyphs)
    scale = size / font.upem
    box = Rect(at.x, at.y - size, run.advance * scale, 1.3 * size)
    placed = PlacedRun(run, 0.0, size, paint, Matrix(scale, 0, 0, -scale, 0, 0))
    line = TextLine(text, 0, at, (placed,), run.advance * scale, box, size)
    return TextBlock(text, "en", 0, "slogan", "main", box, (line,))


def reference(block: TextBlock, size: tuple[int, int], scale: float) -> Image.Image:
    """The block as HarfBuzz's raster library paints it on white, a point being *scale* pixels."""
    sheet = Image.new("RGBA", size, "white")
    for line in block.lines:
        for placed in line.runs:
            for glyph, x, y in placed.run.pens():
                pen = Matrix(e=x, f=y).then(placed.matrix).then(Matrix(e=line.origin.x, f=line.origin.y))
                flipped = pen.then(Matrix(scale, 0, 0, -scale, 0, size[1]))
                paint = hb.RasterPaint()
                paint.foreground = hb.Color(0, 0, 0, 255)
                paint.transform = tuple(flipped)
                paint.extents = hb.RasterExtents(0, 0, *size, 0)
                paint.paint_glyph(placed.run.font.hb_font, glyph)
                made = paint.render()
                raw = Image.frombuffer("RGBa", size, bytes(made.buffer), "raw", "BGRa", made.extents.stride, 1)
                sheet.alpha_composite(ImageOps.flip(raw.convert("RGBA")))
    return sheet.convert("RGB")
