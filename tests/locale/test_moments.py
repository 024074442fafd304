"""The parts of a date that posters set apart, in calendars and digits that others than ICU vouch for."""

from __future__ import annotations

import datetime

import pytest

from placards.locale.dates import DateStyle
from placards.locale.moments import moments
from placards.locale.numbers import written_number

DAY = datetime.date(2027, 4, 14)


@pytest.mark.parametrize(
    ("language", "calendar", "digits", "expected"),
    [
        # 14 April 2027 is 25 Farvardin 1406 (calendar.ut.ac.ir); no year of the Gregorian calendar may appear in it.
        ("fa", "persian", "default", ("۲۵", "فروردین", "چهارشنبه", "۱۴۰۶")),
        ("fa", "gregorian", "default", ("۱۴", "آوریل", "چهارشنبه", "۲۰۲۷")),
        ("ar", "gregorian", "arabic", ("١٤", "أبريل", "الأربعاء", "٢٠٢٧")),
        ("hi", "gregorian", "devanagari", ("१४", "अप्रैल", "बुधवार", "२०२७")),
        ("en", "gregorian", "default", ("14", "April", "Wednesday", "2027")),
        ("ne", "nepali", "default", ("१", "वैशाख", "बुधबार", "२०८४")),  # the Nepali new year
        ("th", "second", "default", ("14", "เมษายน", "วันพุธ", "2570")),  # without the era, 543 years ahead
        ("ja", "gregorian", "default", ("14", "4月", "水曜日", "2027")),
        ("de", "second", "default", ("14", "April", "Mittwoch", "2027")),  # which has no second calendar
    ],
)
def test_parts_of_a_date(language: str, calendar: str, digits: str, expected: tuple[str, ...]) -> None:
    found = moments(DAY, None, language, DateStyle((calendar,), digits))
    assert (found["day"], found["month"], found["weekday"], found["year"]) == expected
    assert "time" not in found


def test_the_islamic_day_is_that_of_umm_al_qura() -> None:
    from hijridate import Gregorian

    for offset in range(0, 900, 29):
        day = DAY + datetime.timedelta(days=offset)
        year, month, number = Gregorian.fromdate(day).to_hijri().datetuple()
        found = moments(day, None, "ar", DateStyle(("islamic",)))
        assert (int(found["year"]), int(found["day"])) == (year, number)
        if month == 9:
            assert found["month"] == "رمضان"


def test_only_what_is_given() -> None:
    assert set(moments(None, datetime.time(16, 30), "fa")) == {"time"}
    assert moments(None, datetime.time(16, 30), "fa")["time"] == "۱۶:۳۰"
    assert moments(None, None, "fa") == {}


@pytest.mark.parametrize(
    ("text", "language", "digits", "expected"),
    [
        ("3000000", "en", "default", "3,000,000"),
        ("3000000", "hi", "default", "30,00,000"),  # lakhs
        ("3000000", "hi", "devanagari", "३०,००,०००"),
        ("3000000", "fa", "default", "۳٬۰۰۰٬۰۰۰"),
        ("1.5", "de", "default", "1,5"),
        ("0.25", "fa", "default", "۰٫۲۵"),
        ("2030", "en", "default", "2030"),  # it may be a year
        ("1 in 3", "ar", "arabic", "١ in ٣"),  # not a number alone: its digits only
        ("3 Mio.", "de", "default", "3 Mio."),
        ("500000", "tlh", "arabic", "٥٠٠٠٠٠"),  # CLDR knows nothing of it
        ("1234567890123456789", "en", "default", "1234567890123456789"),
    ],
)
def test_numbers(text: str, language: str, digits: str, expected: str) -> None:
    assert written_number(text, language, digits).replace("\u202f", " ") == expected
