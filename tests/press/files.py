"""What tests of press files share: artefacts by a profile, and what independent programs make of them."""

from __future__ import annotations

import io
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops

from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Artefact
from placards.values.profile import Finishing, Profile
from placards.values.units import MM
from tests import jobs

X4 = Profile("x4", standard="pdf/x-4", inks="cmyk", marks=True, slug=True, slug_name="Rally & <march>")
X1A = replace(X4, name="x1a", standard="pdf/x-1a", layers=False, transparency=False)
FINISHING = Finishing(
    hem_mm=20, pocket_mm=40, pockets=("top",), eyelets_mm=150, cut=True, folds=(("start", 100),), eyelet_mm=10
)


def artefact(
    profile: Profile, *, layout: str = "big", size: str = "a4", text: str = "", language: str = "en"
) -> Artefact:
    """A sheet of one slogan."""
    entry = Entry("peace", (SlotText(text or "There is no planet B", language),))
    job = Job("sheet.pdf", layout, size, Content((language,), (entry,)), output=OutputSpec(profile=profile))
    return jobs.make(job)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def boxes(pdf: bytes, page: int = 0) -> dict[str, tuple[float, float, float, float]]:
    """The boxes that a page says itself, left, bottom, right and top; millimetres."""
    with opened(pdf) as file:
        found = file.pages[page].obj
        return {
            name: tuple(float(v) / MM for v in found[f"/{name}"])  # type: ignore[misc]
            for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
            if f"/{name}" in found
        }


def complaints(pdf: bytes) -> str:
    """Whatever qpdf and Ghostscript say of a file, who both should say nothing but that all is well."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.pdf")
        file.write_bytes(pdf)
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        drawn = subprocess.run(
            ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", file],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    good = "No syntax or stream encoding errors found; the file may still contain\nerrors that qpdf cannot detect\n"
    return "".join((checked.stderr, "" if good in checked.stdout else checked.stdout, drawn.stdout, drawn.stderr))


def whole_plates(pdf: bytes, page: int = 1, dpi: int = 72) -> dict[str, Image.Image]:
    """The plates of a whole page by their inks, marks included; 255 is all of an ink."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.pdf").write_bytes(pdf)
        command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}"]
        command += [f"-dFirstPage={page}", f"-dLastPage={page}", "-o", f"{folder}/p.tif", f"{folder}/a.pdf"]
        subprocess.run(command, check=True, capture_output=True)
        found = {}
        for file in sorted(Path(folder).glob("p(*.tif")):
            with Image.open(file) as image:
                found[file.stem.partition("(")[2].removesuffix(")")] = ImageChops.invert(image.convert("L"))
    return found


def inside(plate: Image.Image, pdf: bytes, margin_mm: float = 0.0, page: int = 0, dpi: int = 72) -> Image.Image:
    """What of a plate is inside the TrimBox, without a margin on all sides."""
    found = boxes(pdf, page)
    media, trim = found["MediaBox"], found["TrimBox"]
    scale = dpi * MM / 72
    box = (
        trim[0] - media[0] + margin_mm, media[3] - trim[3] + margin_mm,
        trim[2] - media[0] - margin_mm, media[3] - trim[1] - margin_mm,
    )  # fmt: skip
    return plate.crop([round(v * scale) for v in box])  # type: ignore[arg-type]


def ink(plate: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of what has ink on a plate."""
    return plate.getbbox()
