"""A date and a time become words in a language."""

from __future__ import annotations

import datetime

from placards.language import fallbacks


def format_when(date: datetime.date | None, time: datetime.time | None, language: str) -> str:
    """The date in full and the time in the language's short form, by CLDR; English words where CLDR has none."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_time

    locale = Locale("en")
    for tag in fallbacks(language):
        try:
            locale = Locale.parse(tag, sep="-")
            break
        except (UnknownLocaleError, ValueError):
            continue
    parts = []
    if date is not None:
        parts.append(format_date(date, "full", locale=locale))
    if time is not None:
        parts.append(format_time(time, "short", locale=locale))
    return " · ".join(parts)
