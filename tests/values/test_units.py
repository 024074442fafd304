"""Lengths as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.problems.errors import InputError
from placards.values.units import POINTS_PER_UNIT, Length, parse_length, points_to_mm


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("72pt", 72), ("1in", 72), ("25.4mm", 72), ("2.54cm", 72), ("0.0254m", 72), ("96px", 72), ("1ft", 864),
        ("0", 0), (" 0 ", 0), ("-3mm", -8.503937), (" 12 pt ", 12), ("1.5in", 108),
    ],
)  # fmt: skip
def test_absolute(text: str, points: float) -> None:
    assert parse_length(text).points() == pytest.approx(points)


def test_relative() -> None:
    assert parse_length("5%").points(reference=200) == 10
    assert parse_length("5vmin").points(reference=200, shorter_side=100) == 5
    assert parse_length("5%").points(reference=200, shorter_side=100) == 10


@pytest.mark.parametrize(
    "text",
    ["", "12", "mm", "12 m m", "12em", "1e3mm", "12MM", "--3mm", "1,5mm", "1.mm", ".5mm", "5%%", "nanmm", "infpt"],
)
def test_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_length(text)
    assert f"“{text}”" in str(caught.value)
    assert "mm" in caught.value.remedy


@given(st.floats(-1e4, 1e4).map(lambda v: round(v, 3)), st.sampled_from([*POINTS_PER_UNIT, "%", "vmin"]))
def test_text_of_a_length_reads_back(value: float, unit: str) -> None:
    length = Length(float(f"{value:g}"), unit)
    again = parse_length(str(length)) if "e" not in str(length) else length
    assert again == length or (length.value == 0 and again.value == 0)


def test_points_to_mm() -> None:
    assert points_to_mm(72) == pytest.approx(25.4)
