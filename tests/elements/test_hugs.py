"""A shape or a bubble that hugs a text is as high as its ink asks, in turned ones too; what hangs in one turned element
hangs before the turn."""

from __future__ import annotations

import pytest

from placards.problems.errors import PlacardsError
from placards.scene.items import FillPath, Group, Item
from placards.values.geometry import Rect

from ..compose.support import HEAD, blocks, composed, content, element, loaded

SLOGAN = element(
    "text", "slogan", show="slogan", inside="field", start="10%", end="10%", top="10%", bottom="20%", valign="top",
    max_size="20pt",
)  # fmt: skip
BOX = {"start": "10%", "end": "10%", "top": "10%", "bottom": "30%", "fill": "paper"}
FIELD = element("shape", "field", hugs="slogan", **BOX)
BUBBLE = element("bubble", "field", hugs="slogan", **BOX) + 'tail = ["30%", "140%"]\n'
TILT = element("shape", "tilt", fill="paper", rotate=20)


def outline(item: Item) -> Rect:
    while isinstance(item, Group):
        (item,) = item.items
    assert isinstance(item, FillPath)
    return item.path.bounds()


def drawn(text: str, number: int) -> tuple[Rect, Rect]:
    """An element's outline and the slogan's ink, before any turn."""
    made = composed(HEAD + text, content(("en", "Peace")))
    return outline(made.scenes[0].items[number]), blocks(made)["slogan"].lines[0].ink


@pytest.mark.parametrize(("tilt", "inside"), [("", ""), (TILT, 'inside = "tilt"\n')])
def test_it_is_as_far_from_the_ink_as_its_box_is_from_the_slot(tilt: str, inside: str) -> None:
    text, number = tilt + FIELD + inside + SLOGAN, 1 if tilt else 0
    hugging, ink = drawn(text, number)
    whole, _ = drawn(text.replace('hugs = "slogan"\n', ""), number)
    assert hugging.y == pytest.approx(whole.y)  # the letters hang from the slot's top
    assert hugging.bottom == pytest.approx(ink.bottom + 0.2 * whole.height)
    assert hugging.bottom < whole.bottom - 10
    assert (hugging.x, hugging.width) == pytest.approx((whole.x, whole.width))


def test_a_bubbles_tail_keeps_its_length() -> None:
    short, ink = drawn(BUBBLE + SLOGAN, 0)
    whole, _ = drawn((BUBBLE + SLOGAN).replace('hugs = "slogan"\n', ""), 0)
    shorter, _ = drawn(BUBBLE.replace("140%", "120%") + SLOGAN, 0)
    assert short.bottom - shorter.bottom == pytest.approx(0.2 * whole.height / 1.4, abs=0.1)
    assert shorter.bottom > ink.bottom
    assert short.bottom < whole.bottom - 10


def test_what_turns_together_hangs_from_the_ink_before_the_turn() -> None:
    below = element("shape", "below", inside="tilt", below="slogan", fill="ink", top="0", height="10pt")
    hung, ink = drawn(TILT + SLOGAN.replace("field", "tilt") + below, 2)
    assert hung.y == pytest.approx(ink.bottom)


@pytest.mark.parametrize("name", ["slogann", "field"])
def test_what_it_hugs_stands_after_it(name: str) -> None:
    with pytest.raises(PlacardsError) as caught:
        loaded(HEAD + FIELD.replace('"slogan"', f'"{name}"') + SLOGAN)
    assert "element-not-after" in str(caught.value.diagnostics)
