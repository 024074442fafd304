"""A sample of what ``python -m tools.ink`` measures of all layouts and palettes."""

from __future__ import annotations

from functools import cache

import pytest

from placards.inputs import Inputs
from placards.pipeline import Engine
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
