"""The bytes of a PDF become a Document: its dictionaries, resources, pages and profiles, each looked up once."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf

from placards.frozen import dataclass
from placards.press.preflight.objects import (
    Corners,
    TooLargeError,
    content,
    corners,
    entries,
    entry,
    identity,
    is_larger,
    members,
    name,
    number,
    words,
)
from placards.problems.diagnostic import Diagnostic, Severity
from placards.problems.errors import InputError

#: So much of a profile, of XMP and of all other streams is unpacked.
MOST_DATA = 64_000_000

#: So many pages are looked at; a book has fewer.
MOST_PAGES = 20_000

#: What a page may have from the nodes above it.
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")

#: How deep the tree of pages may be.
_DEPTH = 64

_SIGNATURES = {b"CMYK": "CMYK", b"RGB ": "RGB", b"GRAY": "GRAY", b"Lab ": "Lab"}

#: The device spaces that an output intent of a space covers.
COVERED = {
    "CMYK": frozenset({"DeviceCMYK", "DeviceGray"}),
    "RGB": frozenset({"DeviceRGB", "DeviceGray"}),
    "GRAY": frozenset({"DeviceGray"}),
}


class IccHeader(NamedTuple):
    """What an ICC profile says of itself in its first bytes."""

    size: int
    version: int
    kind: str  # "prtr", "mntr", "scnr", "spac", …
    space: str  # "CMYK", "RGB", "GRAY", "Lab" or another signature
    signed: bool  # whether it has the signature of a profile
    length: int  # of the bytes that are there


def icc_header(data: bytes) -> IccHeader:
    """The header of a profile, however short the bytes are."""
    head = data[:128].ljust(128, b"\0")
    space = _SIGNATURES.get(head[16:20], head[16:20].decode("latin-1").strip("\0 "))
    kind = head[12:16].decode("latin-1").strip("\0 ")
    return IccHeader(int.from_bytes(head[:4], "big"), head[8], kind, space, head[36:40] == b"acsp", len(data))


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """A page as its dictionary and those above it say. Boxes are in the page's own units, None where none is given."""

    number: int  # from 1
    page: Any  # the dictionary
    resources: Any
    media: Corners | None
    crop: Corners | None
    bleed: Corners | None
    trim: Corners | None
    art: Corners | None
    rotate: float
    unit: float  # of a UserUnit in points

    @property
    def whole(self) -> Corners:
        return self.media or Corners(0.0, 0.0, 612.0, 792.0)

    @property
    def finished(self) -> Corners:
        """What is left once it is cut."""
        return self.trim or self.art or self.crop or self.whole

    @property
    def printed(self) -> Corners:
        """What is printed before it is cut, without marks."""
        return self.bleed or self.finished


class Document:
    """An open PDF. What is looked up is kept."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self.data = data
        self.pdf = pdf
        self.root: Any = pdf.Root
        self.trailer: Any = pdf.trailer
        self.not_checked: list[Diagnostic] = []
        #: What qpdf mended when it opened the file. It tells it once.
        self.mended = tuple(str(one) for one in pdf.get_warnings())

    @cached_property
    def info(self) -> Any:
        return entry(self.trailer, "Info")

    @cached_property
    def dictionaries(self) -> tuple[Any, ...]:
        """Every dictionary and stream that stands by itself."""
        return tuple(one for one in self.pdf.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)))

    @cached_property
    def streams(self) -> tuple[Any, ...]:
        return tuple(one for one in self.dictionaries if isinstance(one, pikepdf.Stream))

    @cached_property
    def pages(self) -> tuple[PageBoxes, ...]:
        """The pages in their order."""
        found = []
        for number_, page in enumerate(self.pdf.pages, start=1):
            if number_ > MOST_PAGES:
                self.skip("preflight-skipped-pages", pages=MOST_PAGES, of=len(self.pdf.pages))
                break
            found.append(_page(number_, page.obj))
        return tuple(found)

    def skip(self, code: str, **parameters: str | int | float) -> None:
        """Remember that something was not looked at."""
        found = Diagnostic(code, tuple(sorted(parameters.items())), severity=Severity.NOTE)
        if found not in self.not_checked:
            self.not_checked.append(found)

    def unpacked(self, stream: Any) -> bytes:
        """The data of a stream; nothing of one that is too large or damaged, which is remembered."""
        try:
            return content(stream, MOST_DATA)
        except TooLargeError:
            self.skip("preflight-skipped-large", limit=MOST_DATA // 1_000_000)
        except pikepdf.PdfError:
            self.skip("preflight-skipped-damaged")
        return b""

    @cached_property
    def heavy(self) -> bool:
        """Whether a stream that is no picture unpacks to more than programs that draw should be given; that is
        remembered."""
        found = any(name(entry(one, "Subtype")) != "Image" and is_larger(one, MOST_DATA) for one in self.streams)
        if found:
            self.skip("preflight-skipped-large", limit=MOST_DATA // 1_000_000)
        return found

    @cached_property
    def xmp(self) -> str:
        """The metadata as they stand there; empty where there are none."""
        return self.unpacked(entry(self.root, "Metadata")).decode("utf-8", "replace")

    def said(self, tag: str) -> str:
        """What the metadata say of a property, as an attribute or as an element; of several languages the first."""
        match = re.search(rf'{tag}\s*=\s*["\']([^"\']*)|<{tag}[^>]*>\s*(?:<rdf:\w+>\s*<rdf:li[^>]*>)?([^<]*)', self.xmp)
        return _unescaped((match[1] or match[2] or "").strip()) if match else ""

    @cached_property
    def intents(self) -> tuple[Any, ...]:
        """All output intents."""
        return tuple(members(entry(self.root, "OutputIntents")))

    @cached_property
    def press_intents(self) -> tuple[Any, ...]:
        """Those that are for PDF/X."""
        return tuple(one for one in self.intents if name(entry(one, "S")) == "GTS_PDFX")

    @cached_property
    def intent(self) -> Any:
        return self.press_intents[0] if self.press_intents else None

    @cached_property
    def profile(self) -> bytes:
        """The ICC profile of the intent; empty where none is embedded."""
        return self.unpacked(entry(self.intent, "DestOutputProfile"))

    @cached_property
    def intent_space(self) -> str:
        """CMYK, RGB, GRAY, or empty where no profile says it. A condition without a profile is one of CMYK."""
        if self.profile:
            return icc_header(self.profile).space
        return "CMYK" if self.intent is not None and words(entry(self.intent, "OutputConditionIdentifier")) else ""

    @cached_property
    def uncovered(self) -> frozenset[str]:
        """The device spaces that mean nothing here, for no output intent says what they are."""
        device = frozenset({"DeviceRGB", "DeviceCMYK", "DeviceGray"})
        covered = COVERED.get(self.intent_space)
        return device - covered if covered else frozenset({"DeviceRGB"})

    @cached_property
    def resources(self) -> tuple[Any, ...]:
        """The resources of pages and of all that has its own: forms, patterns, fonts of drawings, annotations."""
        found: dict[object, Any] = {}
        for page in self.pages:
            found.setdefault(identity(page.resources) or id(page), page.resources)
        for one in self.dictionaries:
            own = entry(one, "Resources")
            if own is not None and name(entry(one, "Type")) not in ("Page", "Pages"):
                found.setdefault(identity(own) or identity(one), own)
        return tuple(found.values())

    def resource(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Everything of a kind (``ColorSpace``, ``ExtGState``, …) that resources have, as (name, object); what several
        share, once."""
        seen = set()
        for one in self.resources:
            for key, value in entries(entry(one, kind)):
                number_ = identity(value)
                if number_ is None or number_ not in seen:
                    seen.add(number_)
                    yield key, value

    @cached_property
    def states(self) -> tuple[Any, ...]:
        """All graphics states."""
        return tuple(value for _, value in self.resource("ExtGState"))

    @cached_property
    def images(self) -> tuple[Any, ...]:
        return tuple(one for one in self.streams if name(entry(one, "Subtype")) == "Image")

    @cached_property
    def forms(self) -> tuple[Any, ...]:
        return tuple(one for one in self.streams if name(entry(one, "Subtype")) == "Form")

    @cached_property
    def spaces(self) -> tuple[Any, ...]:
        """Every colour space that is named or belongs to a picture, a shading, or a group."""
        found = [value for _, value in self.resource("ColorSpace")]
        found += [entry(one, "ColorSpace") for one in self.images]
        found += [entry(value, "ColorSpace") for _, value in self.resource("Shading")]
        found += [entry(entry(value, "Shading"), "ColorSpace") for _, value in self.resource("Pattern")]
        return tuple(one for one in found if one is not None)

    @cached_property
    def fonts(self) -> tuple[Any, ...]:
        """Every font that has or should have a font file: of one put together its descendants."""
        kinds = ("Type1", "MMType1", "TrueType", "Type3", "CIDFontType0", "CIDFontType2")
        found: dict[object, Any] = {}
        for _, font in self.resource("Font"):
            below = members(entry(font, "DescendantFonts")) or [font]
            for one in below:
                if name(entry(one, "Subtype")) in kinds:
                    found.setdefault(identity(one) or len(found), one)
        return tuple(found.values())

    @cached_property
    def layers(self) -> tuple[Any, ...]:
        """The optional-content groups."""
        return tuple(members(entry(entry(self.root, "OCProperties"), "OCGs")))

    @cached_property
    def configurations(self) -> tuple[Any, ...]:
        """The default configuration of layers, and the others."""
        properties = entry(self.root, "OCProperties")
        if properties is None:
            return ()
        default = entry(properties, "D")
        return (*([default] if default is not None else []), *members(entry(properties, "Configs")))

    @cached_property
    def claims(self) -> dict[str, str]:
        """What the file says that it is: ``pdf/x``, ``pdf/a`` and ``pdf/ua`` with what it says."""
        found = {}
        written = self.said("pdfxid:GTS_PDFXVersion") or self.said("pdfx:GTS_PDFXVersion")
        written = written or words(entry(self.info, "GTS_PDFXVersion"))
        if written:
            found["pdf/x"] = written
        if part := self.said("pdfaid:part"):
            found["pdf/a"] = f"PDF/A-{part}{self.said('pdfaid:conformance').lower()}"
        if part := self.said("pdfuaid:part"):
            found["pdf/ua"] = f"PDF/UA-{part}"
        return found


@contextmanager
def opened(data: bytes) -> Iterator[Document]:
    """The Document for as long as the block runs; raises InputError for what is no PDF, cannot be opened without a
    password, or has no page."""
    if not data:
        raise InputError("preflight-empty")
    if b"%PDF-" not in data[:1024]:
        raise InputError("preflight-not-pdf")
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise InputError("preflight-password") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError) as error:
        raise InputError("preflight-damaged") from error
    with pdf:
        try:
            document = Document(data, pdf)
            count = len(pdf.pages)
        except (pikepdf.PdfError, RuntimeError, ValueError) as error:
            raise InputError("preflight-damaged") from error
        if not count:
            raise InputError("preflight-no-pages")
        yield document


def _page(number_: int, page: Any) -> PageBoxes:
    held: dict[str, Any] = {}
    above, depth = page, 0
    while above is not None and depth < _DEPTH:
        for key in _INHERITED:
            if held.get(key) is None:
                held[key] = entry(above, key)
        above, depth = entry(above, "Parent"), depth + 1
    unit = number(entry(page, "UserUnit"), 1.0)
    return PageBoxes(
        number_, page, held["Resources"], corners(held["MediaBox"]), corners(held["CropBox"]),
        corners(entry(page, "BleedBox")), corners(entry(page, "TrimBox")), corners(entry(page, "ArtBox")),
        number(held["Rotate"]), unit if unit > 0 else 1.0,
    )  # fmt: skip


def _unescaped(text: str) -> str:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text


def pages_of(found: Sequence[PageBoxes]) -> tuple[int, ...]:
    """The numbers of pages."""
    return tuple(page.number for page in found)
