"""One word as wide as its slot: the marked one or one that says something, cut a little by the edge, the rest small."""

from __future__ import annotations

import pytest

from placards.layout.fit import Fitted, prepare_message
from placards.layout.hero import CUT_EM, REST, hero
from placards.layout.stack import StackRule
from placards.layout.text_block import BlockStyle, place_block
from placards.scene.check import check_scene
from placards.scene.items import Metadata, Scene
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.text.spans import Span
from placards.values.color import BLACK
from placards.values.emphasis import read_marks
from placards.values.geometry import Rect, Size

#: A sheet of 700 × 1000, and a slot that reaches 20 past each side of it.
SLOT = Rect(-20, 0, 740, 1000)


def set_large(text: str, language: str, cut: float = 20.0) -> Fitted:
    plain, marked = read_marks(text)
    spans = [Span(start, end, emphasis="marked") for start, end in marked]
    message = prepare_message(plain, TextStyle(language, "display"), shipped_fonts(), spans)
    return hero(message, SLOT, StackRule(0.1), 0.8, cut)


def words(fitted: Fitted) -> dict[str, float]:
    text = fitted.paragraph.text
    return {text[line.line.start : line.line.end].strip(): line.size for line in fitted.lines}


@pytest.mark.parametrize(
    ("text", "language", "large"),
    [
        ("No one is free until all are *free*", "en", "free"),
        ("Stop the war", "en", "Stop"),
        ("لا *للحرب*", "ar", "للحرب"),
        ("*पानी* सबका अधिकार है", "hi", "पानी"),
        ("我们要*和平*", "zh-Hans", "和平"),
    ],
)
def test_one_word_is_large_and_the_others_are_small_and_equal(text: str, language: str, large: str) -> None:
    found = words(set_large(text, language))
    size = found.pop(large)
    assert len(set(found.values())) == 1
    assert max(found.values()) <= REST * size * 1.000001


# From afar, "War" alone says the contrary of what these messages say.
@pytest.mark.parametrize(
    ("text", "language", "large"),
    [
        ("No to war", "en", "No to"),
        ("No more war", "en", "No more"),
        ("End the siege", "en", "End"),
        ("لا للحرب", "ar", "لا"),
        ("جنگ بند کرو", "ur", "بند کرو"),
        ("युद्ध बंद करो", "hi", "बंद करो"),
        ("போர் வேண்டாம்", "ta", "வேண்டாம்"),
        ("전쟁 반대", "ko", "반대"),
        ("戦争反対", "ja", "反対"),
        ("Нет войне", "ru", "Нет"),
        ("Nein zum Krieg", "de", "Nein"),
    ],
)
def test_what_a_message_is_against_is_not_large(text: str, language: str, large: str) -> None:
    found = words(set_large(text, language))
    assert max(found, key=lambda word: found[word]) == large


def test_what_a_message_is_against_is_large_where_it_is_marked() -> None:
    found = words(set_large("No to *war*", "en"))
    assert max(found, key=lambda word: found[word]) == "war"


def test_its_ends_are_cut_by_the_edge_but_not_much_of_a_letter() -> None:
    fitted = set_large("Stop the war", "en")
    large = max(fitted.lines, key=lambda line: line.size)
    over = (large.along * large.size - 700) / 2
    assert 1 < over <= CUT_EM * large.size * 1.000001
    assert over <= 20.000001
    assert all(line.along * line.size <= 0.8 * 740 * 1.000001 for line in fitted.lines if line is not large)


@pytest.mark.parametrize(("cut", "wrong"), [(20.0, []), (0.0, ["scene-ink-outside-sheet"])])
def test_the_checker_lets_be_cut_what_is_meant_to_be(cut: float, wrong: list[str]) -> None:
    style = BlockStyle(BLACK, "slogan", "slot", cut=cut)
    block = place_block(set_large("Stop the war", "en"), SLOT, style, "Stop the war")
    scene = Scene(Size(700, 1000), (block,), Metadata("Stop", "en"))
    assert [found.code for found in check_scene(scene)] == wrong


def test_a_tall_word_does_not_rise_past_the_small_line_over_it() -> None:
    fitted = set_large("เรา *ต้องการ* อะไร", "th")
    block = place_block(fitted, SLOT, BlockStyle(BLACK, "slogan", "slot", valign="top", cut=20.0), "…")
    assert min(line.ink.y for line in block.lines) >= -1e-6
