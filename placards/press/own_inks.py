"""A drawing in the colours of screens becomes inks in which the plain colours of its Scene keep their own.

Colours near to a plain one lie near to its inks too: what the ICC profile gives is moved by as much as it differs from
the plain colour's inks, less and less with the distance. Else a glow would end in an edge where it reaches its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp
from typing import TYPE_CHECKING

from placards.press.icc import GRID, Conversion, table
from placards.values.profile import Inks

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFilter import Color3DLUT

#: How far the inks of a plain colour reach, in levels of 255: at this distance a third of the difference is left.
_REACH = 40.0

#: So many colours keep their own inks.
MOST_COLORS = 48

#: A difference that nobody sees, in parts of all of an ink.
_UNSEEN = 0.02

_LEVELS = [255 * step / (GRID - 1) for step in range(GRID)]


class OwnInks:
    """From RGB to CMYK for one drawing, whose plain colours have inks by their sRGB values."""

    def __init__(self, conversion: Conversion, known: Mapping[tuple[float, float, float], Inks]) -> None:
        self._conversion = conversion
        self._known = dict(list(known.items())[-MOST_COLORS:])
        self._tables: dict[float, Color3DLUT] = {}
        self.most = conversion.most

    def picture(self, rgb: Image, margin: float = 0.0) -> Image:
        """A picture in RGB as one in CMYK; pixels of exactly a plain colour have its inks. With *margin*, less ink."""
        from PIL import ImageChops

        if margin not in self._tables:
            self._tables[margin] = table(self.most - margin, self._moved())
        made = rgb.filter(self._tables[margin])
        channels = rgb.split()
        for color, inks in self._known.items() if margin == 0 else ():
            same = [channel.point(_only(round(255 * v))) for channel, v in zip(channels, color, strict=True)]
            mask = ImageChops.darker(ImageChops.darker(same[0], same[1]), same[2])
            if mask.getbbox() is not None:
                made.paste(tuple([round(255 * v) for v in inks]), (0, 0, *made.size), mask)
        return made

    def _moved(self) -> list[float]:
        """The inks of the grid's points, four in a row, 0 to 255 each."""
        pulls = [
            ([[exp(-(((level - 255 * v) / _REACH) ** 2)) for level in _LEVELS] for v in color], differences)
            for color, differences in self._differences()
        ]
        values = [float(v) for v in self._conversion.grid]
        if not pulls:
            return values
        at = 0
        for blue in range(GRID):
            for green in range(GRID):
                for red in range(GRID):
                    whole, moves = 0.0, [0.0, 0.0, 0.0, 0.0]
                    for (across, down, deep), differences in pulls:
                        weight = across[red] * down[green] * deep[blue]
                        if weight > 0.001:
                            whole += weight
                            moves = [move + weight * one for move, one in zip(moves, differences, strict=True)]
                    for channel, move in enumerate(moves) if whole else ():
                        values[at + channel] = min(max(values[at + channel] + 255 * move / max(whole, 1.0), 0.0), 255.0)
                    at += 4
        values[-4:] = [0.0] * 4  # white is no ink at all
        return values

    def _differences(self) -> Iterator[tuple[tuple[float, float, float], tuple[float, ...]]]:
        """By how much the inks of plain colours differ from those that the ICC profile gives, where that is seen."""
        for color, inks in self._known.items():
            differences = tuple([a - b for a, b in zip(inks, self._conversion.inks(color), strict=True)])
            if max(map(abs, differences)) > _UNSEEN:
                yield color, differences


def _only(level: int) -> list[int]:
    """A level, and those beside it: PDFium and we round halves differently."""
    return [255 * (abs(value - level) <= 1) for value in range(256)]
