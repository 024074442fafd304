"""Colours on their plates, as Ghostscript separates them: blacks, greys, white, spot colours, overprint, limits."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from placards.files.world import Memory, World
from placards.press.icc import condition_icc, conversion, shipped_conditions, within
from placards.press.prepare import for_press
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.render.pdf import render_pdf
from placards.render.srgb import srgb_profile
from placards.scene.items import FillPath, Group, Picture
from placards.values.color import BLACK, WHITE, Color, LinearGradient, Pattern, Stop, Stroke
from placards.values.geometry import Matrix, Path, Point, Rect
from placards.values.profile import BlackRecipe, Condition, Profile
from placards.values.units import MM
from tests.press.building import X1A, X4, codes, everything, names, operators, sheet, without_overprint
from tests.render.building import BLUE, RED, block, png, rectangle, scene
from tests.tools.plates import PROCESS, amounts, most_ink, plates

WHOLE = Rect(0, 0, 200, 100)
YELLOW = Color((1.0, 0.9, 0.0), (0.0, 0.05, 1.0, 0.0))
LETTERS = block("Peace", "en", Rect(10, 10, 180, 80), size=60)
DARK_GREY = Color((0.45, 0.45, 0.45))


def extent(plate: Image.Image) -> tuple[int, int]:
    """The least and the most ink on a plate."""
    low, high = plate.getextrema()
    return int(low), int(high)  # type: ignore[arg-type]


@pytest.mark.parametrize("black", [BLACK, Color((0x14 / 255,) * 3), Color((0.1, 0.1, 0.1), (0.0, 0.0, 0.0, 1.0))])
def test_black_letters_are_on_the_black_plate_alone(black: Color) -> None:
    found = plates(sheet(block("Peace", "en", Rect(10, 10, 180, 80), size=60, paint=black)))
    assert [extent(found[name]) for name in PROCESS] == [(0, 0), (0, 0), (0, 0), (0, 255)]


def test_grey_letters_are_black_ink_that_looks_as_light() -> None:
    found = plates(sheet(block("Peace", "en", Rect(10, 10, 180, 80), size=60, paint=DARK_GREY)), 72)
    assert [extent(found[name])[1] for name in PROCESS[:3]] == [0, 0, 0]
    most = extent(found["Black"])[1] / 255
    assert 0.6 < most < 0.75  # Fogra 39 has a grey of L* 49 at 67 % black
    assert conversion(condition_icc(X4.condition), 3.0).grey(1.0) == 0.0


@pytest.mark.parametrize("recipe", [(0.6, 0.4, 0.4, 1.0), (0.6, 0.6, 0.6, 1.0), (0.0, 0.0, 0.0, 1.0)])
def test_black_is_rich_where_it_is_large_in_both_directions(recipe: tuple[float, float, float, float]) -> None:
    profile = replace(X4, black=BlackRecipe(large=recipe, large_from_mm=15))
    bar, field = Rect(0, 0, 200, 14 * MM), Rect(0, 50, 100, 16 * MM)
    found = plates(sheet(rectangle(*bar, BLACK), rectangle(*field, BLACK), profile=profile))
    assert amounts(found, 0.5, 0.1) == (0, 0, 0, 100)
    assert amounts(found, 0.25, 0.8) == tuple(round(100 * v) for v in recipe)


def test_how_large_black_is_is_measured_on_the_sheet() -> None:
    small = rectangle(0, 0, 40, 40, BLACK)  # points: 14 mm
    found = plates(sheet(small, Group((small,), Matrix(2, 0, 0, 2, 100, 0))))
    assert amounts(found, 0.1, 0.2) == (0, 0, 0, 100)
    assert amounts(found, 0.6, 0.2) == (60, 40, 40, 100)


def test_lines_and_figures_of_patterns_are_small_and_their_grounds_are_large() -> None:
    frame = FillPath(Path.rect(Rect(5, 5, 90, 90)), None, stroke=Stroke(BLACK, 10))
    dots = Pattern(Path.rect(Rect(0, 0, 10, 10)), WHITE, Rect(0, 0, 20, 20), ground=BLACK)
    found = plates(sheet(frame, FillPath(Path.rect(Rect(100, 0, 100, 100)), dots)), 72)
    assert amounts(found, 0.025, 0.5) == (0, 0, 0, 100)
    assert amounts(found, 0.5 + 15 / 200, 0.15) == (60, 40, 40, 100)
    assert amounts(found, 0.5 + 5 / 200, 0.05) == (0, 0, 0, 0)


def test_inks_that_were_given_are_printed_and_the_rest_goes_through_the_profile() -> None:
    report = Diagnostics()
    given = Color(RED.rgb, (0.0, 0.95, 1.0, 0.12))
    found = plates(sheet(rectangle(0, 0, 100, 100, given), rectangle(100, 0, 100, 100, RED), report=report))
    assert amounts(found, 0.2, 0.5) == (0, 95, 100, 12)
    cyan, magenta, yellow, black = amounts(found, 0.8, 0.5)
    assert cyan < 5
    assert 85 < magenta < 100
    assert yellow > 90
    assert black < 15
    assert codes(report) == ["press-converted"]
    assert "#d81e05" in str(next(iter(report)))


def test_white_and_paper_have_no_ink() -> None:
    found = plates(sheet(rectangle(0, 0, 100, 100, WHITE)))
    assert most_ink(found) == 0


def test_black_letters_overprint_and_others_do_not() -> None:
    white = block("Peace", "en", Rect(10, 10, 180, 80), size=60, paint=WHITE)
    found = {
        color: plates(sheet(rectangle(*WHOLE, YELLOW), letters), 72)
        for color, letters in (("black", LETTERS), ("white", white))
    }
    assert extent(found["black"]["Yellow"]) == (255, 255)  # no hole under the letters
    assert extent(found["black"]["Black"]) == (0, 255)
    assert extent(found["white"]["Yellow"])[0] == 0  # letters are holes
    held = plates(sheet(rectangle(*WHOLE, YELLOW), LETTERS, profile=without_overprint(X4)), 72)
    assert extent(held["Yellow"])[0] == 0


def test_black_letters_take_the_place_of_a_picture() -> None:
    """Its inks and black together might be more than the press takes."""
    blue = Picture(png(Image.new("RGB", (20, 10), (20, 10, 120))), WHOLE)
    there = sheet(blue, LETTERS)
    assert "/OP" not in names(there)
    assert extent(plates(there, 72)["Cyan"])[0] == 0
    assert "/OP" in names(sheet(replace(blue, box=Rect(0, 0, 200, 5)), LETTERS))
    assert "/OP" not in names(sheet(Group((blue,), opacity=0.5), LETTERS))


def test_nothing_asks_for_overprint_where_the_profile_does_not() -> None:
    asked, not_asked = sheet(LETTERS), sheet(LETTERS, profile=without_overprint(X4))
    assert {"/OP", "/op", "/OPM"} <= names(asked)
    assert not {"/OP", "/op", "/OPM"} & names(not_asked)
    assert "/OP" not in names(sheet(block("Peace", "en", WHOLE, size=40, paint=RED)))
    assert "/OP" not in names(sheet(rectangle(0, 0, 9, 9, BLACK)))


@pytest.mark.parametrize("name", ["PANTONE 348 C", "Grün №1 (50%) /#", "赤"])
def test_a_spot_colour_has_a_plate_of_its_own(name: str) -> None:
    spot = Color((0.0, 0.5, 0.3), (1.0, 0.0, 0.8, 0.1), name)
    pdf = sheet(rectangle(0, 0, 100, 100, spot))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        ((_, space),) = opened.pages[0].obj.Resources.ColorSpace.items()  # type: ignore[attr-defined]
        assert [str(space[0]), str(space[1]), str(space[2])] == ["/Separation", f"/{name}", "/DeviceCMYK"]
        assert [float(v) for v in space[3].C1] == [1.0, 0.0, 0.8, 0.1]
    found = plates(pdf)
    assert most_ink(found) == 0
    (other,) = set(found) - set(PROCESS)
    assert extent(found[other]) == (0, 255)


def test_a_spot_colour_works_in_letters_patterns_and_strokes() -> None:
    spot = Color((0.0, 0.5, 0.3), (1.0, 0.0, 0.8, 0.1), "Green")
    dots = Pattern(Path.rect(Rect(0, 0, 10, 10)), spot, Rect(0, 0, 20, 20))
    stroke = FillPath(Path.rect(Rect(110, 10, 80, 80)), None, stroke=Stroke(spot, 10))
    letters = block("Peace", "en", Rect(110, 10, 80, 80), size=20, paint=spot)
    found = plates(sheet(FillPath(Path.rect(Rect(0, 0, 100, 100)), dots), stroke, letters), 72)
    assert most_ink(found) == 0
    green = found["Green"]
    assert [green.getpixel(at) for at in ((5, 5), (15, 5), (110, 50))] == [255, 0, 255]
    assert extent(green.crop((116, 16, 184, 84))) == (0, 255)


def test_spot_colours_become_process_inks_where_they_must_and_it_is_said() -> None:
    spot = Color((0.0, 0.5, 0.3), (1.0, 0.0, 0.8, 0.1), "Green")
    report = Diagnostics()
    found = plates(sheet(rectangle(*WHOLE, spot), profile=replace(X4, spots=False), report=report))
    assert set(found) == set(PROCESS)
    assert amounts(found, 0.5, 0.5) == (100, 0, 80, 10)
    assert codes(report) == ["press-spots-converted"]
    report = Diagnostics()
    flow = LinearGradient(Point(0, 0), Point(200, 0), (Stop(0, spot), Stop(1, WHITE)))
    assert set(plates(sheet(FillPath(Path.rect(WHOLE), flow), report=report))) == set(PROCESS)
    assert codes(report) == ["press-spots-converted"]


@pytest.mark.parametrize("name", ["All", "None", "Black", "Two\nlines", "Long" * 40])
def test_a_spot_colour_cannot_have_a_name_that_means_something_else(name: str) -> None:
    report = Diagnostics()
    found = plates(sheet(rectangle(*WHOLE, Color(RED.rgb, (0.0, 1.0, 1.0, 0.0), name)), report=report))
    assert amounts(found, 0.5, 0.5) == (0, 100, 100, 0)
    assert codes(report) == ["press-spot-name"]


def test_a_spot_colour_looks_alike_everywhere_and_where_it_should_not_it_is_said() -> None:
    first, other = (Color(RED.rgb, (0.0, 1.0, ink, 0.0), "Red") for ink in (1.0, 0.5))
    report = Diagnostics()
    pdf = sheet(rectangle(0, 0, 50, 50, first), rectangle(50, 0, 50, 50, other), report=report)
    assert codes(report) == ["press-spot-differs"]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages[0].obj.Resources.ColorSpace.keys()) == 1  # type: ignore[attr-defined]


def test_gradients_flow_in_inks() -> None:
    first, last = Color(RED.rgb, (0.0, 1.0, 0.0, 0.0)), Color(BLUE.rgb, (1.0, 0.0, 0.0, 0.0))
    flow = LinearGradient(
        Point(0, 0), Point(200, 0), (Stop(0, first), Stop(0.5, first), Stop(0.5, last), Stop(1, WHITE))
    )
    found = plates(sheet(FillPath(Path.rect(WHOLE), flow)))
    assert amounts(found, 0.2, 0.5) == (0, 100, 0, 0)
    cyan, *others = amounts(found, 0.76, 0.5)
    assert 46 <= cyan <= 49
    assert others == [0, 0, 0]


def test_no_more_ink_than_the_profile_allows_and_what_was_given_and_is_not_printed_is_said() -> None:
    report = Diagnostics()
    heavy = Color((0.1, 0.1, 0.2), (1.0, 0.9, 0.8, 0.9))
    found = plates(sheet(rectangle(*WHOLE, heavy), profile=replace(X4, most_ink=2.4), report=report))
    assert 2.38 < most_ink(found) <= 2.4
    assert amounts(found, 0.5, 0.5) == (56, 50, 44, 90)
    assert codes(report) == ["press-ink-held"]


def test_black_is_kept_and_hue_too_where_ink_is_taken_back() -> None:
    assert within((0.2, 0.2, 0.2, 1.0), 3.0) == (0.2, 0.2, 0.2, 1.0)
    cyan, magenta, yellow, black = within((1.0, 0.5, 0.5, 0.8), 2.0)
    assert (cyan, magenta, yellow, black) == pytest.approx((0.6, 0.3, 0.3, 0.8))
    assert within((1.0, 1.0, 1.0, 1.0), 0.5) == (0.0, 0.0, 0.0, 0.5)


def test_every_colour_stays_below_the_limit_as_a_colour_and_in_a_picture() -> None:
    press = conversion(condition_icc(X4.condition), 2.6)
    steps = [round(255 * n / 16) for n in range(17)]
    cube = [(r, g, b) for r in steps for g in steps for b in steps]
    assert max(sum(press.inks((r / 255, g / 255, b / 255))) for r, g, b in cube) <= 2.6 + 1e-9
    picture = Image.frombytes("RGB", (17, 289), bytes(v for color in cube for v in color))
    printed = press.picture(picture).tobytes()
    assert max(sum(printed[at : at + 4]) for at in range(0, len(printed), 4)) <= 2.6 * 255
    assert printed[-4:] == bytes(4)


@pytest.mark.parametrize("profile", [X4, X1A], ids=lambda profile: profile.name)
def test_no_colour_of_screens_is_left_anywhere(profile: Profile) -> None:
    pdf = sheet(*everything(), profile=profile)
    assert not {"rg", "RG"} & operators(pdf)
    assert {"k", "Do"} & operators(pdf)
    assert not {"/DeviceRGB", "/CalRGB", "/ICCBased", "/Lab", "/Indexed"} & names(pdf)
    plates(pdf)  # raises where Ghostscript complains
    if not profile.transparency:
        assert not {"/SMask", "/ca", "/CA", "/BM", "/Transparency", "/OCG"} & names(pdf)


@pytest.mark.parametrize("profile", [X4, X1A], ids=lambda profile: profile.name)
def test_the_same_scene_gives_the_same_bytes(profile: Profile) -> None:
    assert sheet(*everything(), profile=profile) == sheet(*everything(), profile=profile)


def test_forms_and_pages_mix_in_inks() -> None:
    with pikepdf.open(io.BytesIO(sheet(*everything()))) as opened:
        forms = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        assert {str(form.Group.CS) for form in forms} == {"/DeviceCMYK", "/DeviceGray"}  # grey: soft masks
        assert str(opened.pages[0].obj.Group.CS) == "/DeviceCMYK"  # type: ignore[attr-defined]
    assert "/Group" not in names(sheet(LETTERS))


def test_files_for_screens_are_as_they_were() -> None:
    made = scene(*everything())
    scenes, options = for_press([made], RenderOptions())
    assert render(scenes, ".pdf", options) == render_pdf([made])
    assert scenes == [made]


def test_a_scene_that_nobody_separated_gets_inks_by_arithmetic() -> None:
    options = RenderOptions(profile=X4, icc=condition_icc(Condition()))
    pdf = render([scene(rectangle(0, 0, 200, 100, Color((0.5, 0.25, 0.5))), size=(200, 100))], ".pdf", options)
    assert amounts(plates(pdf), 0.5, 0.5) == (0, 25, 0, 50)


def test_a_profile_of_ones_own_goes_before_the_shipped_one() -> None:
    assert shipped_conditions() == ("FOGRA39L_coated.icc",)
    data = condition_icc(Condition())
    own = World([Memory({"shop.icc": data})])
    assert condition_icc(Condition("Shop", "shop.icc"), own) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "press-icc-unusable"),
        (
            b"not a profile at all, but long enough to be looked at, as if it were one: 128 bytes are its header",
            "press-icc-unusable",
        ),
        (None, "press-icc-missing"),
    ],
)
def test_a_profile_that_is_none_is_refused(data: bytes | None, code: str) -> None:
    world = World([Memory({} if data is None else {"shop.icc": data})])
    with pytest.raises(InputError) as caught:
        condition_icc(Condition("Shop", "shop.icc"), world)
    assert caught.value.diagnostics[0].code == code


def test_a_profile_of_a_screen_is_refused_by_what_it_is() -> None:
    world = World([Memory({"shop.icc": srgb_profile()})])
    with pytest.raises(InputError, match="RGB") as caught:
        condition_icc(Condition("Shop", "shop.icc"), world)
    assert caught.value.diagnostics[0].code == "press-icc-not-cmyk"


def test_a_damaged_profile_is_refused() -> None:
    damaged = condition_icc(Condition())[:2000]
    with pytest.raises(InputError) as caught:
        conversion(damaged, 3.0).inks((0.5, 0.5, 0.5))
    assert caught.value.diagnostics[0].code == "press-icc-unusable"
