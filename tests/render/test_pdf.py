"""The PDF renderer, seen by pikepdf, PDFium and Poppler."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path as FilePath

import pikepdf
import pytest
from PIL import Image

from placards.problems.errors import InputError
from placards.render.pdf import fill_color, render_pdf
from placards.scene.items import Group, Picture
from placards.values.color import WHITE, Color
from placards.values.geometry import Matrix, Path, Rect
from tests.render.building import BLUE, RED, block, difference, png, rectangle, scene, with_pdfium, with_poppler

BOX = Rect(20, 20, 560, 200)


def test_boxes_are_trim_plus_bleed() -> None:
    with pikepdf.open(io.BytesIO(render_pdf([scene(size=(600, 300), bleed=9)]))) as pdf:
        page = pdf.pages[0]
        assert [float(v) for v in page.MediaBox] == [0, 0, 618, 318]
        assert [float(v) for v in page.TrimBox] == [9, 9, 609, 309]
        assert [float(v) for v in page.BleedBox] == [0, 0, 618, 318]
        assert "/ArtBox" not in page


def test_without_bleed_the_trim_is_the_page() -> None:
    with pikepdf.open(io.BytesIO(render_pdf([scene()]))) as pdf:
        assert pdf.pages[0].TrimBox == pdf.pages[0].MediaBox
        assert "/BleedBox" not in pdf.pages[0]


def test_metadata_without_clock() -> None:
    with pikepdf.open(io.BytesIO(render_pdf([scene()]))) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "Climate justice – عدالة"
        assert info["/Author"] == "Choir"
        assert info["/Subject"] == "A placard"
        assert info["/Keywords"] == "climate, justice"
        assert not {"/CreationDate", "/ModDate"} & set(info)
        assert pdf.Root.Lang == "en"
        assert pdf.pdf_version == "1.6"


def test_the_only_font_is_the_glyphless_one() -> None:
    pdf = pikepdf.open(io.BytesIO(render_pdf([scene(block("Salam سلام", "ar", BOX))])))
    names = {str(o.BaseFont) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    assert names == {"/AAAAAA+Glyphless"}
    without_text = pikepdf.open(io.BytesIO(render_pdf([scene(rectangle(0, 0, 9, 9, RED))])))
    assert not [o for o in without_text.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o]


def test_streams_are_flate_and_end_on_a_line() -> None:
    data = render_pdf([scene(block("Salam", "en", BOX))])
    assert b"ASCII85" not in data
    assert data.count(b"\nendstream") == data.count(b"endstream") > 0


def test_id_follows_the_content() -> None:
    ids = []
    for text in ("Peace", "Peace", "Bread"):
        with pikepdf.open(io.BytesIO(render_pdf([scene(block(text, "en", BOX))]))) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]


MAKE = """
import sys
from tests.render.building import *
from tests.render.test_pdf import full_scene
from placards.render.formats import render
import hashlib
for suffix in (".pdf", ".svg", ".png", ".jpg", ".webp"):
    print(hashlib.sha256(render([full_scene()], suffix)).hexdigest())
"""


def full_scene():  # type: ignore[no-untyped-def]
    """Everything at once: text of several scripts, colour glyphs, pictures, clips."""
    picture = Image.new("RGBA", (8, 8), (0, 87, 183, 128))
    return scene(
        rectangle(-9, -9, 618, 318, RED),
        Group(
            (rectangle(0, 0, 200, 200, BLUE),), Matrix(0.9, 0.1, -0.1, 0.9, 300, 20), Path.rounded_rect(BOX, 30), "cut"
        ),
        Picture(png(picture), Rect(400, 100, 100, 100), "a blue square"),
        block("No planet B 🌍", "en", BOX, size=40, paint=WHITE),
        block("السَّلام (الآن) 2024", "ar", Rect(20, 100, 560, 60), size=30),
        block("地球AB12月!!", "ja", Rect(520, 20, 60, 200), vertical=True),
        bleed=9,
        pixels=(640, 320),
    )


def test_the_same_bytes_in_another_process() -> None:
    outputs = []
    for seed, language in (("1", "C"), ("2", "tr_TR.UTF-8")):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "LANG": language,
            "RL_pdfMultiLine": seed,
            "TZ": f"UTC{seed}",
        }
        root = FilePath(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", MAKE], cwd=root, env=environment, check=True, capture_output=True, text=True
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert len(outputs[0].split()) == 5


def test_pages() -> None:
    pages = [scene(block(text, "en", BOX), size=size) for text, size in (("One", (600, 300)), ("Two", (300, 600)))]
    with pikepdf.open(io.BytesIO(render_pdf(pages))) as pdf:
        assert [[float(v) for v in page.MediaBox[2:]] for page in pdf.pages] == [[600, 300], [300, 600]]


def test_no_pages() -> None:
    with pytest.raises(InputError, match="no page"):
        render_pdf([])


def test_two_readers_draw_the_same(tmp_path: FilePath) -> None:
    pdf = render_pdf([full_scene()])
    assert difference(with_pdfium(pdf, 618), with_poppler(pdf, 618, tmp_path)) < 2.0


@pytest.mark.parametrize("paint", [RED, BLUE, WHITE, Color((0.5, 0.25, 0.75))])
def test_colors(paint: Color) -> None:
    picture = with_pdfium(render_pdf([scene(rectangle(0, 0, 600, 300, paint))]), 60)
    assert picture.getpixel((30, 15)) == pytest.approx([round(v * 255) for v in paint.rgb], abs=1)


def test_an_unknown_paint_is_refused() -> None:
    with pytest.raises(AssertionError, match="red"):
        fill_color("red")  # type: ignore[arg-type]


def test_y_goes_down_and_bleed_lies_outside() -> None:
    picture = with_pdfium(render_pdf([scene(rectangle(-10, -10, 20, 20, RED), size=(100, 50), bleed=10)]), 120)
    assert picture.getpixel((5, 5)) == (216, 30, 5)
    assert picture.getpixel((18, 18)) == (216, 30, 5)
    assert picture.getpixel((22, 22)) == (255, 255, 255)


def test_clip_and_transform() -> None:
    group = Group((rectangle(0, 0, 100, 100, RED),), Matrix(e=50, f=20), Path.rect(Rect(0, 0, 10, 10)))
    picture = with_pdfium(render_pdf([scene(group, size=(100, 50))]), 100)
    assert picture.getpixel((55, 25)) == (216, 30, 5)
    assert picture.getpixel((65, 25)) == picture.getpixel((45, 25)) == (255, 255, 255)


def test_a_picture_keeps_its_alpha() -> None:
    half = Image.new("RGBA", (2, 1), (0, 0, 255, 255))
    half.putpixel((1, 0), (0, 0, 255, 0))
    picture = with_pdfium(
        render_pdf([scene(rectangle(0, 0, 100, 50, RED), Picture(png(half), Rect(0, 0, 100, 50)), size=(100, 50))]), 100
    )
    assert picture.getpixel((20, 25)) == (0, 0, 255)
    assert picture.getpixel((80, 25)) == (216, 30, 5)


@pytest.mark.parametrize("mode", ["L", "RGB", "P", "LA"])
def test_pictures_stand_upright(mode: str) -> None:
    two = Image.new("RGB", (40, 40), (0, 0, 0))
    two.paste((255, 255, 255), (0, 20, 40, 40))
    picture = with_pdfium(render_pdf([scene(Picture(png(two.convert(mode)), Rect(0, 0, 50, 50)), size=(50, 50))]), 50)
    assert picture.getpixel((25, 5)) == (0, 0, 0)
    assert picture.getpixel((25, 45)) == (255, 255, 255)


def test_a_picture_drawn_twice_is_stored_once() -> None:
    data = png(Image.effect_noise((200, 200), 80))
    once = render_pdf([scene(Picture(data, Rect(0, 0, 50, 50)))])
    twice = render_pdf([scene(Picture(data, Rect(0, 0, 50, 50)), Picture(data, Rect(60, 0, 50, 50)))])
    assert len(twice) < len(once) + 200


def test_color_glyphs_keep_their_colors() -> None:
    picture = with_pdfium(render_pdf([scene(block("❤️", "en", Rect(0, 0, 100, 100), size=80), size=(100, 100))]), 100)
    colors = picture.getcolors(100_000)
    assert colors is not None
    red = sum(count for count, color in colors if color[0] > 180 and color[1] < 100)
    assert red > 1000


def test_vertical_text_stands_below_itself() -> None:
    pdf = render_pdf([scene(block("地球", "ja", Rect(40, 20, 40, 200), size=40, vertical=True), size=(120, 120))])
    mask = with_pdfium(pdf, 120).convert("L").point(lambda v: 255 * (v < 128))
    box = mask.getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert bottom - top > 1.7 * (right - left)
