"""Shapes and letters with gradients, patterns, shadows and outlines become PDF operators."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from placards.render.color_glyphs import painted_glyph
from placards.render.pdf_colors import own_color
from placards.render.pdf_outlines import (
    glyph_operators,
    line_style,
    matrix_operator,
    painting_operator,
    path_operators,
    run_matrix,
)
from placards.render.pdf_pages import PdfPages
from placards.render.pdf_paints import brushes, let_through, stroke_reach
from placards.scene.bounds import line_room, united
from placards.scene.items import FillPath, Group, PlacedRun, TextBlock, TextLine, Underlay
from placards.values.color import Paint, Stroke
from placards.values.geometry import Matrix, Rect, moved


def draw_path(pages: PdfPages, item: FillPath) -> None:
    """A shape, opaque but for its paints: first filled, then stroked."""
    outline = path_operators(item.path.segments)
    box = stroke_reach(item.stroke, item.path.bounds())
    if item.paint is not None:
        how = painting_operator(True, False, item.path.fill_rule)
        with let_through(pages, item.paint, box):
            for brush in brushes(pages, item.paint, box):
                pages.operators(f"q {brush.clip}{brush.fill}{outline} {how} Q")
    if item.stroke is not None:
        style = line_style(item.stroke)
        with let_through(pages, item.stroke.paint, box):
            for brush in brushes(pages, item.stroke.paint, box):
                pages.operators(f"q {brush.clip}{brush.stroke}{style} {outline} S Q")


def draw_underlays(pages: PdfPages, block: TextBlock) -> None:
    """What lies below the letters of a block. All strokes of an underlay come before its fills: letters may cross
    themselves and each other, and only the outside of their common outline should show."""
    for underlay in block.underlays:
        stroke = underlay.stroke
        if stroke is not None and stroke.width > 0:
            _letters(pages, block, underlay, stroke.paint, stroke)
        if underlay.paint is not None:
            _letters(pages, block, underlay, underlay.paint, None)


def _letters(pages: PdfPages, block: TextBlock, underlay: Underlay, paint: Paint, stroke: Stroke | None) -> None:
    rooms = [line_room(line, underlay) for line in block.lines]
    whole = united(rooms)
    if whole is None:
        return
    with let_through(pages, paint, whole):
        for line, room in zip(block.lines, rooms, strict=True):
            if room is None:
                continue
            for brush in brushes(pages, paint, room):
                for placed in line.runs:
                    color = brush.stroke if stroke is not None else brush.fill
                    draw_outlines(pages, placed, line, f"{brush.clip}{color}", underlay.offset, stroke)


def draw_outlines(
    pages: PdfPages,
    placed: PlacedRun,
    line: TextLine,
    color: str,
    offset: tuple[float, float] = (0.0, 0.0),
    stroke: Stroke | None = None,
) -> None:
    """The outlines of a run's glyphs, moved, filled or stroked with what *color* chose."""
    matrix = run_matrix(placed, line).then(Matrix(e=offset[0], f=offset[1]))
    if stroke is not None and not matrix.keeps_shapes:  # the stroke must not be squeezed with the letters
        parts = [f"q {color}{line_style(stroke)}"]
        for glyph, x, y in placed.run.pens():
            pen = Matrix(e=x, f=y).then(matrix)
            for outline in placed.run.font.silhouette(glyph):
                parts.append(f"{path_operators(moved(outline, pen))} S")
        pages.operators("\n".join([*parts, "Q"]))
        return
    style = f"{line_style(stroke, abs(matrix.area) ** 0.5)} " if stroke is not None else ""
    parts = [f"q {color}{style}{matrix_operator(matrix, 8)}"]
    how = "f" if stroke is None else "S"
    for glyph, x, y in placed.run.pens():
        for operators in _silhouette_operators(placed, glyph):
            parts.append(f"q 1 0 0 1 {x} {y} cm {operators} {how} Q")
    pages.operators("\n".join([*parts, "Q"]))


def _silhouette_operators(placed: PlacedRun, glyph: int) -> Iterator[str]:
    font = placed.run.font
    if not font.has_colors:
        outline = glyph_operators(font, glyph)
        if outline:
            yield outline
        return
    for segments in font.silhouette(glyph):
        yield path_operators(segments, 1)


def draw_painted_run(
    pages: PdfPages, placed: PlacedRun, line: TextLine, draw_group: Callable[[PdfPages, Group], None]
) -> None:
    """A run of letters in a gradient or a pattern; what has colours of its own keeps them."""
    room = line_room(line)
    if room is None:
        return
    if placed.run.font.has_colors:
        _draw_color_run(pages, placed, line, room, draw_group)
        return
    with let_through(pages, placed.paint, room):
        for brush in brushes(pages, placed.paint, room):
            draw_outlines(pages, placed, line, f"{brush.clip}{brush.fill}")


def _draw_color_run(
    pages: PdfPages, placed: PlacedRun, line: TextLine, room: Rect, draw_group: Callable[[PdfPages, Group], None]
) -> None:
    """A glyph at a time, bottom layer first; layers without a colour take the text's paint."""
    font = placed.run.font
    space = run_matrix(placed, line)
    matrix = matrix_operator(space, 8)
    for glyph, x, y in placed.run.pens():
        if font.is_painted(glyph):
            draw_group(pages, painted_glyph(placed, glyph, Matrix(e=x, f=y).then(space)))
            continue
        for layer, rgba in font.color_layers(glyph) or ((glyph, None),):
            outline = glyph_operators(font, layer)
            if not outline:
                continue
            drawn = f"{matrix} 1 0 0 1 {x} {y} cm {outline} f Q"
            if rgba is None:
                with let_through(pages, placed.paint, room):
                    for brush in brushes(pages, placed.paint, room):
                        pages.operators(f"q {brush.clip}{brush.fill}{drawn}")
            else:
                pages.operators(f"q {own_color(pages, rgba)} {drawn}")
