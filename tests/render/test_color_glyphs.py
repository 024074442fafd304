"""Colour glyphs of COLR version 1 as shapes, beside HarfBuzz's own raster of the same tables."""

from __future__ import annotations

import io
from pathlib import Path as FilePath
from typing import Any

import pytest
from fontTools.ttLib.tables import otTables
from PIL import Image

from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.bounds import line_ink, shown
from placards.scene.items import Group
from placards.values.color import LinearGradient, Stop
from placards.values.geometry import Point, Rect, turn
from tests.render.building import BLUE, RED, difference, scene, with_librsvg, with_pdfium, with_poppler
from tests.render.color_fonts import FOREGROUND, color_font, reference, set_in

F, Mode, Extend = otTables.PaintFormat, otTables.CompositeMode, otTables.ExtendMode


def solid(index: int, alpha: float = 1.0) -> dict[str, Any]:
    return {"Format": F.PaintSolid, "PaletteIndex": index, "Alpha": alpha}


def glyph(name: str, paint: dict[str, Any]) -> dict[str, Any]:
    return {"Format": F.PaintGlyph, "Glyph": name, "Paint": paint}


def layers(*paints: dict[str, Any]) -> dict[str, Any]:
    return {"Format": F.PaintColrLayers, "Layers": list(paints)}


def mixed(mode: Any, above: dict[str, Any], below: dict[str, Any]) -> dict[str, Any]:
    return {"Format": F.PaintComposite, "SourcePaint": above, "CompositeMode": mode, "BackdropPaint": below}


def line(*stops: tuple[float, int] | tuple[float, int, float], extend: Any = Extend.PAD) -> dict[str, Any]:
    return {
        "ColorStop": [
            {"StopOffset": at, "PaletteIndex": index, "Alpha": rest[0] if rest else 1.0} for at, index, *rest in stops
        ],
        "Extend": extend,
    }


def linear(where: tuple[int, int, int, int, int, int], colors: dict[str, Any]) -> dict[str, Any]:
    names = ("x0", "y0", "x1", "y1", "x2", "y2")
    return {"Format": F.PaintLinearGradient, "ColorLine": colors, **dict(zip(names, where, strict=True))}


def radial(where: tuple[int, int, int, int, int, int], colors: dict[str, Any]) -> dict[str, Any]:
    names = ("x0", "y0", "r0", "x1", "y1", "r1")
    return {"Format": F.PaintRadialGradient, "ColorLine": colors, **dict(zip(names, where, strict=True))}


def sweep(start: float, end: float, colors: dict[str, Any]) -> dict[str, Any]:
    return {
        "Format": F.PaintSweepGradient, "ColorLine": colors, "centerX": 500, "centerY": 500, "startAngle": start,
        "endAngle": end,
    }  # fmt: skip


def within(paint: dict[str, Any], **how: Any) -> dict[str, Any]:
    return {"Paint": paint, **how}


ACROSS = (100, 0, 900, 0, 100, 800)
PAINTS: dict[str, dict[str, Any]] = {
    "solid": glyph("square", solid(0)),
    "layers": layers(glyph("square", solid(0)), glyph("diamond", solid(3)), glyph("frame", solid(1))),
    "text colour": glyph("diamond", solid(FOREGROUND, 0.5)),
    "linear": glyph("square", linear(ACROSS, line((0, 0), (0.5, 2), (1, 1)))),
    "linear slanted": glyph("square", linear((100, 100, 900, 300, 300, 900), line((0.2, 0), (0.8, 1)))),
    "linear edge": glyph("square", linear(ACROSS, line((0, 0), (0.4, 0), (0.4, 1), (1, 1)))),
    "linear repeated": glyph("square", linear((400, 0, 500, 0, 400, 100), line((0, 0), (1, 2), extend=Extend.REPEAT))),
    "linear reflected": glyph(
        "square", linear((400, 0, 500, 0, 400, 100), line((0, 0), (1, 2), extend=Extend.REFLECT))
    ),
    "linear let through": glyph("square", linear(ACROSS, line((0, 0, 1.0), (1, 1, 0.0)))),
    "radial": glyph("diamond", radial((500, 500, 0, 500, 500, 500), line((0, 2), (1, 0)))),
    "radial off centre": glyph("square", radial((400, 600, 50, 500, 500, 450), line((0, 2), (0.6, 0), (1, 1)))),
    "radial inwards": glyph("square", radial((500, 500, 400, 500, 500, 100), line((0, 2), (1, 1)))),
    "radial repeated": glyph(
        "square", radial((500, 500, 0, 500, 500, 150), line((0, 2), (1, 0), extend=Extend.REPEAT))
    ),
    "sweep": glyph("diamond", sweep(0, 360, line((0, 0), (0.5, 2), (1, 1)))),
    "sweep of a part": glyph("square", sweep(45, 135, line((0, 0), (1, 1)))),
    "sweep of half": glyph("square", sweep(90, 180, line((0, 0, 0.5), (1, 1, 0.5)))),
    "moved": within(glyph("square", solid(0)), Format=F.PaintTranslate, dx=100, dy=-50),
    "scaled": within(glyph("square", solid(0)), Format=F.PaintScale, scaleX=0.5, scaleY=0.8),
    "turned": within(glyph("square", solid(0)), Format=F.PaintRotateAroundCenter, angle=20, centerX=500, centerY=500),
    "skewed": within(glyph("square", solid(0)), Format=F.PaintSkew, xSkewAngle=15, ySkewAngle=0),
    "gradient skewed": glyph(
        "square",
        within(
            radial((500, 500, 0, 500, 500, 400), line((0, 2), (1, 1))),
            Format=F.PaintTransform,
            Transform={"xx": 1, "yx": 0.2, "xy": -0.3, "yy": 0.6, "dx": 100, "dy": 100},
        ),
    ),
    "another glyph": {"Format": F.PaintColrGlyph, "Glyph": "A"},
    "glyph in glyph": glyph("square", glyph("diamond", solid(1))),
    "over": mixed(Mode.SRC_OVER, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "below": mixed(Mode.DEST_OVER, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "in": mixed(Mode.SRC_IN, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "in an opacity": mixed(Mode.SRC_IN, glyph("diamond", solid(0)), solid(1, 0.5)),
    "in many": mixed(Mode.SRC_IN, solid(0), layers(glyph("square", solid(1)), glyph("diamond", solid(2)))),
    "what is below in": mixed(Mode.DEST_IN, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "on": mixed(Mode.SRC_ATOP, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "cleared": layers(glyph("square", solid(2)), mixed(Mode.CLEAR, glyph("diamond", solid(0)), solid(1))),
    "multiplied": mixed(Mode.MULTIPLY, glyph("diamond", solid(2)), glyph("square", solid(1))),
    "soft light": mixed(Mode.SOFT_LIGHT, glyph("diamond", solid(4, 0.5)), glyph("square", solid(1))),
    "luminosity": mixed(Mode.HSL_LUMINOSITY, glyph("diamond", solid(2)), glyph("square", solid(1))),
}
LETTERS = {name: chr(ord("A") + n) for n, name in enumerate(PAINTS)}
SIZE, SCALE = (120, 120), 5

#: How much of 255 the mean pixel may differ: edges, and gradients that some draw in steps.
TOLERANCE = 1.2


@pytest.fixture(scope="module")
def font() -> Any:
    return color_font(PAINTS)


@pytest.mark.parametrize("name", PAINTS)
def test_all_outputs_draw_what_the_font_says(name: str, font: Any, tmp_path: FilePath) -> None:
    block = set_in(font, LETTERS[name], 100, Point(10, 110))
    made = scene(block, size=SIZE, pixels=(SIZE[0] * SCALE, SIZE[1] * SCALE))
    wanted = reference(block, (SIZE[0] * SCALE, SIZE[1] * SCALE), SCALE)
    pdf = render_pdf([made])
    drawn = {
        "pdf": with_pdfium(pdf, SIZE[0] * SCALE),
        "poppler": with_poppler(pdf, SIZE[0] * SCALE, tmp_path),
        "svg": with_librsvg(render_svg(made), SIZE[0] * SCALE, tmp_path),
        "png": Image.open(io.BytesIO(render([made], ".png"))).convert("RGB"),
    }
    darkest, lightest = wanted.convert("L").getextrema()
    assert darkest < lightest, "the reference shows something"
    found = {reader: round(difference(picture, wanted), 2) for reader, picture in drawn.items()}
    assert max(found.values()) < TOLERANCE, found


def test_the_text_has_its_paint_in_a_colour_glyph(font: Any) -> None:
    block = set_in(font, LETTERS["text colour"], 100, Point(10, 110), RED)
    picture = with_pdfium(render_pdf([scene(block, size=SIZE)]), 120)
    assert picture.getpixel((60, 60)) == pytest.approx((235, 142, 130), abs=2)
    seam = LinearGradient(Point(60, 0), Point(61, 0), (Stop(0.5, RED), Stop(0.5, BLUE)))
    picture = with_pdfium(
        render_pdf([scene(set_in(font, LETTERS["text colour"], 100, Point(10, 110), seam), size=SIZE)]), 120
    )
    assert picture.getpixel((40, 60)) == pytest.approx((235, 142, 130), abs=2), "its points are the block's"
    assert picture.getpixel((80, 60)) == pytest.approx((127, 171, 219), abs=2)


def test_bounds_hold_what_a_turned_glyph_shows(font: Any) -> None:
    block = set_in(font, LETTERS["layers"], 100, Point(10, 110))
    ink = line_ink(block.lines[0], turn(45, Point(60, 60)))
    assert ink is not None
    # The square of 80 points and the diamond on its point, both turned by an eighth.
    assert ink == pytest.approx(Rect(60 - 56.57, 60 - 56.57, 113.14, 113.14), abs=0.1)
    assert shown(Group((block,), turn(45, Point(60, 60)))) == ink


UNABLE = {
    "XOR": mixed(Mode.XOR, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "PLUS": mixed(Mode.PLUS, glyph("diamond", solid(0)), glyph("square", solid(1))),
    "colours around a centre": glyph("square", sweep(0, 360, line((0, 0, 1.0), (1, 1, 0.0)))),
    "circles that part": glyph("square", radial((200, 500, 50, 800, 500, 100), line((0, 0), (1, 1)))),
}


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
@pytest.mark.parametrize("name", UNABLE)
def test_what_cannot_be_drawn_is_refused_by_name(name: str, suffix: str) -> None:
    block = set_in(color_font(UNABLE), chr(ord("A") + list(UNABLE).index(name)), 100, Point(10, 110))
    with pytest.raises(InputError, match=f"^Own.ttf: glyph .*{name}") as caught:
        render([scene(block, size=SIZE)], suffix)
    assert caught.value.remedy == "Use another font for this character"
