"""A poster's picture becomes seams that cut as little of it as possible, within what the last sheets have to spare.

A grid seldom fills its sheets: what is left over lets each seam move. What a seam at a place would cut is counted in
pixels where the picture changes along it, so that a seam through a plain field costs nothing, and one through a letter
costs its edges. Dynamic programming finds the cheapest seams: it looks at each place of each seam once.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from placards.press.tiles.plan import even_seams

if TYPE_CHECKING:
    from PIL.Image import Image

#: Two pixels that differ by more, channels weighed as eyes do (0 to 255), are parted by an edge.
_EDGE = 12

#: A sheet shows at least so much of what it could: nobody wants to glue slivers.
_LEAST = 1 / 3

#: What it costs to be a whole side away from even seams, in edge pixels: where all is plain, sheets are alike.
_UNEVEN = 0.5


def edges_crossed(picture: Image) -> tuple[list[float], list[float]]:
    """How many edge pixels a seam would cut: for each column of an RGB picture, and for each row."""
    from PIL import ImageChops
    from PIL.Image import Resampling

    width, height = picture.size

    def changes(dx: int, dy: int) -> Image:
        first = picture.crop((0, 0, width - dx, height - dy))
        second = picture.crop((dx, dy, width, height))
        differences = ImageChops.difference(first, second).convert("L")
        return differences.point(lambda value: 255 * (value > _EDGE)).convert("F")

    def sums(marked: Image, size: tuple[int, int], count: int) -> list[float]:
        means = marked.resize(size, Resampling.BOX)
        return [value * count / 255 for value in array("f", means.tobytes())]

    columns = sums(changes(0, 1), (width, 1), height - 1) if height > 1 else [0.0] * width
    rows = sums(changes(1, 0), (1, height), width - 1) if width > 1 else [0.0] * height
    return columns, rows


def best_seams(costs: Sequence[float], length: float, usable: float, overlap: float, count: int) -> tuple[float, ...]:
    """The *count* − 1 cheapest seams of a side of *length* points, along which *costs* lie evenly; even ones where
    there is nothing to choose."""
    even = even_seams(length, usable, overlap, count)
    if count == 1 or not costs:
        return even
    unit = length / len(costs)
    outer, inner = usable - overlap / 2, usable - overlap
    # Each seam's places: what the sheets before it can reach, and the sheets after it must.
    best: list[dict[int, tuple[float, int]]] = []
    before: list[tuple[int, float]] = [(-1, 0.0)]
    for index in range(1, count):
        high = min(outer + (index - 1) * inner, length)
        low = max(length - outer - (count - 1 - index) * inner, 0.0)
        places = [place for place in range(len(costs)) if low <= (place + 0.5) * unit <= high]
        most = outer if index == 1 else inner
        found: dict[int, tuple[float, int]] = {}
        waiting = deque(before)
        near: deque[tuple[int, float]] = deque()  # of those in reach the cheapest first
        for place in places:
            here = (place + 0.5) * unit
            while waiting and here - _at(waiting[0][0], unit) >= most * _LEAST:
                arrived = waiting.popleft()
                while near and near[-1][1] >= arrived[1]:
                    near.pop()
                near.append(arrived)
            while near and here - _at(near[0][0], unit) > most:
                near.popleft()
            if near:
                own = costs[place] + _UNEVEN * abs(here - even[index - 1]) / length
                found[place] = (near[0][1] + own, near[0][0])
        if not found:
            return even
        best.append(found)
        before = [(place, cost) for place, (cost, _) in found.items()]
    ends = [(cost, place) for place, (cost, _) in best[-1].items() if length - (place + 0.5) * unit >= outer * _LEAST]
    if not ends:
        return even
    place = min(ends)[1]
    seams = []
    for found in reversed(best):
        seams.append((place + 0.5) * unit)
        place = found[place][1]
    return tuple(reversed(seams))


def _at(place: int, unit: float) -> float:
    """Where a seam lies; before the first one, the poster's edge."""
    return 0.0 if place < 0 else (place + 0.5) * unit


def cut(costs: Sequence[float], seams: Sequence[float], length: float) -> float:
    """How many edge pixels the seams cut."""
    last = len(costs) - 1
    return sum(costs[min(last, max(0, int(seam / length * len(costs))))] for seam in seams)
