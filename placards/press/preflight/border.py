"""The edges of a page become how far ink that touches the cut reaches past it, side by side, by what PDFium draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from placards.frozen import dataclass
from placards.press.preflight.document import PageBoxes
from placards.press.preflight.objects import Corners
from placards.problems.errors import InputError
from placards.render.pdfium import Box, opened_page
from placards.values.units import MM

#: Pixels of a strip: across, from the edge of the bleed to the cut, and along the side.
_ACROSS, _ALONG = 16, 1500

#: Lighter than this is paper.
_PAPER = 250

#: Of what touches the cut, so much must end at one depth before it is a bleed that is too small and not a figure that
#: runs on a slant.
_SHARE, _LEAST = 0.15, 8

SIDES = ("left", "right", "bottom", "top")


@dataclass(frozen=True, slots=True)
class Border:
    """What is drawn along one side of a page."""

    page: int
    side: str
    bleed_mm: float  # from the cut to the edge of the BleedBox
    touching: float  # of the side's length, how much has ink where it is cut, 0 to 1
    covered: float  # of the side's length, how much has ink at the edge of the BleedBox
    stops_mm: float | None  # where what touches the cut stops, past the cut; None: it reaches the edge
    share: float = 0.0  # of what touches the cut, how much stops there


def borders(printed: bytes, pages: Sequence[PageBoxes]) -> tuple[Border, ...]:
    """All sides of pages that `printed_area` made."""
    return tuple(found for index, page in enumerate(pages) for found in _sides(printed, index, page))


def _sides(printed: bytes, index: int, page: PageBoxes) -> Iterator[Border]:
    outer, inner = page.printed, page.finished
    if not printed or outer.width <= 0 or outer.height <= 0:
        return
    try:
        with opened_page(printed, index) as drawn:
            for side in SIDES:
                bleed = _bleed(side, outer, inner)
                # Where there is no bleed, a strip of a quarter of a millimetre says what touches the cut.
                strip = _strip(side, outer, max(bleed, 0.25 * MM / page.unit))
                drawn.trim = Box(*strip)
                level = side in ("left", "right")
                size = (_ACROSS, _ALONG) if level else (_ALONG, _ACROSS)
                yield _judged(page, side, bleed, bytes(drawn.rgbx(size)), size)
    except InputError:
        return


def _bleed(side: str, outer: Corners, inner: Corners) -> float:
    sides = inner.left - outer.left, outer.right - inner.right, inner.bottom - outer.bottom, outer.top - inner.top
    return max(0.0, sides[SIDES.index(side)])


def _strip(side: str, outer: Corners, depth: float) -> Corners:
    """The strip of a side, from the corner of the page on, a pixel deeper than the bleed."""
    width, height = outer.width, outer.height
    deep = depth * (1 + 1 / (_ACROSS - 1))
    strips = {
        "left": Corners(0.0, 0.0, deep, height),
        "right": Corners(width - deep, 0.0, width, height),
        "bottom": Corners(0.0, 0.0, width, deep),
        "top": Corners(0.0, height - deep, width, height),
    }
    return strips[side]


def _judged(page: PageBoxes, side: str, bleed: float, pixels: bytes, size: tuple[int, int]) -> Border:
    rows = [_inked(pixels, place, side, size) for place in range(_ALONG)]
    touching = [row for row in rows if row[-1]]
    depths = Counter(depth for row in touching if (depth := _reaches(row)) < _ACROSS)
    covered = sum(row[0] for row in rows) / _ALONG
    share, stops = 0.0, None
    if bleed > 0 and depths:
        depth, count = depths.most_common(1)[0]
        share = count / len(touching)
        if share >= _SHARE and count >= _LEAST:
            stops = bleed * page.unit / MM * max(0, depth - 1) / (_ACROSS - 1)
    return Border(page.number, side, bleed * page.unit / MM, len(touching) / _ALONG, covered, stops, share)


def _inked(pixels: bytes, place: int, side: str, size: tuple[int, int]) -> list[bool]:
    """Whether there is ink, from the edge of the bleed to the cut, at one place along a side."""
    row = 4 * size[0]
    if side in ("left", "right"):
        starts = [place * row + 4 * column for column in range(_ACROSS)]
    else:
        starts = [line * row + 4 * place for line in range(_ACROSS)]
    found = [min(pixels[start : start + 3]) < _PAPER for start in starts]
    return found if side in ("left", "top") else found[::-1]


def _reaches(row: list[bool]) -> int:
    """How many pixels, from the cut outwards, are inked without a gap."""
    for depth, inked in enumerate(reversed(row)):
        if not inked:
            return depth
    return len(row)
