"""PDF files of a batch become contact sheets: the first page of each as a thumbnail, with its folder's name below.

``python tools/contact_sheet.py out/article-1 -o sheets`` writes ``sheets/01.png``, ``sheets/02.png``, …
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

COLUMNS, ROWS = 9, 4
THUMBNAIL = (210, 297)
GAP, LABEL = 8, 18


def thumbnail(path: Path) -> Image.Image:
    """The first page, within THUMBNAIL."""
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    scale = min(THUMBNAIL[0] / page.get_width(), THUMBNAIL[1] / page.get_height())
    image: Image.Image = page.render(scale=scale * 2).to_pil().convert("RGB")
    page.close()
    document.close()
    image.thumbnail(THUMBNAIL, Image.Resampling.LANCZOS)
    return image


def sheet(paths: Sequence[Path], columns: int, rows: int) -> Image.Image:
    """One contact sheet."""
    cell = (THUMBNAIL[0] + GAP, THUMBNAIL[1] + LABEL + GAP)
    image = Image.new("RGB", (columns * cell[0] + GAP, rows * cell[1] + GAP), "#808080")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(14)
    for index, path in enumerate(paths):
        x, y = GAP + index % columns * cell[0], GAP + index // columns * cell[1]
        picture = thumbnail(path)
        image.paste(picture, (x + (THUMBNAIL[0] - picture.width) // 2, y))
        draw.text((x, y + THUMBNAIL[1]), path.parent.name, fill="white", font=font)
    return image


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the PDF files are, at any depth")
    parser.add_argument("-o", "--out", type=Path, default=Path("contact-sheets"), metavar="DIR")
    parser.add_argument("--columns", type=int, default=COLUMNS)
    parser.add_argument("--rows", type=int, default=ROWS)
    options = parser.parse_args(arguments)
    files = sorted(options.folder.rglob("*.pdf"))
    options.out.mkdir(parents=True, exist_ok=True)
    size = options.columns * options.rows
    for number, start in enumerate(range(0, len(files), size), 1):
        page = sheet(files[start : start + size], options.columns, options.rows)
        page.save(options.out / f"{number:02}.png", optimize=True)
    print(f"{len(files)} files on {-(-len(files) // size)} sheets in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
