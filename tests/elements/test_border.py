"""Borders have whole tiles and corners; frames keep their rules apart; what is inside them keeps clear."""

from __future__ import annotations

from typing import get_args

import pytest

from placards.layout.grounds.rules import Corner, Style, frame
from placards.layout.grounds.tiles import Motif, border, tiling
from placards.values.geometry import Path, Rect

from ..compose.support import HEAD, blocks, composed, content, element

BOX = Rect(10, 20, 400, 277)


def subpaths(path: Path) -> list[Rect]:
    out: list[Rect] = []
    first = 0
    for i, segment in enumerate(path.segments):
        if segment[0] == "Z":
            out.append(Path(path.segments[first : i + 1]).bounds())
            first = i + 1
    return out


@pytest.mark.parametrize("motif", get_args(Motif))
def test_tiles_are_whole_and_fill_the_sides_between_the_corners(motif: Motif) -> None:
    how = tiling(BOX, 30, motif)
    assert how.columns * how.wide + 2 * how.depth == pytest.approx(BOX.width)
    assert how.rows * how.high + 2 * how.depth == pytest.approx(BOX.height)
    assert how.wide / how.high == pytest.approx(1, abs=0.15), "upright and lying tiles look alike"
    path = border(BOX, 30, motif)
    assert BOX.contains(path.bounds(), 1.0)
    assert path.bounds().width > BOX.width * 0.85
    inner = BOX.inset(30, 30, 30, 30)
    assert not [box for box in subpaths(path) if inner.inset(0.5, 0.5, 0.5, 0.5).intersection(box)]


@pytest.mark.parametrize("motif", get_args(Motif))
def test_every_corner_has_its_piece(motif: Motif) -> None:
    path = border(BOX, 30, motif)
    for x in (BOX.x, BOX.right - 30):
        for y in (BOX.y, BOX.bottom - 30):
            corner = Rect(x, y, 30, 30)
            assert [box for box in subpaths(path) if corner.contains(box, 0.5)] or motif == "checks", (x, y)


@pytest.mark.parametrize("motif", ["leaf", "wheat"])
def test_what_grows_grows_from_the_middle_to_both_ends(motif: Motif) -> None:
    """An even number of tiles a side has an axis: one half is the other's mirror image."""
    box = Rect(0, 0, 30 * 2 + 45 * 6, 30 * 2 + 45 * 6)
    how = tiling(box, 30, motif)
    if how.columns % 2:
        pytest.skip("an odd tile stands on the axis")
    top = sorted(
        tuple(round(v, 3) for v in found) for found in subpaths(border(box, 30, motif)) if found.bottom <= 30.1
    )
    flipped = sorted((round(box.width - x - w, 3), y, w, h) for x, y, w, h in top)
    assert [one[0] for one in top] == pytest.approx([one[0] for one in flipped], abs=0.01)


@pytest.mark.parametrize("corner", get_args(Corner))
@pytest.mark.parametrize("style", get_args(Style))
def test_rules_stay_in_their_box_and_their_width(style: Style, corner: Corner) -> None:
    path = frame(BOX, 12, style, corner, 25)
    assert path.fill_rule == "evenodd"
    bounds = path.bounds()
    assert bounds == pytest.approx(BOX, abs=0.01)
    rules = subpaths(path)
    assert len(rules) == 2 * {"single": 1, "triple": 3}.get(style, 2)
    assert rules[-1] == pytest.approx(BOX.inset(12, 12, 12, 12), abs=0.01)


@pytest.mark.parametrize(("kind", "edge"), [("border", 30 + 10), ("frame", 30 + 10)])
def test_what_stands_inside_keeps_clear_of_it(kind: str, edge: float) -> None:
    key = {"border": "depth", "frame": "line"}[kind]
    text = HEAD + element(kind, "edge", fill="ink", gap="10pt", **{key: "30pt"})
    text += element("text", "slogan", show="slogan", inside="edge")
    made = composed(text, content(("en", "Peace")))
    trim = made.scenes[0].trim
    assert blocks(made)["slogan"].box == pytest.approx((edge, edge, trim.width - 2 * edge, trim.height - 2 * edge))


@pytest.mark.parametrize(
    ("art", "motif"),
    [("work/wheat", "wheat"), ("climate/drop", "waves"), ("peace/dove", "leaf"), ("voice/drum", "zigzag")],
)
def test_a_border_of_its_own_choice_goes_with_the_art_that_is_asked_for(art: str, motif: str) -> None:
    from dataclasses import replace

    asked = replace(content(("en", "Peace")), art=art)
    own, named = (composed(HEAD + element("border", "edge", fill="ink", motif=name), asked) for name in ("auto", motif))
    assert own.scenes[0].items == named.scenes[0].items
    other = composed(HEAD + element("border", "edge", fill="ink", motif="film"), asked)
    assert own.scenes[0].items != other.scenes[0].items
