"""A Scene's colours get their inks: those that were given with them, black by the printer's recipe, the rest by ICC.

- Inks that were given (``cmyk`` beside ``rgb``) go before all else, with no more of them than the printer takes.
- Black is what was given as black ink alone, and what is nearly black without inks of its own. Letters, lines and small
  shapes have the recipe for text; areas that are large in both directions that for large areas.
- Letters in a neutral grey are black ink alone, as much as looks like that grey: four plates never meet exactly.
- White is no ink. All else goes through the ICC profile of the press.
- Spot colours stay inks of their own, unless the profile has none, or they flow into another colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt
from typing import TypeAlias, assert_never

from placards.press.icc import Conversion, within
from placards.problems.diagnostic import Report, diagnostic
from placards.scene.items import FillPath, Group, Item, Picture, PlacedRun, Scene, TextBlock, TextLine, Underlay
from placards.values.color import Color, LinearGradient, Paint, Pattern, RadialGradient, Stop, Stroke
from placards.values.geometry import Rect
from placards.values.profile import Inks, Profile
from placards.values.units import MM

#: What counts as nearly black: the lightest channel, and how far channels may lie apart, in sRGB values.
DARK, NEUTRAL = 40 / 255, 10 / 255

#: So much black ink is black, whatever is under it.
_FULL = 0.995

#: How far greys' channels may lie apart.
_GREY = 4 / 255

#: So many colours are named in one sentence.
_NAMED = 6

#: Names of spot colours that mean something else to a press (ISO 32000-1, 8.6.6.4).
RESERVED = ("All", "None", "Cyan", "Magenta", "Yellow", "Black")

#: The longest name that PDF 1.4 holds, in bytes.
_LONGEST = 127

#: What a colour is for.
_LETTERS, _SMALL, _LARGE = range(3)

_Use: TypeAlias = int

_BLACK_ALONE: Inks = (0.0, 0.0, 0.0, 1.0)


class Separator:
    """Gives colours their inks, for the pages of one file; what recurs on them is made once."""

    def __init__(self, profile: Profile, conversion: Conversion) -> None:
        self._profile, self._conversion = profile, conversion
        self._colors: dict[tuple[Color, _Use], Color] = {}
        self._items: dict[tuple[int, float], tuple[Item, Item]] = {}
        self._converted: dict[str, None] = {}
        self._held: dict[str, None] = {}
        self._spots: dict[str, None] = {}
        self._names: dict[str, None] = {}
        self._spot_inks: dict[str, Inks] = {}
        self._differing: dict[str, None] = {}
        self._least = profile.black.large_from_mm * MM

    def scene(self, scene: Scene) -> Scene:
        """The Scene, every paint of which has inks; pictures are as they were."""
        return replace(scene, items=self._all(scene.items, 1.0))

    def late(self, color: Color) -> Color:
        """A colour that only drawing comes upon, as one of a colour font's: it counts as a small shape."""
        return self._color(color, _SMALL)

    @property
    def known(self) -> dict[tuple[float, float, float], Inks]:
        """The inks of each colour so far by its sRGB values, a large area's before a small one's."""
        found: dict[tuple[float, float, float], Inks] = {}
        for (color, _), made in sorted(self._colors.items(), key=lambda item: item[0][1]):
            if made.cmyk is not None:
                found[color.rgb] = made.cmyk
        return found

    def tell(self, report: Report) -> None:
        """Say once what became of colours."""
        profile = self._profile
        if self._converted:
            report(diagnostic("press-converted", colors=_some(self._converted), condition=profile.condition.name))
        if self._held:
            report(diagnostic("press-ink-held", colors=_some(self._held), most=100 * profile.most_ink))
        if self._spots:
            report(diagnostic("press-spots-converted", colors=_some(self._spots)))
        for spot in self._names:
            report(diagnostic("press-spot-name", spot=spot))
        for spot in self._differing:
            report(diagnostic("press-spot-differs", spot=spot))

    def _all(self, items: Sequence[Item], scale: float) -> tuple[Item, ...]:
        return tuple([self._item(item, scale) for item in items])

    def _item(self, item: Item, scale: float) -> Item:
        key = id(item), scale
        known = self._items.get(key)
        if known is None:  # with the item itself, so that no other can have its id
            known = self._items[key] = item, self._made(item, scale)
        return known[1]

    def _made(self, item: Item, scale: float) -> Item:
        match item:
            case FillPath():
                return self._path(item, scale)
            case TextBlock():
                lines = tuple([self._line(line) for line in item.lines])
                underlays = tuple([self._underlay(underlay) for underlay in item.underlays])
                return replace(item, lines=lines, underlays=underlays)
            case Picture():
                return item
            case Group():
                inner = scale * sqrt(abs(item.transform.area))
                return replace(item, items=self._all(item.items, round(inner, 6)))
            case _:
                assert_never(item)

    def _path(self, item: FillPath, scale: float) -> FillPath:
        paint, stroke = item.paint, item.stroke
        if paint is not None:
            paint = self._paint(paint, self._use(item.path.bounds(), scale) if self._has_black(paint) else _SMALL)
        if stroke is not None:
            wide = _LARGE if stroke.width * scale >= self._least else _SMALL
            stroke = self._stroke(stroke, wide)
        return replace(item, paint=paint, stroke=stroke)

    def _use(self, box: Rect, scale: float) -> _Use:
        return _LARGE if min(box.width, box.height) * scale >= self._least else _SMALL

    def _has_black(self, paint: Paint) -> bool:
        return any(is_black(color) for color in _colors(paint))

    def _line(self, line: TextLine) -> TextLine:
        return replace(line, runs=tuple([self._run(placed) for placed in line.runs]))

    def _run(self, placed: PlacedRun) -> PlacedRun:
        return replace(placed, paint=self._paint(placed.paint, _LETTERS))

    def _underlay(self, underlay: Underlay) -> Underlay:
        paint = underlay.paint and self._paint(underlay.paint, _LETTERS)
        return replace(underlay, paint=paint, stroke=underlay.stroke and self._stroke(underlay.stroke, _LETTERS))

    def _stroke(self, stroke: Stroke, use: _Use) -> Stroke:
        return replace(stroke, paint=self._paint(stroke.paint, use))

    def _paint(self, paint: Paint, use: _Use) -> Paint:
        match paint:
            case Color():
                return self._color(paint, use)
            case LinearGradient() | RadialGradient():
                return replace(paint, stops=tuple([self._stop(stop, use) for stop in paint.stops]))
            case Pattern():
                figure = self._color(paint.color, _LETTERS if use == _LETTERS else _SMALL)
                return replace(paint, color=figure, ground=paint.ground and self._color(paint.ground, use))
            case _:
                assert_never(paint)

    def _stop(self, stop: Stop, use: _Use) -> Stop:
        color = self._color(stop.color, use)
        if color.spot:
            self._spots.setdefault(color.spot)
            color = replace(color, spot=None)
        return replace(stop, color=color)

    def _color(self, color: Color, use: _Use) -> Color:
        known = self._colors.get((color, use))
        if known is None:
            spot, inks = self._spot(color), self._inks(color, use)
            if spot is not None:  # one ink looks like one thing
                first = self._spot_inks.setdefault(spot, inks)
                if first != inks:
                    self._differing.setdefault(spot)
                inks = first
            known = self._colors[color, use] = Color(color.rgb, inks, spot)
        return known

    def _spot(self, color: Color) -> str | None:
        spot = color.spot
        if not spot:
            return None
        if spot in RESERVED or len(spot.encode()) > _LONGEST or not spot.isprintable():
            self._names.setdefault(spot)
            return None
        if not self._profile.spots:
            self._spots.setdefault(spot)
            return None
        return spot

    def _inks(self, color: Color, use: _Use) -> Inks:
        most = self._profile.most_ink
        if not color.spot and is_black(color) and (use == _LETTERS or color.cmyk in (None, _BLACK_ALONE)):
            recipe = self._profile.black
            return within(recipe.large if use == _LARGE else recipe.text, most)
        if color.cmyk is not None:
            held = within(color.cmyk, most)
            if held != color.cmyk and sum(color.cmyk) > most + 1e-6:
                self._held.setdefault(color.spot or color.hex)
            return held
        if min(color.rgb) >= 1:
            return (0.0, 0.0, 0.0, 0.0)
        if use == _LETTERS and not color.spot and max(color.rgb) - min(color.rgb) <= _GREY:
            return (0.0, 0.0, 0.0, round(self._conversion.grey(color.rgb[1]), 4))
        self._converted.setdefault(color.spot or color.hex)
        return self._conversion.inks(color.rgb)


def is_black(color: Color) -> bool:
    """Whether a printer's black is meant: by its inks where it has some, else because it is dark and neutral."""
    if color.cmyk is not None:
        return color.cmyk[3] >= _FULL
    return max(color.rgb) <= DARK and max(color.rgb) - min(color.rgb) <= NEUTRAL


def _colors(paint: Paint) -> list[Color]:
    match paint:
        case Color():
            return [paint]
        case LinearGradient() | RadialGradient():
            return [stop.color for stop in paint.stops]
        case Pattern():
            return [color for color in (paint.color, paint.ground) if color is not None]
        case _:
            assert_never(paint)


def _some(names: Iterable[str]) -> tuple[str, ...]:
    every = list(names)
    return (*every[:_NAMED], *(("…",) if len(every) > _NAMED else ()))
