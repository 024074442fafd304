"""Where to cut and whether plates meet becomes marks beside the sheet: crop and registration marks, colour bars.

All of them lie beyond the bleed. Crop and registration marks are drawn in the colour All, which is on every plate
(ISO 32000-1, 8.6.6.4); bars show each ink in full and at half.
"""

from __future__ import annotations

from collections.abc import Iterator

from placards.press.room import MARK, away
from placards.scene.items import FillPath, Group, Item, Scene
from placards.values.color import Color, Stroke
from placards.values.geometry import Path, Point, Rect, Segment
from placards.values.profile import Inks, Profile

#: On every plate; screens show it as black.
REGISTRATION = Color((0.0, 0.0, 0.0), (1.0, 1.0, 1.0, 1.0), "All")

#: How thick marks are, points, as layout programs draw them.
_LINE = 0.25

#: How large a bar's patch is, and the rings of a registration mark, by the length of a crop mark.
_PATCH, _RING, _DOT = 1.0, 0.6, 0.3

#: The process inks, in full and at half, and what screens show of them.
_BARS: tuple[tuple[Inks, tuple[float, float, float]], ...] = tuple(
    ((c * full, m * full, y * full, k * full), (1 - full * (c + k), 1 - full * (m + k), 1 - full * (y + k)))
    for full in (1.0, 0.5)
    for c, m, y, k in ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
)


def marks(scene: Scene, profile: Profile) -> list[Item]:
    """The marks around a sheet with its bleed; bars only where colours are inks, as many as there is room for."""
    far = scene.bleed + away(profile, scene.bleed, scene.scale)
    stroke = Stroke(REGISTRATION, _LINE)
    lines = [*_crop(scene, far), *(one for at in _middles(scene, far) for one in _cross(at))]
    items: list[Item] = [FillPath(Path(tuple(lines)), None, stroke=stroke)]
    if profile.inks == "cmyk":
        items.append(Group(tuple(_bars(scene, far))))
    return items


def half(scene: Scene) -> float:
    """How long the part of a side is that lies between a corner's mark and that in the middle of the side."""
    return max(scene.trim.width / 2 - 1.5 * MARK, 0.0)


def _crop(scene: Scene, far: float) -> Iterator[Segment]:
    width, height = scene.trim
    for x in (0.0, width):
        for start, end in ((-far - MARK, -far), (height + far, height + far + MARK)):
            yield from _line(Point(x, start), Point(x, end))
    for y in (0.0, height):
        for start, end in ((-far - MARK, -far), (width + far, width + far + MARK)):
            yield from _line(Point(start, y), Point(end, y))


def _middles(scene: Scene, far: float) -> Iterator[Point]:
    """Of the four sides, beyond the bleed."""
    width, height = scene.trim
    out = far + MARK / 2
    yield from (Point(width / 2, -out), Point(width / 2, height + out))
    yield from (Point(-out, height / 2), Point(width + out, height / 2))


def _cross(at: Point) -> Iterator[Segment]:
    reach = MARK / 2
    yield from _line(Point(at.x - reach, at.y), Point(at.x + reach, at.y))
    yield from _line(Point(at.x, at.y - reach), Point(at.x, at.y + reach))
    for part in (_RING, _DOT):
        side = MARK * part
        yield from Path.ellipse(Rect(at.x - side / 2, at.y - side / 2, side, side)).segments


def _line(start: Point, end: Point) -> Iterator[Segment]:
    yield ("M", *start)
    yield ("L", *end)


def _bars(scene: Scene, far: float) -> Iterator[Item]:
    """Above the sheet, from its left corner on."""
    side = MARK * _PATCH
    for number, (inks, rgb) in enumerate(_BARS[: int(half(scene) / side)]):
        box = Rect(MARK / 2 + number * side, -far - side, side, side)
        yield FillPath(Path.rect(box), Color(rgb, inks))
