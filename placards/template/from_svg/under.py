"""A drawing and a point become what lies uppermost there: what letters stand on, whether a slot may change sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placards.art.svg_bounds import tight_bounds
from placards.frozen import dataclass
from placards.scene.items import FillPath, Group, Item, Picture
from placards.values.color import Color, contrast
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect

#: Where a box is looked at, as parts of its width and its height.
_ACROSS, _DOWN = (0.03, 0.27, 0.5, 0.73, 0.97), (0.1, 0.5, 0.9)

#: Straight lines in place of a curve.
_STEPS = 12


@dataclass(frozen=True, slots=True)
class _Spot:
    """Something painted: its outline with what cuts it off, in the drawing's points."""

    path: Path
    clips: tuple[Path, ...]
    bounds: Rect
    color: Color | None  # None for a gradient or a picture


class Under:
    """What a drawing has at its points."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._spots = list(_spots(items, IDENTITY, ()))

    def at(self, point: Point) -> int:
        """The number of what lies uppermost at a point; -1 for nothing."""
        for number in range(len(self._spots) - 1, -1, -1):
            spot = self._spots[number]
            box = spot.bounds
            inside = box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
            if inside and _holds(spot.path, point) and all(_holds(clip, point) for clip in spot.clips):
                return number
        return -1

    def is_even(self, box: Rect, page: Rect) -> bool:
        """Whether a box has under it what its mirror image on the page has."""
        return all(
            self.at(point) == self.at(Point(2 * page.x + page.width - point.x, point.y)) for point in _points(box)
        )

    def worst_contrast(self, box: Rect, letters: Color, paper: Color) -> float:
        """The least contrast of letters with what is plain under a box."""
        grounds = {self.at(point) for point in _points(box)}
        colors = [paper if number < 0 else self._spots[number].color for number in grounds]
        return min((contrast(letters, color) for color in colors if color is not None), default=21.0)


def _points(box: Rect) -> Iterator[Point]:
    for down in _DOWN:
        for across in _ACROSS:
            yield Point(box.x + across * box.width, box.y + down * box.height)


def _spots(items: Iterable[Item], matrix: Matrix, clips: tuple[Path, ...]) -> Iterator[_Spot]:
    for item in items:
        match item:
            case Group():
                inner = item.transform.then(matrix)
                cut = clips if item.clip is None else (*clips, item.clip.transformed(inner))
                if item.opacity > 0.3:
                    yield from _spots(item.items, inner, cut)
            case FillPath() if item.paint is not None and item.opacity > 0.3:
                color = item.paint if isinstance(item.paint, Color) else None
                yield _Spot(item.path.transformed(matrix), clips, tight_bounds(item.path, matrix), color)
            case Picture():
                path = Path.rect(item.box).transformed(matrix)
                yield _Spot(path, clips, matrix.box(item.box), None)


def _holds(path: Path, point: Point) -> bool:
    """Whether an outline goes around a point."""
    turns = crossings = 0
    for (x1, y1), (x2, y2) in _lines(path):
        if (y1 <= point.y) != (y2 <= point.y):
            x = x1 + (point.y - y1) * (x2 - x1) / (y2 - y1)
            if x > point.x:
                crossings += 1
                turns += 1 if y2 > y1 else -1
    return crossings % 2 == 1 if path.fill_rule == "evenodd" else turns != 0


def _lines(path: Path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    start = here = (0.0, 0.0)
    for segment in path.segments:
        if segment[0] == "M":
            if here != start:
                yield here, start
            start = here = (segment[1], segment[2])
        elif len(segment) == 3:
            yield here, (segment[1], segment[2])
            here = (segment[1], segment[2])
        elif len(segment) == 7:
            for there in _curve(here, segment[1:]):
                yield here, there
                here = there
        else:
            yield here, start
            here = start
    if here != start:
        yield here, start


def _curve(here: tuple[float, float], c: Sequence[float]) -> Iterator[tuple[float, float]]:
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        s = 1 - t
        p = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        x = p[0] * here[0] + p[1] * c[0] + p[2] * c[2] + p[3] * c[4]
        y = p[0] * here[1] + p[1] * c[1] + p[2] * c[3] + p[3] * c[5]
        yield x, y
