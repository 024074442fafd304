"""Where clusters, lines and paragraphs end."""

from __future__ import annotations

import pytest

from placards.text.breaks import grapheme_ends, is_hard_break, line_break_ends, paragraphs


def pieces(text: str, language: str) -> list[str]:
    ends = line_break_ends(text, language)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "戦争をやめろ",
            "ja",
            ["戦争", "を", "やめ", "ろ"],
        ),  # words and phrases, not loose syllables; prices tell them apart
        ("平和を今すぐ", "ja-u-lw-normal", ["平", "和", "を", "今", "す", "ぐ"]),  # who asks for it gets it
        ("我们要和平", "zh", ["我们", "要", "和平"]),
        ("지금 평화를", "ko", ["지금 ", "평화를"]),
        ("မြန်မာအစား", "my", ["မြန်မာ", "အစား"]),  # the prefix အ with its noun
        ("ဢမ်ႇလီလၢတ်ႈ", "shn", ["ဢမ်ႇလီလၢတ်ႈ"]),  # Burmese words are not tried on Shan
        ("ဢမ်ႇလီ။ လၢတ်ႈ", "shn", ["ဢမ်ႇလီ။ ", "လၢတ်ႈ"]),
        ("Peace now", "en", ["Peace ", "now"]),
    ],
)
def test_lines_end_where_readers_of_the_language_expect_it(text: str, language: str, parts: list[str]) -> None:
    assert pieces(text, language) == parts


@pytest.mark.parametrize("text", ["ᬅᬓ᭄ᬱᬭᬩᬮᬶ", "ᬩᬲᬩᬮᬶᬓᬭᬸᬡᬦ᭄"])
def test_a_consonant_whose_vowel_is_silenced_stays_with_its_syllable(text: str) -> None:
    """Balinese: no line begins with a consonant that adeg adeg silences at the end of a word."""
    starts = [part[1:2] == "\u1b44" and not part[2:3].isalpha() for part in pieces(text, "ban-Bali")[1:]]
    assert not any(starts)
    assert "".join(pieces(text, "ban-Bali")) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\ntwo", ["one", "two"]),
        ("one\r\ntwo", ["one", "two"]),
        ("one\rtwo", ["one", "two"]),
        ("one\n\ntwo\u2029", ["one", "", "two", ""]),
    ],
)
def test_paragraphs(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == parts


def test_a_separator_ends_a_line_whatever_its_width() -> None:
    assert [char for char in "a\n\r\v\f\x85\u2028\u2029 \t" if is_hard_break(char)] == list("\n\r\v\f\x85\u2028\u2029")


def test_clusters() -> None:
    assert grapheme_ends("") == ()
    assert grapheme_ends("abc") == (1, 2, 3)
    assert grapheme_ends("e\u0301 👩‍👧") == (2, 3, 6)
    assert grapheme_ends("a\r\nb") == (1, 3, 4)
