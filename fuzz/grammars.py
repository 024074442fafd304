# ruff: noqa: E501
"""A random number generator becomes words of the small formats: tags, sizes, lengths, colours, conditions, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from fuzz import mutate, words

_SUBTAGS = (
    "en", "ar", "zh", "sr", "und", "x", "i", "a", "u", "t", "Latn", "ARAB", "hans", "Zyyy", "Qaaa", "GB", "419", "001", "valencia", "1901",
    "x-quechua", "u-nu-arab", "u-ca-islamic", "tlh", "klingon", "cmn", "lad", "arevela", "abcdefghi", "ß", "İ", "ı",
)  # fmt: skip
_SIZES = (
    "a0", "a3", "A4", "a10", "b2", "letter", "legal", "tabloid", "story", "instagram-portrait", "og", "banner-300x100cm",
    "50x70cm", "50x70", "1920x1080px", "10x10mm", "50mx50m", "3ftx10ft", "24x36in", "0.5x2m", "1e3x2m", "banner-1x1m",
)  # fmt: skip
_UNITS = ("pt", "mm", "cm", "m", "in", "ft", "px", "%", "vmin", "vmax", "em", "", "MM", "㎜")
_NAMES = (
    "aspect",
    "width_mm",
    "height_mm",
    "languages",
    "screen",
    "banner",
    "has_slogan",
    "has_link",
    "Aspect",
    "x",
    "",
)
CALENDARS = ("gregorian", "second", "islamic", "persian", "hebrew", "ethiopic", "buddhist", "nepali", "mayan", "")
DIGITS = (
    "default",
    "latin",
    "arabic",
    "persian",
    "devanagari",
    "bengali",
    "thai",
    "khmer",
    "burmese",
    "tamil",
    "roman",
)


def near(make: Callable[[Random], str], dictionary: Sequence[str] = ()) -> Callable[[Random], bytes]:
    """What a grammar makes, every third time with something wrong in it."""

    def maker(rng: Random) -> bytes:
        data = make(rng).encode("utf-8", errors="replace")
        return mutate.text_like(rng, data, dictionary, 2) if rng.random() < 0.35 else data

    return maker


def language(rng: Random) -> str:
    """A language tag."""
    if rng.random() < 0.4:
        return rng.choice(words.LANGUAGES)
    return rng.choice("-___-- ").join(rng.choice(_SUBTAGS) for _ in range(rng.choice((1, 2, 2, 3, 3, 5, 40))))


def size(rng: Random) -> str:
    """A sheet's size."""
    if rng.random() < 0.5:
        return rng.choice(_SIZES) + rng.choice(("", "", "-landscape", "-portrait", "-landscape-portrait", " "))
    times = rng.choice(("x", "x", "×", " x ", "X", "*"))
    return f"{rng.choice(('', '', 'banner-'))}{words.number(rng)}{rng.choice(_UNITS)}{times}{words.number(rng)}{rng.choice(_UNITS)}"  # fmt: skip


def length(rng: Random) -> str:
    """A length."""
    return f"{rng.choice(('', '', ' ', '+'))}{words.number(rng)}{rng.choice(('', ' '))}{rng.choice(_UNITS)}"


def color(rng: Random) -> str:
    """A colour in hexadecimal."""
    digits = "0123456789abcdefABCDEF"
    return rng.choice(("#", "#", "", "##")) + "".join(rng.choice(digits) for _ in range(rng.choice((3, 6, 6, 4, 8, 1))))


def condition(rng: Random) -> str:
    """A condition of variants."""
    operators = (">=", "<=", "==", "!=", ">", "<", "=", "=>", "in")
    terms = [
        f"{rng.choice(_NAMES)} {rng.choice(operators)} {words.number(rng)}" for _ in range(rng.choice((1, 1, 2, 3)))
    ]
    return rng.choice((" and ", " and ", " or ", "and", " AND ")).join(terms)


def when(rng: Random) -> str:
    """Date, time, language, calendars, digits, shift: one a line."""
    year = rng.choice((1, 622, 1582, 1899, 1923, 1924, 1943, 1970, 2027, 2033, 2077, 2078, 2100, 9999, 0, 10000))
    date = f"{year:04}-{rng.randint(1, 12):02}-{rng.choice((1, 14, 28, 29, 30, 31, 0, 32)):02}"
    hour, minute = rng.choice((0, 12, 16, 23, 24)), rng.choice((0, 30, 59, 60))
    time = f"{hour:02}:{minute:02}" + rng.choice(("", "", ":00", ":59.999999", "+05:00", "Z"))
    calendars = " ".join(rng.choice(CALENDARS) for _ in range(rng.choice((1, 1, 2, 3, 8))))
    shift = rng.choice(("0", "0", "1", "-1", "2", words.number(rng)))
    return "\n".join((rng.choice((date, date, date, "", "0001-01-01", "9999-12-31")), rng.choice((time, time, "")), language(rng), calendars, rng.choice(DIGITS), shift))  # fmt: skip


def link(rng: Random) -> str:
    """A link."""
    start = rng.choice(
        (
            "https://",
            "http://",
            "HTTPS://",
            "",
            "javascript:",
            "data:text/html,",
            "tel:",
            "//",
            "geo:",
            "\ufeffhttps://",
        )
    )
    host = rng.choice(("example.org", "xn--mgbh0fb.example", "مثال.إختبار", "127.0.0.1", "[::1]", words.word(rng), ""))
    rest = rng.choice(("", "/", "/a/b?c=d&e=f#g", "/%D8%B3", "/" + words.text(rng, 60), "/" + "a" * rng.choice((100, 300, 1000, 2331, 2332, 3000))))  # fmt: skip
    return start + host + rest


def json_lines(rng: Random) -> str:
    """Lines for ``placards shape --lines``."""
    return "\n".join(_json_line(rng) for _ in range(rng.choice((1, 1, 2, 4))))


def _json_line(rng: Random) -> str:
    import json

    kind = rng.random()
    if kind < 0.05:
        return rng.choice(("[" * 3000, '{"a":' * 3000, "1" * 5000, "NaN", '"x"', "null", "", "{}", '{"text":1}'))
    text = words.text(rng, 400)
    if rng.random() < 0.1:
        text += chr(rng.randint(0xD800, 0xDFFF))
    values: dict[str, object] = {"text": text, "lang": language(rng)}
    if rng.random() < 0.4:
        values["dir"] = rng.choice(("auto", "ltr", "rtl", "up", "", None, 1, [], {}))
    if rng.random() < 0.1:
        values[rng.choice(("text", "lang", "x"))] = rng.choice((None, 1, 1e400, [], {}, True, ""))
    return json.dumps(values, ensure_ascii=rng.random() < 0.5)


def plain(rng: Random) -> bytes:
    """A language and a text."""
    return f"{language(rng)}\n{words.text(rng)}".encode()


#: Parts the texts of one input.
PART = "\x1d"

#: Layout → how many languages it takes.
LAYOUTS = {
    "big": 1,
    "band": 1,
    "wide-banner": 1,
    "event-card": 1,
    "chant-sheet": 2,
    "two-languages": 2,
    "three-languages": 3,
}


def texts(rng: Random) -> bytes:
    """A layout, a number (size and kind of file), languages; then a text for each, and perhaps title, organiser, …"""
    name, languages = rng.choice(list(LAYOUTS.items()))
    tags = "+".join(rng.choice(words.LANGUAGES) for _ in range(languages))
    shown = [words.text(rng) for _ in range(languages)]
    if name == "event-card" or rng.random() < 0.2:
        shown += [words.text(rng, rng.choice((30, 100, 500))) for _ in range(rng.randint(1, 4))]
        shown += [link(rng)] if rng.random() < 0.3 else []
    return f"{name} {rng.randrange(60)} {tags}\n{PART.join(shown)}".encode("utf-8", errors="replace")
