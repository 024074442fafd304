"""A glyph becomes boxes side by side, as high as its ink is there: one box would hide what a slanting stroke leaves.

Letters of Nastaliq climb and reach far over and under their neighbours; a line below may come up into the corner that a
kaf's stroke leaves. Other scripts' letters fill their boxes, and one box says enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from placards.text.font import Extents, Font

#: How wide a strip is, in em.
STRIP_EM = 0.125

#: Chords that a curve is measured by, and how far it may reach past them, in em.
_CHORDS, _PAST_EM = 8, 0.004


def strips(font: Font, glyph: int) -> tuple[Extents, ...]:
    """Boxes (font units, y up) that hold the glyph's ink, from left to right; the one box of a font that is not
    Nastaliq."""
    if not font.climbs:
        return (font.extents(glyph),)
    found = font.strips.get(glyph)
    if found is None:
        found = font.strips[glyph] = _measured(font, glyph)
    return found


def _measured(font: Font, glyph: int) -> tuple[Extents, ...]:
    ink = font.extents(glyph)
    width, past = font.units * STRIP_EM, font.units * _PAST_EM
    count = ceil((ink.right - ink.left) / width)
    if count < 2:
        return (ink,)
    lowest, highest = [float(ink.top)] * count, [float(ink.bottom)] * count
    for x0, y0, x1, y1 in _chords(font.segments(glyph)):
        if x1 < x0:
            x0, y0, x1, y1 = x1, y1, x0, y0
        first = min(max(floor((x0 - ink.left) / width), 0), count - 1)
        last = min(max(floor((x1 - ink.left) / width), 0), count - 1)
        for at in range(first, last + 1):
            for x in (max(x0, ink.left + at * width), min(x1, ink.left + (at + 1) * width)):
                y = y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else y1
                lowest[at], highest[at] = min(lowest[at], y), max(highest[at], y)
            if first == last:  # upright strokes have two ends at one place
                lowest[at], highest[at] = min(lowest[at], y0, y1), max(highest[at], y0, y1)
    return tuple([
        Extents(
            floor(ink.left + at * width), min(ceil(highest[at] + past), ink.top),
            min(ceil(ink.left + (at + 1) * width), ink.right), max(floor(lowest[at] - past), ink.bottom),
        )
        for at in range(count)
        if highest[at] >= lowest[at]
    ])  # fmt: skip


def _chords(segments: Sequence[tuple[str | float, ...]]) -> Iterator[tuple[float, float, float, float]]:
    """The outline as straight lines, closed."""
    x = y = start_x = start_y = 0.0
    for kind, *values in segments:
        v = [float(value) for value in values]
        if kind == "M":
            x, y = start_x, start_y = v[0], v[1]
        elif kind == "L":
            yield x, y, v[0], v[1]
            x, y = v[0], v[1]
        elif kind == "C":
            from_x, from_y = x, y
            for step in range(1, _CHORDS + 1):
                t = step / _CHORDS
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                to_x, to_y = a * from_x + b * v[0] + c * v[2] + d * v[4], a * from_y + b * v[1] + c * v[3] + d * v[5]
                yield x, y, to_x, to_y
                x, y = to_x, to_y
        else:
            yield x, y, start_x, start_y
            x, y = start_x, start_y
