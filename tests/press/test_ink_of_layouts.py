"""Artefacts of the shipped layouts as a press gets them; of their ink, a sample of what ``python -m tools.ink`` measures
of all layouts in all palettes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.job import Job
from placards.pipeline import Engine
from placards.press.icc import condition_icc
from placards.problems.errors import InputError
from placards.values.profile import Condition, Profile
from tests.jobs import example_job, layouts
from tests.press.building import names, operators
from tools.ink import X1A, X4, measured, photograph_world

#: The heaviest palettes, and layouts with photographs, gradients, textures and copies.
SHEETS = [
    ("photo-caption", "lantern"),
    ("portrait-quote", "tide"),
    ("sticker-sheet-24", "candle"),
    ("vigil", "dusk"),
    ("marker", ""),
    ("woodcut", "newsprint"),
]


@cache
def engine() -> Engine:
    return Engine(inputs=Inputs(photograph_world()))


@pytest.mark.parametrize(("layout", "palette"), SHEETS)
def test_no_sheet_has_more_ink_than_the_profile_allows(layout: str, palette: str) -> None:
    assert 1.5 < measured(engine(), layout, palette, X4) <= 3.0


def test_nor_has_one_that_was_flattened() -> None:
    assert 1.5 < measured(engine(), "vigil", "dusk", X1A) <= 3.0


def pressed_job(layout: str, profile: Profile) -> Job:
    sizes = layouts().layout(layout).layout.sizes
    job = example_job(layout, "en", sizes[0] if sizes else "a3")
    return replace(job, output=replace(job.output, profile=profile))


@pytest.mark.parametrize("profile", [X4, X1A], ids=lambda profile: profile.name)
def test_no_shipped_layout_leaves_a_colour_of_screens(profile: Profile) -> None:
    for layout in layouts().names():
        found = names(engine().make(pressed_job(layout, profile)).data)
        assert "/DeviceRGB" not in found, layout
        if not profile.transparency:
            assert not {"/SMask", "/ca", "/CA", "/BM", "/Transparency", "/OCG"} & found, layout


@pytest.mark.parametrize("layout", ["vigil", "marker", "photo-caption", "sticker-sheet", "woodcut"])
@pytest.mark.parametrize("profile", [X4, X1A], ids=lambda profile: profile.name)
def test_artefacts_for_a_press_are_the_same_each_time(layout: str, profile: Profile) -> None:
    job = pressed_job(layout, profile)
    first, again = engine().make(job), Engine(inputs=Inputs(photograph_world())).make(job)
    assert (first.data == again.data) is True
    assert first.diagnostics == again.diagnostics
    assert not {"rg", "RG"} & operators(first.data)


def test_an_icc_profile_beside_the_campaign_is_used_and_is_an_ingredient() -> None:
    profile = replace(X4, condition=Condition(icc="shop.icc"))
    job = pressed_job("placard", profile)
    own = Engine(World([Memory({"shop.icc": condition_icc(Condition())}), *world_of().sources]))
    here, shipped = own.make_traced(job).artefact.data, engine().make(pressed_job("placard", X4)).data
    assert (here == shipped) is True  # pytest would compare a hundred thousand bytes one by one
    assert "shop.icc" in [file.name for file in own.make_traced(job).files]
    with pytest.raises(InputError) as caught:
        engine().make(job)
    assert caught.value.diagnostics[0].code == "press-icc-missing"
