"""A sheet too long for a PDF becomes one drawn smaller, with the factor by which the printer enlarges it."""

from __future__ import annotations

from math import ceil

from placards.press.room import room_of
from placards.problems.errors import InputError
from placards.values.profile import Profile
from placards.values.sheet import Sheet
from placards.values.units import MM, points_to_mm

#: Lengths that are equal on paper may differ by this much, points.
_GRACE = 1e-6


def scale_of(profile: Profile, sheet: Sheet) -> int:
    """How many times smaller than the finished *sheet* its file is drawn: 1, or the first of the profile's factors that
    brings the longest side, bleed and marks included, under its limit. Raises InputError where none does."""
    bleed = sheet.bleed if profile.bleed_mm is None else profile.bleed_mm * MM
    return factor_of(profile, max(sheet.trim), bleed)


def factor_of(profile: Profile, longest: float, bleed: float) -> int:
    """The same for the longest side of a trim and its bleed, points."""
    scale = profile.scale
    for factor in (1, *scale.factors):
        if _drawn(profile, longest, bleed, factor) <= scale.longest_mm * MM + _GRACE:
            return factor
    raise InputError(
        "press-too-long",
        length=whole_mm(profile, longest, bleed),
        profile=profile.name,
        limit=round(scale.longest_mm),
        factors=tuple(f"1:{factor}" for factor in scale.factors) or ("1:1",),
    )


def whole_mm(profile: Profile, longest: float, bleed: float) -> int:
    """How many millimetres a file would need for that side at the sheet's own size, marks included."""
    return ceil(points_to_mm(_drawn(profile, longest, bleed, 1)) - _GRACE)


def _drawn(profile: Profile, longest: float, bleed: float, factor: int) -> float:
    drawn = bleed / factor
    return longest / factor + 2 * (drawn + room_of(profile, drawn, factor))
