"""What is done to a sheet, as lines on it: where they lie is told by arithmetic alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placards.press.finishing import Step, eyelets, steps
from placards.problems.errors import InputError
from placards.scene.items import FillPath
from placards.values.color import Color, Stroke
from placards.values.geometry import Rect, Size
from placards.values.profile import Finishing
from placards.values.units import MM

SHEET = Size(3000 * MM, 1000 * MM)
BOTH = Finishing(hem_mm=30, pocket_mm=80, pockets=("start",), eyelets_mm=500)


def found(finishing: Finishing, *, rtl: bool = False, trim: Size = SHEET, mm: float = MM) -> dict[str, Step]:
    return {step.kind.name: step for step in steps(trim, finishing, mm, rtl=rtl)}


def in_mm(box: Rect) -> list[int]:
    return [round(v / MM) for v in (box.x, box.y, box.right, box.bottom)]


def test_what_nobody_asks_for_is_not_done() -> None:
    assert found(Finishing()) == {}


def test_a_hem_is_a_seam_on_all_sides() -> None:
    assert in_mm(found(Finishing(hem_mm=30))["Hem"].path.bounds()) == [30, 30, 2970, 970]


@pytest.mark.parametrize(("rtl", "box"), [(False, [80, 30, 80, 970]), (True, [2920, 30, 2920, 970])])
def test_a_pocket_lies_where_lines_begin(rtl: bool, box: list[int]) -> None:
    made = found(BOTH, rtl=rtl)
    assert in_mm(made["PolePocket"].path.bounds()) == box
    assert len(made["Hem"].path.segments) == 2 * 3  # the other sides


def test_a_fold_goes_all_across() -> None:
    made = found(Finishing(folds=(("bottom", 100), ("end", 700))))["Fold"]
    assert in_mm(made.path.bounds()) == [0, 0, 3000, 1000]
    assert [round(x / MM) for _, x, _ in made.path.segments] == [0, 3000, 2300, 2300]  # type: ignore[misc]
    assert made.note == "100, 700 mm"


def test_a_cut_follows_the_trim() -> None:
    assert found(Finishing(cut=True))["CutContour"].path.bounds() == Rect(0, 0, *SHEET)


@given(
    width=st.floats(100, 20_000), height=st.floats(100, 20_000), apart=st.floats(50, 2000), inset=st.floats(0, 40),
    scale=st.sampled_from((1, 10)),
)  # fmt: skip
def test_eyelets_are_in_the_corners_and_never_too_far_apart(
    width: float, height: float, apart: float, inset: float, scale: int
) -> None:
    mm = MM / scale
    finishing = Finishing(eyelets_mm=apart, eyelet_inset_mm=inset, eyelet_mm=8)
    at = [(x / mm, y / mm) for x, y in eyelets(Size(width * mm, height * mm), finishing, mm, rtl=False)]
    corners = [(x, y) for x in (inset, width - inset) for y in (inset, height - inset)]
    for corner in corners:
        assert any(abs(x - corner[0]) + abs(y - corner[1]) < 1e-6 for x, y in at)
    assert len(at) == len({(round(x, 5), round(y, 5)) for x, y in at})
    for line in range(2):  # the top side, and the left one
        side = sorted(one[line] for one in at if abs(one[1 - line] - inset) < 1e-6)
        gaps = [after - before for before, after in pairwise(side)]
        assert max(gaps) <= apart + 1e-6
        assert max(gaps) - min(gaps) < 1e-6
        few = (len(gaps) - 1) * apart
        assert few < sum(gaps) + 1e-6  # one fewer would leave them too far apart


def test_a_side_with_a_pocket_has_no_eyelets() -> None:
    middles = eyelets(SHEET, BOTH, MM, rtl=False)
    assert min(x for x, _ in middles) == pytest.approx((80 + 25) * MM)
    assert found(BOTH)["Eyelets"].note == f"{len(middles)} × ⌀ 12 mm"
    around = eyelets(SHEET, replace(BOTH, pockets=("top", "bottom", "start", "end")), MM, rtl=False)
    assert around == []


def test_each_kind_is_a_spot_colour_on_a_layer_of_its_own() -> None:
    made = found(replace(BOTH, cut=True, folds=(("top", 50),)))
    kinds = {}
    for name, step in made.items():
        layer = step.layer(overprint=True)
        assert layer.layer == name
        assert layer.overprint
        (line,) = layer.items
        assert isinstance(line, FillPath)
        assert line.paint is None
        assert isinstance(line.stroke, Stroke)
        assert isinstance(line.stroke.paint, Color)
        assert line.stroke.paint.spot == name
        kinds[name] = layer.step
    assert kinds == {
        "CutContour": ("Structural", "Cutting"), "Fold": ("Structural", "Folding"), "Hem": ("Structural", "Gluing"),
        "PolePocket": ("Structural", "Gluing"), "Eyelets": ("Structural", "Punching"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "finishing",
    [
        Finishing(hem_mm=50), Finishing(pocket_mm=100, pockets=("top",)), Finishing(eyelets_mm=100, eyelet_inset_mm=45),
        Finishing(folds=(("top", 100),)), Finishing(pocket_mm=50, pockets=("start",), eyelets_mm=100),
    ],
)  # fmt: skip
def test_what_has_no_room_is_refused(finishing: Finishing) -> None:
    with pytest.raises(InputError, match="the sheet has 100 × 100 mm"):
        found(finishing, trim=Size(100 * MM, 100 * MM))
