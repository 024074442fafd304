"""Pages become what a camera and a search find on them: codes that decode, or do not, and text that comes back."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from placards.frozen import dataclass
from placards.press.preflight.document import Document, PageBoxes
from placards.problems.errors import InputError
from placards.render.pdfium import opened_page

if TYPE_CHECKING:
    from PIL.Image import Image

#: The longer side of what is looked through for codes, in pixels.
_SIDE = 1800

#: What a sheet's codes are; barcodes of goods and letters are not looked for.
_KINDS = ("QRCode", "MicroQRCode", "RMQRCode", "Aztec", "DataMatrix", "PDF417")


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was found."""

    page: int
    kind: str  # "QRCode", …
    text: str  # empty where it cannot be read
    readable: bool


def codes(printed: bytes, document: Document, pages: Sequence[PageBoxes]) -> tuple[Code, ...]:
    """The codes of pages that `printed_area` made; nothing without zxing-cpp, which is remembered."""
    try:
        import zxingcpp
    except ImportError:
        document.skip("preflight-skipped-codes")
        return ()
    if not printed:
        return ()
    return tuple(found for page in pages for found in _codes(zxingcpp, printed, page))


def _codes(reader: Any, printed: bytes, page: PageBoxes) -> Iterator[Code]:
    image = picture(printed, page.number - 1, _SIDE)
    if image is None:
        return
    for found in reader.read_barcodes(image.convert("L"), return_errors=True):
        kind = str(found.format).rpartition(".")[2].replace(" ", "")
        if kind in _KINDS or "QR" in kind:
            yield Code(page.number, kind, found.text if found.valid else "", bool(found.valid))


def picture(pdf: bytes, index: int, side: int) -> Image | None:
    """A page as a picture whose longer side has so many pixels; None for one that cannot be drawn."""
    from PIL import Image

    try:
        with opened_page(pdf, index) as page:
            width, height = page.trim.right - page.trim.left, page.trim.top - page.trim.bottom
            if width <= 0 or height <= 0:
                return None
            scale = side / max(width, height)
            size = max(1, round(width * scale)), max(1, round(height * scale))
            pixels = page.rgbx(size)
    except InputError:
        return None
    return Image.frombuffer("RGBX", size, bytes(pixels), "raw", "RGBX", 4 * size[0], 1).convert("RGB")


def text_on(pdf: bytes, index: int) -> str:
    """What PDFium reads on a page, as a search does; empty for a page that cannot be read."""
    try:
        with opened_page(pdf, index) as page:
            text = pdfium.FPDFText_LoadPage(page.handle)
            if not text:
                return ""
            try:
                count = pdfium.FPDFText_CountChars(text)
                buffer = (ctypes.c_ushort * (count + 1))()
                written = pdfium.FPDFText_GetText(text, 0, count, buffer) if count > 0 else 0
                return bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
            finally:
                pdfium.FPDFText_ClosePage(text)
    except InputError:
        return ""
