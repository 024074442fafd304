"""Digits by name."""

from __future__ import annotations

import pytest

from placards.locale.digits import DIGITS, check_digits, with_digits
from placards.problems.errors import InputError


@pytest.mark.parametrize("digits", sorted(DIGITS))
def test_all_ten_digits_are_written_anew_and_read_back(digits: str) -> None:
    check_digits(digits)
    text = with_digits("0123456789", digits)
    assert [int(char) for char in text] == list(range(10))
    assert with_digits(text, "latin") == "0123456789"


def test_digits_of_an_unknown_set_are_refused_with_the_nearest() -> None:  # defects.md 35
    with pytest.raises(InputError, match=r"there are no digits “persain”\. Did you mean “persian”"):
        check_digits("persain")
    with pytest.raises(InputError, match="there are no digits “roman”"):
        check_digits("roman")
