"""The chains of sectors in a compound file, as Excel 97 wrote them, are looked at before anybody follows them.

A file is sectors of equal size, and a table (FAT) that names for each sector the next one of its stream; MS-CFB, 2.3 to
2.5. calamine 0.9.1 follows a chain that bites its own tail until the memory is full, which ends the whole process.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator

#: From here on a number is no sector's; this very one is a sector that nobody uses. MS-CFB, 2.1.
_SPECIAL, _FREE = 0xFFFFFFFA, 0xFFFFFFFF

_HEADER = 512
_LISTED = 109  # sectors of the table that the header names


class ChainError(ValueError):
    """A chain of sectors has no end, or leads out of the file."""


def check_chains(data: bytes) -> None:
    """Raise ChainError unless every chain of the file's table, and of the one for small streams, ends."""
    if len(data) < _HEADER:
        raise ChainError("no header")
    shift = int.from_bytes(data[30:32], "little")
    if shift not in (9, 12):
        raise ChainError("no size of sectors")
    sectors = _Sectors(data, 1 << shift)
    header = _numbers(data[:_HEADER])
    fat = array("I")
    for sector in _table_sectors(sectors, header):
        fat.extend(sectors.numbers(sector))
    _check_ends(fat)
    small = array("I")
    for sector in _chain(header[15], fat):
        small.extend(sectors.numbers(sector))
    _check_ends(small)


class _Sectors:
    def __init__(self, data: bytes, size: int) -> None:
        self._data, self.size = data, size

    def numbers(self, sector: int) -> array[int]:
        """A sector as numbers of four bytes."""
        start = (sector + 1) * self.size
        part = self._data[start : start + self.size]
        if len(part) < self.size:
            raise ChainError(f"sector {sector} is behind the file's end")
        return _numbers(part)


def _numbers(part: bytes) -> array[int]:
    found = array("I")
    found.frombytes(part)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _table_sectors(sectors: _Sectors, header: array[int]) -> Iterator[int]:
    """The sectors that hold the table: those that the header lists, and those of further lists, each of which ends with
    the number of the next."""
    yield from (number for number in header[19 : 19 + _LISTED] if number != _FREE)
    met = set[int]()
    following = header[17]
    while following < _SPECIAL:
        if following in met:
            raise ChainError("the list of the table's sectors has no end")
        met.add(following)
        *listed, following = sectors.numbers(following)
        yield from (number for number in listed if number != _FREE)


def _chain(sector: int, table: array[int]) -> Iterator[int]:
    """The sectors of a chain whose table has no circle."""
    while sector < _SPECIAL:
        if sector >= len(table):
            raise ChainError(f"sector {sector} is in no table")
        yield sector
        sector = table[sector]


def _check_ends(table: array[int]) -> None:
    """Each sector is walked over once: whoever meets one of this very walk again goes in a circle."""
    walks = array("I", bytes(4 * len(table)))
    for start in range(len(table)):
        sector = start
        while sector < len(table) and not walks[sector]:
            walks[sector] = start + 1
            sector = table[sector]
        if sector < len(table) and walks[sector] == start + 1:
            raise ChainError(f"the chain of sector {start} has no end")
