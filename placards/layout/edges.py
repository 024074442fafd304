"""What is drawn around letters takes its room from their slot: a message and a box become lines that leave it free.

Outlines and shadows are measured by the smallest line. Lines are fitted without them and made smaller until all of it
is in the box; then fitted once more in what is left of the box, for other lines may now be larger.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from placards.layout.fit import Fitted
from placards.problems.errors import FitError
from placards.values.geometry import Rect

#: Sets a message in a box, and says in which it is to be placed; raises FitError.
Fitting: TypeAlias = Callable[[Rect], tuple[Fitted, Rect]]


class Edges(NamedTuple):
    """How far something reaches past the letters, in em."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def at(self, size: float) -> tuple[float, float, float, float]:
        """In points, for letters of so many points an em."""
        return (self.left * size, self.top * size, self.right * size, self.bottom * size)


def fit_within(fitting: Fitting, box: Rect, edges: Edges, least: float) -> tuple[Fitted, Rect]:
    """Lines that leave room in the box for what is around their letters, and the box that they stand in; no smaller
    than *least*. Raises FitError."""
    if not any(edges):
        return fitting(box)
    first, _ = fitting(box)
    first = _scaled(first, box, edges)
    found = [first]
    try:
        other, _ = fitting(box.inset(*edges.at(_smallest(first))))
    except FitError:
        pass
    else:
        found.append(_scaled(other, box, edges))
    best = max(found, key=lambda one: (_smallest(one) >= least, one.size))
    if _smallest(best) < least:
        # With the smallest letters it may still fit: if not, this says so.
        best = _scaled(fitting(box.inset(*edges.at(least)))[0], box, edges)
    return best, box.inset(*edges.at(_smallest(best)))


def fit_figure_within(fitting: Fitting, box: Rect, edges: Edges) -> tuple[Fitted, Rect]:
    """The same for lines that fill a figure in the box: in a box that is smaller by what is around larger letters."""
    fitted, placed = fitting(box)
    return (fitted, placed) if not any(edges) else fitting(box.inset(*edges.at(_smallest(fitted))))


def _smallest(fitted: Fitted) -> float:
    return min(line.size for line in fitted.lines)


def _scaled(fitted: Fitted, box: Rect, edges: Edges) -> Fitted:
    """The lines as large as they are with their edges in the box."""
    along = max(line.along * line.size for line in fitted.lines)
    width, height = (fitted.height, along) if fitted.paragraph.style.vertical else (along, fitted.height)
    left, top, right, bottom = edges.at(_smallest(fitted))
    fits = min(box.width / (width + left + right), box.height / (height + top + bottom))
    return fitted.times(min(fits, 1.0))
