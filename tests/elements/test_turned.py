"""Turned elements: what stands inside turns with them, mirrored sheets turn the other way, and checks see the paper."""

from __future__ import annotations

from math import cos, radians, sin

import pytest

from placards.scene.items import FillPath, Group, Item
from placards.template.check import check_layout
from placards.values.geometry import Point, turn

from ..compose.support import HEAD, SLOGAN, artwork, composed, content, element, load_picture, loaded


def test_a_turn_is_clockwise_on_paper_and_leaves_its_middle_where_it_is() -> None:
    matrix = turn(30, Point(10, 20))
    assert matrix.point(10, 20) == pytest.approx((10, 20))
    assert matrix.point(11, 20) == pytest.approx((10 + cos(radians(30)), 20 + sin(radians(30))))  # y points down


def items(rotate: float, language: str) -> tuple[Item, ...]:
    band = element("shape", "band", fill="ink", start="20%", end="20%", height="20%", rotate=rotate)
    patch = element("shape", "patch", fill="paper", inside="band", start="0", width="10%", opacity=0.5)
    job = content((language, {"en": "Peace", "ar": "سلام"}[language]))
    return composed(HEAD + band + patch + SLOGAN, job).scenes[0].items


@pytest.mark.parametrize(("language", "sign"), [("en", 1), ("ar", -1)])
def test_what_stands_inside_turns_with_it_and_right_to_left_turns_the_other_way(language: str, sign: int) -> None:
    band, patch, _ = items(30, language)
    assert isinstance(band, Group)
    assert isinstance(patch, Group)
    assert band.transform.b == pytest.approx(sign * sin(radians(30)))
    assert patch.transform == band.transform
    assert (band.opacity, patch.opacity) == (1, 0.5)


def test_nothing_is_wrapped_that_stands_upright() -> None:
    band, patch, _ = items(0, "en")
    assert isinstance(band, FillPath)
    assert isinstance(patch, Group)  # for its opacity


def test_what_hangs_from_a_turned_element_hangs_from_its_turned_ink() -> None:
    band = element("shape", "band", fill="ink", start="20%", end="20%", top="30%", height="10%", rotate=90)
    below = element("shape", "below", fill="ink", below="band", top="0", height="5%")
    drawn = composed(HEAD + band + below + SLOGAN, content(("en", "Peace"))).scenes[0]
    _, field, _ = drawn.items
    assert isinstance(field, FillPath)
    width, height = drawn.trim
    assert field.path.bounds().y == pytest.approx(0.35 * height + 0.3 * width)


@pytest.mark.parametrize(("rotate", "found"), [(-90, []), (90, []), (0, ["contrast-too-low", "texts-overlap"])])
def test_checks_see_what_is_set_upright_where_it_stands(rotate: int, found: list[str]) -> None:
    strip = element("shape", "strip", fill="ink", end="0", width="20mm")
    slogan = element("text", "slogan", show="slogan", start="10mm", end="22mm", top="10mm", bottom="10mm")
    name = element(
        "text", "name", show="organiser", end="-40mm", width="100mm", height="16mm", fill="paper", rotate=rotate
    )
    layout = loaded(HEAD + strip + slogan + name)
    codes = sorted({d.code for d in check_layout(layout, load_picture=load_picture, artwork=artwork())})
    assert codes == found
