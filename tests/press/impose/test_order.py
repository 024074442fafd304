from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placards.press.impose.order import booklet, halves, repeated, several, two_sides


def leafed(
    sheets: list[tuple[tuple[int | None, ...], tuple[int | None, ...]]], *, right_to_left: bool
) -> list[int | None]:
    """The pages of a stapled booklet in the order in which they are read: leaf by leaf from the outermost sheet in, then
    out again on the other side of the staples."""
    first, second = (0, 1) if right_to_left else (1, 0)
    inwards = [page for front, back in sheets for page in (front[first], back[second])]
    outwards = [page for front, back in reversed(sheets) for page in (back[first], front[second])]
    return inwards + outwards


@given(count=st.integers(1, 200), right_to_left=st.booleans())
def test_a_folded_booklet_is_read_from_its_first_page_to_its_last(count: int, right_to_left: bool) -> None:
    sheets = booklet(count, right_to_left=right_to_left)
    read = leafed(sheets, right_to_left=right_to_left)
    assert [page for page in read if page is not None] == list(range(count))
    assert len(read) % 4 == 0
    assert read[count:] == [None] * (-count % 4)


@given(count=st.integers(2, 100), places=st.integers(1, 16))
def test_pages_side_by_side_keep_their_order(count: int, places: int) -> None:
    sides = several(count, places)
    assert [page for side in sides for page in side if page is not None] == list(range(count))
    assert {len(side) for side in sides} == {places}


def test_one_page_fills_the_sheet_and_stickers_do_so_each() -> None:
    assert several(1, 4) == [(0, 0, 0, 0)]
    assert repeated(2, 2) == [(0, 0), (1, 1)]


def test_fronts_and_backs_and_the_two_sides_of_a_tent() -> None:
    assert two_sides(4) == [(0, 1), (2, 3)]
    assert halves(1) == [(0, 0)]
    assert halves(4) == [(0, 1), (2, 3)]
