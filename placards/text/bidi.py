"""A paragraph gets its bidi levels (UAX #9), and a line its visual order.

The levels up to rule I2 come from python-bidi's Rust side, whose debug output is the only place that shows them; the
rules that need lines (L1, L2) are here, because lines are known only after breaking. L4 (mirroring) is HarfBuzz's
work when we draw, and `mirrored` for plain text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from bidi import get_display

from placards.patterns import pattern

_LEVEL = pattern(r"Level\(\s*(\d+),?\s*\)")
_CLASS = pattern(r"\b([A-Z]{1,3})\b")

#: Bidi classes that rule X9 removes: they keep no place in the visual order.
REMOVED_BY_X9 = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})

#: Explicit formatting characters: embeddings and overrides, isolates, marks.
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
ISOLATES = "\u2066\u2067\u2068\u2069"
MARKS = "\u200e\u200f\u061c"
CONTROLS = OVERRIDES + ISOLATES + MARKS

_PLAIN_LTR = frozenset({"L", "EN", "ES", "ET", "CS", "ON", "WS", "NSM", "BN", "B", "S"})


#: Without any other class, and without numbers, everything takes the direction of a right-to-left paragraph.
_PLAIN_RTL = frozenset({"R", "AL", "ES", "ET", "CS", "ON", "WS", "NSM", "B", "S"})


def base_level(text: str, language_is_rtl: bool | None) -> int:
    """0 or 1: the language's direction, unless every strong character of the text runs the other way; first strong
    (rules P2, P3) where the language's direction is unknown (None)."""
    first = None
    seen = set()
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            level = 0 if kind == "L" else 1
            first = level if first is None else first
            seen.add(level)
    if language_is_rtl is None:
        return first or 0
    return next(iter(seen)) if len(seen) == 1 else int(language_is_rtl)


def _is_plain_ltr(text: str) -> bool:
    return text.isascii() or all(
        unicodedata.bidirectional(c) in _PLAIN_LTR and unicodedata.category(c) != "Cn" for c in text
    )


@lru_cache(maxsize=64)
def resolve_levels(text: str, base: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """``(classes, levels)`` per character of a paragraph at base level *base*, before rule L1."""
    if base == 0 and _is_plain_ltr(text):
        return tuple([unicodedata.bidirectional(c) or "L" for c in text]), (0,) * len(text)
    if base == 1:
        kinds = tuple(map(unicodedata.bidirectional, text))
        if _PLAIN_RTL.issuperset(kinds):
            return kinds, (1,) * len(text)
    report = get_display(text, base_dir="R" if base else "L", debug=True)
    at = report.rindex("original_classes: [")
    levels_at = report.index("levels: [", at)
    paragraphs_at = report.index("paragraphs: [", levels_at)
    classes = _CLASS.findall(report[at + len("original_classes: [") : levels_at])
    levels = [int(n) for n in _LEVEL.findall(report[levels_at:paragraphs_at])]
    out_classes, out_levels = [], []
    byte = 0
    for char in text:  # the report has an entry per UTF-8 byte
        out_classes.append(classes[byte])
        out_levels.append(levels[byte])
        byte += len(char.encode())
    return tuple(out_classes), tuple(out_levels)


def line_levels(classes: Sequence[str], levels: Sequence[int], base: int) -> list[int]:
    """Rule L1 for one line: separators, and white space and isolate controls before them or at the line's end, take
    the paragraph's level. Characters removed by X9 do not interrupt such a stretch; they follow their left neighbour.
    """
    out = list(levels)
    trailing = True
    for index in range(len(out) - 1, -1, -1):
        kind = classes[index]
        if kind in ("B", "S"):
            out[index] = base
            trailing = True
        elif kind in ("WS", "FSI", "LRI", "RLI", "PDI") or kind in REMOVED_BY_X9:
            if trailing:
                out[index] = base
        else:
            trailing = False
    return out


def visual_order(levels: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of a line's items (characters or runs) from left to right."""
    order = list(range(len(levels)))
    if not order:
        return order
    highest = max(levels)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def mirrored(char: str) -> str:
    """Rule L4: the character that shows a bracket or sign the other way round, itself where Unicode has none."""
    from fontTools import unicodedata as ucd  # large tables, and only plain text needs this one

    partner = ucd.mirrored(ord(char))
    return char if partner is None else chr(partner)
