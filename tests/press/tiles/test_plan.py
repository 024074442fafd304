from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placards.press.paper import Margins, parse_margins, parse_paper
from placards.press.tiles.plan import Flaps, count_sheets, even_seams, grid, largest_scale
from placards.press.tiles.scale import parse_scale
from placards.problems.errors import InputError
from placards.values.geometry import Size
from placards.values.sheet import parse_sheet
from placards.values.units import MM

#: Measured before this was written; none of these may ever need more.
SHEETS = {"a3": 4, "a2": 8, "a1": 12, "a0": 21, "24x36in": 15, "300x100cm": 64}
THRIFTY = {"a2": 6, "a1": 9, "a0": 18, "300x100cm": 55}

ROUNDED = 1e-6


@pytest.mark.parametrize(("size", "count"), SHEETS.items())
def test_as_few_sheets_as_the_formula_allows(size: str, count: int) -> None:
    assert count_sheets(parse_sheet(size).trim, parse_paper("a4"), 10 * MM).sheets == count


@pytest.mark.parametrize(("size", "count"), THRIFTY.items())
def test_smaller_margins_save_sheets(size: str, count: int) -> None:
    paper = parse_paper("a4", Margins(*[3 * MM] * 4))
    assert count_sheets(parse_sheet(size).trim, paper, 5 * MM).sheets == count


@given(
    width=st.floats(50, 4000), height=st.floats(50, 4000), overlap=st.floats(0, 30), margin=st.floats(0, 15),
    name=st.sampled_from(["a4", "letter", "a3", "legal"]),
)  # fmt: skip
def test_sheets_show_all_overlap_as_asked_and_stay_inside_the_margins(
    width: float, height: float, overlap: float, margin: float, name: str
) -> None:
    size, paper = Size(width * MM, height * MM), parse_paper(name, Margins(*[margin * MM] * 4))
    counts = count_sheets(size, paper, overlap * MM)
    usable = counts.paper.usable
    across = even_seams(size.width, usable.width, overlap * MM, counts.columns)
    down = even_seams(size.height, usable.height, overlap * MM, counts.rows)
    made = grid(size, counts.paper, overlap * MM, across, down)
    assert sum(tile.kept.width * tile.kept.height for tile in made.tiles) == pytest.approx(size.width * size.height)
    for tile in made.tiles:
        assert usable.contains(tile.on_sheet(tile.window), ROUNDED)
        assert tile.window.contains(tile.kept, ROUNDED)
        right = next((t for t in made.tiles if (t.row, t.column) == (tile.row, tile.column + 1)), None)
        if right is not None:
            assert tile.window.right - right.window.x == pytest.approx(overlap * MM, abs=ROUNDED)
            assert tile.kept.right == right.kept.x


@given(sheets=st.integers(1, 60), width=st.floats(100, 3000), height=st.floats(100, 3000))
def test_as_large_as_so_many_sheets_allow(sheets: int, width: float, height: float) -> None:
    size, paper = Size(width * MM, height * MM), parse_paper("a4")
    scale = largest_scale(size, paper, 10 * MM, "auto", sheets)
    assert count_sheets(Size(size.width * scale, size.height * scale), paper, 10 * MM).sheets <= sheets
    more = scale * 1.001
    assert count_sheets(Size(size.width * more, size.height * more), paper, 10 * MM).sheets > sheets


def test_names_go_along_rows() -> None:
    size = Size(500 * MM, 500 * MM)
    counts = count_sheets(size, parse_paper("a4"), 10 * MM, "portrait")
    usable = counts.paper.usable
    across = even_seams(size.width, usable.width, 10 * MM, 3)
    made = grid(size, counts.paper, 10 * MM, across, even_seams(size.height, usable.height, 10 * MM, 2), Flaps())
    assert [tile.label for tile in made.tiles] == ["A1", "A2", "A3", "B1", "B2", "B3"]


def test_margins_of_a_sheet_that_lies_across_hold_whichever_way_it_is_turned() -> None:
    paper = parse_paper("a4", parse_margins("5mm,6mm,12mm,7mm"))
    assert paper.turned.margins == Margins(7 * MM, 12 * MM, 7 * MM, 12 * MM)


@pytest.mark.parametrize("text", ["", "5", "5mm,5mm", "-5mm", "5%", "a,b,c,d"])
def test_what_is_no_margin_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_margins(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "1to0", "big", "1e9", "%"])
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_scale(text)


@settings(max_examples=30)
@given(overlap=st.floats(190.1, 400))
def test_an_overlap_that_shows_nothing_new_is_refused(overlap: float) -> None:
    with pytest.raises(InputError) as caught:
        count_sheets(Size(5000, 5000), parse_paper("a4"), overlap * MM, "portrait")
    assert caught.value.code == "tile-overlap"
