"""How to say a message: a catalog in Latin letters that stands in for nothing and knows what it spells."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.messages.library import Message, MessageLibrary
from placards.messages.pack import read_pack
from placards.messages.proof.check import check_library
from placards.messages.transliteration import said, spells, transliteration_tag
from placards.messages.trust.status import Status
from placards.problems.errors import InputError
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle, prepare

from .support import entry, world, write, write_pack, write_po

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Transliteration-Of: ar\\n"\n\n'
ORIGINAL = "أوقفوا إطلاق النار"


def library(folder: Path, *entries: str, original: str = ORIGINAL) -> MessageLibrary:
    write_pack(folder)
    write_po(folder, "ar", entry("ceasefire-now", "Ceasefire now", original))
    if entries:
        write(folder / "locale" / "ar_Latn" / "LC_MESSAGES" / "peace.po", HEAD + "\n".join(entries))
    return MessageLibrary(world(folder))


def spelt(*comments: str) -> str:
    return entry("ceasefire-now", "Ceasefire now", "Awqifū itlāq an-nār", *comments)


def how(found: MessageLibrary, language: str = "ar") -> Message | None:
    slogan = found.slogan("ceasefire-now")
    return said(found, slogan, found.message(slogan, language))


@pytest.mark.parametrize(("language", "tag"), [("ar", "ar-Latn"), ("zh-Hant-TW", "zh-Latn"), ("pa_Arab", "pa-Latn")])
def test_tags(language: str, tag: str) -> None:
    assert transliteration_tag(language) == tag


def test_how_to_say_a_message(tmp_path: Path) -> None:
    found = how(library(tmp_path, spelt(f"# Original: {ORIGINAL}")), "ar-EG")
    assert found is not None
    assert (found.text, found.language, found.status) == ("Awqifū itlāq an-nār", "ar-Latn", Status.TRANSLATED)


def test_nobody_has_written_it_down(tmp_path: Path) -> None:
    assert how(library(tmp_path)) is None
    found = library(tmp_path / "other", entry("talk-not-war", "Talk, don’t fight", "Tafāwadū"))
    assert how(found) is None
    assert how(found, "en") is None
    assert how(found, "de") is None, "a missing message is shown in English, which needs no spelling"


def test_a_language_in_latin_letters_is_no_transliteration(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_po(tmp_path, "sr", entry("ceasefire-now", "Ceasefire now", "Прекид ватре"))
    write_po(tmp_path, "sr_Latn", entry("ceasefire-now", "Ceasefire now", "Prekid vatre"))
    found = MessageLibrary(world(tmp_path))
    assert found.transliterations == frozenset()
    assert how(found, "sr") is None
    assert [s.transliteration for s in found.languages()] == [False, False, False]


def test_stands_in_for_nothing(tmp_path: Path) -> None:
    found = library(tmp_path, spelt())
    assert found.message("ceasefire-now", "ar-Latn").text == "Awqifū itlāq an-nār"
    for language in ("ar-Latn-EG", "ar-Latn-x-mine", "ar-SY", "arz-Latn"):
        assert found.message("ceasefire-now", language).found_language != "ar-Latn"
    assert {s.language: s.transliteration for s in found.languages()} == {"en": False, "ar": False, "ar-Latn": True}


def test_an_edited_original_makes_it_a_draft(tmp_path: Path) -> None:
    found = library(tmp_path, spelt(f"# Original: {ORIGINAL}"), original="أوقفوا الحرب")
    spelling = how(found)
    assert spelling is not None
    assert spelling.status is Status.FUZZY
    (violation,) = (v for v in check_library(found) if v.rule == "transliteration-stale")
    assert "spells other words than “أوقفوا الحرب”" in str(violation)


def test_an_original_that_is_a_draft_or_broken_is_nothing_to_complain_of(tmp_path: Path) -> None:
    found = library(tmp_path, spelt(f"# Original: {ORIGINAL}"))
    path = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "peace.po"
    path.write_text(path.read_text(encoding="utf-8") + "nonsense\n", encoding="utf-8")
    found = MessageLibrary(world(tmp_path))
    assert [v.rule for v in check_library(found) if v.rule.startswith("trans")] == []


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ([], True),
        (["Spoken slowly."], True),
        (["Original: 停战 现在"], True),
        (["Not sure.", "Original: 停战", "现在"], True),
        (["Original: 停戰現在", "Original: 停战现在"], True),
        (["Original: 停戰現在"], False),
        (["Original: 停战现在吧"], False),
        (["Original: 停战现在", "placards: approved by A B on 2027-01-31 sha256:0123456789abcdef"], True),
    ],
)
def test_spells(comments: list[str], expected: bool) -> None:
    assert spells(comments, "停战\n现在") is expected


RESPONSE = '[pack]\nname = "C"\nlanguage = "en"\n\n[[slogan]]\nid = "want"\ntext = "What?\\nPeace!"\nresponse = true\n'


def test_call_and_response(tmp_path: Path) -> None:
    path = write_pack(tmp_path, RESPONSE, "chants")
    assert read_pack(path).slogans[0].response
    write_po(tmp_path, "de", entry("want", "What?\\nPeace!", "Was? Frieden!"), pack="chants")
    write_po(tmp_path, "fr", entry("want", "What?\\nPeace!", "Quoi ?\nLa paix !"), pack="chants")
    (violation,) = (v for v in check_library(MessageLibrary(world(tmp_path))) if v.rule == "turns")
    assert "de" in str(violation.place)
    assert "a call and response of 2 lines has 1 here" in str(violation)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("What?\\nPeace!", "Peace!", "one line only"),
        ("true", '"yes"', "neither true nor false"),
    ],
)
def test_a_response_needs_an_answer(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_pack(write_pack(tmp_path, RESPONSE.replace(old, new), "chants"))


# What we ship.


def shipped() -> MessageLibrary:
    return MessageLibrary.with_shipped()


def test_shipped_ones_spell_what_we_ship() -> None:
    found = shipped()
    assert len(found.transliterations) >= 22
    assert [str(v) for v in check_library(found) if v.rule in ("transliteration-stale", "turns")] == []


@pytest.mark.parametrize("language", sorted(s.language for s in shipped().languages() if s.transliteration))
def test_shipped_ones_keep_the_lines_and_need_no_other_font(language: str) -> None:
    found = shipped()
    (folder,) = (f for f in found.language_folders if f.tag == language)
    for slogan in found.slogans():
        spelling = found.own_message(slogan, language)
        if spelling is None:
            continue
        original = found.message(slogan, folder.transliterated())
        assert original.found_language == folder.transliterated()
        assert original.status is not Status.FUZZY
        assert spelling.text.count("\n") == original.text.count("\n"), spelling.text
        shaped = prepare(spelling.text, TextStyle(language, "text"), shipped_fonts()).line(0, len(spelling.text))
        assert len({run.font.path for run in shaped.runs}) == 1, spelling.text
