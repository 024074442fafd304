"""The colours of a drawing become a palette: the page's, the letters', and the others by how much they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from placards.art.drawing import CURRENT
from placards.art.svg_bounds import tight_bounds
from placards.scene.items import FillPath, Group, Item, Picture
from placards.values.color import BLACK, WHITE, Color, contrast
from placards.values.geometry import IDENTITY, Matrix, Rect

#: The names of colours after the paper and the ink.
_MORE = ("accent", "middle", "deep", "glow")


def covering(items: Iterable[Item], page: Rect) -> Color | None:
    """The colour of what lies under everything and covers the page."""
    first = next(_fills(items, IDENTITY), None)
    if first is None or not isinstance(first[0].paint, Color) or first[0].opacity < 1:
        return None
    box = first[1].intersection(page)
    covers = box is not None and box.width * box.height >= 0.97 * page.width * page.height
    return first[0].paint if covers else None


def palette_of(
    items: Iterable[Item], letters: Iterable[Color], slogan: Color | None, paper: Color, page: Rect
) -> Mapping[str, Color]:
    """The colours by name. *letters* are those of the slots."""
    weights: dict[Color, float] = {}
    for item, box in _fills(items, IDENTITY):
        seen = box.intersection(page)
        area = seen.width * seen.height if seen else 0.0
        for color in (item.paint, item.stroke.paint if item.stroke else None):
            if isinstance(color, Color) and color != CURRENT:
                weights[color] = weights.get(color, 0.0) + area
    wanted = list(dict.fromkeys(letters))
    ink = slogan if slogan is not None and slogan != paper else None
    if ink is None:
        candidates = [*wanted, *weights, BLACK, WHITE]
        ink = max(candidates, key=lambda color: contrast(color, paper))
    found = {"paper": paper, "ink": ink}
    rest = [c for c in wanted if c not in found.values()]
    rest += [
        c for c in sorted(weights, key=lambda c: (-weights[c], c.hex)) if c not in found.values() and c not in rest
    ]
    names = iter((*_MORE, *(f"color-{number}" for number in range(7, 40))))
    for number, color in enumerate(rest):
        if number >= len(_MORE) and color not in wanted:
            break
        found[next(names)] = color
    return found


def _fills(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[FillPath, Rect]]:
    for item in items:
        if isinstance(item, Group):
            yield from _fills(item.items, item.transform.then(matrix))
        elif isinstance(item, FillPath):
            yield item, tight_bounds(item.path, matrix)


def touches(items: Iterable[Item], box: Rect) -> bool:
    """Whether something of items lies on a box."""
    for item in items:
        match item:
            case Group() | FillPath():
                if any(around.intersection(box) for _, around in _fills((item,), IDENTITY)):
                    return True
                if isinstance(item, Group) and any(_pictures(item, IDENTITY, box)):
                    return True
            case Picture():
                if item.box.intersection(box):
                    return True
    return False


def _pictures(group: Group, matrix: Matrix, box: Rect) -> Iterable[bool]:
    inner = group.transform.then(matrix)
    for item in group.items:
        if isinstance(item, Group):
            yield from _pictures(item, inner, box)
        elif isinstance(item, Picture):
            yield bool(inner.box(item.box).intersection(box))
