"""Conditions of variants and elements ("aspect >= 2 and languages == 1") become yes or no."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping

from placards.problems.errors import InputError

#: What a condition may ask for: width ÷ height, sides in mm, number of languages, the kind of sheet as 0 or 1, and
#: as 0 or 1 whether the job has a slogan, an organiser, a link, …
NAMES = (
    "aspect", "width_mm", "height_mm", "languages", "screen", "banner",
    "has_slogan", "has_title", "has_organiser", "has_date", "has_place", "has_link",
)  # fmt: skip

_OPERATORS = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_TERM = re.compile(r"\s*([a-z_]+)\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+)?)\s*")


def parse_condition(text: str) -> tuple[tuple[str, str, float], ...]:
    """The terms of a condition, all of which must hold; raises InputError."""
    terms = []
    for part in text.split(" and "):
        match = _TERM.fullmatch(part)
        if match is None or match[1] not in NAMES:
            raise InputError("condition-wrong", text=text, names=NAMES)
        terms.append((match[1], match[2], float(match[3])))
    return tuple(terms)


def holds(terms: tuple[tuple[str, str, float], ...], values: Mapping[str, float]) -> bool:
    """Whether all terms are true of *values*."""
    return all(_OPERATORS[op](values[name], number) for name, op, number in terms)
