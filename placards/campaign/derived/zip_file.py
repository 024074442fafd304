"""Members become a zip, piece by piece: the same bytes on every machine, for every program that reads zips.

Names are UTF-8 and say so, times are the format's first day, there are no extra fields. What is compressed already is
stored; texts are deflated by libdeflate, which gives the same bytes everywhere. After PKWARE's APPNOTE.TXT 6.3.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from placards.render.flate import checksum, compressed

#: Of libdeflate: higher ones make texts a twentieth smaller, in ten times the time.
_LEVEL = 6

#: What a zip without extensions can hold.
MOST_MEMBERS = 65_000

#: So much of a zip a member takes at most besides its bytes and twice its name.
OVERHEAD = 30 + 46

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")

_NEEDS = 20  # version 2.0: deflate, folders
_UNIX = 3 << 8
_UTF8 = 1 << 11
_DATE = 1 << 5 | 1  # 1 January 1980
_MODE = 0o100644 << 16
_STORED, _DEFLATED = 0, 8


class ZipFile:
    """Writes a zip to a stream that need not go back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self._central: list[bytes] = []

    def add(self, name: str, data: bytes, *, packed: bool = False) -> None:
        """Add a member, deflated if it is to be *packed* and becomes smaller."""
        crc, size, method = checksum(data), len(data), _STORED
        if packed:
            inner = compressed(data, _LEVEL)[2:-4]  # without zlib's frame
            if len(inner) < size:
                data, method = inner, _DEFLATED
        raw = name.encode()
        common = (_UTF8, method, 0, _DATE, crc, len(data), size, len(raw), 0)
        self._central.append(_CENTRAL.pack(b"PK\1\2", _UNIX | _NEEDS, _NEEDS, *common, 0, 0, 0, _MODE, self._at) + raw)
        self._write(_LOCAL.pack(b"PK\3\4", _NEEDS, *common) + raw)
        self._write(data)

    def close(self) -> None:
        """Write the list of members."""
        begun = self._at
        for entry in self._central:
            self._write(entry)
        count = len(self._central)
        self._write(_END.pack(b"PK\5\6", 0, 0, count, count, self._at - begun, begun, 0))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._at += len(data)
