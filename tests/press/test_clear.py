"""Words, signs and codes keep clear of what is folded back, sewn and punched, in every layout that makes banners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from placards.files.shipped import world_of
from placards.inputs import Inputs
from placards.job import OutputSpec
from placards.kit.samples import Sample, Samples, with_samples
from placards.locale.language import is_rtl
from placards.pipeline import Engine
from placards.plan.planner import Asked, plan
from placards.scene.items import Group, Item, TextBlock
from placards.values.geometry import Matrix, Rect
from placards.values.profile import Finishing, Profile
from placards.values.sheet import parse_sheet, sheet_for

SEWN = Profile("sewn", bleed_mm=20, finishing=Finishing(30, 80, ("start", "end"), 500))

#: Of sheets that are cut up, and of what is written across them, nobody sews a banner.
OTHERS = {
    "sticker-sheet",
    "sticker-sheet-24",
    "diagonal",
    "badge",
    "table-sign",
    "chant-sheet",
    "flyer",
    "letter",
    "leaflet",
}

WIDE, TALL = "banner-300x100cm", "banner-100x200cm"


@cache
def inputs() -> Inputs:
    return Inputs(with_samples(world_of()))


LAYOUTS = sorted(set(inputs().layout_names()) - OTHERS)


def inks(items: Iterable[Item], matrix: Matrix) -> Iterator[tuple[TextBlock, Rect]]:
    for item in items:
        if isinstance(item, Group):
            yield from inks(item.items, item.transform.then(matrix))
        elif isinstance(item, TextBlock) and not item.cut:
            for line in item.lines:
                yield item, matrix.box(line.ink)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_that_is_read_is_folded_back(layout: str) -> None:
    samples, engine, seen = Samples(inputs()), Engine(inputs=inputs()), 0
    folder = inputs().layout(layout)
    for size, language in ((WIDE, "en"), (WIDE, "ur"), (TALL, "ur")):
        languages = samples.languages_for(folder, language)
        choices = samples.choices(folder, Sample(languages, "community/stronger-together"), size, "", OutputSpec())
        for job in plan([Asked(choices)], inputs()).jobs:
            scenes = engine.scenes(replace(job, output=OutputSpec(profile=SEWN)))
            mirrored = is_rtl(job.content.languages[0])
            clear = sheet_for(SEWN, parse_sheet(size)).unfolded_in(mirrored=mirrored)
            for block, ink in (found for scene in scenes for found in inks(scene.items, Matrix())):
                if block.role == "running":
                    continue
                assert clear.contains(ink, 1.0), (size, language, block.slot, block.text)
                seen += 1
    assert seen
