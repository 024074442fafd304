"""A text's own direction, and the rules that need lines."""

from __future__ import annotations

import pytest

from placards.text.bidi import base_level, line_levels, mirrored, resolve_levels, visual_order
from tests.text.support import set_text


@pytest.mark.parametrize(
    ("text", "rtl", "level"),
    [
        ("Free Palestine!", True, 0),  # English in an Arabic slot runs as English does
        ("سلام", False, 1),
        ("Free فلسطين", True, 1),
        ("Free فلسطين", False, 0),
        ("14–15!", True, 1),  # nothing that has a direction takes the language's
        ("14–15!", False, 0),
        ("Free فلسطين", None, 0),  # unknown: the first letter
        ("فلسطين Free", None, 1),
        ("123", None, 0),
    ],
)
def test_a_text_of_one_direction_has_it_and_others_take_the_language_s(text: str, rtl: bool | None, level: int) -> None:
    assert base_level(text, rtl) == level


def test_the_exclamation_mark_of_an_english_text_stays_at_its_end() -> None:
    paragraph, line = set_text("Free Palestine!", "ar")
    assert paragraph.base_level == 0
    assert max(line.runs, key=lambda run: run.start).end == len("Free Palestine!")
    assert line.runs[-1].end == len("Free Palestine!")


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("אב 12 ", 1, [1, 1, 1, 2, 2, 1]),  # spaces at the end take the paragraph's level
        ("אב 12 \tג", 0, [1, 1, 1, 2, 2, 0, 0, 1]),  # and those before a tab, and the tab (L1)
        ("ab \u2029", 1, [2, 2, 1, 1]),
    ],
)
def test_white_space_takes_the_paragraph_s_level_at_ends_and_separators(
    text: str, base: int, levels: list[int]
) -> None:
    assert line_levels(*resolve_levels(text, base), base) == levels


def test_visual_order_turns_odd_levels_round() -> None:
    assert visual_order([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
    assert visual_order([2, 2]) == [0, 1]
    assert visual_order([]) == []


def test_brackets_have_a_partner_and_letters_have_none() -> None:
    assert [mirrored(char) for char in "(»a"] == [")", "«", "a"]
