"""The colour lines of a font's gradients become gradients, whose stops lie between 0 and 1 and repeat nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil, cos, floor, inf, pi, sin

from placards.render.gradients import part, span
from placards.scene.items import FillPath, Group, Item
from placards.text.color_paint import Flow, Shade
from placards.values.color import Color, LinearGradient, RadialGradient, Stop
from placards.values.geometry import Path, Point, Rect

#: How often a colour line is repeated at most, and into how many wedges a sweep is cut.
_MOST, _WEDGES = 500, 240

#: Into how many parts the way between two stops is cut where colour and opacity change together.
_BETWEEN = 8


def linear(flow: Flow, foreground: Color, box: Rect) -> LinearGradient:
    """Three points: from the first to the second, the lines of one colour being parallel to that to the third."""
    x0, y0, x1, y1, x2, y2 = flow.numbers
    turn_x, turn_y = x2 - x0, y2 - y0
    along = turn_x * turn_x + turn_y * turn_y
    if along:
        share = ((x1 - x0) * turn_x + (y1 - y0) * turn_y) / along
        x1, y1 = x1 - share * turn_x, y1 - share * turn_y
    made = LinearGradient(Point(x0, y0), Point(x1, y1), ())
    stops, start, end = _spread(_stops(flow, foreground), flow.extend, span(made, box))
    made = part(made, start, end)
    return LinearGradient(made.start, made.end, stops)


def radial(flow: Flow, foreground: Color, box: Rect) -> RadialGradient:
    """Two circles: from the rim of the first to that of the second. If neither holds the other, it cannot be drawn."""
    x0, y0, r0, x1, y1, r1 = flow.numbers
    line, extend = _stops(flow, foreground), flow.extend
    if r1 < r0:
        x0, y0, r0, x1, y1, r1 = x1, y1, r1, x0, y0, r0
        line = [Stop(1 - stop.at, stop.color, stop.opacity) for stop in reversed(line)]
    made = RadialGradient(Point(x1, y1), r1, (), focus=Point(x0, y0), focus_radius=r0)
    least = -r0 / (r1 - r0) if r1 > r0 else 0.0  # where the circles begin
    stops, start, end = _spread(line, extend, (least, span(made, box)[1]))
    if start < least:
        stops, start = _from(stops, start, end, least), least
    made = part(made, start, end)
    return RadialGradient(made.center, made.radius, stops, focus=made.focus, focus_radius=max(made.focus_radius, 0.0))


def sweep(flow: Flow, foreground: Color, box: Rect) -> Iterator[Item]:
    """A centre and two angles, counter-clockwise: wedges, each a little over the one before it, lest the ground show
    through between them. All stops have one opacity."""
    x, y, start, end = flow.numbers
    line = _stops(flow, foreground)
    far = 2 * max(abs(px - x) + abs(py - y) for px in (box.x, box.right) for py in (box.y, box.bottom))
    edges = sorted({2 * pi * n / _WEDGES for n in range(_WEDGES + 1)} | _edges(line, flow.extend, start, end))

    def wedge(first: float, last: float, over: float) -> FillPath:
        middle = (first + last) / 2
        t = (middle - start) / (end - start) if end != start else (inf if middle >= start else -inf)
        corners = [(x + far * cos(a), y + far * sin(a)) for a in (first, last + over)]
        return FillPath(Path.polygon([(x, y), *corners]), _color_at(line, flow.extend, t))

    wedges = [wedge(first, last, pi / _WEDGES) for first, last in pairwise(edges)]
    items = (wedges[-1], *wedges[:-1], wedge(edges[-2], edges[-1], 0.0))
    if line[0].opacity < 1:
        yield Group(items, opacity=line[0].opacity)
    else:
        yield from items


def _edges(line: list[Stop], extend: str, start: float, end: float) -> set[float]:
    """The angles of a turn at which stops stand."""
    width = line[-1].at - line[0].at
    times = range(1) if extend == "pad" or not width else range(-_MOST // 20, _MOST // 20)
    found: set[float] = set()
    for time in times:
        for stop in line:
            mirrored = extend == "reflect" and time % 2
            at = (line[0].at + line[-1].at - stop.at if mirrored else stop.at) + time * width
            angle = start + at * (end - start)
            if 0 < angle < 2 * pi:
                found.add(angle)
    return found


def _color_at(line: list[Stop], extend: str, t: float) -> Color:
    """The colour at a place on a line, wherever it lies."""
    first, last = line[0].at, line[-1].at
    width = last - first
    if extend != "pad" and width and abs(t) != inf:
        turns = floor((t - first) / width)
        t -= turns * width
        if extend == "reflect" and turns % 2:
            t = first + last - t
    return _between(line, t).color


def _between(line: list[Stop], t: float) -> Stop:
    before = [stop for stop in line if stop.at <= t]
    after = [stop for stop in line if stop.at > t]
    if not before or not after:
        return before[-1] if before else after[0]
    one, two = before[-1], after[0]
    share = (t - one.at) / (two.at - one.at)
    red, green, blue = (a + (b - a) * share for a, b in zip(one.color.rgb, two.color.rgb, strict=True))
    return Stop(t, Color((red, green, blue)), one.opacity + (two.opacity - one.opacity) * share)


def _stops(flow: Flow, foreground: Color) -> list[Stop]:
    """The stops in order. Fonts mix colours by how much of each is there, we by their numbers: where both the colour
    and its opacity change, stops in between say the same."""
    ordered = [
        Stop(at, _shade_color(shade, foreground), shade[1] / 255)
        for at, shade in sorted(flow.stops, key=lambda stop: stop[0])
    ]
    found = ordered[:1]
    for one, two in pairwise(ordered):
        if one.opacity != two.opacity and one.color != two.color:
            found += [_mixed(one, two, n / _BETWEEN) for n in range(0 if one.opacity == 0 else 1, _BETWEEN)]
            if two.opacity == 0:
                found.append(replace(two, color=one.color))
        found.append(two)
    return found


def _mixed(one: Stop, two: Stop, share: float) -> Stop:
    first, second = one.opacity * (1 - share), two.opacity * share
    part = second / (first + second) if first + second else 1.0
    red, green, blue = (a + (b - a) * part for a, b in zip(one.color.rgb, two.color.rgb, strict=True))
    return Stop(one.at + (two.at - one.at) * share, Color((red, green, blue)), first + second)


def _shade_color(shade: Shade, foreground: Color) -> Color:
    if shade[0] is None:
        return foreground
    red, green, blue = shade[0]
    return Color((red / 255, green / 255, blue / 255))


def _spread(line: list[Stop], extend: str, shown: tuple[float, float]) -> tuple[tuple[Stop, ...], float, float]:
    """Stops from 0 to 1, repeated as far as they show, and the part of the way that they stand for."""
    start, end = line[0].at, line[-1].at
    width = end - start
    if not width:  # one clean edge, or one colour
        edge = (Stop(0.0, line[0].color, line[0].opacity), Stop(0.0, line[-1].color, line[-1].opacity))
        return edge, start, start + 1
    first, last = 0, 1
    if extend != "pad":
        before, after = (max(min((t - start) / width, _MOST), -_MOST) for t in shown)
        first, last = floor(before), max(ceil(after), floor(before) + 1)
    stops: list[Stop] = []
    for time in range(first, last):
        turned = extend == "reflect" and time % 2
        for stop in reversed(line) if turned else line:
            at = (start + end - stop.at if turned else stop.at) - start + (time - first) * width
            stops.append(Stop(at / (width * (last - first)), stop.color, stop.opacity))
    return tuple(stops), start + first * width, start + last * width


def _from(stops: tuple[Stop, ...], start: float, end: float, least: float) -> tuple[Stop, ...]:
    """The stops from a place on, as parts of the way that is left."""
    if end <= least:
        return (Stop(0.0, stops[-1].color, stops[-1].opacity),) * 2
    cut = (least - start) / (end - start)
    kept = [_between(list(stops), cut), *(stop for stop in stops if stop.at > cut)]
    return tuple([Stop((stop.at - cut) / (1 - cut), stop.color, stop.opacity) for stop in kept])
