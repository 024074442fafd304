"""Shapes beyond boxes: torn, cut, pointed, stroked; each inside its box, mirrored, with room for words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from placards.elements.shape import DEPTHS, Shape
from placards.problems.errors import InputError
from placards.scene.items import FillPath
from placards.values.color import LinearGradient, RadialGradient
from placards.values.geometry import Matrix, Path, Point, Rect, around

from ..compose.support import HEAD, SLOGAN, blocks, composed, content, element, loaded, paths
from ..parts import checked

MM = 72 / 25.4
BLEED = 3 * MM
BOX = Rect(20 * MM, 30 * MM, 100 * MM, 60 * MM)
INSIDE = {"start": "20mm", "top": "30mm", "width": "100mm", "height": "60mm"}
EVERY = ("rect", "ellipse", "line", "band", "slab", *sorted(DEPTHS))


def shape(form: str, **keys: object) -> str:
    own: dict[str, object] = {"stroke": "ink"} if form == "line" else {"fill": "ink"}
    lines = {**own, **keys}
    return HEAD + element("shape", "field", shape=form, **lines)


def drawn(text: str, language: str = "en") -> list[FillPath]:
    job = content((language, {"en": "Peace", "ar": "سلام"}[language]))
    return paths(composed(text + SLOGAN, job))


def points(path: Path) -> list[float]:
    return [value for segment in path.segments for value in segment[1:] if isinstance(value, float)]


def along_curves(path: Path) -> Rect:
    """The box around points of a path's curves themselves."""
    xs, ys, pen = [], [], (0.0, 0.0)
    for segment in path.segments:
        if segment[0] == "C":
            for i in range(101):
                t = i / 100
                parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                xs.append(sum(p * v for p, v in zip(parts, (pen[0], *segment[1::2]), strict=True)))
                ys.append(sum(p * v for p, v in zip(parts, (pen[1], *segment[2::2]), strict=True)))
        if segment[0] != "Z":
            pen = (segment[-2], segment[-1])
    return around(xs, ys)


@pytest.mark.parametrize("form", EVERY)
def test_it_stays_in_its_box_and_fills_most_of_it(form: str) -> None:
    found = drawn(shape(form, **INSIDE))
    bounds = found[0].path.bounds()
    for more in found[1:]:
        bounds = bounds.union(more.path.bounds())
    if form == "flag":  # its curves' control points lie outside it
        bounds = along_curves(found[0].path)
    assert BOX.contains(bounds, 0.02)
    wide = 0.5 if form == "star" else 0.95  # a star stays regular
    assert bounds.width >= BOX.width * wide
    assert bounds.height >= BOX.height * 0.9 or form == "line"


@pytest.mark.parametrize("form", EVERY)
def test_a_mirrored_sheet_has_the_mirror_image(form: str) -> None:
    (there, *_), (back, *_) = drawn(shape(form, **INSIDE)), drawn(shape(form, **INSIDE), "ar")
    flipped = there.path.transformed(Matrix(-1, 0, 0, 1, composed(shape(form), content()).scenes[0].trim.width, 0))
    assert points(flipped) == pytest.approx(points(back.path), abs=0.011)


@pytest.mark.parametrize("form", ["rect", "line", "band", "slab", "torn", "rough", "scallop", "tape", "cut"])
def test_what_touches_the_edge_reaches_into_the_bleed(form: str) -> None:
    corner: dict[str, object] = {"start": "0", "top": "10mm", "width": "100mm", "height": "60mm"}
    if form == "cut":
        corner |= {"corners": ["top-end"]}
    (found, *_) = drawn(shape(form, **corner))
    assert found.path.bounds().x == pytest.approx(-BLEED, abs=0.02) or form == "slab"
    assert found.path.bounds().x < 0
    assert found.spread == pytest.approx(BLEED)


def test_an_edge_on_the_sheets_own_is_not_torn() -> None:
    """It would show the ground in the trim's corners."""
    (found,) = drawn(shape("torn", start="0", end="0", top="0", height="60mm"))
    ends = [(segment[-2], segment[-1]) for segment in found.path.segments if segment[0] == "M" or segment[0] == "L"]
    upper = [(x, y) for x, y in ends if y < 100]
    assert [y for _, y in upper] == pytest.approx([-BLEED] * 2, abs=0.02), (
        "the bleed's two corners, and nothing between"
    )
    assert sum(x for x, _ in upper) == pytest.approx(composed(shape("torn"), content()).scenes[0].trim.width, abs=0.02)


def test_a_cut_at_the_sheets_corner_is_as_deep_as_it_says() -> None:
    (found,) = drawn(shape("cut", corners=["top-start"], start="0", top="0", width="50%", height="50%", depth="20mm"))
    first, second = found.path.segments[:2]
    assert first[0] == "M"
    assert second[0] == "L"
    assert first[1] + first[2] == pytest.approx(20 * MM, abs=0.03)  # x + y is the same all along the cut
    assert second[1] + second[2] == pytest.approx(20 * MM, abs=0.03)


@pytest.mark.parametrize("form", [form for form in EVERY if form not in ("rect", "ellipse", "line")])
def test_what_stands_inside_has_room_in_it(form: str) -> None:
    text = shape(form, **INSIDE) + element("text", "slogan", show="slogan", inside="field")
    made = composed(text, content(("en", "Peace")))
    room = blocks(made)["slogan"].box
    assert BOX.contains(room, 0.01)
    assert room.width * room.height >= (0.03 if form == "star" else 0.08) * BOX.width * BOX.height
    assert room != BOX


def test_the_room_of_a_ticket_is_mirrored() -> None:
    text = shape("ticket", stub="30mm", **INSIDE) + element("text", "slogan", show="slogan", inside="field")
    made = composed(text, content(("ar", "سلام")))
    width = made.scenes[0].trim.width
    assert blocks(made)["slogan"].box == pytest.approx((width - 90 * MM, 30 * MM, 70 * MM, 60 * MM))


def test_bites_are_whole_and_alike() -> None:
    (found,) = drawn(shape("scallop", sides=["top"], depth="3mm", **INSIDE))
    lows = [s for s in found.path.segments if s[0] == "L" and s[2] == pytest.approx(BOX.y + 3 * MM, abs=0.02)]
    gaps = [b[1] - a[1] for a, b in pairwise(lows) if a[0] == b[0] == "L"]
    assert len(lows) > 5
    assert max(gaps) - min(gaps) < 0.05
    ends = lows[0][1] - BOX.x, BOX.right - lows[-1][1]
    assert ends[0] == pytest.approx(ends[1], abs=0.05)


def test_torn_paper_shows_its_fibres_below_itself() -> None:
    below, above = drawn(shape("torn", edge="paper", sides=["bottom"], **INSIDE))
    assert below.paint != above.paint
    assert below.path.bounds().bottom > above.path.bounds().bottom


def test_a_ribbon_has_tails_and_folds_behind_its_face() -> None:
    tails, folds, face = drawn(shape("ribbon", edge="paper", **INSIDE))
    assert tails.paint == folds.paint != face.paint
    assert tails.path.bounds().width == pytest.approx(BOX.width, abs=0.02)
    assert face.path.bounds().width < BOX.width


def test_a_line_is_drawn_along_the_longer_side_with_its_dashes() -> None:
    (lying,) = drawn(
        shape("line", stroke_width="2pt", dash=["4pt", "2pt"], start="0", top="50mm", width="100mm", height="4mm")
    )
    assert lying.paint is None
    assert lying.stroke is not None
    assert (lying.stroke.width, lying.stroke.dash) == (2.0, (4.0, 2.0))
    assert lying.path.bounds() == pytest.approx((-BLEED, 52 * MM, 100 * MM + BLEED, 0), abs=0.02)
    (standing,) = drawn(shape("line", start="50mm", top="50mm", width="4mm", height="30mm"))
    assert standing.path.bounds() == pytest.approx((52 * MM, 50 * MM, 0, 30 * MM), abs=0.02)


def test_a_frame_needs_no_fill() -> None:
    text = HEAD + element("shape", "field", stroke="ink", stroke_width="3pt", **INSIDE)
    (found,) = drawn(text)
    assert found.paint is None
    assert found.stroke is not None


@pytest.mark.parametrize(("language", "sign"), [("en", 1), ("ar", -1)])
def test_a_linear_gradient_runs_across_and_is_mirrored(language: str, sign: int) -> None:
    text = HEAD + element("shape", "field", gradient="@", **INSIDE)
    text = text.replace('"@"', '{ colors = ["ink", "paper"], angle = 0, opacity = [1, 0.5] }')
    (found,) = drawn(text, language)
    assert isinstance(found.paint, LinearGradient)
    assert (found.paint.end.x - found.paint.start.x) * sign == pytest.approx(100 * MM)
    assert found.paint.end.y == pytest.approx(found.paint.start.y)
    assert [(stop.at, stop.opacity) for stop in found.paint.stops] == [(0.0, 1.0), (1.0, 0.5)]


def test_a_radial_gradient_reaches_the_farthest_corner() -> None:
    text = HEAD + element("shape", "field", gradient="@", **INSIDE)
    text = text.replace('"@"', '{ type = "radial", colors = ["ink", "paper", "ink"], center = ["0%", "0%"] }')
    (found,) = drawn(text)
    assert isinstance(found.paint, RadialGradient)
    assert found.paint.center == pytest.approx(Point(BOX.x, BOX.y))
    assert found.paint.radius == pytest.approx((BOX.width**2 + BOX.height**2) ** 0.5)
    assert [stop.at for stop in found.paint.stops] == [0.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({}, "nothing of this would be seen"),
        ({"fill": "ink", "gradient": {"colors": ["ink", "paper"]}}, "contradict each other"),
        ({"fill": "ink", "dash": ["1mm", "1mm"]}, "there is none"),
        ({"fill": "ink", "shape": "line"}, "a line has no area"),
        ({"fill": "ink", "stub": "3mm"}, "“stub” means nothing for the shape “rect”"),
        ({"fill": "ink", "shape": "ellipse", "depth": "3mm"}, "“depth” means nothing for the shape “ellipse”"),
        ({"fill": "ink", "shape": "burst", "seed": 3}, "“seed” means nothing for the shape “burst”"),
        ({"gradient": {"colors": ["ink", "paper"], "at": [0.5]}}, "a gradient of 2 colours needs 2 numbers in “at”"),
        ({"gradient": {"colors": ["ink", "paper"], "at": [0.5, 0.1]}}, "do not rise"),
        ({"gradient": {"colors": ["ink"]}}, "gradient"),
    ],
)
def test_nonsense_is_named(keys: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        checked(Shape, {"id": "field", "type": "shape", **keys})


def test_colours_of_lines_edges_and_gradients_must_exist() -> None:
    for key in ("stroke", "edge"):
        form = "torn" if key == "edge" else "rect"
        with pytest.raises(InputError, match="the colour “inc” is not in every palette"):
            loaded(shape(form, **{key: "inc"}))
    with pytest.raises(InputError, match=r"gradient\.colors\[0\]: the colour “inc”"):
        loaded(HEAD + element("shape", "field", gradient="@").replace('"@"', '{ colors = ["inc", "ink"] }'))


@pytest.mark.parametrize("form", ["torn", "rough", "scallop"])
def test_an_edge_on_one_side_leaves_the_others_straight(form: str) -> None:
    (found,) = drawn(shape(form, sides=["top"], depth="4mm", **INSIDE))
    ends = [(segment[-2], segment[-1]) for segment in found.path.segments if segment[0] == "M" or segment[0] == "L"]
    for side in (BOX.x, BOX.right):
        there = [y for x, y in ends if x == pytest.approx(side, abs=0.02)]
        assert len(there) == 2, "a straight line from the edge down"
        assert max(there) == pytest.approx(BOX.bottom, abs=0.02)
        assert BOX.y - 0.02 <= min(there) <= BOX.y + 4 * MM + 0.02
