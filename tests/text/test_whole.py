"""Lines do not part what a reader takes as one thing, unless nothing else fits."""

from __future__ import annotations

import pytest

from placards.layout.fit import FitRule, Fitted, fit, prepare_message, wrap
from placards.problems.errors import FitError
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.text.tokens import addresses
from placards.text.whole import whole_stretches, without_breaks_inside
from placards.values.geometry import Size


def set_in(text: str, language: str, box: Size, **rule: float) -> Fitted:
    return fit(prepare_message(text, TextStyle(language), shipped_fonts()), box, FitRule(**{"min_size": 0.1, **rule}))  # type: ignore[arg-type]


def lines(fitted: Fitted) -> list[str]:
    return [fitted.paragraph.text[m.line.start : m.line.end] for m in fitted.lines]


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        # defects.md 7
        ("Call +91 98765 43210 today", "en", "+91 98765 43210"),
        ("Read https://example.org/peace-now/today.html now", "en", "https://example.org/peace-now/today.html"),
        ("No more Coca-Cola here", "en", "Coca-Cola"),
        ("集会は2027年4月14日です", "ja", "2027年4月14日"),
        ("集会2027年4月14日开始", "zh-Hans", "2027年4月14日"),
        ("집회는 2027년 4월 14일 입니다", "ko", "2027년 4월 14일"),
        ("Wednesday, 14 April 2027", "en", "14 April 2027"),
        ("Wednesday, April 14, 2027", "en", "April 14, 2027"),
        ("miércoles, 14 de abril de 2027", "es", "14 de abril de 2027"),
        ("बुधवार 14 अप्रैल 2027", "hi", "14 अप्रैल 2027"),
        ("يوم الأربعاء 7 ذو القعدة 1448", "ar", "7 ذو القعدة 1448"),
        ("from 17:00–19:00 in town", "en", "17:00–19:00"),
        ("from 17:00 – 19:00 in town", "en", "17:00 – 19:00"),
        ("meet at 5:30 PM here", "en", "5:30 PM"),
        ("on 15-12-2026 we meet", "en", "15-12-2026"),
        ("write to peace-now@example.org today", "en", "peace-now@example.org"),
        ("follow @gaza-now and #peace-now", "en", "@gaza-now"),
        ("the march for al-Quds now", "en", "al-Quds"),
        ("never more COVID-19 again", "en", "COVID-19"),
        ("we are 100 % of the people", "en", "100 %"),
        ("100万人の声を聞け", "ja", "100万"),
    ],
)
def test_it_stays_on_one_line(text: str, language: str, whole: str) -> None:
    at = text.index(whole)
    message = prepare_message(text, TextStyle(language), shipped_fonts())
    inside = range(at + 1, at + len(whole))
    assert not set(message.ends) & set(inside)
    for width in (60, 100, 160, 300):
        fitted = fit(message, Size(width, 400), FitRule(min_size=0.1))
        assert not {m.line.start for m in fitted.lines} & set(inside), lines(fitted)


@pytest.mark.parametrize(
    "text",
    [
        "self-determination for all",
        "1 2 3 4 5 6 7 8 9",
        "10 9 8 7 6 5 4 3 2 1",
        "Peace. 14 workers",
        "nuclear-weapon-free zones",
    ],
)
def test_ordinary_words_may_part(text: str) -> None:
    message = prepare_message(text, TextStyle("en"), shipped_fonts())
    assert len(message.ends) == 1 + text.count(" ") + text.count("-")


def test_it_gives_way_where_nothing_else_fits() -> None:
    text, box = "+91 98765 43210", Size(60, 200)
    whole = set_in(text, "en", box)
    assert lines(whole) == [text]
    opened = set_in(text, "en", box, min_size=whole.size * 1.2)
    assert lines(opened) == ["+91 98765", "43210"]  # at its spaces first, and no more than it must
    assert not opened.broken_words
    broken = set_in(text, "en", box, min_size=opened.size * 1.8)
    assert broken.broken_words
    with pytest.raises(FitError):
        set_in(text, "en", box, min_size=200)


def test_wrapping_opens_it_too_before_it_breaks_words() -> None:
    message = prepare_message("+91 98765 43210", TextStyle("en"), shipped_fonts())
    wide = wrap(message, 500, 20, FitRule())
    assert len(wide.lines) == 1
    narrow = wrap(message, 70, 20, FitRule())
    assert lines(narrow) == ["+91", "98765", "43210"]
    assert not narrow.broken_words


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_dot_between_date_and_time_does_not_hang(language: str) -> None:
    text = {"en": "April 14, 2027\u00a0· 4:30\u202fPM", "ar": "14\u00a0أبريل 2027\u00a0· 4:30\u00a0م"}[language]
    date, time = text.split("\u00a0· ")
    tall = set_in(text, language, Size(200, 300))
    assert lines(tall) == [date, time]
    flat = set_in(text, language, Size(900, 60))
    assert lines(flat) == [text]
    assert all(run.font.glyph(ord("·")) not in [g.id for g in run.glyphs] for m in tall.lines for run in m.line.runs)


def test_a_dot_at_the_end_of_a_text_stays() -> None:
    assert lines(set_in("Peace ·", "en", Size(200, 300)))[-1].endswith("·")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("请看https://example.org/a然后回来", "https://example.org/a"),
        ("联系我们info@example.org谢谢", "info@example.org"),
        ("みんな@gaza_nowで会おう", "@gaza_now"),
        ("ดูที่example.org/aนะ", "example.org/a"),
        ("see https://example.org/a?b=c#d!", "https://example.org/a?b=c#d"),
        ("mailto:a@b.org, now", "mailto:a@b.org"),
        ("#FreeThemAll!", "#FreeThemAll"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    assert address in [text[start:end] for start, end in addresses(text)]


@pytest.mark.parametrize("text", ["3.5 and 17.30", "end.Next", "a.b", "5@", "# 5", "Peace...now", "1.000.000"])
def test_what_is_no_address(text: str) -> None:
    found = [text[start:end] for start, end in addresses(text)]
    assert found == [] or found == ["end.Next"]  # a space is missing: it reads as a name, and stays whole


def test_ends_are_only_taken_away() -> None:
    assert without_breaks_inside("a b", (2, 3)) == (2, 3)
    assert without_breaks_inside("", ()) == ()
    text = "see www.example.org."
    assert [text[a:b] for a, b in whole_stretches(text)] == ["www.example.org"]
    text = "(see example.org/a_(b))"
    assert "example.org/a_(b)" in [text[a:b] for a, b in whole_stretches(text)]
