"""Where words stretch: by the table of 323 words in seven languages, and by the faces that can."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pytest
import uharfbuzz as hb

from placards.text import stretch
from placards.text.cut import shape_run
from placards.text.font import Font
from placards.text.fontset import shipped_fonts
from placards.text.joining import joining_groups
from placards.text.kashida import LAST_RESORT, Place, Rules, places
from placards.text.runs import GlyphRun, TextRun
from placards.text.shape import TextStyle, prepare
from placards.text.stretch import rules_for, safe_places, tatweel_of
from tests.text.support import DATA

#: The table's names of faces.
FACES = {
    "kufi": "Noto Kufi Arabic", "vazir": "Vazirmatn", "naskh": "Noto Naskh Arabic", "sans": "Noto Sans Arabic",
    "cairo": "Cairo", "lalezar": "Lalezar", "reem": "Reem Kufi", "mirza": "Mirza",
}  # fmt: skip


class Word(NamedTuple):
    word: str
    lang: str
    allowed: str
    last_resort: str
    forbidden: str
    naskh: str
    unsafe_in: str
    no_glyphs: str
    note: str

    @property
    def unsafe(self) -> dict[int, list[str]]:
        return {int(at): faces.split(",") for at, faces in pairs(self.unsafe_in)}


def pairs(field: str) -> list[tuple[str, str]]:
    return [(a, b) for a, _, b in (part.partition(":") for part in field.split())] if field != "-" else []


@cache
def words() -> tuple[Word, ...]:
    rows = (DATA / "kashida_words.tsv").read_text(encoding="utf-8").splitlines()
    read = csv.reader([row for row in rows if not row.startswith("#")], delimiter="\t")
    assert tuple(next(read)) == Word._fields
    return tuple(Word(*row) for row in read)


@cache
def face(name: str) -> Font:
    """The display cut of a shipped family."""
    (run,) = prepare("ببب", TextStyle("ar", name, weight=900), shipped_fonts()).runs
    return run.font


def test_the_table_is_whole() -> None:
    assert len(words()) == 323
    assert {word.lang for word in words()} == {"ar", "fa", "ur", "ps", "ug", "ckb", "sd"}


@pytest.mark.parametrize("word", words(), ids=lambda word: f"{word.lang}-{word.word}")
def test_places_of_a_word(word: Word) -> None:
    found = places(word.word)
    ranked = [(place.after, f"MS{place.rank}") for place in found if place.rank < LAST_RESORT]
    assert ranked == [(int(at), rule) for at, rule in pairs(word.allowed)]
    last = sorted(place.after for place in found if place.rank == LAST_RESORT)
    assert last == [int(at) for at, _ in pairs(word.last_resort)]
    assert not {place.after for place in found} & {int(at) for at, _ in pairs(word.forbidden)}
    naskh = [(place.after, 9 - place.rank) for place in places(word.word, rules="naskh")]
    assert naskh == [(int(at), int(strength)) for at, strength in pairs(word.naskh)]


@pytest.mark.parametrize("name", ["الله", "لله", "بالله", "عبدالله"])
def test_the_name_stays_whole(name: str) -> None:
    at = name.index("لله")
    for rules in ("flat", "naskh"):
        assert not {place.after for place in places(name, rules=rules)} & {at, at + 1}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("ب\u200dب", {0, 1}),  # a joiner that was typed
        ("بـ\u0654ب", {0, 1, 2}),  # a seat
        ("بِي", {0, 1}),  # before a final yeh, behind the mark
        ("لَا", {0, 1}),  # lam-alef with a mark between
        ("بࢭب", {0, 1}),  # a letter that does not join
        ("abc", {0, 1}),
    ],
)
def test_vetoes(text: str, never: set[int]) -> None:
    for rules in ("flat", "naskh"):
        assert not {place.after for place in places(text, rules=rules)} & never


def test_a_kashida_goes_behind_the_last_mark() -> None:
    assert places("سَّلم")[0] == Place(2, 2)
    assert places("ب\u064e\u0651\u0627") == (Place(4, 2),)


def test_groups_are_unicodes() -> None:
    groups, dual = joining_groups()
    assert [groups[c] for c in "ەڵۆگہھښډی"] == [
        "Teh_Marbuta", "Lam", "Waw", "Gaf", "Heh_Goal", "Knotted_Heh", "Seen", "Dal", "Farsi_Yeh"
    ]  # fmt: skip
    assert "ا" in groups
    assert "ا" not in dual
    assert "ب" in dual
    assert "ء" not in groups
    assert len(groups) > 250


@pytest.mark.parametrize("name", [*FACES.values(), "Alkalami", "Rubik"])
def test_faces_that_can(name: str) -> None:
    found = tatweel_of(face(name))
    assert found is not None
    assert rules_for(face(name)) == ("naskh" if name in ("Noto Naskh Arabic", "Mirza") else "flat")
    assert found.most_scale == (1.1 if name in ("Noto Sans Arabic", "Mirza") else 1.33)
    for width in range(int(found.least) + 1, 6 * found.advance, 7):
        count = found.count(width)
        assert 0.5 < width / (count * found.advance) <= found.most_scale + 1e-9
        assert count == 1 or width / ((count - 1) * found.advance) > found.most_scale


@pytest.mark.parametrize("name", ["Noto Nastaliq Urdu", "Aref Ruqaa", "Rakkas"])
def test_faces_that_cannot(name: str) -> None:
    assert tatweel_of(face(name)) is None
    assert safe(face(name), "مسلم", "ar") == ()


def test_a_face_without_a_tatweel() -> None:
    (run,) = prepare("abc", TextStyle("en", "Anton"), shipped_fonts()).runs
    assert tatweel_of(run.font) is None


def shaped(font: Font, word: str, language: str) -> GlyphRun:
    return shape_run(TextRun(0, len(word), "Arab", 1, font), codes(word), language, "rtl")


def codes(word: str) -> list[int]:
    return [ord(char) for char in word]


def safe(font: Font, word: str, language: str) -> tuple[Place, ...]:
    (found,) = safe_places(word, [(0, len(word))], shaped(font, word, language), codes(word), language)
    return found


def with_flag(font: Font, word: str, language: str) -> frozenset[int]:
    """Where HarfBuzz itself says that a tatweel is safe: behind these."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.BOT | hb.BufferFlags.EOT | hb.BufferFlags.PRODUCE_SAFE_TO_INSERT_TATWEEL
    buffer.add_codepoints(codes(word))
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", language
    hb.shape(font.hb_font, buffer)
    flag = hb.GlyphFlags.SAFE_TO_INSERT_TATWEEL
    return frozenset(info.cluster - 1 for info in buffer.glyph_infos if info.flags & flag)


@pytest.mark.parametrize("key", FACES)
def test_safe_places_are_the_tables_and_harfbuzzs(key: str) -> None:
    font = face(FACES[key])
    rules: Rules = rules_for(font)
    tried = 0
    for word in words():
        if key in word.no_glyphs.split(","):
            continue
        wanted = [p for p in places(word.word, rules=rules) if key not in word.unsafe.get(p.after, ())]
        found = safe(font, word.word, word.lang)
        assert list(found) == wanted, word
        assert {place.after for place in found} <= with_flag(font, word.word, word.lang), word
        tried += len(found)
    assert tried > 150


def test_a_flag_that_is_wrong_and_faces_that_never_set_it(monkeypatch: pytest.MonkeyPatch) -> None:
    vazir, alkalami = face("Vazirmatn"), face("Alkalami")
    assert not with_flag(alkalami, "حياة", "ar")
    assert [place.after for place in safe(alkalami, "حياة", "ar")] == [1, 0]
    monkeypatch.setattr(stretch, "places", lambda *_: (Place(1, 0),))  # no rule would stretch this word
    assert 0 in with_flag(vazir, "ہے", "ur")
    assert safe(vazir, "ہے", "ur") == ()
    assert safe(vazir, "نه", "fa") == (Place(1, 0),)


def test_marks_stay_in_the_cluster_before() -> None:
    word = "مُسَلَّم"
    for name in FACES.values():
        for place in safe(face(name), word, "ar"):
            following: Sequence[str] = word[place.after + 1]
            assert following in joining_groups()[0]


@pytest.mark.parametrize(
    ("text", "language"), [("𞤅𞤢𞤤𞤢𞥄𞤥𞤵", "ff-Adlm"), ("ܫܠܡܐ", "syc"), ("ߖߐ߬ߘߐ߲߬", "nqo"), ("שלום", "he"), ("Peace", "en")]
)
def test_other_scripts_have_other_rules(text: str, language: str) -> None:
    paragraph = prepare(text, TextStyle(language), shipped_fonts())
    for run in paragraph.line(0, len(text)).runs:
        assert safe_places(text, [(0, len(text))], run, paragraph.codes, language) == [()]
    assert places(text) == ()
