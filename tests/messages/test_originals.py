"""Slogans that began in another language, and cautions: packs, messages, what is said before printing."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.messages.cautions import cautions, comment_cautions
from placards.messages.desk.notes import translator_notes
from placards.messages.library import Message, MessageLibrary
from placards.messages.pack import Caution, Original, read_pack
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.problems.errors import InputError

from .support import entry, world, write, write_po

HEAD = '[pack]\nname = "V"\nlanguage = "en"\n\n[[slogan]]\nid = "peace"\n'
ORIGINAL = (
    HEAD
    + """original = "سلمية سلمية"
language = "ar"
meaning = "Peaceful, peaceful"
say = "silmiyya silmiyya"
source = "Cairo, 2011"
"""
)
CAUTION = """
[[slogan.caution]]
place = ["RU", "BY"]
text = "People were fined for these words."
source = "A court"
date = "2024-05"
"""


def pack_of(folder: Path, text: str) -> Path:
    return write(folder / "slogans" / "v.toml", text)


def test_an_original_is_the_packs_own_word_in_its_language(tmp_path: Path) -> None:
    pack_of(tmp_path, ORIGINAL)
    write_po(tmp_path, "de", entry("peace", "Peaceful, peaceful", "Friedlich, friedlich"), pack="v")
    library = MessageLibrary(world(tmp_path))
    slogan = library.slogan("peace")
    assert slogan.original == Original("ar", "سلمية سلمية", "silmiyya silmiyya", "Cairo, 2011")
    found = {tag: library.message("peace", tag) for tag in ("ar", "ar-EG", "en", "de", "fr")}
    assert {tag: (m.text, m.status) for tag, m in found.items()} == {
        "ar": ("سلمية سلمية", Status.SOURCE),
        "ar-EG": ("سلمية سلمية", Status.SOURCE),
        "en": ("Peaceful, peaceful", Status.SOURCE),
        "de": ("Friedlich, friedlich", Status.TRANSLATED),
        "fr": ("Peaceful, peaceful", Status.MISSING),
    }
    spelt = said(library, slogan, found["ar"])
    assert spelt is not None
    assert (spelt.text, spelt.language) == ("silmiyya silmiyya", "ar-Latn")
    assert said(library, slogan, found["en"]) is None
    assert "ar" in library.language_tags()
    assert translator_notes(slogan)[:2] == ["Original (Arabic): سلمية سلمية", "From: Cairo, 2011"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ORIGINAL.replace('meaning = "Peaceful, peaceful"\n', ""),
            "v.toml:5:1: slogan[0]: the original has no meaning",
        ),
        (ORIGINAL.replace('language = "ar"\n', ""), "the original does not say its language"),
        (ORIGINAL.replace('"ar"', '"xx-!"'), "language"),
        (HEAD + 'text = "A"\noriginal = "B"\nlanguage = "ar"\nmeaning = "C"\n', "a text and an original"),
        (HEAD + 'text = "A"\nmeaning = "C"\n', "“meaning” belongs to an original"),
        (HEAD, "the slogan has no text"),
        (ORIGINAL + CAUTION.replace('place = ["RU", "BY"]\n', ""), "does not say where it holds"),
        (ORIGINAL + CAUTION.replace('"RU", "BY"', ""), "place"),
        (ORIGINAL + CAUTION.replace('"RU"', '"Russia"'), "“Russia” is no country"),
        (ORIGINAL + CAUTION.replace('source = "A court"\n', ""), "the caution has no source"),
        (ORIGINAL + CAUTION.replace('date = "2024-05"\n', ""), "the caution has no date"),
        (ORIGINAL + CAUTION.replace("2024-05", "May 2024"), "“May 2024” is no date"),
        (ORIGINAL + CAUTION.replace("[[slogan.caution]]", "[slogan.caution]"), "is one table, not a list"),
    ],
)
def test_what_is_wrong_with_a_pack_is_named(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_pack(pack_of(tmp_path, text))
    assert said in str(caught.value), str(caught.value)


def test_a_caution_is_said_where_its_language_is_spoken(tmp_path: Path) -> None:
    pack_of(tmp_path, HEAD + 'text = "No to war"\n' + CAUTION)
    write_po(tmp_path, "ru", entry("peace", "No to war", "Нет войне"), pack="v")
    library = MessageLibrary(world(tmp_path))
    slogan = library.slogan("peace")
    (found,) = cautions(slogan, library.message(slogan, "ru"))
    assert str(found).startswith("v/peace (ru): Russia, Belarus: People were fined for these words (A court, 2024-05)")
    assert found.severity == "warning"
    (elsewhere,) = cautions(slogan, library.message(slogan, "en"))
    assert (elsewhere.severity, "Russia, Belarus" in str(elsewhere)) == ("note", True)


def test_a_caution_for_one_language_is_always_said(tmp_path: Path) -> None:
    pack_of(tmp_path, HEAD + 'text = "No to war"\n' + CAUTION.replace("place", 'language = "en"\nplace'))
    library = MessageLibrary(world(tmp_path))
    slogan = library.slogan("peace")
    (found,) = cautions(slogan, library.message(slogan, "en-GB"))
    assert found.severity == "warning"
    assert cautions(slogan, Message("v/peace", "fr", "fr", "x", Status.TRANSLATED)) == []


def test_a_translator_may_caution(tmp_path: Path) -> None:
    pack_of(tmp_path, HEAD + 'text = "Disarm"\n')
    comment = "# Caution (LB; An observer, 2024;\n# 2024-05): heard as a call on one party\n# Original: x"
    write_po(tmp_path, "ar", entry("peace", "Disarm", "نزع السلاح", comment), pack="v")
    library = MessageLibrary(world(tmp_path))
    slogan = library.slogan("peace")
    (found,) = cautions(slogan, library.message(slogan, "ar"))
    assert "Lebanon: heard as a call on one party (An observer, 2024, 2024-05)" in str(found)


def test_comments_that_are_no_cautions_are_counted() -> None:
    good = "Caution (RU; A court; 2024): one. Caution (BY, UA; B; 2023-01): two"
    assert comment_cautions([good], "ru") == (
        [Caution("ru", ("RU",), "one.", "A court", "2024"), Caution("ru", ("BY", "UA"), "two", "B", "2023-01")],
        0,
    )
    assert comment_cautions(["Caution: beware"], "ru") == ([], 1)
    assert comment_cautions(["Caution (XX; A; 2024): beware"], "ru") == ([], 1)


def test_what_we_ship() -> None:
    library = MessageLibrary.with_shipped()
    originals = [s for pack in library.packs() for s in pack.slogans if s.original is not None]
    by_language: dict[str, int] = {}
    for slogan in originals:
        assert slogan.original is not None
        by_language[slogan.original.language] = by_language.get(slogan.original.language, 0) + 1
    assert len(originals) >= 600
    assert sum(count >= 5 for count in by_language.values()) >= 40
    assert len({s.id for s in originals}) == len(originals)
    chants = [
        tag for tag in library.language_tags() if tag not in library.transliterations and _chants(library, tag) >= 4
    ]
    assert len(chants) >= 30


def _chants(library: MessageLibrary, tag: str) -> int:
    found = (library.own_message(slogan, tag) for slogan in library.pack("chants").slogans)
    return sum(message is not None and message.status.at_least(Status.TRANSLATED) for message in found)
