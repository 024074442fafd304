"""A date and a time become words in a language: its own calendar names and digits, and a second calendar on request.

ICU formats; where it is wrong or has no calendar, better sources decide the day: `hijridate` for Umm al-Qura (ICU
differs from 2029 on), `nepali-datetime` for Bikram Sambat.
"""

from __future__ import annotations

import datetime
import re
import unicodedata

from placards.frozen import dataclass
from placards.locale.digits import DIGITS, check_digits, with_digits
from placards.locale.language import fallbacks, is_rtl, parse_language
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, Place, near

#: Calendar → its key in ICU's locale tags. A wrong key silently gives Gregorian dates, hence this table.
CALENDARS = {
    "gregorian": "gregory",
    "islamic": "islamic-umalqura",
    "persian": "persian",
    "hebrew": "hebrew",
    "ethiopic": "ethiopic",
    "buddhist": "buddhist",
    "nepali": "",
}

#: The calendar that people use beside the Gregorian one, by language.
SECOND_CALENDAR = {
    "fa": "persian",
    "prs": "persian",
    "ps": "persian",
    "he": "hebrew",
    "yi": "hebrew",
    "am": "ethiopic",
    "ti": "ethiopic",
    "th": "buddhist",
    "ne": "nepali",
    "ar": "islamic",
    "ur": "islamic",
}

#: Languages that write year, month, day, weekday, as CLDR's root does.
_ROOT_ORDER = frozenset({"ml", "si"})

#: First and last day that `hijridate` knows (1343-01-01 to 1500-12-30).
HIJRI_RANGE = (datetime.date(1924, 8, 1), datetime.date(2077, 11, 16))

_BIKRAM_MONTHS = {
    "ne": "वैशाख जेठ असार साउन भदौ असोज कात्तिक मंसिर पुस माघ फागुन चैत".split(),
    "en": "Baisakh Jestha Asar Shrawan Bhadra Aswin Kartik Mangsir Poush Magh Falgun Chaitra".split(),
}


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates are written. ``hijri_shift`` moves the Islamic date by a day where the moon was seen otherwise."""

    calendars: tuple[str, ...] = ("gregorian",)
    digits: str = "default"
    hijri_shift: int = 0


def check_style(style: DateStyle) -> None:
    """Raise InputError for an unknown calendar or digits, or a shift of more than a day."""
    for calendar in style.calendars:
        if calendar not in (*CALENDARS, "second"):
            raise InputError("calendar-unknown", remedy=near(calendar, [*CALENDARS, "second"]), calendar=calendar)
    check_digits(style.digits)
    if style.hijri_shift not in (-1, 0, 1):
        raise InputError("calendar-shift")


def format_when(
    date: datetime.date | None,
    time: datetime.time | None,
    language: str,
    style: DateStyle | None = None,
) -> str:
    """The date in each calendar of *style* and the time, parted by middle dots; empty without either.

    >>> format_when(datetime.date(2023, 4, 14), None, "en", DateStyle(("gregorian", "islamic")))
    'Friday, April 14, 2023\\xa0· Ramadan 23, 1444 AH'
    """
    style = style or DateStyle()
    check_style(style)
    parts = []
    if date is not None:
        calendars = [
            SECOND_CALENDAR.get(parse_language(language).language, "") if c == "second" else c for c in style.calendars
        ]
        for number, calendar in enumerate(dict.fromkeys(c for c in calendars if c)):
            words = format_date(date, language, calendar, style, weekday=number == 0)
            parts.append(re.sub(r"(?<=\d) (?=[^\W\d])", "\u00a0", words))  # “14 April” stays together
    if time is not None:
        moment = datetime.datetime.combine(datetime.date(2000, 1, 1), time)
        # A time stays on one line, and a line may end after a dot, never begin with it.
        parts.append(formatted(moment, "time, short", language, "", style).replace(" ", "\u00a0"))
    return "\u00a0· ".join(_isolated(part) if is_rtl(language) else part for part in parts)


def in_calendar(calendar: str, language: str) -> str:
    """The calendar by its own name: “second” is the one that the language has beside the Gregorian one, if any."""
    return SECOND_CALENDAR.get(parse_language(language).language, "gregorian") if calendar == "second" else calendar


def _isolated(part: str) -> str:
    """A part with left-to-right letters, such as “4:30 PM” in Urdu, as an isolate: else its words change places."""
    if any(unicodedata.bidirectional(char) == "L" for char in part):
        return f"\u2068{part}\u2069"
    return part


def format_date(
    date: datetime.date, language: str, calendar: str, style: DateStyle | None = None, *, weekday: bool = False
) -> str:
    """A date in one calendar, in the language's words; the weekday only with the Gregorian date. Raises InputError
    for a day outside the calendar's known range."""
    style = style or DateStyle()
    noon = datetime.datetime.combine(date, datetime.time(12))
    if calendar == "nepali":
        return _nepali(date, language, style)
    if calendar == "islamic":
        return _islamic(date, language, style)
    words = _with_own_era(formatted(noon, "date, long", language, CALENDARS[calendar], style), language)
    if weekday and calendar == "gregorian":
        return _with_weekday(noon, words, language, style)
    return words


def doubts(style: DateStyle, date: datetime.date | None, language: str) -> tuple[Diagnostic, ...]:
    """What a careful organiser should be told about the second calendar."""
    if date is None:
        return ()
    second = SECOND_CALENDAR.get(parse_language(language).language)
    calendars = {second if c == "second" else c for c in style.calendars}
    place = Place(message="date", language=language)
    out = []
    if "nepali" in calendars and date.year >= 2025:
        out.append(diagnostic("calendar-nepali-doubtful", place=place))
    if "islamic" in calendars and style.hijri_shift == 0:
        out.append(diagnostic("calendar-islamic-doubtful", place=place))
    return tuple(out)


def _locale(language: str, calendar: str, style: DateStyle) -> str:
    keys = []
    if calendar:
        keys.append(f"ca-{calendar}")
    if DIGITS[style.digits]:
        keys.append(f"nu-{DIGITS[style.digits]}")
    # ICU formats in the machine's time zone unless the locale names one.
    keys.append("tz-utc")
    return f"{parse_language(language)}-u-{'-'.join(keys)}"


def formatted(moment: datetime.datetime, kind: str, language: str, calendar: str, style: DateStyle) -> str:
    """A moment in ICU's words, by a kind of its message formats (``date, long``, ``date, ::LLLL``)."""
    from icu4py.messageformat import MessageFormat

    # UTC in and UTC out (`_locale`) keeps hour and day on every machine. A moment without a zone would be taken for one
    # in the machine's zone, where there are hours that do not exist.
    aware = moment.replace(tzinfo=datetime.UTC)
    text = str(MessageFormat(f"{{d, {kind}}}", _known(language, calendar, style)).format({"d": aware}))
    return text.replace("\u200e", "").replace("\u200f", "")


def _known(language: str, calendar: str, style: DateStyle) -> str:
    """The ICU locale of the nearest language that CLDR knows; English words where it knows none."""
    from babel import Locale, UnknownLocaleError

    for tag in fallbacks(language):
        try:
            Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return _locale(tag, calendar, style)
    return _locale("en", calendar, style)


def _with_weekday(moment: datetime.datetime, words: str, language: str, style: DateStyle) -> str:
    full = formatted(moment, "date, full", language, "gregory", style)
    if parse_language(language).language in _ROOT_ORDER:
        return full
    # Where CLDR has no full pattern of its own, ICU falls back to "2023 … 14, weekday": worse than no weekday.
    year, day, weekday = (
        formatted(moment, f"date, ::{part}", language, "gregory", style) for part in ("y", "d", "EEEE")
    )
    return words if full.startswith(f"{year} ") and full.endswith(f" {day}, {weekday}") else full


def _islamic(date: datetime.date, language: str, style: DateStyle) -> str:
    """The Umm al-Qura date in ICU's words. Where ICU's month is a day short, its 29th is written and then corrected."""
    moment, written, right = islamic_moment(date, style)
    words = formatted(moment, "date, long", language, CALENDARS["islamic"], style)
    return replace_number(words, written, right)


def islamic_moment(date: datetime.date, style: DateStyle) -> tuple[datetime.datetime, int, int]:
    """The moment that ICU must be asked for to get a day's Islamic month and year, the number of the day that it then
    writes, and the right one; raises InputError for a day outside the tables."""
    from hijridate import Gregorian

    shift = datetime.timedelta(days=style.hijri_shift)
    # The shift is taken off the range: the first and the last day that Python knows have no neighbour.
    if not HIJRI_RANGE[0] - shift <= date <= HIJRI_RANGE[1] - shift:
        raise InputError("calendar-islamic-range", day=str(date), last=str(HIJRI_RANGE[1]))
    day = date + shift
    year, month, number = Gregorian.fromdate(day).to_hijri().datetuple()
    noon = datetime.datetime.combine(day, datetime.time(12))
    for offset in (0, 1, -1, 2, -2):
        candidate = noon + datetime.timedelta(days=offset)
        shown = formatted(candidate, "date, ::yMd", "en", CALENDARS["islamic"], DateStyle(digits="latin"))
        icu_month, icu_number, icu_year = (int(n) for n in shown.split()[0].split("/"))
        if (icu_year, icu_month) == (year, month) and abs(icu_number - number) <= (number == 30):
            return candidate, icu_number, number
    raise InputError("calendar-islamic-words", day=str(day))


def replace_number(words: str, old: int, new: int) -> str:
    """*words* with the number *old*, in whatever digits, made *new*."""

    def corrected(match: re.Match[str]) -> str:
        token = match[0]
        zero = ord(token[0]) - int(token[0])
        return token if int(token) != old else "".join(chr(zero + int(digit)) for digit in str(new))

    return re.sub(r"\d+", corrected, words) if old != new else words


#: Era names that ICU leaves in English, and what the language writes.
_ERAS = {"am": ("AM", "ዓ.ም."), "ti": ("AM", "ዓ.ም."), "ps": ("AP", ""), "ckb": ("AP", ""), "ur": ("AP", "")}


def _with_own_era(words: str, language: str) -> str:
    era, own = _ERAS.get(parse_language(language).language, ("", ""))
    if not era or era not in words.split():
        return words
    rest = [part for part in words.split() if part != era]
    if words.startswith(era):  # "AP 1406 month 25": the year came first because no pattern of the language exists
        rest.reverse()
    return " ".join([*rest, own]).strip()


def _nepali(date: datetime.date, language: str, style: DateStyle) -> str:
    text = " ".join(nepali_words(date, language, style))
    return text if parse_language(language).language == "ne" else f"{text} BS"


def nepali_words(date: datetime.date, language: str, style: DateStyle) -> tuple[str, str, str]:
    """Year, month and day of Bikram Sambat; raises InputError for a day outside its tables."""
    import nepali_datetime

    try:
        day = nepali_datetime.date.from_datetime_date(date)
    except (ValueError, OverflowError, IndexError) as error:
        raise InputError("calendar-nepali-range", day=str(date)) from error
    own = parse_language(language).language
    months = _BIKRAM_MONTHS.get(own, _BIKRAM_MONTHS["en"])
    digits = "devanagari" if own == "ne" and style.digits in ("default", "devanagari") else "latin"
    year, number = (with_digits(str(value), digits) for value in (day.year, day.day))
    return year, months[day.month - 1], number


__all__ = [
    "CALENDARS", "DIGITS", "HIJRI_RANGE", "SECOND_CALENDAR", "DateStyle", "check_style", "doubts", "format_date",
    "format_when", "with_digits",
]  # fmt: skip
