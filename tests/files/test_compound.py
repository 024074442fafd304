"""The chains of sectors in a compound file end, or the file is refused; files that two programs wrote are the witnesses."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from placards.files.tables.compound import ChainError, check_chains

TABLES = Path(__file__).parents[1] / "data" / "tables"
FILES = [(TABLES / name).read_bytes() for name in ("gnumeric.xls", "libreoffice.xls")]

FAT, SMALL, MORE, SHIFT = 76, 60, 68, 30  # where the header says where things begin; MS-CFB, 2.2


@pytest.fixture(params=FILES, ids=["gnumeric", "libreoffice"])
def book(request: pytest.FixtureRequest) -> bytearray:
    return bytearray(request.param)


def _at(book: bytes, place: int) -> int:
    found: int = struct.unpack_from("<I", book, place)[0]
    return found


def _sector(number: int) -> int:
    return (number + 1) * 512


def test_what_programs_wrote_is_right(book: bytearray) -> None:
    check_chains(bytes(book))


def test_a_chain_that_bites_its_tail_is_refused(book: bytearray) -> None:
    table = _sector(_at(book, FAT))
    struct.pack_into("<II", book, table, 1, 0)  # from sector 0 to 1 and back
    with pytest.raises(ChainError, match="no end"):
        check_chains(bytes(book))


def test_a_chain_of_small_streams_that_bites_its_tail_is_refused(book: bytearray) -> None:
    if _at(book, SMALL) >= 0xFFFFFFFA:  # this program wrote none: the first stream's sector becomes their table
        struct.pack_into("<I", book, SMALL, 0)
        struct.pack_into("<I", book, _sector(_at(book, FAT)), 0xFFFFFFFE)
    struct.pack_into("<I", book, _sector(_at(book, SMALL)), 0)
    with pytest.raises(ChainError, match="no end"):
        check_chains(bytes(book))


def test_a_list_that_bites_its_tail_is_refused(book: bytearray) -> None:
    struct.pack_into("<I", book, MORE, 0)
    struct.pack_into("<128I", book, _sector(0), *[0xFFFFFFFF] * 127, 0)
    with pytest.raises(ChainError, match="no end"):
        check_chains(bytes(book))


def test_a_table_behind_the_end_is_refused(book: bytearray) -> None:
    struct.pack_into("<I", book, FAT, 1_000_000)
    with pytest.raises(ChainError, match="behind"):
        check_chains(bytes(book))


@pytest.mark.parametrize("size", [0, 100, 511, 600])
def test_what_is_cut_off_is_refused(book: bytearray, size: int) -> None:
    with pytest.raises(ChainError):
        check_chains(bytes(book[:size]))
