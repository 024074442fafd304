"""Small PDFs with everything that preflight looks at become damaged and hostile ones, object by object."""

from __future__ import annotations

import io
import re
from functools import cache
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from fuzz import mutate

_TOKENS = (
    b"null", b"true", b"[", b"]", b"<<", b">>", b"/DeviceRGB", b"/DeviceN", b"/Separation", b"/Indexed", b"/Pattern",
    b"(text)", b"<FF>", b"1 0 R", b"2 0 R", b"3 0 R", b"99 0 R", b"-1", b"0", b"1e308", b"99999999999", b"0.00001",
    b"/All", b"/None", b"q", b"Q", b"BT", b"ET", b"BI", b"ID", b"EI", b"Do", b"/F1", b"/Im1", b"stream", b"endobj",
)  # fmt: skip


@cache
def seeds() -> tuple[bytes, ...]:
    """One file with colours, a form, a picture, a layer, an annotation and metadata; unpacked, so that bytes mean
    something."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 300)).obj
    page.TrimBox, page.BleedBox = Array([20, 20, 180, 280]), Array([10, 10, 190, 290])
    way = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
    step = Dictionary(GTS_ProcStepsGroup=Name.Structural, GTS_ProcStepsType=Name.Cutting)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Cutting"), GTS_Metadata=step))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(Name=String("D"), Order=[layer]))
    form = pdf.make_stream(
        b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Matrix=[1, 0, 0, 1, 5, 5]
    )
    image = pdf.make_stream(
        b"\x40\x10\x80\0" * 4, Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )  # fmt: skip
    page.Resources = Dictionary(
        ColorSpace=Dictionary(Cut=Array([Name.Separation, Name.CutContour, Name.DeviceCMYK, way])),
        ExtGState=Dictionary(G=Dictionary(OP=True, op=True, OPM=1, ca=0.5)),
        XObject=Dictionary(Fx=form, Im1=image),
        Properties=Dictionary(L=layer),
        Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)),
    )
    page.Contents = pdf.make_stream(
        b"q /G gs 0 0 0 1 k 10 10 180 280 re f 1 0 0 RG 2 w 0 0 m 9 9 l 1 2 3 4 5 6 c S Q\n"
        b"q 20 0 0 20 50 50 cm /Im1 Do Q /Fx Do /OC /L BDC /Cut CS 1 SCN 20 20 160 260 re S EMC\n"
        b"BT /F1 12 Tf 1 0 0 1 30 200 Tm (Peace) Tj [(no) -20 (w)] TJ ET\n"
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
    )
    page.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[5, 5, 9, 9]))])
    intent = Dictionary(
        S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"), DestOutputProfile=pdf.make_stream(bytes(132), N=4)
    )
    pdf.Root.OutputIntents = Array([intent])
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x:xmpmeta>'
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return (out.getvalue(),)


def pdf(random: Random) -> bytes:
    """A file with some of its tokens exchanged, and at times a piece damaged."""
    data = random.choice(seeds())
    tokens = list(re.finditer(rb"[^\s<>\[\]()]+|<<|>>|[\[\]]", data))
    for match in sorted(random.sample(tokens, random.randint(1, 6)), key=lambda one: -one.start()):
        data = data[: match.start()] + random.choice(_TOKENS) + data[match.end() :]
    return mutate.bytes_like(random, data) if random.random() < 0.2 else data
