"""For each rule of preflight a file that breaks it: a good one with one change, and the other rules that this breaks
as well."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
import segno
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from placards.values.profile import HOME, BlackRecipe, Condition, Profile

from .good import (
    BLEED_BOX,
    MEDIA,
    TRIM,
    changed,
    content,
    good_x1a,
    good_x4,
    picture,
    rectangle,
    spot,
)  # fmt: skip
from .icc import press_profile

Change = Callable[[pikepdf.Pdf], object]


@dataclass(frozen=True)
class Broken:
    """A file that breaks a rule."""

    rule: str
    data: Callable[[], bytes]
    profile: Profile | None = None
    scale: float = 1.0
    also: frozenset[str] = field(default=frozenset())
    thorough: bool = False


def of(
    rule: str, change: Change, *, good: Callable[[], bytes] = good_x4, also: str = "", profile: Profile | None = None,
    scale: float = 1.0, thorough: bool = False, **options: Any,
) -> Broken:  # fmt: skip
    return Broken(rule, lambda: changed(good(), change, **options), profile, scale, frozenset(also.split()), thorough)


def bytes_of(rule: str, old: bytes, new: bytes, *, good: Callable[[], bytes] = good_x4, also: str = "") -> Broken:
    def data() -> bytes:
        assert old in good()
        return good().replace(old, new)

    return Broken(rule, data, also=frozenset(also.split()))


# --- changes ---------------------------------------------------------------------------------------------------------


def page(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


def draws(text: bytes) -> Change:
    """More content."""
    return lambda pdf: pdf.pages[0].contents_add(pdf.make_stream(text))


def instead(text: Callable[[], bytes]) -> Change:
    """Other content."""
    return lambda pdf: page(pdf).__setitem__("/Contents", pdf.make_stream(text()))


def put(where: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Change:
    # What was put into a file belongs to it: another file gets another one.
    written = value.unparse(resolved=True) if isinstance(value, pikepdf.Object) else None

    def change(pdf: pikepdf.Pdf) -> None:
        made = pikepdf.Object.parse(written) if written is not None else value(pdf) if callable(value) else value
        where(pdf)[f"/{key}"] = made

    return change


def drop(where: Callable[[pikepdf.Pdf], Any], key: str) -> Change:
    return lambda pdf: where(pdf).__delitem__(f"/{key}")


def root(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root


def info(pdf: pikepdf.Pdf) -> Any:
    return pdf.docinfo


def intent(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.OutputIntents[0]


def resources(kind: str) -> Callable[[pikepdf.Pdf], Any]:
    def found(pdf: pikepdf.Pdf) -> Any:
        own = page(pdf).Resources
        if f"/{kind}" not in own:
            own[f"/{kind}"] = Dictionary()
        return own[f"/{kind}"]

    return found


def layers(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.OCProperties


def xmp(old: str, new: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        assert old in text
        pdf.Root.Metadata.write(text.replace(old, new).encode())

    return change


def profile_of(change: Callable[[bytearray], object]) -> Change:
    """The output intent's profile, with other bytes."""

    def apply(pdf: pikepdf.Pdf) -> None:
        stream = intent(pdf).DestOutputProfile
        data = bytearray(stream.read_bytes())
        change(data)
        intent(pdf).DestOutputProfile = pdf.make_stream(bytes(data), N=stream.N)

    return apply


def at(place: int, value: bytes) -> Callable[[bytearray], object]:
    return lambda data: data.__setitem__(slice(place, place + len(value)), value)


def state(**entries: Any) -> Change:
    """A graphics state more."""
    return put(resources("ExtGState"), "GSx", Dictionary(Type=Name.ExtGState, **entries))


def form(data: bytes = b"0 0 1 1 re f", **entries: Any) -> Change:
    """A form that is drawn."""

    def change(pdf: pikepdf.Pdf) -> None:
        made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], **entries)
        resources("XObject")(pdf)["/Fx"] = made
        draws(b"q 0 0 0 1 k /Fx Do Q")(pdf)

    return change


def shown(width: float = 14, **entries: Any) -> Change:
    """A picture more, drawn so many points wide."""

    def change(pdf: pikepdf.Pdf) -> None:
        resources("XObject")(pdf)["/Ix"] = picture(pdf, **entries)
        draws(b"q %f 0 0 %f 80 80 cm /Ix Do Q" % (width, width))(pdf)

    return change


def space(made: Callable[[pikepdf.Pdf], Any]) -> Change:
    """A colour space more."""
    return lambda pdf: resources("ColorSpace")(pdf).__setitem__("/CSx", made(pdf))


def icc(data: bytes, channels: int) -> Callable[[pikepdf.Pdf], Any]:
    return lambda pdf: pdf.make_indirect(Array([Name.ICCBased, pdf.make_stream(data, N=channels)]))


def annotation(kind: str, box: tuple[float, ...]) -> Change:
    def made(pdf: pikepdf.Pdf) -> pikepdf.Object:
        found = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array(list(box)))
        return Array([pdf.make_indirect(found)])

    return put(page, "Annots", made)


def both(*changes: Change) -> Change:
    return lambda pdf: [change(pdf) for change in changes]


def mixture(pdf: pikepdf.Pdf) -> Any:
    way = pdf.make_stream(b"{pop 0 0 3 -1 roll 0}", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    return Array([Name.DeviceN, Array([Name.Gold, Name.Black]), Name.DeviceCMYK, way])


def font(**entries: Any) -> Change:
    return put(resources("Font"), "Fx", lambda pdf: pdf.make_indirect(Dictionary(Type=Name.Font, **entries)))


def composite(**entries: Any) -> Change:
    """A font of many characters, with its file."""

    def change(pdf: pikepdf.Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.X, FontFile2=pdf.make_stream(b""))
        below = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, FontDescriptor=pdf.make_indirect(descriptor),
            **entries,
        )  # fmt: skip
        font(Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=Array([pdf.make_indirect(below)]))(pdf)

    return change


def rest(pdf: pikepdf.Pdf) -> None:
    """Another page, of another size."""
    pdf.pages.append(pdf.pages[0])
    last = pdf.pages[1].obj
    last.MediaBox = Array([0, 0, MEDIA[2] + 50, MEDIA[3]])
    last.TrimBox = Array([*TRIM[:2], TRIM[2] + 30, TRIM[3]])
    last.BleedBox = Array([*BLEED_BOX[:2], BLEED_BOX[2] + 30, BLEED_BOX[3]])


def short_of(side: str, by: float) -> bytes:
    """The field, not reaching the edge of the bleed on one side."""
    left, bottom, right, top = BLEED_BOX
    box = {
        "left": (left + by, bottom, right, top), "right": (left, bottom, right - by, top),
        "bottom": (left, bottom + by, right, top), "top": (left, bottom, right, top - by),
    }[side]  # fmt: skip
    return content(True).replace(rectangle(*BLEED_BOX), rectangle(*box))


def no_bleed(pdf: pikepdf.Pdf) -> None:
    page(pdf).BleedBox = page(pdf).TrimBox


def spoilt_code(pdf: pikepdf.Pdf) -> None:
    """A QR code of which more is painted over than it can spare."""
    code = segno.make("https://example.org/a-long-address-for-peace", error="l", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=8, border=4)
    image = Image.open(out).convert("L")
    pen, side = ImageDraw.Draw(image), image.width
    for step in range(0, side // 3, 16):  # inside the code, away from its corners
        pen.rectangle((side * 0.4 + step * 0.6, side * 0.4, side * 0.4 + step * 0.6 + 6, side * 0.85), fill=0)
    data, size = image.tobytes(), image.size
    resources("XObject")(pdf)["/Ix"] = pdf.make_stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1], BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    draws(b"q 120 0 0 120 100 100 cm /Ix Do Q")(pdf)


def encrypted_part() -> bytes:
    """A stream with a filter that pikepdf would leave out."""
    place = b"/Place (%b)" % (b"x" * 45)
    filtered = b"/Filter /Crypt /DecodeParms << /Name /StdCF >>"
    data = changed(good_x4(), form(Place=String("x" * 45)))
    assert place in data
    return data.replace(place, filtered.ljust(len(place)))


SHOP = Profile("shop", standard="pdf/x-4", inks="cmyk")
FLAT = replace(SHOP, name="flat", standard="pdf/x-1a")

BROKEN = (
    # --- the file
    of("pdf-version", lambda pdf: None, force_version="1.7"),
    of("x1a-pdf-version", lambda pdf: None, good=good_x1a, force_version="1.6"),
    Broken("binary-comment", lambda: b"%PDF-1.6\n" + good_x4().split(b"\n", 2)[2].join([b"%abcdef\n", b""]), also=frozenset({"damaged-parts"})),
    bytes_of("file-id", b"/ID [", b"/IX ["),
    of("encrypted", lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="", R=4, aes=True)),
    bytes_of("damaged-parts", b"startxref\n", b"startxref\n9"),
    of("lzw", lambda pdf: resources("XObject")(pdf).__setitem__("/Fx", pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], Filter=Name.LZWDecode))),
    of("lzw", draws(b"q 9 0 0 9 80 80 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x00\x40\x40 EI Q"), also="resolution"),
    of("external-stream", form(F=String("elsewhere.bin"))),
    Broken("crypt-filter", encrypted_part),
    of("page-incomplete", drop(page, "MediaBox")),
    of("object-streams", lambda pdf: None, good=good_x1a, object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.6", also="x1a-pdf-version"),
    of("embedded-files", lambda pdf: pdf.attachments.__setitem__("a.txt", pikepdf.AttachedFileSpec(pdf, b"x")), good=good_x1a),
    of("presentation", put(root, "Requirements", Array([]))),
    of("presentation", put(page, "PresSteps", Dictionary())),
    of("x1a-pdf-version", both(put(info, "GTS_PDFXVersion", String("PDF/X-1:2001")), put(info, "GTS_PDFXConformance", String("PDF/X-1a:2001"))), good=good_x1a),
    # --- metadata
    of("xmp-missing", drop(root, "Metadata"), also="x4-name trapped-differs xmp-dates dates-differ title-missing document-id standard-differs", profile=SHOP),
    of("xmp-form", xmp("</rdf:RDF>", "</rdf>")),
    of("xmp-form", xmp("<x:xmpmeta", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x:xmpmeta')),
    of("xmp-packet", xmp("<?xpacket begin=", '<?xpacket begin="\ufeff" encoding="UTF-8" x=')),
    of("x4-name", xmp(">PDF/X-4<", ">PDF/X-4p<")),
    of("x1a-name", put(info, "GTS_PDFXVersion", String("PDF/X-1a:2011")), good=good_x1a),
    of("trapped", put(info, "Trapped", Name.Unknown), also="trapped-differs"),
    of("trapped-differs", xmp("<pdf:Trapped>False", "<pdf:Trapped>True")),
    of("xmp-dates", xmp("xmp:MetadataDate", "xmp:Nothing")),
    of("dates-differ", put(info, "ModDate", String("D:20200101000000Z"))),
    of("info-dates", drop(info, "ModDate"), good=good_x1a),
    of("title-missing", xmp("dc:title", "dc:titel")),
    of("title-differs", put(info, "Title", String("Bread"))),
    of("document-id", xmp("xmpMM:DocumentID", "xmpMM:Other")),
    # --- the output intent
    of("intent-count", lambda pdf: pdf.Root.OutputIntents.append(Dictionary(intent(pdf)))),
    of("condition-missing", drop(intent, "OutputConditionIdentifier")),
    of("profile-missing", drop(intent, "DestOutputProfile")),
    of("profile-reference", put(intent, "DestOutputProfileRef", Dictionary(F=String("x")))),
    of("profile-class", profile_of(at(12, b"mntr"))),
    of("profile-channels", lambda pdf: intent(pdf).DestOutputProfile.__setitem__("/N", 3)),
    of("profile-header", profile_of(at(8, b"\x05"))),
    of("profile-header", profile_of(lambda data: data.extend(b"\0\0\0\0"))),
    of("condition-registry", both(drop(intent, "RegistryName"), drop(intent, "Info"))),
    of("intents-differ", lambda pdf: pdf.Root.OutputIntents.append(Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, DestOutputProfile=pdf.make_stream(press_profile(), N=4)))),
    of("x1a-intent", profile_of(at(16, b"RGB ")), good=good_x1a, also="profile-channels"),
    of("condition-differs", lambda pdf: None, profile=replace(SHOP, condition=Condition("FOGRA51"))),
    # --- boxes
    of("trim-missing", drop(page, "TrimBox"), also="bleed-missing"),
    of("trim-and-art", put(page, "ArtBox", lambda pdf: page(pdf).TrimBox)),
    of("boxes-nested", put(page, "BleedBox", Array([100, 100, 200, 200])), also="bleed-missing"),
    of("boxes-nested", put(page, "CropBox", Array([100, 100, 200, 200]))),
    of("box-size", put(page, "MediaBox", Array([0, 0, 20000, 600]))),
    of("viewer-areas", put(root, "ViewerPreferences", Dictionary(PrintArea=Name.TrimBox))),
    of("pages-differ", rest),
    of("page-rotated", put(page, "Rotate", 90)),
    of("user-unit", put(page, "UserUnit", 2), also="resolution"),
    of("bleed-small", lambda pdf: None, profile=replace(SHOP, bleed_mm=5.0)),
    of("bleed-empty", instead(lambda: short_of("left", 2)), also=""),
    of("bleed-empty", instead(lambda: short_of("right", 1))),
    of("bleed-empty", instead(lambda: short_of("bottom", 3))),
    of("bleed-empty", instead(lambda: short_of("top", 8.4))),
    of("bleed-missing", no_bleed),
    # --- colours
    of("rgb-painted", draws(b"1 0 0 rg 90 90 20 20 re f")),
    of("rgb-painted", form(b"1 0 0 RG 0 0 5 5 re S")),
    of("cmyk-painted", profile_of(at(16, b"RGB ")), also="profile-channels device-space"),
    of("device-space", shown(ColorSpace=Name.DeviceRGB)),
    of("icc-space", space(icc(bytes(200), 3))),
    of("icc-as-intent", lambda pdf: resources("ColorSpace")(pdf).__setitem__("/CSx", Array([Name.ICCBased, intent(pdf).DestOutputProfile]))),
    of("icc-overprint", both(space(icc(press_profile() + b"\0" * 4, 4)), draws(b"q /GSop gs /CSx cs 1 0 0 0 scn 90 90 9 9 re f Q"))),
    of("spot-differs", space(lambda pdf: spot(pdf, "CutContour", (1, 0, 0, 0)))),
    of("colorants-missing", space(mixture)),
    of("rendering-intent", draws(b"/Nice ri")),
    of("rendering-intent", shown(Intent=Name.Nice)),
    of("spot-name", space(lambda pdf: spot(pdf, "\x07", (1, 0, 0, 0)))),
    of("registration-color", draws(b"/CSall cs 1 scn 100 100 9 9 re f"), also=""),
    of("white-overprint", draws(b"q /GSop gs 0 0 0 0 k 90 90 9 9 re f Q")),
    of("transfer-function", state(TR=Name.Identity)),
    of("halftone", state(HT=Dictionary(HalftoneType=6))),
    of("black-generation", state(BG=Dictionary(FunctionType=2, Domain=[0, 1], N=1))),
    of("rgb-unwanted", draws(b"1 0 0 rg 90 90 20 20 re f"), profile=SHOP, also="rgb-painted"),
    of("x1a-space", space(lambda pdf: Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])), good=good_x1a),
    of("x1a-space", draws(b"1 0 0 rg 90 90 20 20 re f"), good=good_x1a),
    of("spots-unwanted", space(lambda pdf: spot(pdf, "Gold", (0, 0.2, 1, 0))), profile=replace(SHOP, spots=False)),
    of("ink-total", draws(b"1 1 1 0.5 k 90 90 90 90 re f"), thorough=True),
    of("ink-high", draws(b"0.9 0.9 0.6 0.5 k 90 90 90 90 re f"), thorough=True),
    of("overprint-unwanted", lambda pdf: None, profile=replace(SHOP, overprint=False)),
    of("black-text-gap", draws(b"q BT /F1 9 Tf 0 0 0 1 k 1 0 0 1 80 80 Tm (small) Tj ET Q"), profile=SHOP),
    of("black-large", draws(b"0 0 0 1 k 90 90 90 90 re f")),
    # --- transparency
    of("blend-mode", both(state(BM=Name.Odd), put(page, "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)))),
    of("blend-space", state(ca=0.5)),
    of("blend-space", both(state(ca=0.5), put(page, "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))), also="device-space"),
    of("x1a-transparency", state(ca=0.5), good=good_x1a),
    of("x1a-transparency", form(Group=Dictionary(S=Name.Transparency)), good=good_x1a),
    of("x1a-transparency", shown(SMask=Name.X), good=good_x1a),
    of("transparency-unwanted", both(state(ca=0.5), put(page, "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))), profile=replace(SHOP, transparency=False)),
    # --- content
    of("operator-unknown", draws(b"BX foo EX")),
    of("states-unbalanced", draws(b"q")),
    of("states-unbalanced", draws(b"Q")),
    of("states-deep", draws(b"q " * 29 + b"Q " * 29)),
    # --- pictures
    of("image-alternates", shown(Alternates=Array([]))),
    of("opi", shown(OPI=Dictionary())),
    of("postscript", form(PS=Dictionary())),
    of("reference-xobject", form(Ref=Dictionary())),
    of("image-bits", shown(BitsPerComponent=3)),
    of("jpeg2000", lambda pdf: resources("XObject")(pdf).__setitem__("/Ix", pdf.make_stream(b"\xff\x4f\xff\x51" + bytes(36) + b"\0\x02", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, Filter=Name.JPXDecode))),
    of("x1a-filter", lambda pdf: resources("XObject")(pdf).__setitem__("/Ix", pdf.make_stream(b"x", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, Filter=Name.JPXDecode)), good=good_x1a),
    of("x1a-sixteen-bits", lambda pdf: resources("XObject")(pdf).__setitem__("/Ix", picture(pdf, BitsPerComponent=16)), good=good_x1a),
    of("preseparated", put(page, "SeparationInfo", Dictionary()), good=good_x1a),
    of("resolution", shown(40)),
    of("resolution", lambda pdf: None, scale=4.0),
    of("line-art-resolution", lambda pdf: both(lambda p: resources("XObject")(p).__setitem__("/Ix", p.make_stream(b"\x55\0" * 8, Type=Name.XObject, Subtype=Name.Image, Width=16, Height=8, BitsPerComponent=1, ColorSpace=Name.DeviceGray)), draws(b"q 9 0 0 9 80 80 cm /Ix Do Q"))(pdf)),
    # --- fonts and letters
    of("font-missing", font(Subtype=Name.Type1, BaseFont=Name.Helvetica)),
    of("cid-map", composite()),
    of("font-widths", lambda pdf: resources("Font")(pdf).F1.__setitem__("/LastChar", 200)),
    of("font-subset-name", lambda pdf: resources("Font")(pdf).F1.__setitem__("/BaseFont", Name("/ABCDEF+Anton"))),
    of("small-text", draws(b"q /GStext gs BT /F1 4 Tf 0 0 0 1 k 1 0 0 1 80 80 Tm (tiny) Tj ET Q")),
    of("small-text-inks", draws(b"BT /F1 9 Tf 1 0.5 0 0 k 1 0 0 1 80 80 Tm (several) Tj ET")),
    of("text-lost", instead(lambda: b"q 0.1 0.8 0.9 0 k " + rectangle(*BLEED_BOX) + b" f Q")),
    of("text-garbled", both(draws(b"BT /F1 24 Tf 0 0 0 1 k 1 0 0 1 80 80 Tm (\\200\\201\\202\\203\\204\\205\\206\\207\\200\\201\\202\\203) Tj ET"), lambda pdf: resources("Font")(pdf).F1.__setitem__("/ToUnicode", pdf.make_stream(b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <80> <90> <E000> endbfrange endcmap end")))),
    of("code-unread", spoilt_code, thorough=True),
    # --- lines
    of("hairline", draws(b"q 0 w 0 0 0 1 K 80 80 m 120 120 l S Q")),
    of("thin-line", draws(b"q 0.1 w 0 0 0 1 K 80 80 m 120 120 l S Q")),
    of("thin-line", draws(b"q 0.1 0 0 0.1 0 0 cm 1 w 0 0 0 1 K 800 800 m 1200 1200 l S Q")),
    of("thin-line", draws(b"0 0 0 1 k 80 80 100 0.15 re f")),
    # --- annotations and forms
    of("annotation-inside", annotation("Text", (100, 100, 120, 120))),
    of("annotation-inside", annotation("PrinterMark", (100, 100, 120, 120))),
    of("actions", put(root, "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")))),
    of("actions", put(page, "AA", Dictionary())),
    of("multimedia", annotation("Movie", (0, 0, 1, 1))),
    of("form", put(root, "AcroForm", Dictionary(XFA=String("x")))),
    # --- layers and finishing
    of("layer-names", lambda pdf: layers(pdf).D.__delitem__("/Name")),
    of("layer-automatic", lambda pdf: layers(pdf).D.__setitem__("/AS", Array([]))),
    of("layer-order", lambda pdf: layers(pdf).D.__setitem__("/Order", Array([]))),
    of("step-kind", lambda pdf: layers(pdf).OCGs[0].GTS_Metadata.__setitem__("/GTS_ProcStepsType", Name.Zutting)),
    of("step-ink", draws(b"/OC /MCcut BDC 1 0 0 0 K 80 80 9 9 re S EMC")),
    of("step-ink", draws(b"/OC /MCcut BDC /CScut CS 1 SCN 80 80 9 9 re S EMC")),
    of("x1a-layers", put(root, "OCProperties", Dictionary(OCGs=Array([]), D=Dictionary())), good=good_x1a),
    of("layers-unwanted", lambda pdf: None, profile=replace(SHOP, layers=False)),
    of("marks-unwanted", lambda pdf: None, profile=SHOP),
    # --- programs and profiles
    Broken("ghostscript-warns", lambda: changed(good_x4(), draws(b"/Missing gs /Missing Do")), also=frozenset(), thorough=True),
    of("standard-differs", lambda pdf: None, profile=replace(HOME, bleed_mm=None)),
)  # fmt: skip

__all__ = ["BROKEN", "FLAT", "BlackRecipe", "Broken"]
