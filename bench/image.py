"""A warm process makes 1080 × 1350 PNGs: placards beside PDFium and Pillow alone, on the very page that it drew."""

from __future__ import annotations

import io
import statistics
from collections.abc import Iterator
from functools import partial

import pypdfium2

from bench.former import COMMIT, former
from bench.posters import TEXTS, WARM_UPS, engine, job, texts
from bench.report import Row
from bench.timing import seconds

SIZE = "instagram-portrait"
PIXELS = (1080, 1350)

#: Pillow's own choice.
LEVEL = 6


def measure() -> Iterator[Row]:
    """Everything from job to PNG, against drawing and encoding alone, and against ourselves before; and the bytes."""
    ours: list[float] = []
    bare: list[float] = []
    before: list[float] = []
    sizes: list[float] = []
    with former() as old:
        for number in range(len(texts("en"))):
            for language in TEXTS:
                text = texts(language)[number]
                one = job(language, text, suffix=".png", size=SIZE)
                mine = seconds(partial(engine().make, one))
                pdf = engine().make(job(language, text, size=SIZE)).data
                theirs = seconds(partial(draw, pdf))
                former_time = old.seconds(language, text, ".png", SIZE)
                if number >= WARM_UPS:
                    ours.append(mine)
                    bare.append(theirs)
                    before.append(former_time)
                    sizes.append(len(engine().make(one).data) / len(draw(pdf)))
    now, drawn, then = (statistics.median(times) * 1000 for times in (ours, bare, before))
    yield Row(
        "warm 1080×1350 PNG vs PDFium + Pillow's level 6", "ms", now, drawn, now / drawn, "≤ 0.45", now / drawn <= 0.45
    )
    yield Row(f"warm 1080×1350 PNG vs placards at {COMMIT}", "ms", now, then, then / now, "", None)
    size = statistics.median(sizes)
    yield Row(
        "its bytes, by theirs", "×", size, None, size, "≤ 1.1", size <= 1.1,
        f"largest {max(sizes):.2f}; ours carries a colour profile",
    )  # fmt: skip


def draw(pdf: bytes) -> bytes:
    """The page as a PNG by the shortest way that pypdfium2 and Pillow offer, and no colour profile."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    bitmap = page.render(scale=PIXELS[0] / page.get_width(), rev_byteorder=True)
    picture = bitmap.to_pil()
    if picture.size != PIXELS:
        raise ValueError(f"PDFium alone drew {picture.size}")
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=LEVEL)
    return out.getvalue()
