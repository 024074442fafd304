"""A Scene's items become the paints that they use, wherever they stand: fills, strokes, letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient


def paints(items: Iterable[Item]) -> Iterator[Paint]:
    """Every paint in drawing order, as often as it is used."""
    for item in items:
        match item:
            case FillPath():
                if item.paint is not None:
                    yield item.paint
                if item.stroke is not None:
                    yield item.stroke.paint
            case TextBlock():
                for underlay in item.underlays:
                    if underlay.stroke is not None:
                        yield underlay.stroke.paint
                    if underlay.paint is not None:
                        yield underlay.paint
                yield from (placed.paint for line in item.lines for placed in line.runs)
            case Group():
                yield from paints(item.items)
            case Picture():
                pass
            case _:
                assert_never(item)


def colors(items: Iterable[Item]) -> dict[Color, None]:
    """The colours of all paints, each once, in drawing order."""
    return {color: None for paint in paints(items) for color in _colors(paint)}


def _colors(paint: Paint) -> Iterator[Color]:
    match paint:
        case Color():
            yield paint
        case LinearGradient() | RadialGradient():
            yield from (stop.color for stop in paint.stops)
        case Pattern():
            yield paint.color
            if paint.ground is not None:
                yield paint.ground
        case _:
            assert_never(paint)
