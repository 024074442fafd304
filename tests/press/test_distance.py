"""From how far letters are read follows from their height by the formula; heights are those of the pixels that are drawn,
in ten scripts."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from placards.job import Job
from placards.layout.content import Content, Entry, SlotText
from placards.press.distance import COMFORTABLE, LIMIT, Distance, Factor, contrast_of, distances
from placards.press.preflight.run import check_artefact, preflight
from placards.scene.items import Group, Item, Scene, TextBlock
from placards.values.color import main_color
from placards.values.profile import HOME

from ..jobs import make, scenes
from .preflight.broken import draws
from .preflight.good import changed, good_x4

#: A letter by itself, by its language; the script; what its height is that of.
LETTERS = [
    ("en", "H", "Latn", "capitals"), ("en", "x", "Latn", "x-height"), ("ru", "Н", "Cyrl", "capitals"),
    ("el", "Η", "Grek", "capitals"), ("ar", "د", "Arab", "letters"), ("he", "ה", "Hebr", "letters"),
    ("hi", "त", "Deva", "letters"), ("th", "ก", "Thai", "letters"), ("zh", "中", "Hani", "letters"),
    ("ko", "한", "Hang", "letters"), ("am", "መ", "Ethi", "letters"), ("ka", "ბ", "Geor", "x-height"),
]  # fmt: skip


def job(language: str, text: str, size: str = "a4") -> Job:
    content = Content((language,), (Entry("test/word", (SlotText(text, language),)),))
    return Job("word.pdf", "placard", size, content)


def ink_height_mm(data: bytes, color: str) -> float:
    """The height of what is drawn in a colour, by its pixels."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        scale = 3000 / page.get_height()
        image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    away = ImageChops.difference(image, Image.new("RGB", image.size, color)).convert("L")
    box = away.point([255] * 24 + [0] * 232).getbbox()
    assert box is not None
    return (box[3] - box[1]) / scale * 25.4 / 72


def color_of(scene: Scene) -> str:
    """The colour of the first text."""

    def blocks(items: tuple[Item, ...]) -> list[TextBlock]:
        inner = [block for item in items if isinstance(item, Group) for block in blocks(item.items)]
        return [item for item in items if isinstance(item, TextBlock)] + inner

    return main_color(blocks(scene.items)[0].lines[0].runs[0].paint).hex


@pytest.mark.parametrize(("language", "letter", "script", "measured"), LETTERS)
def test_a_letters_height_is_that_of_its_pixels(language: str, letter: str, script: str, measured: str) -> None:
    wanted = job(language, letter)
    made = make(wanted)
    (found,) = distances(scenes(wanted), made.data)
    assert found.factor.script in (script, "Hans", "Kore")
    assert found.measured == measured
    assert found.language == language
    height = found.height_pt * 25.4 / 72
    assert height == pytest.approx(ink_height_mm(made.data, color_of(scenes(wanted)[0])), rel=0.01)
    assert found.comfortable_m == pytest.approx(0.150 * height * found.factor.k)
    assert found.limit_m == pytest.approx(2 * found.comfortable_m)


def test_the_smallest_line_of_a_text_counts() -> None:
    """Capitals go before small letters, and numbers and accents do not make letters taller."""
    wanted = job("fr", "ÉTÉ DE LA PAIX")
    plain = job("fr", "ETE DE LA PAIX")
    (accented,), (bare,) = (distances(scenes(one), make(one).data) for one in (wanted, plain))
    line = scenes(wanted)[0]
    assert line
    assert accented.measured == bare.measured == "capitals"
    assert accented.height_pt < 1.1 * bare.height_pt


@pytest.mark.parametrize(
    ("contrast", "stroke", "script", "k"),
    [
        (21.0, 1 / 7, "Latn", 1.0), (7.0, 1 / 8, "Latn", 1.0), (6.9, 1 / 7, "Latn", 0.85), (4.5, 1 / 7, "Latn", 0.85),
        (3.0, 1 / 5, "Latn", 0.7), (2.9, 1 / 7, "Latn", 0.5), (21.0, 0.1, "Latn", 0.8), (21.0, 0.3, "Latn", 0.8),
        (21.0, 1 / 7, "Hani", 0.6), (3.5, 0.1, "Deva", 0.7 * 0.8 * 0.6), (None, None, "Arab", 1.0),
    ],
)  # fmt: skip
def test_the_factor(contrast: float | None, stroke: float | None, script: str, k: float) -> None:
    assert Factor(contrast, stroke, script).k == pytest.approx(k)


def test_the_formula_in_metres() -> None:
    """A letter of 10 cm is read comfortably at 15 m, and at 30 m at most."""
    found = Distance("A", 100 * 72 / 25.4, "capitals", Factor(21.0, 1 / 7, "Latn"))
    assert (COMFORTABLE, LIMIT) == (150, 300)
    assert found.comfortable_m == pytest.approx(15.0)
    assert found.limit_m == pytest.approx(30.0)


@pytest.mark.parametrize(
    ("ink", "paper", "contrast"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#ffff00", "#ffffff", 1.07),
        ("#d81e05", "#ffffff", 5.0),
    ],
)
def test_contrast_is_that_of_two_colours(ink: str, paper: str, contrast: float) -> None:
    image = Image.new("RGB", (200, 60), paper)
    ImageDraw.Draw(image).rectangle((20, 10, 90, 50), fill=ink)
    limit = 0.05 if contrast > 2 else 0.1
    assert contrast_of(image) == pytest.approx(contrast, rel=limit)
    assert contrast_of(Image.new("RGB", (20, 20), ink)) == 1.0


def test_larger_prints_are_read_from_farther() -> None:
    wanted = job("en", "PEACE")
    data = make(wanted).data
    (one,), (ten,) = distances(scenes(wanted), data), distances(scenes(wanted), data, 10.0)
    assert ten.comfortable_m == pytest.approx(10 * one.comfortable_m)


def test_letters_of_any_pdf_are_measured() -> None:
    """Anton's capitals are measured by their outlines: 24 points and 48."""
    made = changed(good_x4(), draws(b"q /GStext gs BT /F1 48 Tf 0 0 0 1 k 1 0 0 1 60 100 Tm (HHH) Tj ET Q"))
    large, small = preflight(made, thorough=False).distances
    assert (large.text, small.text) == ("HHH", "Peace and bread")
    assert large.measured == small.measured == "capitals"
    assert large.height_pt == pytest.approx(2 * small.height_pt, rel=0.02)


def test_what_is_drawn_over_a_text_layer_is_an_estimate() -> None:
    wanted = job("en", "PEACE")
    data = make(wanted).data
    (known,) = check_artefact(data, scenes(wanted), HOME, "peace.pdf").distances
    (estimated,) = preflight(data, thorough=False).distances
    assert known.measured == "capitals"
    assert estimated.measured == "estimate"
    assert estimated.height_pt == pytest.approx(known.height_pt, rel=0.05)


def test_what_has_no_text_is_said() -> None:
    def outlines(pdf: object) -> None:
        own = pdf.pages[0].obj  # type: ignore[attr-defined]
        own.Contents = pdf.make_stream(b"0 0 0 1 k 60 60 90 90 re f")  # type: ignore[attr-defined]

    found = preflight(changed(good_x4(), outlines), thorough=False)
    assert not found.distances
    assert "preflight-skipped-distance" in {one.code for one in found.not_checked}


def test_a_block_that_stands_many_times_is_told_once() -> None:
    wanted = replace(job("en", "PEACE"), layout="sticker-sheet")
    found = distances(scenes(wanted), make(wanted).data)
    assert len(found) == len({(one.slot, one.height_pt, one.factor) for one in found}) <= 12
