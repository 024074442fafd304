"""The answers to two readers, and Serbian in Latin letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.messages.library import MessageLibrary
from placards.messages.po.document import read_document
from tools.corrections import ANSWERS, answers, outdated
from tools.serbian_latin import LOCALE, in_latin, latin_catalog


def test_every_finding_is_answered() -> None:
    rows = answers()
    assert len(rows) == 221
    for row in rows:
        assert row["answer"] in ANSWERS
        assert row["answer"] == "taken" or row.get("reason"), row
    assert list(outdated(MessageLibrary.with_shipped())) == []


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав, њива, џем", "Ljubav, njiva, džem"),
        ("ЉУБАВ И ЏЕМ", "LJUBAV I DŽEM"),
        ("Ђурђевдан, ћутање, жеђ", "Đurđevdan, ćutanje, žeđ"),
        ("Б Љ", "B Lj"),
        ("2027, Peace!", "2027, Peace!"),
    ],
)
def test_serbian_letters(cyrillic: str, latin: str) -> None:
    assert in_latin(cyrillic) == latin


@pytest.mark.parametrize("path", sorted(LOCALE.glob("sr/LC_MESSAGES/*.po")), ids=lambda path: path.stem)
def test_the_latin_catalogs_are_the_cyrillic_ones(path: Path) -> None:
    if path.stem == "human-rights":
        return
    latin = LOCALE / "sr_Latn" / "LC_MESSAGES" / path.name
    assert latin.read_bytes() == latin_catalog(read_document(path)), "run python tools/serbian_latin.py"
