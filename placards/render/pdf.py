"""Scenes become one PDF: outlines and pictures drawn, the text in an invisible layer, a page per scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from placards.problems.errors import InputError
from placards.render.accessible import make_accessible
from placards.render.glyphless import add_glyphless_font
from placards.render.marked import closed_layer, figure, figures_together, opened_layer
from placards.render.options import RenderOptions
from placards.render.pdf_colors import fill_color, own_color, stroke_color
from placards.render.pdf_outlines import (
    glyph_operators,
    line_style,
    matrix_operator,
    painting_operator,
    path_operators,
    run_matrix,
)
from placards.render.pdf_pages import PdfPages
from placards.render.plain import is_plain
from placards.render.structure import ARTEFACT, END, Structure
from placards.render.text_layer import TextLayer, placed_blocks
from placards.scene.bounds import shown
from placards.scene.items import FillPath, Group, Item, Metadata, Picture, PlacedRun, Scene, TextBlock, TextLine
from placards.values.geometry import Matrix, Rect
from placards.values.profile import HOME

if TYPE_CHECKING:
    from placards.render.pdf_inks import PressInks

#: What a sheet is called that has neither words nor a name.
_UNTITLED = "placards"


def render_pdf(scenes: Sequence[Scene], options: RenderOptions | None = None) -> bytes:
    """The scenes as a PDF of one page each; the document's metadata are the first scene's. What is not for a press has
    a structure, and is PDF/A-2a and PDF/UA-1. Raises InputError for no scene, and for what a PDF cannot show."""
    if not scenes:
        raise InputError("render-no-page")
    metadata, inks = _titled(scenes[0].metadata), _inks(options)
    profile = options.profile if options is not None else HOME
    if options is not None and profile.is_press:
        from placards.render.pdf_press import press_pages  # most sheets are for screens and office printers

        pages = press_pages(metadata, options, inks)
    else:
        pages = PdfPages(metadata.language, profile=profile, inks=inks)
    _describe(pages, metadata)
    layer = TextLayer()
    structure = None if pages.profile.is_press else Structure(metadata.language)
    for scene in scenes:
        _draw_page(pages, layer, scene, structure)
    add_glyphless_font(pages, layer)
    if structure is not None:
        make_accessible(pages, structure, metadata)
    return pages.finish()


def _inks(options: RenderOptions | None) -> PressInks | None:
    if options is None or options.profile.inks == "rgb":
        return None
    from placards.render.pdf_inks import PressInks  # most files are for screens and office printers

    return PressInks(options.profile, options.separate)


def render_drawing(scene: Scene) -> bytes:
    """The scene's page to be made an image of: the same drawing, not packed, without the text that no image shows."""
    pages = PdfPages(scene.metadata.language, packed=False)
    _draw_page(pages, None, scene)
    return pages.finish()


def _titled(metadata: Metadata) -> Metadata:
    """With a title, which PDF/UA wants of every file."""
    return metadata if metadata.title.strip() else replace(metadata, title=_UNTITLED)


def _describe(pages: PdfPages, metadata: Metadata) -> None:
    pages.describe(
        Title=metadata.title, Author=metadata.author, Subject=metadata.subject, Keywords=", ".join(metadata.keywords)
    )


def _draw_page(pages: PdfPages, layer: TextLayer | None, scene: Scene, structure: Structure | None = None) -> None:
    """Boxes, then the drawing with y flipped, then its text."""
    (width, height), room = scene.trim, scene.room
    edge = scene.bleed + room
    trim = (edge, edge, edge + width, edge + height)
    media = (width + 2 * edge, height + 2 * edge)
    # Without a BleedBox, the paper's edge would count as that of the bleed.
    bleed = (room, room, media[0] - room, media[1] - room) if edge or pages.profile.is_press else None
    pages.set_boxes(media, trim, bleed)
    if pages.inks is not None:
        pages.inks.begin_page()
    flip = Matrix(1, 0, 0, -1, edge, edge + height)
    pages.space = flip
    blocks = list(placed_blocks(scene.items, flip)) if layer is not None else []
    page = structure.begin_page([block for block, _ in blocks]) if structure is not None else None
    pages.structure = page
    pages.operators(f"{ARTEFACT} q" if page is not None else "q")
    pages.operators(matrix_operator(flip))
    _draw_items(pages, scene.items)
    pages.operators("Q" if page is None else f"Q {END}")
    if layer is not None:
        text = layer.page_operators(blocks, Rect(*trim[:2], width, height), page.block if page is not None else None)
        if text:
            pages.operators(text)
    if structure is not None:
        pages.declare_page(StructParents=structure.number, Tabs=b"/S")
    pages.end_page()


def _draw_items(pages: PdfPages, items: Sequence[Item]) -> None:
    for item in items:
        match item:
            case FillPath():
                _draw_path(pages, item)
            case TextBlock():
                _draw_block(pages, item)
            case Picture():
                with figure(pages, item):
                    _draw_picture(pages, item)
            case Group() if item.alt:
                with figure(pages, item):
                    _draw_group(pages, item)
            case Group():
                _draw_group(pages, item)
            case _:
                assert_never(item)


def _draw_picture(pages: PdfPages, item: Picture) -> None:
    from placards.render.pdf_pictures import add_picture  # most sheets have no picture

    box = item.box
    placed = Matrix(box.width, 0, 0, -box.height, box.x, box.y + box.height)
    if pages.inks is not None:
        pages.inks.picture_at(pages, box)
    pages.operators(f"q {matrix_operator(placed)} /{add_picture(pages, item)} Do Q")


def _draw_path(pages: PdfPages, item: FillPath) -> None:
    colors = []
    if item.paint is not None:
        if not is_plain(item.paint):
            _draw_painted_path(pages, item)
            return
        colors.append(fill_color(pages, item.paint))
    if item.stroke is not None:
        if not is_plain(item.stroke.paint):
            _draw_painted_path(pages, item)
            return
        colors.append(f"{stroke_color(pages, item.stroke.paint)} {line_style(item.stroke)}")
    paint = painting_operator(item.paint is not None, item.stroke is not None, item.path.fill_rule)
    operators = " ".join([*colors, path_operators(item.path.segments), paint])
    if item.stroke is None and item.opacity == 1:
        pages.operators(operators)  # no q: the next shape sets its own colour
    elif len(colors) < 2 or item.opacity == 1:
        opacity = f"{pages.use_opacity(item.opacity)} " if item.opacity < 1 else ""
        pages.operators(f"q {opacity}{operators} Q")
    else:  # the stroke covers half of the fill: together they let the ground through once
        _draw_together(pages, (replace(item, opacity=1.0),), item.opacity)


def _draw_painted_path(pages: PdfPages, item: FillPath) -> None:
    from placards.render.pdf_shapes import draw_path  # most sheets have plain colours alone

    if item.opacity < 1:
        _draw_together(pages, (replace(item, opacity=1.0),), item.opacity)
    else:
        draw_path(pages, item)


def _draw_group(pages: PdfPages, group: Group) -> None:
    if group.clip is not None and not group.clip.segments and pages.profile != HOME:
        return  # it hides all; `placards.press` leaves texts there that readers should find
    layer = group.layer if pages.profile.layers else None
    if layer:
        pages.operators(opened_layer(pages, layer, group.step))
    clip = ""
    if group.clip is not None:
        rule = "W*" if group.clip.fill_rule == "evenodd" else "W"
        # A path without segments is no path to PDF; it hides all, as it does in SVG.
        clip = f" {path_operators(group.clip.segments) or '0 0 m h'} {rule} n"
    over = f" {pages.use_overprint()}" if group.overprint else ""
    pages.operators(f"q {matrix_operator(group.transform, 6)}{clip}{over}")
    outer = pages.space
    pages.space = group.transform.then(outer)
    if group.together and pages.profile.transparency:
        # PDFium draws a group as one only where it lets the ground through, mixes, or is isolated. Without transparency
        # a trace of what is hidden shows at a clip's edge, on screens alone: presses have no half pixels.
        _draw_together(pages, group.items, group.opacity, group.blend, isolated=True)
    elif group.opacity < 1 or group.blend != "normal" or _is_mixed(group.items):
        _draw_together(pages, group.items, group.opacity, group.blend)
    else:
        pages.repeat(group.items, lambda: _draw_items(pages, group.items))
    pages.space = outer
    pages.operators("Q")
    if layer:
        pages.operators(closed_layer(pages))


def _is_mixed(items: Sequence[Item]) -> bool:
    """Whether some of the items mix with those below them, which must be none but these."""
    return any(isinstance(item, Group) and item.blend != "normal" for item in items)


def _draw_together(
    pages: PdfPages, items: Sequence[Item], opacity: float, blend: str = "normal", *, isolated: bool = False
) -> None:
    boxes = [box for box in map(shown, items) if box is not None]
    if not boxes:
        return
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    with figures_together(pages, items):
        with pages.form((left - 1, top - 1, right + 1, bottom + 1), isolated=isolated or _is_mixed(items)) as form:
            _draw_items(pages, items)
        how = [pages.use_opacity(opacity)] if opacity < 1 else []
        if blend != "normal":
            how.append(pages.use_blend(blend))
        pages.operators(" ".join(["q", *how, pages.use_form(form), "Q"]))


def _draw_block(pages: PdfPages, block: TextBlock) -> None:
    if block.underlays:
        from placards.render.pdf_shapes import draw_underlays  # most letters have none

        draw_underlays(pages, block)
    for line in block.lines:
        for placed in line.runs:
            paint = placed.paint
            if not is_plain(paint):
                from placards.render.pdf_shapes import draw_painted_run

                draw_painted_run(pages, placed, line, _draw_group)
            elif placed.run.font.has_colors:
                _draw_color_run(pages, placed, line, fill_color(pages, paint))
            else:
                color = fill_color(pages, paint)
                if pages.inks is not None and not block.underlays:
                    color = f"{pages.inks.overprint(pages, paint, shown(block, pages.space))}{color}"
                _draw_run(pages, placed, line, color)


def _draw_run(pages: PdfPages, placed: PlacedRun, line: TextLine, color: str) -> None:
    """All glyphs under one matrix, so that equal glyphs are equal bytes and Flate finds them."""
    parts = [f"q {color} {matrix_operator(run_matrix(placed, line), 8)}"]
    font = placed.run.font
    for glyph, x, y in placed.run.pens():
        outline = glyph_operators(font, glyph)
        if outline:
            parts.append(f"q 1 0 0 1 {x} {y} cm {outline} f Q")
    parts.append("Q")
    pages.operators("\n".join(parts))


def _draw_color_run(pages: PdfPages, placed: PlacedRun, line: TextLine, color: str) -> None:
    """Glyphs that may have colour layers, bottom layer first; layers without a colour take the text's."""
    font = placed.run.font
    matrix = run_matrix(placed, line)
    pages.operators(f"q {matrix_operator(matrix, 8)}")
    for glyph, x, y in placed.run.pens():
        if font.is_painted(glyph):
            from placards.render.color_glyphs import painted_glyph  # fonts of COLR version 1 are people's own

            pages.operators("Q")
            _draw_group(pages, painted_glyph(placed, glyph, Matrix(e=x, f=y).then(matrix)))
            pages.operators(f"q {matrix_operator(matrix, 8)}")
            continue
        for layer_glyph, rgba in font.color_layers(glyph) or ((glyph, None),):
            outline = glyph_operators(font, layer_glyph)
            if outline:
                own = color if rgba is None else own_color(pages, rgba)
                pages.operators(f"q {own} 1 0 0 1 {x} {y} cm {outline} f Q")
    pages.operators("Q")


def draw_items(pages: PdfPages, items: Sequence[Item]) -> None:
    """Draw items on a page that is put together otherwise than from one Scene; `PdfPages.space` says where they are."""
    _draw_items(pages, items)
