"""Whatever the limits allow is set, or refused, in work and memory that grow with the text and not faster. Work is
counted (calls, and characters given to the shaper), not timed: the same on every machine."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from placards.elements.list import SloganList
from placards.elements.wall import Wall
from placards.layout.chants import ListPage, list_items, split_pages
from placards.layout.content import Entry, SlotText
from placards.layout.fit import MAX_MESSAGE_LENGTH, FitRule, Fitted, fit, prepare_message, wrap
from placards.layout.table import LineTable
from placards.layout.wall import WallSpace, wall_items
from placards.problems.errors import FitError
from placards.text.font import Font
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle
from placards.values.color import BLACK
from placards.values.geometry import Rect, Size

from ..parts import checked
from .texts import article

A3 = Size(780, 1100)

TEXTS = {
    "one word": ("abcdefghij", "en"),
    "one-letter words": ("a ", "en"),
    "one-letter lines": ("a\n", "en"),
    "English": (article("en"), "en"),
    "Chinese": ("人人生而自由在尊严和权利上一律平等他们赋有理性和良心", "zh-Hans"),
    "Khmer": ("មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងភាពស្មើៗគ្នា", "km"),
    "Arabic, joined": ("ب", "ar"),
    "two directions": ("سلام peace ", "ar"),
    "soft hyphens": ("ab\u00adcd\u00ad", "en"),
    "hyphens": ("a-", "en"),
    "a link": ("https://example.org/a-b/c?d=", "en"),
    "Nastaliq": (article("ur"), "ur"),
}

#: Calls of functions for each character of a text, far below what squared growth would need at 2,000.
CALLS = 700

#: How often a character may be given to the shaper.
SHAPED = 25


class TooMuchError(AssertionError):
    pass


def text_of(name: str, length: int) -> tuple[str, str]:
    unit, language = TEXTS[name]
    return (unit * (length // len(unit) + 1))[:length], language


def fresh_fonts() -> FontSet:
    """The shipped fonts without what they remember of other tests' texts."""
    return FontSet(shipped_fonts().families, shipped_fonts().preferences)


def counted(work: Callable[[], Any], most: int) -> int:
    """How many calls the work took; raises TooMuchError in the middle of it when there are too many."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if calls > most:
            sys.setprofile(None)
            raise TooMuchError(f"more than {most:,} calls")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def attempt(name: str, length: int, fonts: FontSet, least: float) -> Fitted | None:
    text, language = text_of(name, length)
    message = prepare_message(text, TextStyle(language, "display"), fonts)
    try:
        return fit(message, A3, FitRule(min_size=least, max_lines=60))
    except FitError:
        return None


@pytest.fixture
def _bounded_shaping(monkeypatch: pytest.MonkeyPatch) -> None:
    given = 0
    shape = Font.shape

    def counting(self: Font, buffer: Any, features: Any = None) -> None:
        nonlocal given
        given += len(buffer.glyph_infos)
        if given > SHAPED * MAX_MESSAGE_LENGTH:
            raise TooMuchError(f"{given:,} characters given to the shaper")
        shape(self, buffer, features)

    monkeypatch.setattr(Font, "shape", counting)


@pytest.mark.usefixtures("_bounded_shaping")
@pytest.mark.parametrize("name", TEXTS)
def test_the_longest_texts_are_set_in_bounded_work(name: str) -> None:  # defects.md 19
    fonts = fresh_fonts()
    attempt(name, 40, fonts, 6)  # fonts are loaded
    fitted: list[Fitted | None] = []
    counted(lambda: fitted.append(attempt(name, MAX_MESSAGE_LENGTH, fonts, 6)), CALLS * MAX_MESSAGE_LENGTH)
    assert fitted[0] is not None
    text = fitted[0].paragraph.text
    assert "".join(text[m.line.start : m.line.end] for m in fitted[0].lines).split() == text.split() or len(text) > 100
    assert fitted[0].size > 6


@pytest.mark.parametrize("name", ["one word", "one-letter words", "English", "Khmer", "two directions", "a link"])
def test_work_grows_nearly_in_proportion(name: str) -> None:  # defects.md 19
    calls = []
    for length in (500, 2000):
        fonts = fresh_fonts()
        attempt(name, 40, fonts, 6)
        calls.append(counted(lambda n=length, f=fonts: attempt(name, n, f, 6), CALLS * MAX_MESSAGE_LENGTH))  # type: ignore[misc]
    # Squared growth would be 16. One step up is honest: from some length on words must be broken too.
    assert calls[1] <= 9 * calls[0], calls


@pytest.mark.usefixtures("_bounded_shaping")
@pytest.mark.parametrize("name", TEXTS)
def test_what_cannot_fit_is_refused_at_little_cost(name: str) -> None:  # defects.md 19
    fonts = fresh_fonts()
    attempt(name, 40, fonts, 6)
    calls = counted(lambda: attempt(name, MAX_MESSAGE_LENGTH, fonts, 120), CALLS * MAX_MESSAGE_LENGTH)
    assert calls < 250 * MAX_MESSAGE_LENGTH
    message = prepare_message(text_of(name, MAX_MESSAGE_LENGTH)[0], TextStyle(TEXTS[name][1], "display"), fonts)
    with pytest.raises(FitError, match=r"less than [\d.]+ pt and the slot allows no less than 120\.0 pt"):
        fit(message, A3, FitRule(min_size=120, max_lines=60))


def test_the_bound_refuses_nothing_that_fits() -> None:
    """The size that a refusal names is one that no choice of lines reaches, and no wild guess."""
    fonts = fresh_fonts()
    for name in TEXTS:
        best = attempt(name, 700, fonts, 6)
        assert best is not None
        text, language = text_of(name, 700)
        message = prepare_message(text, TextStyle(language, "display"), fonts)
        with pytest.raises(FitError) as caught:
            fit(message, A3, FitRule(min_size=best.size * 5, max_lines=60))
        named = dict(caught.value.diagnostic.parameters)["needed"]
        assert isinstance(named, float)
        assert best.size * 0.999 <= named <= best.size * 2.8, name
        assert fit(message, A3, FitRule(min_size=best.size * 0.999, max_lines=60)).size >= best.size * 0.99


@pytest.mark.parametrize("name", ["one word", "English", "two directions", "Arabic, joined"])
def test_the_longest_texts_take_little_memory(name: str) -> None:  # defects.md 19
    fonts = fresh_fonts()
    attempt(name, 40, fonts, 6)
    tracemalloc.start()
    try:
        attempt(name, MAX_MESSAGE_LENGTH, fonts, 6)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000


@pytest.mark.usefixtures("_bounded_shaping")
@pytest.mark.parametrize("name", ["one word", "one-letter words", "Chinese", "two directions", "soft hyphens"])
def test_wrapping_at_a_size_is_bounded_too(name: str) -> None:  # defects.md 19
    fonts = fresh_fonts()
    text, language = text_of(name, MAX_MESSAGE_LENGTH)
    message = prepare_message(text, TextStyle(language), fonts)
    wrap(prepare_message(text[:40], TextStyle(language), fonts), 400, 12, FitRule())
    set_lines: list[Fitted] = []
    counted(lambda: set_lines.append(wrap(message, 400, 12, FitRule())), CALLS * MAX_MESSAGE_LENGTH)
    assert all(m.along * 12 <= 400 * (1 + 1e-9) for m in set_lines[0].lines)


@pytest.mark.usefixtures("_bounded_shaping")
@pytest.mark.parametrize("name", ["one word", "English", "two directions", "Chinese"])
def test_lists_and_walls_with_long_texts(name: str) -> None:  # defects.md 19
    fonts = fresh_fonts()
    text, language = text_of(name, MAX_MESSAGE_LENGTH)
    element = checked(SloganList, {"id": "l", "type": "list", "lines": [{}], "min_size": "7pt"})
    page = ListPage(element, Rect(0, 0, 780, 1100), 780, {"ink": BLACK}, fonts, False)
    entries = [Entry("a", (SlotText("Peace", "en"),)), Entry("b", (SlotText(text, language),))]

    def set_list() -> None:
        parts, size = split_pages(page, entries)
        assert [item for part in parts for item in list_items(page, part, 0, size)]

    def set_wall() -> None:
        wall = checked(Wall, {"id": "w", "type": "wall", "fills": ["ink"]})
        space = WallSpace(page.box, 780, {"ink": BLACK}, fonts, lambda _: None)
        with pytest.raises(FitError, match="texts do not fit"):
            wall_items(wall, space, [SlotText(text, language)] * 3)

    counted(set_list, 3 * CALLS * MAX_MESSAGE_LENGTH)
    counted(set_wall, CALLS * MAX_MESSAGE_LENGTH)


def test_what_a_table_keeps_of_tried_lines_is_bounded() -> None:
    text, language = text_of("one-letter words", MAX_MESSAGE_LENGTH)
    message = prepare_message(text, TextStyle(language), fresh_fonts())
    table = LineTable(message.paragraph, message.ends)
    for first in range(0, len(table), 10):
        table.bounds(first, len(table) - 1)
        assert sum(map(len, table._rows.values())) <= 20_000
    for last in range(1, 400):
        table.skylines(0, last)
    assert len(table._skylines) <= 200


def test_lines_of_a_font_without_advances_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Advances guess how much stands on a line; a font whose letters have none must not make that guess costly."""
    from placards.text import cut
    from placards.text.runs import Glyph

    shaped = cut._shaped

    def without_advances(*arguments: Any) -> Any:
        glyphs, infos = shaped(*arguments)
        return tuple(Glyph(g.id, g.cluster, 0, 0, g.x_offset, g.y_offset) for g in glyphs), infos

    monkeypatch.setattr(cut, "_shaped", without_advances)
    fonts = fresh_fonts()
    message = prepare_message("Peace now " * 200, TextStyle("en", "display"), fonts)
    counted(lambda: fit(message, A3, FitRule(min_size=6, max_lines=60)), 3 * CALLS * MAX_MESSAGE_LENGTH)
