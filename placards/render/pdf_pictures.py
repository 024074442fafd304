"""A picture's bytes become a PDF image object, without decoding where PDF can read the file's own compression."""

from __future__ import annotations

import hashlib
import io
import struct

from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, dictionary, stream

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def add_picture(pages: PdfPages, data: bytes) -> str:
    """Put a picture into the file, once however often it is drawn, and offer it to the page; its resource name."""
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
    if not data.startswith(_PNG_SIGNATURE):
        return None
    width, height, bits, kind, _, _, interlace = struct.unpack_from(">IIBBBBB", data, 16)
    if bits != 8 or kind not in (0, 2) or interlace:
        return None
    rows, at = [], len(_PNG_SIGNATURE)
    while at < len(data):
        length, chunk = struct.unpack_from(">I4s", data, at)
        if chunk == b"tRNS":
            return None
        if chunk == b"IDAT":
            rows.append(data[at + 8 : at + 8 + length])
        at += length + 12
    colors = 3 if kind == 2 else 1
    entries = _entries(width, height, b"/DeviceRGB" if kind == 2 else b"/DeviceGray")
    entries["Filter"] = b"/FlateDecode"
    entries["DecodeParms"] = dictionary({"Predictor": 15, "Colors": colors, "Columns": width})
    return stream(b"".join(rows), entries)


def _decoded(pages: PdfPages, data: bytes, key: str) -> bytes:
    """A JPEG as it is; anything else as plain pixels, its transparency as a soft mask."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
        if picture.format == "JPEG" and picture.mode in ("L", "RGB"):
            entries = _entries(width, height, b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB")
            entries["Filter"] = b"/DCTDecode"
            return stream(data, entries)
        entries = _entries(width, height, b"/DeviceRGB")
        if picture.has_transparency_data:
            pixels = picture.convert("RGBA")
            mask = stream(pixels.getchannel("A").tobytes(), _entries(width, height, b"/DeviceGray"))
            entries["SMask"] = pages.register(f"{key}-mask", mask)
            pixels = pixels.convert("RGB")
        else:
            pixels = picture.convert("RGB")
        return stream(pixels.tobytes(), entries)
