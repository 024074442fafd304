"""PDFs to be tiled and imposed: posters of any size, and what other programs write."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from placards.api import render
from placards.render.pdf import render_pdf
from placards.scene.items import FillPath, Item, Metadata, Scene
from placards.values.color import Color
from placards.values.geometry import Path, Rect, Size
from placards.values.units import MM


@cache
def poster(size: str, text: str = "Peace now") -> bytes:
    """A placard of a size, as people make it."""
    return render(text, size=size).data


def striped(width_mm: float, height_mm: float, *, bleed_mm: float = 3) -> bytes:
    """A sheet of fields in many colours, with thin lines: whatever is moved shows."""
    width, height = width_mm * MM, height_mm * MM
    items: list[Item] = [FillPath(Path.rect(Rect(-20, -20, width + 40, height + 40)), Color((0.9, 0.9, 0.6)))]
    step = 37 * MM
    for column in range(int(width / step) + 1):
        for row in range(int(height / step) + 1):
            color = Color(((column * 53 % 97) / 97, (row * 31 % 89) / 89, ((column + row) * 17 % 61) / 61))
            items.append(FillPath(Path.ellipse(Rect(column * step, row * step, 0.8 * step, 0.7 * step)), color))
    return render_pdf([Scene(Size(width, height), tuple(items), Metadata("Fields", "en"), bleed_mm * MM)])


def numbered(count: int, width_mm: float = 100, height_mm: float = 150) -> bytes:
    """Pages that tell which they are and which way is up: a grey of their own, and a red mark at the top left."""
    scenes = []
    width, height = width_mm * MM, height_mm * MM
    for number in range(count):
        grey = Color((grey_of(number) / 255,) * 3)
        items: tuple[Item, ...] = (
            FillPath(Path.rect(Rect(0, 0, width, height)), grey),
            FillPath(Path.rect(Rect(0, 0, width * 0.3, height * 0.2)), Color((1, 0, 0))),
        )
        scenes.append(Scene(Size(width, height), items, Metadata("Pages", "en")))
    return render_pdf(scenes)


def grey_of(number: int) -> int:
    """The grey of a page, 0 to 255: never white."""
    return 20 + 10 * number


def foreign(content: bytes, change: Callable[[pikepdf.Pdf, pikepdf.Page], None] | None = None,
            box: tuple[float, float, float, float] = (0, 0, 600, 400)) -> bytes:  # fmt: skip
    """A PDF as another program writes it: one page with these operators."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(box[2] - box[0], box[3] - box[1]))
    page = pdf.pages[0]
    page.obj.MediaBox = Array(box)
    page.obj.Resources = Dictionary(
        Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    )
    page.obj.Contents = pdf.make_stream(content)
    if change:
        change(pdf, page)
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()
