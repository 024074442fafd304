"""Nothing see-through in a PDF/X-1a: mixed exactly where that is possible, else a picture under what lies above it."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path as FilePath

import pikepdf
import pytest
from PIL import Image

from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import FillPath, Group, Item, Picture
from placards.values.color import BLACK, WHITE, Color, LinearGradient, RadialGradient, Stop
from placards.values.geometry import Matrix, Path, Point, Rect
from placards.values.profile import HOME, Profile
from tests.press.building import X1A, X4, codes, everything, names, pressed, sheet
from tests.render.building import BLUE, RED, block, difference, png, rectangle, scene, with_pdfium
from tests.tools.plates import PROCESS, amounts, plates
from tests.tools.readback import READERS, fold

MAGENTA = Color((0.9, 0.0, 0.5), (0.0, 1.0, 0.0, 0.0))
CYAN = Color((0.0, 0.6, 0.9), (1.0, 0.0, 0.0, 0.0))
WHOLE = rectangle(0, 0, 200, 100, CYAN)
BOX = Path.rect(Rect(40, 20, 60, 60))
LETTERS = block("Peace", "en", Rect(20, 20, 180, 60), size=50, paint=MAGENTA)


def images(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sum(isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image" for one in opened.objects)


def test_a_plain_colour_over_a_plain_ground_stays_a_shape_and_its_inks_are_mixed() -> None:
    report = Diagnostics()
    pdf = sheet(WHOLE, FillPath(BOX, MAGENTA, opacity=0.25), profile=X1A, report=report)
    assert codes(report) == []
    assert images(pdf) == 0
    assert amounts(plates(pdf), 0.35, 0.5) == (75, 25, 0, 0)
    with_transparency = plates(sheet(WHOLE, FillPath(BOX, MAGENTA, opacity=0.25)))
    assert amounts(with_transparency, 0.35, 0.5) == (75, 25, 0, 0)


@pytest.mark.parametrize(
    ("ground", "inks"),
    [(None, (0, 50, 0, 0)), (rectangle(0, 0, 200, 100, WHITE), (0, 50, 0, 0)), (WHOLE, (50, 50, 0, 0))],
)
def test_the_ground_may_be_the_paper(ground: Item | None, inks: tuple[int, ...]) -> None:
    below = () if ground is None else (ground,)
    pdf = sheet(*below, Group((FillPath(BOX, MAGENTA),), opacity=0.5), profile=X1A)
    assert images(pdf) == 0
    assert amounts(plates(pdf), 0.35, 0.5) == inks


def test_letters_of_a_group_stay_letters() -> None:
    pdf = sheet(WHOLE, Group((LETTERS,), opacity=0.5), profile=X1A)
    assert images(pdf) == 0
    found = plates(pdf, 72)
    assert found["Magenta"].getextrema() == (0, 127)
    assert found["Cyan"].getextrema() == (127, 255)


@pytest.mark.parametrize("above", [MAGENTA, CYAN])
def test_a_glow_over_a_plain_ground_stays_a_gradient(above: Color) -> None:
    glow = RadialGradient(Point(100, 50), 50, (Stop(0, above, 0.8), Stop(1, MAGENTA, 0.0)))
    box = Path.rect(Rect(50, 0, 100, 100))
    flat, mixed = sheet(WHOLE, FillPath(box, glow), profile=X1A), sheet(WHOLE, FillPath(box, glow))
    assert images(flat) == 0
    for name in PROCESS:
        assert difference(plates(flat)[name].convert("RGB"), plates(mixed)[name].convert("RGB")) < 1.0


OVER_EDGE: dict[str, Item] = {
    "shape": FillPath(Path.rect(Rect(80, 20, 60, 60)), MAGENTA, opacity=0.5),
    "gradient": FillPath(
        Path.rect(Rect(80, 20, 60, 60)),
        LinearGradient(Point(80, 0), Point(140, 0), (Stop(0, MAGENTA, 1.0), Stop(1, MAGENTA, 0.0))),
    ),
    "multiply": Group((FillPath(Path.rect(Rect(80, 20, 60, 60)), MAGENTA),), blend="multiply"),
    "picture": Picture(png(Image.new("RGBA", (60, 60), (220, 0, 120, 128))), Rect(80, 20, 60, 60)),
    "inside a group": Group((FillPath(Path.rect(Rect(40, 10, 30, 30)), MAGENTA, opacity=0.5),), Matrix(2, 0, 0, 2)),
}
HALF = rectangle(0, 0, 100, 100, CYAN)


@pytest.mark.parametrize("item", OVER_EDGE.values(), ids=OVER_EDGE.keys())
def test_what_cannot_be_mixed_is_a_picture_with_all_that_lies_below_it(item: Item) -> None:
    report = Diagnostics()
    above = rectangle(0, 90, 50, 10, BLUE)
    pdf = sheet(HALF, item, above, profile=X1A, report=report)
    assert "press-flattened" in codes(report)
    assert images(pdf) == 1
    shown, mixed = with_pdfium(pdf, 400), with_pdfium(sheet(HALF, item, above), 400)
    assert difference(shown, mixed) < 6
    found = plates(pdf)
    assert amounts(found, 0.2, 0.5) == (100, 0, 0, 0)  # a plain colour keeps its inks inside the picture
    assert amounts(found, 0.9, 0.5) == (0, 0, 0, 0)


def test_the_note_says_how_much_of_the_sheet_it_is() -> None:
    report = Diagnostics()
    sheet(HALF, OVER_EDGE["shape"], profile=replace(X1A, dpi=300), report=report)
    text = next(str(found) for found in report if found.code == "press-flattened")
    assert "300 dpi" in text
    assert "70 % of the sheet" in text


def test_no_seam_where_the_picture_meets_the_same_colour() -> None:
    """A shape in the ground's colour, over the picture, cannot be told from it."""
    pdf = sheet(
        WHOLE,
        HALF,
        *[replace(OVER_EDGE["shape"], opacity=0.3) for _ in range(2)],
        rectangle(150, 20, 30, 60, CYAN),
        profile=X1A,
    )  # type: ignore[type-var]
    assert images(pdf) == 1
    found = plates(pdf, 144)
    assert found["Cyan"].crop((290, 0, 400, 200)).getextrema() == (255, 255)
    assert found["Magenta"].crop((290, 0, 400, 200)).getextrema() == (0, 0)


def test_what_is_near_to_a_plain_colour_has_inks_near_to_its_own() -> None:
    """Rich inks were given for the ground: a glow that ends in it meets it without an edge."""
    night = Color((0.08, 0.09, 0.13), (0.9, 0.7, 0.2, 0.8))
    glow = RadialGradient(Point(100, 50), 40, (Stop(0, WHITE, 0.9), Stop(1, WHITE, 0.0)))
    items = [
        rectangle(0, 0, 200, 100, night),
        rectangle(0, 0, 4, 4, RED),
        FillPath(Path.rect(Rect(0, 0, 200, 100)), glow),
    ]
    found = plates(sheet(*items, profile=X1A), 72)
    for name in PROCESS:
        row = [int(found[name].getpixel((x, 50))) for x in range(4, 196)]  # type: ignore[arg-type]
        assert max(abs(a - b) for a, b in pairwise(row)) <= 26, name
    assert amounts(found, 0.95, 0.5) == (90, 70, 20, 80)


@pytest.mark.parametrize("reader", READERS)
def test_letters_inside_the_picture_are_still_read(reader: str, tmp_path: FilePath) -> None:
    first = block("Peace", "en", Rect(20, 0, 180, 50), size=40)
    second = block("Now", "en", Rect(20, 50, 180, 50), size=40)
    pdf = sheet(HALF, Group((first,)), OVER_EDGE["shape"], second, profile=X1A)
    assert images(pdf) == 1
    (tmp_path / "a.pdf").write_bytes(pdf)
    (text,) = READERS[reader]([tmp_path / "a.pdf"])
    assert fold(text) == "Peace Now"


def test_the_bleed_is_part_of_the_picture() -> None:
    made = scene(
        rectangle(-9, -9, 218, 118, CYAN), OVER_EDGE["shape"], HALF, OVER_EDGE["shape"], size=(200, 100), bleed=9
    )
    pdf = pressed(made, X1A)
    cyan = plates(pdf, 72)["Cyan"]
    assert images(pdf) == 1
    assert {cyan.getpixel(at) for at in ((0, 0), (217, 0), (0, 117), (217, 117))} == {255}


def test_layers_and_groups_are_left_out_and_the_drawing_is_the_same() -> None:
    pair = Group(
        (rectangle(0, 0, 60, 60, MAGENTA), rectangle(0, 0, 60, 60, CYAN)),
        clip=Path.ellipse(Rect(0, 0, 50, 50)),
        together=True,
        layer="Notes",
    )
    pdf = sheet(pair, profile=X1A)
    assert images(pdf) == 0
    assert b"/OCG" not in pdf
    assert b"/Transparency" not in pdf
    assert amounts(plates(pdf), 0.1, 0.2) == (100, 0, 0, 0)


def test_see_through_items_never_come_into_a_file_that_may_have_none() -> None:
    made = scene(*everything(), size=(200, 100))
    with pytest.raises(InputError) as caught:
        render([made], ".pdf", RenderOptions(profile=X1A))
    assert caught.value.diagnostics[0].code == "render-see-through"
    ghost = scene(OVER_EDGE["picture"], size=(200, 100))
    with pytest.raises(InputError):
        render([ghost], ".pdf", RenderOptions(profile=X1A))


def test_a_spot_colour_that_is_lost_in_the_picture_is_said() -> None:
    spot = Color(CYAN.rgb, CYAN.cmyk, "Sky")
    report = Diagnostics()
    sheet(rectangle(0, 0, 100, 100, spot), OVER_EDGE["shape"], profile=X1A, report=report)
    assert "press-spots-converted" in codes(report)
    report = Diagnostics()
    found = plates(sheet(OVER_EDGE["shape"], rectangle(0, 0, 50, 50, spot), profile=X1A, report=report))
    assert "Sky" in found
    assert codes(report) == []


def test_black_letters_above_the_picture_are_black_alone() -> None:
    """They do not overprint: the picture may have many inks already."""
    letters = block("Peace", "en", Rect(20, 20, 180, 60), size=50, paint=BLACK)
    found = plates(sheet(HALF, OVER_EDGE["shape"], letters, profile=X1A), 72)
    inked = [at for at, level in enumerate(found["Black"].tobytes()) if level == 255]
    assert len(inked) > 100
    for name in PROCESS[:3]:
        assert {found[name].tobytes()[at] for at in inked} == {0}


def test_with_transparency_nothing_is_flattened() -> None:
    report = Diagnostics()
    sheet(*everything(), profile=X4, report=report)
    assert "press-flattened" not in codes(report)


def test_colours_of_screens_are_flattened_too() -> None:
    """A shop may want RGB, and nothing see-through or in layers."""
    shop = Profile("shop", transparency=False, layers=False, dpi=288)  # a pixel of 800 on 200 points
    report = Diagnostics()
    pdf = sheet(*everything(), profile=shop, report=report)
    assert codes(report) == ["press-flattened"]
    assert not {"/SMask", "/ca", "/CA", "/BM", "/Transparency", "/OCG", "/DeviceCMYK"} & names(pdf)
    assert difference(with_pdfium(pdf, 800), with_pdfium(sheet(*everything(), profile=HOME), 800)) < 1
    only = sheet(WHOLE, FillPath(BOX, MAGENTA, opacity=0.25), profile=shop)
    assert images(only) == 0
    mixed = with_pdfium(sheet(WHOLE, FillPath(BOX, MAGENTA, opacity=0.25), profile=HOME), 200)
    assert with_pdfium(only, 200).getpixel((70, 50)) == pytest.approx(mixed.getpixel((70, 50)), abs=1)
