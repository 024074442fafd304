"""Text for tools that cannot shape: presentation forms, visual order, and honest warnings."""

from __future__ import annotations

import unicodedata

import pytest

from placards.problems.errors import TextError
from placards.text.bidi import mirrored
from placards.text.plain import plain_text, visual_line

from .support import names_of, set_text


def codes(text: str, language: str) -> list[str]:
    return [warning.code for warning in plain_text(text, language).warnings]


@pytest.mark.parametrize(
    ("language", "text", "logical", "visual"),
    [
        ("ar", "محمد", "ﻣﺤﻤﺪ", "ﺪﻤﺤﻣ"),
        ("ar", "سلام", "ﺳﻼﻡ", "ﻡﻼﺳ"),  # lam and alef are one
        ("ar", "الله", "ﺍﻟﻠﻪ", "ﻪﻠﻟﺍ"),  # letters, not the word sign that most fonts lack
        ("ar", "مُحَمَّد", "ﻣُﺤَﻤَّﺪ", "ﺪﻤَّﺤَﻣُ"),  # vowel marks stay, each after its letter
        ("ar", "محـمد", "ﻣﺤـﻤﺪ", "ﺪﻤـﺤﻣ"),
        ("fa", "می‌خواهم", "ﻣﯽﺧﻮﺍﻫﻢ", "ﻢﻫﺍﻮﺧﯽﻣ"),  # the joiner has done its work
        ("ur", "ہے", "ﮨﮯ", "ﮯﮨ"),
        ("ckb", "ئەوە", "ﺋﻪﻭﻩ", "ﻩﻭﻪﺋ"),
        ("ar", "(سلام) 12", "(ﺳﻼﻡ) 12", "12 (ﻡﻼﺳ)"),
        ("ar", "سلام ", "ﺳﻼﻡ ", " ﻡﻼﺳ"),  # rule L1: the space hangs over the line's end
        ("ar", "سلام abc ", "ﺳﻼﻡ abc ", " abc ﻡﻼﺳ"),
        ("en", "peace سلام!", "peace ﺳﻼﻡ!", "peace ﻡﻼﺳ!"),
        ("he", "שלום (abc)", "שלום (abc)", "(abc) םולש"),
        ("he", "שָׁלוֹם", "שָׁלוֹם", "םוֹלשָׁ"),
        ("ar", "سلام\nلا", "ﺳﻼﻡ\nﻻ", "ﻡﻼﺳ\nﻻ"),  # line by line
        ("ar", "هاتف: \u20660779 53\u2069", "ﻫﺎﺗﻒ: \u20660779 53\u2069", "0779 53 :ﻒﺗﺎﻫ"),
        ("en", "peace", "peace", "peace"),
    ],
)
def test_plain_text(language: str, text: str, logical: str, visual: str) -> None:
    assert plain_text(text, language).text == logical
    assert plain_text(text, language, visual=True).text == visual
    assert plain_text(text, language).warnings == ()


def test_direction_may_be_given() -> None:
    assert plain_text("a سلام", "en", visual=True).text == "a ﻡﻼﺳ"
    assert plain_text("a سلام", "en", visual=True, direction="rtl").text == "ﻡﻼﺳ a"


def test_letters_without_a_form_are_named() -> None:
    result = plain_text("ڕۆژ و ڵ", "ckb")
    assert codes("ڕۆژ و ڵ", "ckb") == ["text-no-form"]
    assert "ڕ (U+0695), ڵ (U+06B5)" in result.warnings[0].sentence()
    assert "ڕ" in result.text


@pytest.mark.parametrize(
    ("language", "letters"), [("ps", "ټ ډ ښ"), ("sd", "ڪ ڳ ڱ ڌ ٺ ٽ ڇ"), ("ug", "ې ۈ ۋ ڭ"), ("ms-Arab", "ڠ ڽ ݢ")]
)
def test_every_letter_has_a_form_or_a_warning(language: str, letters: str) -> None:
    result = plain_text(letters, language)
    for letter, drawn in zip(letters.split(), result.text.split(), strict=True):
        named = any(f"U+{ord(letter):04X}" in warning.sentence() for warning in result.warnings)
        assert named == (letter == drawn)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("hi", "शांति", "Devanagari"),
        ("my", "ငြိမ်းချမ်းရေး", "Myanmar"),
        ("km", "សន្តិភាព", "Khmer"),
        ("nqo", "ߖߍ߬ߥߍ", "N’Ko"),
    ],
)
def test_scripts_that_plain_text_cannot_carry(language: str, text: str, name: str) -> None:
    result = plain_text(text, language, visual=True)
    assert [warning.code for warning in result.warnings] == ["text-needs-shaping"]
    assert name in result.warnings[0].sentence()


@pytest.mark.parametrize("text", ["ברית", "мир", "平和", "สันติภาพ", "평화", "ειρήνη"])
def test_scripts_that_it_can(text: str) -> None:
    assert codes(text, "und") == []


def test_what_cannot_be_set_is_refused() -> None:
    with pytest.raises(TextError):
        plain_text("a\x00", "ar")


def test_mirrored_is_what_harfbuzz_draws() -> None:
    """Rule L4, with HarfBuzz's own table as witness: a bracket set from right to left takes its partner's glyph."""
    for opener in "([{<«‹≤≥⟨⁅∈√":
        paragraph, line = set_text(f"א{opener}א", "he")
        run = next(run for run in line.runs if run.start <= 1 < run.end)
        glyph = next(g.id for g in run.glyphs if g.cluster == 1)
        partner = run.font.glyph(ord(mirrored(opener)))
        assert run.level == 1
        assert not paragraph.missing(line)
        if mirrored(opener) != opener and partner is not None:
            assert glyph == partner


def test_mirroring_twice_is_nothing() -> None:
    changed = [chr(code) for code in range(0x110000) if mirrored(chr(code)) != chr(code)]
    assert len(changed) > 400
    assert all(mirrored(mirrored(char)) == char for char in changed)


def test_visual_line_of_nothing() -> None:
    assert visual_line("", 1) == ""
    assert visual_line("\u200f", 1) == ""


#: Presentation forms, by the joining form that Unicode's decomposition gives them.
_FORM = {"<isolated>": "", "<initial>": "init", "<medial>": "medi", "<final>": "fina"}

WORDS = [
    "سلام",
    "بيت",
    "كتاب",
    "شمس",
    "قمر",
    "حرية",
    "عدالة",
    "مساواة",
    "خبز",
    "ثورة",
    "ضد",
    "ظلم",
    "غضب",
    "نحن",
    "هنا",
    "وطن",
    "يوم",
    "صوت",
    "جميع",
    "لجان",
    "ذهب",
    "طفل",
    "فجر",
    "تضامن",
]


@pytest.mark.parametrize("word", WORDS)
def test_arabic_reshaper_and_harfbuzz_choose_the_same_forms(word: str) -> None:
    """Two programs that know nothing of each other: one by table, one by the font's own features."""
    _, line = set_text(word, "ar")
    drawn = [name.split(".")[1:2] for name in names_of(line) if name.startswith("uni")]
    drawn_forms = [form[0] if form and form[0] in ("init", "medi", "fina") else "" for form in drawn]
    expected = []
    for char in plain_text(word, "ar").text:
        form, *letters = unicodedata.decomposition(char).split(" ")
        shape = _FORM[form]
        # Lam with alef is one character there, and two glyphs here.
        expected += [shape] if len(letters) == 1 else ["medi" if shape else "init", "fina"]
    assert drawn_forms == expected
