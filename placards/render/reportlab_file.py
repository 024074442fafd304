"""ReportLab's document becomes a lean writer: each set of keys is formatted once a process, and a file fills it in.

ReportLab's work: header, indirect objects, cross references, trailer, dictionaries, names, escapes. Ours: which objects
there are. What ReportLab 5.1.0 does otherwise, and what is done about it here, by subclassing only:

1. Streams lack the end of line before ``endstream`` that PDF/A wants, and pass through ASCII85: `stream` does not.
2. With ``invariant`` the ``/ID`` does not depend on the content: `PrintDocument.ID` hashes the objects.
3. ``PDFDocument.__init__`` reads ``SOURCE_DATE_EPOCH``, and fails on a malformed one: it is not called.
4. Importing it runs ``reportlab_mods`` and ``reportlab_settings`` wherever they are found, else the home folder's
   ``.reportlab_mods`` and ``.reportlab_settings``, and reads ``RL_…`` environment variables, malformed ones to its end:
   `placards.render.reportlab_alone` keeps all of that out, and `_pin_settings` fixes what changes bytes, for a
   ReportLab that somebody had imported before.
5. Bare ``except:`` in ``PDFString.format`` and ``PDFObjectReference.format`` turn Ctrl-C into an error of their own:
   neither is used. Those that run while ReportLab is imported are kept from seeing it (`held_interrupts`).
6. ``PDFCatalog`` and ``PDFPage`` drop entries that they do not know, in silence: plain dictionaries are used.
"""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Mapping
from functools import lru_cache

from placards.render.flate import PDF_LEVEL, compressed
from placards.render.interrupts import held_interrupts
from placards.render.reportlab_alone import alone

with held_interrupts(), alone():
    from reportlab import rl_config
    from reportlab.lib.rl_accel import escapePDF
    from reportlab.pdfbase import pdfdoc

#: What a dictionary holds: bytes that are PDF already (a reference, a name, an array), or a whole number.
Value = bytes | int

_VERSION = (1, 6)
_ANY = pdfdoc.DummyDoc()  # formats whatever has no references

#: What made a file, as it says itself.
PRODUCER: str = pdfdoc.PDFInfo.producer


def _pin_settings() -> None:
    rl_config.invariant, rl_config.pdfMultiLine, rl_config.pdfComments = 1, 0, 0


_pin_settings()


@lru_cache(maxsize=512)
def name(text: str) -> bytes:
    """A PDF name object."""
    return str(pdfdoc.PDFName(text)).encode("ascii")


@lru_cache(maxsize=256)
def string(text: str) -> bytes:
    """A PDF text string: readable where it is ASCII, else UTF-16 in hexadecimal, which needs no escapes."""
    if text.isascii():
        return b"(%b)" % escapePDF(text).encode("ascii")
    return b"<%b>" % (BOM_UTF16_BE + text.encode("utf-16-be")).hex().encode("ascii")


def short_string(text: str) -> bytes:
    """The same in fewer bytes: UTF-16 as it is, with escapes where it would end the string or change."""
    if text.isascii():
        return string(text)
    data = BOM_UTF16_BE + text.encode("utf-16-be")
    for byte, escaped in _ESCAPES:
        data = data.replace(byte, escaped)
    return b"(%b)" % data


_ESCAPES = ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r"))


@lru_cache(maxsize=512)
def _frame(*keys: str) -> tuple[bytes, tuple[str, ...]]:
    """ReportLab's dictionary of these keys with a hole for each value, and the keys in the holes' order."""
    return pdfdoc.PDFDictionary(dict.fromkeys(keys, b"%b")).format(_ANY), tuple(sorted(keys))


def dictionary(entries: Mapping[str, Value]) -> bytes:
    """A PDF dictionary object."""
    frame, keys = _frame(*entries)
    values = [entries[key] for key in keys]
    return frame % tuple([value if isinstance(value, bytes) else b"%d" % value for value in values])


def array(entries: Iterable[bytes]) -> bytes:
    """A PDF array object."""
    return b"[%b]" % b" ".join(entries)


def integers(values: Iterable[int]) -> bytes:
    """An array of whole numbers."""
    return f"[{' '.join(map(str, values))}]".encode("ascii")


@lru_cache(maxsize=256)
def numbers(*values: float) -> bytes:
    """An array of numbers: sheets come in few sizes, so they are remembered."""
    return f"[{' '.join([f'{v:.4f}'.rstrip('0').rstrip('.') for v in values])}]".encode("ascii")


def stream(
    data: bytes, entries: Mapping[str, Value] | None = None, *, packed: bool = True, level: int = PDF_LEVEL
) -> bytes:
    """A stream object's body, compressed here (*level* 1 to 12) if it is to be *packed* and its dictionary names no
    filter already."""
    full = dict(entries or {})
    if packed and "Filter" not in full:
        data, full["Filter"] = compressed(data, level), b"/FlateDecode"
    full["Length"] = len(data)
    return b"%b\nstream\n%b\nendstream" % (dictionary(full), data)


class Formatted(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab is untyped
    """An object that is bytes already."""

    def __init__(self, reference: bytes, body: bytes) -> None:
        self.reference, self.body = reference, body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return self.body


class PrintDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab is untyped
    """ReportLab's document of objects that are bytes already, numbered from 1 in the order in which they were added."""

    def __init__(self) -> None:
        _pin_settings()
        self._pdfVersion = _VERSION
        self.idToObject: dict[int, Formatted] = {}
        self.idToObjectNumberAndVersion: dict[int, tuple[int, int]] = {}
        self.numberToId: dict[int, int] = {}
        self.idToOffset: dict[int, int] = {}
        self.Catalog, self.info = self.add(), self.add()

    def add(self, body: bytes = b"") -> Formatted:
        """A new indirect object: its reference is known at once, its body may be set later."""
        number = len(self.numberToId) + 1
        entry = Formatted(b"%d 0 R" % number, body)
        self.idToObject[number] = entry
        self.idToObjectNumberAndVersion[number] = (number, 0)
        self.numberToId[number] = number
        return entry

    def Reference(self, entry: Formatted, name: None = None) -> bytes:
        """What the trailer writes of the catalog and the information."""
        return entry.reference

    def ID(self) -> bytes:
        """From the content: ReportLab asks when all objects are written."""
        digest = (
            hashlib.sha256(b"\n".join([entry.body for entry in self.idToObject.values()])).hexdigest()[:32].encode()
        )
        return b"[<%b><%b>]" % (digest, digest)
