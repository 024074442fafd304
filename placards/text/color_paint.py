"""A colour glyph of COLR version 1 becomes the list of drawing steps that HarfBuzz makes of it, in font units, y up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import uharfbuzz as hb

from placards.frozen import dataclass
from placards.values.geometry import IDENTITY, Matrix, Segment, moved

if TYPE_CHECKING:
    from placards.text.font import Font

#: Red, green, blue and opacity, 0 to 255; the text's own paint with an opacity has None for its colours.
Shade: TypeAlias = "tuple[tuple[int, int, int] | None, int]"


@dataclass(frozen=True, slots=True)
class Push:
    """All that follows is moved by a matrix, until the Pop that belongs to it."""

    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Clip:
    """All that follows shows inside an outline only, until the Pop that belongs to it."""

    segments: tuple[Segment, ...]
    is_box: bool = False  # the box that surely holds all of the glyph


@dataclass(frozen=True, slots=True)
class Pop:
    """The end of the last Push or Clip of the same kind."""

    kind: type[Push] | type[Clip]


@dataclass(frozen=True, slots=True)
class Fill:
    """The clip is filled with a colour."""

    shade: Shade


@dataclass(frozen=True, slots=True)
class Flow:
    """The clip is filled with colours that flow: *kind* is linear (three points), radial (two circles) or sweep (a
    centre and two angles), with its numbers as the font has them; *extend* says what lies beyond: pad, repeat, reflect.
    """

    kind: str
    numbers: tuple[float, ...]
    stops: tuple[tuple[float, Shade], ...]
    extend: str


@dataclass(frozen=True, slots=True)
class Begin:
    """What follows is drawn apart, until the End that belongs to it."""


@dataclass(frozen=True, slots=True)
class End:
    """What was drawn apart is put onto the rest: *mode* is one of COLR's composite modes."""

    mode: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that is no outline, which no renderer here draws."""

    kind: str


Step: TypeAlias = Push | Clip | Pop | Fill | Flow | Begin | End | Image


def steps(font: Font, glyph: int) -> tuple[Step, ...]:
    """How a glyph is painted, in order."""
    found: list[Step] = []
    font.hb_font.paint_glyph(glyph, _functions(font), found, 0, hb.Color(0, 0, 0, 255))
    return tuple(found)


def outlines(found: tuple[Step, ...]) -> Iterator[tuple[Segment, ...]]:
    """The outlines of glyphs that together hold all that a list of steps paints."""
    matrices = [IDENTITY]
    for step in found:
        if isinstance(step, Push):
            matrices.append(step.matrix.then(matrices[-1]))
        elif isinstance(step, Pop) and step.kind is Push:
            matrices.pop()
        elif isinstance(step, Clip) and step.segments and not step.is_box:
            yield tuple(moved(step.segments, matrices[-1]))


def _functions(font: Font) -> Any:
    """HarfBuzz's calls, each written down."""
    made = hb.PaintFuncs()

    def clip_glyph(glyph: int, *rest: Any) -> None:
        rest[-1].append(Clip(font.segments(glyph)))

    def clip_box(left: float, bottom: float, right: float, top: float, out: list[Step]) -> None:
        corners: tuple[Segment, ...] = (("L", right, bottom), ("L", right, top), ("L", left, top), ("Z",))
        out.append(Clip((("M", left, bottom), *corners), is_box=True))

    def color(value: hb.Color, is_foreground: bool, out: list[Step]) -> None:
        out.append(Fill(_shade(value, is_foreground)))

    def image(_blob: Any, _width: int, _height: int, kind: str, *rest: Any) -> bool:
        rest[-1].append(Image(str(kind)))
        return True

    made.set_push_transform_func(lambda xx, yx, xy, yy, dx, dy, out: out.append(Push(Matrix(xx, yx, xy, yy, dx, dy))))
    made.set_pop_transform_func(lambda out: out.append(Pop(Push)))
    made.set_push_clip_glyph_func(clip_glyph)
    made.set_push_clip_rectangle_func(clip_box)
    made.set_pop_clip_func(lambda out: out.append(Pop(Clip)))
    made.set_color_func(color)
    made.set_image_func(image)
    made.set_linear_gradient_func(_flow("linear"))
    made.set_radial_gradient_func(_flow("radial"))
    made.set_sweep_gradient_func(_flow("sweep"))
    made.set_push_group_func(lambda out: out.append(Begin()))
    made.set_pop_group_func(lambda mode, out: out.append(End(mode.name)))
    return made


def _flow(kind: str) -> Callable[..., None]:
    def flow(line: hb.ColorLine, *numbers: Any) -> None:
        *values, out = numbers
        stops = tuple([(stop.offset, _shade(stop.color, stop.is_foreground)) for stop in line.color_stops])
        out.append(Flow(kind, tuple(values), stops, line.extend.name.lower()))

    return flow


def _shade(value: hb.Color, is_foreground: bool) -> Shade:
    return (None if is_foreground else (value.red, value.green, value.blue)), value.alpha
