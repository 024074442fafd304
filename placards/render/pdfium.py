"""A page of a finished PDF becomes rows of pixels, drawn by PDFium, as many at once as there is memory for."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # the bindings alone: pypdfium2's classes cost a further 15 ms to import

from placards.problems.errors import InputError

_WHITE = 0xFFFFFFFF

#: PDFium may be used by one thread at a time.
_lock = Lock()


class Box(NamedTuple):
    """A page box in points, y up."""

    left: float
    bottom: float
    right: float
    top: float


class Page:
    """An open page, its trim drawn at a size in pixels."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.trim = _trim_box(handle)
        self._height = pdfium.FPDF_GetPageHeightF(handle)

    def rgb_rows(self, size: tuple[int, int]) -> bytearray:
        """The trim over white, three bytes a pixel, and a zero before each row: what PNG wants of unfiltered rows."""
        stride = 3 * size[0] + 1
        data = bytearray(stride * size[1])
        self._draw(data, 1, pdfium.FPDFBitmap_BGR, stride, size, 0, size[1])
        return data

    def rgbx(self, size: tuple[int, int], top: int = 0, rows: int | None = None) -> bytearray:
        """*rows* rows from *top* on of the trim over white, four bytes a pixel, of which the last means nothing:
        PDFium's quickest form, and one that Pillow takes as it is."""
        stride = 4 * size[0]
        rows = size[1] - top if rows is None else rows
        data = bytearray(stride * rows)
        self._draw(data, 0, pdfium.FPDFBitmap_BGRx, stride, size, top, rows)
        return data

    def _draw(
        self, data: bytearray, start: int, form: int, stride: int, size: tuple[int, int], top: int, rows: int
    ) -> None:
        """Draw in RGB order into *data*, from its byte *start* on."""
        (width, height), trim = size, self.trim
        buffer = (ctypes.c_char * (len(data) - start)).from_buffer(data, start)
        bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, form, buffer, stride)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, _WHITE)
        across, down = width / (trim.right - trim.left), height / (trim.top - trim.bottom)
        matrix = pdfium.FS_MATRIX(across, 0, 0, down, -trim.left * across, (trim.top - self._height) * down - top)
        clip = pdfium.FS_RECTF(0, 0, width, rows)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, self.handle, matrix, clip, pdfium.FPDF_REVERSE_BYTE_ORDER)
        pdfium.FPDFBitmap_Destroy(bitmap)


@contextmanager
def opened_page(pdf: bytes, page: int) -> Iterator[Page]:
    """The page for as long as the block runs; raises InputError. Other threads wait meanwhile."""
    with _lock:
        _start_pdfium()
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        if not document:
            raise InputError("render-pdf-unreadable")
        try:
            handle = pdfium.FPDF_LoadPage(document, page)
            if not handle:
                raise InputError("render-page-missing", page=page + 1)
            try:
                yield Page(handle)
            finally:
                pdfium.FPDF_ClosePage(handle)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _trim_box(page: Any) -> Box:
    """The TrimBox, or the whole page where there is none."""
    values = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetTrimBox(page, *map(ctypes.byref, values)):
        return Box(*(v.value for v in values))
    return Box(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))


@lru_cache(maxsize=1)
def _start_pdfium() -> None:
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
