"""A line on an arc: letters stand upright to the circle in their order, and scripts that join stay straight."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, hypot

import pytest

from placards.layout.arc import Arc, bends, place_on_arc, straight_box
from placards.layout.text_block import BlockStyle
from placards.problems.errors import FitError
from placards.scene.items import TextBlock
from placards.values.color import BLACK
from placards.values.geometry import Point, Rect

from .test_fit import prepared

BOX = Rect(0, 0, 400, 400)
MIDDLE = Point(200, 200)
BENT = [("en", "Water is life"), ("he", "מים הם חיים"), ("ru", "Вода — это жизнь"), ("th", "น้ำคือชีวิต"), ("ja", "水は命"),
        ("vi", "Nước là sự sống"), ("am", "ውሃ ሕይወት ነው")]  # fmt: skip
STRAIGHT = [
    ("ar", "الماء حياة"),
    ("ur", "پانی زندگی ہے"),
    ("hi", "जल ही जीवन है"),
    ("bn", "জলই জীবন"),
    ("mn-Mong", "ᠤᠰᠤ"),
]


def on_arc(language: str, text: str, side: str = "top", most: float = 1000, sweep: float = 150) -> TextBlock:
    style = BlockStyle(BLACK, "slogan", "slot", min_size=2)
    return place_on_arc(prepared(text, language), BOX, style, text, Arc(side, sweep), most)  # type: ignore[arg-type]


@pytest.mark.parametrize("side", ["top", "bottom"])
@pytest.mark.parametrize(("language", "text"), BENT)
def test_baselines_lie_on_one_circle_and_letters_keep_their_order(language: str, text: str, side: str) -> None:
    (line,) = on_arc(language, text, side).lines
    middles = []
    for placed in line.runs:
        x, y = placed.matrix.point(placed.run.advance / 2, 0)
        middles.append((line.origin.x + x - MIDDLE.x, line.origin.y + y - MIDDLE.y))
    radii = [hypot(x, y) for x, y in middles]
    assert max(radii) - min(radii) < 1e-6
    angles = [atan2(x, -y if side == "top" else y) for x, y in middles]
    assert all(first < second for first, second in pairwise(angles)), "from left to right, as on a straight line"
    assert all(-1.32 < angle < 1.32 for angle in angles), "inside the sweep"
    whole = prepared(text, language).paragraph
    drawn = [glyph.id for placed in line.runs for glyph in placed.run.glyphs]
    assert drawn == [glyph.id for run in whole.line(0, len(text)).runs for glyph in run.glyphs]


@pytest.mark.parametrize("side", ["top", "bottom"])
@pytest.mark.parametrize(("language", "text"), BENT)
def test_the_ink_stays_in_the_circle(language: str, text: str, side: str) -> None:
    (line,) = on_arc(language, text, side).lines
    for placed in line.runs:
        for glyph, x, y in placed.run.pens():
            for segment in placed.run.font.segments(glyph):
                for at in range(1, len(segment), 2):
                    gx, gy = placed.matrix.point(x + segment[at], y + segment[at + 1])  # type: ignore[operator,misc]
                    assert hypot(line.origin.x + gx - 200, line.origin.y + gy - 200) < 200.01
    assert BOX.contains(line.ink, 0.01)


@pytest.mark.parametrize(("language", "text"), STRAIGHT)
def test_scripts_whose_letters_join_do_not_bend(language: str, text: str) -> None:
    assert not bends(prepared(text, language))
    box = straight_box(BOX, Arc("top", 150))
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    assert all(hypot(x - 200, y - 200) <= 200.001 for x, y in corners), "the straight line stands in the circle"


def test_a_short_text_is_no_larger_than_allowed_and_a_long_one_no_smaller() -> None:
    assert on_arc("en", "Go", most=30).lines[0].size == pytest.approx(30)
    with pytest.raises(FitError):
        on_arc("en", "A very long line of words " * 40)
