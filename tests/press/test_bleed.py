"""Whatever bleed a printer wants, ink reaches its edge on every side where it does for 3 mm: the page is drawn by PDFium,
and its outermost pixels are looked at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pypdfium2
import pytest

from placards.job import OutputSpec
from placards.values.profile import Profile
from placards.values.sheet import parse_sheet
from placards.values.units import points_to_mm

from ..jobs import firm_slogans, job_for, languages_for, layouts, make

SIDES = ("top", "bottom", "left", "right")
BLEEDS = (3.0, 0.0, 20.0, 51.0)

#: Words that run over an edge are other words at another bleed: so much more of it may be as light as paper.
LETTERS = 0.35
RUNNING = {"bilingual-echo"}


def paper_sizes() -> list[tuple[str, str]]:
    """Each layout with its first size of paper or cloth."""
    found = []
    for name in layouts().names():
        sizes = [size for size in layouts().layout(name).layout.sizes if parse_sheet(size).kind != "screen"]
        found += [(name, size) for size in sizes[:1]]
    return found


def covered(layout: str, size: str, language: str, bleed: float) -> list[dict[str, float]]:
    """How much of each side's outermost pixels has ink, a page each."""
    folder = layouts().layout(layout)
    languages = languages_for(folder, language)
    slogans = firm_slogans(languages)[: 12 if folder.layout.many else 1]
    output = OutputSpec("pdf", profile=Profile("shop", bleed_mm=bleed))
    data = make(replace(job_for(folder, languages, slogans, size), output=output)).data
    found = []
    for page in pypdfium2.PdfDocument(data):
        # The media box is the bleed's here: this profile has neither marks nor a slug.
        assert page.get_mediabox() == pytest.approx(page.get_bleedbox() if bleed else page.get_trimbox())
        longest = max(page.get_size())
        pixels = page.render(scale=500 / longest * (1 - 2e-6)).to_numpy()[:, :, :3]
        inked = pixels.min(axis=2) < 250
        # The second row: the first may be half a pixel.
        edges = (inked[1], inked[-2], inked[:, 1], inked[:, -2])
        found.append({side: float(np.mean(edge)) for side, edge in zip(SIDES, edges, strict=True)})
    return found


@pytest.mark.parametrize(("layout", "size"), paper_sizes())
def test_ink_reaches_the_bleed_s_edge(layout: str, size: str) -> None:
    language = "ar" if layout < "m" else "en"
    usual = covered(layout, size, language, BLEEDS[0])
    for bleed in BLEEDS[1:]:
        if bleed >= points_to_mm(min(parse_sheet(size).trim)):
            continue
        for page, (before, after) in enumerate(zip(usual, covered(layout, size, language, bleed), strict=True), 1):
            for side in SIDES:
                allowed = LETTERS if layout in RUNNING else 0.05
                assert after[side] >= before[side] - allowed, (bleed, page, side, before, after)


@pytest.mark.parametrize("layout", ["sticker-sheet", "sticker-sheet-24"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_grid_reaches_all_sides(layout: str, language: str) -> None:
    """One cell stands for all, and only some of them lie at an edge."""
    (page,) = covered(layout, "a4", language, 20.0)
    assert all(part > 0.99 for part in page.values()), page


def test_running_words_run_over_the_bleed() -> None:
    """Words that would stand in the bleed alone are drawn, too: else it would be empty where a large one is cut."""
    folder = layouts().layout("big")
    output = OutputSpec("pdf", profile=Profile("shop", bleed_mm=51.0))
    job = replace(job_for(folder, ("en",), firm_slogans(("en",))[:1], "a3"), output=output)
    (page,) = pypdfium2.PdfDocument(make(job).data)
    pixels = page.render(scale=0.5).to_numpy()[:, :, :3].astype(int)
    differs = np.abs(pixels - pixels[2, 2]).max(axis=2) > 60  # from the ground
    rows = differs[: pixels.shape[0] // 4]  # above the band in the middle
    outer = round(8 * 72 / 25.4 * 0.5)  # 8 of the 51 mm
    assert rows[:, :outer].mean() > 0.05
    assert rows[:, -outer:].mean() > 0.05
