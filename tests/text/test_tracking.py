"""Space between letters: only where they stand apart, and never inside a cluster."""

from __future__ import annotations

import pytest

from placards.text.fontset import shipped_fonts
from placards.text.shape import Paragraph, TextStyle, prepare


def paragraph(text: str, language: str, tracking: float) -> Paragraph:
    return prepare(text, TextStyle(language, "display", tracking=tracking), shipped_fonts())


def glyphs(text: str, language: str, tracking: float) -> list[tuple[int, int]]:
    made = paragraph(text, language, tracking)
    return [(glyph.id, glyph.x_advance) for run in made.line(0, len(text)).runs for glyph in run.glyphs]


@pytest.mark.parametrize(
    ("language", "text", "letters"),
    [
        ("en", "Peace", 5),
        ("ru", "Мир", 3),
        ("he", "שָׁלוֹם", 4),
        ("th", "สันติ", 3),
        ("ja", "平和", 2),
        ("vi", "Hòa bình", 8),
    ],
)
def test_letters_move_apart_and_marks_stay(language: str, text: str, letters: int) -> None:
    plain, spaced = glyphs(text, language, 0), glyphs(text, language, 0.1)
    assert [glyph for glyph, _ in plain] == [glyph for glyph, _ in spaced]
    wider = [after - before for (_, before), (_, after) in zip(plain, spaced, strict=True)]
    upem = paragraph(text, language, 0).runs[0].font.upem
    assert sorted(set(wider) - {0}) == [round(0.1 * upem)]
    assert sum(gap > 0 for gap in wider) == letters


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "سلام"), ("ur", "امن"), ("hi", "शांति"), ("bn", "শান্তি"), ("mn-Mong", "ᠡᠩᠬᠡ")]
)
def test_letters_that_join_stay_together(language: str, text: str) -> None:
    assert glyphs(text, language, 0) == glyphs(text, language, 0.1)


def test_spaced_letters_are_no_ligatures() -> None:
    style = TextStyle("en", "text", tracking=0.1)
    made = prepare("office", style, shipped_fonts())
    assert sum(len(run.glyphs) for run in made.line(0, 6).runs) == 6
