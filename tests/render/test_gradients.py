"""Gradients and patterns in fills, strokes and letters: drawn alike by PDF, SVG and images, in groups and turned."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path as FilePath

import pytest
from PIL import Image

from placards.problems.errors import InputError
from placards.render.formats import is_flat, render
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.items import FillPath, Group, Item, TextBlock
from placards.values.color import WHITE, LinearGradient, Paint, Pattern, RadialGradient, Stop, Stroke, parse_hex
from placards.values.geometry import Matrix, Path, Point, Rect, turn
from tests.render.building import (
    BLUE,
    RED,
    block,
    difference,
    rectangle,
    scene,
    with_librsvg,
    with_pdfium,
    with_poppler,
)
from tests.render.test_paints import SIZE, SQUARE, STAR, drawn

YELLOW, GREEN = parse_hex("#ffd500"), parse_hex("#00854a")
TWO = (Stop(0, RED), Stop(1, BLUE))
RAINBOW = tuple(Stop(n / 4, color) for n, color in enumerate((RED, YELLOW, GREEN, BLUE, RED)))
EDGE = (Stop(0, RED), Stop(0.5, RED), Stop(0.5, BLUE), Stop(1, BLUE))
FADE = (Stop(0, RED), Stop(1, BLUE, 0.0))
ACROSS = LinearGradient(Point(10, 0), Point(90, 0), TWO)
ROUND = RadialGradient(Point(50, 50), 45, TWO)
DOTS = Pattern(Path.ellipse(Rect(1, 1, 5, 5)), RED, Rect(0, 0, 7, 7), turn(30, Point(0, 0)), YELLOW)

PAINTS: dict[str, Paint] = {
    "linear": ACROSS,
    "linear slanted": replace(ACROSS, end=Point(70, 60)),
    "linear rainbow": replace(ACROSS, stops=RAINBOW),
    "linear edge": replace(ACROSS, stops=EDGE, end=Point(80, 30)),
    "linear fading": replace(ACROSS, stops=FADE),
    "linear half there": replace(ACROSS, stops=(Stop(0, RED, 0.5), Stop(1, BLUE, 0.5))),
    "linear fading at an edge": replace(ACROSS, stops=(Stop(0, RED), Stop(0.6, RED), Stop(0.6, RED, 0.2))),
    "linear moved": replace(ACROSS, matrix=Matrix(0.5, 0.2, -0.3, 1, 20, 5)),
    "linear late stops": replace(ACROSS, stops=(Stop(0.4, RED), Stop(0.6, BLUE))),
    "linear without a way": replace(ACROSS, end=Point(10, 0)),
    "linear one stop": replace(ACROSS, stops=(Stop(0.3, RED, 0.7),)),
    "linear unordered": replace(ACROSS, stops=(Stop(0.6, RED), Stop(0.2, YELLOW), Stop(1.5, BLUE))),
    "radial": ROUND,
    "radial rainbow": replace(ROUND, stops=RAINBOW),
    "radial edge": replace(ROUND, stops=EDGE),
    "radial fading": replace(ROUND, stops=FADE),
    "radial off centre": replace(ROUND, focus=Point(35, 40), focus_radius=5, stops=EDGE),
    "radial squeezed": replace(ROUND, matrix=Matrix(1, 0.2, 0, 0.4, 0, 20)),
    "pattern": DOTS,
    "pattern on nothing": replace(DOTS, ground=None),
    "pattern over tiles": replace(DOTS, figure=STAR.transformed(Matrix(0.2, 0, 0, 0.2, -5, -5))),
}


def letters(paint: Paint, text: str = "Aع", language: str = "ar", size: float = 55) -> TextBlock:
    made = block(text, language, Rect(5, 5, 90, 90), size=size)
    lines = (replace(line, runs=tuple(replace(run, paint=paint) for run in line.runs)) for line in made.lines)
    return replace(made, lines=tuple(lines))


def uses(paint: Paint) -> dict[str, Item]:
    return {
        "fill": FillPath(replace(STAR, fill_rule="evenodd"), paint),
        "stroke": FillPath(SQUARE, None, stroke=Stroke(paint, 16, join="round", dash=(30, 8))),
        "fill and stroke": FillPath(SQUARE, paint, stroke=Stroke(paint, 10), opacity=0.6),
        "letters": letters(paint),
        "turned letters": Group((letters(paint),), turn(-25, Point(50, 50))),
        "turned group": Group((Group((FillPath(SQUARE, paint),), Matrix(0.6, 0.3, -0.3, 0.6, 30, 5), opacity=0.5),), Matrix(e=5)),
        "clip": Group((rectangle(0, 0, 100, 100, paint),), Matrix(0.8, 0, 0, 0.8, 10, 10), Path.ellipse(Rect(10, 10, 80, 80))),
    }  # fmt: skip


@pytest.mark.parametrize("name", PAINTS)
def test_all_renderers_draw_the_same(name: str, tmp_path: FilePath) -> None:
    """All uses of a paint on one sheet, five pixels a point; what differs are edges, and ends of dashes."""
    items = [Group((item,), Matrix(e=100.0 * number)) for number, item in enumerate(uses(PAINTS[name]).values())]
    width = 500 * len(items)
    made = scene(*items, size=(100 * len(items), 100), pixels=(width, 500))
    pdf = render_pdf([made])
    first = with_pdfium(pdf, width)
    others = {
        "svg": with_librsvg(render_svg(made), width, tmp_path),
        "png": Image.open(io.BytesIO(render([made], ".png"))).convert("RGB"),
        "poppler": with_poppler(pdf, width, tmp_path),
    }
    for number, use in enumerate(uses(PAINTS[name])):
        cell = (500 * number, 0, 500 * (number + 1), 500)
        found = {kind: round(difference(first.crop(cell), other.crop(cell)), 2) for kind, other in others.items()}
        assert found["png"] < 0.1, use
        assert max(found.values()) < 1.8, (use, found)
        lightest, darkest = first.crop(cell).convert("L").getextrema()
        assert lightest != darkest, use


def pixel(item: Item, x: float, y: float, folder: FilePath) -> tuple[tuple[int, ...], ...]:
    """A point of the sheet in each output."""
    return tuple(picture.getpixel((round(x * 10), round(y * 10))) for picture in drawn(item, folder).values())  # type: ignore[misc]


@pytest.mark.parametrize(("x", "color"), [(10, (216, 30, 5)), (50, (108, 58, 94)), (90, (0, 87, 183))])
def test_colors_along_the_way(x: float, color: tuple[int, ...], tmp_path: FilePath) -> None:
    for found in pixel(rectangle(0, 0, 100, 100, ACROSS), min(x, 99), 50, tmp_path):
        assert found == pytest.approx(color, abs=3)


def test_an_edge_is_where_it_should_be(tmp_path: FilePath) -> None:
    """Letters change colour at a seam: PDFium would put it at the nearest of 256 steps of the way."""
    seam = LinearGradient(Point(-2000, 0), Point(3000, 0), (Stop(0, RED), Stop(0.41, RED), Stop(0.41, BLUE)))
    for item in (rectangle(0, 0, 100, 100, seam), letters(seam, "HHHHHHH", "en", 30)):
        for kind, picture in drawn(item, tmp_path).items():
            red = picture.point([255 * (v < 255) for v in range(256)] * 3)
            assert red.getbbox() is not None, kind
            for x in range(0, 1000, 10):
                column = picture.crop((x, 0, x + 1, 1000)).getcolors(1000)
                assert column is not None
                inked = {color for _, color in column if color[0] + color[1] + color[2] < 300}
                for color in inked:
                    assert color == ((216, 30, 5) if x < 500 else (0, 87, 183)), (kind, x)


def test_edges_are_clean(tmp_path: FilePath) -> None:
    """Between two colours lies no third: the pieces of a gradient overlap."""
    slanted = LinearGradient(Point(10, 20), Point(90, 60), EDGE)
    for item in (rectangle(0, 0, 100, 100, slanted), rectangle(0, 0, 100, 100, replace(ROUND, stops=EDGE))):
        picture = with_pdfium(render_pdf([scene(item, size=SIZE)]), 1000)
        for _, (red, _green, blue) in picture.getcolors(100_000) or []:
            share = (216 - red) / 216
            assert blue == pytest.approx(5 + (183 - 5) * share, abs=6), "a mixture of both, and nothing of the ground"


def test_many_colours_show_no_bands() -> None:
    """Each colour has steps of its own: 256 of all together would be seen."""
    many = LinearGradient(Point(0, 0), Point(2400, 0), tuple(Stop(n / 8, (RED, WHITE)[n % 2]) for n in range(9)))
    picture = with_pdfium(render_pdf([scene(rectangle(0, 0, 2400, 10, many), size=(2400, 10))]), 2400)
    greens = [picture.getpixel((x, 5))[1] for x in range(2400)]  # type: ignore[index]
    assert max(abs(a - b) for a, b in pairwise(greens)) <= 3


def test_letters_that_overlap_let_the_ground_through_once(tmp_path: FilePath) -> None:
    half = LinearGradient(Point(0, 0), Point(100, 0), (Stop(0, RED, 0.5), Stop(1, RED, 0.5)))
    text = letters(half, "O", "en", 80)
    (line,) = text.lines
    twice = replace(line.runs[0].run, glyphs=(replace_advance(line.runs[0].run.glyphs[0]), line.runs[0].run.glyphs[0]))
    text = replace(text, lines=(replace(line, runs=(replace(line.runs[0], run=twice),)),))
    for kind, picture in drawn(text, tmp_path).items():
        assert min(color[1] for _, color in picture.getcolors(100_000) or []) >= 138, kind


def replace_advance(glyph):  # type: ignore[no-untyped-def]
    return glyph._replace(x_advance=100)


@pytest.mark.parametrize("dpi", [72, 600])
def test_patterns_show_no_seams(dpi: int, tmp_path: FilePath) -> None:
    """Stripes of tiles that touch, on a ground, turned and of odd sizes: every pixel is a mixture of the two colours
    along an edge, and each stripe is one."""
    stripes = Pattern(Path.rect(Rect(0, 0, 3.3, 7.7)), RED, Rect(0, 0, 6.7, 7.7), turn(90, Point(0, 0)), YELLOW)
    made = scene(rectangle(0, 0, 100, 100, stripes), size=SIZE)
    width = round(100 * dpi / 72)
    pdf = render_pdf([made])
    for picture in (with_pdfium(pdf, width), with_librsvg(render_svg(made), width, tmp_path)):
        for y in range(picture.height):  # the stripes lie level: a row has one colour
            row = picture.crop((1, y, picture.width - 1, y + 1)).getcolors(10)
            assert row is not None
            reds = [color[1] for _, color in row]
            assert max(reds) - min(reds) <= 6, y


def test_a_pattern_of_too_many_figures_is_repeated_by_the_reader() -> None:
    fine = Pattern(Path.rect(Rect(0, 0, 0.5, 0.5)), RED, Rect(0, 0, 1, 1))
    pdf = render_pdf([scene(rectangle(0, 0, 2000, 2000, fine), size=(2000, 2000))])
    assert len(pdf) < 10_000
    picture = with_pdfium(pdf, 500)
    mean = picture.resize((1, 1)).getpixel((0, 0))
    assert mean == pytest.approx((245, 199, 193), abs=6), "a quarter of it is red"


def test_equal_paints_are_defined_once() -> None:
    items = [FillPath(SQUARE, replace(ACROSS)) for _ in range(3)]
    assert render_svg(scene(*items, size=SIZE)).count(b"<linearGradient") == 1
    assert render_pdf([scene(*items, size=SIZE)]).count(b"/ShadingType") == 1


def test_images_of_gradients_are_no_flat_art() -> None:
    assert is_flat([FillPath(SQUARE, RED), letters(RED)])
    assert is_flat([FillPath(SQUARE, DOTS)])
    assert not is_flat([Group((FillPath(SQUARE, None, stroke=Stroke(ROUND, 2)),))])
    assert not is_flat([letters(ACROSS)])


@pytest.mark.parametrize(
    ("paint", "words"),
    [
        (LinearGradient(Point(0, 0), Point(1, 0), ()), "a gradient has no colours"),
        (replace(ROUND, focus=Point(200, 50), focus_radius=3), "neither holds the other"),
        (replace(DOTS, tile=Rect(0, 0, 0, 5)), "tile has no area"),
        (replace(DOTS, matrix=Matrix(0, 0, 0, 0)), "tile has no area"),
    ],
)
@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_what_cannot_be_drawn_is_refused(paint: Paint, words: str, suffix: str) -> None:
    with pytest.raises(InputError, match=words):
        render([scene(FillPath(SQUARE, paint), size=SIZE)], suffix)


def test_plain_sheets_import_nothing_for_paints() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from tests.render.building import *; from placards.render.pdf import render_pdf; "
        "from placards.render.svg import render_svg; s = scene(block('Peace 🌍', 'en', Rect(0, 0, 90, 90))); "
        "render_pdf([s]); render_svg(s); "
        "print([m for m in sys.modules if m.startswith('placards.render') and ('paints' in m or 'gradients' in m "
        "or 'shapes' in m or 'tiles' in m or 'color_glyphs' in m)])"
    )
    root = FilePath(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
