"""Lines in an ellipse, a diamond, a triangle: every corner of their ink lies inside the figure."""

from __future__ import annotations

from math import hypot

import pytest

from placards.layout.fit import FitRule, fit
from placards.layout.shaped import Figure, fit_into
from placards.layout.text_block import BlockStyle, place_block
from placards.problems.errors import FitError
from placards.values.color import BLACK
from placards.values.geometry import Rect

from .measure import placed_ink
from .test_fit import prepared

BOX = Rect(100, 50, 600, 400)
TEXTS = [
    ("en", "No one is free until all are free"), ("ar", "لا أحد حر حتى يتحرر الجميع"), ("ur", "جب تک سب آزاد نہیں"),
    ("th", "ไม่มีใครเป็นอิสระจนกว่าทุกคนจะเป็นอิสระ"), ("ja", "誰もが自由になるまで誰も自由ではない"), ("hi", "पानी ही जीवन है"), ("en", "Peace"),
]  # fmt: skip


def outside(figure: Figure, x: float, y: float) -> float:
    """How far a point lies outside a figure; the box is from -1 to 1 in both directions."""
    if figure == "ellipse":
        return hypot(x, y) - 1
    if figure == "diamond":
        return abs(x) + abs(y) - 1
    return max(abs(x) - (y + 1) / 2, y - 1)


@pytest.mark.parametrize("figure", ["ellipse", "diamond", "triangle"])
@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_all_ink_lies_in_the_figure_and_reaches_it_somewhere(language: str, text: str, figure: Figure) -> None:
    message = prepared(text, language)
    fitted, inner = fit_into(message, BOX, FitRule(min_size=1), figure)
    block = place_block(fitted, inner, BlockStyle(BLACK, "slogan", "slot"), text)
    corners = [
        ((x - BOX.x) / BOX.width * 2 - 1, (y - BOX.y) / BOX.height * 2 - 1)
        for line in placed_ink(block)
        for left, top, right, bottom in line
        for x in (left, right)
        for y in (top, bottom)
    ]
    far = max(outside(figure, x, y) for x, y in corners)
    assert far < 1e-6
    assert far > -0.35, "the figure is used"


def test_lines_follow_the_figure_so_that_letters_are_larger_than_in_the_box_inside_it() -> None:
    message = prepared("No one is free until all are free", "en")
    inner = Rect(0, 0, BOX.width / 2**0.5, BOX.height / 2**0.5)
    in_the_ellipse, _ = fit_into(message, BOX, FitRule(min_size=1), "ellipse")
    assert in_the_ellipse.size >= 0.99 * fit(message, inner, FitRule(min_size=1)).size


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(FitError, match=r"needs? .*pt|pt"):
        fit_into(prepared("Internationalisation", "en"), BOX, FitRule(min_size=500), "diamond")
