"""A dump shows what a drawing consists of, and nothing that changes between machines."""

from __future__ import annotations

from dataclasses import replace

from placards.scene.dump import dump
from placards.scene.items import FillPath, Group, Metadata, Picture, Scene, Underlay
from placards.values.color import Color, LinearGradient, Pattern, RadialGradient, Stop, Stroke
from placards.values.geometry import Matrix, Path, Point, Rect, Size

from .test_check import block, scene


def test_text_is_readable() -> None:
    text = dump(scene(block()))
    lines = text.splitlines()
    assert lines[0] == "scene 300.0 x 200.0 bleed 9.0"
    assert lines[1] == "title 'Hi' language en author ''"
    assert lines[2] == "text main slogan en ltr [10.0 10.0 200.0 120.0]"
    assert lines[3] == "  line 'Hi' size 100.0 at 20.0,110.0 ink [20.0 20.0 80.0 90.0]"
    assert lines[4].startswith("    run 0..2 Latn level 0 ")
    assert " #000000 glyphs " in lines[4]
    assert "/" not in text, "no paths of this machine"


def test_shapes_pictures_groups_and_pixels() -> None:
    red = FillPath(Path.rect(Rect(0, 0, 10, 20)), Color((1, 0, 0), spot="Warm Red"))
    picture = Picture(b"12345", Rect(1, 2, 3, 4), "A dove")
    group = Group((red, picture), Matrix(e=5), clip=Path.rect(Rect(0, 0, 5, 5)))
    text = dump(Scene(Size(75, 75), (group,), Metadata("T", "ar", "Us"), pixels=(100, 100)))
    assert text.splitlines() == [
        "scene 75.0 x 75.0 bleed 0.0",
        "pixels 100 x 100",
        "title 'T' language ar author 'Us'",
        "group (1.0, 0.0, 0.0, 1.0, 5.0, 0.0) clipped",
        "  path #ff0000/Warm Red [0.0 0.0 10.0 20.0] 5 segments",
        "  picture [1.0 2.0 3.0 4.0] 5 bytes 'A dove'",
    ]


def test_no_negative_zero() -> None:
    path = FillPath(Path.rect(Rect(-0.0, -0.01, 1, 1)), Color((0, 0, 0)))
    text = dump(Scene(Size(1, 1), (Group((path,), Matrix(b=-0.0001)),), Metadata("", "en")))
    assert "[0.0 0.0 1.0 1.0]" in text
    assert "-0.0" not in text


def test_an_empty_path_can_be_looked_at() -> None:
    empty = FillPath(Path(()), Color((0, 0, 0)))
    assert "0 segments" in dump(Scene(Size(1, 1), (empty,), Metadata("", "en")))


def test_how_a_path_is_painted() -> None:
    box = Path.rect(Rect(0, 0, 10, 20))
    red, blue = Color((1, 0, 0)), Color((0, 0, 1))
    stops = (Stop(0, red), Stop(1, blue))
    lines = [
        (FillPath(box, None, stroke=Stroke(red, 2)), "unfilled stroke #ff0000 2.0 butt miter"),
        (
            FillPath(box, red, stroke=Stroke(blue, 1, "round", "bevel", dash=(3, 1))),
            "#ff0000 stroke #0000ff 1.0 round bevel dash 3.0 1.0",
        ),
        (FillPath(replace(box, fill_rule="evenodd"), red, opacity=0.5), "#ff0000 evenodd opacity 0.5"),
        (
            FillPath(box, LinearGradient(Point(0, 0), Point(1, 1), stops)),
            "linear(0.0,0.0 to 1.0,1.0 0:#ff0000 1:#0000ff)",
        ),
        (FillPath(box, RadialGradient(Point(0, 0), 9, stops)), "radial(0.0,0.0 radius 9.0 0:#ff0000 1:#0000ff)"),
        (FillPath(box, Pattern(box, blue, Rect(0, 0, 3, 3))), "pattern(#0000ff [0.0 0.0 3.0 3.0] 5 segments)"),
    ]
    for item, look in lines:
        (line,) = dump(Scene(Size(10, 20), (item,), Metadata("", "en"))).splitlines()[2:]
        assert line == f"path {look} [0.0 0.0 10.0 20.0] 5 segments"
    group = Group((), layer="cut", opacity=0.5, clip=box)
    assert dump(Scene(Size(10, 20), (group,), Metadata("", "en"))).endswith(
        "group (1.0, 0.0, 0.0, 1.0, 0.0, 0.0) clipped layer 'cut' opacity 0.5\n"
    )


def test_underlays_and_all_of_a_paint() -> None:
    red, blue = Color((1, 0, 0)), Color((0, 0, 1))
    shadow = Underlay(red, Point(2, 3))
    outline = Underlay(None, stroke=Stroke(blue, 4, join="round"))
    lines = dump(scene(replace(block(), underlays=(shadow, outline)))).splitlines()
    assert lines[3:5] == ["  below #ff0000 moved 2.0,3.0", "  below unfilled stroke #0000ff 4.0 butt round"]
    box = Path.rect(Rect(0, 0, 10, 20))
    stops = (Stop(0.125, red, 0.5), Stop(1, blue))
    looks = {
        LinearGradient(Point(0, 0), Point(9, 0), stops, Matrix(a=2)): (
            "linear(0.0,0.0 to 9.0,0.0 0.125:#ff0000/0.5 1:#0000ff moved (2.0, 0.0, 0.0, 1.0, 0.0, 0.0))"
        ),
        RadialGradient(Point(5, 5), 4, stops, focus=Point(4, 5), focus_radius=1): (
            "radial(4.0,5.0 radius 1.0 to 5.0,5.0 radius 4.0 0.125:#ff0000/0.5 1:#0000ff)"
        ),
        Pattern(box, blue, Rect(0, 0, 3, 3), Matrix(e=1), red): (
            "pattern(#0000ff on #ff0000 [0.0 0.0 3.0 3.0] 5 segments moved (1.0, 0.0, 0.0, 1.0, 1.0, 0.0))"
        ),
    }
    for paint, look in looks.items():
        line = dump(Scene(Size(10, 20), (FillPath(box, paint),), Metadata("", "en"))).splitlines()[2]
        assert line == f"path {look} [0.0 0.0 10.0 20.0] 5 segments"
    mixed = Group((), blend="soft-light")
    assert dump(Scene(Size(1, 1), (mixed,), Metadata("", "en"))).endswith(" blend soft-light\n")
