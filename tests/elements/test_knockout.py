"""Letters that are holes in a plate: what is seen in them is the ground, pixel by pixel, and around them the plate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from PIL import Image, ImageChops

from placards.layout.content import SlotText
from placards.problems.errors import InputError
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.check import check_scene
from placards.scene.items import FillPath, Group, Scene
from placards.values.geometry import Rect
from tests.render.building import difference, with_librsvg, with_pdfium, with_poppler

from ..compose.support import HEAD, blocks, codes, composed, content, element, items, loaded, pictures, png
from ..template.test_check import found
from .test_photo import Made, plain, ratio

COLORS = HEAD + 'accent = "#d81e05"\nglow = "#ffb000"\ndeep = "#20124d"\n'
RAYS = element("shape", "ground", fill="@").replace(
    'fill = "@"', 'gradient = { colors = ["glow", "accent"], angle = 90 }'
) + element("rays", "rays", fill="accent", opacity=0.6)
BOX = {"start": "20%", "end": "15%", "top": "25%", "bottom": "20%"}
KNOCKED = 'knockout = { fill = "deep", pad = 0 }\n'
TEXTS = {"en": "Peace &\nbread", "ur": "کوئی آزاد نہیں", "ar": "سلام", "hi": "शांति", "ja": "自由"}
WIDTH = 900


def slogan(keys: str = KNOCKED, **more: object) -> str:
    return element("text", "slogan", show="slogan", **{**BOX, **more}) + keys


def scene(layout: str, language: str = "en", **more: object) -> Scene:
    (made,) = composed(layout, content((language, TEXTS[language])), **more).scenes  # type: ignore[arg-type]
    return replace(made, bleed=0.0)


def expected(language: str, plate: Rect, keys: str = "") -> Image.Image:
    """The ground, and over it the plate, as far as letters that are drawn by themselves, black on paper, say."""
    letters = with_pdfium(render_pdf([scene(COLORS + slogan(keys), language)]), WIDTH).convert("L")
    black = letters.point(lambda value: round((value - 16) * 255 / 239))  # ink is #101010
    ground = with_pdfium(render_pdf([scene(COLORS + RAYS, language)]), WIDTH)
    scale = WIDTH / scene(COLORS + RAYS).trim.width
    inside = Image.new("L", ground.size, 0)
    left, top, right, bottom = (round(value * scale) for value in (plate.x, plate.y, plate.right, plate.bottom))
    inside.paste(255, (left, top, right, bottom))
    covered = ImageChops.multiply(inside, black)
    return Image.composite(Image.new("RGB", ground.size, "#20124d"), ground, covered)


@pytest.mark.parametrize(
    ("language", "keys"),
    [*((language, "") for language in TEXTS), ("ja", 'writing = "vertical"\n'), ("en", "wobble = 6\n"),
     ("en", 'arc = "top"\n'), ("en", 'fit = "stack"\n')],
)  # fmt: skip
def test_letters_show_the_ground_and_the_plate_hides_it(language: str, keys: str, tmp_path: FilePath) -> None:
    made = scene(COLORS + RAYS + slogan(KNOCKED + keys), language)
    (plate,) = [item for item in made.items[2:] if isinstance(item, FillPath)]
    wanted = expected(language, plate.path.bounds(), keys)
    pdf = render_pdf([made])
    assert difference(with_pdfium(pdf, WIDTH), wanted) < 0.2
    for picture in (with_poppler(pdf, WIDTH, tmp_path), with_librsvg(render_svg(made), WIDTH, tmp_path)):
        assert difference(picture, wanted) < 1, "edges that another draws a little otherwise"
    solid = replace(made, items=made.items[:-1])
    assert difference(with_pdfium(render_pdf([solid]), WIDTH), wanted) > 1.5, "the holes are seen"
    assert check_scene(made) == []


def test_turned_with_its_plate_the_ground_stays_where_it_is(tmp_path: FilePath) -> None:
    layout = COLORS + RAYS + slogan('knockout = { fill = "deep", plate = "ink", radius = 0.2 }\nrotate = -12\n')
    made = scene(layout, "ur")
    pdf, ground = render_pdf([made]), with_pdfium(render_pdf([scene(COLORS + RAYS, "ur")]), WIDTH)
    picture = with_pdfium(pdf, WIDTH)
    assert difference(picture, with_librsvg(render_svg(made), WIDTH, tmp_path)) < 0.6
    changed = ImageChops.difference(picture, ground)
    largest = ImageChops.lighter(ImageChops.lighter(*changed.split()[:2]), changed.split()[2])
    same = sum(largest.histogram()[:3])
    deep = sum(count for count, color in picture.getcolors(2_000_000) or () if color == (32, 18, 77))
    edges = picture.width * picture.height - same - deep
    assert deep > 50_000, "the plate"
    assert edges < 0.03 * same, "everywhere else, and in the letters, is the ground"
    assert isinstance(made.items[-1], Group)
    assert check_scene(made) == []


def test_a_plate_fills_the_box_hugs_the_ink_or_fills_the_sheet() -> None:
    def drawn(keys: str, **more: object) -> tuple[Rect, Rect]:
        made = composed(
            COLORS + RAYS + slogan(f'knockout = {{ fill = "deep", {keys} }}\n', **more), content(("en", "Peace"))
        )
        (line,) = blocks(made)["slogan"].lines
        plate = made.scenes[0].items[2]
        assert isinstance(plate, FillPath)
        pad = 0.3 * line.size
        assert plate.path.bounds().inset(pad, pad, pad, pad).contains(line.ink, 0.01)
        return plate.path.bounds(), line.ink.inset(-pad, -pad, -pad, -pad)

    width, height = scene(COLORS + RAYS).trim
    box, _ = drawn("pad = 0.3")
    assert box == pytest.approx((0.2 * width, 0.25 * height, 0.65 * width, 0.55 * height))
    hugged, ink = drawn('pad = 0.3, plate = "ink"')
    assert hugged == pytest.approx(ink)
    at_edge, _ = drawn("pad = 0.3", start="0%")
    assert at_edge.x < 0, "into the bleed"
    sheet, _ = drawn('pad = 0.3, plate = "sheet"')
    assert sheet.x < 0
    assert sheet.right > width


def test_what_hangs_below_hangs_from_the_plate() -> None:
    below = element("text", "date", show="date", below="@", start="20%", end="20%", top="0%", height="5%")
    below = below.replace('"@"', '["slogan"]')
    job = content(("en", "Peace"), date="1 May")
    for plate in ("box", "ink"):
        layout = COLORS + RAYS + slogan(f'knockout = {{ fill = "deep", plate = "{plate}" }}\n', bottom="40%") + below
        made = composed(layout, job)
        bottom = made.scenes[0].items[2].path.bounds().bottom  # type: ignore[union-attr]
        assert blocks(made)["date"].box.y == pytest.approx(bottom)


def test_nothing_behind_is_paper_and_texts_behind_are_not_found_twice() -> None:
    bare = scene(COLORS + slogan())
    picture = with_pdfium(render_pdf([bare]), WIDTH)
    assert {(255, 255, 255), (32, 18, 77)} <= {color for _, color in picture.getcolors(10_000) or ()}
    title = element("text", "title", show="title", **BOX)
    made = composed(COLORS + RAYS + title + slogan(), content(("en", "Peace"), title="A day for all of us"))
    assert ("knockout-over-text", "warning") in codes(made)
    assert [item.slot for item in items(made) if hasattr(item, "slot")] == ["title", "slogan"]
    apart = element("text", "title", show="title", bottom="85%")
    made = composed(COLORS + RAYS + apart + slogan(), content(("en", "Peace"), title="A day for all of us"))
    assert codes(made) == []


def test_a_picture_behind_is_described_once(tmp_path: FilePath) -> None:
    image = element("image", "photo", file="p.png", fit="cover", alt="A march")
    made = composed(COLORS + image + slogan(), content(("en", "Peace")), art={"p.png": png(40, 60)})
    assert [picture.alt for picture in pictures(made)] == ["A march", ""]
    drawing = render_svg(made.scenes[0])
    assert drawing.count(b"base64") == 1, "and stands in the file once"
    pdf = with_pdfium(render_pdf([replace(made.scenes[0], bleed=0.0)]), WIDTH)
    assert difference(with_librsvg(drawing, WIDTH, tmp_path), pdf) < 1


def test_a_text_that_is_not_there_leaves_no_plate() -> None:
    date = element("text", "date", show="date", optional=True, **BOX) + KNOCKED
    assert len(composed(COLORS + RAYS + date, content()).scenes[0].items) == 2


@pytest.mark.parametrize(
    "keys",
    ['outline = { fill = "accent" }', 'shadow = { fill = "accent" }', 'gradient = { colors = ["accent", "glow"] }',
     'highlight = { fill = "accent" }', 'seam = { fill = "accent" }', 'bridges = { fill = "accent" }',
     'hero = "accent"', 'fill = "accent"', 'emphasis = { fill = "accent" }'],
)  # fmt: skip
def test_what_contradicts_holes_is_refused(keys: str) -> None:
    with pytest.raises(InputError, match=f"“{keys.split(' ')[0]}” and “knockout” contradict"):
        loaded(COLORS + RAYS + slogan(KNOCKED + keys + "\n"))
    loaded(COLORS + RAYS + slogan(KNOCKED + "emphasis = { weight = 900 }\n"))


def test_no_holes_in_copies() -> None:
    cells = element("cells", "cells", columns=2, rows=2)
    with pytest.raises(InputError, match="has a knockout and stands in “cells”"):
        composed(COLORS + cells + slogan(inside="cells"), content(("en", "Peace")))


def test_the_ground_must_stand_out_from_the_plate() -> None:
    field = element("shape", "ground", fill="accent")
    assert "contrast-too-low" not in [d.code for d in found(COLORS + field + slogan())]
    faint = [d for d in found(COLORS + field + slogan('knockout = { fill = "ink" }\n')) if "contrast" in d.code]
    assert faint == []
    faint = [d for d in found(COLORS + field + slogan('knockout = { fill = "glow" }\n')) if "contrast" in d.code]
    assert [d.place.key for d in faint if d.place] == ["element[1].knockout.fill"]
    hidden = element("text", "date", show="date", **{**BOX, "top": "40%", "bottom": "40%"})
    on_plate = [d for d in found(COLORS + field + slogan() + hidden) if "contrast" in d.code]
    assert ["“ink” on “deep”" in str(d) for d in on_plate] == [True], "the plate is a ground for others"


@pytest.mark.parametrize(("plate", "dark"), [("#ffffff", True), ("#101010", False)])
def test_a_photograph_is_darkened_until_its_letters_can_be_read(plate: str, dark: bool) -> None:
    colors = HEAD + f'plate = "{plate}"\n'
    photo = element("photo", "pic", show="photo", darken="@").replace('"@"', "true")
    knocked = slogan('knockout = { fill = "plate", plate = "ink" }\n')
    made = Made(colors + photo + knocked, {"photo": plain(1200, 1700)}, text="III")
    shown = made.pixels().getpixel((5, 5))
    assert isinstance(shown, tuple)
    assert ratio(shown, tuple(int(plate[n : n + 2], 16) for n in (1, 3, 5))) >= 3
    said = Made(colors + photo.replace("darken = true", "") + knocked, {"photo": plain(1200, 1700, plate)}, text="III")
    assert "photo-contrast" in said.codes()


@pytest.mark.parametrize("rotate", [0, 12])
@pytest.mark.parametrize("plate", ["box", "ink", "sheet"])
@pytest.mark.parametrize("ground", ["rays", "photo"])
def test_a_draft_says_so_on_its_plate_and_in_its_letters(plate: str, ground: str, rotate: int) -> None:
    art = {"p.png": png(60, 90, "#808080")} if ground == "photo" else None
    under = element("image", "photo", file="p.png", fit="cover") if art else RAYS
    layout = COLORS + under + slogan(f'knockout = {{ fill = "deep", plate = "{plate}" }}\n', rotate=rotate)
    job = content(("en", TEXTS["en"]))
    plain = composed(layout, job, art=art).scenes[0]
    made = composed(layout, replace(job, draft=SlotText("DRAFT", "en")), art=art)
    assert "draft" in blocks(made)
    assert check_scene(made.scenes[0]) == []
    before, after = (with_pdfium(render_pdf([replace(one, bleed=0.0)]), WIDTH) for one in (plain, made.scenes[0]))
    on_plate = [(x, y) for x in range(0, WIDTH, 6) for y in range(0, before.height, 6) if is_deep(before, x, y)]
    # The word crosses the middle of the sheet, where the plate and its letters are.
    middle = range(WIDTH * 3 // 10, WIDTH * 7 // 10, 6), range(before.height * 3 // 10, before.height * 7 // 10, 6)
    in_letters = [(x, y) for x in middle[0] for y in middle[1] if not is_deep(before, x, y)]
    for points in (on_plate, in_letters):
        changed = [at for at in points if before.getpixel(at) != after.getpixel(at)]
        assert len(changed) > 0.1 * len(points) > 5


def is_deep(image: Image.Image, x: int, y: int) -> bool:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return max(abs(a - b) for a, b in zip(found, (0x20, 0x12, 0x4D), strict=False)) < 12
