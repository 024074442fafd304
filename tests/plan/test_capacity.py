"""How many languages a layout shows, and what suits where nobody named a layout."""

from __future__ import annotations

import pytest

from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.plan.capacity import ANY, default_layout, default_size, languages_shown, layouts_for


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return Inputs(world_of())


@pytest.mark.parametrize(
    ("layout", "most"),
    [("big", 1), ("two-languages", 2), ("three-languages", 3), ("specimen", ANY)],
)
def test_languages_that_a_layout_shows(inputs: Inputs, layout: str, most: int) -> None:
    assert languages_shown(inputs.layout(layout)) == most


@pytest.mark.parametrize("languages", [1, 2, 3, 4, 9])
def test_the_default_layout_shows_all_languages(inputs: Inputs, languages: int) -> None:
    name = default_layout(languages, 1)
    assert name in layouts_for(inputs, languages, many=False)
    assert languages_shown(inputs.layout(name)) >= languages


def test_several_slogans_make_a_list_to_read_from(inputs: Inputs) -> None:
    layout = inputs.layout(default_layout(1, 2))
    assert layout.layout.many
    assert default_size(layout) == "a4"
    assert default_size(inputs.layout("big")) == "a3"
    assert default_size(inputs.layout("badge")) == "58x58mm", "what it is made for"


def test_layouts_that_list_are_told_from_those_that_show_one_slogan(inputs: Inputs) -> None:
    lists, others = set(layouts_for(inputs, 1, many=True)), set(layouts_for(inputs, 1, many=False))
    assert "chant-sheet" in lists
    assert "big" in others
    assert not lists & others


def test_a_broken_layout_is_not_offered() -> None:
    world = World([Memory({"layouts/broken/layout.toml": b"name = ["}), *world_of().sources])
    found = layouts_for(Inputs(world), 1, many=False)
    assert "broken" not in found
    assert "big" in found
