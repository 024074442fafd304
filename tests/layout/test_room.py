"""Translators are told how much room there is on a placard, and why a text cannot be read there."""

from __future__ import annotations

import pytest

from placards.layout.room import measured_room, unreadable


@pytest.mark.parametrize(
    ("text", "language"),
    [("Peace now", "en"), ("السلام الآن", "ar"), ("No justice, no peace, no rest", "en"), ("平和", "ja")],
)
def test_room_in_lines_and_letters(text: str, language: str) -> None:
    said = measured_room(text, language)
    start, rest = said.split(" of about ")
    lines = int(start.removeprefix("Room on A3: fits ").split()[0])
    letters = int(rest.split()[0])
    assert said.endswith("at full size; a longer text is set smaller")
    assert 1 <= lines <= 12
    assert lines * letters >= len(text) * 0.8
    assert "1 lines" not in said


def test_one_line_in_the_singular() -> None:
    assert measured_room("W", "en").startswith("Room on A3: fits 1 line of about 1 letter at full size")


def test_nothing_is_said_of_what_cannot_be_set() -> None:
    assert measured_room("", "en") == ""
    assert measured_room("x" * 3000, "en") == ""


def test_what_cannot_be_read_says_why() -> None:
    assert unreadable("Peace now", "en") == ""
    assert "does not fit" in unreadable("All human beings are born free and equal in dignity and rights. " * 20, "en")
    assert unreadable("", "en") == "the text is empty"
