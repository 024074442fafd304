"""Gradients and patterns become PDF patterns and soft masks, and the operators that paint with them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple, assert_never

from placards.render.gradients import (
    Gradient,
    Piece,
    area,
    colors_of,
    is_opaque,
    opacity_of,
    part,
    pieces,
    stops_of,
)
from placards.render.pdf_colors import fill_color, stroke_color
from placards.render.pdf_outlines import number, painting_operator, path_operators
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, array, dictionary, stream
from placards.render.tiles import MOST_SEGMENTS, copies, count, rows
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient, Stroke
from placards.values.geometry import Path, Rect

#: Decimals of what places a pattern: on a banner ten metres long, it lies right to a thousandth of a point.
_FINE = 8


class Brush(NamedTuple):
    """How to paint with a paint, or with a piece of it: operators for inside ``q`` and ``Q``, each with its space."""

    clip: str  # where the piece lies; empty: everywhere
    fill: str
    stroke: str


def brushes(pages: PdfPages, paint: Paint, box: Rect) -> list[Brush]:
    """What paints whatever lies in *box*, drawn once with each brush in turn."""
    match paint:
        case Color():
            return [_plain(pages, paint)]
        case LinearGradient() | RadialGradient():
            channels = colors_of if pages.inks is None else pages.inks.channels
            return [_brush(pages, paint, piece, box) for piece in pieces(paint, channels, box, pages.scale)]
        case Pattern():
            return [_tiled(pages, paint, box)]
        case _:
            assert_never(paint)


@contextmanager
def let_through(pages: PdfPages, paint: Paint, box: Rect) -> Iterator[None]:
    """What is drawn meanwhile, inside *box*, lets the ground through as the stops of *paint* say: all of it as one, so
    that letters which overlap show no seam."""
    if is_opaque(paint):
        yield
        return
    with pages.form((box.x, box.y, box.right, box.bottom)) as form:
        yield
    pages.operators(f"q {_opacity(pages, paint, box)} {pages.use_form(form)} Q")


def stroke_reach(stroke: Stroke | None, box: Rect) -> Rect:
    """A box with room for a stroke around what lies in it, and a little more."""
    from placards.scene.bounds import reach

    more = 1 + (reach(stroke) if stroke is not None else 0)
    return box.inset(-more, -more, -more, -more)


def _plain(pages: PdfPages, color: Color) -> Brush:
    return Brush("", f"{fill_color(pages, color)} ", f"{stroke_color(pages, color)} ")


def _brush(pages: PdfPages, gradient: Gradient, piece: Piece, box: Rect) -> Brush:
    clip = _clip(gradient, piece, box)
    if len(piece.stops) == 1:
        return _plain(pages, _color(piece.stops[0][1]))._replace(clip=clip)
    matrix = gradient.matrix.then(pages.space)
    entries: dict[str, Value] = {
        "Type": b"/Pattern",
        "PatternType": 2,
        "Matrix": _numbers(*matrix),
        "Shading": _shading(gradient, piece, b"/DeviceRGB" if pages.inks is None else b"/DeviceCMYK"),
    }
    return _pattern(pages, dictionary(entries))._replace(clip=clip)


def _color(channels: Sequence[float]) -> Color:
    """The colour of a piece that is all alike, by its three channels of screens or its four inks."""
    if len(channels) == 4:
        cyan, magenta, yellow, black = channels
        return Color((0.0, 0.0, 0.0), (cyan, magenta, yellow, black))
    red, green, blue = channels
    return Color((red, green, blue))


def _pattern(pages: PdfPages, body: bytes) -> Brush:
    key = f"T{hashlib.sha256(body).hexdigest()[:16]}"
    name = pages.use("Pattern", key, pages.register(key, body))
    return Brush("", f"/Pattern cs /{name} scn ", f"/Pattern CS /{name} SCN ")


def _tiled(pages: PdfPages, pattern: Pattern, box: Rect) -> Brush:
    """One cell that holds all of the box, with each figure where it stands; where they are too many, a tile that the
    reader repeats, with all that reaches into it."""
    tile, figure = pattern.tile, pattern.figure
    grid = rows(pattern, tile)  # raises InputError for what cannot repeat
    cell = pattern.matrix.inverse.box(box) if grid else tile
    if count(pattern, cell) > MOST_SEGMENTS:
        cell = tile
    how = painting_operator(True, False, figure.fill_rule)
    with pages.apart() as content:
        drawn = [fill_color(pages, pattern.color)]
        if pattern.ground is not None:
            ground = Path.rect(cell.inset(-cell.width, -cell.height, -cell.width, -cell.height))
            drawn = [fill_color(pages, pattern.ground), path_operators(ground.segments), "f", *drawn]
    drawn += [f"{path_operators(path)} {how}" for path in copies(pattern, cell)]
    entries: dict[str, Value] = {
        "Type": b"/Pattern",
        "PatternType": 1,
        "PaintType": 1,
        "TilingType": 1,
        "BBox": _numbers(cell.x, cell.y, cell.right, cell.bottom),
        "XStep": number(cell.width, _FINE).encode(),
        "YStep": number(cell.height, _FINE).encode(),
        "Matrix": _numbers(*pattern.matrix.then(pages.space)),
        "Resources": dictionary(content.offered()),
    }
    return _pattern(pages, stream("\n".join(drawn).encode("latin-1"), entries))


def _clip(gradient: Gradient, piece: Piece, box: Rect) -> str:
    shown = area(gradient, piece, box)
    if shown is None:
        return ""
    return f"{path_operators(shown.segments, 4)} {'W*' if shown.fill_rule == 'evenodd' else 'W'} n "


def _shading(gradient: Gradient, piece: Piece, space: bytes) -> bytes:
    """The colours along a piece, as they flow beyond its ends too."""
    start, end = piece.stops[0][0], piece.stops[-1][0]
    cut = part(gradient, start, end)
    entries: dict[str, Value] = {"ColorSpace": space, "Extend": b"[true true]", "Function": _function(piece.stops)}
    if isinstance(cut, LinearGradient):
        coordinates: Sequence[float] = (*cut.start, *cut.end)
        entries["ShadingType"] = 2
    else:
        coordinates = (*(cut.focus or cut.center), cut.focus_radius, *cut.center, cut.radius)
        entries["ShadingType"] = 3
    return dictionary(entries | {"Coords": _numbers(*coordinates)})


def _function(stops: Sequence[tuple[float, tuple[float, ...]]]) -> bytes:
    """From the way along some stops (0 to 1) to what changes along it."""
    flows = [
        dictionary({"FunctionType": 2, "Domain": b"[0 1]", "N": 1, "C0": _channels(first), "C1": _channels(second)})
        for (_, first), (_, second) in pairwise(stops)
    ]
    if len(flows) == 1:
        return flows[0]
    (start, _), (end, _) = stops[0], stops[-1]
    bounds = [(at - start) / (end - start) for at, _ in stops[1:-1]]
    return dictionary(
        {
            "FunctionType": 3,
            "Domain": b"[0 1]",
            "Functions": array(flows),
            "Bounds": _numbers(*bounds),
            "Encode": array([b"0 1"] * len(flows)),
        }
    )


def _opacity(pages: PdfPages, paint: Paint, box: Rect) -> str:
    """The operator after which all lets the ground through as a gradient's stops say."""
    assert isinstance(paint, LinearGradient | RadialGradient)
    opacities = {stop.opacity for stop in stops_of(paint)}
    if len(opacities) == 1:
        return pages.use_opacity(opacities.pop())
    with pages.form((box.x, box.y, box.right, box.bottom), space=b"/DeviceGray") as form:
        for piece in pieces(paint, opacity_of, box, pages.scale):
            pages.operators(_lightness(pages, paint, piece, box))
    mask = dictionary({"Type": b"/Mask", "S": b"/Luminosity", "G": form.reference})
    return f"/{pages.use('ExtGState', f'm{form.key}', dictionary({'SMask': mask}))} gs"


def _lightness(pages: PdfPages, gradient: Gradient, piece: Piece, box: Rect) -> str:
    """The operators that paint a piece of a soft mask: the lighter, the more shows."""
    clip = _clip(gradient, piece, box)
    if len(piece.stops) == 1:
        grey = number(piece.stops[0][1][0], 4)
        return f"q {clip}{grey} g {path_operators(Path.rect(box).segments)} f Q"
    body = _shading(gradient, piece, b"/DeviceGray")
    name = pages.use("Shading", f"H{hashlib.sha256(body).hexdigest()[:16]}", body)
    placed = " ".join([number(v, _FINE) for v in gradient.matrix])
    return f"q {clip}{placed} cm /{name} sh Q"


def _channels(values: Sequence[float]) -> bytes:
    return f"[{' '.join([number(v, 4) for v in values])}]".encode()


def _numbers(*values: float) -> bytes:
    return f"[{' '.join([number(v, _FINE) for v in values])}]".encode()
