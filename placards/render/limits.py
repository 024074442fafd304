"""Scenes become a file that a network takes: an image that is too heavy is packed harder, or refused with its remedy.

A JPEG gets a lower quality, step by step, down to what still shows clean letters; a WebP gives up being exact; a PNG
keeps 256 colours, which flat art does not notice."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import InputError
from placards.render.formats import render
from placards.render.options import RenderOptions
from placards.scene.items import Scene

#: Qualities of JPEG that are tried, from the best on. Below the last, edges of letters break up.
QUALITIES = (86, 80, 74, 68, 62)

#: What is tried in turn: a way to pack, and how people know it.
_Tries = Iterator[tuple[str, Callable[[], bytes]]]


def render_within(
    scenes: Sequence[Scene], suffix: str, options: RenderOptions, most: int | None, report: Report
) -> bytes:
    """The file, of *most* bytes if that is given; raises InputError where no way of packing gets there."""
    data = render(scenes, suffix, options)
    if most is None or len(data) <= most:
        return data
    size = len(data)
    for how, pack in _tries(scenes, suffix, options, data):
        packed = pack()
        if len(packed) <= most:
            report(diagnostic("image-packed", size=size, limit=most, how=how))
            return packed
    raise InputError("image-heavy", size=size, limit=most, kind=suffix.removeprefix(".").upper())


def _tries(scenes: Sequence[Scene], suffix: str, options: RenderOptions, data: bytes) -> _Tries:
    if suffix in (".jpg", ".jpeg"):
        for quality in QUALITIES:
            yield f"JPEG quality {quality}", partial(render, scenes, suffix, replace(options, jpeg_quality=quality))
    elif suffix == ".webp":
        yield "WebP with loss", lambda: render(scenes, suffix, replace(options, webp_lossless=False))
    elif suffix == ".png":
        yield "256 colours", lambda: in_256_colors(data, scenes[0])


def in_256_colors(png: bytes, scene: Scene) -> bytes:
    """A PNG of ours with a palette in place of three bytes a pixel."""
    from PIL import Image

    from placards.render.image_text import image_text
    from placards.render.png import INDEXED, PHOTOGRAPH_LEVEL, png_file

    with Image.open(io.BytesIO(png)) as picture:
        dpi = picture.info.get("dpi", (None,))[0]
        few = picture.convert("RGB").quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG)
    width, height = few.size
    pixels, rows = few.tobytes(), bytearray()
    for top in range(0, width * height, width):
        rows += b"\0" + pixels[top : top + width]
    palette = bytes(few.getpalette("RGB") or b"")
    return png_file(
        rows, few.size, INDEXED, PHOTOGRAPH_LEVEL, dpi=dpi, text=image_text(scene.metadata), palette=palette
    )
