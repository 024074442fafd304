"""Objects of a PDF, which may be anything, become values that a rule can look at: odd ones raise nothing."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

import pikepdf

#: How often larger a filter can make data than they are, by its names; others are as large or smaller.
_GROWS = {
    "FlateDecode": 1040,
    "Fl": 1040,
    "LZWDecode": 1400,
    "LZW": 1400,
    "RunLengthDecode": 64,
    "RL": 64,
    "ASCII85Decode": 4,
    "A85": 4,
}
_FLATE = ("FlateDecode", "Fl")
_ASCII85 = ("ASCII85Decode", "A85")
_HEX = ("ASCIIHexDecode", "AHx")


class TooLargeError(Exception):
    """A stream that is larger than what is looked at."""


class Corners(NamedTuple):
    """A box of a page in points, y up."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def within(self, other: Corners, tolerance: float = 0.01) -> bool:
        """Whether it reaches nowhere past *other*, by more than *tolerance* points."""
        return (
            self.left >= other.left - tolerance
            and self.bottom >= other.bottom - tolerance
            and self.right <= other.right + tolerance
            and self.top <= other.top + tolerance
        )

    def meets(self, other: Corners, tolerance: float = 0.0) -> bool:
        """Whether both share an area more than *tolerance* points wide and high."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > tolerance
            and min(self.top, other.top) - max(self.bottom, other.bottom) > tolerance
        )


def entry(found: Any, key: str, default: Any = None) -> Any:
    """What a dictionary or a stream has under ``/key``; the default for everything else."""
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        return found.get(f"/{key}", default)
    return default


def entries(found: Any) -> Iterator[tuple[str, Any]]:
    """The names, without their slash, and the values of a dictionary or a stream; nothing of everything else."""
    if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
        try:
            keys = list(found.keys())
        except UnicodeDecodeError:
            return  # no name of it can be asked for
        for key in keys:
            yield key[1:], found.get(key)


def members(found: Any) -> list[Any]:
    """What an array holds; nothing for everything else."""
    return list(found) if isinstance(found, pikepdf.Array) else []


def name(found: Any) -> str:
    """A name without its slash; empty for everything else."""
    if not isinstance(found, pikepdf.Name):
        return ""
    try:
        return str(found)[1:]
    except UnicodeDecodeError:  # of another encoding, which nobody knows
        return found.unparse()[1:].decode("latin-1")


def words(found: Any) -> str:
    """A string; empty for everything else."""
    return str(found) if isinstance(found, pikepdf.String) else ""


def number(found: Any, default: float = 0.0) -> float:
    """A number; the default for everything else."""
    if isinstance(found, (int, float, Decimal)) and not isinstance(found, bool):
        value = float(found)
        return value if isfinite(value) else default
    return default


def corners(found: Any) -> Corners | None:
    """A rectangle, whichever corners it gives; None for everything else."""
    values = members(found)
    if len(values) != 4 or not all(isinstance(one, (int, Decimal)) for one in values):
        return None
    a, b, c, d = map(number, values)
    return Corners(min(a, c), min(b, d), max(a, c), max(b, d))


def identity(found: Any) -> tuple[int, int] | None:
    """The number of an object that stands by itself; None for one that is written where it is used."""
    if isinstance(found, pikepdf.Object) and found.is_indirect:
        return found.objgen
    return None


def filters(stream: Any) -> tuple[str, ...]:
    """The filters of a stream in their order."""
    found = entry(stream, "Filter")
    return (name(found),) if isinstance(found, pikepdf.Name) else tuple(map(name, members(found)))


def content(stream: Any, limit: int) -> bytes:
    """The data of a stream without its filters; raises TooLargeError before more than *limit* bytes are unpacked, and
    pikepdf.PdfError for what cannot be unpacked."""
    if not isinstance(stream, pikepdf.Stream):
        return b""
    if is_larger(stream, limit):
        raise TooLargeError
    return bytes(stream.read_bytes())


def is_larger(stream: Any, limit: int) -> bool:
    """Whether a stream has more than *limit* bytes without its filters; no more than that are unpacked."""
    size = int(number(entry(stream, "Length")))
    chain = filters(stream)
    for one in chain:
        size *= _GROWS.get(one, 1)
    if size <= limit:
        return False  # as nearly all are
    raw = bytes(stream.read_raw_bytes())
    return len(raw) > limit or _grows_past(raw, chain, limit)


def _grows_past(data: bytes, chain: tuple[str, ...], limit: int) -> bool:
    """Unpack as far as the limit."""
    for one in chain:
        if one in _FLATE:
            try:
                data = zlib.decompressobj().decompress(data, limit + 1)
            except zlib.error:
                return False  # qpdf takes what there is of it, which is less
            if len(data) > limit:
                return True
        elif one in _ASCII85:
            try:
                data = base64.a85decode(re.sub(rb"\s", b"", data).partition(b"~>")[0])
            except ValueError:
                return False
        elif one in _HEX:
            data = bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0]).decode()[: 2 * limit])
        elif len(data) * _GROWS.get(one, 1) > limit:
            return True  # what cannot be measured is taken for as large as it may be
    return len(data) > limit
