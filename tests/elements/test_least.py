"""Art, shapes and grounds of the room that others leave are large enough, or left out."""

from __future__ import annotations

import pytest

from placards.problems.errors import InputError
from placards.scene.items import FillPath

from ..compose.support import HEAD, composed, content, element

SLOGAN = element(
    "text", "slogan", show="slogan", start="0", end="0", top="0", height="60%", valign="top", max_size="20vmin"
)


def filled(least: str, text: str = "Peace") -> int:
    field = element("shape", "field", fill="ink", below="slogan", top="0", bottom="0", least=least)
    items = composed(HEAD + SLOGAN + field, content(("en", text))).scenes[0].items
    return sum(isinstance(item, FillPath) for item in items)


def test_a_field_is_left_out_where_its_room_is_lower_than_it_may_be() -> None:
    assert filled("1vmin") == 1
    assert filled("100vmin") == 1, "a short slogan leaves more than the shorter side of the sheet"
    assert filled("139vmin") == 0


def test_a_longer_slogan_takes_the_room() -> None:
    assert filled("100vmin", "Peace and bread and roses for everybody who lives here") == 0


def test_it_means_nothing_for_what_is_never_left_out() -> None:
    with pytest.raises(InputError, match="least means something for art"):
        composed(HEAD + element("text", "slogan", show="slogan", least="5vmin"), content(("en", "Peace")))


def test_in_a_box_of_its_own_it_is_left_out_too() -> None:
    field = element("shape", "field", fill="ink", top="0", height="1vmin", least="5vmin")
    items = composed(HEAD + SLOGAN + field, content(("en", "Peace"))).scenes[0].items
    assert sum(isinstance(item, FillPath) for item in items) == 0
