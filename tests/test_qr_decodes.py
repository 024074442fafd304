"""The code of every layout that has one is read by a reader that knows nothing of placards: on an image a quarter as
large as the artefact, as on a phone that stands back, and on the pages of the PDF."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from placards.job import Job, OutputSpec
from placards.template.folder import LayoutFolder
from placards.values.sheet import parse_sheet
from placards.values.units import POINTS_PER_INCH

from .jobs import firm_slogans, job_for, languages_for, layouts, make

SHORT = "https://example.org/peace"
#: As addresses are that people paste: a code of more and smaller modules.
LONG = "https://www.example.org/2027/03/stop-the-evictions-in-mill-street?ref=poster"


def has_code(folder: LayoutFolder) -> bool:
    return any(element.type == "qr" for element in folder.layout.every_element)


WITH_CODE = [name for name in layouts().names() if has_code(layouts().layout(name))]
SIZES = [(name, size) for name in WITH_CODE for size in layouts().layout(name).layout.sizes]


def job_of(name: str, size: str, language: str, link: str) -> Job:
    folder = layouts().layout(name)
    languages = languages_for(folder, language)
    slogans = firm_slogans(languages)
    job = job_for(folder, languages, slogans[:12] if folder.layout.many else slogans[-1:], size)
    return replace(job, content=replace(job.content, link=link))


def pages_as_images(job: Job, width_px: int) -> list[Image.Image]:
    made = make(replace(job, name="code.png", output=OutputSpec("png", width_px=width_px)))
    return [Image.open(io.BytesIO(data)) for name, data in made.files if name.endswith(".png")]


def read(images: Iterable[Image.Image]) -> set[str]:
    return {code.text for image in images for code in zxingcpp.read_barcodes(image.convert("RGB"))}


def test_some_layouts_have_a_code() -> None:
    assert {"event-card", "demands"} <= set(WITH_CODE)


@pytest.mark.parametrize(("name", "size"), SIZES)
def test_a_quarter_as_large(name: str, size: str) -> None:
    """Of the pixels of a screen's size, and of 300 an inch on paper (on a banner, where nobody stands so near, 40)."""
    sheet = parse_sheet(size)
    dpi = 40 if sheet.kind == "banner" else 300
    whole = sheet.pixels[0] if sheet.pixels else sheet.trim.width / POINTS_PER_INCH * dpi
    images = pages_as_images(job_of(name, size, "en", SHORT), min(round(whole * 0.25), 2000))
    assert read(images) == {SHORT}


@pytest.mark.parametrize("language", ["ar", "hi"])
@pytest.mark.parametrize("name", WITH_CODE)
def test_a_long_link_from_the_pdf(name: str, language: str) -> None:
    """A mirrored sheet, and letters that stand high, leave the code as it is."""
    size = layouts().layout(name).layout.sizes[0]
    job = job_of(name, size, language, LONG)
    (data,) = (data for file, data in make(replace(job, name="code.pdf")).files if file.endswith(".pdf"))
    document = pypdfium2.PdfDocument(data)
    try:
        assert read(page.render(scale=1.5).to_pil() for page in document) == {LONG}
    finally:
        document.close()


def test_a_code_that_is_covered_is_not_read() -> None:
    """The reader does not find what is not there."""
    (image, *_) = pages_as_images(job_of("event-card", "a4", "en", SHORT), 800)
    assert read([image]) == {SHORT}
    assert read([Image.new("RGB", image.size, "white")]) == set()
    bare = job_of("event-card", "a4", "en", "")
    assert read(pages_as_images(bare, 800)) == set()
