"""The edges of a page become how far ink that touches the cut reaches past it, side by side, by what PDFium draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from placards.frozen import dataclass
from placards.press.preflight.document import PageBoxes
from placards.press.preflight.objects import Corners
from placards.problems.errors import InputError
from placards.render.pdfium import Box, opened_page
from placards.values.units import MM

#: Pixels of a strip: across, from the edge of the bleed to the cut, then as far inside as `_INSIDE` says; and along the
#: side.
_ACROSS, _ALONG = 20, 1500

#: Of the pixels across, how many lie inside the cut: what ends before them is a cut line and no colour.
_INSIDE = 4

#: Where there is no bleed, a strip so deep says what touches the cut, in millimetres.
_EDGE_MM = 1.0

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
                across = _ACROSS / (_ACROSS - _INSIDE) * bleed
                strip = _strip(side, outer, across or _EDGE_MM * MM / page.unit)
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
    """The strip of a side, by the corner of the page."""
    width, height, deep = outer.width, outer.height, depth
    strips = {
        "left": Corners(0.0, 0.0, deep, height),
        "right": Corners(width - deep, 0.0, width, height),
        "bottom": Corners(0.0, 0.0, width, deep),
        "top": Corners(0.0, height - deep, width, height),
    }
    return strips[side]


def _judged(page: PageBoxes, side: str, bleed: float, pixels: bytes, size: tuple[int, int]) -> Border:
    rows = _inked(pixels, side, size)
    cut = _ACROSS - _INSIDE if bleed > 0 else 1  # the first pixel inside
    touching = [row for row in rows if row[-1] and row[cut - 1 if bleed <= 0 else cut]]
    depths = Counter(cut - 1 - row.rfind(0, 0, cut) for row in touching if 0 in row[:cut])
    covered = sum(row[0] != 0 for row in rows) / len(rows)
    share, stops = 0.0, None
    if bleed > 0 and depths:
        depth, count = depths.most_common(1)[0]
        share = count / len(touching)
        if share >= _SHARE and count >= _LEAST:
            stops = bleed * page.unit / MM * depth / cut
    return Border(page.number, side, bleed * page.unit / MM, len(touching) / len(rows), covered, stops, share)


def _inked(pixels: bytes, side: str, size: tuple[int, int]) -> list[bytes]:
    """For each place along a side, whether there is ink from the edge of the bleed to the cut: 0 where it is paper."""
    from PIL import Image, ImageChops

    red, green, blue = Image.frombuffer("RGBX", size, pixels, "raw", "RGBX", 4 * size[0], 1).convert("RGB").split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    mask = darkest.point([255] * _PAPER + [0] * (256 - _PAPER))
    for turn in _TURNS[side]:
        mask = mask.transpose(turn)
    data = mask.tobytes()
    return [data[start : start + _ACROSS] for start in range(0, len(data), _ACROSS)]


#: How a strip is turned so that each of its rows runs from the edge of the bleed to the cut, by Pillow's numbers.
_FLIP_ACROSS, _FLIP_DOWN, _TRANSPOSE = 0, 1, 5
_TURNS: dict[str, tuple[Any, ...]] = {
    "left": (), "right": (_FLIP_ACROSS,), "top": (_TRANSPOSE,), "bottom": (_FLIP_DOWN, _TRANSPOSE),
}  # fmt: skip
