"""What a person asks for is a word of a few, and a size as people write it."""

from __future__ import annotations

import pytest

from placards.campaign.derived.extras import Extras, parse_bytes
from placards.campaign.derived.names import name_part, named_apart
from placards.problems.errors import InputError


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("100MB", 100_000_000), ("25 mb", 25_000_000), ("1.5GB", 1_500_000_000), ("1,5 GiB", 1_610_612_736),
        (" 900k ", 900_000), ("2M", 2_000_000), ("4000000", 4_000_000), ("4000000 bytes", 4_000_000),
        ("64KiB", 65_536),
    ],
)  # fmt: skip
def test_sizes_as_people_write_them(text: str, count: int) -> None:
    assert parse_bytes(text) == count


@pytest.mark.parametrize("text", ["", "much", "-5MB", "5 TB", "1.2.3", "MB", "1e9", "5i", "٥MB x"])
def test_what_is_no_size_is_said(text: str) -> None:
    with pytest.raises(InputError, match="no size of a file") as raised:
        parse_bytes(text)
    assert "100MB" in raised.value.remedy


def test_what_cannot_be_asked_for() -> None:
    with pytest.raises(InputError, match="“langage” is nothing") as raised:
        Extras(zip="langage")
    assert "language" in raised.value.remedy
    with pytest.raises(InputError, match="--bundle"):
        Extras(bundle="day")
    for count in (99_999, 4_000_000_001):
        with pytest.raises(InputError, match="cannot be limited"):
            Extras(zip="language", zip_limit=count)


def test_names_are_in_peoples_own_script_and_apart() -> None:
    assert name_part("Wasser ist Leben!") == "wasser-ist-leben"
    assert name_part("पानी ही जीवन है") == "पानी-ही-जीवन-है"
    assert name_part("../../etc") == "etc"
    assert name_part("con") == "con_", "Windows keeps that name for a device"
    assert len(name_part("long " * 50)) <= 40
    keys = [("d", "A b"), ("d", "a-b"), ("d", "a B"), ("", "…")]
    assert list(named_apart(keys).values()) == ["d-a-b", "d-a-b-2", "d-a-b-3", "other"]
