"""A colour becomes the PDF operators that make it the one for fills or strokes."""

from __future__ import annotations

from functools import lru_cache

from placards.render.pdf_outlines import number
from placards.render.pdf_pages import PdfPages
from placards.values.color import Color


def fill_color(pages: PdfPages, color: Color) -> str:
    """The operator that makes *color* the fill colour."""
    return _fill(color) if pages.inks is None else pages.inks.operator(pages, color, stroke=False)


def stroke_color(pages: PdfPages, color: Color) -> str:
    """The operator that makes *color* the colour of strokes."""
    return f"{_channels(color)} RG" if pages.inks is None else pages.inks.operator(pages, color, stroke=True)


def own_color(pages: PdfPages, rgba: tuple[int, int, int, int]) -> str:
    """The operators that make a colour of a font's palette the fill colour, as far as it is opaque."""
    red, green, blue, alpha = rgba
    opacity = f"{pages.use_opacity(alpha / 255)} " if alpha < 255 else ""
    return f"{opacity}{fill_color(pages, Color((red / 255, green / 255, blue / 255)))}"


@lru_cache(maxsize=256)
def _fill(color: Color) -> str:
    return f"{_channels(color)} rg"


def _channels(color: Color) -> str:
    """What screens show of a colour."""
    return " ".join([number(v, 4) for v in color.rgb])
