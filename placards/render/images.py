"""Image files become pictures that every renderer can draw: upright, in sRGB, as PNG or JPEG; or a clear error.

Nothing takes more memory than a poster of the largest size does (`placards.render.raster.MEMORY`): what is plain stays
packed and is only looked through, what must be converted is converted in strips, and the rest is refused with numbers.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError, Place
from placards.render.image_convert import MOST_KEPT, converted, is_srgb, orientation, quiet_pillow
from placards.render.png_reading import SIGNATURE, read_png

if TYPE_CHECKING:
    from PIL.Image import Image

    from placards.files.world import File

#: The largest file that is read: a 100 megapixel JPEG of the best quality has about 60 MB.
MAX_FILE_BYTES = 100_000_000

#: The largest picture that is looked at; the size of a medium-format camera's.
MAX_PICTURE_PIXELS = 120_000_000

#: What Pillow may take for a picture that it has to decode whole, in bytes.
MOST_DECODED = 200_000_000

#: Bytes a pixel while Pillow decodes, by mode; its WebP decoder keeps four copies.
_BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}
_WEBP_BYTES = 11  # a pixel more of such a file costs 16, but nothing else is in memory at that time

#: A progressive JPEG is decoded from all its coefficients, of two bytes each.
_COEFFICIENT_BYTES = 2

_FORMATS = ("PNG", "JPEG", "WEBP")
_JPEGS = ("JPEG", "MPO")  # MPO: a camera's JPEG with further pictures, such as a preview

#: How ours begin, and files of other kinds.
_BEGINNINGS = (SIGNATURE, b"\xff\xd8\xff", b"RIFF")
_OTHERS = (
    (b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"8BPS", "Photoshop"),
    (b"<svg", "SVG"), (b"<?xml", "SVG"), (b"%!PS", "PostScript"), (b"\0\0\0\x0cJXL ", "JPEG XL"),
)  # fmt: skip
_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"avif": "AVIF"}


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """The bytes of a PNG or JPEG file that needs no further care, and its size in pixels."""

    data: bytes
    width: int
    height: int


def load_image(source: Path | File, report: Report | None = None) -> LoadedImage:
    """Read an image file; raises InputError with the file's name."""
    if isinstance(source, Path):
        from placards.files.world import read_bytes

        return load_image_bytes(read_bytes(source, MAX_FILE_BYTES), Place(source), report)
    return load_image_bytes(source.read(MAX_FILE_BYTES), source.place(), report)


def load_image_bytes(data: bytes, place: Place | None = None, report: Report | None = None) -> LoadedImage:
    """Check and, where needed, convert the bytes of an image file; raises InputError. *report* hears of what is not
    shown of it."""
    try:
        with quiet_pillow():
            return _loaded(data, place, report)
    except InputError as error:
        raise error.at(place or Place()) from error.__cause__
    except MemoryError as error:
        raise InputError("image-memory", place=place) from error
    except Exception as error:  # Pillow's readers raise whatever comes (struct.error, KeyError, …) on damaged files
        raise InputError("image-damaged", place=place) from error


def _loaded(data: bytes, place: Place | None, report: Report | None) -> LoadedImage:
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:  # Pillow's own limit, before ours can be checked
        raise InputError("image-bomb") from error
    except UnidentifiedImageError as error:
        if data.startswith(_BEGINNINGS):
            raise InputError("image-damaged") from error
        kind = _other_kind(data)
        raise (InputError("image-other-kind", kind=kind) if kind else InputError("image-unusable")) from error
    with picture:
        if picture.width * picture.height > MAX_PICTURE_PIXELS:
            raise _too_large("image-large", picture, MAX_PICTURE_PIXELS)
        if picture.format not in _JPEGS and getattr(picture, "n_frames", 1) > 1 and report is not None:
            report(diagnostic("image-animated", place=place))
        if picture.mode == "CMYK" and report is not None:
            report(diagnostic("image-cmyk", place=place))
        return _jpeg(picture, data) if picture.format in _JPEGS else _png_or_webp(picture, data, place, report)


def _jpeg(picture: Image, data: bytes) -> LoadedImage:
    """A plain JPEG stays as it is; it is decoded at an eighth of its size, which still reads all of it."""
    limit = int(MOST_DECODED * 1.5 / _coefficients(picture)) if picture.info.get("progressive") else MAX_PICTURE_PIXELS
    if picture.width * picture.height > limit:
        raise _too_large("image-large-of-kind", picture, limit, kind="progressive JPEG")
    size = picture.size
    if picture.format == "JPEG" and picture.mode in ("L", "RGB") and orientation(picture) == 1 and _in_srgb(picture):
        picture.draft(picture.mode, (max(1, size[0] // 8), max(1, size[1] // 8)))
        picture.load()
        return LoadedImage(data, *size)
    scale = next(s for s in (1, 2, 4, 8) if size[0] * size[1] <= MOST_KEPT * s * s)
    if scale > 1:
        picture.draft(picture.mode, (size[0] // scale, size[1] // scale))
    picture.load()
    made, size = converted(picture, as_jpeg=True)
    return LoadedImage(made, *size)


def _coefficients(picture: Image) -> float:
    """Bytes of coefficients a pixel of a progressive JPEG: channels that are subsampled have fewer."""
    layers = [(across, down) for _, across, down, _ in getattr(picture, "layer", ())]
    if not layers:
        return 4.0 * _COEFFICIENT_BYTES
    whole = max(across for across, _ in layers) * max(down for _, down in layers)
    return float(sum(across * down for across, down in layers) / whole * _COEFFICIENT_BYTES)


def _png_or_webp(picture: Image, data: bytes, place: Place | None, report: Report | None) -> LoadedImage:
    size, pixels = picture.size, picture.width * picture.height
    if data.startswith(SIGNATURE):
        parts = read_png(data)
        if parts.bits > 8 and report is not None:
            report(diagnostic("image-deep", place=place))
        # Pillow looks for Exif data by decoding the whole picture.
        as_it_is = parts.simple and not parts.turned and not parts.animated and _in_srgb(picture)
        if as_it_is and (parts.plain or pixels <= MOST_KEPT):
            parts.check_rows()
            return LoadedImage(data, *size)
    each = _WEBP_BYTES if picture.format == "WEBP" else _BYTES_A_PIXEL.get(picture.mode, 4)
    if pixels * each > MOST_DECODED:
        kind = "WebP" if picture.format == "WEBP" else "this kind of PNG"
        raise _too_large("image-large-of-kind", picture, MOST_DECODED // each, kind=kind)
    picture.load()
    made, size = converted(picture, as_jpeg=False)
    return LoadedImage(made, *size)


def _in_srgb(picture: Image) -> bool:
    profile = picture.info.get("icc_profile")
    return not profile or is_srgb(profile)


def _too_large(code: str, picture: Image, limit: int, kind: str = "") -> InputError:
    return InputError(code, width=picture.width, height=picture.height, limit=limit, kind=kind)


def _other_kind(data: bytes) -> str:
    """What a file is that is none of ours, by how it begins; empty where that says nothing."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "")
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for begins, kind in _OTHERS if start.startswith(begins)), "")
