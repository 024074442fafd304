"""A picture's inks become a PDF image object in DeviceCMYK, its transparency a soft mask."""

from __future__ import annotations

import hashlib
import io

from placards.problems.errors import InputError
from placards.render.flate import PDF_LEVEL, compressed
from placards.render.image_convert import quiet_pillow
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import Value, dictionary, stream
from placards.scene.items import Picture, Plates


def add_plates(pages: PdfPages, picture: Picture) -> str:
    """Put a picture into the file, once however often it is drawn, and offer it to the page; its resource name. Raises
    InputError for one that is see-through where nothing may be."""
    plates = picture.plates or _by_arithmetic(picture.data)
    if plates.mask and not pages.profile.transparency:
        raise InputError("render-see-through")
    key = f"P{hashlib.sha256(plates.data + plates.mask).hexdigest()[:16]}"
    reference = pages.registered(key)
    if reference is None:
        entries = _entries(plates, b"/DeviceCMYK")
        if plates.packing == "png":
            parts = {"Predictor": 15, "Colors": 4, "Columns": plates.width}
            entries |= {"Filter": b"/FlateDecode", "DecodeParms": dictionary(parts)}
        else:
            entries |= {"Filter": b"/DCTDecode"}
        if plates.mask:
            mask = stream(plates.mask, _entries(plates, b"/DeviceGray") | {"Filter": b"/FlateDecode"})
            entries["SMask"] = pages.register(f"{key}-mask", mask)
        reference = pages.register(key, stream(plates.data, entries))
    return pages.use("XObject", key, reference)


def _entries(plates: Plates, space: bytes) -> dict[str, Value]:
    return {
        "Type": b"/XObject",
        "Subtype": b"/Image",
        "Width": plates.width,
        "Height": plates.height,
        "BitsPerComponent": 8,
        "ColorSpace": space,
    }


def _by_arithmetic(data: bytes) -> Plates:
    """The inks of a picture that did not pass through `placards.press`: without black, as Pillow has it."""
    from PIL import Image

    with quiet_pillow(), Image.open(io.BytesIO(data)) as opened:
        alpha = opened.convert("RGBA").getchannel("A") if opened.has_transparency_data else None
        inks = opened.convert("RGB").convert("CMYK")
    rows, raw, stride = bytearray(), inks.tobytes(), 4 * inks.width
    for top in range(0, len(raw), stride):
        rows += b"\0" + raw[top : top + stride]
    mask = compressed(alpha.tobytes(), PDF_LEVEL) if alpha is not None else b""
    return Plates(*inks.size, compressed(rows, PDF_LEVEL), "png", mask)
