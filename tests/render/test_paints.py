"""Strokes, opacity, fill rules, layers and runs with a matrix of their own, drawn by PDF, SVG and image alike."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from pathlib import Path as FilePath

import pikepdf
import pytest
from PIL import Image

from placards.render.formats import render
from placards.render.pdf import render_pdf
from placards.render.svg import render_svg
from placards.scene.bounds import reach, shown
from placards.scene.items import FillPath, Group, Item, Scene
from placards.values.color import (
    BLACK,
    WHITE,
    LinearGradient,
    Paint,
    Pattern,
    RadialGradient,
    Stop,
    Stroke,
    main_color,
)
from placards.values.geometry import Matrix, Path, Point, Rect
from tests.render.building import BLUE, RED, block, difference, rectangle, scene, with_librsvg, with_pdfium

SIZE = (100, 100)
SQUARE = Path.rect(Rect(25, 25, 50, 50))
STAR = Path.polygon([(50 + 45 * math.sin(a), 50 - 45 * math.cos(a)) for a in (4 * math.pi * n / 5 for n in range(5))])
CORNER = Path((("M", 20, 80), ("L", 50, 20), ("L", 80, 80)))


def drawn(items: Item | tuple[Item, ...], folder: FilePath) -> dict[str, Image.Image]:
    """The items on a sheet of 100 points, ten pixels a point, by each renderer."""
    made = scene(*(items if isinstance(items, tuple) else (items,)), size=SIZE, pixels=(1000, 1000))
    return {
        "pdf": with_pdfium(render_pdf([made]), 1000),
        "svg": with_librsvg(render_svg(made), 1000, folder),
        "png": Image.open(io.BytesIO(render([made], ".png"))).convert("RGB"),
    }


def colors(items: Item | tuple[Item, ...], folder: FilePath, *points: tuple[float, float]) -> set[tuple[object, ...]]:
    """The pixels at some points of the sheet, which all renderers should agree on, give or take rounding."""
    found = set()
    for picture in drawn(items, folder).values():
        pixels = (picture.getpixel((round(x * 10), round(y * 10))) for x, y in points)
        found.add(tuple(tuple(8 * round(v / 8) for v in pixel) for pixel in pixels))  # type: ignore[union-attr]
    return found


PAINTED: dict[str, Item | tuple[Item, ...]] = {
    "stroke alone": FillPath(SQUARE, None, stroke=Stroke(RED, 10)),
    "fill and stroke": FillPath(SQUARE, BLUE, stroke=Stroke(RED, 10)),
    "let through": FillPath(SQUARE, BLUE, stroke=Stroke(RED, 10), opacity=0.5),
    "stroke let through": FillPath(SQUARE, None, stroke=Stroke(RED, 10), opacity=0.5),
    "fill let through": FillPath(SQUARE, RED, opacity=0.25),
    "dashes": FillPath(Path((("M", 5, 50), ("L", 95, 50))), None, stroke=Stroke(RED, 10, dash=(20, 10), dash_offset=5)),
    "round ends": FillPath(CORNER, None, stroke=Stroke(RED, 14, "round", "round")),
    "square ends": FillPath(CORNER, None, stroke=Stroke(RED, 14, "square", "bevel")),
    "pointed": FillPath(CORNER, None, stroke=Stroke(RED, 14)),
    "cut point": FillPath(CORNER, None, stroke=Stroke(RED, 14, miter_limit=1.5)),
    "star nonzero": FillPath(STAR, RED),
    "star evenodd": FillPath(replace(STAR, fill_rule="evenodd"), RED),
    "star evenodd stroked": FillPath(replace(STAR, fill_rule="evenodd"), RED, stroke=Stroke(BLACK, 2)),
    "ellipse": FillPath(Path.ellipse(Rect(10, 30, 80, 40)), RED),
    "clip evenodd": Group((rectangle(0, 0, 100, 100, RED),), clip=replace(STAR, fill_rule="evenodd")),
    "clip of nothing": Group((rectangle(0, 0, 100, 100, RED),), clip=Path(())),
    "group let through": Group((rectangle(10, 10, 60, 60, RED), rectangle(30, 30, 60, 60, BLUE)), opacity=0.5),
    "groups in groups": Group(
        (Group((rectangle(0, 0, 50, 50, RED),), Matrix(0.7, 0.7, -0.7, 0.7), opacity=0.5), rectangle(0, 0, 9, 9, BLUE)),
        Matrix(e=50, f=20),
        opacity=0.5,
    ),
    "text let through": Group((block("AB", "en", Rect(5, 20, 90, 60), size=50),), opacity=0.5),
    "layer": Group((rectangle(20, 20, 60, 60, RED),), layer="Cut contour"),
}


@pytest.mark.parametrize("name", PAINTED)
def test_all_renderers_draw_the_same(name: str, tmp_path: FilePath) -> None:
    pictures = drawn(PAINTED[name], tmp_path)
    assert difference(pictures["pdf"], pictures["svg"]) < 0.6
    assert difference(pictures["pdf"], pictures["png"]) < 0.1
    lightest, darkest = pictures["pdf"].convert("L").getextrema()
    assert lightest != darkest or name == "clip of nothing"


def test_where_a_stroke_lies(tmp_path: FilePath) -> None:
    red, blue, white = (216, 32, 8), (0, 88, 184), (256, 256, 256)
    both = FillPath(SQUARE, BLUE, stroke=Stroke(RED, 10))
    assert colors(both, tmp_path, (21, 50), (29, 50), (31, 50), (19, 50)) == {(red, red, blue, white)}
    alone = FillPath(SQUARE, None, stroke=Stroke(RED, 10))
    assert colors(alone, tmp_path, (21, 50), (50, 50)) == {(red, white)}


def test_fill_and_stroke_let_the_ground_through_once(tmp_path: FilePath) -> None:
    made = FillPath(SQUARE, BLUE, stroke=Stroke(RED, 10), opacity=0.5)
    outside, inside = (22, 50), (28, 50)
    for picture in drawn(made, tmp_path).values():
        assert picture.getpixel((220, 500)) == pytest.approx(picture.getpixel((280, 500)), abs=1), (outside, inside)


def test_what_a_group_hides_stays_hidden_when_it_lets_through(tmp_path: FilePath) -> None:
    (pixel,) = colors(PAINTED["group let through"], tmp_path, (50, 50), (20, 20), (80, 80))
    assert pixel == ((128, 168, 216), (232, 144, 128), (128, 168, 216))


def test_the_inside_of_a_star(tmp_path: FilePath) -> None:
    assert colors(PAINTED["star nonzero"], tmp_path, (50, 50)) == {((216, 32, 8),)}
    assert colors(PAINTED["star evenodd"], tmp_path, (50, 50), (50, 20)) == {((256, 256, 256), (216, 32, 8))}


def test_bounds_hold_all_ink(tmp_path: FilePath) -> None:
    for name, items in PAINTED.items():
        picture = drawn(items, tmp_path)["png"].convert("L").point(lambda v: 255 * (v < 250))
        found = picture.getbbox()
        assert isinstance(items, FillPath | Group)
        box = shown(items)
        if found is None:
            assert box is None, name
            continue
        assert box is not None, name
        visible = box.intersection(Rect(0, 0, 100, 100))
        assert visible is not None
        assert visible.contains(
            Rect(found[0] / 10, found[1] / 10, (found[2] - found[0]) / 10, (found[3] - found[1]) / 10), 0.11
        )


def test_how_far_strokes_reach() -> None:
    assert reach(Stroke(RED, 10)) == 20
    assert reach(Stroke(RED, 10, join="bevel")) == 5
    assert reach(Stroke(RED, 10, "square", "round")) == pytest.approx(7.07, abs=0.01)


def test_layers_can_be_hidden_by_readers() -> None:
    made = scene(
        Group((rectangle(0, 0, 9, 9, RED),), layer="Cut contour"),
        Group((rectangle(9, 0, 9, 9, RED),), layer="Übung"),
        Group((rectangle(9, 9, 9, 9, RED),), layer="Cut contour"),
    )
    with pikepdf.open(io.BytesIO(render_pdf([made]))) as pdf:
        groups = pdf.Root.OCProperties
        assert [str(layer.Name) for layer in groups.OCGs] == ["Cut contour", "Übung"]
        marked = [i for i in pikepdf.parse_content_stream(pdf.pages[0]) if str(i.operator) in ("BDC", "BMC", "EMC")]
        layers = [str(i.operands[1]) for i in marked if str(i.operator) == "BDC" and str(i.operands[0]) == "/OC"]
        assert layers == ["/L0", "/L1", "/L0"]
        depth = 0
        for one in marked:
            depth += -1 if str(one.operator) == "EMC" else 1
            assert depth >= 0
        assert depth == 0
        assert len(pdf.pages[0].Resources.Properties) == 2
    with pikepdf.open(io.BytesIO(render_pdf([scene()]))) as pdf:
        assert "/OCProperties" not in pdf.Root


STOPS = (Stop(0, RED), Stop(1, BLUE, 0.5))
OTHER: dict[str, Paint] = {
    "linear gradient": LinearGradient(Point(0, 0), Point(9, 9), STOPS),
    "radial gradient": RadialGradient(Point(0, 0), 9, STOPS),
    "pattern": Pattern(SQUARE, RED, Rect(0, 0, 9, 9)),
}


def test_one_color_for_a_paint() -> None:
    assert main_color(RED) is RED
    assert main_color(OTHER["pattern"]) is RED
    assert main_color(replace(OTHER["pattern"], ground=BLUE)) is BLUE  # type: ignore[type-var]
    assert main_color(LinearGradient(Point(0, 0), Point(1, 0), (Stop(0, BLACK), Stop(1, WHITE)))).rgb == (0.5, 0.5, 0.5)
    assert main_color(OTHER["radial gradient"]).rgb == pytest.approx(
        tuple((a + b) / 2 for a, b in zip(RED.rgb, BLUE.rgb, strict=True))
    )


def test_a_run_stands_as_its_own_matrix_says(tmp_path: FilePath) -> None:
    text = block("A", "en", Rect(0, 0, 90, 90), size=40)
    (line,) = text.lines
    (run,) = line.runs
    moved = replace(run, matrix=run.matrix.then(Matrix(0, 1, -1, 0, 30, 20)))
    turned = replace(text, lines=(replace(line, runs=(moved,)),))
    as_group = Group(
        (text,),
        Matrix(e=-line.origin.x, f=-line.origin.y)
        .then(Matrix(0, 1, -1, 0, 30, 20))
        .then(Matrix(e=line.origin.x, f=line.origin.y)),
    )
    first, second = drawn(turned, tmp_path), drawn(as_group, tmp_path)
    for kind in first:
        assert difference(first[kind], second[kind]) < 0.05
    assert difference(first["pdf"], first["svg"]) < 0.6


def test_a_scene_stays_as_it_is() -> None:
    made: Scene = scene(FillPath(SQUARE, BLUE, stroke=Stroke(RED, 10), opacity=0.5), size=SIZE)
    before = replace(made)
    render_pdf([made])
    render_svg(made)
    assert made == before


def test_a_round_picture_has_a_clean_edge(tmp_path: FilePath) -> None:
    """A clip is drawn as smoothly as a shape: portraits stand in circles."""
    from placards.scene.items import Picture
    from tests.render.building import png

    circle = Path.ellipse(Rect(10, 10, 80, 80))
    data = png(Image.new("RGB", (64, 64), (216, 30, 5)))
    clipped = drawn(Group((Picture(data, Rect(5, 5, 90, 90)),), clip=circle), tmp_path)
    shape = drawn(FillPath(circle, RED), tmp_path)
    for kind, picture in clipped.items():
        assert difference(picture, shape[kind]) < 0.15, kind
        assert len(picture.getcolors(10_000) or []) > 50, "the edge is smooth"
