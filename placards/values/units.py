"""Lengths as people write them ("12mm", "5%", "0.5in") become points."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.errors import InputError

POINTS_PER_INCH = 72.0
MM = POINTS_PER_INCH / 25.4

#: Points per unit. A px is 1/96 inch as in CSS; "%" needs a reference and is not in the table.
POINTS_PER_UNIT = {"pt": 1.0, "mm": MM, "cm": 10 * MM, "m": 1000 * MM, "in": 72.0, "ft": 864.0, "px": 0.75}

_LENGTH = pattern(r"\s*(-?\d+(?:\.\d+)?)\s*(%|[a-z]+)\s*")


@dataclass(frozen=True, slots=True)
class Length:
    """A number with its unit: one of `POINTS_PER_UNIT`, "%" (of the surrounding box) or "vmin" (1 % of the sheet's
    shorter side, as in CSS)."""

    value: float
    unit: str

    def points(self, reference: float = 0.0, shorter_side: float = 0.0) -> float:
        """Points; a percentage is taken of *reference*, vmin of *shorter_side* (both in points)."""
        if self.unit == "%":
            return reference * self.value / 100.0
        if self.unit == "vmin":
            return shorter_side * self.value / 100.0
        return self.value * POINTS_PER_UNIT[self.unit]

    def __str__(self) -> str:
        return f"{self.value:g}{self.unit}"


def parse_length(text: str) -> Length:
    """Read ``"12mm"`` or ``"0"``; raises InputError on a missing or unknown unit."""
    if text.strip() == "0":
        return Length(0.0, "pt")
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise InputError("size-length", text=text)
    value, unit = float(match[1]), match[2]
    if unit not in ("%", "vmin") and unit not in POINTS_PER_UNIT:
        raise InputError("size-unit-unknown", text=text, unit=unit, known=tuple(POINTS_PER_UNIT))
    return Length(value, unit)


def points_to_mm(points: float) -> float:
    """Millimetres for a length in points."""
    return points / MM
