"""Placed lines become bitmaps, one a line, from their outlines: to see whether ink of two lines meets."""

from __future__ import annotations

from PIL import Image, ImageDraw

from placards.scene.items import TextBlock


def line_masks(block: TextBlock, pixels_per_em: float) -> list[Image.Image]:
    """A black and white picture of the slot for each line; counters are filled in."""
    scale = pixels_per_em / block.lines[0].runs[0].size
    width, height = int(block.box.width * scale) + 2, int(block.box.height * scale) + 2
    masks = []
    for line in block.lines:
        image = Image.new("1", (width, height))
        draw = ImageDraw.Draw(image)
        for placed in line.runs:
            unit = placed.size / placed.run.font.upem
            pen = 0.0
            for glyph in placed.run.glyphs:
                x0 = line.origin.x + placed.offset + (pen + glyph.x_offset) * unit - block.box.x
                y0 = line.origin.y - glyph.y_offset * unit - block.box.y
                for contour in _contours(placed.run.font.segments(glyph.id)):
                    points = [((x0 + x * unit) * scale, (y0 - y * unit) * scale) for x, y in contour]
                    if len(points) > 2:
                        draw.polygon(points, fill=1)
                pen += glyph.x_advance
        masks.append(image)
    return masks


def _contours(segments: tuple[tuple[str | float, ...], ...]) -> list[list[tuple[float, float]]]:
    out: list[list[tuple[float, float]]] = []
    for kind, *values in segments:
        numbers = [float(v) for v in values]
        if kind == "M":
            out.append([(numbers[0], numbers[1])])
        elif kind == "L":
            out[-1].append((numbers[0], numbers[1]))
        elif kind == "C":
            x0, y0 = out[-1][-1]
            x1, y1, x2, y2, x3, y3 = numbers
            for step in range(1, 9):
                t = step / 8
                u = 1 - t
                out[-1].append(
                    (
                        u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                        u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
                    )
                )
    return out
