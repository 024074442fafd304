"""Content is read as pikepdf reads it, and drawings are as large, thin and coloured as the content says."""

from __future__ import annotations

import io
from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name

from placards.press.preflight.document import opened
from placards.press.preflight.drawing import Reader
from placards.press.preflight.drawn import Drawing
from placards.press.preflight.tokens import Instruction, instructions

from ...jobs import example_job, make
from .broken import draws, page, put, resources
from .good import changed, good_x4


def by_pikepdf(data: bytes) -> list[tuple[str, list[object]]]:
    """What qpdf's reader makes of the same bytes."""
    pdf = pikepdf.new()
    found = []
    for one in pikepdf.parse_content_stream(pdf.make_stream(data)):
        if isinstance(one, pikepdf.ContentStreamInlineImage):
            found.append(("INLINE", []))
        else:
            found.append((str(one.operator), [plain(operand) for operand in one.operands]))
    return found


def plain(value: object) -> object:
    match value:
        case pikepdf.Name():
            return str(value)[1:]
        case pikepdf.String():
            return "text"
        case pikepdf.Array():
            return [plain(one) for one in value]
        case pikepdf.Dictionary():
            return {str(key)[1:]: plain(one) for key, one in value.items()}
        case Decimal() | int() if not isinstance(value, bool):
            return round(float(value), 6)
        case _:
            return value


def ours(found: Instruction) -> tuple[str, list[object]]:
    def simple(value: object) -> object:
        if isinstance(value, bytes):
            return "text"
        if isinstance(value, list):
            return [simple(one) for one in value]
        if isinstance(value, dict):
            return {key: simple(one) for key, one in value.items()}
        return round(value, 6) if isinstance(value, float) else value

    return found.operator, [] if found.operator == "INLINE" else [simple(one) for one in found.operands]


@pytest.mark.parametrize(
    ("layout", "language", "size"), [("demands", "en", "a3"), ("sunburst", "ar", "a3"), ("photo-caption", "hi", "a3")]
)
def test_content_of_ours_is_read_as_pikepdf_reads_it(layout: str, language: str, size: str) -> None:
    with pikepdf.open(io.BytesIO(make(example_job(layout, language, size)).data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        drawn = [one.read_bytes() for one in streams if one.get("/Subtype") == "/Form"]
        drawn += [
            page.obj.Contents.read_bytes() for page in pdf.pages if not isinstance(page.obj.Contents, pikepdf.Array)
        ]
    assert drawn
    for data in drawn:
        assert [ours(one) for one in instructions(data)] == by_pikepdf(data)


@pytest.mark.parametrize(
    "data",
    [
        rb"/N#61me gs (a (nested) \) string) Tj <48 65 6> Tj [(a) -120 (b)]TJ",
        b"/OC /MC0 BDC /Span << /ActualText (a) /MCID 3 /L [1 2 <</X true>>] >> BDC EMC EMC",
        b"1 0 0 1 .5 -.5 cm%comment\n0 0 m\r10 10 l\tS f* B* b* W* n 3 w[3 2]0 d q Q d0",
        b"q BI /W 2 /H 2 /BPC 8 /CS /G ID abcd\nEI Q 1 0 0 rg",
        b"/P <</A/B/C[/D/E]>>DP /Pattern cs /P1 scn 0.2 0.3/P2 scn",
        b"(a)' 1 2 (b)\" T* +3 w 4. w .5 w -0 w",
    ],
)
def test_every_kind_of_operand(data: bytes) -> None:
    found = [ours(one) for one in instructions(data)]
    assert found == by_pikepdf(data)


@given(st.binary(max_size=300))
def test_any_bytes_come_to_an_end(data: bytes) -> None:
    for one in instructions(data):
        assert one.operator


@given(
    st.lists(
        st.sampled_from(
            ["q", "Q", "[", "]", "<<", ">>", "(", ")", "/N", "BI", "ID", "EI", "1 2", "re", "<", ">", "{", "%"]
        ),
        max_size=40,
    )
)
def test_any_tokens_come_to_an_end(tokens: list[str]) -> None:
    list(instructions(" ".join(tokens).encode()))


def drawn(data: bytes) -> Drawing:
    with opened(data) as document:
        return Reader(document).page(document.pages[0])


def added(text: bytes) -> Drawing:
    return drawn(changed(good_x4(), draws(text)))


def test_lines_are_as_wide_as_they_are_drawn() -> None:
    found = added(b"q 2 0 0 2 0 0 cm 0.5 w 0 0 m 9 9 l S Q q 0.5 0 0 0.5 0 0 cm 0.2 w 0 0 m 9 9 l S Q")
    assert {0.1, 1.0} <= {width for width, _ in found.lines}


def test_a_cut_line_is_known_for_one() -> None:
    found = drawn(good_x4())
    assert {step for (width, step) in found.lines if width == 0.5} == {True, False}  # the cut line, and the marks
    (cut,) = (paint for paint in found.paints if paint.step)
    assert cut.space.spots == ("CutContour",)
    assert cut.overprint


def test_pictures_are_as_sharp_as_they_are_drawn() -> None:
    found = added(b"q 0 7 -28 0 80 80 cm /Im1 Do Q")
    assert sorted(round(use.dpi) for use in found.images) == [103, 206]  # 40 pixels on 28 and on 14 points


def test_letters_are_as_large_as_they_are_drawn() -> None:
    found = added(b"q 3 0 0 3 0 0 cm BT /F1 2 Tf 2 0 0 2 0 0 Tm (x) Tj 0 1 -1 0 0 0 Tm (y) Tj ET Q")
    assert {12.0, 6.0, 24.0} == {text.size for text in found.texts}


def test_a_form_is_drawn_with_what_it_inherits() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            b"0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Matrix=[2, 0, 0, 2, 1, 1]
        )
        resources("XObject")(pdf)["/Fx"] = form
        draws(b"q 1 0 0 0 k 1 0 0 1 10 10 cm /Fx Do 0 1 0 0 k 1 0 0 1 50 0 cm /Fx Do Q")(pdf)

    found = {paint.values: places for paint, places in drawn(changed(good_x4(), change)).paints.items()}
    (cyan,), (magenta,) = found[(1.0, 0.0, 0.0, 0.0)], found[(0.0, 1.0, 0.0, 0.0)]
    assert tuple(cyan) == (11.0, 11.0, 21.0, 21.0)
    assert tuple(magenta) == (61.0, 11.0, 71.0, 21.0)


def test_what_annotations_show_is_drawn_too() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 5, 5], AP=Dictionary(N=look))
        put(page, "Annots", [pdf.make_indirect(stamp)])(pdf)

    families = {paint.space.family for paint in drawn(changed(good_x4(), change)).paints}
    assert "DeviceRGB" in families
