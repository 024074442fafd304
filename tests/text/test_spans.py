"""A message is a list of spans: they cover the text, end at grapheme clusters, and no run passes from one to another."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.layout.fit import FitRule, fit, prepare_message
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle, prepare
from placards.text.spans import Span, moved, whole_spans
from placards.values.geometry import Size


def test_a_plain_message_is_one_span() -> None:
    message = prepare_message("Peace now", TextStyle("en"), shipped_fonts())
    assert message.spans == (Span(0, 9),)
    assert len(message.paragraph.runs) == 1


def test_runs_end_where_spans_do() -> None:
    spans = (Span(6, 9, weight=900, emphasis="strong"),)
    message = prepare_message("Peace now, all", TextStyle("en", weight=400), shipped_fonts(), spans)
    runs = message.paragraph.runs
    assert [(run.start, run.end) for run in runs] == [(0, 6), (6, 9), (9, 14)]
    assert [dict(run.font.variations)["wght"] for run in runs] == [400, 900, 400]
    assert [message.paragraph.span_at(index).emphasis for index in (0, 5, 6, 8, 9, 13)] == [
        "",
        "",
        "strong",
        "strong",
        "",
        "",
    ]
    fitted = fit(message, Size(400, 300), FitRule())
    assert {message.paragraph.span_at(run.start).emphasis for m in fitted.lines for run in m.line.runs} == {
        "",
        "strong",
    }


def test_emphasis_alone_parts_runs_too() -> None:
    paragraph = prepare("Peace now", TextStyle("en"), shipped_fonts(), (Span(0, 5, emphasis="accent"),))
    assert [(run.start, run.end) for run in paragraph.runs] == [(0, 5), (5, 9)]
    assert len({run.font for run in paragraph.runs}) == 1


def test_spans_follow_their_words_through_newlines_and_spaces() -> None:
    text = "  No more\n\n war, \n please "
    span = Span(text.index("war"), text.index("war") + 3, emphasis="strong")
    message = prepare_message(text, TextStyle("en"), shipped_fonts(), (span,))
    assert message.paragraph.text == "No more war, please"
    assert [message.paragraph.text[s.start : s.end] for s in message.spans if s.emphasis] == ["war"]


def test_spans_with_roles_are_set_in_their_fonts() -> None:
    paragraph = prepare("Peace now", TextStyle("en", "text"), shipped_fonts(), (Span(6, 9, role="display"),))
    assert paragraph.runs[0].font.path != paragraph.runs[1].font.path


@given(
    st.lists(st.tuples(st.integers(-3, 12), st.integers(-3, 14), st.sampled_from(["", "a", "b"])), max_size=5),
    st.sampled_from([tuple(range(1, 11)), (2, 3, 5, 8, 10), (10,)]),
)
def test_spans_cover_the_text(raw: list[tuple[int, int, str]], ends: tuple[int, ...]) -> None:
    found = whole_spans([Span(a, b, emphasis=e) for a, b, e in raw], ends, 10)
    assert found[0].start == 0
    assert found[-1].end == 10
    assert all(one.end == other.start for one, other in itertools.pairwise(found))
    assert all(span.start < span.end and span.end in ends for span in found)
    assert all(one.emphasis != other.emphasis for one, other in itertools.pairwise(found))


def test_spans_are_moved_with_their_characters() -> None:
    assert moved([Span(1, 3, weight=5), Span(-2, 99)], [0, 0, 1, 2]) == (Span(0, 2, weight=5), Span(0, 2))


@pytest.mark.parametrize("emphasis", ["", "x"])
def test_an_empty_text_has_an_empty_span(emphasis: str) -> None:
    paragraph = prepare("", TextStyle("en"), shipped_fonts(), (Span(0, 0, emphasis=emphasis),) if emphasis else ())
    assert paragraph.runs == ()
