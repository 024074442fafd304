"""ReportLab's Canvas becomes one that writes files a print shop accepts: the one place that mends ReportLab 5.1.0.

What ReportLab 5.1.0 does otherwise, and what is done about it here, by subclassing only:

1. Streams lack the end of line before ``endstream`` that PDF/A wants: `FlateStream` writes it.
2. Streams pass through ASCII85 (a quarter larger, slow): `FlateStream` is Flate alone.
3. Every page opens by selecting Helvetica, which is not embedded: `PrintCanvas._make_preamble` is empty.
4. With ``invariant`` the ``/ID`` does not depend on the content: `PrintDocument` hashes the file.
5. ``/Info`` always has dates, and "anonymous" and "unspecified" for what is not known: `PrintInfo` leaves them out.
6. ``RL_…`` environment variables and ``~/.reportlab_settings`` change the bytes: `_pin_settings` fixes those that do.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

#: Measured on posters: 15 % less time for a whole PDF than at 6, for files 3 % larger.
FLATE_LEVEL = 4

_PLACEHOLDER_ID = "0" * 32


def _pin_settings() -> None:
    """Give the documented module settings that shape a file's bytes their fixed values."""
    rl_config.pdfMultiLine = 0
    rl_config.pdfComments = 0
    rl_config.useA85 = 0
    rl_config.invariant = 1


class FlateStream(pdfdoc.PDFStream):  # type: ignore[misc]  # ReportLab is untyped
    """A stream of bytes: compressed here unless its dictionary names a filter already."""

    def __init__(self, content: bytes, entries: dict[str, Any] | None = None) -> None:
        super().__init__(pdfdoc.PDFDictionary(entries or {}), content)

    def format(self, document: PrintDocument) -> bytes:
        """The stream object's bytes."""
        entries = pdfdoc.PDFDictionary(self.dictionary.dict)
        data: bytes = self.content
        if "Filter" not in entries:
            data = zlib.compress(data, FLATE_LEVEL)
            entries["Filter"] = pdfdoc.PDFName("FlateDecode")
        entries["Length"] = len(data)
        return b"".join((entries.format(document), b"\nstream\n", data, b"\nendstream\n"))


class PrintInfo(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab is untyped
    """The document information: only what is known, and no dates."""

    title = author = subject = keywords = ""
    creator = "placards"

    def format(self, document: PrintDocument) -> bytes:
        """The information dictionary's bytes."""
        known = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        entries = {key: pdfdoc.PDFString(value) for key, value in known.items() if value}
        return bytes(pdfdoc.PDFDictionary({**entries, "Trapped": pdfdoc.PDFName("False")}).format(document))


class PrintDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab is untyped
    """The file's structure: sound streams, sparse information, an ``/ID`` from the content."""

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 6), lang=language)
        self.info = PrintInfo()

    def addPage(self, page: pdfdoc.PDFPage) -> None:
        """Add a page, its operators in a sound stream."""
        page.Contents = FlateStream(page.stream.encode("latin-1"))
        super().addPage(page)

    def ID(self) -> bytes:
        """A placeholder of the right length, which `format` fills."""
        return f"[<{_PLACEHOLDER_ID}><{_PLACEHOLDER_ID}>]".encode()

    def format(self) -> bytes:
        """The whole file's bytes."""
        data: bytes = super().format()
        digest = hashlib.sha256(data).hexdigest()[: len(_PLACEHOLDER_ID)].encode()
        head, placeholder, trailer = data.rpartition(b"trailer\n")
        return head + placeholder + trailer.replace(_PLACEHOLDER_ID.encode(), digest)


class PrintCanvas(Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """A canvas that starts with an empty page and keeps each page's boxes."""

    def __init__(self, language: str) -> None:
        _pin_settings()
        super().__init__(None, pageCompression=1, invariant=1, lang=language)
        self._doc = PrintDocument(language)

    def _make_preamble(self) -> None:
        self._preamble = ""

    def operators(self, text: str) -> None:
        """Append content stream operators."""
        self._code.append(text)

    def set_boxes(self, media: tuple[float, float], trim: tuple[float, ...], bleed: tuple[float, ...] | None) -> None:
        """Set the size of the page and its boxes (left, bottom, right, top), points, y up."""
        self.setPageSize(media)
        self._trimBox, self._bleedBox = trim, bleed

    def register(self, entry: Any, name: str) -> Any:
        """Make *entry* an indirect object once per *name*; the reference to it."""
        if name not in self._doc.idToObject:
            self._doc.Reference(entry, name)
        return pdfdoc.PDFObjectReference(name)

    def has(self, name: str) -> bool:
        """Whether an indirect object of that name exists."""
        return name in self._doc.idToObject

    @staticmethod
    def name(text: str) -> str:
        """A PDF name object."""
        return str(pdfdoc.PDFName(text))

    @staticmethod
    def string(text: str) -> Any:
        """A PDF string object."""
        return pdfdoc.PDFString(text)

    @staticmethod
    def dictionary(entries: dict[str, Any]) -> Any:
        """A PDF dictionary object."""
        return pdfdoc.PDFDictionary(entries)

    @staticmethod
    def array(entries: list[Any]) -> Any:
        """A PDF array object."""
        return pdfdoc.PDFArray(entries)

    @staticmethod
    def picture_key(name: str) -> str:
        """The key of a picture among the indirect objects, which is also its name in a page's resources."""
        return str(pdfdoc.xObjectName(name))

    def use_picture(self, name: str) -> str:
        """List a registered picture in the page's resources; its resource name."""
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return self.picture_key(name)

    def use_font(self, resource: str, reference: Any) -> None:
        """Offer a font to all pages under a resource name."""
        self._doc.idToObject[pdfdoc.BasicFonts].dict[resource] = reference

    def finish(self) -> bytes:
        """The finished file."""
        return bytes(self.getpdfdata())
