"""A paragraph's lines: whole-text context, hyphens, ink."""

from __future__ import annotations

import pytest

from placards.text.shape import Missing

from .support import harfbuzz, names_of, ours, set_text


@pytest.mark.parametrize(("text", "language"), [("السلام عليكم", "ar"), ("اردو زبان", "ur"), ("ᠮᠣᠷᠢ", "mn-Mong")])
def test_a_word_cut_anywhere_keeps_its_forms(text: str, language: str) -> None:
    paragraph, whole = set_text(text, language, "text" if language != "ur" else "Noto Sans Arabic")
    lam_alef = text.find("لا") + 1
    for at in range(1, len(text)):
        if at != lam_alef:  # two letters of one ligature
            assert names_of(paragraph.line(0, at)) + names_of(paragraph.line(at, len(text))) == names_of(whole)


def test_a_line_that_ends_at_a_soft_hyphen_shows_one() -> None:
    text = "soli\u00addarity"
    paragraph, whole = set_text(text, "en")
    head = paragraph.line(0, 5)
    hyphen = head.runs[-1].font.glyph(0x2010)
    assert head.runs[-1].glyphs[-1].id == hyphen
    assert hyphen not in [glyph.id for glyph in whole.runs[0].glyphs]
    assert paragraph.text == text


@pytest.mark.parametrize(("text", "language"), [("สันติ\u00adภาพ", "th"), ("शान्\u00adति", "hi"), ("ሰላ\u00adም", "am")])
@pytest.mark.parametrize("role", ["text", "display"])
def test_no_hyphen_is_a_box(text: str, language: str, role: str) -> None:
    paragraph, _ = set_text(text, language, role)
    end = text.index("\u00ad") + 1
    head = paragraph.line(0, end)
    assert not paragraph.missing(head)
    assert all(glyph.id for run in head.runs for glyph in run.glyphs)
    assert next(glyph for run in head.runs for glyph in run.glyphs if glyph.cluster == end - 1).x_advance > 0


def test_spaces_at_a_line_s_end_take_the_paragraph_s_level() -> None:
    paragraph, _ = set_text("سلام abc def", "ar")
    line = paragraph.line(0, 9)  # "سلام abc "
    assert [(run.start, run.end, run.level) for run in line.runs] == [(8, 9, 1), (5, 8, 2), (0, 5, 1)]


def test_ink_is_what_the_glyphs_draw() -> None:
    _, line = set_text("Ångström ہے", "en")
    pen = 0.0
    xs, ys = [], []
    for run in line.runs:
        for glyph in run.glyphs:
            for segment in run.font.segments(glyph.id):
                points = [value for value in segment[1:] if not isinstance(value, str)]
                # Ends of segments are on the outline; control points need not be.
                for x, y in zip(points[-2::2], points[-1::2], strict=True):
                    xs.append(pen + (glyph.x_offset + x) / run.font.upem)
                    ys.append(-(glyph.y_offset + y) / run.font.upem)
            pen += glyph.x_advance / run.font.upem
    assert line.advance_em == pytest.approx(pen)
    near = pytest.approx
    assert (line.ink_left_em, line.ink_right_em) == (near(min(xs), abs=0.01), near(max(xs), abs=0.01))
    assert (line.ink_top_em, line.ink_bottom_em) == (near(min(ys), abs=0.01), near(max(ys), abs=0.01))


def test_a_line_of_spaces_has_no_ink() -> None:
    _, line = set_text("   ", "en")
    assert line.advance_em > 0
    assert (line.ink_left_em, line.ink_right_em, line.ink_top_em, line.ink_bottom_em) == (0, 0, 0, 0)


def test_an_empty_text_is_an_empty_line() -> None:
    paragraph, line = set_text("", "en")
    assert line.runs == ()
    assert paragraph.runs == ()


@pytest.mark.parametrize("language", ["sr", "bg", "mr", "ro", "fa", "ur", "zh-Hant", "tr"])
def test_language_reaches_harfbuzz(language: str) -> None:
    text = "бгдпт शल şţ ۴۶۷ 骨直 fi"
    _, line = set_text(text, language)
    for run in line.runs:
        assert ours(run) == harfbuzz(text, run, language)


def test_missing_is_a_plain_value() -> None:
    assert Missing("ḍ", 3, "notdef").code_point == "U+1E0D"
    assert len({Missing("a", 1, "notdef"), Missing("a", 1, "notdef")}) == 1


def test_the_burmese_prefix_stays_with_its_noun() -> None:
    from placards.text.breaks import line_break_ends

    text = "ယခုချက်ချင်း အပစ်အခတ်ရပ်ပါ"
    ends = line_break_ends(text, "my")
    assert "အ" not in [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    assert len(ends) > 3
