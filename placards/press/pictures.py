"""Pictures become plates: through the ICC profile of the press, with no more pixels than its screen can show.

Photographs stay JPEG, of quality 92; what is flat or see-through is packed without loss. A JPEG's values may overshoot
where light meets dark: its inks are looked at again, and it is made with a lower limit until none are too many.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil, hypot, sqrt
from typing import TYPE_CHECKING, Protocol

from placards.press.icc import Conversion
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError
from placards.render.flate import compressed
from placards.render.image_convert import quiet_pillow
from placards.render.jpeg_bands import ROWS_A_CYCLE, joined_jpegs
from placards.render.png_filters import filtered_rows
from placards.scene.items import Group, Item, Picture, Plates, Scene
from placards.values.geometry import IDENTITY, Matrix
from placards.values.profile import Profile
from placards.values.units import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

#: How many times the resolution that a profile asks for a picture keeps at most.
ENOUGH = 1.5

#: Quality of JPEG, and the packing of the rest.
_QUALITY, _LEVEL = 92, 6

#: How much less ink a JPEG is made for, in turn; with the last it is packed without loss after all.
_MARGINS = (0.06, 0.15, 0.3)

#: An opaque picture of more colours than this, and of more pixels, is a photograph, whatever its file's format.
_MOST_FLAT_COLORS, _SMALL = 4096, 100_000

#: The most pixels that a picture keeps, whatever its size: A0 at 135 an inch.
MOST_PIXELS = 28_000_000

#: How many pixels are converted at once.
_BAND_PIXELS = 4_000_000


class Plater:
    """Gives pictures their plates, for the pages of one file."""

    def __init__(self, profile: Profile, conversion: Conversion, report: Report) -> None:
        self._profile, self._conversion, self._report = profile, conversion, report
        self._coarsest: float | None = None

    def scene(self, scene: Scene) -> Scene:
        """The Scene with plates for each picture that has none yet."""
        return replace(scene, items=self._all(scene.items, IDENTITY))

    def tell(self) -> None:
        """Say once how coarse the coarsest picture is, if it is too coarse."""
        if self._coarsest is not None:
            self._report(diagnostic("press-dpi", dpi=self._coarsest, least=self._profile.least_dpi))

    def _all(self, items: Sequence[Item], matrix: Matrix) -> tuple[Item, ...]:
        return tuple([self._item(item, matrix) for item in items])

    def _item(self, item: Item, matrix: Matrix) -> Item:
        if isinstance(item, Picture) and item.plates is None:
            return self._picture(item, matrix)
        if isinstance(item, Group) and _has_picture(item):
            return replace(item, items=self._all(item.items, item.transform.then(matrix)))
        return item

    def _picture(self, item: Picture, matrix: Matrix) -> Picture:
        across = item.box.width * hypot(matrix.a, matrix.b) / POINTS_PER_INCH
        down = item.box.height * hypot(matrix.c, matrix.d) / POINTS_PER_INCH
        if not (across > 0 and down > 0):
            return item
        width, height = _size(item.data)
        dpi = min(width / across, height / down)
        if dpi < self._profile.least_dpi and (self._coarsest is None or dpi < self._coarsest):
            self._coarsest = dpi
        most = ENOUGH * self._profile.dpi
        fewer = min(1.0, sqrt(MOST_PIXELS / (width * height)))
        kept = (min(ceil(width * fewer), ceil(across * most)), min(ceil(height * fewer), ceil(down * most)))
        return replace(item, plates=plates(item.data, kept, self._conversion))


def is_see_through(data: bytes) -> bool:
    """Whether a picture's file has transparency."""
    from PIL import Image

    with quiet_pillow(), Image.open(io.BytesIO(data)) as picture:
        return picture.has_transparency_data


@lru_cache(maxsize=8)
def plates(data: bytes, size: tuple[int, int], conversion: Conversion) -> Plates:
    """The plates of a PNG's or JPEG's bytes, with *size* pixels, no more than it has. Raises InputError where there is
    no memory for it."""
    from PIL import Image

    try:
        with quiet_pillow(), Image.open(io.BytesIO(data)) as opened:
            is_photograph = opened.format == "JPEG"
            if is_photograph:
                opened.draft("RGB", size)  # libjpeg's own halving, much sooner than all pixels
            alpha = opened.convert("RGBA").getchannel("A") if opened.has_transparency_data else None
            picture: Image.Image = opened if opened.mode == "RGB" else opened.convert("RGB")
            picture.load()
        if alpha is not None and alpha.getextrema() == (255, 255):
            alpha = None

        def bands() -> Iterator[Image.Image]:
            return _scaled(picture, size)

        if alpha is None and (is_photograph or _has_many_colors(picture)):
            return as_photograph(bands, size, conversion)
        made = as_it_is(map(conversion.picture, bands()), size)
        if alpha is None:
            return made
        return replace(made, mask=compressed(b"".join([band.tobytes() for band in _scaled(alpha, size)]), _LEVEL))
    except MemoryError as error:
        raise InputError("image-memory") from error


def as_it_is(bands: Iterator[Image], size: tuple[int, int]) -> Plates:
    """Bands of a picture in CMYK, below each other, packed without loss."""
    from PIL import Image

    rows, above = bytearray(), None
    for band in bands:
        # PNG's filters look at bytes, whatever they mean; Pillow's arithmetic has no CMYK.
        plain = Image.frombytes("RGBA", band.size, band.tobytes())
        for strip in filtered_rows(plain, above):
            rows += strip
        above = plain.crop((0, plain.height - 1, plain.width, plain.height))
    return Plates(*size, compressed(rows, _LEVEL), "png")


class Converter(Protocol):
    """What makes inks of pictures."""

    most: float  # of all inks together at one place

    def picture(self, rgb: Image, margin: float = 0.0) -> Image:
        """A picture in RGB as one in CMYK, with *margin* less ink than may be."""
        ...


def as_photograph(bands: Callable[[], Iterator[Image]], size: tuple[int, int], conversion: Converter) -> Plates:
    """Bands of a picture in RGB, below each other, as JPEG; without loss where JPEG would have too much ink. Each but
    the last has a multiple of `ROWS_A_CYCLE` rows. They are asked for more than once: nobody holds them all."""
    for margin in _MARGINS:
        made = []
        for band in bands():
            jpeg = _jpeg(conversion.picture(band, margin), in_bands=band.height < size[1])
            if _most_ink(jpeg) > conversion.most:
                break
            made.append(jpeg)
        else:
            return Plates(*size, joined_jpegs(made, size[1]) if len(made) > 1 else made[0], "jpeg")
    return as_it_is(map(conversion.picture, bands()), size)


def _jpeg(band: Image, *, in_bands: bool) -> bytes:
    """A JPEG whose values are the inks. Pillow writes them upside down, as Adobe's programs read them from files; in a
    PDF they stand as they are, so that they are turned before."""
    from PIL import ImageChops

    out = io.BytesIO()
    ImageChops.invert(band).save(out, "JPEG", quality=_QUALITY, subsampling=0, restart_marker_rows=1 if in_bands else 0)
    return out.getvalue()


def _most_ink(jpeg: bytes) -> float:
    """The largest sum of inks of a pixel, 4.0 being all."""
    from PIL import Image, ImageChops

    with Image.open(io.BytesIO(jpeg)) as picture:
        turned = [ImageChops.invert(channel) for channel in picture.split()]
    return most_of_sums(turned) / 255


def most_of_sums(channels: Sequence[Image]) -> int:
    """The largest sum of four channels at a pixel, in levels of 255, exactly."""
    from PIL import ImageMath

    cyan, magenta, yellow, black = channels
    total = ImageMath.lambda_eval(
        lambda given: given["c"] + given["m"] + given["y"] + given["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    return int(total.getextrema()[1])


def _scaled(picture: Image, size: tuple[int, int]) -> Iterator[Image]:
    """A picture with *size* pixels, in bands; where there are several, each but the last has as many rows as JPEG's
    bands may have."""
    from PIL import Image

    width, height = size
    rows = max(1, _BAND_PIXELS // width // ROWS_A_CYCLE) * ROWS_A_CYCLE
    scale = picture.height / height
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        if picture.size == size:
            yield picture.crop((0, top, width, bottom))
        else:
            box = (0, top * scale, picture.width, min(bottom * scale, picture.height))
            yield picture.resize((width, bottom - top), Image.Resampling.LANCZOS, box)


def _has_many_colors(picture: Image) -> bool:
    return picture.width * picture.height > _SMALL and picture.getcolors(_MOST_FLAT_COLORS) is None


def _has_picture(group: Group) -> bool:
    return any(isinstance(item, Picture) or (isinstance(item, Group) and _has_picture(item)) for item in group.items)


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image

    with quiet_pillow(), Image.open(io.BytesIO(data)) as picture:
        return picture.size
