"""Bands of pixels become one JPEG file, so that a large image needs the memory of a band: JPEG's restart markers.

Each band is encoded by itself, with a marker after each row of blocks. Between two markers a decoder starts anew, so
the bands' data put together, with a marker where they meet, are the data of the whole image.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

#: Rows of pixels in a row of blocks, where no channel is subsampled.
BLOCK = 8

#: Markers are numbered from 0 to 7 and then anew: bands of as many rows of blocks begin with the same number.
ROWS_A_CYCLE = 8 * BLOCK

_FRAME, _SCAN, _END = 0xC0, 0xDA, b"\xff\xd9"
_LAST_RESTART = b"\xff\xd7"


def joined_jpegs(bands: Iterable[bytes], height: int) -> bytes:
    """One baseline JPEG of *height* rows from the bands below each other. All have the same width and tables, a restart
    marker a row of blocks, and `ROWS_A_CYCLE` rows or a multiple of it, except for the last."""
    parts: list[bytes] = []
    for band in bands:
        frame, data = _places(band)
        if parts:
            parts += (_LAST_RESTART, band[data : -len(_END)])
        else:
            head = bytearray(band[:data])
            struct.pack_into(">H", head, frame + 5, height)  # marker, length, bits a channel, then the height
            parts += (bytes(head), band[data : -len(_END)])
    return b"".join([*parts, _END])


def _places(jpeg: bytes) -> tuple[int, int]:
    """Where a file's frame header and its data begin."""
    at, frame = 2, 0
    while True:
        marker, length = jpeg[at + 1], struct.unpack_from(">H", jpeg, at + 2)[0]
        if marker == _FRAME:
            frame = at
        at += 2 + length
        if marker == _SCAN:
            return frame, at
