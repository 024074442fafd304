"""A picture as Pillow reads it becomes one in sRGB, upright, no larger than it needs to be: strip by strip."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil, sqrt
from typing import TYPE_CHECKING

from placards.render.png import PHOTOGRAPH_LEVEL, RGB, RGBA, png_file
from placards.render.png_filters import filtered_rows

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose
    from PIL.ImageCms import ImageCmsTransform

#: The most pixels that a converted picture keeps: A0 at 125 pixels per inch. Larger ones are scaled down.
MOST_KEPT = 28_000_000

#: The height of a strip, before it is scaled down; more where the picture is narrow: each strip costs as much as some
#: ten thousand pixels.
_STRIP = 256
_LEAST_PIXELS = 1 << 18

_ORIENTATION = 0x0112


def converted(picture: Image, as_jpeg: bool) -> tuple[bytes, tuple[int, int]]:
    """The bytes of a PNG or JPEG, and its size. *picture* is used up: its memory is given back on the way."""
    turn = _turn(picture)
    upright = _scaled(picture)
    picture.close()
    if turn is not None:
        upright = upright.transpose(turn)
    return encoded(upright, as_jpeg)


def encoded(picture: Image, as_jpeg: bool) -> tuple[bytes, tuple[int, int]]:
    """The bytes of a PNG or JPEG, and its size, of a picture in RGB or RGBA (grey too, as JPEG), which is used up."""
    if as_jpeg:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=95, subsampling=0)
        return out.getvalue(), picture.size
    rows = bytearray()
    for strip in filtered_rows(picture):
        rows += strip
    size, colors = picture.size, RGBA if picture.mode == "RGBA" else RGB
    picture.close()
    return png_file(rows, size, colors, PHOTOGRAPH_LEVEL), size


@contextmanager
def quiet_pillow() -> Iterator[None]:
    """Pillow warns of large pictures and of odd metadata: limits are checked here, and such metadata are not used."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def orientation(picture: Image) -> int:
    """How a camera says that it was held: 1 upright, up to 8. Where that cannot be read, upright."""
    try:
        found = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # Pillow raises whatever comes on damaged Exif data; the picture itself may be good
        return 1
    return found if found in range(1, 9) else 1


def is_srgb(profile: bytes) -> bool:
    """Whether a colour profile is one of the many of sRGB, by its name."""
    return b"sRGB" in profile[:4096] or b"s\0R\0G\0B" in profile[:4096]


def _turn(picture: Image) -> Transpose | None:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return turns.get(orientation(picture))


def _scaled(picture: Image) -> Image:
    """The picture in RGB or RGBA, scaled down by a whole number where it has too many pixels."""
    from PIL import Image

    factor = ceil(sqrt(picture.width * picture.height / MOST_KEPT))
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    out = Image.new(mode, (ceil(picture.width / factor), ceil(picture.height / factor)))
    for top, strip in _strips(picture, factor):
        out.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return out


def _strips(picture: Image, factor: int) -> Iterator[tuple[int, Image]]:
    colored = _coloring(picture)
    step = max(_STRIP, _LEAST_PIXELS // picture.width) * factor
    for top in range(0, picture.height, step):
        strip = picture.crop((0, top, picture.width, min(top + step, picture.height)))
        yield top, colored(strip)


def _coloring(picture: Image) -> Callable[[Image], Image]:
    """What turns a strip of the picture into sRGB: by its colour profile, where there is one that fits."""
    transform = _transform(picture)
    deep = picture.mode in ("I;16", "I;16B", "I;16L", "I", "F")
    see_through = picture.has_transparency_data

    def colored(strip: Image) -> Image:
        if deep:  # Pillow would cut off what is above 255
            strip = strip.convert("I").point(lambda v: v / 256).convert("L")
        alpha = strip.convert("RGBA").getchannel("A") if see_through else None
        if transform is not None:
            from PIL import ImageCms

            without_alpha = {"RGBA": "RGB", "LA": "L"}.get(strip.mode)
            strip = (
                ImageCms.applyTransform(strip.convert(without_alpha) if without_alpha else strip, transform) or strip
            )
        strip = strip.convert("RGB")
        if alpha is not None:
            strip.putalpha(alpha)
        return strip

    return colored


def _transform(picture: Image) -> ImageCmsTransform | None:
    """From the picture's own colours to sRGB; None where they are sRGB, or their profile cannot be used: then the
    numbers are taken for sRGB, as viewers do."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    mode = {"RGBA": "RGB", "LA": "L"}.get(picture.mode, picture.mode)
    if not profile or is_srgb(profile) or mode not in ("RGB", "CMYK", "L"):
        return None
    try:
        source = ImageCms.getOpenProfile(io.BytesIO(profile))
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
