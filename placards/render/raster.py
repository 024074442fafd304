"""A page of a finished PDF becomes a PNG, JPEG or WebP of exactly the wanted size, within one budget of memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from placards.problems.errors import InputError
from placards.render.image_text import image_text, xmp_packet
from placards.render.options import RenderOptions
from placards.render.pdfium import Page, opened_page
from placards.render.png import FLAT_LEVEL, PHOTOGRAPH_LEVEL, RGB, png_file
from placards.render.srgb import srgb_profile

if TYPE_CHECKING:
    from PIL.Image import Image

    from placards.scene.items import Metadata

Kind = Literal["png", "jpeg", "webp"]

#: What an image may take of memory at its peak, in bytes; the program itself has some 90 MB of it.
MEMORY = 400_000_000
_OWN = 90_000_000

#: Bytes a pixel at the peak, measured: rows and packed rows of PNG, of flat art and of photographs (libdeflate has them
#: whole), WebP by its quick and its thorough search, and with loss. JPEG is made in bands, whatever its size.
_PNG_FLAT, _PNG_PHOTOGRAPH = 3.1, 6.0
_WEBP, _WEBP_THOROUGH, _WEBP_LOSSY = 17.5, 26.5, 10.0

#: The largest JPEG: an A0 sheet at 300 dpi has 139 million pixels.
_MOST_JPEG_PIXELS = 150_000_000

#: The longest side that a format can hold.
_MAX_SIDE = {"png": 1_000_000, "jpeg": 65_500, "webp": 16_383}

#: Images of so few pixels, as previews are, get hardly smaller by differences, and these take longer than the drawing.
_SMALL_PIXELS = 400_000

#: The most pixels that are drawn at once where bands will do.
_BAND_PIXELS = 8_000_000

_POINTS_PER_INCH = 72.0


def render_image(
    pdf: bytes,
    kind: Kind,
    options: RenderOptions,
    *,
    pixels: tuple[int, int] | None = None,
    page: int = 0,
    metadata: Metadata | None = None,
    flat: bool = False,
) -> bytes:
    """The trimmed *page* as an image file: of *pixels* size, or as many as the options' dpi give. The file says its
    title, author and subject (how far its texts can be trusted). *flat* says that there is no photograph on it."""
    with opened_page(pdf, page) as opened:
        trim = opened.trim
        width = pixels[0] if pixels else _pixels(trim.right - trim.left, options.dpi)
        height = pixels[1] if pixels else _pixels(trim.top - trim.bottom, options.dpi)
        check_size(width, height, kind, flat=flat, lossless=options.webp_lossless)
        dpi = width * _POINTS_PER_INCH / (trim.right - trim.left)
        text = image_text(metadata)
        if kind == "jpeg":  # encoded while it is drawn
            return _jpeg(opened, (width, height), dpi, options, text)
        if kind == "webp":
            picture = _picture(opened, (width, height))
        else:
            rows, level = _png_rows(opened, (width, height), flat)
    if kind == "webp":
        return _webp(picture, options, text)
    return png_file(rows, (width, height), RGB, level, dpi=dpi, text=text)


def check_size(width: int, height: int, kind: Kind, *, flat: bool = False, lossless: bool = True) -> None:
    """Raise InputError for an image that the budget of memory or no reader could hold."""
    if width < 1 or height < 1:
        raise InputError("render-no-area", width=width, height=height)
    limit = most_pixels(kind, flat=flat, lossless=lossless)
    if width * height > limit:
        raise InputError("render-too-large", width=width, height=height, limit=limit, kind=kind.upper())
    if max(width, height) > _MAX_SIDE[kind]:
        raise InputError("render-too-long", width=width, height=height, kind=kind.upper(), limit=_MAX_SIDE[kind])


def most_pixels(kind: Kind, *, flat: bool = False, lossless: bool = True) -> int:
    """How many pixels an image of a kind may have."""
    if kind == "jpeg":
        return _MOST_JPEG_PIXELS
    flat_art = {"png": _PNG_FLAT, "webp": _WEBP}
    others = {"png": _PNG_PHOTOGRAPH, "webp": _WEBP if lossless else _WEBP_LOSSY}
    return int((MEMORY - _OWN) / (flat_art if flat and lossless else others)[kind])


def _pixels(points: float, dpi: float) -> int:
    return round(points * dpi / _POINTS_PER_INCH)


def _png_rows(page: Page, size: tuple[int, int], flat: bool) -> tuple[bytearray, int]:
    """Flat art unfiltered, as it packs best and quickest, and so are small images; photographs by their differences."""
    if flat or size[0] * size[1] <= _SMALL_PIXELS:
        return page.rgb_rows(size), FLAT_LEVEL
    from placards.render.png_filters import filtered_rows

    rows, above = bytearray(), None
    for band in _bands(page, size, 1):
        picture = band.convert("RGB")
        for strip in filtered_rows(picture, above):
            rows += strip
        above = picture.crop((0, picture.height - 1, picture.width, picture.height))
    return rows, PHOTOGRAPH_LEVEL


def _jpeg(page: Page, size: tuple[int, int], dpi: float, options: RenderOptions, text: dict[str, str]) -> bytes:
    from placards.render.jpeg_bands import ROWS_A_CYCLE, joined_jpegs

    whole = (round(dpi), round(dpi))
    comment = "\n".join(text.values()).encode()

    def encoded(picture: Image, restart_rows: int) -> bytes:
        out = io.BytesIO()
        picture.save(
            out, "JPEG", quality=options.jpeg_quality, subsampling=0, icc_profile=srgb_profile(), dpi=whole,
            comment=comment, restart_marker_rows=restart_rows,
        )  # fmt: skip
        return out.getvalue()

    if size[0] * size[1] <= _BAND_PIXELS:
        return encoded(_picture(page, size), 0)
    return joined_jpegs((encoded(band, 1) for band in _bands(page, size, ROWS_A_CYCLE)), size[1])


def _webp(picture: Image, options: RenderOptions, text: dict[str, str]) -> bytes:
    lossless = options.webp_lossless
    thorough = picture.width * picture.height * _WEBP_THOROUGH <= MEMORY - _OWN
    out = io.BytesIO()
    picture.save(
        out, "WEBP", lossless=lossless, quality=(60 if thorough else 20) if lossless else 90, method=1,
        icc_profile=srgb_profile(), xmp=xmp_packet(text),
    )  # fmt: skip
    return out.getvalue()


def _picture(page: Page, size: tuple[int, int]) -> Image:
    return _as_picture(page.rgbx(size), size)


def _bands(page: Page, size: tuple[int, int], step: int) -> Iterator[Image]:
    """The page in bands of a multiple of *step* rows, as many as the budget allows at once."""
    width, height = size
    rows = max(step, _BAND_PIXELS // width // step * step)
    for top in range(0, height, rows):
        count = min(rows, height - top)
        yield _as_picture(page.rgbx(size, top, count), (width, count))


def _as_picture(data: bytearray, size: tuple[int, int]) -> Image:
    """Pixels of four bytes as Pillow's RGBX, without a copy."""
    from PIL import Image

    return Image.frombuffer("RGBX", size, data, "raw", "RGBX", 4 * size[0], 1)
