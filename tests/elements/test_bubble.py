"""Speech bubbles: the tail's tip stands where it is asked for, words have room, right-to-left sheets mirror both."""

from __future__ import annotations

from typing import get_args

import pytest

from placards.elements.bubble import Bubble
from placards.layout.grounds.bubbles import Body, bubble, room
from placards.problems.errors import InputError
from placards.values.geometry import Path, Point, Rect

from ..compose.support import HEAD, blocks, composed, content, element, paths
from ..parts import checked

BOX = Rect(100, 100, 300, 200)
TIPS = [Point(170, 360), Point(40, 250), Point(480, 90), Point(250, 20), Point(440, 340)]


def corners(path: Path) -> list[tuple[float, float]]:
    return [(s[1], s[2]) for s in path.segments if s[0] == "M" or s[0] == "L"]


def area(path: Path) -> float:
    points = corners(path)
    return sum(x * v - u * y for (x, y), (u, v) in zip(points, [*points[1:], points[0]], strict=True)) / 2


@pytest.mark.parametrize("body", get_args(Body))
@pytest.mark.parametrize("tip", TIPS)
def test_the_tail_ends_at_its_tip_and_the_body_keeps_its_box(body: Body, tip: Point) -> None:
    plain, whole = bubble(BOX, body, 30, None, 40, 0.1), bubble(BOX, body, 30, tip, 40, 0.1)
    assert tuple(tip) in corners(whole)
    assert BOX.contains(plain.bounds(), 12)  # a cloud's lumps
    assert whole.bounds() == pytest.approx(plain.bounds().union(Rect(tip.x, tip.y, 0, 0)), abs=12)
    assert area(whole) > area(plain) * 0.99 > 0, "the tail is added to the body, and nothing is lost"


@pytest.mark.parametrize("body", get_args(Body))
def test_words_have_room_inside_the_outline(body: Body) -> None:
    inner = room(BOX, body, 30)
    points = corners(bubble(BOX, body, 30, None, 0, 0))
    assert not [p for p in points if inner.x < p[0] < inner.right and inner.y < p[1] < inner.bottom]
    assert inner.width * inner.height > 0.3 * BOX.width * BOX.height


def test_it_is_mirrored_with_its_tail_and_words_stand_inside() -> None:
    text = HEAD + element(
        "bubble", "call", fill="ink", start="20mm", width="100mm", top="20mm", height="60mm", tail="@"
    )
    text = text.replace('"@"', '["10%", "150%"]') + element(
        "text", "slogan", show="slogan", inside="call", fill="paper"
    )
    mm = 72 / 25.4
    english, arabic = composed(text, content(("en", "Peace"))), composed(text, content(("ar", "سلام")))
    width = english.scenes[0].trim.width
    tip = max(corners(paths(english)[0].path), key=lambda point: point[1])
    assert tip == pytest.approx((30 * mm, 110 * mm), abs=0.02)
    assert max(corners(paths(arabic)[0].path), key=lambda point: point[1]) == pytest.approx(
        (width - 30 * mm, 110 * mm), abs=0.02
    )
    assert Rect(20 * mm, 20 * mm, 100 * mm, 60 * mm).contains(blocks(english)["slogan"].box)


def test_a_tail_that_ends_inside_is_refused() -> None:
    with pytest.raises(InputError, match="the tail ends inside the bubble"):
        checked(Bubble, {"id": "a", "type": "bubble", "fill": "ink", "tail": ["50%", "60%"]})
