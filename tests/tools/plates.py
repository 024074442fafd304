"""A PDF becomes the plates that a press would print it from, by Ghostscript's own separation.

Never with ``-sOutputICCProfile``, which would convert the inks once more; rich black would not be what was written.
Overprinting stays as the file has it. Marks in all inks at once lie outside the BleedBox: only what is inside it counts.
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops

from placards.press.pictures import most_of_sums

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def plates(pdf: bytes, dpi: float = 36, page: int = 1) -> dict[str, Image.Image]:
    """The plates of a page inside its BleedBox by the names of their inks, 255 being all of an ink. Raises
    AssertionError where Ghostscript says anything at all."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.pdf").write_bytes(pdf)
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}"]
        command += [f"-dFirstPage={page}", f"-dLastPage={page}", "-o", f"{folder}/p.tif", f"{folder}/a.pdf"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        assert not done.stdout + done.stderr, done.stdout + done.stderr
        found = {}
        for file in sorted(Path(folder).glob("p*.tif")):
            name = file.stem.partition("(")[2].removesuffix(")")
            if name:
                with Image.open(file) as image:
                    found[name] = _inside(ImageChops.invert(image.convert("L")), pdf, page, dpi)
    return found


def most_ink(found: Mapping[str, Image.Image]) -> float:
    """The most of cyan, magenta, yellow and black at one place: 3.0 is 300 %."""
    return most_of_sums([found[name] for name in PROCESS]) / 255


def amounts(found: Mapping[str, Image.Image], x: float, y: float) -> tuple[int, ...]:
    """Cyan, magenta, yellow and black in per cent at a place, which is given in parts of the page."""
    size = found["Black"].size
    at = (int(x * size[0]), int(y * size[1]))
    return tuple(round(float(found[name].getpixel(at)) / 2.55) for name in PROCESS)  # type: ignore[arg-type]


def _inside(plate: Image.Image, pdf: bytes, page: int, dpi: float) -> Image.Image:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        one = opened.pages[page - 1].obj
        media = [float(v) for v in one.MediaBox]  # type: ignore[attr-defined, union-attr]
        box = [float(v) for v in one.get("/BleedBox", one.get("/TrimBox", one.MediaBox))]  # type: ignore[union-attr]
    scale = dpi / 72
    left, right = (box[0] - media[0]) * scale, (box[2] - media[0]) * scale
    top, bottom = (media[3] - box[3]) * scale, (media[3] - box[1]) * scale
    return plate.crop((round(left), round(top), round(right), round(bottom)))
