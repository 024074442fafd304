"""PDFs that are broken, odd or made to do harm get a sentence, in time and memory that they do not decide."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from placards.press.preflight.document import opened
from placards.press.preflight.drawing import MOST_INSTRUCTIONS, Reader
from placards.press.preflight.objects import TooLargeError, content
from placards.press.preflight.run import Preflight, preflight
from placards.problems.errors import InputError

from .broken import draws, page, put, resources
from .good import changed, good_x4


def quick(data: bytes) -> Preflight:
    return preflight(data, "odd.pdf", thorough=False)


def names(found: Preflight) -> set[str]:
    return {finding.rule.id for finding in found.findings}


def left_out(found: Preflight) -> set[str]:
    return {one.code for one in found.not_checked}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "preflight-empty"),
        (b"\x89PNG\r\n\x1a\n", "preflight-not-pdf"),
        (b"%PDF-1.6\n", "preflight-damaged"),
        (b"%PDF-1.6\n" + bytes(4000), "preflight-damaged"),
        (good_x4()[:200], "preflight-damaged"),
    ],
)
def test_what_cannot_be_opened_is_said(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        quick(data)
    assert raised.value.code == code
    assert str(raised.value).startswith("odd.pdf: ")


def test_a_password_is_said() -> None:
    locked = changed(
        good_x4(), lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u", R=6), force_version="2.0"
    )
    with pytest.raises(InputError) as raised:
        quick(locked)
    assert raised.value.code == "preflight-password"


def test_a_file_without_pages_is_said() -> None:
    out = io.BytesIO()
    pikepdf.new().save(out)
    with pytest.raises(InputError) as raised:
        quick(out.getvalue())
    assert raised.value.code == "preflight-no-pages"


@pytest.mark.parametrize("scale", [0.0, 0.5, -1.0, 1e9, float("nan")])
def test_a_scale_that_is_none_is_said(scale: float) -> None:
    with pytest.raises(InputError) as raised:
        preflight(good_x4(), scale=scale)
    assert raised.value.code == "preflight-scale"


@pytest.mark.parametrize("end", [2000, 4000, 8000, 20_000])
def test_what_is_cut_short_is_mended_or_refused(end: int) -> None:
    try:
        found = quick(good_x4()[:end])
    except InputError as error:
        code = error.code
    else:
        code = "mended" if "damaged-parts" in names(found) else "unseen"
    assert code in ("preflight-damaged", "preflight-no-pages", "mended")


def bomb(size: int) -> bytes:
    """A stream that unpacks to so many zeros, packed twice."""
    packer = zlib.compressobj(1)
    packed = b"".join([packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]) + packer.flush()
    return zlib.compress(packed, 9)


def test_a_bomb_is_not_unpacked() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(bomb(600_000_000), filter=Array([Name.FlateDecode, Name.FlateDecode]))
        page(pdf).Contents = stream

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good_x4())) as pdf:
        change(pdf)
        pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    before = peak()
    found = quick(out.getvalue())
    assert "preflight-skipped-large" in left_out(found)
    assert peak() - before < 400_000_000


def peak() -> int:
    """The most memory that the process ever had, in bytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize(
    "filters",
    [
        ["FlateDecode"],
        ["FlateDecode", "FlateDecode"],
        ["ASCIIHexDecode", "FlateDecode"],
        ["ASCII85Decode", "FlateDecode"],
    ],
)
def test_nothing_past_the_limit_is_unpacked(filters: list[str]) -> None:
    import base64

    pdf = pikepdf.new()
    data = bytes(3_000_000)
    for one in reversed(filters):
        pack = {
            "FlateDecode": zlib.compress,
            "ASCIIHexDecode": lambda raw: raw.hex().encode() + b">",
            "ASCII85Decode": lambda raw: base64.a85encode(raw) + b"~>",
        }[one]
        data = pack(data)
    stream = pdf.make_stream(b"")
    stream.write(data, filter=Array([Name("/" + one) for one in filters]))
    assert content(stream, 3_000_000) == bytes(3_000_000)
    with pytest.raises(TooLargeError):
        content(stream, 2_999_999)


def test_forms_in_forms_cost_no_more_than_they_hold() -> None:
    """Each of twenty forms draws the next one ten times: 10^20 squares."""

    def change(pdf: pikepdf.Pdf) -> None:
        below = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(20):
            below = pdf.make_stream(
                b"/Fx Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9],
                Resources=Dictionary(XObject=Dictionary(Fx=below)),
            )  # fmt: skip
        resources("XObject")(pdf)["/Fx"] = below
        draws(b"/Fx Do")(pdf)

    data = changed(good_x4(), change)
    with opened(data) as document:
        reader = Reader(document)
        reader.page(document.pages[0])
        assert reader._left > MOST_INSTRUCTIONS - 2000


def test_a_form_that_draws_itself_ends() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/Fx Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(Fx=form))
        resources("XObject")(pdf)["/Fx"] = form
        draws(b"/Fx Do")(pdf)

    assert not names(quick(changed(good_x4(), change)))


def many_pages(count: int) -> bytes:
    """A file of so many pages, written object by object."""
    head = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] /Resources 3 0 R /MediaBox [0 0 300 400] >>"
        % (count, b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))),
        b"<< >>",
        b"<< /Length 34 >>\nstream\n0 0 0 1 k 50 50 m 90 90 l 2 w S    \nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    parts = []
    at = len(data)
    for number, body in enumerate([*head, *[b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"] * count], start=1):
        places.append(at)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return data + b"".join(parts) + tail % (len(places) + 1, table, len(places) + 1, at)


def test_ten_thousand_pages_are_looked_at() -> None:
    found = quick(many_pages(10_000))
    assert found.facts.pages == 10_000
    assert "preflight-skipped-drawn" in left_out(found)
    assert names(found) == {"text-lost"}


ODD: list[tuple[str, Callable[[pikepdf.Pdf], object]]] = [
    ("boxes of words", put(page, "TrimBox", Array([String("a"), 1, 2, 3]))),
    ("a box of five", put(page, "TrimBox", Array([0, 1, 2, 3, 4]))),
    ("an empty box", put(page, "TrimBox", Array([50, 50, 50, 50]))),
    ("a box the other way round", put(page, "TrimBox", Array([300, 400, 36, 36]))),
    ("resources of nothing", put(page, "Resources", Array([]))),
    ("resources that are a number", put(page, "Resources", 7)),
    ("a colour space in itself", lambda pdf: resources("ColorSpace")(pdf).__setitem__("/CSx", _circle(pdf))),
    ("a separation without parts", lambda pdf: resources("ColorSpace")(pdf).__setitem__("/CSx", Array([Name.Separation]))),
    ("a state of numbers", put(resources("ExtGState"), "GSx", 5)),
    ("a turn of a word", put(page, "Rotate", Name.Ninety)),
    ("a turn of 45", put(page, "Rotate", 45)),
    ("a unit of nothing", put(page, "UserUnit", 0)),
    ("a unit below", put(page, "UserUnit", -5)),
    ("a huge unit", put(page, "UserUnit", 10_000_000)),
    ("annotations of words", put(page, "Annots", Array([String("x"), 5, Dictionary()]))),
    ("no contents", lambda pdf: page(pdf).__delitem__("/Contents")),
    ("contents of words", put(page, "Contents", Array([String("x")]))),
    ("operators without operands", draws(b"cm w k K g rg cs scn gs Do Tf Tm Tj re m l c sh ri BDC EMC Q f S")),
    ("operands of other kinds", draws(b"(a) (b) (c) (d) re f /X (y) cm [1] w <00> Tf (a) m 1 l f (a) k /A /B Tf")),
    ("what never ends", draws(b"(never")),
    ("arrays in arrays", draws(b"[" * 5000)),
    ("numbers of many signs", draws(b"--5 1.2.3 +-.7 . - 1e5 99999999999999999999999999999999 w")),
    ("metadata of bytes", put(lambda pdf: pdf.Root, "Metadata", lambda pdf: pdf.make_stream(bytes(range(256)), Type=Name.Metadata, Subtype=Name.XML))),
    ("intents of words", put(lambda pdf: pdf.Root, "OutputIntents", Array([String("x"), 1]))),
    ("layers of words", put(lambda pdf: pdf.Root, "OCProperties", Array([1]))),
    ("a profile that is none", lambda pdf: pdf.Root.OutputIntents[0].__setitem__("/DestOutputProfile", pdf.make_stream(b"x"))),
    ("a picture without a size", lambda pdf: resources("XObject")(pdf).Im1.__delitem__("/Width")),
    ("a picture of minus size", lambda pdf: resources("XObject")(pdf).Im1.__setitem__("/Width", -40)),
    ("an infinite matrix", draws(b"q 1e308 0 0 1e308 0 0 cm 1e308 0 0 1e308 0 0 cm 5 5 re f 1 w 0 0 m 5 5 l S Q")),
    ("a matrix of nothing", draws(b"q 0 0 0 0 0 0 cm /Im1 Do 1 w 0 0 m 5 5 l S BT /F1 9 Tf (x) Tj ET Q")),
]  # fmt: skip


def _circle(pdf: pikepdf.Pdf) -> object:
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, String("x")]))
    space[1] = space
    return space


@pytest.mark.parametrize("change", [change for _, change in ODD], ids=[name for name, _ in ODD])
def test_odd_objects_are_looked_past_or_said(change: Callable[[pikepdf.Pdf], object]) -> None:
    found = quick(changed(good_x4(), change))
    assert found.facts.pages == 1
    assert all(str(finding.diagnostic) for finding in found.findings)


def test_a_page_far_from_the_corner_and_turned_is_seen_as_it_lies() -> None:
    """Boxes that do not begin at 0, on a page that is turned: ink reaches the bleed all the same."""

    def change(pdf: pikepdf.Pdf) -> None:
        own = page(pdf)
        for key in ("/MediaBox", "/TrimBox", "/BleedBox"):
            own[key] = Array([float(side) + (500 if index % 2 else -300) for index, side in enumerate(own[key])])
        own.Contents = pdf.make_stream(b"q 1 0 0 1 -300 500 cm\n" + own.Contents.read_bytes() + b"\nQ")
        own.Rotate = 270

    assert names(quick(changed(good_x4(), change))) == {"page-rotated"}
