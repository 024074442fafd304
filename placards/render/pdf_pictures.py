"""A picture's bytes become a PDF image object, without decoding where PDF can read the file's own compression."""

from __future__ import annotations

import hashlib
import io
import struct
from typing import Any

from placards.render.reportlab_canvas import FlateStream, PrintCanvas

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def add_picture(canvas: PrintCanvas, data: bytes) -> str:
    """Put a picture into the file, once however often it is drawn; its name for `PrintCanvas.use_picture`."""
    name = hashlib.sha256(data).hexdigest()[:16]
    key = canvas.picture_key(name)
    if not canvas.has(key):
        canvas.register(_image(canvas, data, name), key)
    return name


def _image(canvas: PrintCanvas, data: bytes, name: str) -> FlateStream:
    return _plain_png(canvas, data) or _decoded(canvas, data, name)


def _entries(canvas: PrintCanvas, width: int, height: int, space: str) -> dict[str, Any]:
    return {
        "Type": canvas.name("XObject"),
        "Subtype": canvas.name("Image"),
        "Width": width,
        "Height": height,
        "BitsPerComponent": 8,
        "ColorSpace": canvas.name(space),
    }


def _plain_png(canvas: PrintCanvas, data: bytes) -> FlateStream | None:
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
    entries = _entries(canvas, width, height, "DeviceRGB" if kind == 2 else "DeviceGray")
    entries["Filter"] = canvas.name("FlateDecode")
    entries["DecodeParms"] = canvas.dictionary({"Predictor": 15, "Colors": colors, "Columns": width})
    return FlateStream(b"".join(rows), entries)


def _decoded(canvas: PrintCanvas, data: bytes, name: str) -> FlateStream:
    """A JPEG as it is; anything else as plain pixels, its transparency as a soft mask."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        width, height = picture.size
        if picture.format == "JPEG" and picture.mode in ("L", "RGB"):
            entries = _entries(canvas, width, height, "DeviceGray" if picture.mode == "L" else "DeviceRGB")
            entries["Filter"] = canvas.name("DCTDecode")
            return FlateStream(data, entries)
        entries = _entries(canvas, width, height, "DeviceRGB")
        if picture.has_transparency_data:
            pixels = picture.convert("RGBA")
            mask = FlateStream(pixels.getchannel("A").tobytes(), _entries(canvas, width, height, "DeviceGray"))
            entries["SMask"] = canvas.register(mask, canvas.picture_key(name + "-mask"))
            pixels = pixels.convert("RGB")
        else:
            pixels = picture.convert("RGB")
        return FlateStream(pixels.tobytes(), entries)
