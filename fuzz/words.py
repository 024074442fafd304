# ruff: noqa: E501
"""A random number generator becomes texts and numbers that have broken programs like this one before."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]

#: The longest text that a target makes: a little over what the program takes.
LONGEST = 2_100

#: First and last code point of blocks from which words are made; most scripts that a placard meets.
BLOCKS = (
    (0x41, 0x7A), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F), (0x531, 0x58F), (0x591, 0x5F4), (0x600, 0x6FF),
    (0x700, 0x74F), (0x780, 0x7B1), (0x7C0, 0x7FA), (0x8A0, 0x8FF), (0x900, 0x97F), (0x980, 0x9FE), (0xA01, 0xA76),
    (0xB01, 0xB77), (0xB82, 0xBFA), (0xC00, 0xC7F), (0xD00, 0xD7F), (0xD81, 0xDF4), (0xE01, 0xE5B), (0xE81, 0xEDF),
    (0xF00, 0xFDA), (0x1000, 0x109F), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x139F), (0x13A0, 0x13FD),
    (0x1400, 0x167F), (0x1780, 0x17F9), (0x1800, 0x18AA), (0x1E00, 0x1FFF), (0x2D30, 0x2D7F), (0x3041, 0x30FF),
    (0x3105, 0x312F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4C6), (0xA500, 0xA62B), (0xAC00, 0xD7A3),
    (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC), (0x11100, 0x11147), (0x1E900, 0x1E95F), (0x20000, 0x2A6DF),
    (0x1F300, 0x1F6FF), (0x2190, 0x21FF), (0x20A0, 0x20C0),
)  # fmt: skip

#: Marks that combine, of many scripts, and viramas.
MARKS = "\u0301\u0308\u0323\u034f\u0483\u05b8\u064b\u0651\u0670\u0711\u0e31\u0e48\u0eb1\u0f39\u0f71\u1039\u17d2\u093c\u094d\u09cd\u0d4d\u1dc0\u20dd\u20e3\u302a\u3099\ufe20"  # fmt: skip

#: What has no ink or steers what has: bidi, joiners, variation selectors, tags, spaces, line ends, C0, noncharacters.
CONTROLS = (
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e"
    "\ufe0e\ufe0f\U000e0100\U000e0001\U000e007f\u00a0\u2007\u202f\u3000\u1680\u115f\u3164\uffa0\u2028\u2029\n\r\t\x0b"
    "\x0c\x1b\x7f\x85\u206a\u206f\ufff9\ufffa\ufffb\ufffc\ufffd\ufffe\uffff\U0001fffe\ue000\U0010ffff\u0378"
)

#: Pieces with a history.
PIECES = (
    "◌", "◌́", "\ufe0f", "\ufe0fx", "1\ufe0f\u20e3", "🏳\ufe0f\u200d🌈", "👩🏽\u200d🚒", "🇵🇸🇺", "ﷺ", "﷽", "ﬃ",
    "0300-1234567", "+961 3 123 456", "(021) 345-6789", "٠١٢-٣٤٥٦٧٨٩", "۱۵-۱۲-۲۰۲۶", "@gaza_now", "#free", "1.5°C", "C++",
    "https://example.org/a?b=c#d", "a@b.c", "İıſßẞΐ", "לָ\u200d", "کِتَاب\u200cها", "ক্ষ্ম্ৰ", "क्ष्", "ေ", "្ក", "ᠮᠣᠩᠭᠣᠯ", "한\u1100\u1161",
    "葛\U000e0100", "\U000e0067\U000e0062", "{name}", "{0}", "{}", "%s", "%(name)s", "</text>", "]]>", "&amp;", "<b>",
    "\\n", "\\", '"', "'", "`", "$(id)", "--", "-o", "../", "/", "\u2014\u2014", "…", "ا\u0640ا", "\u0640" * 9,
)  # fmt: skip

#: Numbers at the edges of types and of sense, as texts.
NUMBERS = (
    "0", "-0", "1", "-1", "0.5", "1e-308", "1e308", "1e400", "-1e400", "inf", "-inf", "nan", "255", "256", "32768",
    "65536", "2147483647", "2147483648", "4294967296", "9223372036854775808", "18446744073709551616", "0.1", "3", "7",
    "99", "100", "1000", "1_000", "0x7f", "0o7", "1" * 30, "9" * 400, "1" * 5000, "0." + "0" * 300 + "1", "٣", "²", "½",
)  # fmt: skip

LANGUAGES = (
    "en", "ar", "ur", "fa", "he", "hi", "bn", "ta", "th", "km", "my", "lo", "bo", "am", "zh-Hans", "zh-Hant", "ja",
    "ko", "mn-Mong", "dv", "ff-Adlm", "ks", "ps", "sd", "ug", "yi", "tr", "az", "el", "ru", "vi", "de", "und", "ne",
    "sa", "ml", "si", "chr", "nqo", "syr",
)  # fmt: skip


@cache
def samples() -> tuple[str, ...]:
    """Real texts in many languages, from the tests' data."""
    found: list[str] = []
    for name in ("text_cases.jsonl", "udhr_article1.jsonl"):
        path = ROOT / "tests" / "data" / name
        if path.is_file():
            lines = path.read_text(encoding="utf-8").split("\n")
            found += [str(json.loads(line).get("text", "")) for line in lines if line.strip()]
    return tuple(text for text in found if text) or ("Peace now", "السلام الآن", "शांति")


def number(rng: Random) -> str:
    """A number as a text."""
    return rng.choice(NUMBERS) if rng.random() < 0.6 else repr(rng.choice((1, -1)) * 10 ** rng.uniform(-6, 9))


def code_point(rng: Random) -> str:
    """Any character that is no surrogate."""
    value = rng.randrange(0x110000 - 0x800)
    return chr(value if value < 0xD800 else value + 0x800)


def word(rng: Random, length: int = 0) -> str:
    """Letters and marks of one block."""
    low, high = rng.choice(BLOCKS)
    return "".join(chr(rng.randint(low, high)) for _ in range(length or rng.randint(1, 12)))


def piece(rng: Random) -> str:
    """A short piece of text."""
    kind = rng.randrange(9)
    if kind == 0:
        return rng.choice(PIECES)
    if kind == 1:
        return rng.choice(CONTROLS)
    if kind == 2:
        return rng.choice(MARKS) * rng.choice((1, 1, 2, 3, 40))
    if kind == 3:
        return code_point(rng)
    if kind == 4:
        return number(rng)[:40]
    if kind == 5:
        sample = rng.choice(samples())
        start = rng.randrange(len(sample))
        return sample[start : start + rng.randint(1, 40)]
    return word(rng) + rng.choice(("", " ", " ", "\n", "-", ". "))


def text(rng: Random, longest: int = LONGEST) -> str:
    """A text without surrogates: mostly as short as slogans are, now and then as long as it may be, sometimes extreme
    in one way only (one word, one-letter words, one-letter lines, one character with a thousand marks)."""
    kind = rng.random()
    length = min(longest, rng.choice((3, 10, 20, 40, 40, 80)) if kind < 0.93 else rng.choice((300, 1000, longest)))
    if rng.random() < 0.04:
        unit = word(rng, 1)
        extreme = (unit, f"{unit} ", f"{unit}\n", unit + rng.choice(MARKS), rng.choice(PIECES), rng.choice(CONTROLS))
        return (rng.choice(extreme) * length)[:length]
    if rng.random() < 0.2:
        return rng.choice(samples())[:length]
    out = ""
    while len(out) < length:
        out += piece(rng)
    return out[:length]
