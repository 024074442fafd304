"""Lines of one width: the block fills its slot in one direction, no line outgrows the others, and sense is kept."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from placards.layout.fit import Fitted, prepare_message
from placards.layout.stack import MARKED_RATIO, NASTALIQ_RATIO, RATIO, StackRule, stack
from placards.layout.text_block import BlockStyle, place_block
from placards.messages.trust.status import Status
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.text.spans import Span
from placards.values.color import BLACK
from placards.values.emphasis import read_marks
from placards.values.geometry import Rect

from ..jobs import messages as library
from .measure import placed_ink

BOXES = [Rect(0, 0, 700, 1000), Rect(0, 0, 1000, 400), Rect(0, 0, 500, 500)]
NO_SLOGANS = ("interface", "human-rights")
LANGUAGES = "en ar fa ur he hi bn ta ml th my km am zh-Hans ja ko ru vi yo de".split()


@cache
def messages(language: str) -> list[str]:
    """The shipped slogans of a language, the shortest first."""
    found = (library().message(slogan, language) for slogan in library().slogans() if slogan.pack not in NO_SLOGANS)
    return sorted((message.text for message in found if message.status is not Status.MISSING), key=len)


def stacked(text: str, language: str, box: Rect = BOXES[0], **rule: object) -> Fitted:
    plain, marked = read_marks(text)
    spans = [Span(start, end, emphasis="marked") for start, end in marked]
    message = prepare_message(plain, TextStyle(language, "display"), shipped_fonts(), spans)
    return stack(message, box, StackRule(**{"min_size": 0.1, **rule}))  # type: ignore[arg-type]


def placed(fitted: Fitted, box: Rect) -> TextBlock:
    return place_block(fitted, box, BlockStyle(BLACK, "slogan", "slot"), fitted.paragraph.text)


def lines_of(fitted: Fitted) -> list[str]:
    return [fitted.paragraph.text[line.line.start : line.line.end] for line in fitted.lines]


@pytest.mark.parametrize("box", BOXES, ids=["tall", "wide", "square"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stack_touches_its_slot_and_stays_inside(language: str, box: Rect) -> None:
    for text in messages(language)[::9]:
        fitted = stacked(text, language, box)
        block = placed(fitted, box)
        inks = [ink for line in placed_ink(block) for ink in line]
        grace = 1e-6 * box.width
        left, right = min(ink[0] for ink in inks), max(ink[2] for ink in inks)
        top, bottom = min(ink[1] for ink in inks), max(ink[3] for ink in inks)
        assert -grace <= left < right <= box.width + grace
        assert -grace <= top < bottom <= box.height + grace
        assert right - left > 0.999 * box.width or bottom - top > 0.999 * box.height, text
        words = "".join(lines_of(fitted)).replace(" ", "").replace("\u200b", "")
        assert words == fitted.paragraph.text.replace(" ", "").replace("\u200b", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_outgrows_the_others(language: str) -> None:
    for text in messages(language)[::5]:
        sizes = [line.size for line in stacked(text, language).lines]
        assert max(sizes) <= (NASTALIQ_RATIO if language == "ur" else RATIO) * min(sizes) * 1.000001


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_may_grow_are_as_wide_as_the_block(language: str) -> None:
    for text in messages(language)[::5]:
        fitted = stacked(text, language)
        smallest = min(line.size for line in fitted.lines)
        widest = max(line.along * line.size for line in fitted.lines)
        ratio = NASTALIQ_RATIO if language == "ur" else RATIO
        for line in fitted.lines:
            assert line.along * line.size > 0.999 * widest or line.size > 0.999 * ratio * smallest


def test_lines_keep_one_gap_measured_from_ink_to_ink() -> None:
    fitted = stacked("HUMAN RIGHTS FOR ALL PEOPLE EVERYWHERE", "en")
    inks = [line.ink for line in placed(fitted, BOXES[0]).lines]
    gaps = [lower.y - upper.bottom for upper, lower in pairwise(inks)]
    assert len(gaps) >= 2
    assert max(gaps) < 1.15 * min(gaps), gaps  # capitals without descenders: what the eye sees is what was asked


@pytest.mark.parametrize("text", ["جنگ بند کرو", "ہم سب ایک ہیں", "امن سب کے لیے، انصاف سب کے لیے"])
def test_nastaliq_is_never_stacked_word_by_word(text: str) -> None:
    assert all(" " in line for line in lines_of(stacked(text, "ur")))


@pytest.mark.parametrize(
    ("text", "language", "hero"),
    [
        ("No one is *free* until all are free", "en", "free"),
        ("Food not *bombs*", "en", "bombs"),
        ("نريد *السلام* لكل أطفال العالم", "ar", "السلام"),
        ("*पानी* सबका अधिकार है", "hi", "पानी"),
    ],
)
def test_marked_words_have_a_line_of_their_own_and_are_the_largest(text: str, language: str, hero: str) -> None:
    fitted = stacked(text, language)
    sizes = dict(zip(lines_of(fitted), (line.size for line in fitted.lines), strict=True))
    assert sizes[hero] == max(sizes.values())
    assert sizes[hero] <= MARKED_RATIO * min(sizes.values()) * 1.000001


def test_a_line_of_one_function_word_is_not_the_hero() -> None:
    fitted = stacked("No one is free until all are free", "en")
    assert "until" not in lines_of(fitted)


def test_what_is_too_long_for_a_stack_is_set_in_one_size() -> None:
    fitted = stacked("Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikarbeiterinnen", "de", min_size=40)
    assert fitted.broken_words
    assert len({line.size for line in fitted.lines}) == 1


def test_breaks_that_cost_the_same_are_tried_all_over_a_long_message() -> None:
    from placards.layout.stack import _tried

    costs = [0.4] * 40
    costs[7] = costs[30] = 0.1
    tried = sorted(_tried(costs))
    assert len(tried) == 9
    assert {7, 30} <= set(tried)
    assert max(after - before for before, after in pairwise([-1, *tried, 40])) <= 8
    assert _tried([0.4] * 5) == frozenset(range(5))
