"""What is written from left to right among right-to-left letters is drawn in its own order; what a reader expects from
right to left stays so."""

from __future__ import annotations

import unicodedata

import pytest

from placards.text.clean import settable
from placards.text.isolate import isolated, turned
from placards.text.plain import visual_line

LRI, PDI = "\u2066", "\u2069"


def drawn(text: str, language: str) -> str:
    """The line as it stands on paper, from left to right."""
    return visual_line(settable(text, language).text, 1).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        # defects.md 4
        ("اتصل 0300-1234567 الآن", "ur", "0300-1234567"),
        ("هاتف ٠١٢-٣٤٥٦٧٨٩ مفتوح", "ar", "٠١٢-٣٤٥٦٧٨٩"),
        ("تلفن ۰۲۱-۸۸۷۷۶۶۵۵ ما", "fa", "۰۲۱-۸۸۷۷۶۶۵۵"),
        ("روز ۱۵-۱۲-۲۰۲۶ بود", "fa", "۱۵-۱۲-۲۰۲۶"),
        ("تاریخ 15-12-2026 ہے", "ur", "15-12-2026"),
        ("تابعوا @gaza_now اليوم", "ar", "@gaza_now"),
        ("أقل من 1.5°C فقط", "ar", "1.5°C"),
        ("לומדים C++ כאן", "he", "C++"),
        # and what is like it
        ("לומדים ב-C++ כאן", "he", "C++"),
        ("استعملوا #FreePalestine دائماً", "ar", "#FreePalestine"),
        ("موقعنا example.org/ar/ يعمل", "ar", "example.org/ar/"),
        ("افتح https://example.org/غزة/ الآن", "ar", None),
        ("المجموعة LGBTQ+ معنا", "ar", "LGBTQ+"),
        ("חברת 7-Eleven כאן", "he", "7-Eleven"),
        ("الحرارة -5°C اليوم", "ar", "-5°C"),
        ("ברשת .NET כאן", "he", ".NET"),
        ("اتصل +961 3 123 456 الآن", "ar", "+961 3 123 456"),
        ("اتصل (021) 345-6789 الآن", "ar", "(021) 345-6789"),
        ("הטלפון 1-800-555-1234 פתוח", "he", "1-800-555-1234"),
        ("גרסה v2.0-beta+ כאן", "he", "v2.0-beta+"),
        ("في U.S. هناك", "ar", "U.S."),
        ("اكتب إلى info@example.org/ الآن", "ar", "info@example.org/"),
        ("قال the +1 club هنا", "ar", "the +1 club"),
    ],
)
def test_a_left_to_right_word_keeps_its_order(text: str, language: str, whole: str | None) -> None:
    if whole is not None:
        assert whole in drawn(text, language), drawn(text, language)
    else:
        assert settable(text, language).text == f"افتح {LRI}https://example.org/غزة/{PDI} الآن"


@pytest.mark.parametrize(
    ("text", "language", "on_paper"),
    [
        ("من ١٨٩٤-١٩٦٢ هنا", "ar", "١٩٦٢-١٨٩٤"),  # a range of years
        ("بين 5000-10000 شخص", "ar", "10000-5000"),
        ("٣ + ٤ = ٧", "ar", "٧ = ٤ + ٣"),  # a sum
        ("يوم 15/12/2026 هنا", "ar", "15/12/2026"),
        ("תאריך 15.12.2026 כאן", "he", "15.12.2026"),
        ("الساعة 17:30 مساء", "ar", "17:30"),
        # CLDR's Arabic date is d\u200f/M\u200f/y: day first from the right.
        ("يوم ١٥-١٢-٢٠٢٦ هنا", "ar", "٢٠٢٦-١٢-١٥"),
        ("قالت (BBC) هذا", "ar", "(BBC)"),
        # A tag runs as its word does, also beside what makes the text look at order: the sign stands at the right.
        ("عند 17:30 #غزة_الآن", "ar", "نآلا_ةزغ#"),
        ("#غزة_الآن في 2026", "ar", "نآلا_ةزغ#"),
    ],
)
def test_what_reads_from_right_to_left_is_left_alone(text: str, language: str, on_paper: str) -> None:
    assert settable(text, language).text == text
    assert on_paper in drawn(text, language)


@pytest.mark.parametrize(
    "text", ["قالت BBC!", "قال «Peace now».", "עם Peace?", "سلام،Peace؛", "#غزة الآن", "🍉Gaza🍉 غزة"]
)
def test_a_sentence_s_own_signs_stay_with_the_sentence(text: str) -> None:
    assert turned(text, "ar") == ()


@pytest.mark.parametrize("text", ["Call 0300-1234567", "C++ and @gaza_now", "1.5°C", "سلام فقط", "١٢٣", "Привет #мир"])
def test_a_text_of_one_direction_is_not_touched(text: str) -> None:
    assert isolated(text, "") == text


def test_what_is_isolated_already_stays_as_it_is() -> None:
    text = f"اتصل {LRI}0300-1234567{PDI} و {LRI}@gaza_now{PDI}"
    assert isolated(text, "ar") == text
    assert isolated(isolated("اتصل @gaza_now", "ar"), "ar") == isolated("اتصل @gaza_now", "ar")


def test_every_line_is_looked_at_by_itself() -> None:
    text = "سلام\nC++ كتاب\nاتصل 0300-1234567"
    assert [text[a:b] for a, b in turned(text, "ar")] == ["C++", "0300-1234567"]


def test_a_right_to_left_word_in_a_left_to_right_text() -> None:
    assert isolated("Say سلام C++ now", "en") == "Say سلام C++ now"  # it stands in its order by itself
    assert drawn_in_english("Call سلام 0300-1234567").endswith("0300-1234567")


def drawn_in_english(text: str) -> str:
    return visual_line(settable(text, "en").text, 0)


@pytest.mark.parametrize("mark", ["\u0301", "\u0323"])
def test_marks_belong_to_their_letters(mark: str) -> None:
    text = f"مع Zo{mark} هنا"
    assert isolated(text, "ar") == text
    assert unicodedata.category(mark) == "Mn"


def test_nothing_is_said_of_what_is_mended() -> None:
    assert settable("اتصل 0300-1234567 و @gaza_now", "ar").warnings == ()


def test_no_line_ends_inside_a_telephone_number() -> None:
    """Its groups are joined by no-break spaces; the spaces around it stay what they are."""
    assert isolated("اتصل +961 3 123 456 الآن", "ar") == f"اتصل {LRI}+961\u00a03\u00a0123\u00a0456{PDI} الآن"
