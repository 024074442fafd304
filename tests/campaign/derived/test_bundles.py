"""Bundles are PDFs that every reader opens, with the pages as they were, and print what was asked for."""

from __future__ import annotations

import io
import re
import subprocess
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

import placards
from placards.campaign.derived.bundles import MOST_COPIES
from placards.campaign.derived.extras import Extras
from placards.problems.errors import InputError
from placards.render.pdf_bundle import Bound, Cover, bundle_key, bundle_pdf

from .support import beside, record

WORDS = {"ar": "الماء حياة", "en": "Water is life", "hi": "पानी ही जीवन है", "ja": "水は命"}


@pytest.fixture(scope="module")
def sheets() -> dict[str, bytes]:
    return {language: placards.render(text, language=language, size="a6").data for language, text in WORDS.items()}


def printed(out: Path, language: str, data: bytes, **more: Any) -> dict[str, Any]:
    words = [{"slot": "slogan", "role": "slogan", "language": language, "lines": [WORDS[language]]}]
    name = more.pop("name", "x")
    return record(out, f"s/{language}/{name}.pdf", data, **{"languages": [language], "texts": words, **more})


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, list[tuple[str, int]]]]:
    """Chapters, and in them bookmarks with the number of their page, from 0."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as found:
        return [
            (str(over.title), [(str(mark.title), pages[mark.destination[0].objgen]) for mark in over.children])
            for over in found.root
        ]


def sound(path: Path) -> pikepdf.Pdf:
    """The file, after qpdf, poppler and PDFium found nothing wrong with it."""
    done = subprocess.run(["pdfinfo", "-box", path], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    pypdfium2.PdfDocument(path).close()
    pdf = pikepdf.open(path)
    assert pdf.check_pdf_syntax() == []
    return pdf


def test_one_pdf_for_each_paper_and_language(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    records = [
        printed(tmp_path, "ar", sheets["ar"], copies=3),
        printed(tmp_path, "ar", sheets["ar"], name="y", stock="yellow 120 g"),
        printed(tmp_path, "en", sheets["en"]),
        printed(tmp_path, "en", sheets["en"], name="large", size="a3"),
        printed(tmp_path, "hi", sheets["hi"], languages=["hi", "en"]),
    ]
    derived, said = beside(records, tmp_path, Extras(bundle="language"))
    assert [n for n in derived.names if n.startswith("bundles/")] == [
        "bundles/demo-ar-a6-yellow-120-g.pdf", "bundles/demo-ar-a6.pdf", "bundles/demo-en-a3.pdf",
        "bundles/demo-en-a6.pdf", "bundles/demo-hi+en-a6.pdf",
    ]  # fmt: skip
    assert said == []
    pdf = sound(tmp_path / "bundles/demo-ar-a6.pdf")
    assert str(pdf.docinfo.Title) == "Demo for water, العربية, Arabic (ar), A6"
    assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Direction)) == ("ar", "/R2L")
    assert len(pdf.pages) == 3
    assert outline(pdf) == [("العربية, Arabic (ar)", [("الماء حياة × 3", 0)])]
    assert str(sound(tmp_path / "bundles/demo-hi+en-a6.pdf").Root.Lang) == "mul"
    assert "bundles/demo-ar-a6.pdf,1," in (tmp_path / "picking-list.csv").read_text()


def test_all_of_one_size_in_reading_order(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    records = [
        printed(tmp_path, language, sheets[language], copies=copies, draft=language == "ja")
        for language, copies in (("ja", 1), ("en", 2), ("ar", 2), ("hi", 1))
    ]
    beside(records, tmp_path, Extras(bundle="size"))
    path = tmp_path / "bundles/demo-a6.pdf"
    pdf = sound(path)
    assert outline(pdf) == [
        ("العربية, Arabic (ar)", [("الماء حياة × 2", 0)]),
        ("English (en)", [("Water is life × 2", 2)]),
        ("हिन्दी, Hindi (hi)", [("पानी ही जीवन है", 4)]),
        ("日本語, Japanese (ja)", [("水は命 (DRAFT)", 5)]),
    ]
    document = pypdfium2.PdfDocument(path)
    assert [document.get_page_label(n) for n in range(6)] == ["1", "1", "2", "2", "3", "4"]
    assert [mark.get_title() for mark in document.get_toc()][1] == "الماء حياة × 2"
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = ["".join(re.sub(r"[\u200e\u200f\u202a-\u202e]", "", page).split()) for page in text.split("\f")]
    assert pages[:6] == ["".join(WORDS[language].split()) for language in ("ar", "ar", "en", "en", "hi", "ja")]


def test_pages_are_as_they_were(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    beside([printed(tmp_path, n, data) for n, data in sheets.items()], tmp_path, Extras(bundle="size"))
    bundle = pikepdf.open(tmp_path / "bundles/demo-a6.pdf")
    drawn = pypdfium2.PdfDocument(tmp_path / "bundles/demo-a6.pdf")
    for number, language in enumerate(sorted(sheets)):
        alone = pikepdf.open(io.BytesIO(sheets[language]))
        for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
            assert bundle.pages[number].obj[box] == alone.pages[0].obj[box]
        before = pypdfium2.PdfDocument(sheets[language])[0].render(scale=0.6)
        assert bytes(drawn[number].render(scale=0.6).buffer) == bytes(before.buffer)


def test_pages_of_several_are_collated_and_labelled_by_page(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    whole = io.BytesIO()
    with pikepdf.Pdf.new() as two:
        for language in ("en", "ja"):
            two.pages.extend(pikepdf.open(io.BytesIO(sheets[language])).pages)
        two.save(whole)
    records = [
        printed(tmp_path, "en", whole.getvalue(), pages=2, copies=2),
        printed(tmp_path, "en", sheets["en"], name="y"),
    ]
    beside(records, tmp_path, Extras(bundle="set"))
    document = pypdfium2.PdfDocument(tmp_path / "bundles/demo-s-a6.pdf")
    assert [document.get_page_label(n) for n in range(5)] == ["1-1", "1-2", "1-1", "1-2", "2"]
    texts = [document[n].get_textpage().get_text_bounded().split()[0] for n in range(5)]
    assert texts == ["Water", "水は", "Water", "水は", "Water"]


def test_repeated_pages_cost_nothing_and_equal_things_stand_once(tmp_path: Path) -> None:
    first, second = (drawn(tmp_path / f"{n}.pdf", n) for n in "ab")
    sizes = {}
    for copies in (1, 400):
        stream = io.BytesIO()
        bundle_pdf(
            [Bound(first, "A", "1", copies=copies), Bound(second, "B", "2")],
            Cover("T", "en", bytes(16)),
            stream,
            print_,
        )
        sizes[copies] = len(stream.getvalue())
    pdf = pikepdf.open(stream)
    assert len(pdf.pages) == 401
    streams = [bytes(one.read_raw_bytes()) for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    assert len(streams) == len(set(streams))
    assert sum(one.get("/Subtype") == "/Image" for one in pdf.objects if isinstance(one, pikepdf.Stream)) == 2
    assert sizes[400] - sizes[1] < 400 * 400
    layers = [str(layer.Name) for layer in pdf.Root.OCProperties.OCGs]
    assert layers == ["cut"], "a layer that many files have is one"


def drawn(path: Path, text: str) -> Path:
    """A file with a picture that has a mask, a layer, a font, an object that refers to itself, and odd names."""
    with pikepdf.Pdf.new() as pdf:
        for _ in text.encode():  # other numbers for the same objects
            pdf.make_indirect(pikepdf.Dictionary(Unused=1))
        mask = pdf.make_stream(b"\x80" * 3000, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=50, Height=60,
                               ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
        image = pdf.make_stream(b"\x40" * 9000, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=50,
                                Height=60, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, SMask=mask)  # fmt: skip
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("cut")))
        ring = pdf.make_indirect(pikepdf.Dictionary(Note=pikepdf.String("see 1 0 R")))
        ring.Self = ring
        resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Im=image), Properties=pikepdf.Dictionary(L0=layer),
            Font=pikepdf.Dictionary({"/F#20(1": pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                                                 BaseFont=pikepdf.Name.Helvetica)}),
        )  # fmt: skip
        page = pdf.add_blank_page(page_size=(300.25, 400)).obj
        page.Resources = resources
        page.Contents = pdf.make_stream(f"% {text}\n/OC /L0 BDC q 99 0 0 99 9 9 cm /Im Do Q EMC".encode())
        page.PieceInfo = pikepdf.Dictionary(Ring=ring, Yes=True, Nothing=pikepdf.Array([None, -1, 2.5]))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(ON=[layer]))
        pdf.save(path)
    return path


def print_() -> None:
    """Nothing to check."""


def test_odd_objects_come_along(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with path.open("wb") as stream:
        bundle_pdf([Bound(drawn(tmp_path / "a.pdf", "a"), "A", "1")], Cover("T", "en", bytes(16)), stream, print_)
    pdf = sound(path)
    page = pdf.pages[0].obj
    assert list(page.Resources.Font.keys()) == ["/F#20(1"]
    info = page.PieceInfo
    assert info.Ring.Self.objgen == info.Ring.objgen
    assert (str(info.Ring.Note), info.Yes, list(info.Nothing)) == ("see 1 0 R", True, [None, -1, pytest.approx(2.5)])
    before = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].render()
    assert bytes(pypdfium2.PdfDocument(path)[0].render().buffer) == bytes(before.buffer)


INHERITED = b"""%PDF-1.6
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] /Rotate 90 >> endobj
3 0 obj << /Type /Pages /Kids [4 0 R] /Count 1 /Parent 2 0 R /MediaBox [0 0 30 40] /Resources << /ExtGState << >> >> >>
endobj
4 0 obj << /Type /Page /Parent 3 0 R /Contents 5 0 R >> endobj
5 0 obj << /Length 13 >> stream
0 0 9 9 re f
endstream endobj
trailer << /Root 1 0 R /Size 6 >>
startxref
0
%%EOF
"""


def test_what_a_page_has_from_above_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(INHERITED)
    path = tmp_path / "out.pdf"
    with path.open("wb") as stream:
        bundle_pdf([Bound(tmp_path / "a.pdf", "A", "1")], Cover("T", "en", bytes(16)), stream, print_)
    pdf = sound(path)
    page = pdf.pages[0].obj
    assert (list(page.MediaBox), page.Rotate, "/ExtGState" in page.Resources) == ([0, 0, 30, 40], 90, True)


def test_the_same_bytes_each_time_and_known_by_its_key(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    records = [printed(tmp_path, n, data, copies=2) for n, data in sheets.items()]
    extras, path = Extras(bundle="size"), tmp_path / "bundles/demo-a6.pdf"
    derived, _ = beside(records, tmp_path, extras)
    first, seen = path.read_bytes(), path.stat().st_mtime_ns
    beside(records, tmp_path, extras, ours=derived.names)
    assert path.stat().st_mtime_ns == seen
    path.unlink()
    beside(list(reversed(records)), tmp_path, extras, ours=derived.names)
    assert path.read_bytes() == first
    keys = {bundle_key(path)}
    for change in ({"copies": 3}, {"draft": True}, {"sha256": None}):
        changed = [{**records[0], **change}, *records[1:]]
        if "sha256" in change:
            changed[0] = printed(tmp_path, "ar", sheets["en"], copies=2)
        beside(changed, tmp_path, extras, ours=derived.names)
        keys.add(bundle_key(path))
    assert len(keys) == 4, "whatever shows in it changes the key"
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert bundle_key(path) is None
    beside(changed, tmp_path, extras, ours=derived.names)
    assert path.read_bytes() == whole


def test_images_and_many_copies_are_said(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    records = [
        printed(tmp_path, "en", sheets["en"], copies=MOST_COPIES + 1),
        record(tmp_path, "s/en/p.png", b"png"),
        record(tmp_path, "s/en/story.png", b"png", size="story", pixels=[1080, 1920]),
    ]
    _, said = beside(records, tmp_path, Extras(bundle="layout"))
    assert [str(found).split(".")[0] for found in said] == [
        "1 artefact is no PDF, and in no bundle: s/en/p",
        "of 1 artefact more than 1,000 copies are wanted; it is in its bundle once: s/en/x",
    ]
    pdf = sound(tmp_path / "bundles/demo-plain-a6.pdf")
    assert (len(pdf.pages), outline(pdf)[0][1]) == (1, [("Water is life × 1001", 0)])
    _, said = beside(records[2:], tmp_path, Extras(bundle="size"))
    assert [found.code for found in said] == ["derived-nothing-to-bundle"]


def test_what_is_no_pdf_is_said_and_the_others_are_bound(tmp_path: Path, sheets: dict[str, bytes]) -> None:
    records = [printed(tmp_path, "en", sheets["en"]), printed(tmp_path, "ar", b"no PDF at all")]
    _, said = beside(records, tmp_path, Extras(bundle="size"))
    assert [found.code for found in said] == ["bundle-pdf"]
    assert str(said[0]).startswith(str(tmp_path / "s/ar/x.pdf"))
    assert len(sound(tmp_path / "bundles/demo-a6.pdf").pages) == 1


def test_a_file_without_pages_is_no_pdf_to_bind(tmp_path: Path) -> None:
    with pikepdf.Pdf.new() as pdf:
        pdf.save(tmp_path / "empty.pdf")
    with pytest.raises(InputError, match="no PDF"):
        bundle_pdf([Bound(tmp_path / "empty.pdf", "A", "1")], Cover("T", "en", bytes(16)), io.BytesIO(), print_)


@pytest.mark.parametrize("count", [1, 199, 200, 201, 1000])
def test_a_thousand_pages_stay_in_order(tmp_path: Path, count: int) -> None:
    members: Sequence[Bound] = [Bound(drawn(tmp_path / "a.pdf", "a"), f"T{n}", str(n), f"C{n // 300}") for n in range(count)]  # fmt: skip
    path = tmp_path / "out.pdf"
    tracemalloc.start()
    try:
        with path.open("wb") as stream:
            bundle_pdf(members, Cover("T", "en", bytes(range(16))), stream, print_)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000
    assert bundle_key(path) == bytes(range(16))
    pdf = sound(path)
    assert len(pdf.pages) == count
    assert [page for _, marks in outline(pdf) for _, page in marks] == list(range(count))
