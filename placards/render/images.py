"""Image files become pictures that every renderer can draw: upright, in sRGB, as PNG or JPEG; or a clear error."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from placards.problems.errors import InputError, Place

if TYPE_CHECKING:
    from PIL.Image import Image

#: The largest file that is read: a 100 megapixel JPEG of the best quality has about 60 MB.
MAX_FILE_BYTES = 100_000_000

#: The largest picture that is decoded; the size of a medium-format camera's.
MAX_PICTURE_PIXELS = 120_000_000

_FORMATS = ("PNG", "JPEG", "WEBP")
_ORIENTATION = 0x0112
_SCALE_DOWN = "Scale it down: a poster needs no more than 150 pixels per inch"
_REMEDY = "Give a whole PNG, JPEG or WebP file"


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """The bytes of a PNG or JPEG file that needs no further care, and its size in pixels."""

    data: bytes
    width: int
    height: int


def load_image(path: Path) -> LoadedImage:
    """Read an image file; raises InputError with the file's name."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise InputError(
                f"the image has {size:,} bytes, more than {MAX_FILE_BYTES:,}",
                remedy="Make it smaller",
                place=Place(path),
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the image cannot be read ({error.strerror})",
            remedy="Check the path and its permissions",
            place=Place(path),
        ) from error
    return load_image_bytes(data, Place(path))


def load_image_bytes(data: bytes, place: Place | None = None) -> LoadedImage:
    """Check and, where needed, convert the bytes of an image file; raises InputError."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures and odd metadata; limits are checked here
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                _check_size(picture.size, place)
                picture.load()
                if _is_plain(picture):
                    return LoadedImage(data, *picture.size)
                return _converted(picture)
    except InputError:
        raise
    except UnidentifiedImageError as error:
        raise InputError("this is not an image that can be used", remedy=_REMEDY, place=place) from error
    except Image.DecompressionBombError as error:  # Pillow's own limit, before ours can be checked
        raise InputError("the image has far too many pixels", remedy=_SCALE_DOWN, place=place) from error
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError) as error:
        raise InputError("the image is damaged or cut short", remedy=_REMEDY, place=place) from error


def _check_size(size: tuple[int, int], place: Place | None) -> None:
    width, height = size
    if width * height > MAX_PICTURE_PIXELS:
        raise InputError(
            f"the image has {width} × {height} pixels, more than {MAX_PICTURE_PIXELS:,}",
            remedy=_SCALE_DOWN,
            place=place,
        )


def _is_plain(picture: Image) -> bool:
    """Whether the file can go into a PDF and an SVG as it is: the same picture for every reader."""
    if picture.getexif().get(_ORIENTATION, 1) != 1 or getattr(picture, "is_animated", False):
        return False
    if "icc_profile" in picture.info and not _is_srgb(picture.info["icc_profile"]):
        return False
    if picture.format == "JPEG":
        return picture.mode in ("L", "RGB")
    return picture.format == "PNG" and picture.mode in ("L", "LA", "RGB", "RGBA")


def _is_srgb(profile: bytes) -> bool:
    return b"sRGB" in profile[:4096] or b"s\0R\0G\0B" in profile[:4096]


def _converted(picture: Image) -> LoadedImage:
    """The picture turned upright, in sRGB with eight bits, as PNG; photographs from JPEG stay JPEG."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(picture)
    colored = _in_srgb(upright)
    out = io.BytesIO()
    if picture.format == "JPEG":
        colored.save(out, "JPEG", quality=95, subsampling=0)
    else:
        colored.save(out, "PNG", compress_level=4)
    return LoadedImage(out.getvalue(), *colored.size)


def _in_srgb(picture: Image) -> Image:
    """RGB, or RGBA if anything is transparent; by the embedded profile where there is one that fits."""
    from PIL import ImageCms

    if picture.mode in ("I;16", "I;16B", "I;16L", "I", "F"):  # Pillow would cut off what is above 255
        picture = picture.convert("I").point(lambda v: v / 256).convert("L")
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    profile = picture.info.get("icc_profile")
    target = "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L", "LA") and not _is_srgb(profile):
        source = picture.convert({"RGBA": "RGB", "LA": "L"}.get(picture.mode, picture.mode))
        try:
            converted = ImageCms.profileToProfile(
                source, ImageCms.getOpenProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=target
            )
            picture = converted or source
        except ImageCms.PyCMSError:
            pass  # a broken profile: the numbers are taken for sRGB, as viewers do
    plain = picture if picture.mode == target else picture.convert(target)
    plain = plain.copy()
    plain.info = {}  # the old profile and palette transparency are used up; Pillow would save them again
    if alpha is not None:
        plain.putalpha(alpha)
    return plain
