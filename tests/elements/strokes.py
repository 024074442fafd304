"""How thick the strokes of a placed block are, measured on its picture: letters are drawn as they stand on the sheet, and
discs of growing size are rolled through their ink. Nothing of `placards.text.stroke` is used."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image, ImageChops, ImageFilter, ImageStat

from placards.render.options import RenderOptions
from placards.render.pdf import render_pdf
from placards.render.raster import render_image
from placards.scene.items import Scene, TextBlock
from placards.values.color import Color

#: Pixels that the block's typical letters are high.
PIXELS = 60


def stroke_points(scene: Scene, block: TextBlock, letters: float) -> float:
    """The thickness, in points, at which half of the ink of a block's letters is no thicker; *letters* is about their
    height in points."""
    black = replace(block, underlays=(), lines=tuple(
        replace(line, runs=tuple(replace(placed, paint=Color((0.0, 0.0, 0.0))) for placed in line.runs))
        for line in block.lines
    ))  # fmt: skip
    width = max(64, round(scene.trim.width * PIXELS / letters))
    scale = width / scene.trim.width
    ink = _ink(replace(scene, items=(black,)), (width, round(scene.trim.height * scale)))
    whole = _area(ink)
    assert whole, "a block without ink"
    eroded, survived, thick = ink, whole, 1.0
    for radius in range(1, PIXELS):
        eroded = _step(eroded, radius, darker=True)
        opened = eroded
        for back in range(radius, 0, -1):
            opened = _step(opened, back, darker=False)
        left = _area(opened)
        if left < whole / 2:
            # between the last disc that half of the ink let through, and this one
            part = (survived - whole / 2) / (survived - left)
            return (thick + 2 * part) / scale
        survived, thick = left, 2.0 * radius + 1
    raise AssertionError("no stroke is so thick")


def _ink(scene: Scene, pixels: tuple[int, int]) -> Image.Image:
    data = render_image(render_pdf([scene]), "png", RenderOptions(), pixels=pixels, flat=True)
    found = Image.open(io.BytesIO(data)).convert("L").point(lambda value: 255 if value < 128 else 0)
    box = found.getbbox()
    assert box is not None
    cropped = Image.new("L", (box[2] - box[0] + 8, box[3] - box[1] + 8))
    cropped.paste(found.crop(box), (4, 4))
    return cropped


def _step(image: Image.Image, number: int, *, darker: bool) -> Image.Image:
    """One pixel off all edges (or onto them); crosses and squares take turns, so that discs are eight-sided."""
    if number % 2 == 0:
        return image.filter(ImageFilter.MinFilter(3) if darker else ImageFilter.MaxFilter(3))
    merge = ImageChops.darker if darker else ImageChops.lighter
    out = image
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        out = merge(out, ImageChops.offset(image, dx, dy))
    return out


def _area(image: Image.Image) -> float:
    return float(ImageStat.Stat(image).sum[0]) / 255
