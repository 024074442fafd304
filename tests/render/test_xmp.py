"""What a file says of itself, as an XML parser and as pikepdf read it."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from typing import get_args

import pikepdf
import pytest

from placards.render.output_intent import OutputIntent, output_intents
from placards.render.reportlab_file import PrintDocument
from placards.render.srgb import srgb_profile
from placards.render.xmp import _CLAIMED, Claim, Xmp, xmp_packet

DC = "{http://purl.org/dc/elements/1.1/}"
LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
FULL = Xmp(
    "Bread & <roses>", "pl", "Choir", "A placard", ("peace", "bread"), "2026-12-01T00:00:00Z", "0123456789abcdef" * 2,
    trapped=False, claims=("pdf/x-4",),
)  # fmt: skip


def read(packet: bytes) -> pikepdf.models.PdfMetadata:
    pdf = pikepdf.new()
    pdf.Root.Metadata = pdf.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    return pdf.open_metadata()


def test_all_that_is_said_comes_back() -> None:
    found = read(xmp_packet(FULL))
    assert found["dc:title"] == "Bread & <roses>"
    assert found["dc:creator"] == ["Choir"]
    assert found["dc:description"] == "A placard"
    assert found["dc:language"] == {"pl"}
    assert found["pdf:Keywords"] == "peace, bread"
    assert found["pdf:Trapped"] == "False"
    assert {found[f"xmp:{what}Date"] for what in ("Create", "Modify", "Metadata")} == {"2026-12-01T00:00:00Z"}
    assert found["xmpMM:DocumentID"] == "uuid:01234567-89ab-cdef-0123-456789abcdef"
    assert found["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"


def test_what_is_empty_is_left_out() -> None:
    packet = xmp_packet(Xmp("Peace"))
    for name in (b"dc:creator", b"dc:description", b"Date", b"DocumentID", b"Trapped", b"Keywords", b"pdfaExtension"):
        assert name not in packet
    assert len(packet) < 1000


def test_the_packet_says_neither_bytes_nor_encoding() -> None:
    head, _, _ = xmp_packet(FULL).partition(b"?>")
    assert head == '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"'.encode()


def test_characters_that_xml_forbids_do_not_break_it() -> None:
    tree = ET.fromstring(xmp_packet(Xmp("a\x00b\x0b\ufffec 🌍")))
    assert [li.text for li in tree.iter(LI)] == ["abc 🌍"]


@pytest.mark.parametrize("claim", get_args(Claim))
def test_every_claim_is_written_and_only_pdf_a_explains_what_it_does_not_know(claim: Claim) -> None:
    assert set(_CLAIMED) == set(get_args(Claim))
    packet = xmp_packet(Xmp("Peace", trapped=False, claims=(claim,))).decode()
    for name, value in _CLAIMED[claim]:
        assert f"<{name}>{value}</{name}>" in packet
    assert ("pdfaExtension" in packet) == claim.startswith("pdf/a")
    ET.fromstring(packet.encode())


def test_an_output_intent_has_its_profile_and_shares_it() -> None:
    document = PrintDocument()
    icc = srgb_profile()
    intents = [OutputIntent("GTS_PDFX", "sRGB", icc, "for screens"), OutputIntent("GTS_PDFA1", "sRGB", icc)]
    tree = document.add(b"<</Type /Pages /Kids [] /Count 0>>").reference
    made = output_intents(document, intents)
    document.Catalog.body = b"<</Type /Catalog /Pages %b /OutputIntents %b>>" % (tree, made)
    document.info.body = b"<<>>"
    pdf = pikepdf.open(io.BytesIO(bytes(document.format())))
    first, second = pdf.Root.OutputIntents
    assert first.S == "/GTS_PDFX"
    assert first.Info == first.OutputCondition == "for screens"
    assert "/Info" not in second
    assert first.DestOutputProfile.objgen == second.DestOutputProfile.objgen
    assert first.DestOutputProfile.read_bytes() == icc
    assert first.DestOutputProfile.N == 3


def test_a_registered_condition_needs_no_profile() -> None:
    made = output_intents(PrintDocument(), [OutputIntent("GTS_PDFX", "FOGRA39", registry="http://www.color.org")])
    assert b"/RegistryName (http://www.color.org)" in made
    assert b"DestOutputProfile" not in made
