"""Calendars against reference tables, day by day from 1990 to 2059."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from placards.locale.dates import DateStyle, doubts, format_date, format_when, with_digits
from placards.problems.errors import InputError

LATIN = DateStyle(digits="latin")


def days() -> Iterator[datetime.date]:
    day = datetime.date(1990, 1, 1)
    while day < datetime.date(2060, 1, 1):
        yield day
        day += datetime.timedelta(days=1)


def test_islamic_dates_are_umm_al_qura() -> None:
    from hijridate import Gregorian

    for day in days():
        hijri = Gregorian.fromdate(day).to_hijri()
        shown = format_date(day, "en", "islamic", LATIN)
        month = shown.rsplit(" ", 3)[0]
        number, year = shown.removeprefix(month + " ").removesuffix(" AH").split(", ")
        assert (int(year), int(number)) == (hijri.year, hijri.day), day


def test_islamic_months_follow_in_order() -> None:
    from hijridate import Gregorian

    names: dict[int, set[str]] = {}
    for day in list(days())[::9]:  # each month three times
        month = Gregorian.fromdate(day).to_hijri().month
        names.setdefault(month, set()).add(format_date(day, "en", "islamic", LATIN).rsplit(" ", 3)[0])
    assert all(len(found) == 1 for found in names.values())
    assert names[9] == {"Ramadan"}


def test_persian_dates() -> None:
    from persiantools.jdatetime import JalaliDate

    for day in days():
        jalali = JalaliDate(day)
        assert format_date(day, "en", "persian", LATIN) == (
            f"{jalali.strftime('%B', locale='en')} {jalali.day}, {jalali.year} AP"
        )


def test_hebrew_dates() -> None:
    from pyluach.dates import GregorianDate

    for day in days():
        hebrew = GregorianDate(day.year, day.month, day.day).to_heb()
        shown = format_date(day, "en", "hebrew", LATIN)
        assert (shown.split()[0], shown.split()[-1]) == (str(hebrew.day), str(hebrew.year)), day


def test_ethiopic_and_buddhist_new_years() -> None:
    # 1 Meskerem falls on 11 September, on the 12th before a Gregorian leap year.
    for year in range(1990, 2060):
        first = datetime.date(year, 9, 12 if (year + 1) % 4 == 0 else 11)
        assert format_date(first, "en", "ethiopic", LATIN).startswith(f"Meskerem 1, {year - 7}")
        assert format_date(first, "th", "buddhist", LATIN).endswith(str(year + 543))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Friday, April 14, 2023 · 4:30 PM"),
        ("fa", "جمعه ۱۴ آوریل ۲۰۲۳ · ۲۵ فروردین ۱۴۰۲ · ۱۶:۳۰"),
        ("ar", "الجمعة، 14 أبريل 2023 · 23 رمضان 1444 هـ · 4:30 م"),
        ("am", "ዓርብ 14 ኤፕሪል 2023 · 6 ሚያዝያ 2015 ዓ.ም. · 4:30 ከሰዓት"),
        ("ps", "جمعه د ۲۰۲۳ د اپریل ۱۴ · ۲۵ وری ۱۴۰۲ · ۱۶:۳۰"),
        ("he", "יום שישי, 14 באפריל 2023 · כ״ג בניסן תשפ״ג · 16:30"),
        ("ne", "२०२३ अप्रिल १४ · २०८० वैशाख १ · १६:३०"),
    ],
)
def test_the_second_calendar_of_a_language(language: str, expected: str) -> None:
    when = format_when(datetime.date(2023, 4, 14), datetime.time(16, 30), language, DateStyle(("gregorian", "second")))
    assert when.replace("\u202f", " ").replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "2023年4月14日金曜日"),
        ("zh-Hans", "2023年4月14日星期五"),
        ("ko", "2023년 4월 14일 금요일"),
        ("hu", "2023. április 14., péntek"),
        ("ml", "2023 ഏപ്രിൽ 14, വെള്ളിയാഴ്‌ച"),
        ("sn", "2023 Kubvumbi 14"),  # which would be CLDR's root pattern: no weekday
    ],
)
def test_weekdays_stand_where_the_year_is_first(language: str, expected: str) -> None:
    assert format_when(datetime.date(2023, 4, 14), None, language).replace("\u00a0", " ") == expected


def test_the_moon_may_be_seen_a_day_later() -> None:
    day = datetime.date(2023, 4, 14)
    assert format_date(day, "en", "islamic", DateStyle(hijri_shift=-1)) == "Ramadan 22, 1444 AH"
    assert doubts(DateStyle(("islamic",)), day, "en")
    assert not doubts(DateStyle(("islamic",), hijri_shift=1), day, "en")


def test_digits_can_be_chosen() -> None:
    day = datetime.date(2023, 4, 14)
    assert format_date(day, "ar", "gregorian", DateStyle(digits="arabic")) == "١٤ أبريل ٢٠٢٣"
    assert format_date(day, "fa", "gregorian", DateStyle(digits="latin")) == "14 آوریل 2023"


@pytest.mark.parametrize(
    "style", [DateStyle(("julian",)), DateStyle(digits="roman"), DateStyle(("islamic",), hijri_shift=2)]
)
def test_unknown_styles_are_refused(style: DateStyle) -> None:
    with pytest.raises(InputError):
        format_when(datetime.date(2027, 1, 1), None, "en", style)


def test_days_outside_the_tables_are_refused() -> None:
    with pytest.raises(InputError, match="outside the Islamic calendar"):
        format_date(datetime.date(2100, 1, 1), "en", "islamic")
    assert "2025" in doubts(DateStyle(("nepali",)), datetime.date(2027, 1, 1), "ne")[0].sentence()


def test_numbers_of_a_list_use_the_languages_digits() -> None:
    from placards.layout.chants import local_number

    assert [local_number(12, tag) for tag in ("en", "fa", "ne", "bn", "ar", "ar-EG", "ckb", "yai")] == [
        "12", "۱۲", "१२", "১২", "12", "١٢", "١٢", "12",
    ]  # fmt: skip


def test_digits_of_a_slot() -> None:
    assert with_digits("14 April 2027", "persian") == "۱۴ April ۲۰۲۷"
    assert with_digits("۱۴ فروردین", "latin") == "14 فروردین"
    assert with_digits("१४", "default") == "१४"


def test_a_time_in_latin_letters_is_an_isolate_in_a_right_to_left_date() -> None:
    urdu = format_when(datetime.date(2027, 4, 14), datetime.time(16, 30), "ur")
    assert urdu.endswith("\u20684:30\u00a0PM\u2069")
    assert "\u2068" not in format_when(datetime.date(2027, 4, 14), datetime.time(16, 30), "ar")
    assert "\u2068" not in format_when(datetime.date(2027, 4, 14), datetime.time(16, 30), "en")


def test_nepali_dates_are_bikram_sambat() -> None:
    day = datetime.date(2027, 4, 14)
    assert format_date(day, "ne", "nepali") == "२०८४ वैशाख १"
    assert format_date(day, "ne", "nepali", LATIN) == "2084 वैशाख 1"
    assert format_date(day, "en", "nepali") == "2084 Baisakh 1 BS"
    with pytest.raises(InputError, match=r"2500-01-01 lies outside the Nepali calendar's tables\. Leave it out"):
        format_date(datetime.date(2500, 1, 1), "ne", "nepali")


def test_a_language_that_nobody_has_names_for_is_written_in_english() -> None:
    assert format_when(datetime.date(2027, 4, 14), None, "tlh").startswith("Wednesday, April")


def test_a_date_or_a_time_alone() -> None:
    day, time = datetime.date(2027, 4, 14), datetime.time(16, 30)
    assert "·" not in format_when(day, None, "en") + format_when(None, time, "en")
    assert format_when(None, None, "en") == ""
    assert doubts(DateStyle(("islamic",)), None, "ar") == ()


def test_doubts_are_diagnostics_of_their_language() -> None:
    (found,) = doubts(DateStyle(("gregorian", "second")), datetime.date(2027, 4, 14), "ur")
    assert (found.code, found.severity, found.place.language) == ("calendar-islamic-doubtful", "warning", "ur")
    assert not doubts(DateStyle(("gregorian", "second")), datetime.date(2027, 4, 14), "sw")


def test_a_day_that_icu_cannot_write_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.locale.dates.formatted", lambda *_: "1/1/1 AH")
    with pytest.raises(InputError, match="cannot be written in the Islamic calendar"):
        format_date(datetime.date(2027, 4, 14), "ar", "islamic")
