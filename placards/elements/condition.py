"""Conditions of variants and elements ("aspect >= 2 and languages == 1") become yes or no."""

from __future__ import annotations

import operator
from collections.abc import Collection, Mapping
from typing import TypeAlias

from placards.layout.slots import ITEMS, SLOTS
from placards.locale.language import is_rtl, script_of
from placards.patterns import pattern
from placards.problems.errors import InputError
from placards.values.sheet import Sheet
from placards.values.units import points_to_mm

#: The terms of a condition, all of which must hold.
Terms: TypeAlias = tuple[tuple[str, str, float], ...]

#: Parts of a job that a condition may ask for, as ``has_title``: 0 or 1.
PARTS = tuple(slot.name for slot in SLOTS)

#: What a condition may ask for: width ÷ height, sides in mm, number of languages, the kind of sheet as 0 or 1, whether
#: the first language is written from right to left, whether its letters join (or hang from one line), whether they may
#: stand on an arc (those of Tamil neither join nor may), whether it says a date's month before its day, how many
#: demands and names there are, and as 0 or 1 whether the job has a slogan, an organiser, a link, …
NAMES = (
    *("aspect", "width_mm", "height_mm", "languages", "screen", "banner", "rtl", "joined", "bends", "month_first"),
    *ITEMS,
    *(f"has_{slot.fact}" for slot in SLOTS),
)

#: Items that a job is taken to have where only that it has some is known.
A_FEW = 4

#: Scripts whose letters join, or hang from one line.
_JOINED = frozenset("Arab Syrc Mong Nkoo Adlm Rohg Mand Deva Beng Guru Tibt Phag".split())

#: Scripts of which every letter stands for itself (`placards.text.cut.TRACKED_SCRIPTS`, as languages have them).
_APART = frozenset(
    "Latn Cyrl Grek Armn Geor Hebr Hans Hant Jpan Kore Hani Bopo Ethi Cher Cans Thai Laoo Lisu Yiii Vaii Tfng".split()
)

#: Languages that say year, month, day in this order (CLDR): "20 3月" reads wrong.
_MONTH_FIRST = frozenset("ja zh yue ko hu lt mn eu ml my ne si bo dz ii".split())

_OPERATORS = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_TERM = pattern(r"\s*([a-z_][a-z_0-9]*)\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+)?)\s*")


def parse_condition(text: str) -> Terms:
    """The terms of a condition, all of which must hold; raises InputError."""
    terms = []
    for part in text.split(" and "):
        match = _TERM.fullmatch(part)
        if match is None or match[1] not in NAMES:
            raise InputError("condition-wrong", text=text, names=NAMES)
        terms.append((match[1], match[2], float(match[3])))
    return tuple(terms)


def holds(terms: Terms, values: Mapping[str, float]) -> bool:
    """Whether all terms are true of *values*."""
    return all(_OPERATORS[op](values[name], number) for name, op, number in terms)


def facts(
    sheet: Sheet, languages: int, given: Collection[str], first: str = "en", counts: Mapping[str, int] | None = None
) -> dict[str, float]:
    """What is true of a sheet and a job with so many languages, the *first* of them given, and these `PARTS`, by the
    names of conditions. Without *counts* there are a few of each item."""
    width, height = sheet.trim
    return {
        "aspect": sheet.trim.aspect,
        "width_mm": points_to_mm(width),
        "height_mm": points_to_mm(height),
        "languages": float(languages),
        "screen": float(sheet.kind == "screen"),
        "banner": float(sheet.kind == "banner"),
        "rtl": float(is_rtl(first)),
        "joined": float(script_of(first) in _JOINED),
        "bends": float(script_of(first) in _APART),
        "month_first": float(first.split("-")[0] in _MONTH_FIRST),
        **{name: float(counts[name] if counts else A_FEW * (name in given)) for name in ITEMS},
        **{f"has_{slot.fact}": float(slot.name in given) for slot in SLOTS},
    }
