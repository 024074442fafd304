"""Where a ground is drawn: a box as on a sheet read from left to right, and the way back to the sheet at hand."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.scene.items import FillPath, Group, Item
from placards.values.color import Paint
from placards.values.geometry import IDENTITY, Matrix, Path, Rect


@dataclass(frozen=True, slots=True)
class Outline:
    """A ground's figures on the sheet, and whether they pass the area's edge."""

    path: Path
    passes: bool


def outline_weight(outline: Outline) -> int:
    """What an outline takes of memory, in segments."""
    return len(outline.path.segments) + 1


@dataclass(frozen=True, slots=True)
class Plot:
    """*box* is the element's own, *area* reaches into the bleed where the box touches the sheet's edge."""

    box: Rect
    area: Rect
    bleed: float = 0.0
    flip: Matrix = IDENTITY  # from here to the sheet

    def path(self, path: Path) -> Path:
        """An outline on the sheet."""
        from placards.layout.grounds.outline import tidy

        return tidy(path if self.flip == IDENTITY else path.transformed(self.flip))

    def outline(self, path: Path) -> Outline:
        """A ground's figures on the sheet."""
        return Outline(self.path(path), not self.area.contains(path.bounds(), 0.01))

    def item(self, outline: Outline, paint: Paint) -> Item:
        """An outline on the sheet in a paint, cut at the area's edge where it passes it."""
        filled = FillPath(outline.path, paint, self.bleed)
        if not outline.passes:
            return filled
        return Group((filled,), clip=self.path(Path.rect(self.area)))


def plotted(box: Rect, area: Rect, bleed: float, *, mirrored: bool) -> Plot:
    """The plot of a box and its area on the sheet."""
    if not mirrored:
        return Plot(box, area, bleed)
    flip = Matrix(-1, 0, 0, 1, box.x + box.right, 0)
    return Plot(box, flip.box(area), bleed, flip)
