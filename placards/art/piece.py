"""A piece of art becomes a Drawing in a sheet's inks: its tones are painted, and its own colours are forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from placards.art.drawing import CURRENT, Drawing, recolored_items
from placards.art.normal import Tone
from placards.art.svg_bounds import bounds_of
from placards.frozen import dataclass
from placards.scene.items import FillPath, Group
from placards.values.color import Color, contrast
from placards.values.geometry import Matrix, Size

#: Below this contrast what lies under the first tone is not told from it, and is left out.
_TELLS = 1.5


@dataclass(frozen=True, slots=True)
class About:
    """What art.toml says of a piece."""

    alt: str = ""
    author: str = ""
    source: str = ""
    licence: str = ""
    licence_url: str = ""
    changed: bool = False  # from what its author made
    mirror: bool = False
    tone2: Literal["", "part", "under"] = ""
    darker: bool = False  # the first tone must be the darker one
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of art by its name: tones where it is in the normal form, otherwise a drawing with colours of its own."""

    name: str
    about: About
    tones: tuple[Tone, ...] = ()
    drawn: Drawing | None = None

    def drawing(self, fills: Sequence[Color]) -> Drawing:
        """The piece in one or two inks, as large as what it paints. One that is not in the normal form takes them where
        it has no more colours than there are inks, the darker one first; else it keeps its own."""
        if self.drawn is not None:
            return cropped(recolored_drawing(self.drawn, self._of_own(self.drawn, fills)))
        inks = self._inks(fills)
        items = tuple(FillPath(t.path, ink) for t in self.tones if (ink := inks[t.number - 1]) is not None)
        return cropped(Drawing(Size(1000, 1000), items, clipped=False))

    def _inks(self, fills: Sequence[Color]) -> tuple[Color, Color | None]:
        """The inks of both tones; None where the second is left out."""
        first, second = fills[0], fills[1] if len(fills) > 1 else None
        if self.about.tone2 != "under":
            return first, second or first
        if second is None or contrast(first, second) < _TELLS:
            return first, None
        if self.about.darker and second.luminance < first.luminance:
            return second, first
        return first, second

    def _of_own(self, drawn: Drawing, fills: Sequence[Color]) -> Mapping[Color, Color]:
        colors = sorted(drawn.colors, key=lambda color: (color != CURRENT, color.luminance))
        if len(colors) > len(fills):
            return {CURRENT: fills[0]}
        return dict(zip(colors, fills, strict=False))


def recolored_drawing(drawing: Drawing, colors: Mapping[Color, Color]) -> Drawing:
    """The same with some colours changed."""
    return Drawing(drawing.size, recolored_items(drawing.items, colors), drawing.clipped, drawing.notes)


def cropped(drawing: Drawing) -> Drawing:
    """The same, as large as what it fills: a box then holds the art, and not the margin around it."""
    box = bounds_of(drawing.items)
    if drawing.clipped or box is None or box.width <= 0 or box.height <= 0:
        return drawing
    return Drawing(box.size, (Group(drawing.items, Matrix(e=-box.x, f=-box.y)),), False, drawing.notes)
