"""What the tests of render/ share: Scenes with text set by the real engine, and pictures of files."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from pathlib import Path as FilePath

import pypdfium2
from PIL import Image, ImageChops

from placards.layout.text_block import place_runs
from placards.scene.items import FillPath, Item, Metadata, Scene, TextBlock, TextLine
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle, prepare
from placards.values.color import BLACK, Color, parse_hex
from placards.values.geometry import Path, Point, Rect, Size

RED = parse_hex("#d81e05")
BLUE = parse_hex("#0057b7")


def block(
    text: str,
    language: str,
    box: Rect,
    *,
    size: float = 24,
    vertical: bool = False,
    paint: Color = BLACK,
    leading: float = 1.3,
    weight: int | None = None,
) -> TextBlock:
    """A message in a box from its top, a line for each of its lines, right-to-left ones at the right."""
    paragraph = prepare(text, TextStyle(language, "text", weight, vertical=vertical), shipped_fonts())
    lines, start = [], 0
    for number, part in enumerate(text.split("\n")):
        end = start + len(part)
        shaped = paragraph.line(start, paragraph.trimmed(start, end))
        runs = place_runs(shaped.runs, size, paint)
        offset = shaped.advance_em * size
        if vertical:
            origin = Point(box.right - size * (0.5 + leading * number), box.y)
        else:
            x = box.right - offset if paragraph.base_level else box.x
            origin = Point(x, box.y + size * (1 + leading * number))
        lines.append(TextLine(part, start, origin, runs, offset, box, size))
        start = end + 1
    return TextBlock(text, language, paragraph.base_level, "slogan", "main", box, tuple(lines), vertical)


def scene(
    *items: Item, size: tuple[float, float] = (600, 300), bleed: float = 0.0, pixels: tuple[int, int] | None = None
) -> Scene:
    metadata = Metadata("Climate justice – عدالة", "en", "Choir", "A placard", ("climate", "justice"))
    return Scene(Size(*size), items, metadata, bleed, pixels)


def rectangle(x: float, y: float, width: float, height: float, paint: Color) -> FillPath:
    return FillPath(Path.rect(Rect(x, y, width, height)), paint)


def png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def with_pdfium(pdf: bytes, width: int) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    page.close()
    document.close()
    return picture


def with_poppler(pdf: bytes, width: int, folder: FilePath) -> Image.Image:
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(width), "-scale-to-y", "-1"]
    subprocess.run([*command, str(folder / "page.pdf"), str(folder / "page")], check=True, capture_output=True)
    return Image.open(folder / "page.png").convert("RGB")


def with_librsvg(svg: bytes, width: int, folder: FilePath) -> Image.Image:
    (folder / "page.svg").write_bytes(svg)
    command = ["rsvg-convert", "-w", str(width), "-b", "white", str(folder / "page.svg"), "-o", str(folder / "svg.png")]
    subprocess.run(command, check=True, capture_output=True)
    return Image.open(folder / "svg.png").convert("RGB")


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures' channels, 0 to 255; edges may be drawn differently."""
    if abs(first.width - second.width) > 1 or abs(first.height - second.height) > 1:
        raise AssertionError(f"sizes differ: {first.size}, {second.size}")
    second = second.resize(first.size)
    histogram: Sequence[int] = ImageChops.difference(first, second).convert("L").histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (first.width * first.height)
