"""Lines from top to bottom: what stands, what is turned, and in which order."""

from __future__ import annotations

import pytest

from placards.text.shape import is_upright

from .support import harfbuzz, ours, set_text


def test_ideographs_stand_and_latin_is_turned() -> None:
    paragraph, line = set_text("平和 OK", "ja", vertical=True)
    upright = {paragraph.text[run.start : run.end].strip(): is_upright(run, paragraph.text) for run in line.runs}
    assert upright == {"平和": True, "OK": False}


@pytest.mark.parametrize(
    ("text", "language"), [("平和、「世界」ー", "ja"), ("和平，世界。", "zh-Hant"), ("평화!", "ko")]
)
def test_upright_glyphs_are_harfbuzz_s_vertical_ones(text: str, language: str) -> None:
    _, line = set_text(text, language, vertical=True)
    for run in line.runs:
        assert ours(run) == harfbuzz(text, run, language, "ttb")
        assert all(glyph.y_advance < 0 and glyph.x_advance == 0 for glyph in run.glyphs)


def test_vertical_punctuation_has_its_own_glyphs() -> None:
    across, down = (set_text("、「ー", "ja", vertical=vertical)[1] for vertical in (False, True))
    ids = [[glyph.id for run in line.runs for glyph in run.glyphs] for line in (across, down)]
    assert all(one != other for one, other in zip(*ids, strict=True))


def test_mongolian_joins_along_the_line() -> None:
    text = "ᠮᠣᠩᠭᠣᠯ"
    paragraph, line = set_text(text, "mn-Mong", vertical=True)
    (run,) = line.runs
    assert ours(run) == harfbuzz(text, run, "mn-Mong", "ltr")
    assert not paragraph.missing(line)
    assert line.advance_em == pytest.approx(set_text(text, "mn-Mong")[1].advance_em)


def test_right_to_left_words_run_upwards() -> None:
    """A line turned clockwise: what stands left comes first, and Arabic keeps its letters' order and joins."""
    text = "平 سلام abc"
    _, across = set_text(text, "ja")
    _, down = set_text(text, "ja", vertical=True)
    assert [run.start for run in down.runs] == [run.start for run in across.runs]
    arabic = [next(run for run in line.runs if run.script == "Arab") for line in (across, down)]
    assert ours(arabic[0]) == ours(arabic[1]) == harfbuzz(text, arabic[0], "ja", "rtl")


def test_ink_of_a_turned_word_lies_along_the_line() -> None:
    _, across = set_text("HOPE", "en")
    _, down = set_text("HOPE", "en", vertical=True)
    assert down.ink_bottom_em - down.ink_top_em == pytest.approx(across.ink_right_em - across.ink_left_em)
    assert down.ink_right_em - down.ink_left_em == pytest.approx(across.ink_bottom_em - across.ink_top_em)
    assert down.ink_left_em < 0 < down.ink_right_em
