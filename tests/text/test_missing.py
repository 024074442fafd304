"""Boxes, inserted dotted circles and marks without letters are found, whatever else the text holds."""

from __future__ import annotations

import pytest

from placards.layout.fit import FitRule, fit, prepare_message
from placards.layout.text_block import BlockStyle, place_block
from placards.problems.errors import TextError
from placards.scene.check import missing_glyphs
from placards.text.clean import clean, settable
from placards.text.fontset import shipped_fonts
from placards.text.missing import is_stray
from placards.text.shape import TextStyle
from placards.values.color import BLACK
from placards.values.geometry import Rect, Size

from .support import set_text


def kinds(text: str, language: str) -> list[tuple[str, str]]:
    paragraph, line = set_text(text, language)
    return [(found.char, found.kind) for found in paragraph.missing(line)]


def test_a_typed_circle_hides_no_inserted_one() -> None:  # defects.md 8
    assert kinds("◌ ि", "hi") == [("ि", "dotted-circle")]
    assert kinds("ि ◌ि", "hi") == [("ि", "dotted-circle")]
    assert kinds("◌ि ◌ा", "hi") == []
    assert kinds("◌", "en") == []


def test_the_checker_sees_it_too() -> None:  # defects.md 8
    message = prepare_message("◌ क ि", TextStyle("hi"), shipped_fonts())
    box = Rect(0, 0, 300, 300)
    block = place_block(fit(message, Size(300, 300), FitRule()), box, BlockStyle(BLACK, "slogan", "s"), "◌ क ि")
    found = list(missing_glyphs(block))
    assert [(missing.char, missing.boxed) for missing in found] == [("ि", False)]
    assert "a mark stands without its letter at “ि” (U+093F)" in str(found[0])


@pytest.mark.parametrize("text", ["\u0301", "\u0301Peace", "Peace\n\u0301now", "\u20e3a"])
def test_a_mark_at_a_line_s_start_is_refused(text: str) -> None:  # defects.md 8
    with pytest.raises(TextError, match=r"character \d+ of the text, U\+\w{4}, is a mark without a letter") as caught:
        clean(text)
    assert caught.value.code == "text-lone-mark" or text == "\u0301"
    assert caught.value.remedy


def test_a_mark_at_a_line_s_start_is_missing_its_letter() -> None:
    [(char, kind)] = kinds("\u0301Peace", "en")  # the shaper puts a circle in where the font has one
    assert (char, kind) in (("\u0301", "stray-mark"), ("\u0301", "dotted-circle"))
    assert is_stray("\u0301Peace", 0)
    assert kinds("Pe\u0301ace", "en") == []


def test_a_mark_on_a_space_is_said_and_never_begins_a_line() -> None:
    text = "ten\u0303 \u0303ama patsr"
    assert [found.code for found in settable(text).warnings] == ["text-mark-on-space"]
    message = prepare_message(text, TextStyle("ame"), shipped_fonts())
    assert all(message.paragraph.text[end : end + 1] != "\u0303" for end in message.ends)


def test_a_missing_glyph_names_its_font() -> None:
    paragraph, line = set_text("\U0001f9ff\ue123", "en")
    assert [(found.kind, found.code_point) for found in paragraph.missing(line)][-1] == ("notdef", "U+E123")
    assert all(found.font.endswith((".ttf", ".otf")) for found in paragraph.missing(line))


@pytest.mark.parametrize("text", ["\ufe0fHello", "\ufe0f\ufe0fسلام", "a \ufe0e b", "\U000e0100x"])
def test_a_selector_behind_nothing_is_taken_out(text: str) -> None:  # defects.md 23
    result = settable(text)
    assert [found.code for found in result.warnings] == ["text-selector"]
    assert not set(result.text) & set("\ufe0e\ufe0f\U000e0100")


@pytest.mark.parametrize(
    ("text", "language"), [("\ufe0fHello", "en"), ("\ufe0f❤", "en"), ("\u200d👩", "en"), ("❤\u200d", "en")]
)
def test_what_draws_nothing_takes_its_neighbour_s_font(text: str, language: str) -> None:  # defects.md 23
    _paragraph, line = set_text(text, language)
    assert len({run.font for run in line.runs}) == 1
    assert all(run.glyphs for run in line.runs)


def test_emoji_sequences_keep_their_selectors() -> None:
    assert settable("❤️ peace").text == "❤️ peace"
    assert settable("❤️ peace").warnings == ()
