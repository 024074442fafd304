"""Colours of screens become inks, by the ICC profile of a press, with the sum of all inks held below a limit.

Relative colorimetric with black point compensation: white is the paper, and the darkest colour the darkest ink. What
has more ink than the limit keeps its black, which carries the drawing, and gives up cyan, magenta and yellow by one
factor, which keeps the hue. LittleCMS gives the inks of the points of a grid; between them they are interpolated in
whole numbers by Pillow, so that no place has more ink than the grid, and equal pixels have equal inks everywhere.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from placards.problems.errors import InputError, Place
from placards.values.profile import Condition, Inks

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform
    from PIL.ImageFilter import Color3DLUT

    from placards.files.world import World

#: A profile of a printer has 0.1 to 3 MB.
MAX_ICC_BYTES = 20_000_000

_FOLDER = Path(__file__).with_name("icc")

#: Points of the grid along each channel: as many as LittleCMS itself takes.
GRID = 33

#: A level of eight bits: what rounding may add to each of four inks is half of it.
_ROUNDING = 2 / 255


def condition_icc(condition: Condition, world: World | None = None) -> bytes:
    """The bytes of a condition's ICC profile, a person's own before one that is shipped. Raises InputError where there
    is none, or where it is not one of a printer with CMYK."""
    own = world.find(condition.icc) if world is not None and condition.icc else None
    if own is not None:
        data = own.read(MAX_ICC_BYTES)
        _check(data, own.place())
        return data
    if condition.icc not in shipped_conditions():
        raise InputError("press-icc-missing", icc=condition.icc, condition=condition.name)
    return _shipped(condition.icc)


@lru_cache(maxsize=1)
def shipped_conditions() -> tuple[str, ...]:
    """The names of the ICC profiles that travel with the program."""
    return tuple(sorted(file.name for file in _FOLDER.glob("*.icc")))


@lru_cache(maxsize=4)
def _shipped(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def _check(data: bytes, place: Place) -> None:
    """ICC.1:2022, 7.2: the class of the device stands at byte 12, its colours at 16, the signature at 36."""
    if data[36:40] != b"acsp":
        raise InputError("press-icc-unusable", place=place)
    if data[12:20] != b"prtrCMYK":
        raise InputError("press-icc-not-cmyk", place=place, colors=data[16:20].decode("latin-1").strip())


def within(inks: Inks, most: float) -> Inks:
    """The inks with a sum of at most *most*: black is kept, the others are taken down by one factor."""
    cyan, magenta, yellow, black = inks
    colored = cyan + magenta + yellow
    if colored + black <= most:
        return inks
    factor = max(most - black, 0.0) / colored if colored else 0.0
    return (cyan * factor, magenta * factor, yellow * factor, min(black, most))


class Conversion:
    """From sRGB to the inks of one press, with at most so much of all of them at one place."""

    def __init__(self, icc: bytes, most_ink: float) -> None:
        self._icc, self.most = icc, most_ink
        self._known: dict[tuple[float, float, float], Inks] = {}

    def inks(self, rgb: tuple[float, float, float]) -> Inks:
        """The inks of a colour, 0 to 1 each."""
        known = self._known.get(rgb)
        if known is None:
            from PIL import Image, ImageCms

            pixel = Image.new("RGB", (1, 1), tuple([round(255 * v) for v in rgb]))
            made = ImageCms.applyTransform(pixel, self._to_inks)
            assert made is not None
            cyan, magenta, yellow, black = made.tobytes()
            levels = within((cyan / 255, magenta / 255, yellow / 255, black / 255), self.most)
            # White is no ink at all, whatever a profile makes of it.
            known = self._known[rgb] = (0.0, 0.0, 0.0, 0.0) if min(rgb) >= 1 else levels
        return known

    def grey(self, lightness: float) -> float:
        """How much black ink alone looks like a grey of that sRGB value, 0 to 1."""
        printed = self._greys
        level = 255 * lightness
        for amount, (light, dark) in enumerate(pairwise(printed)):
            if dark <= level <= light and light > dark:
                return (amount + (light - level) / (light - dark)) / 255
        return 1.0 if level < printed[-1] else 0.0

    def picture(self, rgb: Image, margin: float = 0.0) -> Image:
        """A picture in RGB as one in CMYK, with *margin* less ink than may be."""
        return rgb.filter(self._table(margin))

    @cached_property
    def _to_inks(self) -> ImageCmsTransform:
        return self._transform(back=False)

    @cached_property
    def _greys(self) -> list[float]:
        """What 0 to 255 of black ink alone look like, as sRGB values."""
        from PIL import Image, ImageCms

        ramp = Image.frombytes("CMYK", (256, 1), bytes([v for level in range(256) for v in (0, 0, 0, level)]))
        printed = ImageCms.applyTransform(ramp, self._transform(back=True))
        assert printed is not None
        green = list(printed.getchannel("G").tobytes())
        return [float(min(green[: at + 1])) for at in range(256)]  # never lighter with more ink

    def _transform(self, *, back: bool) -> ImageCmsTransform:
        from PIL import ImageCms

        intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
        screen = ImageCms.createProfile("sRGB")
        try:
            press = ImageCms.getOpenProfile(io.BytesIO(self._icc))
            if back:
                return ImageCms.buildTransform(press, screen, "CMYK", "RGB", intent, flags)
            return ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, flags)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError) as error:
            raise InputError("press-icc-unusable") from error

    def _table(self, margin: float) -> Color3DLUT:
        """The grid as Pillow takes it. Red changes first."""
        return _kept_table(self.most - margin, self.grid)

    @cached_property
    def grid(self) -> bytes:
        """The inks of the grid's points, four bytes each."""
        from PIL import Image, ImageCms

        levels = [round(255 * step / (GRID - 1)) for step in range(GRID)]
        points = bytes([v for blue in levels for green in levels for red in levels for v in (red, green, blue)])
        made = ImageCms.applyTransform(Image.frombytes("RGB", (GRID * GRID, GRID), points), self._to_inks)
        assert made is not None
        return made.tobytes()[:-4] + bytes(4)  # white is no ink at all


@lru_cache(maxsize=8)
def _kept_table(most: float, grid: bytes) -> Color3DLUT:
    return table(most, grid)


def table(most: float, grid: Sequence[float]) -> Color3DLUT:
    """From the inks of a grid's points, four in a row, 0 to 255 each, to what Pillow filters pictures with, with a sum
    of at most *most*."""
    from PIL.ImageFilter import Color3DLUT

    limit = 255 * (most - _ROUNDING)
    values: list[float] = []
    for at in range(0, len(grid), 4):
        cyan, magenta, yellow, black = grid[at : at + 4]
        colored = cyan + magenta + yellow
        if colored + black > limit:
            factor = max(limit - black, 0.0) / colored if colored else 0.0
            values += (cyan * factor / 255, magenta * factor / 255, yellow * factor / 255, min(black, limit) / 255)
        else:
            values += (cyan / 255, magenta / 255, yellow / 255, black / 255)
    return Color3DLUT(GRID, values, channels=4, target_mode="CMYK")


@lru_cache(maxsize=4)
def conversion(icc: bytes, most_ink: float) -> Conversion:
    """The conversion for a press, remembered."""
    return Conversion(icc, most_ink)
