"""What is written from left to right in a right-to-left text becomes an isolate, so that it keeps its order.

Among Arabic or Hebrew letters groups of digits follow each other from right to left: right for sums and ranges, wrong
for telephones. A sign at the edge of a Latin word (``@gaza_now``, ``C++``, ``1.5°C``) goes to the word's other side,
because by itself it belongs to the sentence. An isolate around the whole says that it is one thing.

Dates with slashes or dots keep their order without help, dates with dashes do not. Arabic wants them from right to
left, day first: CLDR's own Arabic date has U+200F between its numbers. The other languages' dates have none (Persian
``y/M/d``, Urdu ``d/M/yy``, Hebrew ``d.M.y``): there a date with dashes stands as one with slashes does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from placards.locale.language import is_rtl, script_of
from placards.patterns import pattern
from placards.text.bidi import base_level, resolve_levels
from placards.text.tokens import Stretch, addresses, dashed_dates, telephone_numbers

LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_ISOLATE = "\u2069"

LEFT_TO_RIGHT_MARK = "\u200e"

#: Between Arabic digits even an isolate's signs run from right to left (UAX #9, rule N1), unless a mark says otherwise.
_ARABIC_GAP = pattern("(?<=[\u0660-\u0669])[^\u0660-\u0669]+(?=[\u0660-\u0669])")

_ISOLATED = pattern("[\u2066\u2067\u2068][^\u2069]*\u2069")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
_STRONG = frozenset({"L", "R", "AL"})

#: Languages whose dates run from right to left (CLDR: ``d\u200f/M\u200f/y``): Arabic and what is spoken of it.
_RIGHT_TO_LEFT_DATES = frozenset(
    {"ar", "aeb", "acm", "acw", "afb", "ajp", "apc", "apd", "arq", "ars", "ary", "arz", "ayl", "shu"}
)

_WORD = pattern(r"[^\s\u2066-\u2069]+")

#: Signs that belong to the word behind them, or before them; all others at its edges are the sentence's.
_BEFORE = "@#$€£¥+-\u2212~/\\_."
_AFTER = "+#/\\°%_*"
_ABBREVIATION = pattern(r"(?:[A-Za-z]\.){2,}")


def phone_numbers(text: str, language: str = "") -> tuple[Stretch, ...]:
    """``(start, end)`` of each telephone number that would come out in another order; empty for left-to-right text."""
    return _turned(text, language, telephone_numbers(text)) if _may_turn(text) else ()


def turned(text: str, language: str = "") -> tuple[Stretch, ...]:
    """``(start, end)`` of all that would come out in another order than a reader expects, in the text's order."""
    if not _may_turn(text):
        return ()
    found = [*telephone_numbers(text), *(address for address in addresses(text) if not _is_tag(text, *address))]
    if language.split("-")[0] not in _RIGHT_TO_LEFT_DATES:
        found += dashed_dates(text)
    return _turned(text, language, [*found, *_words(text)])


def isolated(text: str, language: str = "") -> str:
    """The text with each of these between U+2066 and U+2069, and a number's groups joined by no-break spaces."""
    for start, end in reversed(turned(text, language)):
        inside = _ARABIC_GAP.sub(LEFT_TO_RIGHT_MARK + r"\g<0>", text[start:end].replace(" ", "\u00a0"))
        text = text[:start] + LEFT_TO_RIGHT_ISOLATE + inside + POP_ISOLATE + text[end:]
    return text


def _is_tag(text: str, start: int, end: int) -> bool:
    """Whether it is a tag of a right-to-left word (``#غزة``): that runs as its word does, the sign on its right."""
    kinds = map(unicodedata.bidirectional, text[start:end])
    return text[start] == "#" and next((kind for kind in kinds if kind in _STRONG), "L") != "L"


def _may_turn(text: str) -> bool:
    """Whether the text has right-to-left letters, and something that runs from left to right among them."""
    if text.isascii():
        return False
    kinds = set(map(unicodedata.bidirectional, text))
    return not (_RIGHT_TO_LEFT.isdisjoint(kinds) or _LEFT_TO_RIGHT.isdisjoint(kinds))


def _turned(text: str, language: str, stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Those stretches that would not stay one stretch from left to right; of two that overlap, the longer."""
    safe = [found.span() for found in _ISOLATED.finditer(text)]
    known = bool(language) and script_of(language) != "Zyyy"
    out: list[Stretch] = []
    levels: dict[int, tuple[int, ...]] = {}
    for start, end in sorted(set(stretches), key=lambda stretch: (stretch[0] - stretch[1], stretch)):
        if any(a < end and start < b for a, b in (*safe, *out)):
            continue
        line = text.rfind("\n", 0, start) + 1
        if line not in levels:
            stop = text.find("\n", line)
            whole = text[line : stop if stop >= 0 else len(text)]
            levels[line] = resolve_levels(whole, base_level(text, is_rtl(language) if known else None))[1]
        inside = set(levels[line][start - line : end - line])
        if len(inside) > 1 or max(inside) % 2:
            out.append((start, end))
    return tuple(sorted(out))


def _words(text: str) -> Iterator[Stretch]:
    """Words, or parts of words, with left-to-right letters and without right-to-left ones, the signs that belong to
    them included."""
    for found in _WORD.finditer(text):
        start = found.start()
        for index in range(found.start(), found.end() + 1):
            if index == found.end() or unicodedata.bidirectional(text[index]) in _RIGHT_TO_LEFT:
                low, high = _without_sentence(text, start, index)
                if any(unicodedata.bidirectional(char) == "L" for char in text[low:high]):
                    yield low, high
                start = index + 1


def _without_sentence(text: str, start: int, end: int) -> Stretch:
    """A word without the quotes, brackets and stops of the sentence around it."""
    if _ABBREVIATION.fullmatch(text, start, end):
        return start, end
    while start < end and not (text[start].isalnum() or (text[start] in _BEFORE and _before(text, start, end))):
        start += 1
    while end > start and not (text[end - 1].isalnum() or _is_mark(text[end - 1]) or text[end - 1] in _AFTER):
        end -= 1
    return start, end


def _before(text: str, start: int, end: int) -> bool:
    """Whether a sign belongs to the word behind it. After a right-to-left letter a dash or a dot parts, as in ב-C++."""
    parts = start > 0 and not text[start - 1].isspace() and text[start] in "-.\u2212/"
    return not parts and start + 1 < end and (text[start + 1].isalnum() or text[start + 1] in _BEFORE)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")
