"""Sizes as people name them (a3, 24x36in, banner-300x100cm, story) become a Sheet with its safe area and bleed."""

from __future__ import annotations

import re
from dataclasses import replace

from placards.frozen import dataclass
from placards.patterns import pattern
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, UnknownNameError, near
from placards.values.geometry import Rect, Size
from placards.values.profile import Finishing, Profile, Side
from placards.values.units import MM, POINTS_PER_INCH, POINTS_PER_UNIT, points_to_mm

#: Points per CSS pixel: what a screen preset measures when it is written as a PDF.
POINTS_PER_PX = 0.75

#: The largest side of a sheet: 50 m. Beyond it lies a typing error.
MAX_SIDE = 50_000 * MM
MIN_SIDE = 10 * MM

#: What words keep clear of around a seam or an eyelet, in millimetres: what a needle or a punch may be off.
SEAM_CLEAR = 5.0

#: And in front of a pole pocket: banner printers ask for an inch beside it.
POCKET_CLEAR = 25.4


_SIDES: tuple[Side, ...] = ("top", "bottom", "start", "end")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished size. ``safe_*`` are the margins that trimming, folding or an app's buttons may take, in points."""

    name: str
    trim: Size
    kind: str  # "print", "banner" or "screen"
    bleed: float = 0.0
    safe_top: float = 0.0
    safe_bottom: float = 0.0
    safe_side: float = 0.0
    pixels: tuple[int, int] | None = None
    most_bytes: int | None = None  # of an image that may be uploaded at this size
    safe_start: float = 0.0  # where lines begin, if that is more than safe_side
    safe_end: float = 0.0
    finishing: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # what it takes: top, bottom, start, end

    @property
    def safe(self) -> Rect:
        """The safe area in points from the trim's top left."""
        return self.safe_in(mirrored=False)

    def safe_in(self, *, mirrored: bool) -> Rect:
        """The same, of a sheet that is read from right to left if it is *mirrored*."""
        left, right = max(self.safe_side, self.safe_start), max(self.safe_side, self.safe_end)
        if mirrored:
            left, right = right, left
        return Rect(0, 0, *self.trim).inset(left, self.safe_top, right, self.safe_bottom)

    def unfolded_in(self, *, mirrored: bool) -> Rect:
        """What no hem, pole pocket or eyelet takes, in points from the trim's top left."""
        top, bottom, start, end = self.finishing
        left, right = (end, start) if mirrored else (start, end)
        return Rect(0, 0, *self.trim).inset(left, top, right, bottom)


def _iso(series: str, width: int, height: int, count: int) -> dict[str, tuple[float, float]]:
    out = {}
    for number in range(count):
        out[f"{series}{number}"] = (float(width), float(height))
        width, height = height // 2, width
    return out


#: Paper in millimetres, portrait. ISO 216; JIS P 0138; North American sizes in inches.
PAPER_MM: dict[str, tuple[float, float]] = {
    **_iso("a", 841, 1189, 8),
    **_iso("b", 1000, 1414, 6),
    "jis-b1": (728, 1030),
    "jis-b2": (515, 728),
    "jis-b3": (364, 515),
    **{
        name: (width * 25.4, height * 25.4)
        for name, width, height in (
            ("letter", 8.5, 11), ("legal", 8.5, 14), ("tabloid", 11, 17), ("arch-c", 18, 24), ("arch-d", 24, 36),
            ("posterboard", 22, 28),
        )
    },
}  # fmt: skip

#: Screens in pixels, with the parts (top, bottom, side) that apps cover or crop.
SCREENS: dict[str, tuple[int, int, float, float, float]] = {
    "instagram-portrait": (1080, 1350, 0.0, 0.0, 0.03125),  # the grid shows the central 3:4
    "instagram-grid": (1080, 1440, 0.0, 0.0, 0.0),
    "instagram-square": (1080, 1080, 0.0, 0.0, 0.125),  # the grid shows the central 3:4
    "story": (1080, 1920, 0.14, 0.20, 0.06),
    "reel": (1080, 1920, 0.14, 0.35, 0.06),
    "whatsapp-status": (1080, 1920, 0.14, 0.35, 0.06),
    "tiktok": (1080, 1920, 0.14, 0.35, 0.06),
    "square": (1080, 1080, 0.0, 0.0, 0.0),
    "facebook-link": (1200, 630, 0.0, 0.0, 0.0),
    "facebook-event": (1920, 1005, 0.0, 0.0, 0.0),
    "x-post": (1200, 675, 0.0, 0.0, 0.0),
    "linkedin": (1200, 627, 0.0, 0.0, 0.0),
    "youtube-thumbnail": (1280, 720, 0.0, 0.1, 0.0),  # the length of the film covers the bottom
    "telegram": (1280, 1280, 0.0, 0.0, 0.0),
    "bluesky": (2000, 2000, 0.0, 0.0, 0.0),
    "mastodon": (1920, 1080, 0.0, 0.0, 0.0),
}
_ALIASES = {"instagram": "instagram-portrait"}

#: What the networks take at most, in bytes.
_MOST_BYTES = {
    **dict.fromkeys(("instagram-portrait", "instagram-grid", "instagram-square", "story", "reel"), 8_000_000),
    "x-post": 5_000_000,
    "youtube-thumbnail": 2_000_000,
    "bluesky": 1_000_000,
    "mastodon": 16_000_000,
}

_CUSTOM = pattern(
    r"(?P<banner>banner-)?(?P<w>\d+(?:\.\d+)?)(?:(?P<wu>mm|cm|m|in|ft|pt|px))?x(?P<h>\d+(?:\.\d+)?)(?P<u>mm|cm|m|in|ft|pt|px)"
)


def size_names() -> list[str]:
    """Every size that has a name."""
    return [*PAPER_MM, *SCREENS, *_ALIASES]


def parse_sheet(text: str) -> Sheet:
    """Read a size: a name, or ``WxH`` with a unit, with ``-landscape`` or ``-portrait``; raises UnknownNameError."""
    name = _written(text)
    turned = ""
    for suffix in ("-landscape", "-portrait"):
        if name.endswith(suffix) and name not in SCREENS:
            name, turned = name.removesuffix(suffix), suffix
    sheet = _named(name) or _custom(name)
    if sheet is None:
        raise UnknownNameError("size-unknown", remedy=_nearest(name), code="size", size=text)
    width, height = sheet.trim
    if (turned == "-landscape" and width < height) or (turned == "-portrait" and width > height):
        pixels = (sheet.pixels[1], sheet.pixels[0]) if sheet.pixels else None
        sheet = replace(sheet, trim=Size(height, width), pixels=pixels)
    if min(sheet.trim) < MIN_SIDE or max(sheet.trim) > MAX_SIDE:
        raise InputError("size-unusable", code="size", size=text)
    return replace(sheet, name=name + turned)


def sheet_for(profile: Profile, sheet: Sheet) -> Sheet:
    """The sheet with the bleed and the safe area that a printer wants, and with room for what is sewn, punched or cut
    there. One for screens stays what it is. Raises InputError where the bleed is larger than the sheet, and where its
    margins leave no room."""
    if sheet.kind == "screen":
        return sheet
    bleed = sheet.bleed if profile.bleed_mm is None else profile.bleed_mm * MM
    shorter = min(sheet.trim)
    if bleed >= shorter:
        raise InputError(
            "profile-bleed-large", code="size", profile=profile.name, size=sheet.name,
            bleed=round(points_to_mm(bleed), 1), side=round(points_to_mm(shorter), 1),
        )  # fmt: skip
    margins: dict[Side, float] = {
        "top": sheet.safe_top,
        "bottom": sheet.safe_bottom,
        "start": max(sheet.safe_side, sheet.safe_start),
        "end": max(sheet.safe_side, sheet.safe_end),
    }
    top, bottom, start, end = (
        max(margin if profile.safe_mm is None else profile.safe_mm * MM, taken(profile.finishing, side) * MM)
        for side, margin in margins.items()
    )
    sides = min(start, end)
    found = replace(
        sheet, bleed=bleed, safe_top=top, safe_bottom=bottom, safe_side=sides,
        safe_start=start if start > sides else 0.0, safe_end=end if end > sides else 0.0, finishing=_all_taken(profile),
    )  # fmt: skip
    if found != sheet and min(found.safe.size) < min(MIN_SIDE, shorter / 4):
        raise InputError("profile-no-room", code="size", profile=profile.name, size=sheet.name)
    return found


def _all_taken(profile: Profile) -> tuple[float, float, float, float]:
    top, bottom, start, end = (taken(profile.finishing, side) * MM for side in _SIDES)
    return top, bottom, start, end


def taken(finishing: Finishing, side: Side) -> float:
    """How far from a side words must stand for what is done there, in millimetres; 0 where nothing is."""
    away = 0.0
    if side in finishing.pockets and finishing.pocket_mm:
        away = finishing.pocket_mm + POCKET_CLEAR
    elif finishing.hem_mm:
        away = finishing.hem_mm + SEAM_CLEAR
    if finishing.eyelets_mm:
        away = max(away, finishing.eyelet_inset_mm + finishing.eyelet_mm / 2 + SEAM_CLEAR)
    return away


def _written(text: str) -> str:
    """A size as it was typed, in one spelling: small letters, no spaces, ``x`` between the sides, a decimal point. ::

    50 × 70 cm → 50x70cm        50,5x70cm → 50.5x70cm
    """
    name = " ".join(text.lower().split())
    if name in PAPER_MM or name in SCREENS or name in _ALIASES:
        return name
    if not any(char.isdigit() for char in name):
        return name.replace(" ", "-")
    # Spaces stand around numbers and units; a name keeps its parts together with a hyphen.
    name = re.sub(r"\s*[×✕x*]\s*(?=\d)", "x", name)
    name = re.sub(r"(?<=\d)\s+(?=(?:mm|cm|m|in|ft|pt|px)\b)", "", name)
    return re.sub(r"(?<=\d),(?=\d)", ".", name).replace(" ", "-")


def _nearest(name: str) -> Remedy | None:
    found = near(name, size_names()) if name else None
    if found is None or found.code != "did-you-mean":
        return None  # the sentence's own: any size can be given in numbers
    return Remedy("size-near", found.parameters)


def _named(name: str) -> Sheet | None:
    name = _ALIASES.get(name, name)
    if name in PAPER_MM:
        width, height = PAPER_MM[name]
        return _paper(name, width * MM, height * MM)
    if name in SCREENS:
        width_px, height_px, top, bottom, side = SCREENS[name]
        trim = Size(width_px * POINTS_PER_PX, height_px * POINTS_PER_PX)
        return Sheet(
            name,
            trim,
            "screen",
            safe_top=top * trim.height,
            safe_bottom=bottom * trim.height,
            safe_side=side * trim.width,
            pixels=(width_px, height_px),
            most_bytes=_MOST_BYTES.get(name),
        )
    return None


def _custom(name: str) -> Sheet | None:
    match = _CUSTOM.fullmatch(name)
    if match is None:
        return None
    width = float(match["w"]) * POINTS_PER_UNIT[match["wu"] or match["u"]]
    height = float(match["h"]) * POINTS_PER_UNIT[match["u"]]
    if match["u"] == "px" and max(width, height) <= MAX_SIDE:  # beyond, it may be infinite, and has no pixels
        return Sheet(name, Size(width, height), "screen", pixels=(round(float(match["w"])), round(float(match["h"]))))
    if match["banner"] or max(width, height) > 1500 * MM:
        safe = min(50 * MM, 0.08 * min(width, height))
        return Sheet(name, Size(width, height), "banner", 20 * MM, safe, safe, safe)
    return _paper(name, width, height)


def _paper(name: str, width: float, height: float) -> Sheet:
    # 3 mm (1/8 inch where inches are used) of bleed and 5 mm of safe area are what print shops ask for.
    bleed = POINTS_PER_INCH / 8 if name.endswith("in") or name in ("letter", "legal", "tabloid") else 3 * MM
    return Sheet(name, Size(width, height), "print", bleed, 5 * MM, 5 * MM, 5 * MM)
