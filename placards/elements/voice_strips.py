"""The strips of several languages become coloured grounds: in turns or on a ramp of colours, with level or slanted
seams, and letters in the colour that is read best on each; or rules between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.values.color import Color, contrast
from placards.values.geometry import Path, Rect

if TYPE_CHECKING:
    from placards.elements.page import Page
    from placards.scene.items import FillPath

#: As many strips as a ramp is looked at with.
RAMP = 6

#: Letters differ so much from a step of a ramp, if it finds such a colour before it is halfway to the next one.
_CLEAR = 4.5

#: How far a step may move, as a part of the distance to the next one, and in how many moves.
_MOST, _MOVES = 0.45, 9


@dataclass(frozen=True, slots=True)
class StripColors:
    """A strip's ground, None where it has none, and its letters."""

    ground: Color | None
    letters: Color


def strip_colors(
    fills: Sequence[str], grounds: Sequence[str], ramp: bool, count: int, colors: Mapping[str, Color]
) -> list[StripColors]:
    """The colours of so many strips: those of the lists in turns, or on a ramp from the first ground through the others
    to the last, each with letters in that one of the fills that differs most from it."""
    if not ramp:
        return [
            StripColors(colors[grounds[n % len(grounds)]] if grounds else None, colors[fills[n % len(fills)]])
            for n in range(count)
        ]
    stops, choices = [colors[name] for name in grounds], [colors[name] for name in fills]
    return [_step(stops, n, count, choices) for n in range(count)]


def _step(stops: Sequence[Color], number: int, count: int, choices: Sequence[Color]) -> StripColors:
    """A step of a ramp with the letters that are read best on it. Steps between the ends move to the nearest colour on
    which some letters are clear: in the middle between light and dark, none would be."""
    part, apart = (number / (count - 1), 1 / (count - 1)) if count > 1 else (0.0, 0.0)
    reach = _MOST * apart if 0 < number < count - 1 else 0.0
    found: list[tuple[float, StripColors]] = []
    for move in range(_MOVES + 1):
        for side in (-1, 1) if move else (1,):
            ground = _on_ramp(stops, part + side * reach * move / _MOVES)
            letters = max(choices, key=lambda color, ground=ground: contrast(color, ground))  # type: ignore[misc]
            found.append((contrast(letters, ground), StripColors(ground, letters)))
            if found[-1][0] >= _CLEAR or not reach:
                return found[-1][1]
    return max(found, key=lambda step: step[0])[1]


def _on_ramp(stops: Sequence[Color], part: float) -> Color:
    from placards.values.oklch import mixed

    place = part * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    between = place - first
    if between <= 0:
        return stops[first]
    return stops[first + 1] if between >= 1 else mixed(stops[first], stops[first + 1], between)


def strip_grounds(
    boxes: Sequence[Rect], colors: Sequence[StripColors], slant: float, mirrored: bool, page: Page
) -> Iterator[FillPath]:
    """A ground a strip. A slanted seam (between rows) is lower by *slant* points at the line's start than at its end;
    the first and the last strip keep the box's edges."""
    from placards.scene.items import FillPath

    bleed = page.setting.sheet.bleed
    last = len(boxes) - 1
    for number, (own, strip) in enumerate(zip(boxes, colors, strict=True)):
        if strip.ground is None:
            continue
        box = page.reach(own)
        if not slant:
            yield FillPath(Path.rect(box), strip.ground, bleed)
            continue
        # Each lies over the one above, from its own seam on, and reaches under the next one.
        half = slant / 2
        bottom = box.bottom + (half if number < last else 0.0)
        low, high = (box.y + half, box.y - half) if number else (box.y, box.y)
        left, right = (high, low) if mirrored else (low, high)
        corners = [(box.x, left), (box.right, right), (box.right, bottom), (box.x, bottom)]
        yield FillPath(Path.polygon(corners), strip.ground, bleed)


def strip_rules(boxes: Sequence[Rect], color: Color, thick: float) -> Iterator[FillPath]:
    """A rule between each two strips."""
    from placards.scene.items import FillPath

    for one, other in pairwise(boxes):
        if one.y == other.y:
            x = (max(one.x, other.x)) - thick / 2
            yield FillPath(Path.rect(Rect(x, one.y, thick, one.height)), color)
        else:
            yield FillPath(Path.rect(Rect(one.x, one.bottom - thick / 2, one.width, thick)), color)
