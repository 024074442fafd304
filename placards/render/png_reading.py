"""A PNG file becomes its parts, checked piece by piece, without its pixels ever being in memory together."""

from __future__ import annotations

import struct
import zlib

from placards.frozen import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"

#: Channels by PNG's colour type.
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

#: So many bytes are unpacked at once.
_PIECE = 1 << 20

_LAST_FILTER = 4


@dataclass(frozen=True, slots=True)
class PngParts:
    """What stands in a PNG file's chunks; *packed* is the zlib stream of its rows."""

    width: int
    height: int
    bits: int
    kind: int  # PNG's colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
    interlaced: bool
    transparent: bool  # has a colour that stands for nothing (tRNS)
    animated: bool  # holds further pictures (acTL)
    turned: bool  # says how a camera was held (eXIf); maybe upright
    packed: bytes

    @property
    def plain(self) -> bool:
        """Opaque grey or RGB of eight bits in rows from top to bottom: what PDF reads as it is."""
        return self.bits == 8 and self.kind in (0, 2) and not self.interlaced and not self.transparent

    @property
    def simple(self) -> bool:
        """Eight bits in rows from top to bottom, with or without alpha: the same picture for every reader."""
        return self.bits == 8 and self.kind in (0, 2, 4, 6) and not self.interlaced and not self.transparent

    def check_rows(self) -> None:
        """Unpack the rows and look whether all are there; raises ValueError. Not for interlaced files."""
        stride = 1 + (self.width * self.bits * _CHANNELS[self.kind] + 7) // 8
        wanted, seen = stride * self.height, 0
        unpacker = zlib.decompressobj()
        rest = self.packed
        while seen < wanted:
            try:
                piece = unpacker.decompress(rest, _PIECE)
            except zlib.error as error:
                raise ValueError("rows that cannot be unpacked") from error
            rest = unpacker.unconsumed_tail
            if not piece:
                raise ValueError("rows are missing")
            if max(piece[-seen % stride :: stride], default=0) > _LAST_FILTER:
                raise ValueError("a filter that PNG does not have")
            seen += len(piece)


def read_png(data: bytes) -> PngParts:
    """The parts of a PNG file; raises ValueError for one that is damaged. What follows its end is not looked at."""
    header: tuple[int, ...] | None = None
    packed: list[bytes] = []
    seen: set[bytes] = set()
    at = len(SIGNATURE)
    while True:
        if at + 12 > len(data):
            raise ValueError("the file ends too early")
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if at + 12 + length > len(data):
            raise ValueError("a chunk ends too early")
        needed = not kind[0] & 0x20  # a capital letter: readers must understand it
        if needed and zlib.crc32(body, zlib.crc32(kind)) != struct.unpack_from(">I", data, at + 8 + length)[0]:
            raise ValueError("a chunk's check sum is wrong")
        if kind == b"IHDR" and length == 13:
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed.append(body)
        elif kind == b"IEND":
            break
        seen.add(kind)
        at += 12 + length
    if header is None or header[3] not in _CHANNELS or not header[0] or not header[1]:
        raise ValueError("a header that PNG does not have")
    width, height, bits, color, _, _, interlace = header
    transparent, animated, turned = (kind in seen for kind in (b"tRNS", b"acTL", b"eXIf"))
    rows = b"".join(packed)
    return PngParts(width, height, bits, color, bool(interlace), transparent, animated, turned, rows)
