"""What a press asks of the metadata: which standard the file follows, when it was made, and that all agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from placards.press.preflight.objects import entry, filters, name, words
from placards.press.preflight.rule import BOTH, X1A, X4, Found, found, found_if, rule
from placards.press.preflight.sources import CALLAS, KRILLA, PDFX_TS, PRINECT, PROOF, lintpdf, verapdf
from placards.press.preflight.subject import Subject

_PDFXID = "http://www.npes.org/pdfx/ns/id/"
_DATES = ("CreateDate", "ModifyDate", "MetadataDate")


@rule("xmp-missing", X4, "dictionaries", lintpdf("005"), verapdf("6.6.2.1-1"))
def _xmp_missing(subject: Subject) -> Iterator[Found]:
    """The catalog has metadata (XMP) as a stream that says so and is not packed."""
    stream = entry(subject.document.root, "Metadata")
    right = name(entry(stream, "Type")) == "Metadata" and name(entry(stream, "Subtype")) == "XML"
    yield from found_if(not right or bool(filters(stream)))


@rule("xmp-form", BOTH, "bytes", verapdf("6.6.2.1-4 and -5"))
def _xmp_form(subject: Subject) -> Iterator[Found]:
    """The metadata are well-formed XML, without entities of their own."""
    text = subject.document.xmp.strip("\ufeff\0 \r\n\t")
    if not text:
        return
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield found()
        return
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError:
        yield found()


@rule("xmp-packet", BOTH, "bytes", verapdf("6.6.2.1-2 and -3"))
def _xmp_packet(subject: Subject) -> Iterator[Found]:
    """The head of the metadata has neither bytes nor an encoding, which are out of use."""
    yield from found_if(bool(re.search(r"<\?xpacket begin[^>]*\b(bytes|encoding)=", subject.document.xmp)))


@rule("x4-name", X4, "dictionaries", lintpdf("006"), PDFX_TS, "WeasyPrint 70, which writes it so")
def _x4_name(subject: Subject) -> Iterator[Found]:
    """The metadata say “PDF/X-4” as pdfxid:GTS_PDFXVersion, and nothing else."""
    said = subject.document.said("pdfxid:GTS_PDFXVersion")
    yield from found_if(said != "PDF/X-4" or _PDFXID not in subject.document.xmp, said=said or "nothing")


@rule("x1a-name", X1A, "dictionaries", CALLAS, PDFX_TS)
def _x1a_name(subject: Subject) -> Iterator[Found]:
    """The Info dictionary says “PDF/X-1a:2003” as GTS_PDFXVersion; of 2001 it says “PDF/X-1:2001”, and
    “PDF/X-1a:2001” as GTS_PDFXConformance."""
    info = subject.document.info
    said, conformance = words(entry(info, "GTS_PDFXVersion")), words(entry(info, "GTS_PDFXConformance"))
    right = said == "PDF/X-1a:2003" or (said, conformance) == ("PDF/X-1:2001", "PDF/X-1a:2001")
    yield from found_if(not right, said=said or "nothing")


@rule("trapped", BOTH, "dictionaries", PROOF, CALLAS, PRINECT)
def _trapped(subject: Subject) -> Iterator[Found]:
    """The Info dictionary says whether the file is trapped: True or False, as a name."""
    said = name(entry(subject.document.info, "Trapped"))
    yield from found_if(said not in ("True", "False"), said=said or "nothing")


@rule("trapped-differs", X4, "dictionaries", lintpdf("012 to 015"))
def _trapped_differs(subject: Subject) -> Iterator[Found]:
    """The metadata say the same of trapping as the Info dictionary (pdf:Trapped)."""
    info, xmp = name(entry(subject.document.info, "Trapped")), subject.document.said("pdf:Trapped")
    yield from found_if(bool(info) and info != xmp, info=info, xmp=xmp or "nothing")


@rule("xmp-dates", X4, "dictionaries", lintpdf("009 and 010"), PRINECT)
def _xmp_dates(subject: Subject) -> Iterator[Found]:
    """The metadata have the dates of the file, of its last change and of their own: xmp:CreateDate, xmp:ModifyDate,
    xmp:MetadataDate."""
    missing = tuple(key for key in _DATES if not subject.document.said(f"xmp:{key}"))
    yield from found_if(bool(missing), missing=missing)


@rule("dates-differ", X4, "dictionaries", lintpdf("014 and 015"))
def _dates_differ(subject: Subject) -> Iterator[Found]:
    """The dates of the Info dictionary are those of the metadata."""
    for key, tag in (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")):
        said = words(entry(subject.document.info, key))
        if said and _digits(said) != _digits(subject.document.said(tag)):
            yield found(key=key)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)[:14]


@rule("info-dates", X1A, "dictionaries", CALLAS)
def _info_dates(subject: Subject) -> Iterator[Found]:
    """The Info dictionary has a title, and the dates of the file and of its last change."""
    keys = ("Title", "CreationDate", "ModDate")
    missing = tuple(key for key in keys if not words(entry(subject.document.info, key)))
    yield from found_if(bool(missing), missing=missing)


@rule("title-missing", X4, "dictionaries", lintpdf("011 and 013"), PRINECT)
def _title_missing(subject: Subject) -> Iterator[Found]:
    """The metadata have a title (dc:title)."""
    yield from found_if(not subject.document.said("dc:title"))


@rule("title-differs", X4, "dictionaries", lintpdf("011 and 013"), PRINECT)
def _title_differs(subject: Subject) -> Iterator[Found]:
    """The title in the metadata is that of the Info dictionary."""
    xmp, info = subject.document.said("dc:title"), words(entry(subject.document.info, "Title"))
    yield from found_if(bool(xmp and info) and xmp.split() != info.split())


@rule("document-id", X4, "dictionaries", KRILLA)
def _document_id(subject: Subject) -> Iterator[Found]:
    """The metadata have xmpMM:DocumentID, xmpMM:VersionID and xmpMM:RenditionClass."""
    keys = ("DocumentID", "VersionID", "RenditionClass")
    missing = tuple(key for key in keys if not subject.document.said(f"xmpMM:{key}"))
    yield from found_if(bool(missing), missing=missing)
