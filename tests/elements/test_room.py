"""The room that others leave: after their ink along the line, not less than an element wants, or none beside them."""

from __future__ import annotations

import pytest

from placards.scene.items import FillPath, Item, TextBlock
from placards.values.geometry import Rect

from ..compose.support import HEAD, composed, content, element

#: A slogan at the sheet's start, as large as half of the sheet lets it be.
SLOGAN = element(
    "text", "slogan", show="slogan", inside="sheet", start="0", width="50%", align="start", max_size="20pt"
)
WORDS = {"en": "Peace", "ar": "سلام"}


def items(fields: str, language: str = "en", slogan: str = SLOGAN) -> tuple[Item, ...]:
    return composed(HEAD + slogan + fields, content((language, WORDS[language]))).scenes[0].items


def boxes(found: tuple[Item, ...]) -> list[Rect]:
    return [item.path.bounds() for item in found if isinstance(item, FillPath)]


def ink(found: tuple[Item, ...]) -> Rect:
    (block,) = (item for item in found if isinstance(item, TextBlock))
    return block.lines[0].ink


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_field_after_the_slogan_takes_what_it_leaves_along_the_line(language: str) -> None:
    found = items(element("shape", "field", fill="ink", after="slogan", start="10pt", end="0", top="20%"), language)
    (field,), letters = boxes(found), ink(found)
    if language == "ar":
        assert field.right == pytest.approx(letters.x - 10)
    else:
        assert field.x == pytest.approx(letters.right + 10)
    assert field.width > 50


def test_one_that_has_less_room_than_it_wants_is_left_out_with_what_stands_in_it() -> None:
    def parts(least: str) -> str:
        field = element("shape", "field", fill="ink", below="slogan", bottom="0", top="10pt", least=least)
        return field + element("shape", "inner", fill="paper", inside="field", start="5pt", end="5pt", top="0")

    assert len(boxes(items(parts("5%")))) == 2
    assert boxes(items(parts("120vmin"))) == []


def test_one_of_two_stands_where_the_other_does_not() -> None:
    def parts(least: str) -> str:
        large = element("shape", "large", fill="ink", below="slogan", top="0", least=least)
        return large + element("shape", "small", fill="ink", below="slogan", height="9pt", top="0", unless="large")

    (large,) = boxes(items(parts("5%")))
    (small,) = boxes(items(parts("150vmin")))
    assert large.height > 9
    assert small.height == pytest.approx(9)


def test_what_is_wanted_may_be_small_where_nothing_is_said() -> None:
    (field,) = boxes(items(element("shape", "field", fill="ink", below="slogan", height="1pt", top="0")))
    assert field.height == pytest.approx(1)
