"""PDFs for a press that break no rule, made by pikepdf alone: what is tested has no part in them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from placards.files.shipped import fonts_folder

from .icc import press_profile

MM = 72 / 25.4

#: A6 with 3 mm of bleed, and 10 mm around it for marks.
BLEED = 3 * MM
AROUND = 13 * MM
TRIM = (AROUND, AROUND, AROUND + 105 * MM, AROUND + 148 * MM)
BLEED_BOX = (TRIM[0] - BLEED, TRIM[1] - BLEED, TRIM[2] + BLEED, TRIM[3] + BLEED)
MEDIA = (0, 0, TRIM[2] + AROUND, TRIM[3] + AROUND)

DATE = "2027-03-20T12:00:00Z"

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Peace &amp; bread</rdf:li></rdf:Alt></dc:title>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:0123456789abcdef0123456789abcdef</xmpMM:DocumentID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>
{named}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

#: Text of the font below, 24 points, black ink that overprints.
TEXT = b"BT /F1 24 Tf 0 0 0 1 k 1 0 0 1 60 300 Tm (Peace and bread) Tj ET"


def numbers(box: tuple[float, ...]) -> bytes:
    return b" ".join(b"%.4f" % side for side in box)


def rectangle(left: float, bottom: float, right: float, top: float) -> bytes:
    return numbers((left, bottom, right - left, top - bottom)) + b" re"


def picture(pdf: pikepdf.Pdf, **more: Any) -> pikepdf.Object:
    """40 × 40 pixels of CMYK; drawn at 14 points they are 206 an inch."""
    entries = {"Width": 40, "Height": 40, "BitsPerComponent": 8, "ColorSpace": Name.DeviceCMYK, **more}
    return pdf.make_stream(b"\x40\x10\x80\0" * 1600, Type=Name.XObject, Subtype=Name.Image, **entries)


def spot(pdf: pikepdf.Pdf, name: str, inks: tuple[float, ...]) -> pikepdf.Object:
    way = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=Array(list(inks)), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, pdf.make_indirect(way)]))


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A shipped TrueType font, whole."""
    path = next(path for path in sorted(fonts_folder().rglob("*.ttf")) if "Anton" in path.name)
    read = TTFont(path)
    widths, glyphs = read["hmtx"], read.getBestCmap()
    scale = 1000 / read["head"].unitsPerEm
    head = read["head"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Anton"), Flags=32, ItalicAngle=0, StemV=120,
        Ascent=round(read["hhea"].ascent * scale), Descent=round(read["hhea"].descent * scale), CapHeight=800,
        FontBBox=[round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)],
        FontFile2=pdf.make_stream(path.read_bytes()),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Anton"), FirstChar=32, LastChar=126,
            Widths=[round(widths[glyphs[code]][0] * scale) for code in range(32, 127)],
            Encoding=Name.WinAnsiEncoding, FontDescriptor=pdf.make_indirect(descriptor),
        )
    )  # fmt: skip


def content(layers: bool) -> bytes:
    """A field to the edge of the bleed, a picture, letters, crop marks, and a cut line that overprints."""
    marks = [
        b"%.4f %.4f m %.4f %.4f l" % (x, y, x, y + step)
        for x in (TRIM[0], TRIM[2])
        for y, step in ((2.0, 20.0), (MEDIA[3] - 2, -20.0))
    ]
    cut = b"q /GSop gs /CScut CS 1 SCN 0.5 w " + rectangle(*TRIM) + b" S Q"
    return b"\n".join(
        [
            b"q 0.1 0.8 0.9 0 k " + rectangle(*BLEED_BOX) + b" f Q",
            b"q 14 0 0 14 60 200 cm /Im1 Do Q",
            b"q /GStext gs " + TEXT + b" Q",
            b"q /CSall CS 1 SCN 0.5 w " + b" ".join(marks) + b" S Q",
            b"/OC /MCcut BDC " + cut + b" EMC" if layers else cut,
        ]
    )


def _pages(pdf: pikepdf.Pdf, *, layers: bool) -> None:
    page = pdf.add_blank_page(page_size=(MEDIA[2], MEDIA[3])).obj
    page.MediaBox, page.TrimBox, page.BleedBox = (Array([round(v, 4) for v in b]) for b in (MEDIA, TRIM, BLEED_BOX))
    page.Contents = pdf.make_stream(content(layers))
    page.Resources = Dictionary(
        ColorSpace=Dictionary(CScut=spot(pdf, "CutContour", (0, 1, 0, 0)), CSall=spot(pdf, "All", (1, 1, 1, 1))),
        ExtGState=Dictionary(
            GSop=pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)),
            GStext=pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=True, OPM=1)),
        ),
        Font=Dictionary(F1=font(pdf)),
        XObject=Dictionary(Im1=picture(pdf)),
    )


def _described(pdf: pikepdf.Pdf, named: str) -> None:
    info = pdf.docinfo
    info["/Title"], info["/Trapped"] = String("Peace & bread"), Name("/False")
    info["/CreationDate"] = info["/ModDate"] = String("D:20270320120000Z")
    data = XMP.format(date=DATE, named=named).encode()
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(press_profile(), N=4)
    pdf.Root.OutputIntents = Array(
        [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
                    RegistryName=String("http://www.color.org"), Info=String("Coated paper"),
                    DestOutputProfile=profile,
                )
            )
        ]
    )  # fmt: skip


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The file's bytes. Nothing is packed, so that a test can change them."""
    out = io.BytesIO()
    given = {
        "deterministic_id": "encryption" not in options, "fix_metadata_version": False, "compress_streams": False,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable, "force_version": "1.6", **options,
    }  # fmt: skip
    pdf.save(out, **given)
    return out.getvalue()


@cache
def good_x4() -> bytes:
    """PDF/X-4 with a layer for the cut line."""
    pdf = pikepdf.new()
    _pages(pdf, layers=True)
    _described(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>")
    step = Dictionary(GTS_ProcStepsGroup=Name.Structural, GTS_ProcStepsType=Name.Cutting)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Cutting"), GTS_Metadata=step))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(Name=String("Default"), Order=Array([layer]), ON=Array([layer]))
    )
    pdf.pages[0].obj.Resources.Properties = Dictionary(MCcut=layer)
    return saved(pdf)


@cache
def good_x1a() -> bytes:
    """PDF/X-1a:2003, without layers."""
    pdf = pikepdf.new()
    _pages(pdf, layers=False)
    _described(pdf, "")
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")
    return saved(pdf, force_version="1.4")


def changed(good: bytes, change: Callable[[pikepdf.Pdf], object], **options: Any) -> bytes:
    """A good file with one change."""
    with pikepdf.open(io.BytesIO(good)) as pdf:
        change(pdf)
        return saved(pdf, **{"force_version": good[5:8].decode(), **options})
