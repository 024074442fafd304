"""A file with a structure says that it has one, and that it is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Callable

from placards.render.output_intent import OutputIntent, output_intents
from placards.render.pdf_pages import PdfPages
from placards.render.reportlab_file import PRODUCER, Value, stream
from placards.render.srgb import srgb_profile
from placards.render.structure import Structure
from placards.render.xmp import Xmp, xmp_packet
from placards.scene.items import Metadata

#: Readers show the title, not the file's name; assistive technology is told that there is a structure.
DECLARED: dict[str, Value] = {
    "MarkInfo": b"<</Marked true>>",
    "ViewerPreferences": b"<</DisplayDocTitle true>>",
}


def make_accessible(pages: PdfPages, structure: Structure, metadata: Metadata) -> None:
    """Write the structure, and what the catalog must say beside it."""
    add = pages.document.add
    pages.declare(
        **DECLARED,
        StructTreeRoot=structure.write(pages, pages.references),
        Metadata=add(claim(metadata)).reference,
        OutputIntents=srgb_intent(lambda body: add(body).reference),
    )


def claim(metadata: Metadata, producer: str = PRODUCER) -> bytes:
    """The XMP packet's stream: it says what the Info dictionary does, and which standards the file keeps."""
    packet = xmp_packet(
        Xmp(
            metadata.title, metadata.language, metadata.author, metadata.subject, metadata.keywords,
            producer=producer, claims=("pdf/a-2a", "pdf/ua-1"),
        )
    )  # fmt: skip
    return stream(packet, {"Type": b"/Metadata", "Subtype": b"/XML"})


def srgb_intent(add: Callable[[bytes], bytes]) -> bytes:
    """The catalog's output intents: colours are sRGB. *add* puts an object into the file, and gives its reference."""
    return output_intents(add, [OutputIntent("GTS_PDFA1", "sRGB", srgb_profile())])
