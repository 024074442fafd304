from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from placards.press.paper import parse_paper
from placards.press.source import opened
from placards.press.tiles.plan import count_sheets, fixed_seams, sheets_along
from placards.press.tiles.preview import preview
from placards.press.tiles.seams import best_seams, cut, edges_crossed
from placards.values.units import MM
from tests.jobs import example_job, layouts, make


def fits(seams: tuple[float, ...], length: float, usable: float, overlap: float) -> bool:
    """Whether each sheet's window is no longer than what can be printed."""
    edges = [0.0, *seams, length]
    last = len(edges) - 2
    windows = [
        edges[i + 1] - edges[i] + (overlap / 2 if i else 0) + (overlap / 2 if i < last else 0) for i in range(last + 1)
    ]
    return all(0 < window <= usable + 1e-6 for window in windows)


@settings(max_examples=40)
@given(
    length=st.integers(30, 400), usable=st.integers(40, 200), overlap=st.integers(0, 20),
    seed=st.lists(st.integers(0, 9), min_size=400, max_size=400),
)  # fmt: skip
def test_seams_always_fit_the_sheets(length: int, usable: int, overlap: int, seed: list[int]) -> None:
    count = sheets_along(length, usable, overlap)
    assert fits(best_seams(seed[:length], length, usable, overlap, count), length, usable, overlap)


@given(
    usable=st.integers(10, 16), overlap=st.integers(0, 4), costs=st.lists(st.integers(0, 99), min_size=18, max_size=26)
)  # fmt: skip
def test_no_other_seams_cut_less(usable: int, overlap: int, costs: list[int]) -> None:
    length = len(costs)
    count = sheets_along(length, usable, overlap)
    assume(2 <= count <= 3)
    outer, inner = usable - overlap / 2, usable - overlap
    possible = [
        [place + 0.5 for place in chosen]
        for chosen in combinations(range(length), count - 1)
        if fits(tuple(place + 0.5 for place in chosen), length, usable, overlap)
    ]

    def large_enough(seams: list[float]) -> bool:
        steps = [b - a for a, b in zip([0.0, *seams], seams, strict=False)]
        limits = [outer, *[inner] * len(steps)]
        return (
            all(step >= limit / 3 for step, limit in zip(steps, limits, strict=False))
            and length - seams[-1] >= outer / 3
        )

    best = min((cut(costs, seams, length) for seams in possible if large_enough(seams)), default=None)
    assume(best is not None)
    found = best_seams(costs, length, usable, overlap, count)
    assert best is not None
    assert cut(costs, found, length) <= best + 1  # evenness costs less than one edge


def test_a_seam_goes_beside_a_letter_not_through_it() -> None:
    picture = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(picture).rectangle((120, 20, 170, 180), fill="black")
    columns, _ = edges_crossed(picture)
    (seam,) = best_seams(columns, 300, 200, 10, 2)
    assert not 119 <= seam <= 171
    assert cut(columns, (145.0,), 300) > 0 == cut(columns, (seam,), 300)


def test_edges_are_counted_in_pixels() -> None:
    picture = Image.new("RGB", (50, 40), "white")
    ImageDraw.Draw(picture).rectangle((10, 10, 19, 29), fill="red")
    columns, rows = edges_crossed(picture)
    assert [round(value, 3) for value in columns] == [2 * (10 <= x <= 19) for x in range(50)]
    assert [round(value, 3) for value in rows] == [2 * (10 <= y <= 29) for y in range(40)]


@pytest.mark.parametrize("size", ["a3", "a2"])
def test_over_layouts_seams_cut_less_than_half_of_what_a_fixed_grid_cuts(size: str) -> None:
    """At A1 there is little to choose, for twelve sheets are nearly full."""
    paper, overlap = parse_paper("a4"), 10 * MM
    fixed = chosen = 0.0
    for name in layouts().names()[::4]:
        with opened(make(example_job(name, "en", size)).data) as source:
            page = source.page(1)
            picture = preview(source, page, 1.0)
        counts = count_sheets(page.size, paper, overlap)
        usable = counts.paper.usable
        sides = ((page.size.width, usable.width, counts.columns), (page.size.height, usable.height, counts.rows))
        for costs, (length, room, count) in zip(edges_crossed(picture), sides, strict=True):
            fixed += cut(costs, fixed_seams(length, room, overlap, count), length)
            chosen += cut(costs, best_seams(costs, length, room, overlap, count), length)
    assert 0 < chosen <= fixed / 2, (chosen, fixed)
