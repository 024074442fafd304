"""Boxes of pages become the sizes that people order: what is left once it is cut, and the bleed around it."""

from __future__ import annotations

from collections.abc import Sequence

from placards.frozen import dataclass
from placards.press.preflight.document import PageBoxes
from placards.values.units import MM


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A size, in millimetres of what is printed, and the pages that have it."""

    width: float
    height: float
    bleed: float  # on the side where it is least
    media: tuple[float, float]
    pages: tuple[int, ...]


def sheet_size(pages: Sequence[PageBoxes], scale: float) -> tuple[SheetSize, ...]:
    """All sizes, in the order of their first pages."""
    found: dict[tuple[float, ...], list[int]] = {}
    for page in pages:
        unit = page.unit / MM * scale
        trim, media = page.finished, page.whole
        turned = page.rotate % 180 == 90
        sides = (trim.width, trim.height, media.width, media.height)
        width, height, *whole = sides if not turned else (sides[1], sides[0], sides[3], sides[2])
        key = tuple(round(one * unit, 1) for one in (width, height, least_bleed(page), *whole))
        found.setdefault(key, []).append(page.number)
    return tuple(SheetSize(w, h, bleed, (mw, mh), tuple(ns)) for (w, h, bleed, mw, mh), ns in found.items())


def least_bleed(page: PageBoxes) -> float:
    """How far the BleedBox reaches past the trim on the side where it is least, in the page's units."""
    outer, inner = page.printed, page.finished
    sides = inner.left - outer.left, inner.bottom - outer.bottom, outer.right - inner.right, outer.top - inner.top
    return max(0.0, min(sides))


def page_list(pages: Sequence[int]) -> str:
    """Numbers of pages as people write them: ``1–3, 7``."""
    parts: list[list[int]] = []
    for page in sorted(set(pages)):
        if parts and page == parts[-1][-1] + 1:
            parts[-1][1:] = [page]
        else:
            parts.append([page])
    return ", ".join("–".join(map(str, part)) if len(part) > 1 else str(part[0]) for part in parts)
