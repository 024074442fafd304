"""Texts that are the same but for line breaks, or but for typography."""

from __future__ import annotations

import pytest

from placards.messages.source_text import fold_spaces, fold_typography


@pytest.mark.parametrize(
    ("one", "other", "same_but_for_breaks", "same_but_for_typography"),
    [
        ("One, two", "One,\ntwo", True, True),
        ("One, two", " One,\u00a0 two\n", True, True),
        ("caf\u00e9", "cafe\u0301", True, True),
        ("don't", "don’t", False, True),
        ('"No" to war', "“No” to war", False, True),
        ("Pain, paix!", "Pain, paix\u202f!", False, True),
        ("1914-1918", "1914–1918", False, True),
        ("Peace - now", "Peace—now", False, True),
        ("and...", "and…", False, True),
        ("self-determination", "self-\u00addetermination", False, True),
        ("Peace now", "Peacenow", False, False),
        ("Peace now", "Peace never", False, False),
        ("Peace now", "Peace now!", False, False),
        ("Peace now", "peace now", False, False),
    ],
)
def test_folding(one: str, other: str, same_but_for_breaks: bool, same_but_for_typography: bool) -> None:
    assert (fold_spaces(one) == fold_spaces(other)) is same_but_for_breaks
    assert (fold_typography(one) == fold_typography(other)) is same_but_for_typography
