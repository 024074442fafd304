"""The box of what an item shows, through transforms and clips, and the paints that it uses."""

from __future__ import annotations

import pytest

from placards.scene.bounds import reach, shown
from placards.scene.items import FillPath, Group, Item, Picture
from placards.scene.paints import colors, paints
from placards.values.color import (
    BLACK,
    WHITE,
    Color,
    LinearGradient,
    Paint,
    Pattern,
    RadialGradient,
    Stop,
    Stroke,
    main_color,
)
from placards.values.geometry import Matrix, Path, Point, Rect

RED, BLUE = Color((1.0, 0.0, 0.0)), Color((0.0, 0.0, 1.0))
SQUARE = FillPath(Path.rect(Rect(1, 1, 2, 2)), BLACK)
TWICE, ASIDE = Matrix(a=2, d=2), Matrix(e=10)
STOPS = (Stop(0, RED), Stop(1, BLUE))
GRADIENT = LinearGradient(Point(0, 0), Point(1, 0), STOPS)
DOTS = Pattern(Path.rect(Rect(0, 0, 1, 1)), RED, Rect(0, 0, 2, 2))


@pytest.mark.parametrize(
    ("item", "box"),
    [
        (SQUARE, (1, 1, 2, 2)),
        (Group((SQUARE,), TWICE), (2, 2, 4, 4)),
        (Group((Group((SQUARE,), TWICE),), ASIDE), (12, 2, 4, 4)),  # scaled, then moved
        (Group((Group((SQUARE,), ASIDE),), TWICE), (22, 2, 4, 4)),  # moved, then scaled
        (Group((SQUARE,), ASIDE, clip=Path.rect(Rect(2, 0, 9, 9))), (12, 1, 1, 2)),  # a clip moves along
        (Group((SQUARE,), clip=Path.rect(Rect(5, 5, 1, 1))), None),
        (Group((SQUARE,), opacity=0.0), None),
        (Group(()), None),
        (FillPath(Path.rect(Rect(1, 1, 2, 2)), None), None),
        (FillPath(Path(()), BLACK), None),
        (FillPath(Path.rect(Rect(1, 1, 0, 2)), BLACK), None),
        (Group((SQUARE,), Matrix(a=0)), None),
        (Picture(b"x", Rect(1, 2, 3, 4), ""), (1, 2, 3, 4)),
        (Picture(b"", Rect(1, 2, 3, 4), ""), None),
        (FillPath(Path.rect(Rect(1, 1, 2, 2)), None, stroke=Stroke(BLACK, 2, join="round")), (0, 0, 4, 4)),
    ],
)
def test_what_shows_of_an_item(item: Item, box: tuple[float, ...] | None) -> None:
    assert shown(item) == (None if box is None else pytest.approx(box))


@pytest.mark.parametrize(
    ("stroke", "points"),
    [
        (Stroke(BLACK, 2, join="bevel"), 1),
        (Stroke(BLACK, 2), 4),  # a corner may be four half widths long
        (Stroke(BLACK, 2, miter_limit=2), 2),
        (Stroke(BLACK, 2, join="round", cap="square"), 2**0.5),
    ],
)
def test_how_far_a_stroke_reaches(stroke: Stroke, points: float) -> None:
    assert reach(stroke) == pytest.approx(points)


def test_paints_are_found_wherever_they_stand() -> None:
    items = (
        FillPath(SQUARE.path, GRADIENT, stroke=Stroke(WHITE, 1)),
        Group((Group((FillPath(SQUARE.path, DOTS),)), Picture(b"x", Rect(0, 0, 1, 1), ""))),
        SQUARE,
    )
    assert list(paints(items)) == [GRADIENT, WHITE, DOTS, BLACK]
    assert list(colors(items)) == [RED, BLUE, WHITE, BLACK], "each once, in drawing order"


def test_the_ground_of_a_pattern_is_a_colour_of_it() -> None:
    ground = Pattern(DOTS.figure, RED, DOTS.tile, ground=WHITE)
    assert list(colors([FillPath(SQUARE.path, ground)])) == [RED, WHITE]


@pytest.mark.parametrize(
    ("paint", "color"),
    [
        (RED, RED),
        (GRADIENT, Color((0.5, 0.0, 0.5))),
        (RadialGradient(Point(0, 0), 1, (Stop(0, WHITE), Stop(1, BLACK))), Color((0.5, 0.5, 0.5))),
        (DOTS, RED),
        (Pattern(DOTS.figure, RED, DOTS.tile, ground=WHITE), WHITE),  # more of it is seen than of the dots
    ],
)
def test_one_colour_stands_for_a_paint(paint: Paint, color: Color) -> None:
    assert main_color(paint) == color
