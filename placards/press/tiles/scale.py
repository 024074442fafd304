"""A scale as people write it becomes a factor."""

from __future__ import annotations

from placards.patterns import pattern
from placards.problems.errors import InputError

_NUMBER = r"\d+(?:[.,]\d+)?"
_SCALE = pattern(rf"\s*(?:(?P<percent>{_NUMBER})\s*%|(?P<factor>{_NUMBER})|1\s*(?:to|:)\s*(?P<ratio>\d+))\s*")


def parse_scale(text: str) -> float:
    """Read ``150%``, ``1.5``, or ``1to10`` of a file that was drawn at a tenth of its size. Raises InputError.

    >>> parse_scale("150%"), parse_scale("1.5"), parse_scale("1to10")
    (1.5, 1.5, 10.0)
    """
    match = _SCALE.fullmatch(text)
    if match is None:
        raise InputError("tile-scale", text=text)
    percent, factor, ratio = match["percent"], match["factor"], match["ratio"]
    value = _number(percent) / 100 if percent else _number(factor) if factor else float(ratio)
    if value <= 0:
        raise InputError("tile-scale", text=text)
    return value


def _number(text: str) -> float:
    return float(text.replace(",", "."))
