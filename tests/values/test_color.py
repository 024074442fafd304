"""Colours as people write them."""

from __future__ import annotations

import pytest

from placards.problems.errors import InputError
from placards.values.color import BLACK, WHITE, Color, contrast, parse_hex


def test_hex() -> None:
    assert parse_hex("#d81e05").rgb == pytest.approx((216 / 255, 30 / 255, 5 / 255))
    assert parse_hex("#FFF") == WHITE
    assert parse_hex("#0057b7").hex == "#0057b7"


@pytest.mark.parametrize("text", ["", "red", "#12", "#1234", "d81e05", "#d81e0g", "#d81e05 ", "#d81e05ff"])
def test_what_is_no_colour(text: str) -> None:
    with pytest.raises(InputError, match="is not a colour") as caught:
        parse_hex(text)
    assert caught.value.code == "color-unknown"
    assert "#d81e05" in caught.value.remedy


def test_contrast_as_in_wcag() -> None:
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(Color((0.5, 0.5, 0.5)), WHITE) == pytest.approx(3.98, abs=0.01)
    assert contrast(WHITE, WHITE) == 1
