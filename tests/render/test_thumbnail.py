"""Thumbnails: the right shape, the right picture, few colours, the same bytes from the same file."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from placards.campaign.thumbnails import thumbnail
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Engine
from placards.render.thumbnail import SIDE, fitted, pdf_thumbnail


def job(format: str, size: str = "a5", **more: object) -> Job:
    content = Content(("en",), (Entry("", (SlotText("Peace now", "en"),)),))
    return Job(f"x.{format}", "big", size, content, output=OutputSpec(format, **more))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255."""
    second = second.convert("RGB").resize(first.size, Image.Resampling.BOX)
    return max(ImageStat.Stat(ImageChops.difference(first.convert("RGB"), second)).mean)


@pytest.mark.parametrize("format", ["pdf", "png", "jpg", "webp", "svg"])
def test_every_format_gets_the_same_small_picture(engine: Engine, format: str) -> None:
    whole = Image.open(io.BytesIO(engine.make(job("png")).data))
    made = thumbnail(engine.make_traced(job(format)))
    small = Image.open(io.BytesIO(made.data))
    assert small.size == (made.width, made.height) == (282, 400)
    assert small.mode == "P"
    assert difference(small, whole) < 4
    assert thumbnail(engine.make_traced(job(format))) == made


def test_a_banner_is_as_wide_as_a_poster_is_high(engine: Engine) -> None:
    made = thumbnail(engine.make_traced(job("pdf", "banner-300x100cm")))
    assert (made.width, made.height) == (400, 133)


def test_only_the_trim_is_shown(engine: Engine) -> None:
    """A PDF has bleed around it, an image of the same sheet has none."""
    from_pdf = pdf_thumbnail(engine.make(job("pdf")).data)
    assert difference(Image.open(io.BytesIO(from_pdf.data)), Image.open(io.BytesIO(engine.make(job("png")).data))) < 4


def test_shapes_never_vanish() -> None:
    assert fitted(5000, 1) == (SIDE, 1)
    assert fitted(1, 5000) == (1, SIDE)
