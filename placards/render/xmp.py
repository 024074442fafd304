"""What a file says of itself becomes an XMP packet: Dublin Core, dates, and the standards that it claims to keep.

Sources: ISO 16684-1 (XMP), ISO 19005-2 6.6 (what PDF/A wants, extension schemas), ISO 14289-1 5 (PDF/UA), ISO 15930-7
(PDF/X-4, whose ``pdfxid`` stands in XMP alone).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.render.reportlab_file import PRODUCER

#: Standards that a file names in its XMP. PDF/X-1a is older than that, and is named in the Info dictionary.
Claim: TypeAlias = Literal["pdf/a-2a", "pdf/a-2b", "pdf/ua-1", "pdf/x-4"]


@dataclass(frozen=True, slots=True)
class Xmp:
    """What the packet says; what is empty is left out. A file's Info dictionary must say the same."""

    title: str
    language: str = ""  # BCP 47
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""  # of creation and change, ISO 8601 with a zone
    document_id: str = ""  # 32 hexadecimal digits
    trapped: bool | None = None  # whether inks already overlap a little; None leaves it out
    producer: str = PRODUCER
    claims: tuple[Claim, ...] = ()


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}

_CLAIMED: dict[Claim, tuple[tuple[str, str], ...]] = {
    "pdf/a-2a": (("pdfaid:part", "2"), ("pdfaid:conformance", "A")),
    "pdf/a-2b": (("pdfaid:part", "2"), ("pdfaid:conformance", "B")),
    "pdf/ua-1": (("pdfuaid:part", "1"),),
    "pdf/x-4": (("pdfxid:GTS_PDFXVersion", "PDF/X-4"),),
}

#: Properties that PDF/A does not know by itself: their schema's name, their type, and what they are.
_EXTENSIONS = {
    "pdf:Trapped": ("Adobe PDF", "Text", "Whether the document is trapped"),
    "pdfuaid:part": ("PDF/UA identification", "Integer", "Part of ISO 14289"),
    "pdfxid:GTS_PDFXVersion": ("PDF/X identification", "Text", "Version of PDF/X"),
}
_EXTENSION_NAMESPACES = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

#: What XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xmp_packet(xmp: Xmp) -> bytes:
    """The packet in UTF-8, fit for the catalog's Metadata stream, which must not be compressed."""
    properties = dict(_properties(xmp))
    prefixes = dict.fromkeys(name.partition(":")[0] for name in properties)
    spaces = {prefix: _NAMESPACES[prefix] for prefix in prefixes}
    extended = ""
    if any(claim.startswith("pdf/a") for claim in xmp.claims):
        extended = _extensions([name for name in properties if name in _EXTENSIONS])
        spaces |= _EXTENSION_NAMESPACES if extended else {}
    declared = " ".join([f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items()])
    body = "\n".join([f"<{name}>{value}</{name}>" for name, value in properties.items()])
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared}>\n{body}{extended}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    ).encode()


def _properties(xmp: Xmp) -> Iterator[tuple[str, str]]:
    yield "dc:format", "application/pdf"
    yield "dc:title", _alternative(xmp.title)
    if xmp.language:
        yield "dc:language", f"<rdf:Bag><rdf:li>{_escaped(xmp.language)}</rdf:li></rdf:Bag>"
    if xmp.author:
        yield "dc:creator", f"<rdf:Seq><rdf:li>{_escaped(xmp.author)}</rdf:li></rdf:Seq>"
    if xmp.subject:
        yield "dc:description", _alternative(xmp.subject)
    if xmp.keywords:
        yield "pdf:Keywords", _escaped(", ".join(xmp.keywords))
    yield "pdf:Producer", _escaped(xmp.producer)
    if xmp.trapped is not None:
        yield "pdf:Trapped", str(xmp.trapped)
    yield "xmp:CreatorTool", "placards"
    if xmp.date:
        yield from ((f"xmp:{what}Date", _escaped(xmp.date)) for what in ("Create", "Modify", "Metadata"))
    if xmp.document_id:
        yield "xmpMM:DocumentID", f"uuid:{_uuid(xmp.document_id)}"
        yield "xmpMM:RenditionClass", "default"
        yield "xmpMM:VersionID", "1"
    for claim in xmp.claims:
        yield from _CLAIMED[claim]


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'


def _extensions(names: list[str]) -> str:
    if not names:
        return ""
    schemas = "".join([_extension(name) for name in names])
    return f"\n<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>"


def _extension(property_name: str) -> str:
    prefix, _, name = property_name.partition(":")
    schema, kind, about = _EXTENSIONS[property_name]
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{schema}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{_NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{about}</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _escaped(text: str) -> str:
    return _NO_XML.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _uuid(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]))
