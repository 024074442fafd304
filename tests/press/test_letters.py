"""The line beside a sheet, in the scripts of its slogan: never wider than its room."""

from __future__ import annotations

import pytest

from placards.elements.knockout import letters_path
from placards.press.letters import _clusters, _shortened, set_letters, set_within
from placards.text.fontset import shipped_fonts

SLOGANS = {
    "en": "There is no planet B", "ar": "لا كوكب بديل عن هذا الكوكب", "ur": "کوئی دوسرا سیارہ نہیں ہے",
    "ja": "代わりになる惑星はない", "hi": "कोई दूसरा ग्रह नहीं है", "th": "ไม่มีโลกสำรอง", "my": "ဒုတိယကမ္ဘာ မရှိပါ", "he": "אין כוכב ב",
    "am": "ሁለተኛ ምድር የለም", "ka": "სხვა პლანეტა არ არსებობს",
}  # fmt: skip


@pytest.mark.parametrize("language", SLOGANS)
def test_a_line_is_as_wide_as_its_room_at_most(language: str) -> None:
    parts = ["Rally 2026", language, SLOGANS[language], "a3"]
    whole = set_within(parts, language, 6, 1000, shipped_fonts())
    assert whole is not None
    for width in (whole.ink.width + 0.01, whole.ink.width * 0.7, 50.0):
        found = set_within(parts, language, 6, width, shipped_fonts())
        assert found is not None
        assert 0.5 * width < found.ink.width <= width


def test_what_has_no_room_at_all_is_nothing() -> None:
    assert set_within(["Rally", "en", "Peace", "a3"], "en", 6, 5, shipped_fonts()) is None


def test_empty_parts_are_left_out() -> None:
    fonts = shipped_fonts()
    assert set_within(["", "Peace", " "], "en", 6, 500, fonts) == set_within(["Peace"], "en", 6, 500, fonts)


def test_the_middle_is_left_out_and_marks_stay_with_their_letters() -> None:
    assert [_shortened(_clusters("Peace now"), most) for most in (9, 8, 5, 2, 1)] == [
        "Peace now", "Peac…now", "Pe…ow", "P…", "…",
    ]  # fmt: skip
    assert _shortened(_clusters("e\u0301e\u0301e\u0301e\u0301"), 3) == "e\u0301…e\u0301"


def test_the_box_of_the_ink_is_that_of_the_outlines() -> None:
    for language, slogan in SLOGANS.items():
        block = set_letters(slogan, language, 6, shipped_fonts()).block(100, 50)
        assert block.box.x == 100
        drawn = letters_path([block]).bounds()  # control points included
        assert block.box.contains(drawn, 0.3)
        assert drawn.contains(block.box, 0.3)


def test_parts_follow_each_other_in_the_direction_of_the_language() -> None:
    """A number beside Arabic letters does not wander into the next part."""
    line = set_within(["سلام 2026", "a3"], "ar", 6, 500, shipped_fonts())
    assert line is not None
    assert line.base_level == 1
    runs = [line.text[run.start : run.end].strip("\u2068\u2069 ·") for run in line.shaped.runs]
    assert [run for run in runs if run] == ["a3", "2026", "سلام"]
