# ruff: noqa: E501
"""Small sound pictures of every kind become damaged and hostile ones, chunk by chunk, with checksums that agree."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from random import Random

from fuzz import mutate

#: Chunks that decoders read and people forget.
_CHUNKS = (
    b"iCCP", b"gAMA", b"cHRM", b"sRGB", b"tRNS", b"PLTE", b"eXIf", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"zTXt", b"iTXt",
    b"tEXt", b"bKGD", b"sBIT", b"IDAT", b"IEND", b"IHDR", b"caNv", b"\0\0\0\0", b"ABCD",
)  # fmt: skip
_MARKERS = (0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE, 0xD8, 0xD9)


@cache
def seeds() -> tuple[bytes, ...]:
    """PNG, JPEG and WebP in the modes that there are."""
    from PIL import Image, ImageCms

    gradient = Image.linear_gradient("L").resize((13, 9))
    color = Image.merge("RGB", (gradient, gradient.rotate(90), gradient.rotate(180)))
    alpha = color.copy()
    alpha.putalpha(gradient)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112] = 6

    def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
        out = io.BytesIO()
        picture.save(out, kind, **options)
        return out.getvalue()

    pictures = (color, alpha, gradient, gradient.convert("1"), color.convert("P"), gradient.convert("LA"))
    out = [saved(p, "PNG") for p in pictures]
    out.append(saved(gradient.convert("I;16") if hasattr(gradient, "convert") else gradient, "PNG"))
    out.append(saved(color.quantize(7), "PNG", transparency=2))
    out += [saved(color, "PNG", icc_profile=p) for p in (profile, srgb)]
    out.append(saved(color, "PNG", exif=exif, dpi=(300, 300)))
    out.append(saved(alpha, "PNG", save_all=True, append_images=[alpha.rotate(90)], duration=100))
    out += [saved(p, "JPEG") for p in (color, gradient, color.convert("CMYK"))]
    out.append(saved(color, "JPEG", progressive=True, exif=exif, icc_profile=srgb))
    out += [
        saved(alpha, "WEBP", lossless=True),
        saved(color, "WEBP"),
        saved(color, "WEBP", exif=exif, icc_profile=srgb),
    ]
    out.append(saved(alpha, "WEBP", save_all=True, append_images=[alpha.rotate(90)]))
    out += [saved(color, kind) for kind in ("GIF", "BMP", "TIFF", "PPM")]
    return tuple(out)


def picture(rng: Random) -> bytes:
    """A picture with a few things wrong."""
    data = rng.choice(seeds())
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        if data.startswith(b"\x89PNG") and rng.random() < 0.85:
            data = _png(rng, data)
        elif data.startswith(b"\xff\xd8") and rng.random() < 0.7:
            data = _jpeg(rng, data)
        elif data.startswith(b"RIFF") and rng.random() < 0.7:
            data = _webp(rng, data)
        else:
            data = mutate.bytes_like(rng, data, 2)
    if rng.random() < 0.1:
        data += rng.randbytes(rng.choice((1, 2, 4, 7, 8, 12, 64)))
    return data


def _png(rng: Random, data: bytes) -> bytes:
    chunks, at = [], 8
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        chunks.append((name, data[at + 8 : at + 8 + length]))
        at += 12 + length
    if not chunks:
        return mutate.bytes_like(rng, data)
    rest = data[at:]
    number = rng.randrange(len(chunks))
    name, body = chunks[number]
    kind = rng.randrange(8)
    if kind == 0:
        del chunks[number]
    elif kind == 1:
        chunks.insert(rng.randrange(len(chunks) + 1), chunks[number])
    elif kind == 2:
        chunks[number] = (rng.choice(_CHUNKS), body)
    elif kind == 3:
        chunks.insert(
            rng.randrange(1, len(chunks) + 1), (rng.choice(_CHUNKS), rng.randbytes(rng.choice((0, 1, 4, 26, 300))))
        )
    elif kind == 4 and chunks[0][0] == b"IHDR" and len(chunks[0][1]) == 13:
        width, height, depth, color, *rest_of_header = struct.unpack(">IIBBBBB", chunks[0][1])
        width, height = (rng.choice((v, 0, 1, 2**31 - 1, 2**32 - 1, 20_000, 9_000, 700)) for v in (width, height))
        depth, color = rng.choice((depth, 1, 2, 4, 8, 16)), rng.choice((color, 0, 2, 3, 4, 6, 7))
        chunks[0] = (b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, *rest_of_header))
    elif kind == 5 and name == b"IDAT":
        try:
            pixels = zlib.decompress(body)
        except zlib.error:
            pixels = body
        pixels = mutate.bytes_like(rng, pixels) if rng.random() < 0.7 else b"\0" * 3_000_000
        chunks[number] = (name, zlib.compress(pixels))
    elif kind == 6 and name in (b"iCCP", b"zTXt", b"iTXt"):
        label, _, packed = body.partition(b"\0")
        try:
            packed = zlib.compress(mutate.bytes_like(rng, zlib.decompress(packed[1:])))
        except zlib.error:
            packed = rng.randbytes(9)
        chunks[number] = (name, label + b"\0" + bytes([rng.choice((0, 0, 0, 1))]) + packed)
    else:
        chunks[number] = (name, mutate.bytes_like(rng, body))
    good = rng.random() < 0.95
    out = [struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b) ^ (not good)) for n, b in chunks]
    return data[:8] + b"".join(out) + rest


def _jpeg(rng: Random, data: bytes) -> bytes:
    segments, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        segments.append(data[at : at + length])
        at += length
    scan = data[at:]
    if not segments or rng.random() < 0.25:
        return data[:at] + mutate.bytes_like(rng, scan)
    number = rng.randrange(len(segments))
    marker, body = segments[number][:2], segments[number][4:]
    kind = rng.randrange(6)
    if kind == 0:
        del segments[number]
    elif kind == 1:
        segments.insert(rng.randrange(len(segments) + 1), segments[number])
    elif kind == 2:
        marker = bytes([0xFF, rng.choice(_MARKERS)])
        segments[number] = _segment(marker, body)
    elif kind == 3:
        new = rng.choice((b"Exif\0\0MM\0*\0\0\0\x08", b"ICC_PROFILE\0\1\1", b"Adobe\0d\0\0\0\0\2", b"JFIF\0", b"MPF\0"))
        segments.insert(rng.randrange(len(segments) + 1), _segment(b"\xff" + rng.choice((b"\xe1", b"\xe2", b"\xee")), new + rng.randbytes(rng.choice((0, 8, 128)))))  # fmt: skip
    else:
        segments[number] = _segment(marker, mutate.bytes_like(rng, body))
    return data[:2] + b"".join(segments) + scan


def _segment(marker: bytes, body: bytes) -> bytes:
    return marker + min(len(body) + 2, 65535).to_bytes(2, "big") + body[:65533]


def _webp(rng: Random, data: bytes) -> bytes:
    chunks, at = [], 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        chunks.append((data[at : at + 4], data[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    if not chunks:
        return mutate.bytes_like(rng, data)
    number = rng.randrange(len(chunks))
    name, body = chunks[number]
    kind = rng.randrange(5)
    if kind == 0:
        del chunks[number]
    elif kind == 1:
        chunks.insert(rng.randrange(len(chunks) + 1), chunks[number])
    elif kind == 2:
        chunks[number] = (
            rng.choice((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF", b"XMP ")),
            body,
        )
    else:
        chunks[number] = (name, mutate.bytes_like(rng, body))
    packed = b"".join(n + len(b).to_bytes(4, "little") + b + b"\0" * (len(b) % 2) for n, b in chunks)
    return b"RIFF" + (len(packed) + 4).to_bytes(4, "little") + b"WEBP" + packed
