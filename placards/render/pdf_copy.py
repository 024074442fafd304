"""Objects of other PDF files become objects of one that is written piece by piece: each once, however often it comes.

pikepdf (qpdf) reads; what is written is the same bytes in every version of it. An object is copied after those that it
refers to, so that equal objects of different files are equal bytes, and stand there once: a font, a picture, a layer.
In memory are a digest and a place for each object, and one stream at a time.
"""

from __future__ import annotations

import hashlib
from array import array as numbers_array
from decimal import Decimal
from functools import lru_cache
from typing import Any, BinaryIO, Protocol

import pikepdf

_HEADER = b"%PDF-1.6\n%\x93\x8c\x8b\x9e\n"

#: What a page may have from the nodes above it.
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class PdfWriter:
    """Writes objects, numbered from 1, then the table of where they are."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self._places = numbers_array("Q", [0])
        self._total = hashlib.sha256()
        self._known: dict[bytes, int] = {}
        self._write(_HEADER)

    def reserve(self) -> int:
        """The number of an object whose body comes later."""
        self._places.append(0)
        return len(self._places) - 1

    def put(self, body: bytes, number: int | None = None) -> int:
        """Write an object, under a number that was reserved or a new one; its number."""
        number = self.reserve() if number is None else number
        self._places[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_once(self, body: bytes) -> int:
        """Write an object unless an equal one was written so; its number."""
        digest = hashlib.sha256(body).digest()[:16]
        number = self._known.get(digest)
        if number is None:
            number = self._known[digest] = self.put(body)
        return number

    def finish(self, catalog: int, information: int, key: bytes) -> None:
        """Write the table and the trailer, with *key* as the file's lasting identifier; the other one is of all that
        it holds."""
        begun = self._at
        entries = b"".join([b"%010d 00000 n \n" % place for place in self._places[1:]])
        self._write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(self._places), entries))
        identifier = f"[<{key.hex()}><{self._total.hexdigest()[:32]}>]".encode()
        trailer = b"<< /Size %d /Root %d 0 R /Info %d 0 R /ID %b >>" % (
            len(self._places), catalog, information, identifier,
        )  # fmt: skip
        self._write(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, begun))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._total.update(data)
        self._at += len(data)


class Target(Protocol):
    """What objects are copied into: it numbers them."""

    def reserve(self) -> int:
        """The number of an object whose body comes later."""

    def put(self, body: bytes, number: int | None = None) -> int:
        """Take an object, under a number that was reserved or a new one; its number."""

    def put_once(self, body: bytes) -> int:
        """Take an object unless an equal one was taken so; its number."""


class Copier:
    """Copies objects of one file."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._copied: dict[tuple[int, int], int] = {}
        self._begun: set[tuple[int, int]] = set()
        self._reserved: dict[tuple[int, int], int] = {}

    def page(self, page: pikepdf.Object, parent: int, place: int | None = None) -> bytes:
        """The body of a page below the node *parent*; what it refers to is written. *place* is its own in the tree of
        the structure's parents; None for a page without elements."""
        entries = {"/StructParents": b"" if place is None else b"%d" % place}
        above = page
        while True:
            for key in above.keys() if above is page else _INHERITED:
                if key != "/Parent" and key in above and key not in entries:
                    entries[key] = self.value(above[key])
            if "/Parent" not in above:
                break
            above = above["/Parent"]
        known = {name: value for name, value in entries.items() if value}
        return _dictionary({**known, "/Parent": reference(parent)})

    def value(self, found: Any) -> bytes:
        """What stands for an object where it is used: a reference, or itself."""
        if isinstance(found, pikepdf.Object) and found.is_indirect:
            return reference(self.number(found))
        return self._body(found)

    def number(self, found: pikepdf.Object) -> int:
        """The number of the copy of an indirect object, which is written when it is first asked for."""
        key = found.objgen
        if key in self._copied:
            return self._copied[key]
        if key in self._begun:  # it refers to itself
            return self._reserved.setdefault(key, self._target.reserve())
        self._begun.add(key)
        body = self._body(found)
        reserved = self._reserved.get(key)
        number = self._target.put_once(body) if reserved is None else self._target.put(body, reserved)
        self._copied[key] = number
        return number

    def _body(self, found: Any) -> bytes:
        match found:
            case pikepdf.Stream():
                data = found.read_raw_bytes()
                entries = self._entries(found) | {"/Length": b"%d" % len(data)}
                return b"%b\nstream\n%b\nendstream" % (_dictionary(entries), data)
            case pikepdf.Object():
                whole = found.unparse()
                if b" R" not in whole:
                    return whole
                if isinstance(found, pikepdf.Dictionary):
                    return _dictionary(self._entries(found))
                if isinstance(found, pikepdf.Array):
                    return b"[%b]" % b" ".join([self.value(one) for one in found])
                return whole  # a text that has this in it
            case None:
                return b"null"
            case bool():
                return b"true" if found else b"false"
            case _:  # an int or a Decimal
                return f"{found:f}".encode() if isinstance(found, Decimal) else b"%d" % found

    def _entries(self, found: pikepdf.Object) -> dict[str, bytes]:
        return {key: self.value(found[key]) for key in sorted(found.keys())}


def _dictionary(entries: dict[str, bytes]) -> bytes:
    return b"<< %b >>" % b" ".join([b"%b %b" % (_key(key), entries[key]) for key in sorted(entries)])


@lru_cache(maxsize=512)
def _key(key: str) -> bytes:
    return pikepdf.Name(key).unparse()


def reference(number: int) -> bytes:
    """A reference to an object."""
    return b"%d 0 R" % number
