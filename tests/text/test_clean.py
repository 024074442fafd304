"""User input is made settable, or refused with the character and the next step."""

from __future__ import annotations

import unicodedata

import pytest

from placards.problems.errors import TextError
from placards.text.clean import clean

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


def codes(text: str) -> list[str]:
    return [warning.code for warning in clean(text).warnings]


@pytest.mark.parametrize(
    ("text", "code_point", "place"),
    [
        ("ab\x07", "U+0007", 3),
        ("\x00a", "U+0000", 1),
        ("a\x7f", "U+007F", 2),
        ("a\x9bb", "U+009B", 2),
        ("a\x0bb", "U+000B", 2),
        ("a\ud800b", "U+D800", 2),
        ("a\udc00", "U+DC00", 2),
        ("\ufdd0", "U+FDD0", 1),
        ("a\uffff", "U+FFFF", 2),
        ("\U0010fffe", "U+10FFFE", 1),
        ("caf\ufffd", "U+FFFD", 4),
        ("a\ufffcb", "U+FFFC", 2),
        ("\t\r\n\x1b[0m", "U+001B", 3),
    ],
)
def test_refuses_what_has_no_place_on_paper(text: str, code_point: str, place: int) -> None:
    with pytest.raises(TextError) as caught:
        clean(text)
    assert code_point in str(caught.value)
    assert f"character {place} " in str(caught.value)
    assert caught.value.remedy


def test_accepts_every_other_character_of_unicode() -> None:
    expected = {c for c in range(0x110000) if unicodedata.category(chr(c)) in ("Cc", "Cs")} - {0x9, 0xA, 0xD, 0x85}
    expected |= {*range(0xFDD0, 0xFDF0), 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC, 0xFFFD}
    expected |= {plane + low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)}
    for code in expected:
        with pytest.raises(TextError):
            clean("a" + chr(code))
    for plane in range(0, 0x110000, 0x1000):
        clean("a" + " ".join(chr(code) for code in range(plane, plane + 0x1000) if code not in expected))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u200b", "\u2066\u2069", "\u3000\u00ad", "\u200e \u2060", "\u2800", "\u3164"]
)
def test_refuses_a_text_that_shows_nothing(text: str) -> None:
    with pytest.raises(TextError) as caught:
        clean(text)
    assert caught.value.code == "empty"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"),
        ("\ufeffa", "a"),
        ("می‌خواهم", "می‌خواهم"),
        ("a\u200eb\u200fc\u061cd", "a\u200eb\u200fc\u061cd"),
        (f"a {LRI}0779 53{PDI}", f"a {LRI}0779 53{PDI}"),
        ("e\u0301", "e\u0301"),  # only Hangul is composed
        ("\u212b", "\u212b"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("\ud558\u11ab", "한"),
        ("\u1112\u119e", "\u1112\u119e"),  # old Hangul has no syllable of its own
        ("👩‍🚀", "👩‍🚀"),
    ],
)
def test_changes_only_what_must_change(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned
    assert clean(text).warnings == ()


@pytest.mark.parametrize(
    ("text", "cleaned", "warning"),
    [
        # Written one way, read another: "user‮ nimda" shows "user admin".
        ("user\u202e nimda\u202c", "user nimda", "text-bidi-override"),
        ("\u202aa\u202bb\u202dc", "abc", "text-bidi-override"),
        (f"{RLI}a", f"{RLI}a{PDI}", "text-bidi-isolate"),
        (f"{LRI}{FSI}a\nb", f"{LRI}{FSI}a{PDI}{PDI}\nb", "text-bidi-isolate"),
        (f"a{PDI}b", "ab", "text-bidi-isolate"),
        (f"{LRI}a\nb{PDI}", f"{LRI}a{PDI}\nb", "text-bidi-isolate"),
        ("a\ufeffb", "ab", "text-byte-order-mark"),
        ("a\ue001", "a\ue001", "text-private-use"),
        ("a\U000e0041", "a\U000e0041", "text-tags"),
        ("اتصل +49 30 1234567", "اتصل +49 30 1234567", "text-phone-number"),
    ],
)
def test_says_what_it_changed_or_noticed(text: str, cleaned: str, warning: str) -> None:
    result = clean(text)
    assert result.text == cleaned
    assert codes(text) == [warning]
    assert result.warnings[0].sentence().endswith(".")
    assert clean(cleaned).text == cleaned


def test_a_flag_of_tags_is_no_trick() -> None:
    assert codes("🏴󠁧󠁢󠁳󠁣󠁴󠁿") == []


@pytest.mark.parametrize("text", ["اتصل 2024/05/12", "12 000 سنة", "من ١٨٩٤-١٩٦٢", "a +49 30 1234567", "-2024 -2025"])
def test_dates_and_sums_are_no_telephones(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("word", ["ﻣﺤﻤﺪ", "ﺳﻼﻡ", "ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ", "ﻛُﺘِﺐَ"])
def test_presentation_forms_are_told_from_visual_order(word: str) -> None:
    assert codes(word) == ["text-presentation-forms"]
    with pytest.raises(TextError) as caught:
        clean(word[::-1])
    assert caught.value.code == "visual-order"


def test_words_in_one_character_are_letters_like_others() -> None:
    assert codes("ﷺ ﷲ ﷼") == []
