"""A warm process makes 1080 × 1350 PNGs: placards beside PDFium and Pillow alone, on the very page that it drew."""

from __future__ import annotations

import io
import statistics
from collections.abc import Iterator
from functools import partial

import pypdfium2

from bench.posters import TEXTS, WARM_UPS, job, make, texts
from bench.report import Row
from bench.timing import seconds
from placards.render import raster

SIZE = "instagram-portrait"
PIXELS = (1080, 1350)

#: Pillow's own choice, and ours.
LEVELS = {"Pillow's level 6": 6, f"our level {raster._PNG_LEVEL}": raster._PNG_LEVEL}


def measure() -> Iterator[Row]:
    """A row per compression level: everything from job to PNG, against drawing and encoding."""
    ours: list[float] = []
    bare: dict[str, list[float]] = {name: [] for name in LEVELS}
    for number in range(len(texts("en"))):
        for language in TEXTS:
            text = texts(language)[number]
            mine = seconds(partial(make, job(language, text, suffix=".png", size=SIZE)))
            pdf = make(job(language, text, size=SIZE)).data
            for name, level in LEVELS.items():
                theirs = seconds(partial(draw, pdf, level))
                if number >= WARM_UPS:
                    bare[name].append(theirs)
            if number >= WARM_UPS:
                ours.append(mine)
    for name, times in bare.items():
        ratio = statistics.median(ours) / statistics.median(times)
        yield Row(
            f"warm 1080×1350 PNG vs PDFium + {name}", "ms", statistics.median(ours) * 1000,
            statistics.median(times) * 1000, ratio, "≤ 1.5", ratio <= 1.5,
        )  # fmt: skip


def draw(pdf: bytes, level: int) -> bytes:
    """The page as a PNG by the shortest way that pypdfium2 and Pillow offer, and no colour profile."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    bitmap = page.render(scale=PIXELS[0] / page.get_width(), rev_byteorder=True)
    picture = bitmap.to_pil()
    if picture.size != PIXELS:
        raise ValueError(f"PDFium alone drew {picture.size}")
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=level)
    return out.getvalue()
