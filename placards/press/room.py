"""What stands outside the bleed has a place there: where marks begin and end, and how much paper that takes."""

from __future__ import annotations

from placards.values.profile import Profile
from placards.values.units import MM

#: How long a crop mark is, points: 5 mm, as layout programs draw it.
MARK = 5 * MM

#: Between what stands outside the bleed and the bleed, and the paper's edge, where no mark's offset says more.
GAP = 2 * MM


#: How far marks stay away from the bleed whatever their offset, so that no line's end touches it.
_CLEAR = 0.25 * MM


def away(profile: Profile, bleed: float, factor: int) -> float:
    """How far beyond the bleed marks begin, and none of them inside it. Points of the file, as *bleed*; its sheet is
    *factor* times smaller than the finished one, of which the profile gives the offset."""
    return max(profile.mark_offset_mm * MM / factor - bleed, _CLEAR) if profile.marks else GAP


def room_of(profile: Profile, bleed: float, factor: int) -> float:
    """How much paper a profile's marks and slug need beyond the bleed, on each side alike, so that the sheet stays in
    the middle; points of the file. Marks are as long at any scale."""
    return away(profile, bleed, factor) + MARK + GAP if profile.marks or profile.slug else 0.0
