"""The letters, digits and punctuation of every CLDR locale can be drawn (data/cldr_exemplars.jsonl says from where)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from placards.locale.language import script_of
from placards.text.case import upper
from placards.text.clean import clean
from placards.text.script import expand_script, resolve_scripts

from .support import is_mark, json_lines, set_text

ROWS = [row for row in json_lines("cldr_exemplars.jsonl") if "locales" in row]

#: Locales that no shipped font serves.
WITHOUT_A_FONT = {"suz-Sunu": "Sunuwar, encoded in 2024, has no free font yet"}

#: Auxiliary letters that are parts of syllables: alone, they are no text.
LONE_JAMO = {"ko", "ko-CN", "ko-KP"}


def items(packed: str) -> Iterator[str]:
    for item in packed.split(" "):
        if len(item) == 3 and item[1] == "-":
            yield from map(chr, range(ord(item[0]), ord(item[2]) + 1))
        elif item:
            yield item


def locales(row: dict[str, Any]) -> list[str]:
    return list(row["locales"].split(" "))


def _missing(text: str, locale: str, role: str) -> set[str]:
    paragraph, line = set_text(text, locale, role)
    return {found.char for found in paragraph.missing(line)}


def _with_bases(letters: list[str], locale: str) -> list[str]:
    """Marks on a letter of their script, as they never stand alone."""
    scripts = expand_script(script_of(locale))
    bases = [char for char in letters if len(char) == 1 and not is_mark(char) and resolve_scripts(char)[0] in scripts]
    bases.sort(
        key=lambda char: not unicodedata.name(char, "").endswith((" KA", "PRAANA KAYANNA"))
    )  # a consonant takes every vowel sign
    return [bases[0] + item if is_mark(item[0]) else item for item in letters if unicodedata.category(item[0]) != "Cf"]


def test_there_are_766_locales() -> None:
    assert sum(len(locales(row)) for row in ROWS) == 766


@pytest.mark.parametrize("role", ["text", "display"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: locales(row)[0])
def test_no_box(row: dict[str, Any], role: str) -> None:
    locale = locales(row)[0]
    letters = _with_bases(list(items(row["letters"])), locale)
    sets = [letters, list(items(row["numbers"])), list(items(row["punctuation"]))]
    if locale not in LONE_JAMO:
        sets.append([item for item in items(row["auxiliary"]) if unicodedata.category(item[0])[0] not in "MC"])
    for characters in filter(None, sets):
        text = clean("\u00a0".join(characters)).text
        missing = _missing(text, locale, role)
        if len(characters) < 3000:  # ideographs and syllables have no capitals
            missing |= _missing(upper(text, locale), locale, role)
        if locale in WITHOUT_A_FONT:
            assert {resolve_scripts(char)[0] for char in missing} <= {"Sunu"}
        else:
            assert not missing


def test_only_the_named_locales_are_without_a_font() -> None:
    for locale in WITHOUT_A_FONT:
        row = next(row for row in ROWS if locale in locales(row))
        assert _missing(next(items(row["letters"])), locale, "text")
