"""Marks around words: what they are, what they are not, and what is said of those that do not pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.problems.errors import TextError
from placards.values.emphasis import count_marks, read_marks, without_marks


@pytest.mark.parametrize(
    ("text", "plain", "marked"),
    [
        ("No one is *free*", "No one is free", ["free"]),
        ("*a* and *b c*", "a and b c", ["a", "b c"]),
        ("5 * 3 = 15", "5 * 3 = 15", []),
        (r"\*not\* marked", "*not* marked", []),
        ("لا *للحرب*", "لا للحرب", ["للحرب"]),
        ("*سلام*!", "سلام!", ["سلام"]),
        ("two\n*lines of\nit*", "two\nlines of\nit", ["lines of\nit"]),
        ("plain", "plain", []),
        ("* item", "* item", []),
    ],
)
def test_marks_become_stretches(text: str, plain: str, marked: list[str]) -> None:
    found = read_marks(text)
    assert found.text == plain
    assert [found.text[start:end] for start, end in found.marked] == marked
    assert without_marks(text) == plain
    assert count_marks(text) == len(marked)


@pytest.mark.parametrize(
    ("text", "words"),
    [("*free", "character 1"), ("free*", "character 5"), ("a *b* c*", "character 8"), ("x ** y", "emphasise nothing")],
)
def test_marks_that_do_not_pair_are_named_with_a_remedy(text: str, words: str) -> None:
    with pytest.raises(TextError) as caught:
        read_marks(text)
    assert words in str(caught.value)
    assert r"\* for an asterisk" in str(caught.value)


@given(st.text(st.sampled_from("ab *\\\nم"), max_size=30))
def test_any_text_is_read_or_refused_and_stretches_lie_in_it(text: str) -> None:
    try:
        plain, marked = read_marks(text)
    except TextError:
        return
    assert all(0 <= start < end <= len(plain) for start, end in marked)
    assert without_marks(text) == plain
