"""Rows of pixels become a PNG file: its chunks, with colour profile, resolution and texts, by libdeflate."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache

from placards.render.flate import checksum, compressed, compressed_once
from placards.render.srgb import srgb_profile

#: Bytes a pixel, and the number of PNG's colour type.
RGB, RGBA, INDEXED = (3, 2), (4, 6), (1, 3)

#: Flat art, measured: level 6 takes half as long again for 4 % less. Photographs: beyond 6 it hardly gets less.
FLAT_LEVEL, PHOTOGRAPH_LEVEL = 1, 6

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_METERS_PER_INCH = 0.0254


def png_file(
    rows: bytes | bytearray,
    size: tuple[int, int],
    colors: tuple[int, int],
    level: int,
    *,
    dpi: float | None = None,
    text: Mapping[str, str] | None = None,
    palette: bytes = b"",
) -> bytes:
    """A PNG in sRGB. *rows* are its pixels with eight bits a channel, before each row the number of its filter;
    *palette* are the colours that they number, three bytes each."""
    header = struct.pack(">IIBBBBB", *size, 8, colors[1], 0, 0, 0)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _profile(),
            *([_chunk(b"PLTE", palette)] if palette else []),
            *(_resolution(dpi) if dpi else ()),
            *(
                _chunk(b"iTXt", keyword.encode("latin-1") + bytes(5) + v.encode())
                for keyword, v in (text or {}).items()
            ),
            _chunk(b"IDAT", compressed(rows, level)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum(data, checksum(kind)))


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return _chunk(b"iCCP", b"ICC Profile\0\0" + compressed_once(srgb_profile()))


def _resolution(dpi: float) -> Iterable[bytes]:
    per_meter = round(dpi / _METERS_PER_INCH)
    yield _chunk(b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1))
