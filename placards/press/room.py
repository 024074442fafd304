"""What stands outside the bleed has a place there: where marks begin and end, and how much paper that takes."""

from __future__ import annotations

from placards.values.profile import Profile
from placards.values.units import MM

#: How long a crop mark is, points: 5 mm, as layout programs draw it.
MARK = 5 * MM

#: Between what stands outside the bleed and the bleed, and the paper's edge, where no mark's offset says more.
GAP = 2 * MM


def away(profile: Profile, bleed: float) -> float:
    """How far beyond the bleed marks begin, points; *bleed* is the file's, and none of them begins inside it."""
    return max(profile.mark_offset_mm * MM - bleed, 0.0) if profile.marks else GAP


def room_of(profile: Profile, bleed: float) -> float:
    """How much paper a profile's marks and slug need beyond the *bleed*, on each side alike, so that the sheet stays in
    the middle; points of the file, not of what is printed of it."""
    return away(profile, bleed) + MARK + GAP if profile.marks or profile.slug else 0.0
