"""ASCII has a rule instead of a table, so that a cold start in English needs no tables; the rule agrees with them."""

from __future__ import annotations

from fontTools import unicodedata as ucd

from placards.text.script import _properties


def test_ascii_rule_agrees_with_unicode() -> None:
    chars = [chr(code) for code in range(128)]
    assert [_properties(char) for char in chars] == [(ucd.script(c), frozenset(ucd.script_extension(c))) for c in chars]
