"""Inks are those of the content: by arithmetic, on Ghostscript's plates."""

from __future__ import annotations

import pytest

from placards.press.preflight.document import opened
from placards.press.preflight.plates import Plates, ghostscript
from placards.press.preflight.run import preflight
from placards.press.preflight.subject import Subject

from .broken import both, draws, instead, space
from .good import BLEED_BOX, TEXT, changed, good_x4, rectangle, spot

pytestmark = pytest.mark.skipif(ghostscript() is None, reason="needs Ghostscript")

AREA = (BLEED_BOX[2] - BLEED_BOX[0]) * (BLEED_BOX[3] - BLEED_BOX[1])


def plates(data: bytes) -> Plates:
    with opened(data) as document:
        (found,) = Subject(document, None).plates
    return found


def test_black_letters_leave_the_other_plates_empty() -> None:
    found = plates(changed(good_x4(), instead(lambda: b"q /GStext gs " + TEXT + b" Q")))
    assert {ink: share for ink, share in found.inks.items() if share} == {"Black": found.inks["Black"]}
    assert 0.005 < found.inks["Black"] < 0.1
    assert found.most == 100


@pytest.mark.parametrize(
    ("inks", "most"), [((0.6, 0.4, 0.4, 1.0), 240), ((1, 1, 1, 1), 400), ((0, 0, 0, 0), 0), ((0.25, 0, 0, 0), 25)]
)
def test_inks_add_up(inks: tuple[float, ...], most: int) -> None:
    paint = b"%f %f %f %f k " % inks
    found = plates(changed(good_x4(), instead(lambda: paint + rectangle(*BLEED_BOX) + b" f")))
    assert found.most == pytest.approx(most, abs=1)
    assert found.above(most + 1) == 0
    assert found.above(most - 2) == (1 if most else pytest.approx(1))


def test_how_much_of_the_sheet_has_too_much() -> None:
    found = plates(changed(good_x4(), instead(lambda: b"1 1 1 1 k 50 50 100 200 re f")))
    assert found.above(300) == pytest.approx(100 * 200 / AREA, rel=0.03)


def test_marks_outside_the_bleed_do_not_count() -> None:
    """Crop marks are 400 %, and are cut away before anything is measured."""
    found = plates(good_x4())
    assert found.most == 280
    assert found.inks["CutContour"] > 0


def test_a_spot_colour_counts_and_a_cut_line_does_not() -> None:
    gold = space(lambda pdf: spot(pdf, "Gold", (0, 0.2, 1, 0)))
    printed = both(gold, instead(lambda: b"/CSx cs 1 scn 50 50 100 200 re f"))
    assert plates(changed(good_x4(), printed)).most == 100
    cut = plates(changed(good_x4(), draws(b"q /GSop gs /CScut CS 1 SCN 20 w 100 100 m 200 200 l S Q")))
    assert cut.most == 280


def test_what_ghostscript_is_slow_or_fails_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.press.preflight.plates._SECONDS", 0.001)
    found = preflight(good_x4())
    assert "preflight-skipped-slow" in {one.code for one in found.not_checked}
    monkeypatch.undo()
    monkeypatch.setattr("placards.press.preflight.plates.ghostscript", lambda: "/nowhere/gs")
    found = preflight(good_x4())
    assert "preflight-skipped-no-ghostscript" in {one.code for one in found.not_checked}
