"""A photograph becomes rows of differences between neighbours, which deflate packs better than the colours themselves.

PNG's filters, of which the best is taken for each strip of rows: Sub, Up and Average, on whole strips by Pillow's
arithmetic. Paeth would have to look at each byte alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: Rows that share a filter.
STRIP = 32

#: A strip of a narrow picture has more rows, so that it has this many pixels: each strip costs as much as 10,000.
_LEAST_PIXELS = 1 << 14

_NONE, _SUB, _UP, _AVERAGE = range(4)

#: How far each byte is from no difference at all, up or down.
_DISTANCES = tuple(min(value, 256 - value) for value in range(256))


def filtered_rows(picture: Image, above: Image | None = None) -> Iterator[bytes | bytearray]:
    """The rows of a picture in RGB or RGBA, each with its filter's number before it, in strips; *above* is the row that
    stands over the first one in the same file, none at its beginning."""
    from PIL import Image

    width, height = picture.size
    rows = max(STRIP, _LEAST_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        strip = picture.crop((0, top, width, bottom))
        over = Image.new(picture.mode, strip.size)
        over.paste(strip, (0, 1))
        over.paste(picture.crop((0, top - 1, width, top)) if top else above or Image.new(picture.mode, (width, 1)))
        left = Image.new(picture.mode, strip.size)
        left.paste(strip, (1, 0))
        kind, best = min(_candidates(strip, left, over), key=lambda candidate: _cost(candidate[1]))
        yield _with_kind(best.tobytes(), kind, width * len(picture.getbands()))


def _candidates(strip: Image, left: Image, over: Image) -> Iterator[tuple[int, Image]]:
    from PIL import ImageChops

    yield _NONE, strip
    yield _SUB, ImageChops.subtract_modulo(strip, left)
    yield _UP, ImageChops.subtract_modulo(strip, over)
    yield _AVERAGE, ImageChops.subtract_modulo(strip, ImageChops.add(left, over, scale=2.0))


def _cost(differences: Image) -> int:
    """The sum of the differences, up and down alike: what PNG's own specification proposes."""
    return sum(map(mul, differences.histogram(), _DISTANCES * len(differences.getbands())))


def _with_kind(pixels: bytes, kind: int, stride: int) -> bytes | bytearray:
    rows = len(pixels) // stride
    if rows > stride:  # a column at a time: millions of rows of a few pixels would take seconds
        out = bytearray(rows * (stride + 1))
        out[:: stride + 1] = bytes([kind]) * rows
        for column in range(stride):
            out[column + 1 :: stride + 1] = pixels[column::stride]
        return out
    mark, view = bytes([kind]), memoryview(pixels)
    parts: list[bytes | memoryview] = []
    for start in range(0, len(pixels), stride):
        parts += (mark, view[start : start + stride])
    return b"".join(parts)
