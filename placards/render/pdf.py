"""Scenes become one PDF: outlines and pictures drawn, the text in an invisible layer, a page per scene."""

from __future__ import annotations

from collections.abc import Sequence

from placards.problems.errors import InputError
from placards.render.glyphless import add_glyphless_font
from placards.render.pdf_outlines import glyph_operators, glyph_positions, number, path_operators, run_placement
from placards.render.pdf_pictures import add_picture
from placards.render.reportlab_canvas import PrintCanvas
from placards.render.text_layer import TextLayer
from placards.scene.items import FillPath, Group, Item, Metadata, Picture, PlacedRun, Scene, TextBlock, TextLine
from placards.values.color import Color, Paint
from placards.values.geometry import Matrix, Path


def render_pdf(scenes: Sequence[Scene]) -> bytes:
    """The scenes as a PDF of one page each; the document's metadata are the first scene's."""
    if not scenes:
        raise InputError("there is no page to write", remedy="Give at least one scene")
    canvas = PrintCanvas(scenes[0].metadata.language)
    _describe(canvas, scenes[0].metadata)
    layer = TextLayer(scenes)
    for scene in scenes:
        _draw_page(canvas, layer, scene)
    add_glyphless_font(canvas, layer)
    return canvas.finish()


def _describe(canvas: PrintCanvas, metadata: Metadata) -> None:
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setKeywords(", ".join(metadata.keywords))


def _draw_page(canvas: PrintCanvas, layer: TextLayer, scene: Scene) -> None:
    """Boxes, then the drawing with y flipped, then its text."""
    (width, height), bleed = scene.trim, scene.bleed
    trim = (bleed, bleed, bleed + width, bleed + height)
    media = (width + 2 * bleed, height + 2 * bleed)
    canvas.set_boxes(media, trim, (0, 0, *media) if bleed else None)
    flip = Matrix(1, 0, 0, -1, bleed, bleed + height)
    canvas.operators(f"q {_cm(flip)}")
    _draw_items(canvas, scene.items)
    canvas.operators("Q")
    text = layer.page_operators(scene.items, flip)
    if text:
        canvas.operators(text)
    canvas.showPage()


def _draw_items(canvas: PrintCanvas, items: Sequence[Item]) -> None:
    for item in items:
        match item:
            case FillPath():
                canvas.operators(f"{fill_color(item.paint)} {_path(item.path)} f")
            case TextBlock():
                _draw_block(canvas, item)
            case Picture():
                box = item.box
                name = canvas.use_picture(add_picture(canvas, item.data))
                placed = Matrix(box.width, 0, 0, -box.height, box.x, box.y + box.height)
                canvas.operators(f"q {_cm(placed)} /{name} Do Q")
            case Group():
                clip = f" {_path(item.clip)} W n" if item.clip is not None else ""
                canvas.operators(f"q {_cm(item.transform)}{clip}")
                _draw_items(canvas, item.items)
                canvas.operators("Q")
            case _:
                raise TypeError(f"the PDF renderer does not know {type(item).__name__}")


def _draw_block(canvas: PrintCanvas, block: TextBlock) -> None:
    for line in block.lines:
        for placed in line.runs:
            if placed.run.font.has_color_layers:
                _draw_color_run(canvas, placed, line, block.vertical)
            else:
                _draw_run(canvas, placed, line, block.vertical)


def _draw_run(canvas: PrintCanvas, placed: PlacedRun, line: TextLine, vertical: bool) -> None:
    """All glyphs under one matrix, so that equal glyphs are equal bytes and Flate finds them."""
    parts = [f"q {fill_color(placed.paint)} {_cm(run_placement(placed, line, vertical), 8)}"]
    font = placed.run.font
    for glyph, x, y in glyph_positions(placed):
        outline = glyph_operators(font, glyph)
        if outline:
            parts.append(f"q 1 0 0 1 {x} {y} cm {outline} f Q")
    parts.append("Q")
    canvas.operators("\n".join(parts))


def _draw_color_run(canvas: PrintCanvas, placed: PlacedRun, line: TextLine, vertical: bool) -> None:
    """Glyphs that may have colour layers, bottom layer first; layers without a colour take the text's."""
    font = placed.run.font
    canvas.operators(f"q {_cm(run_placement(placed, line, vertical), 8)}")
    for glyph, x, y in glyph_positions(placed):
        for layer_glyph, rgba in font.color_layers(glyph) or ((glyph, None),):
            outline = glyph_operators(font, layer_glyph)
            if not outline:
                continue
            if rgba is None:
                paint, alpha = placed.paint, 255
            else:
                paint, alpha = Color((rgba[0] / 255, rgba[1] / 255, rgba[2] / 255)), rgba[3]
            canvas.saveState()
            if alpha < 255:
                canvas.setFillAlpha(round(alpha / 255, 3))
            canvas.operators(f"{fill_color(paint)} 1 0 0 1 {x} {y} cm {outline} f")
            canvas.restoreState()
    canvas.operators("Q")


def fill_color(paint: Paint) -> str:
    """The operators that make *paint* the fill colour: here, and only here, is chosen which ink of a colour is used."""
    if not isinstance(paint, Color):
        raise TypeError(f"the PDF renderer does not know the paint {type(paint).__name__}")
    return " ".join(number(v, 4) for v in paint.rgb) + " rg"


def _path(path: Path) -> str:
    return path_operators(path.segments, 3)


def _cm(matrix: Sequence[float], decimals: int = 4) -> str:
    return " ".join([number(v, decimals) for v in matrix]) + " cm"
