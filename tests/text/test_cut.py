"""Runs shaped once and cut are the same as runs shaped part by part, wherever they are cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placards.layout.lines import measure_line
from placards.layout.skyline import NO_INK, Skyline
from placards.layout.table import SHAPED_PIECES, LineTable
from placards.text.cut import shape_run
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle, prepare

from ..layout.texts import article, messages
from .support import set_text


@settings(max_examples=120)
@given(messages(8), st.sampled_from(["display", "text"]), st.data())
def test_a_line_cut_out_has_the_glyphs_of_a_line_shaped(
    message: tuple[str, str], role: str, data: st.DataObject
) -> None:
    text, language = message
    paragraph = prepare(text, TextStyle(language, role), shipped_fonts())
    ends = (0, *paragraph.cluster_ends)
    start, end = sorted(data.draw(st.tuples(st.sampled_from(ends), st.sampled_from(ends))))
    for run in paragraph.runs_of(start, end):
        direction = "rtl" if run.level % 2 else "ltr"
        assert shape_run(run, paragraph.codes, paragraph.hb_language, direction).glyphs == run.glyphs


@pytest.mark.parametrize(("text", "language"), [("سلام", "ar"), ("AVAVAV", "en"), ("क्षत्रिय", "hi"), ("fi ffi", "en")])
def test_where_shaping_forbids_a_cut_the_part_is_shaped_anew(text: str, language: str) -> None:
    paragraph, _ = set_text(text, language)
    for at in range(1, len(text)):
        left, right = paragraph.line(0, at), paragraph.line(at, len(text))
        for line in (left, right):
            for run in line.runs:
                direction = "rtl" if run.level % 2 else "ltr"
                assert shape_run(run, paragraph.codes, paragraph.hb_language, direction).glyphs == run.glyphs
    assert not all(paragraph.can_cut(at) for at in range(1, len(text)))
    assert paragraph.can_cut(0)
    assert paragraph.can_cut(len(text))


def different_columns(one: Skyline, other: Skyline) -> list[int]:
    """The columns in which two skylines reach otherwise."""
    first, second = (
        {column: reach for column, reach in enumerate(skyline.reaches, skyline.first) if reach != NO_INK}
        for skyline in (one, other)
    )
    both = first.keys() & second.keys()
    return [*(first.keys() ^ second.keys()), *(column for column in both if abs(first[column] - second[column]) > 1e-9)]


@settings(max_examples=100)
@given(messages(9), st.sampled_from(["left", "center", "right"]), st.data())
def test_lines_put_together_from_pieces_measure_what_shaped_lines_do(
    message: tuple[str, str], align: str, data: st.DataObject
) -> None:
    text, language = message
    paragraph = prepare(" ".join(text.split()), TextStyle(language, "display"), shipped_fonts())
    ends = paragraph.break_ends
    table = LineTable(paragraph, ends, align)
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(ends) - 1)] * 2)))
    start = table.starts[first]
    line = paragraph.line(start, paragraph.trimmed(start, ends[last]))
    expected, found = measure_line(line, align), table.metrics(first, last)
    near = pytest.approx
    assert found.line.runs == line.runs
    for name in ("along", "before", "after", "body_before", "body_after"):
        assert getattr(found, name) == near(getattr(expected, name), abs=1e-9)
        if len(table) <= SHAPED_PIECES:
            assert getattr(table.bounds(first, last), name) == near(getattr(expected, name), abs=1e-9)
    for name in ("advance_em", "ink_left_em", "ink_right_em", "ink_top_em", "ink_bottom_em"):
        assert getattr(found.line, name) == near(getattr(expected.line, name), abs=1e-9)
    # A column's border may fall on the other side of a rounding error.
    for ours, theirs in (
        (found.skyline_before, expected.skyline_before),
        (found.skyline_after, expected.skyline_after),
    ):
        assert len(different_columns(ours, theirs)) <= 2


@pytest.mark.parametrize(
    ("language", "vertical"), [("ar", False), ("he", False), ("ur", False), ("ar", True), ("he", True)]
)
def test_long_texts_of_two_directions_are_measured_nearly(language: str, vertical: bool) -> None:
    text = " ".join(
        word
        for pair in zip(article(language).split() * 3, "Peace 2027 now".split() * 40, strict=False)
        for word in pair
    )
    paragraph = prepare(text, TextStyle(language, vertical=vertical), shipped_fonts())
    table = LineTable(paragraph, paragraph.break_ends)
    assert len(table) > SHAPED_PIECES
    assert not table.is_clean
    for first in range(0, len(table) - 12, 9):
        exact, guess = table.metrics(first, first + 8), table.bounds(first, first + 8)
        assert guess.along == pytest.approx(exact.along, rel=0.04)
        assert guess.before == pytest.approx(exact.before, abs=0.05)
        assert table.distance(first, first + 3, first + 8) == pytest.approx(
            table.exact_distance(first, first + 3, first + 8), abs=0.5
        )
