"""A text becomes one sentence for translators: how much room there is on a placard, or why it cannot be read there."""

from __future__ import annotations

from functools import lru_cache

from placards.layout.fit import FitRule, fit, prepare_message
from placards.problems.errors import PlacardsError
from placards.text.fontset import FontSet, shipped_fonts
from placards.text.shape import TextStyle
from placards.values.emphasis import without_marks
from placards.values.geometry import Size
from placards.values.sheet import parse_sheet

#: A placard as most are: A3 portrait, with this share of the safe area's height left to the slogan.
_SHEET = "a3"
_HEIGHT_SHARE = 0.8
_RULE = FitRule(max_lines=8)
#: Letters of a smaller size, in points on A3, are not read from three metres.
_READABLE = FitRule(min_size=30, max_lines=12)


@lru_cache(maxsize=256)  # a few words, asked for once a language
def measured_room(text: str, language: str) -> str:
    """``Room on A3: fits 3 lines of about 14 letters at full size; a longer text is set smaller``, where full size is
    the size of the source text; nothing where that cannot be set."""
    box = _box()
    width, height = box
    try:
        message = prepare_message(without_marks(text), TextStyle(language, "display"), _fonts())
        fitted = fit(message, box, _RULE)
    except PlacardsError:
        return ""
    advance = sum(line.line.advance_em for line in fitted.lines) * fitted.size
    letters = max(1, len(message.paragraph.text.strip()))
    leading = fitted.leading or 1.1 * fitted.size
    lines = max(len(fitted.lines), int(1 + (height - fitted.height) / leading))
    per_line = max(1, round(width / (advance / letters)))
    room = f"{_count(lines, 'line')} of about {_count(per_line, 'letter')}"
    return f"Room on A3: fits {room} at full size; a longer text is set smaller"


def unreadable(text: str, language: str) -> str:
    """Why the text cannot be read on a placard: nothing where it can."""
    try:
        fit(prepare_message(without_marks(text), TextStyle(language, "display"), _fonts()), _box(), _READABLE)
    except PlacardsError as error:
        return error.problem
    return ""


def _box() -> Size:
    safe = parse_sheet(_SHEET).safe
    return Size(safe.width, safe.height * _HEIGHT_SHARE)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _fonts() -> FontSet:
    return shipped_fonts()
