"""A picture's bytes become a PDF image object, without decoding where PDF can read the file's own compression."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from placards.render.image_convert import quiet_pillow
from placards.render.pdf_pages import PdfPages
from placards.render.png_reading import SIGNATURE, read_png
from placards.render.reportlab_file import Value, dictionary, stream

if TYPE_CHECKING:
    from PIL.Image import Image

    from placards.scene.items import Picture

#: Rows that are converted at once.
_STRIP = 256


def add_picture(pages: PdfPages, picture: Picture) -> str:
    """Put a picture into the file, once however often it is drawn, and offer it to the page; its resource name."""
    if pages.inks is not None:
        from placards.render.pdf_plates import add_plates

        return add_plates(pages, picture)
    data = picture.data
    key = f"P{hashlib.sha256(data).hexdigest()[:16]}"
    reference = pages.registered(key)
    if reference is None:
        reference = pages.register(key, _plain_png(data) or _decoded(pages, data, key))
    return pages.use("XObject", key, reference)


def _entries(width: int, height: int, space: bytes) -> dict[str, Value]:
    return {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": width,
        "Height": height,
        "BitsPerComponent": 8,
        "ColorSpace": space,
    }


def _plain_png(data: bytes) -> bytes | None:
    """An opaque 8-bit grey or RGB PNG without interlace: its compressed rows are what PDF reads with PNG predictors."""
    if not data.startswith(SIGNATURE):
        return None
    parts = read_png(data)
    if not parts.plain:
        return None
    entries = _entries(parts.width, parts.height, b"/DeviceRGB" if parts.kind == 2 else b"/DeviceGray")
    entries["Filter"] = b"/FlateDecode"
    colors = 3 if parts.kind == 2 else 1
    entries["DecodeParms"] = dictionary({"Predictor": 15, "Colors": colors, "Columns": parts.width})
    return stream(parts.packed, entries)


def _decoded(pages: PdfPages, data: bytes, key: str) -> bytes:
    """A JPEG as it is; anything else as plain pixels, its transparency as a soft mask."""
    from PIL import Image

    with quiet_pillow(), Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
        if picture.format == "JPEG" and picture.mode in ("L", "RGB"):
            entries = _entries(width, height, b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB")
            entries["Filter"] = b"/DCTDecode"
            return stream(data, entries)
        entries = _entries(width, height, b"/DeviceRGB")
        pixels, mask = _pixels(picture)
    if mask:
        entries["SMask"] = pages.register(f"{key}-mask", stream(bytes(mask), _entries(width, height, b"/DeviceGray")))
    return stream(bytes(pixels), entries)


def _pixels(picture: Image) -> tuple[bytearray, bytearray]:
    """RGB of all pixels, and their opacity where any is transparent; strip by strip, for want of memory."""
    see_through = picture.has_transparency_data
    pixels, mask = bytearray(), bytearray()
    for top in range(0, picture.height, _STRIP):
        strip = picture.crop((0, top, picture.width, min(top + _STRIP, picture.height)))
        if see_through:
            strip = strip.convert("RGBA")
            mask += strip.getchannel("A").tobytes()
        pixels += strip.convert("RGB").tobytes()
    return pixels, mask
