"""A date and a time become the parts that a poster sets apart: the numeral of the day, the month's name, the weekday's,
the year, the time; each in the language's words and digits, by the first calendar that is asked for."""

from __future__ import annotations

import datetime
import re

from placards.locale.dates import CALENDARS, DateStyle, check_style, format_when, formatted, in_calendar


def moments(
    date: datetime.date | None, time: datetime.time | None, language: str, style: DateStyle | None = None
) -> dict[str, str]:
    """The parts by their slots; none that were not given.

    >>> moments(datetime.date(2027, 4, 14), None, "fa", DateStyle(("persian",)))
    {'day': '۲۵', 'month': 'فروردین', 'weekday': 'چهارشنبه', 'year': '۱۴۰۶'}
    """
    style = style or DateStyle()
    check_style(style)
    found: dict[str, str] = {}
    if date is not None:
        calendar = in_calendar(style.calendars[0] if style.calendars else "gregorian", language)
        day, month, year = _parts(date, language, calendar, style)
        noon = datetime.datetime.combine(date, datetime.time(12))
        weekday = formatted(noon, "date, ::EEEE", language, CALENDARS["gregorian"], style)
        found |= {"day": day, "month": month, "weekday": weekday, "year": year}
    if time is not None:
        found["time"] = format_when(None, time, language, style)
    return found


def _parts(date: datetime.date, language: str, calendar: str, style: DateStyle) -> tuple[str, str, str]:
    """The numeral of the day, the month's name, and the numeral of the year."""
    if calendar == "nepali":
        from placards.locale.dates import nepali_words

        year, month, day = nepali_words(date, language, style)
        return day, month, year
    moment, old, new = datetime.datetime.combine(date, datetime.time(12)), 0, 0
    if calendar == "islamic":
        from placards.locale.dates import islamic_moment

        moment, old, new = islamic_moment(date, style)
    key = CALENDARS[calendar]
    day = _numeral(formatted(moment, "date, ::d", language, key, style))
    if old != new:  # ICU's month is a day short
        from placards.locale.dates import replace_number

        day = replace_number(day, old, new)
    month = formatted(moment, "date, ::LLLL", language, key, style)
    return day, month, _numeral(formatted(moment, "date, ::y", language, key, style))


def _numeral(words: str) -> str:
    """The number alone: 14日 is 14, and a year without its era."""
    found = re.search(r"\d+", words)
    return found[0] if found else words
