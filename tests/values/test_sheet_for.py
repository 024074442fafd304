"""A printer's bleed and safe area on sheets, and room for what is sewn and punched, by arithmetic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.problems.errors import InputError
from placards.values.geometry import Rect
from placards.values.profile import HOME, Finishing, Profile, Side
from placards.values.sheet import PAPER_MM, Sheet, parse_sheet, sheet_for, size_names

MM = 72 / 25.4


def sheet(size: str = "a3", *, finishing: Finishing | None = None, **wants: float) -> Sheet:
    profile = Profile("shop", **wants, finishing=finishing or Finishing())  # type: ignore[arg-type]
    return sheet_for(profile, parse_sheet(size))


@pytest.mark.parametrize("size", size_names())
def test_who_wants_nothing_gets_the_sheet_as_it_is(size: str) -> None:
    assert sheet_for(HOME, parse_sheet(size)) == parse_sheet(size)


@pytest.mark.parametrize("bleed", [0.0, 3.0, 20.0, 51.0])
def test_bleed_and_safe_area_are_the_printer_s(bleed: float) -> None:
    made = sheet(bleed_mm=bleed, safe_mm=20.0)
    assert made.bleed == pytest.approx(bleed * MM)
    assert made.safe == pytest.approx((20 * MM, 20 * MM, 257 * MM, 380 * MM))
    assert made.trim == parse_sheet("a3").trim


def test_one_of_them_alone_leaves_the_other_to_the_size() -> None:
    assert sheet(bleed_mm=0.0).safe == parse_sheet("a3").safe
    assert sheet(safe_mm=0.0).bleed == parse_sheet("a3").bleed
    assert sheet(safe_mm=0.0).safe == (0, 0, *parse_sheet("a3").trim)


def test_a_hem_takes_its_width_and_a_needle_s_breadth() -> None:
    assert sheet("2x1m", safe_mm=0.0, finishing=Finishing(hem_mm=30)).safe.x == pytest.approx(35 * MM)
    # A safe area that is larger anyway stays.
    assert sheet("2x1m", safe_mm=60.0, finishing=Finishing(hem_mm=30)).safe.x == pytest.approx(60 * MM)


def test_eyelets_keep_words_away_from_their_inner_edge() -> None:
    finishing = Finishing(eyelets_mm=500, eyelet_inset_mm=25, eyelet_mm=12)
    safe = sheet("2x1m", safe_mm=0.0, finishing=finishing).safe
    assert safe == pytest.approx((36 * MM, 36 * MM, 1928 * MM, 928 * MM))


@pytest.mark.parametrize("side", ["top", "bottom", "start", "end"])
def test_a_pocket_takes_room_on_its_own_side(side: Side) -> None:
    safe = sheet("2x1m", safe_mm=10.0, finishing=Finishing(pocket_mm=80, pockets=(side,))).safe
    trim = parse_sheet("2x1m").trim
    free = {
        "top": safe.y, "bottom": trim.height - safe.bottom, "start": safe.x, "end": trim.width - safe.right,
    }  # fmt: skip
    assert free.pop(side) == pytest.approx(105.4 * MM)
    assert list(free.values()) == pytest.approx([10 * MM] * 3)


def test_start_is_on_the_right_where_lines_begin_there() -> None:
    made = sheet("2x1m", safe_mm=10.0, finishing=Finishing(pocket_mm=80, pockets=("start",)))
    mirrored = made.safe_in(mirrored=True)
    assert mirrored.x == pytest.approx(10 * MM)
    assert made.trim.width - mirrored.right == pytest.approx(105.4 * MM)
    assert mirrored.size == pytest.approx(made.safe.size)


def test_screens_stay_what_they_are() -> None:
    assert sheet("story", bleed_mm=20.0, safe_mm=50.0, finishing=Finishing(hem_mm=30)) == parse_sheet("story")


@pytest.mark.parametrize(("size", "bleed"), [("a7", 74.0), ("30x40mm", 51.0), ("badge", 51.0)])
def test_a_bleed_larger_than_the_sheet_is_refused(size: str, bleed: float) -> None:
    with pytest.raises(InputError, match="of bleed on each side") as caught:
        sheet("30x60mm" if size == "badge" else size, bleed_mm=bleed)
    assert "shop" in str(caught.value)


def test_margins_that_leave_no_room_are_refused() -> None:
    with pytest.raises(InputError, match="no room left for words"):
        sheet("a6", safe_mm=50.0)
    with pytest.raises(InputError, match="no room left for words"):
        sheet("banner-60x20cm", finishing=Finishing(pocket_mm=80, pockets=("top", "bottom")))


@given(
    st.sampled_from(sorted(PAPER_MM)), st.floats(0, 60), st.floats(0, 60), st.floats(0, 60), st.floats(0, 100),
    st.sets(st.sampled_from(["top", "bottom", "start", "end"])),
)  # fmt: skip
def test_whatever_is_wanted_words_have_room_and_stay_inside(
    size: str, bleed: float, safe: float, hem: float, pocket: float, sides: set[Side]
) -> None:
    finishing = Finishing(hem_mm=hem, pocket_mm=pocket, pockets=tuple(sorted(sides)))
    profile = Profile("shop", bleed_mm=bleed, safe_mm=safe, finishing=finishing)
    try:
        made = sheet_for(profile, parse_sheet(size))
    except InputError:
        return
    for mirrored in (False, True):
        room = made.safe_in(mirrored=mirrored)
        assert room.x >= safe * MM - 0.001
        assert room.y >= safe * MM - 0.001
        assert room.right <= made.trim.width - safe * MM + 0.001
        assert min(room.size) >= 10 * MM - 0.001
    assert sheet_for(replace(profile, safe_mm=None), made).bleed == made.bleed


def test_what_finishing_takes_is_known_by_side() -> None:
    """A pocket of 80 mm where lines begin: an inch beside it; hems of 30 mm elsewhere, and 5 mm beside them."""
    finishing = Finishing(hem_mm=30, pocket_mm=80, pockets=("start",))
    sheet = sheet_for(Profile("p", finishing=finishing), parse_sheet("banner-300x100cm"))
    assert [round(v / MM, 1) for v in sheet.unfolded_in(mirrored=False)] == [105.4, 35, 2859.6, 930]
    assert [round(v / MM, 1) for v in sheet.unfolded_in(mirrored=True)] == [35, 35, 2859.6, 930]
    assert sheet_for(Profile("p"), parse_sheet("a3")).unfolded_in(mirrored=True) == Rect(0, 0, *parse_sheet("a3").trim)
