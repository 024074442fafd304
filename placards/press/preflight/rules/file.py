"""What a press asks of the file itself: its version, its parts, and how they are packed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placards.press.preflight.objects import entry, filters, members, name
from placards.press.preflight.rule import ALWAYS, BOTH, X1A, X4, Found, found, found_if, rule
from placards.press.preflight.sources import (
    BOXES,
    CALLAS,
    KODAK,
    ORACLE,
    OURS,
    PDFX_TS,
    lintpdf,
    verapdf,
)
from placards.press.preflight.subject import Subject

_HEADER = re.compile(rb"%PDF-(\d)\.(\d)")

#: What qpdf says of a page to which it gave what it lacks.
_LACKS = re.compile(r"(MediaBox|Resources) is (?:undefined|missing)")

_PACKED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")


def _version(subject: Subject) -> tuple[int, int]:
    match = _HEADER.match(subject.document.data)
    return (int(match[1]), int(match[2])) if match else (0, 0)


@rule("pdf-version", X4, "bytes", lintpdf("001 and 002"), ORACLE)
def _pdf_version(subject: Subject) -> Iterator[Found]:
    """The file begins with the name of PDF 1.3 to 1.6."""
    major, minor = _version(subject)
    yield from found_if(not (1, 3) <= (major, minor) <= (1, 6), version=f"{major}.{minor}")


@rule("x1a-pdf-version", X1A, "bytes", ORACLE, CALLAS)
def _x1a_version(subject: Subject) -> Iterator[Found]:
    """The file begins with the name of PDF 1.3 or 1.4, in PDF/X-1a:2001 of 1.3."""
    major, minor = _version(subject)
    most = (1, 3) if subject.is_of_2001 else (1, 4)
    yield from found_if(not (1, 3) <= (major, minor) <= most, version=f"{major}.{minor}", most=f"1.{most[1]}")


@rule("binary-comment", BOTH, "bytes", lintpdf("003"), verapdf("6.1.2-2"))
def _binary_comment(subject: Subject) -> Iterator[Found]:
    """After the first line comes a comment of four bytes above 127, by which programs see that the file is no text."""
    second = re.split(rb"\r\n|\r|\n", subject.document.data[:1024], maxsplit=1)[-1]
    yield from found_if(not (second[:1] == b"%" and len(second) > 4 and min(second[1:5]) > 127))


@rule("file-id", BOTH, "dictionaries", lintpdf("083"), CALLAS)
def _file_id(subject: Subject) -> Iterator[Found]:
    """The trailer has an ID of two strings."""
    yield from found_if(len(members(entry(subject.document.trailer, "ID"))) != 2)


@rule("encrypted", ALWAYS, "dictionaries", lintpdf("063 to 065"), KODAK)
def _encrypted(subject: Subject) -> Iterator[Found]:
    """The file is not encrypted, not even without a password to open it."""
    yield from found_if(subject.document.pdf.is_encrypted)


@rule("damaged-parts", ALWAYS, "bytes", OURS)
def _damaged(subject: Subject) -> Iterator[Found]:
    """The file can be read without mending it (by qpdf)."""
    yield from found_if(any(_LACKS.search(one) is None for one in subject.document.mended))


@rule("lzw", BOTH, "dictionaries", lintpdf("079"), PDFX_TS, KODAK)
def _lzw(subject: Subject) -> Iterator[Found]:
    """Nothing is packed by LZW, in the content neither."""
    packed = any({"LZWDecode", "LZW"} & set(filters(one)) for one in subject.document.streams)
    yield from found_if(packed)
    for page, drawing in subject.drawings:
        if drawing.filters & {"LZW", "LZWDecode"}:
            yield found(page)


@rule("external-stream", BOTH, "dictionaries", lintpdf("078"), verapdf("6.1.7.1-3"))
def _external(subject: Subject) -> Iterator[Found]:
    """No data stand in other files."""
    keys = ("F", "FFilter", "FDecodeParms")
    yield from found_if(any(entry(one, key) is not None for one in subject.document.streams for key in keys))


@rule("crypt-filter", BOTH, "dictionaries", verapdf("6.1.7.2-1"))
def _crypt(subject: Subject) -> Iterator[Found]:
    """No data are encrypted by themselves."""
    for one in subject.document.streams:
        if "Crypt" in filters(one):
            said = entry(one, "DecodeParms")
            every = members(said) or [said]
            if any(name(entry(parameters, "Name")) not in ("", "Identity") for parameters in every):
                yield found()


@rule("page-incomplete", ALWAYS, "dictionaries", lintpdf("049 and 092"), BOXES)
def _incomplete(subject: Subject) -> Iterator[Found]:
    """Every page has a MediaBox and resources, by itself or from the nodes above it."""
    lacking = {match[1] for one in subject.document.mended if (match := _LACKS.search(one))}
    lacking |= {"Resources" for page in subject.pages if page.resources is None}
    yield from found_if(bool(lacking), missing=tuple(sorted(lacking)))


@rule("object-streams", X1A, "bytes", PDFX_TS)
def _object_streams(subject: Subject) -> Iterator[Found]:
    """Objects stand in the file by themselves, as in PDF 1.4: neither object streams nor a table packed in one."""
    yield from found_if(bool(_PACKED.search(subject.document.data)))


@rule("embedded-files", X1A, "dictionaries", PDFX_TS)
def _embedded(subject: Subject) -> Iterator[Found]:
    """No files are attached."""
    names = entry(entry(subject.document.root, "Names"), "EmbeddedFiles")
    kinds = (name(entry(one, "Type")) for one in subject.document.streams)
    yield from found_if(names is not None or "EmbeddedFile" in kinds)


@rule("presentation", BOTH, "dictionaries", verapdf("6.10-1, 6.10-2 and 6.11-1"))
def _presentation(subject: Subject) -> Iterator[Found]:
    """The file is no presentation: no alternate ones, no steps, no requirements for the program that shows it."""
    root = subject.document.root
    alternate = entry(entry(root, "Names"), "AlternatePresentations") is not None
    yield from found_if(alternate or entry(root, "Requirements") is not None)
    for page in subject.pages:
        if entry(page.page, "PresSteps") is not None:
            yield found(page)
