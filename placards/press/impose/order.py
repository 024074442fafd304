"""So many pages become the order in which they stand on sheets, so that folding or turning puts them right.

Pages are counted from 0, None is a blank one. A side of a sheet is what is printed at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

#: What stands in each place of a side, row by row from the left.
Side: TypeAlias = tuple[int | None, ...]


def booklet(count: int, *, right_to_left: bool = False) -> list[tuple[Side, Side]]:
    """The sheets of a booklet that is folded once and stapled in the fold, the outermost first: front and back of each,
    with a page on the left and one on the right. Blank pages fill the last sheet. Books that are read from right to
    left have their spine on the right.

    >>> booklet(8)
    [((7, 0), (1, 6)), ((5, 2), (3, 4))]
    >>> booklet(3)
    [((None, 0), (1, 2))]
    """
    places = -(-count // 4) * 4

    def page(number: int) -> int | None:
        return number if number < count else None

    sheets: list[tuple[Side, Side]] = []
    for sheet in range(places // 4):
        front: Side = (page(places - 1 - 2 * sheet), page(2 * sheet))
        back: Side = (page(2 * sheet + 1), page(places - 2 - 2 * sheet))
        sheets.append((front[::-1], back[::-1]) if right_to_left else (front, back))
    return sheets


def several(count: int, places: int) -> list[Side]:
    """Pages side by side in their order; a single one fills all places.

    >>> several(5, 4)
    [(0, 1, 2, 3), (4, None, None, None)]
    >>> several(1, 2)
    [(0, 0)]
    """
    if count == 1:
        return [(0,) * places]
    filled = [*range(count), *[None] * (-count % places)]
    return [tuple(filled[start : start + places]) for start in range(0, len(filled), places)]


def repeated(count: int, places: int) -> list[Side]:
    """A side full of each page: stickers.

    >>> repeated(2, 3)
    [(0, 0, 0), (1, 1, 1)]
    """
    return [(page,) * places for page in range(count)]


def two_sides(count: int) -> list[tuple[int, int | None]]:
    """Fronts and backs in turn.

    >>> two_sides(3)
    [(0, 1), (2, None)]
    """
    return [(front, front + 1 if front + 1 < count else None) for front in range(0, count, 2)]


def halves(count: int) -> list[tuple[int, int]]:
    """Tent cards: the two sides of each; a page alone is on both, two pages (two languages) have one each.

    >>> halves(1), halves(2), halves(3)
    ([(0, 0)], [(0, 1)], [(0, 1), (2, 2)])
    """
    pairs: Sequence[tuple[int, int | None]] = two_sides(count)
    return [(front, front if back is None else back) for front, back in pairs]
