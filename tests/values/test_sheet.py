"""Sizes as people name them, against the standards' own tables."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.problems.errors import InputError, UnknownNameError
from placards.values.sheet import parse_sheet, size_names

MM = 72 / 25.4

#: ISO 216, JIS P 0138 and ANSI/ASME Y14.1, in millimetres.
STANDARDS = {
    "a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420), "a4": (210, 297), "a5": (148, 210),
    "a6": (105, 148), "a7": (74, 105), "b0": (1000, 1414), "b1": (707, 1000), "b2": (500, 707), "b3": (353, 500),
    "jis-b1": (728, 1030), "jis-b2": (515, 728), "letter": (215.9, 279.4), "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8), "arch-c": (457.2, 609.6), "arch-d": (609.6, 914.4), "posterboard": (558.8, 711.2),
}  # fmt: skip


@pytest.mark.parametrize("name", STANDARDS)
def test_paper(name: str) -> None:
    width, height = STANDARDS[name]
    assert parse_sheet(name).trim == pytest.approx((width * MM, height * MM))
    assert parse_sheet(f"{name}-landscape").trim == pytest.approx((height * MM, width * MM))
    assert parse_sheet(f"{name}-portrait").trim == parse_sheet(name).trim
    assert parse_sheet(name).kind == "print"
    assert parse_sheet(name).bleed in (pytest.approx(3 * MM), pytest.approx(9))
    assert parse_sheet(name).safe.x == pytest.approx(5 * MM)


@pytest.mark.parametrize(
    ("text", "width", "height", "kind"),
    [
        ("50x70cm", 500, 700, "print"), ("500mmx70cm", 500, 700, "print"), ("24x36in", 609.6, 914.4, "print"),
        ("0.5x0.7m", 500, 700, "print"), ("banner-300x100cm", 3000, 1000, "banner"), ("3x1m", 3000, 1000, "banner"),
        ("10x3ft", 3048, 914.4, "banner"), ("300x100cm-portrait", 1000, 3000, "banner"), (" A4 ", 210, 297, "print"),
        ("8.5x11in", 215.9, 279.4, "print"), ("banner-50x20cm", 500, 200, "banner"),
    ],
)  # fmt: skip
def test_free_sizes(text: str, width: float, height: float, kind: str) -> None:
    sheet = parse_sheet(text)
    assert sheet.trim == pytest.approx((width * MM, height * MM))
    assert sheet.kind == kind
    assert sheet.pixels is None
    assert sheet.name == text.strip().lower()


@pytest.mark.parametrize(
    ("text", "pixels"),
    [("story", (1080, 1920)), ("instagram-portrait", (1080, 1350)), ("x-post", (1200, 675)), ("1200x800px", (1200, 800)),
     ("story-landscape", (1920, 1080)), ("whatsapp-status", (1080, 1920)), ("800x1200px-landscape", (1200, 800))],
)  # fmt: skip
def test_screens(text: str, pixels: tuple[int, int]) -> None:
    sheet = parse_sheet(text)
    assert sheet.pixels == pixels
    assert sheet.kind == "screen"
    assert sheet.bleed == 0
    assert sheet.trim == pytest.approx((pixels[0] * 0.75, pixels[1] * 0.75))


@pytest.mark.parametrize("name", size_names())
def test_every_name_is_a_size_with_room(name: str) -> None:
    sheet = parse_sheet(name)
    assert sheet.name == name
    assert sheet.safe.width > 0.5 * sheet.trim.width
    assert sheet.safe.height > 0.4 * sheet.trim.height
    assert sheet.safe.x >= 0
    assert sheet.safe.bottom <= sheet.trim.height


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a33",
        "50x70",
        "x",
        "50xcm",
        "-5x7cm",
        "a4-",
        "a4landscape",
        "1e3x2cm",
        "50x70furlongs",
        "∞x1m",
    ],
)
def test_unknown(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        parse_sheet(text)
    assert f"“{text}” is not a size" in str(caught.value)
    assert "50x70cm" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["0x0mm", "5x5mm", "9x100mm", "51x1m", "1x51m", "1x99999px", "9" * 400 + "x9px"], ids=lambda text: text[-9:]
)
def test_unusable(text: str) -> None:
    with pytest.raises(InputError, match=r"10 mm \(38 pixels\) to 50 m"):
        parse_sheet(text)


@given(st.text(max_size=30))
def test_nothing_else_than_input_errors(text: str) -> None:
    with contextlib.suppress(InputError):
        parse_sheet(text)


@given(st.integers(10, 5000), st.integers(10, 5000), st.sampled_from(["", "-landscape", "-portrait"]))
def test_name_gives_the_same_sheet_again(width: int, height: int, turned: str) -> None:
    sheet = parse_sheet(f"{width}x{height}mm{turned}")
    assert parse_sheet(sheet.name) == sheet
    long, short = max(width, height) * MM, min(width, height) * MM
    if turned == "-landscape":
        assert sheet.trim == pytest.approx((long, short))
    if turned == "-portrait":
        assert sheet.trim == pytest.approx((short, long))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("50×70cm", "50x70cm"), ("50 x 70 cm", "50x70cm"), ("50 × 70 cm", "50x70cm"), ("50,5x70cm", "50.5x70cm"),
        ("50*70cm", "50x70cm"), ("Banner 300 x 100 cm", "banner-300x100cm"), ("24 x 36 in", "24x36in"),
        ("6ft x 3ft", "6ftx3ft"), ("A4 landscape", "a4-landscape"), ("Arch C", "arch-c"),
        ("instagram portrait", "instagram-portrait"), ("x-post", "x-post"), ("1200 × 800 px", "1200x800px"),
    ],
)  # fmt: skip
def test_sizes_as_people_write_them(text: str, name: str) -> None:
    """defects.md 37"""
    assert parse_sheet(text).name == name
    assert parse_sheet(text).trim == parse_sheet(name).trim


@pytest.mark.parametrize("text", ["", " ", "x", "50x70", "50 70cm", "1,5,5x2cm", "a 3 3", "−5x5cm"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_sheet(text)
    assert caught.value.diagnostic.code == "size-unknown"
    assert "50x70cm" in str(caught.value)
