"""Gradients and patterns become SVG paint servers; letters that need them become paths in the points of their block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from placards.render.gradients import Gradient, stops_of
from placards.render.pdf_outlines import number, run_matrix
from placards.render.svg_path import path_data
from placards.render.tiles import copies
from placards.scene.items import PlacedRun, TextLine
from placards.values.color import Color, LinearGradient, Pattern, RadialGradient, Stop
from placards.values.geometry import IDENTITY, Matrix, Path, Segment, moved


def paint_server(name: str, paint: LinearGradient | RadialGradient | Pattern) -> str:
    """The element that other elements fill or stroke themselves with, by its name."""
    match paint:
        case LinearGradient():
            (x1, y1), (x2, y2) = paint.start, paint.end
            return _gradient("linearGradient", name, paint, {"x1": x1, "y1": y1, "x2": x2, "y2": y2})
        case RadialGradient():
            places = {"cx": paint.center.x, "cy": paint.center.y, "r": paint.radius}
            if paint.focus is not None:
                places |= {"fx": paint.focus.x, "fy": paint.focus.y}
            if paint.focus_radius:
                places |= {"fr": paint.focus_radius}
            return _gradient("radialGradient", name, paint, places)
        case Pattern():
            return _pattern(name, paint)
        case _:
            assert_never(paint)


def outlines(
    placed: PlacedRun, line: TextLine, offset: tuple[float, float] = (0.0, 0.0)
) -> Iterator[tuple[Segment, ...]]:
    """The outlines of a run's letters in the points of its block: those of plain letters together, and each layer of a
    colour glyph by itself, for it may lie in another."""
    font = placed.run.font
    matrix = run_matrix(placed, line).then(Matrix(e=offset[0], f=offset[1]))
    together: list[Segment] = []
    for glyph, x, y in placed.run.pens():
        pen = Matrix(e=x, f=y).then(matrix)
        for outline in font.silhouette(glyph):
            segments = moved(outline, pen)
            if font.has_colors:
                yield tuple(segments)
            else:
                together += segments
    if together:
        yield tuple(together)


def _gradient(kind: str, name: str, gradient: Gradient, places: dict[str, float]) -> str:
    where = " ".join([f'{key}="{number(value, 4)}"' for key, value in places.items()])
    stops = "".join(map(_stop, stops_of(gradient)))
    moved_by = _transform("gradientTransform", gradient.matrix)
    return f'<{kind} id="{name}" gradientUnits="userSpaceOnUse" {where}{moved_by}>{stops}</{kind}>'


def _stop(stop: Stop) -> str:
    opacity = f' stop-opacity="{number(stop.opacity, 4)}"' if stop.opacity < 1 else ""
    return f'<stop offset="{number(stop.at, 6)}" stop-color="{stop.color.hex}"{opacity}/>'


def _pattern(name: str, pattern: Pattern) -> str:
    tile = pattern.tile
    places = {"x": tile.x, "y": tile.y, "width": tile.width, "height": tile.height}
    where = " ".join([f'{key}="{number(value, 4)}"' for key, value in places.items()])
    # All that reaches into the tile, and a ground larger than it: no edge is drawn where tiles meet.
    figures = copies(pattern, tile)
    drawn = "".join([_drawn(Path(tuple(path), pattern.figure.fill_rule), pattern.color) for path in figures])
    if pattern.ground is not None:
        around = tile.inset(-tile.width, -tile.height, -tile.width, -tile.height)
        drawn = _drawn(Path.rect(around), pattern.ground) + drawn
    turned = _transform("patternTransform", pattern.matrix)
    return f'<pattern id="{name}" patternUnits="userSpaceOnUse" {where}{turned}>{drawn}</pattern>'


def _drawn(path: Path, color: Color) -> str:
    rule = ' fill-rule="evenodd"' if path.fill_rule == "evenodd" else ""
    return f'<path d="{path_data(path.segments, 4)}" fill="{color.hex}"{rule}/>'


def _transform(name: str, matrix: Matrix) -> str:
    return "" if matrix == IDENTITY else f' {name}="matrix({" ".join([number(v, 8) for v in matrix])})"'
