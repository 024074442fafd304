"""A dump shows what a drawing consists of, and nothing that changes between machines."""

from __future__ import annotations

from placards.scene.dump import dump
from placards.scene.items import FillPath, Group, Metadata, Picture, Scene
from placards.values.color import Color
from placards.values.geometry import Matrix, Path, Rect, Size

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
