"""A page of a finished PDF becomes a PNG, JPEG or WebP of exactly the wanted size: PDFium draws, Pillow writes."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pypdfium2_raw as pdfium  # the bindings alone: pypdfium2's classes cost a further 15 ms to import

from placards.problems.errors import InputError
from placards.render.image_text import image_text, png_text, xmp_packet
from placards.render.options import RenderOptions
from placards.render.srgb import srgb_profile

if TYPE_CHECKING:
    from PIL.Image import Image

    from placards.scene.items import Metadata

Kind = Literal["png", "jpeg", "webp"]

#: The largest image that is written: an A0 sheet at 300 dpi has 139 million pixels and takes a gigabyte of memory.
MAX_PIXELS = 150_000_000

#: The longest side that a format can hold.
_MAX_SIDE = {"png": 1_000_000, "jpeg": 65_500, "webp": 16_383}

#: zlib's 4 is within two per cent of 6 for flat art, and takes half the time for photographs.
_PNG_LEVEL = 4

_WHITE = 0xFFFFFFFF
_POINTS_PER_INCH = 72.0

#: PDFium may be used by one thread at a time.
_lock = Lock()


class _Box(NamedTuple):
    """A page box in points, y up."""

    left: float
    bottom: float
    right: float
    top: float


def render_image(
    pdf: bytes,
    kind: Kind,
    options: RenderOptions,
    *,
    pixels: tuple[int, int] | None = None,
    page: int = 0,
    metadata: Metadata | None = None,
) -> bytes:
    """The trimmed *page* as an image file: of *pixels* size, or as many as the options' dpi give. The file says its
    title, author and subject (how far its texts can be trusted)."""
    with _lock, _open_page(pdf, page) as handle:
        trim = _trim_box(handle)
        width = pixels[0] if pixels else _pixels(trim.right - trim.left, options.dpi)
        height = pixels[1] if pixels else _pixels(trim.top - trim.bottom, options.dpi)
        check_size(width, height, kind)
        picture = _draw(handle, trim, width, height)
    dpi = width * _POINTS_PER_INCH / (trim.right - trim.left)
    return _encode(picture, kind, dpi, options, image_text(metadata))


def check_size(width: int, height: int, kind: Kind) -> None:
    """Raise InputError for an image that no memory or no reader could hold."""
    if width < 1 or height < 1:
        raise InputError(f"an image of {width} × {height} pixels has no area", remedy="Choose a larger size or dpi")
    if width * height > MAX_PIXELS:
        raise InputError(
            f"an image of {width} × {height} pixels is larger than {MAX_PIXELS:,} pixels",
            remedy="Choose a lower dpi, a smaller size, or PDF",
        )
    if max(width, height) > _MAX_SIDE[kind]:
        raise InputError(
            f"{width} × {height} pixels are too long for {kind.upper()}, which holds {_MAX_SIDE[kind]} a side",
            remedy="Choose a lower dpi, PNG, or PDF",
        )


def _pixels(points: float, dpi: float) -> int:
    return round(points * dpi / _POINTS_PER_INCH)


def _draw(page: Any, trim: _Box, width: int, height: int) -> Image:
    """Draw the trim over a white bitmap in RGB order, so that Pillow takes the bytes as they are."""
    from PIL import Image

    stride = 3 * width
    data = bytearray(stride * height)
    buffer = (ctypes.c_char * len(data)).from_buffer(data)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, buffer, stride)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
    across, down = width / (trim.right - trim.left), height / (trim.top - trim.bottom)
    page_top = pdfium.FPDF_GetPageHeightF(page)
    matrix = pdfium.FS_MATRIX(across, 0, 0, down, -trim.left * across, (trim.top - page_top) * down)
    clip = pdfium.FS_RECTF(0, 0, width, height)
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), data, "raw", "RGB", stride, 1)


def _encode(picture: Image, kind: Kind, dpi: float, options: RenderOptions, text: dict[str, str]) -> bytes:
    out = io.BytesIO()
    profile = srgb_profile()
    if kind == "png":
        picture.save(out, "PNG", compress_level=_PNG_LEVEL, icc_profile=profile, dpi=(dpi, dpi), pnginfo=png_text(text))
    elif kind == "jpeg":
        whole = (round(dpi), round(dpi))
        comment = "\n".join(text.values()).encode()
        picture.save(
            out, "JPEG", quality=options.jpeg_quality, subsampling=0, icc_profile=profile, dpi=whole, comment=comment
        )
    else:
        picture.save(
            out, "WEBP", lossless=options.webp_lossless, quality=60 if options.webp_lossless else 90, method=1,
            icc_profile=profile, xmp=xmp_packet(text),
        )  # fmt: skip
    return out.getvalue()


@contextmanager
def _open_page(pdf: bytes, page: int) -> Iterator[Any]:
    _start_pdfium()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not document:
        raise InputError("the PDF cannot be read", remedy="Give a complete PDF file")
    try:
        handle = pdfium.FPDF_LoadPage(document, page)
        if not handle:
            raise InputError(f"the PDF has no page {page + 1}", remedy="Give a page that exists")
        try:
            yield handle
        finally:
            pdfium.FPDF_ClosePage(handle)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _trim_box(page: Any) -> _Box:
    """The TrimBox, or the whole page where there is none."""
    values = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetTrimBox(page, *map(ctypes.byref, values)):
        return _Box(*(v.value for v in values))
    return _Box(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))


@lru_cache(maxsize=1)
def _start_pdfium() -> None:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
