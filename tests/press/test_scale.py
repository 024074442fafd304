"""From which length on a file is drawn smaller than what is printed of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.press.scale import scale_of
from placards.problems.errors import InputError
from placards.values.profile import HOME, Profile, Scale
from placards.values.sheet import parse_sheet


@pytest.mark.parametrize(
    ("size", "bleed_mm", "factor"),
    [
        ("a3", None, 1), ("300x100cm", None, 1), ("banner-5080x100mm", 0.0, 1), ("banner-5080x100mm", 1.0, 10),
        ("banner-5040x100mm", None, 1), ("banner-5041x100mm", None, 10), ("50x1m", None, 10),
    ],
)  # fmt: skip
def test_beyond_what_a_pdf_holds_files_are_smaller(size: str, bleed_mm: float | None, factor: int) -> None:
    assert scale_of(replace(HOME, bleed_mm=bleed_mm), parse_sheet(size)) == factor


def test_the_first_factor_that_is_enough_is_taken() -> None:
    shop = Profile("shop", scale=Scale(5000, (2, 4, 10)))
    assert [scale_of(shop, parse_sheet(f"{m}x1m")) for m in (4, 6, 12, 30)] == [1, 2, 4, 10]


def test_marks_take_paper_too() -> None:
    sheet = parse_sheet("banner-5070x100mm")
    assert scale_of(Profile("plain", bleed_mm=0.0), sheet) == 1
    assert scale_of(Profile("marked", bleed_mm=0.0, marks=True), sheet) == 10


def test_what_no_scale_brings_into_a_pdf_is_refused() -> None:
    with pytest.raises(InputError, match=r"12,040 mm .* 5,080 mm that “shop” holds, at any of its scales \(1:2\)"):
        scale_of(Profile("shop", scale=Scale(factors=(2,))), parse_sheet("12x1m"))
