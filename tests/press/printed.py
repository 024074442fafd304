"""Sheets as paper: pages drawn at a scale, so that what is put together from them can be compared pixel by pixel."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pypdfium2_raw as pdfium
from PIL import Image, ImageChops

from placards.values.geometry import Rect

WHITE = (255, 255, 255)


def page_count(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def page_sizes(data: bytes) -> list[tuple[float, float]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [(float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages]


class Sheets:
    """An open PDF; each page can be drawn in parts."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def drawn(self, page: int, box: Rect, scale: float, *, nudge: tuple[float, float] = (0.0, 0.0)) -> Image.Image:
        """What stands in a box of a page (points, y down), at so many pixels a point. *nudge* moves the grid of pixels
        by parts of a point, so that it lies as another picture's does."""
        width, height = round(box.width * scale), round(box.height * scale)
        handle = pdfium.FPDF_LoadPage(self._document, page)
        data = bytearray(4 * width * height)
        buffer = (ctypes.c_char * len(data)).from_buffer(data)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, buffer, 4 * width)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        x, y = -(box.x + nudge[0]) * scale, -(box.y + nudge[1]) * scale
        matrix = pdfium.FS_MATRIX(scale, 0, 0, scale, x, y)
        clip = pdfium.FS_RECTF(0, 0, width, height)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, handle, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(handle)
        return Image.frombuffer("RGBX", (width, height), bytes(data), "raw", "RGBX", 4 * width, 1).convert("RGB")


@contextmanager
def open_sheets(data: bytes) -> Iterator[Sheets]:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    assert document
    try:
        yield Sheets(document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def trim_picture(data: bytes, scale: float, size: tuple[int, int]) -> Image.Image:
    """The trim of a PDF's first page at so many pixels a point, so many of them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        media, trim = ([float(v) for v in box] for box in (page.mediabox, page.trimbox))
    box = Rect(trim[0] - media[0], media[3] - trim[3], size[0] / scale, size[1] / scale)
    with open_sheets(data) as sheets:
        return sheets.drawn(0, box, scale)


def differing(first: Image.Image, second: Image.Image, by: int = 1) -> float:
    """Which part of two pictures' pixels differs by more than so many levels in a channel."""
    assert first.size == second.size
    red, green, blue = ImageChops.difference(first, second).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[by + 1 :]) / (first.width * first.height)
