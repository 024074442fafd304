"""A finished file becomes a small picture of its first page, for a gallery: a PNG of few colours, the same everywhere.

Of the ways to pack flat posters, measured on 60 of them at 480 pixels, a palette by an octree is the smallest (12 kB;
WebP with loss 17 to 20, JPEG 33), the quickest but for JPEG, and the only one whose letters have clean edges.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.render.pdfium import opened_page
from placards.render.png import FLAT_LEVEL, INDEXED, png_file

if TYPE_CHECKING:
    from PIL.Image import Image

#: The longer side in pixels. At 480 a thumbnail would take half as long again.
SIDE = 400

#: Fewer than 256 are found sooner, and flat art does not show it.
_COLORS = 128


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture as a PNG, and its size in pixels."""

    data: bytes
    width: int
    height: int


def fitted(width: float, height: float) -> tuple[int, int]:
    """A size in pixels of the same shape whose longer side is `SIDE`."""
    scale = SIDE / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def pdf_thumbnail(pdf: bytes) -> Thumbnail:
    """Of the trimmed first page; raises InputError for what is no PDF."""
    from PIL import Image

    with opened_page(pdf, 0) as page:
        trim = page.trim
        size = fitted(trim.right - trim.left, trim.top - trim.bottom)
        pixels = page.rgbx(size)
    return _packed(Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 4 * size[0], 1))


def image_thumbnail(png: bytes) -> Thumbnail:
    """Of an image that is as small already."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return _packed(picture)


def _packed(picture: Image) -> Thumbnail:
    from PIL import Image

    few = picture.convert("RGB").quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    width, height = few.size
    pixels, rows = few.tobytes(), bytearray()
    for start in range(0, width * height, width):
        rows += b"\0" + pixels[start : start + width]
    palette = bytes(few.getpalette("RGB") or b"")
    return Thumbnail(png_file(rows, few.size, INDEXED, FLAT_LEVEL, palette=palette), width, height)
