"""A vertical line gets the signs that its language writes there, and its short numbers stand together.

Signs change only as they are drawn: the text that readers find keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from placards.patterns import pattern
from placards.text.orientation_table import vertical_orientation

#: What vertical Chinese (clreq; GB/T 15834 for quotes), Japanese (jlreq) and Korean (klreq) write for signs of
#: horizontal lines.
_SIGNS = {
    "ja": {",": "、", ".": "。", ":": "：", ";": "；", "“": "〝", "”": "〟", "‘": "「", "’": "」"},
    "zh": {",": "，", ".": "。", ":": "：", ";": "；", "“": "『", "”": "』", "‘": "「", "’": "」"},
    "zh-Hant": {",": "，", ".": "。", ":": "：", ";": "；", "“": "「", "”": "」", "‘": "『", "’": "』"},
    "ko": {",": "、", ".": "。", "“": "『", "”": "』", "‘": "「", "’": "」"},
}

#: The signs of mainland China.
MAINLAND = _SIGNS["zh"]

QUOTES = "“”‘’"

#: A stretch of what lies sideways, without spaces.
_STRETCH = pattern("[!-~°±×‐‑–€£¥]+")
_OPENS, _CLOSES = "([{<\"'", ")]}>\"',.:;!?"
_EXCLAIMS = pattern("[!?]+")

#: ``(start, end)`` in code points.
Stretch: TypeAlias = tuple[int, int]


def signs_of(language: str, script: str) -> dict[str, str]:
    """The signs that a language writes otherwise in vertical lines; *script* is the language's."""
    primary = language.split("-")[0]
    if primary in ("ja", "ko"):
        return _SIGNS[primary]
    if script in ("Hant", "Hans", "Hani", "Bopo"):
        return _SIGNS["zh-Hant" if script in ("Hant", "Bopo") else "zh"]
    return _SIGNS["ja"] if script in ("Jpan", "Hira", "Kana") else _SIGNS["ko"] if script in ("Kore", "Hang") else {}


#: Signs with half an em of their own space: one typed after them would make a hole.
SPACED = frozenset("、。，．")

#: Takes no room.
NOTHING = "\u200b"


def is_upright(char: str) -> bool:
    """Whether a character stands in vertical lines, or may."""
    return bool(char) and vertical_orientation(char) != "R"


def curled(text: str) -> str:
    """The text with curly double quotes for straight ones, which open and close in turn."""
    parts = text.split('"')
    return "".join([part + "“”"[number % 2] for number, part in enumerate(parts[:-1])]) + parts[-1]


def together(text: str) -> list[Stretch]:
    """The stretches that stand upright side by side in one em (tate-chu-yoko): numbers of one or two digits, and
    marks such as ``!?``. A number with a unit, a sign or Latin letters lies sideways as one."""
    out: list[Stretch] = []
    for found in _STRETCH.finditer(text):
        start, end = found.span()
        low, high = _core(text, start, end)
        number = high - low <= 2 and text[low:high].isdigit() and not _among_latin(text, low, high)
        if number:
            out.append((low, high))
        for marks in _EXCLAIMS.finditer(text, start, end):
            if is_upright(text[max(marks.start() - 1, 0)]) or (number and marks.start() == high):
                out += _pairs(marks[0], marks.start())
    return out


def _core(text: str, start: int, end: int) -> Stretch:
    """A stretch without the brackets and signs around it."""
    while start < end and text[start] in _OPENS:
        start += 1
    while end > start and text[end - 1] in _CLOSES:
        end -= 1
    return start, end


def _among_latin(text: str, start: int, end: int) -> bool:
    """Whether a number's neighbours, over a space, are Latin letters or digits: ``5 km``, ``12 May``."""
    if is_upright(text[:start][-1:]) or is_upright(text[end:][:1]):
        return False
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    return (before + after).isascii() and any(map(str.isalnum, before + after))


def _pairs(marks: str, start: int) -> Iterator[Stretch]:
    """``!!!`` is narrow enough to stand as three; all others stand two by two."""
    step = 3 if marks == "!!!" else 2
    for at in range(0, len(marks), step):
        yield start + at, start + min(at + step, len(marks))
