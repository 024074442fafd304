"""Grids: what stands in one cell is drawn in all, cut off at their edges, and facing rows stand upside down."""

from __future__ import annotations

import pytest

from placards.problems.errors import InputError
from placards.scene.check import check_scene
from placards.scene.items import FillPath, Group, Scene, TextBlock
from placards.values.geometry import Rect

from ..compose.support import GROUND, HEAD, composed, content, element

INNER = element("text", "slogan", show="slogan", inside="grid", start="5%", end="5%", top="10%", bottom="10%")


def scene(**keys: object) -> Scene:
    return composed(HEAD + GROUND + element("cells", "grid", **keys) + INNER, content(("en", "Peace now"))).scenes[0]


def copies(made: Scene) -> list[tuple[Rect, Rect, Group]]:
    """Of each copy its text's ink on the sheet, its cell, and its inner group."""
    out = []
    for item in made.items:
        if isinstance(item, Group):
            (inner,) = item.items
            assert isinstance(inner, Group)
            (block,) = inner.items
            assert isinstance(block, TextBlock)
            assert item.clip is not None
            out.append((inner.transform.box(block.lines[0].ink), item.clip.bounds(), inner))
    return out


def test_every_cell_has_its_copy_and_cells_keep_their_gap() -> None:
    made = scene(columns=3, rows=4, gap="6mm", inside="safe")
    found = copies(made)
    assert len(found) == 12
    assert all(cell.contains(ink) for ink, cell, _ in found)
    cells = [cell for _, cell, _ in found]
    gap = 6 * 72 / 25.4
    assert cells[1].x - cells[0].right == pytest.approx(gap)
    assert cells[3].y - cells[0].bottom == pytest.approx(gap)
    assert not check_scene(made)


def test_facing_rows_are_each_other_turned_around_the_fold() -> None:
    made = scene(rows=2, facing=True)
    (upper, _, turned), (lower, _, upright) = copies(made)
    assert (turned.transform.a, upright.transform.a) == (pytest.approx(-1), 1)
    assert upper.y + lower.bottom == pytest.approx(made.trim.height)


def test_marks_lie_between_the_cells() -> None:
    lines = [
        item.path.bounds()
        for item in scene(columns=2, rows=2, marks="cut", line="ink").items
        if isinstance(item, FillPath)
    ]
    assert len(lines[1:]) == 6, "three edges in each direction"
    folds = [item for item in scene(rows=2, facing=True, marks="fold", line="ink").items if isinstance(item, FillPath)]
    assert folds[-1].path.bounds().y == pytest.approx(composed(HEAD + GROUND, content()).scenes[0].trim.height / 2)
    assert len(folds) == 2


@pytest.mark.parametrize(
    ("keys", "words"), [({"rows": 3, "facing": True}, "even number of rows"), ({"marks": "cut"}, "go together")]
)
def test_what_makes_no_sense_is_said(keys: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        scene(**keys)


def test_a_grid_without_room_is_named() -> None:
    with pytest.raises(InputError, match="“grid” has no room"):
        scene(columns=5, gap="50%")
