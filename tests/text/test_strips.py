"""A glyph of Nastaliq in strips: all of its ink and less than its box; another font's glyph is one box."""

from __future__ import annotations

import pytest

from placards.layout.fit import prepare_message
from placards.text.font import Font
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.text.strips import strips


def glyphs(text: str, language: str) -> list[tuple[Font, int]]:
    paragraph = prepare_message(text, TextStyle(language, "display"), shipped_fonts()).paragraph
    return [(run.font, glyph.id) for run in paragraph.runs_of(0, len(text)) for glyph in run.glyphs]


@pytest.mark.parametrize("text", ["جنگ بند کرو", "کشمیر کو بولنے دو"])
def test_strips_hold_the_ink_and_leave_what_a_stroke_leaves(text: str) -> None:
    smaller = 0
    for font, glyph in glyphs(text, "ur"):
        ink, found = font.extents(glyph), strips(font, glyph)
        if ink.left == ink.right:
            continue
        assert max(strip.top for strip in found) == ink.top
        assert min(strip.bottom for strip in found) == ink.bottom
        assert min(strip.left for strip in found) == ink.left
        assert 0 <= ink.right - max(strip.right for strip in found) <= 2  # boxes are rounded outwards
        for kind, *values in font.segments(glyph):
            for x, y in zip(values[-2::2], values[-1::2], strict=True) if kind in "ML" else ():
                assert any(s.left <= x <= s.right and s.bottom <= y <= s.top for s in found), (glyph, x, y)
        area = sum((strip.right - strip.left) * (strip.top - strip.bottom) for strip in found)
        smaller += area < 0.8 * (ink.right - ink.left) * (ink.top - ink.bottom)
    assert smaller >= 2


def test_other_letters_are_one_box() -> None:
    for font, glyph in glyphs("Kraft", "en"):
        assert strips(font, glyph) == (font.extents(glyph),)
