"""Pictures on their plates: their inks, their limit, their resolution, and what is see-through of them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import NamedTuple

import pikepdf
import pytest
from PIL import Image

from placards.press.icc import condition_icc, conversion
from placards.press.pictures import as_photograph, plates
from placards.problems.diagnostic import Diagnostics
from placards.scene.items import Group, Picture
from placards.values.color import Color
from placards.values.geometry import Matrix, Rect
from placards.values.profile import Profile
from tests.press.building import X4, codes, sheet
from tests.render.building import png, rectangle, with_pdfium
from tests.tools.plates import PROCESS, amounts, most_ink
from tests.tools.plates import plates as separated

PRESS = conversion(condition_icc(X4.condition), 3.0)
WHOLE = Rect(0, 0, 200, 100)


def jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, subsampling=0)
    return out.getvalue()


def halves(mode: str = "RGB") -> Image.Image:
    """Left red, right nearly black."""
    made = Image.new("RGB", (400, 200), (216, 30, 5))
    made.paste((20, 30, 25), (200, 0, 400, 200))
    return made.convert(mode)


def checkers(size: int = 512) -> Image.Image:
    """The worst that a JPEG can meet: pixels of the darkest and lightest colours beside each other."""
    made = Image.new("RGB", (size, size), "white")
    for x in range(0, size, 7):
        made.paste((x % 40, x % 23, 60 - x % 60), (x, 0, x + 3, size))
    return made


class Stored(NamedTuple):
    """The first image of a file."""

    packing: str
    size: tuple[int, int]
    data: bytes  # unpacked, where it is no JPEG


def stored(pdf: bytes) -> Stored:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        image = next(one for one in found if one.ColorSpace == "/DeviceCMYK")
        packing = str(image.Filter)
        data = b"" if packing == "/DCTDecode" else image.read_bytes()
        return Stored(packing, (int(image.Width), int(image.Height)), data)


@pytest.mark.parametrize("data", [jpeg(halves()), png(halves()), png(halves().quantize(4)), png(halves("RGBA"))])
def test_pictures_are_printed_as_plain_colours_are(data: bytes) -> None:
    """The same inks as vector art of that colour, in Ghostscript; the same look in PDFium, whatever Adobe's marker in
    a JPEG may say."""
    pdf = sheet(Picture(data, WHOLE))
    found = separated(pdf)
    for x, rgb in ((0.2, (216, 30, 5)), (0.8, (20, 30, 25))):
        wanted = PRESS.inks(tuple(v / 255 for v in rgb))  # type: ignore[arg-type]
        assert amounts(found, x, 0.5) == pytest.approx([100 * ink for ink in wanted], abs=4)
    red = with_pdfium(pdf, 200).getpixel((40, 50))
    plain = with_pdfium(sheet(rectangle(*WHOLE, Color((216 / 255, 30 / 255, 5 / 255)))), 200).getpixel((40, 50))
    assert red == pytest.approx(plain, abs=6)


def test_a_grey_picture_becomes_inks_too() -> None:
    found = separated(sheet(Picture(png(Image.new("L", (50, 50), 128)), WHOLE)))
    wanted = PRESS.inks((128 / 255,) * 3)  # type: ignore[arg-type]
    assert amounts(found, 0.5, 0.5) == pytest.approx([100 * ink for ink in wanted], abs=4)


@pytest.mark.parametrize("make", [jpeg, png], ids=["jpeg", "png"])
@pytest.mark.parametrize("most", [3.0, 2.2])
def test_pictures_have_no_more_ink_than_the_profile_allows(make: type[bytes], most: float) -> None:
    picture = Picture(make(checkers()), Rect(0, 0, 100, 100))  # type: ignore[arg-type]
    pdf = sheet(picture, profile=replace(X4, most_ink=most, dpi=400))
    assert 0.8 * most < most_ink(separated(pdf, 368.64)) <= most


def test_photographs_stay_jpeg_and_flat_art_is_exact() -> None:
    assert stored(sheet(Picture(jpeg(halves()), WHOLE))).packing == "/DCTDecode"
    flat = stored(sheet(Picture(png(halves()), WHOLE)))
    assert flat.packing == "/FlateDecode"
    assert len(set(zip(*[iter(flat.data)] * 4, strict=True))) == 2
    many = Image.merge("RGB", [Image.linear_gradient("L").resize((500, 500)).rotate(90 * n) for n in range(3)])
    assert stored(sheet(Picture(png(many), WHOLE))).packing == "/DCTDecode"


def test_a_large_photograph_is_made_in_bands_that_fit() -> None:
    """Eight million pixels are two bands and more; put together they are what one would be."""
    whole = Image.merge(
        "RGB", [Image.linear_gradient("L").resize((2000, 5000)).rotate(90 * n).resize((2000, 5000)) for n in range(3)]
    )
    parts = [whole.crop((0, top, 2000, min(top + 1984, 5000))) for top in range(0, 5000, 1984)]
    made, one = (
        as_photograph(lambda: iter(parts), whole.size, PRESS),
        as_photograph(lambda: iter([whole]), whole.size, PRESS),
    )
    with Image.open(io.BytesIO(made.data)) as joined, Image.open(io.BytesIO(one.data)) as single:
        assert joined.size == (2000, 5000)
        assert joined.tobytes() == single.tobytes()


def test_a_see_through_picture_keeps_its_mask_and_an_opaque_one_has_none() -> None:
    alpha = Image.linear_gradient("L").resize((100, 100))
    ghost = Image.new("RGBA", (100, 100), (216, 30, 5, 255))
    assert not plates(png(ghost), (100, 100), PRESS).mask
    ghost.putalpha(alpha)
    found = separated(sheet(Picture(png(ghost), Rect(0, 0, 100, 100))), 72)
    magenta = [found["Magenta"].getpixel((50, y)) for y in (5, 50, 95)]
    assert magenta == pytest.approx([12, 120, 228], abs=8)


@pytest.mark.parametrize("make", [jpeg, png], ids=["jpeg", "png"])
def test_more_pixels_than_the_press_can_show_are_left_out(make: type[bytes]) -> None:
    data = make(halves().resize((4000, 2000)))  # type: ignore[arg-type]
    image = stored(sheet(Picture(data, WHOLE), profile=replace(X4, dpi=150)))
    assert image.size == (625, 313)  # 200 × 100 points at 225 pixels an inch
    twice = stored(sheet(Group((Picture(data, WHOLE),), Matrix(0.5, 0, 0, 0.5)), profile=replace(X4, dpi=150)))
    assert twice.size == (313, 157)


def test_too_few_pixels_are_said_once_with_the_real_resolution() -> None:
    report = Diagnostics()
    coarse, finer = Picture(png(halves()), WHOLE), Picture(png(halves()), Rect(0, 0, 50, 25))
    profile: Profile = replace(X4, least_dpi=150)
    sheet(finer, Group((coarse,)), report=report, profile=profile)
    assert codes(report) == ["press-dpi"]
    assert "144 pixels an inch" in str(next(iter(report)))
    report = Diagnostics()
    sheet(finer, report=report, profile=profile)
    assert codes(report) == []


def test_a_picture_that_is_drawn_often_is_stored_once() -> None:
    picture = Picture(jpeg(halves()), Rect(0, 0, 50, 25))
    pdf = sheet(*(Group((picture,), Matrix(e=50 * n)) for n in range(4)))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(found) == 1
    assert {amounts(separated(pdf), x, 0.1)[:2] for x in (0.05, 0.3, 0.55, 0.8)} == {
        amounts(separated(pdf), 0.05, 0.1)[:2]
    }
    assert set(separated(pdf)) == set(PROCESS)
