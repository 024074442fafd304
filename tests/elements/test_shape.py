"""Shapes: what touches the edge reaches into the bleed, polygons mirror, and what others leave no room for goes."""

from __future__ import annotations

import pytest

from placards.problems.errors import InputError
from placards.values.geometry import Rect

from ..compose.support import HEAD, SLOGAN, composed, content, element, paths

BLEED = 3 * 72 / 25.4
POINTS = '[["0%", "0%"], ["50%", "100%"], ["0%", "100%"]]'


def shape(**keys: object) -> str:
    return HEAD + element("shape", "field", fill="ink", **keys)


def box(text: str, language: str = "en") -> Rect:
    job = content((language, {"en": "Peace", "ar": "سلام"}[language]))
    return paths(composed(text + SLOGAN, job))[0].path.bounds()


def test_a_rectangle_reaches_into_the_bleed_where_it_touches_the_edge() -> None:
    assert box(shape(start="0", width="50pt", top="10pt", height="20pt")) == pytest.approx((-BLEED, 10, 50 + BLEED, 20))


def test_round_corners_stay_inside() -> None:
    assert box(shape(start="0", width="50pt", top="10pt", height="20pt", radius="4pt")) == pytest.approx(
        (0, 10, 50, 20)
    )


def test_a_polygon_mirrors_and_reaches_into_the_bleed() -> None:
    text = shape(shape="polygon", start="0", width="100pt", top="20pt", height="40pt", points="@").replace(
        '"@"', POINTS
    )
    assert box(text) == pytest.approx((-BLEED, 20, 50 + BLEED, 40))
    width = composed(text, content()).scenes[0].trim.width
    assert box(text, "ar") == pytest.approx((width - 50, 20, 50 + BLEED, 40))
    assert box(text.replace("points", "mirror = false\npoints"), "ar") == box(text)
    both = shape(shape="polygon", points="@").replace('"@"', '[["0%", "0%"], ["100%", "0%"], ["100%", "100%"]]')
    trim = composed(both, content()).scenes[0].trim
    assert box(both) == pytest.approx((-BLEED, -BLEED, trim.width + 2 * BLEED, trim.height + 2 * BLEED))


def test_an_element_without_room_is_named() -> None:
    with pytest.raises(
        InputError, match=r"layout\.toml: the element “field” has no room on a4\. Make its sides smaller"
    ):
        composed(shape(start="60%", end="60%"), content())


def test_what_others_leave_no_room_for_is_left_out() -> None:
    text = HEAD + SLOGAN + element("shape", "field", fill="ink", below="slogan", top="200%", bottom="0")
    assert paths(composed(text, content(("en", "Peace")))) == []
