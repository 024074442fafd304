"""The bytes of a picture become the name of who made it, as cameras and photographers write it into the file."""

from __future__ import annotations

import contextlib
import io

from placards.render.image_convert import quiet_pillow

_ARTIST, _COPYRIGHT = 0x013B, 0x8298

#: A longer one is a contract, and no name.
_LONGEST = 80


def author_of(data: bytes) -> str:
    """The artist that a picture names, or else its copyright line; empty where it names nobody."""
    from PIL import Image

    try:
        with quiet_pillow(), Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            if picture.format == "PNG":  # its Exif data would be looked for by decoding all of it
                found = [picture.info.get(key) for key in ("Author", "Copyright")]
            else:
                exif = picture.getexif()
                found = [exif.get(_ARTIST), exif.get(_COPYRIGHT)]
    except Exception:  # Pillow raises whatever comes on damaged metadata; the picture itself may be good
        return ""
    names = (_cleaned(one) for one in found if isinstance(one, str))
    return next((name for name in names if 0 < len(name) <= _LONGEST), "")


def _cleaned(text: str) -> str:
    """UTF-8, which is what cameras write, though Exif says ASCII and Pillow reads it as Latin-1."""
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    return " ".join(text.replace("\0", " ").split())
