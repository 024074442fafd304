"""Files for a press, seen by pikepdf, qpdf, Ghostscript and its plates."""

from __future__ import annotations

import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from placards.problems.errors import InputError
from placards.render.options import RenderOptions
from placards.render.pdf import render_pdf
from placards.render.pdf_press import NO_DATE
from placards.values.profile import Profile
from tests.press.files import FINISHING, X1A, X4, artefact, boxes, complaints, ink, inside, opened, whole_plates
from tests.render.building import scene

SLOGANS = (("en", "There is no planet B"), ("ar", "لا كوكب بديل"), ("ja", "地球は一つ"))
KINDS = {"CutContour", "Eyelets", "Fold", "Hem", "PolePocket"}
#: Where the first crop mark of X4 stands above the sheet, pixels at 72 dpi.
CORNER = (24, 0, 34, 20)
PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}


@pytest.mark.parametrize(
    ("profile", "size", "trim", "bleed", "room"),
    [
        (X4, "a4", (210, 297), 3, 0.25 + 7), (replace(X4, mark_offset_mm=5), "a3", (297, 420), 3, 2 + 7),
        (replace(X4, marks=False), "a4-landscape", (297, 210), 3, 2 + 7),
        (replace(X4, marks=False, slug=False), "24x36in", (609.6, 914.4), 3.175, 0),
        (X4, "banner-600x100cm", (600, 100), 2, 0.25 + 7), (X1A, "a5", (148, 210), 3, 0.25 + 7),
    ],
)  # fmt: skip
def test_boxes_are_right_to_a_hundredth_of_a_point(
    profile: Profile, size: str, trim: tuple[float, float], bleed: float, room: float
) -> None:
    found = boxes(artefact(profile, size=size).data)
    assert set(found) == {"MediaBox", "BleedBox", "TrimBox"}
    (width, height), edge = trim, bleed + room
    hundredth = 0.01 / 72 * 25.4
    assert found["MediaBox"] == pytest.approx((0, 0, width + 2 * edge, height + 2 * edge), abs=hundredth)
    assert found["BleedBox"] == pytest.approx(
        (room, room, room + width + 2 * bleed, room + height + 2 * bleed), abs=hundredth
    )
    assert found["TrimBox"] == pytest.approx((edge, edge, edge + width, edge + height), abs=hundredth)


def test_a_press_file_without_a_bleed_still_says_where_it_ends() -> None:
    icc = b"\0" * 12 + b"prtrCMYKLab " + b"\0" * 12 + b"acsp"
    data = render_pdf([scene()], RenderOptions(profile=X4, icc=icc))
    found = boxes(data)
    assert found["BleedBox"] == found["TrimBox"] == found["MediaBox"]


def test_x4_says_what_it_is_in_xmp_and_embeds_the_profile_of_its_condition() -> None:
    data = artefact(X4).data
    assert data.startswith(b"%PDF-1.6\n")
    with opened(data) as pdf:
        info = {str(key): value for key, value in pdf.docinfo.items()}
        assert not [key for key in info if key.startswith("/GTS")]
        assert info["/Trapped"] == pikepdf.Name("/False")
        assert info["/CreationDate"] == info["/ModDate"] == f"D:{NO_DATE.replace('-', '')}000000Z"
        packet = pdf.Root.Metadata
        assert packet.Type == "/Metadata"
        assert packet.Subtype == "/XML"
        assert "/Filter" not in packet
        with pdf.open_metadata() as said:
            assert said["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            assert said["dc:title"] == info["/Title"] == "There is no planet B"
            assert said["pdf:Trapped"] == "False"
            assert {said[f"xmp:{w}Date"] for w in ("Create", "Modify", "Metadata")} == {f"{NO_DATE}T00:00:00Z"}
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert intent.OutputConditionIdentifier == "FOGRA39"
        assert intent.RegistryName == "http://www.color.org"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes()[12:20] == b"prtrCMYK"
        assert len(pdf.trailer.ID) == 2


def test_the_document_id_follows_the_content() -> None:
    def number(text: str) -> str:
        with opened(artefact(X4, text=text).data) as pdf, pdf.open_metadata() as said:
            return str(said["xmpMM:DocumentID"])

    first, again, other = number("Peace"), number("Peace"), number("Bread")
    assert first == again != other
    assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", first)


@pytest.mark.parametrize(
    ("edition", "head", "names"),
    [
        (2001, b"%PDF-1.3\n", {"/GTS_PDFXVersion": "PDF/X-1:2001", "/GTS_PDFXConformance": "PDF/X-1a:2001"}),
        (2003, b"%PDF-1.4\n", {"/GTS_PDFXVersion": "PDF/X-1a:2003"}),
    ],
)
def test_x1a_says_what_it_is_in_the_info_dictionary(edition: int, head: bytes, names: dict[str, str]) -> None:
    profile = replace(X1A, edition=edition)  # type: ignore[arg-type]
    data = artefact(profile).data
    assert data.startswith(head)
    with opened(data) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert {key: value for key, value in info.items() if key.startswith("/GTS")} == names
        assert {"/Title", "/CreationDate", "/ModDate", "/Trapped"} <= set(info)
        assert "/Metadata" not in pdf.Root
        assert "/OCProperties" not in pdf.Root
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFX"
    assert b"/ObjStm" not in data
    assert b"/Group" not in data


def test_a_date_is_that_of_the_profile() -> None:
    with opened(artefact(replace(X4, date="2026-05-01")).data) as pdf:
        assert pdf.docinfo["/CreationDate"] == "D:20260501000000Z"
    for wrong in ("1 May", "2026-13-01", "٢٠٢٦-٠٥-٠١", "20260501"):
        with pytest.raises(InputError, match="is no date of a file for a press"):
            artefact(replace(X4, date=wrong))


def test_x4_without_a_profile_to_embed_is_refused() -> None:
    with pytest.raises(InputError, match="“x4” has none"):
        render_pdf([scene()], RenderOptions(profile=X4))


def test_the_same_job_gives_the_same_bytes() -> None:
    profile = replace(X4, finishing=FINISHING)
    assert artefact(profile).data == artefact(profile).data


@pytest.mark.parametrize("language", [language for language, _ in SLOGANS])
@pytest.mark.parametrize("profile", [X4, X1A, replace(X1A, edition=2001), replace(X4, finishing_on="page")])
def test_qpdf_and_ghostscript_have_nothing_to_say(profile: Profile, language: str) -> None:
    made = artefact(replace(profile, finishing=FINISHING), text=dict(SLOGANS)[language], language=language)
    assert complaints(made.data) == ""


def test_finishing_is_on_its_own_plates_and_marks_are_on_all_of_them() -> None:
    profile = replace(X4, finishing=FINISHING)
    data, bare = artefact(profile).data, artefact(replace(profile, finishing_on="page")).data
    plates, plain = whole_plates(data), whole_plates(bare)
    assert set(plates) == PROCESS | KINDS
    assert set(plain) == PROCESS
    for name in PROCESS:
        # The lines take nothing from the inks below them: they overprint. Ghostscript draws more plates in narrower
        # bands, where a letter's edge may take a pixel more.
        other = ImageChops.difference(plates[name], plain[name])
        assert sum(other.histogram()[1:]) <= 3
    for name in KINDS:
        assert ink(inside(plates[name], data)) is not None
    # A crop mark is registration's alone: equal on every plate.
    corners = {name: plate.crop(CORNER).tobytes() for name, plate in plates.items()}
    assert len(set(corners.values())) == 1
    assert ink(plates["Hem"].crop(CORNER)) is not None


def test_each_line_is_where_it_was_asked_for() -> None:
    data = artefact(replace(X4, finishing=FINISHING)).data
    plates = whole_plates(data)

    def box(name: str) -> list[int]:
        found = ink(inside(plates[name], data))
        assert found is not None
        return [round(v / 72 * 25.4) for v in found]

    assert box("Hem") == [20, 40, 190, 277]
    assert box("PolePocket") == [20, 40, 190, 40]
    assert box("Fold") == [100, 0, 100, 297]
    assert box("CutContour") == [0, 0, 210, 297]
    assert box("Eyelets") == [20, 60, 190, 277]


def test_layers_say_what_is_to_be_done() -> None:
    with opened(artefact(replace(X4, finishing=FINISHING)).data) as pdf:
        groups = {str(group.Name): group.GTS_Metadata for group in pdf.Root.OCProperties.OCGs}
        assert set(groups) == KINDS
        assert {str(found.GTS_ProcStepsGroup) for found in groups.values()} == {"/Structural"}
        assert groups["CutContour"].GTS_ProcStepsType == "/Cutting"
        assert groups["Eyelets"].GTS_ProcStepsType == "/Punching"
        assert "/AS" not in pdf.Root.OCProperties.D
        assert len(pdf.Root.OCProperties.D.Order) == len(KINDS)


def test_a_page_of_its_own_shows_finishing_and_the_sheet_shows_none() -> None:
    made = artefact(replace(X4, finishing=FINISHING, layers=False))
    assert made.pages == 1
    assert "press-finishing-page" in [found.code for found in made.diagnostics]
    assert boxes(made.data, 0) == boxes(made.data, 1)
    with opened(made.data) as pdf:
        assert "/OCProperties" not in pdf.Root
        assert len(pdf.pages) == 2
    assert set(whole_plates(made.data, 1)) == PROCESS
    shown = whole_plates(made.data, 2)
    assert set(shown) == PROCESS | KINDS
    for name in ("Cyan", "Magenta", "Yellow"):
        assert ink(inside(shown[name], made.data, page=1)) is None
    assert ink(inside(shown["Black"], made.data, margin_mm=5, page=1)) is not None  # its legend


def test_no_reader_finds_what_stands_beside_the_sheet() -> None:
    made = artefact(replace(X4, finishing=FINISHING, layers=False))
    document = pypdfium2.PdfDocument(made.data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert [text.split() for text in texts] == [["There", "is", "no", "planet", "B"], []]


def test_nothing_of_it_is_in_a_file_for_screens() -> None:
    data = artefact(Profile("home")).data
    for word in (b"GTS_PDFX", b"CreationDate", b"Separation", b"pdfxid"):
        assert word not in data
