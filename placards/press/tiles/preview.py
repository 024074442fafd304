"""A page of another file becomes a small picture of itself, by which seams and empty sheets are found."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from placards.press.source import Source, SourcePage
from placards.render.pdf_sheets import PdfSheets
from placards.render.pdfium import opened_page
from placards.scene.items import Metadata
from placards.values.geometry import Matrix, Rect, Size
from placards.values.units import MM

if TYPE_CHECKING:
    from PIL.Image import Image

#: Pixels of the picture, at most; a pixel is a millimetre of the finished poster, or more.
_MOST_PIXELS = 300_000


def preview(source: Source, page: SourcePage, scale: float) -> Image:
    """The page's trim over white, in RGB; *scale* is how much larger it will be printed."""
    from PIL import Image

    width, height = page.size
    unit = max(MM / scale, sqrt(width * height / _MOST_PIXELS))
    size = (max(1, round(width / unit)), max(1, round(height / unit)))
    small = Size(*map(float, size))
    sheets = PdfSheets(Metadata("", "und"), small, packed=False)
    pages = sheets.source(source.pdf)
    sheets.set_layers(pages.catalog("/OCProperties"))
    form = pages.form(page.page, page.box, ours=source.is_ours)
    with sheets.sheet(pages.group(page.page)):
        down = Matrix(small.width / width, 0, 0, -small.height / height, 0, small.height)
        sheets.place(form, page.upright.then(down), Rect(0, 0, *small))
    with opened_page(sheets.finish(accessible=False), 0) as opened:
        data = opened.rgbx(size)
    return Image.frombuffer("RGBX", size, data, "raw", "RGBX", 4 * size[0], 1).convert("RGB")


def blank_cells(picture: Image, cells: dict[tuple[int, int], Rect], size: Size) -> frozenset[tuple[int, int]]:
    """Which cells (row, column), by their boxes on a poster of *size*, are white all over."""
    across, down = picture.width / size.width, picture.height / size.height
    found = set()
    for cell, box in cells.items():
        left, top = int(box.x * across), int(box.y * down)
        right, bottom = -int(-box.right * across // 1), -int(-box.bottom * down // 1)
        part = picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
        if all(low == 255 for low, _ in part.getextrema()):  # type: ignore[misc] # one pair a channel
            found.add(cell)
    return frozenset(found)
