"""Every shipped layout in six languages, as dumps that a person can read in a diff.

``pytest --update-expected tests/scene`` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from placards.files.shipped import world_of
from placards.scene.dump import dump
from placards.template.library import LayoutLibrary
from placards.values.sheet import parse_sheet

from ..jobs import example_job, scenes

EXPECTED = Path(__file__).parent / "expected"
LANGUAGES = ("en", "ar", "ur", "hi", "ja", "th")
LAYOUTS = LayoutLibrary(world_of()).names()

#: Layouts that six languages look at; the others are looked at in one of each direction.
WHOLE = ("big", "placard", "two-languages", "event-card", "chant-sheet", "specimen")
A3 = [(layout, language) for layout in LAYOUTS for language in (LANGUAGES if layout in WHOLE else LANGUAGES[:2])]


def banner_of(layout: str) -> str:
    """The layout's first banner, or its last size."""
    sizes = LayoutLibrary(world_of()).layout(layout).layout.sizes
    return next((s for s in sizes if parse_sheet(s).kind == "banner"), sizes[-1])


def as_text(layout: str, language: str, size: str) -> str:
    return "\n".join(dump(scene) for scene in scenes(example_job(layout, language, size)))


@pytest.mark.parametrize(("layout", "language"), A3)
def test_on_a3(layout: str, language: str, golden: Callable[[Path, str], None]) -> None:
    golden(EXPECTED / f"{layout}-{language}-a3.txt", as_text(layout, language, "a3"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_on_another_shape(layout: str, golden: Callable[[Path, str], None]) -> None:
    size = banner_of(layout)
    golden(EXPECTED / f"{layout}-ar-{size}.txt", as_text(layout, "ar", size))


def test_no_golden_is_left_over() -> None:
    wanted = {f"{layout}-{language}-a3.txt" for layout, language in A3}
    wanted |= {f"{layout}-ar-{banner_of(layout)}.txt" for layout in LAYOUTS}
    assert {path.name for path in EXPECTED.glob("*.txt")} <= wanted
