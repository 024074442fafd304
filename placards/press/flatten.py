"""A Scene without anything see-through, for files that may hold none (PDF/X-1a).

What can be mixed exactly is (`placards.press.mix`). If something is left, all from the bottom up to the highest such
item becomes one picture, of the resolution that the profile asks for: PDFium draws it from the screen's colours, and
the inks of plain colours are put in by themselves, so that the picture meets the same colour above it without a seam.
What lies above stays as it is, and texts inside the picture are still found by readers.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING

from placards.press.icc import Conversion
from placards.press.mix import mixed
from placards.press.own_inks import OwnInks
from placards.press.pictures import as_it_is, as_photograph
from placards.press.see_through import is_see_through
from placards.problems.diagnostic import Report, diagnostic
from placards.render.jpeg_bands import ROWS_A_CYCLE, joined_jpegs
from placards.render.pdf import render_drawing
from placards.render.pdfium import Page, opened_page
from placards.render.png import PHOTOGRAPH_LEVEL, RGB, png_file
from placards.render.png_filters import filtered_rows
from placards.scene.bounds import shown, united
from placards.scene.items import Group, Item, Picture, Scene, TextBlock
from placards.scene.paints import colors
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Size
from placards.values.profile import Inks, Profile
from placards.values.units import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

#: The most pixels that are packed without loss; more become a JPEG, in bands, and beyond the second they are coarser.
MOST_EXACT, MOST_PIXELS = 28_000_000, 140_000_000

_BAND_PIXELS = 4_000_000


def flattened(
    scene: Scene,
    profile: Profile,
    conversion: Conversion | None,
    inks: Mapping[tuple[float, float, float], Inks],
    report: Report,
) -> Scene:
    """The Scene without anything see-through; its colours have inks already, and *inks* are those by their sRGB
    values. Without a *conversion* the colours are those of screens, and the picture is too."""
    made = _flattened(replace(scene, items=mixed(scene.items)), profile, conversion, inks, report)
    kept = _spots(made.items)
    lost = tuple([spot for spot in _spots(scene.items) if spot not in kept])
    if lost:
        report(diagnostic("press-spots-converted", colors=lost))
    return made


def _flattened(
    scene: Scene,
    profile: Profile,
    conversion: Conversion | None,
    inks: Mapping[tuple[float, float, float], Inks],
    report: Report,
) -> Scene:
    below, above = _parted(scene.items)
    if not below:
        return scene
    sheet = Rect(0.0, 0.0, *scene.trim).inset(*[-scene.bleed] * 4)
    box = united(shown(item) for item in below)
    box = box and box.intersection(sheet)
    if box is None:
        return replace(scene, items=above)
    dpi = min(profile.dpi, sqrt(MOST_PIXELS / (box.width * box.height)) * POINTS_PER_INCH)
    pixel = POINTS_PER_INCH / dpi
    box = _on_grid(box, sheet, pixel)
    size = (round(box.width / pixel), round(box.height / pixel))
    moved = Group(below, Matrix(e=-box.x, f=-box.y))
    drawing = Scene(Size(*box.size), (moved,), scene.metadata)
    with opened_page(render_drawing(drawing), 0) as page:
        bands = partial(_bands, page, size)
        picture = _pixels(bands, size, box) if conversion is None else _plates(bands, size, box, conversion, inks)
    share = 100 * min(1.0, box.width * box.height / (sheet.width * sheet.height))
    report(diagnostic("press-flattened", dpi=round(dpi), share=share))
    texts = tuple(_texts(below))
    hidden = (Group(texts, clip=Path(())),) if texts else ()
    return replace(scene, items=(picture, *hidden, *above))


def _parted(items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """What must become a picture, and what lies above it; a group that only moves and clips is parted too."""
    highest = next((at for at in reversed(range(len(items))) if is_see_through(items[at])), None)
    if highest is None:
        return (), tuple(items)
    below, above = tuple(items[:highest]), tuple(items[highest + 1 :])
    item = items[highest]
    if isinstance(item, Group) and item.opacity >= 1 and item.blend == "normal":
        inner, over = _parted(item.items)
        over_group = (replace(item, items=over),) if over else ()
        return (*below, replace(item, items=inner)), (*over_group, *above)
    return (*below, item), above


def _on_grid(box: Rect, sheet: Rect, pixel: float) -> Rect:
    """The box in whole pixels, counted from the sheet's corner: a little larger, and never smaller than the sheet
    where it reaches its edges."""
    left, top = floor((box.x - sheet.x) / pixel + 1e-6), floor((box.y - sheet.y) / pixel + 1e-6)
    right, bottom = ceil((box.right - sheet.x) / pixel - 1e-6), ceil((box.bottom - sheet.y) / pixel - 1e-6)
    across, down = max(right - left, 1), max(bottom - top, 1)
    return Rect(sheet.x + left * pixel, sheet.y + top * pixel, across * pixel, down * pixel)


def _bands(page: Page, size: tuple[int, int]) -> Iterator[Image]:
    """The page in RGB, in bands as JPEG's must be."""
    from PIL import Image

    rows = max(1, _BAND_PIXELS // size[0] // ROWS_A_CYCLE) * ROWS_A_CYCLE
    for top in range(0, size[1], rows):
        count = min(rows, size[1] - top)
        drawn = page.rgbx(size, top, count)
        yield Image.frombuffer("RGBX", (size[0], count), drawn, "raw", "RGBX", 4 * size[0], 1).convert("RGB")


def _plates(
    bands: Callable[[], Iterator[Image]],
    size: tuple[int, int],
    box: Rect,
    conversion: Conversion,
    inks: Mapping[tuple[float, float, float], Inks],
) -> Picture:
    own = OwnInks(conversion, inks)
    if size[0] * size[1] > MOST_EXACT:
        return Picture(b"", box, plates=as_photograph(bands, size, own))
    return Picture(b"", box, plates=as_it_is(map(own.picture, bands()), size))


def _pixels(bands: Callable[[], Iterator[Image]], size: tuple[int, int], box: Rect) -> Picture:
    """The page's pixels in the colours of screens, as a PNG; a JPEG where they are very many."""
    if size[0] * size[1] > MOST_EXACT:
        return Picture(joined_jpegs([_jpeg(band) for band in bands()], size[1]), box)
    rows, above = bytearray(), None
    for band in bands():
        for strip in filtered_rows(band, above):
            rows += strip
        above = band.crop((0, band.height - 1, band.width, band.height))
    return Picture(png_file(rows, size, RGB, PHOTOGRAPH_LEVEL), box)


def _jpeg(band: Image) -> bytes:
    out = io.BytesIO()
    band.save(out, "JPEG", quality=95, subsampling=0, restart_marker_rows=1)
    return out.getvalue()


def _spots(items: Sequence[Item]) -> dict[str, None]:
    return {color.spot: None for color in colors(items) if color.spot}


def _texts(items: Sequence[Item], matrix: Matrix = IDENTITY) -> Iterator[Item]:
    """All text blocks, each where it stands."""
    for item in items:
        if isinstance(item, TextBlock):
            yield item if matrix == IDENTITY else Group((item,), matrix)
        elif isinstance(item, Group):
            yield from _texts(item.items, item.transform.then(matrix))
