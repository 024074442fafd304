"""What lets one plain colour through becomes opaque: the inks of both, mixed in the same parts, are the same print.

That is exact wherever the ground under an item is known to be of one colour: the paper, or an upright box that holds
the item, with nothing between them. Whatever else is see-through is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias, assert_never

from placards.press.see_through import is_see_through
from placards.render.gradients import stops_of
from placards.scene.bounds import shown
from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.values.color import WHITE, Color, LinearGradient, Paint, Pattern, RadialGradient, Stop, Stroke
from placards.values.geometry import IDENTITY, Matrix, Rect
from placards.values.profile import Inks

#: What is painted already: where, and in which colour, if that is one that fills its box; None if nobody knows.
_Below: TypeAlias = list[tuple[Rect, Color | None]]

#: Into how many parts the way between two stops is cut where colour and opacity change together.
_BETWEEN = 16

_PAPER = Color(WHITE.rgb, (0.0, 0.0, 0.0, 0.0))


def mixed(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, whose colours have inks, with all made opaque that can be."""
    return tuple(_all(items, IDENTITY, [], clipped=False))


def _all(items: Sequence[Item], matrix: Matrix, below: _Below, *, clipped: bool) -> list[Item]:
    found: list[Item] = []
    for item in items:
        if isinstance(item, Group) and item.opacity >= 1 and item.blend == "normal":
            inner = item.transform.then(matrix)
            inside = tuple(_all(item.items, inner, below, clipped=clipped or item.clip is not None))
            found.append(item if inside == item.items else replace(item, items=inside))
            continue
        box = shown(item, matrix)
        if box is not None and is_see_through(item):
            ground = _ground(box, below)
            item = item if ground is None else _over(item, ground)
        if box is not None:
            below.append((box, None if clipped else _filling(item, matrix)))
        found.append(item)
    return found


def _ground(box: Rect, below: _Below) -> Color | None:
    """The one colour under a box, None where it is not known to be one."""
    for there, color in reversed(below):
        if there.intersection(box) is not None:
            return color if color is not None and there.contains(box, 0.01) else None
    return _PAPER


def _filling(item: Item, matrix: Matrix) -> Color | None:
    """The colour that an item fills an upright box with."""
    if not isinstance(item, FillPath) or not isinstance(item.paint, Color) or item.opacity < 1 or item.stroke:
        return None
    turned = (matrix.b or matrix.c) and (matrix.a or matrix.d)
    return None if turned or not _is_box(item) else item.paint


def _is_box(item: FillPath) -> bool:
    points = [segment[1:] for segment in item.path.segments if len(segment) == 3]
    if len(points) != 4 or len(item.path.segments) != 5:
        return False
    return len({x for x, _ in points}) == 2 == len({y for _, y in points}) and len(set(points)) == 4


def _over(item: Item, ground: Color) -> Item:
    """The item over a ground of one colour, opaque where that is possible."""
    match item:
        case FillPath():
            return _path_over(item, ground, item.opacity)
        case Group() if item.blend == "normal" and not any(map(is_see_through, item.items)):
            try:
                inside = tuple([_lighter(one, ground, item.opacity) for one in item.items])
            except _UnmixableError:
                return item
            return replace(item, items=inside, opacity=1.0)
        case _:
            return item


def _lighter(item: Item, ground: Color, opacity: float) -> Item:
    """An opaque item of a group that as a whole has an opacity."""
    match item:
        case FillPath():
            return _path_over(item, ground, opacity)
        case TextBlock():
            if any(placed.run.font.has_colors for line in item.lines for placed in line.runs):
                raise _UnmixableError
            lines = tuple(
                replace(line, runs=tuple(replace(run, paint=_paint(run.paint, ground, opacity)) for run in line.runs))
                for line in item.lines
            )
            underlays = tuple(
                replace(
                    one,
                    paint=one.paint and _paint(one.paint, ground, opacity),
                    stroke=one.stroke and _stroke(one.stroke, ground, opacity),
                )
                for one in item.underlays
            )
            return replace(item, lines=lines, underlays=underlays)
        case Group():
            return replace(item, items=tuple([_lighter(one, ground, opacity) for one in item.items]))
        case Picture():
            raise _UnmixableError
        case _:
            assert_never(item)


class _UnmixableError(Exception):
    """A picture, or glyphs in colours of their own, which have no paint to mix."""


def _path_over(item: FillPath, ground: Color, opacity: float) -> FillPath:
    paint = item.paint and _paint(item.paint, ground, opacity)
    stroke = item.stroke and _stroke(item.stroke, ground, opacity)
    return replace(item, paint=paint, stroke=stroke, opacity=1.0)


def _stroke(stroke: Stroke, ground: Color, opacity: float) -> Stroke:
    return replace(stroke, paint=_paint(stroke.paint, ground, opacity))


def _paint(paint: Paint, ground: Color, opacity: float) -> Paint:
    match paint:
        case Color():
            return between(ground, paint, opacity)
        case LinearGradient() | RadialGradient():
            stops = [
                Stop(stop.at, between(ground, stop.color, stop.opacity * opacity)) for stop in _even(stops_of(paint))
            ]
            return replace(paint, stops=tuple(stops))
        case Pattern():
            figure = between(ground, paint.color, opacity)
            return replace(paint, color=figure, ground=paint.ground and between(ground, paint.ground, opacity))
        case _:
            assert_never(paint)


def _even(stops: Sequence[Stop]) -> list[Stop]:
    """The stops, with more between two whose colours and opacities both differ: their product runs on a curve."""
    found = [stops[0]]
    for first, second in pairwise(stops):
        curved = first.color != second.color and first.opacity != second.opacity and second.at > first.at
        for step in range(1, _BETWEEN) if curved else ():
            part = step / _BETWEEN
            found.append(
                Stop(
                    first.at + part * (second.at - first.at),
                    between(first.color, second.color, part),
                    first.opacity + part * (second.opacity - first.opacity),
                )
            )
        found.append(second)
    return found


def between(ground: Color, above: Color, part: float) -> Color:
    """*part* of a colour over the rest of another, for screens and in inks; a spot colour by what stands for it."""
    if part >= 1:
        return above
    first, second = ground.cmyk, above.cmyk
    inks: Inks | None = None
    if first is not None and second is not None:
        cyan, magenta, yellow, black = (a + part * (b - a) for a, b in zip(first, second, strict=True))
        inks = (cyan, magenta, yellow, black)
    red, green, blue = (a + part * (b - a) for a, b in zip(ground.rgb, above.rgb, strict=True))
    return Color((red, green, blue), inks)
