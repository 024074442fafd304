"""A box becomes paper and paint: torn and cut edges, tape, tickets, stamps, a brush stroke."""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import ceil, hypot, pi

from placards.layout.grounds.chance import Chance
from placards.layout.grounds.outline import XY, arc, corners, joined, united
from placards.values.geometry import Path, Rect

#: A box's sides on the sheet, clockwise.
SIDES = ("top", "right", "bottom", "left")

#: Steps along one edge at most; more is not seen.
_STEPS = 600


def torn(box: Rect, depth: float, sides: Collection[str], chance: Chance) -> Path:
    """A box whose *sides* are torn: they wander, and carry small jags. It stays inside the box."""
    return _edged(box, sides, lambda length: _tear(length, depth, chance))


def rough(box: Rect, depth: float, sides: Collection[str], chance: Chance) -> Path:
    """A box cut with a knife: long facets a little askew, here and there a chip."""
    return _edged(box, sides, lambda length: _facets(length, depth, chance))


def scalloped(box: Rect, depth: float, sides: Collection[str]) -> Path:
    """A box with round bites along its *sides*, a whole number of them, as around a stamp."""
    return _edged(box, sides, lambda length: _bites(length, depth))


def zigzag(box: Rect, depth: float, sides: Collection[str]) -> Path:
    """A box with pinked *sides*: whole teeth, as of tape or a swatch of cloth."""
    return _edged(box, sides, lambda length: _teeth(length, depth))


def ticket(box: Rect, radius: float, stub: float, hole: float) -> Path:
    """A box with a round bite where the stub begins, *stub* from its right, and holes along that line."""
    x = box.right - stub
    radius = min(radius, box.height / 6)
    outline: list[XY] = [(box.x, box.y)]
    outline += arc(x, box.y, radius, radius, pi, 0, 16)
    outline += [(box.right, box.y), (box.right, box.bottom)]
    outline += arc(x, box.bottom, radius, radius, 0, -pi, 16)
    outline.append((box.x, box.bottom))
    room = box.height - 2 * radius
    number = min(max(1, round(room / (hole * 2.6))), _STEPS)
    step = room / number
    holes = [
        list(reversed(arc(x, box.y + radius + (i + 0.5) * step, hole / 2, hole / 2, 0, 2 * pi, 12)))
        for i in range(number)
    ]
    return joined([outline, *holes])


def brush(box: Rect, depth: float, chance: Chance) -> Path:
    """A stroke of a broad brush along the box: its ends show the bristles, and it runs dry towards the right."""
    bristles = min(48, max(9, round(box.height / max(depth, box.height / 60) * 3)))
    step = box.height / bristles
    left = [box.x + depth * 0.55 * chance.between(0, 1) ** 2 for _ in range(bristles)]
    right = [box.right - depth * (0.05 + 0.95 * chance.between(0, 1) ** 1.4) for _ in range(bristles)]
    for ends, sign in ((left, 1), (right, -1)):  # the brush is round: its middle reaches further
        for i in range(bristles):
            away = abs(2 * (i + 0.5) / bristles - 1)
            ends[i] += sign * depth * 0.5 * away**3
    top = [(x, box.y + step * 0.35 * abs(chance.bell())) for x in _spaced(left[0], right[0], 14)]
    bottom = [(x, box.bottom - step * 0.35 * abs(chance.bell())) for x in _spaced(right[-1], left[-1], 14)]
    outline = top[:-1]
    outline += [p for i in range(bristles) for p in _bristle(right[i], box.y + i * step, step, -1, depth, chance)]
    outline += bottom[1:-1]
    outline += [
        p
        for i in reversed(range(bristles))
        for p in reversed(_bristle(left[i], box.y + i * step, step, 1, depth, chance))
    ]
    dry = []
    for i in range(1, bristles - 1):
        if chance.between(0, 1) < 0.4:
            end = right[i] - depth * chance.between(0.3, 0.9)
            long = (box.width - 2 * depth) * chance.between(0.06, 0.42) ** 1.2
            y, thin = box.y + (i + chance.between(0.2, 0.8)) * step, step * chance.between(0.08, 0.3)
            dry.append([(end - long, y), (end - long * 0.4, y + thin), (end, y), (end - long * 0.5, y - thin * 0.6)])
    return united([joined([outline]), joined(dry)])


def _bristle(end: float, y: float, step: float, sign: int, depth: float, chance: Chance) -> list[XY]:
    """The tip of one strand, from its upper to its lower side."""
    back = sign * depth * chance.between(0.04, 0.3)
    return [(end + back, y + step * 0.08), (end, y + step * chance.between(0.3, 0.7)), (end + back, y + step * 0.94)]


def _spaced(first: float, last: float, number: int) -> list[float]:
    return [first + (last - first) * i / number for i in range(number + 1)]


def _edged(box: Rect, sides: Collection[str], edge: Callable[[float], list[XY]]) -> Path:
    """A box with an edge along some sides: (along, inwards) for each of its points, from corner to corner."""
    out: list[XY] = []
    places = corners(box)
    for number, side in enumerate(SIDES):
        (x, y), (to_x, to_y) = places[number], places[(number + 1) % 4]
        length = hypot(to_x - x, to_y - y)
        dx, dy = (to_x - x) / length, (to_y - y) / length
        before, after = SIDES[number - 1] in sides, SIDES[(number + 1) % 4] in sides
        if side not in sides:
            if not before:  # else the edge before it ended on this side
                out.append((x, y))
            continue
        points = edge(length)
        # At a corner between two such sides one edge goes on from the other's last point.
        points = points[1:] if before else [(0.0, points[0][1]), *points[1:]]
        if not after:
            points = [*points[:-1], (length, points[-1][1])]
        out += [(x + along * dx - inwards * dy, y + along * dy + inwards * dx) for along, inwards in points]
    return joined([out])


def _tear(length: float, depth: float, chance: Chance) -> list[XY]:
    """Paper gives way along its fibres: a slow wander, jags on it, and a bay now and then."""
    step = max(depth * 0.22, length / _STEPS)
    number = max(2, ceil(length / step))
    slow = [chance.between(0, 1) for _ in range(ceil(length / (depth * 4)) + 3)]
    out: list[XY] = []
    bay = 0.0
    for i in range(number + 1):
        at = length * i / number
        place = at / (depth * 4)
        index, part = int(place), place - int(place)
        part = part * part * (3 - 2 * part)
        wander = slow[index] * (1 - part) + slow[index + 1] * part
        bay = 0.86 * bay if bay > 0.05 else (chance.between(0.3, 1) if chance.between(0, 1) < 0.035 else 0.0)
        inwards = depth * min(1.0, 0.55 * wander + 0.3 * chance.between(0, 1) ** 1.5 + 0.35 * bay)
        moved = at + step * 0.35 * chance.bell() if 0 < i < number else at
        out.append((moved, inwards))
    return out


def _facets(length: float, depth: float, chance: Chance) -> list[XY]:
    out: list[XY] = [(depth * chance.between(0, 1), depth * chance.between(0.1, 0.7))]
    at, least = 0.0, max(depth * 2, length / _STEPS * 3)
    while True:
        at += least * (1 + 5 * chance.between(0, 1) ** 2)
        if at > length - least:
            break
        inwards = depth * chance.between(0.0, 0.55)
        out.append((at, inwards))
        if chance.between(0, 1) < 0.3:  # the knife slipped
            chip = depth * chance.between(0.4, 1.2)
            out += [(at + chip * 0.3, min(inwards + chip * 0.8, depth)), (at + chip, inwards * 0.8)]
            at += chip
    return [*out, (length - depth * chance.between(0, 1), depth * chance.between(0.1, 0.7))]


def _bites(length: float, depth: float) -> list[XY]:
    radius = depth
    number = min(max(1, round(length / (radius * 3.2))), _STEPS // 8)
    step = length / number
    radius = min(radius, step * 0.4)
    out: list[XY] = [(0.0, 0.0)]
    for i in range(number):
        middle = (i + 0.5) * step
        out += [(x, y) for x, y in arc(middle, 0, radius, radius, pi, 0, 10)]
    return [*out, (length, 0.0)]


def _teeth(length: float, depth: float) -> list[XY]:
    number = min(max(1, round(length / (depth * 1.6))), _STEPS // 2)
    step = length / number
    return [(i * step / 2, depth if i % 2 else 0.0) for i in range(2 * number + 1)]
