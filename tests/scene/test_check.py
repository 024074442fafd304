"""Each rule of the scene checker, by a scene made by hand that breaks it and no other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from placards.scene.check import check_scene
from placards.scene.items import FillPath, Group, Item, Metadata, Picture, PlacedRun, Scene, TextBlock, TextLine
from placards.text.fontset import shipped_fonts
from placards.text.runs import Glyph
from placards.text.shape import TextStyle, prepare
from placards.values.color import BLACK, WHITE
from placards.values.geometry import Matrix, Path, Point, Rect, Size


@cache
def block() -> TextBlock:
    """“Hi” at 100 pt in a slot of 200 × 120 pt."""
    shaped = prepare("Hi", TextStyle("en", "display"), shipped_fonts()).line(0, 2)
    runs = tuple(
        PlacedRun(run, 0.0, 100.0, BLACK, Matrix(100 / run.font.upem, 0, 0, -100 / run.font.upem))
        for run in shaped.runs
    )
    line = TextLine("Hi", 0, Point(20, 110), runs, shaped.advance_em * 100, Rect(20, 20, 80, 90), 100)
    return TextBlock("Hi", "en", 0, "slogan", "main", Rect(10, 10, 200, 120), (line,), min_size=50)


def scene(*items: Item) -> Scene:
    return Scene(Size(300, 200), items, Metadata("Hi", "en"), bleed=9)


def moved(dx: float, dy: float, box: Rect | None = None) -> TextBlock:
    """The block with its line, and its slot where none is given, moved."""
    line = block().lines[0]
    ink = line.ink._replace(x=line.ink.x + dx, y=line.ink.y + dy)
    return replace(
        block(),
        box=box or block().box._replace(x=block().box.x + dx, y=block().box.y + dy),
        lines=(replace(line, ink=ink),),
    )


def rules(*items: Item) -> list[str]:
    return [violation.rule for violation in check_scene(scene(*items))]


def with_glyph(glyph: Glyph, text: str = "Hi") -> TextBlock:
    line = block().lines[0]
    run = replace(line.runs[0].run, glyphs=(glyph,))
    return replace(block(), lines=(replace(line, text=text, runs=(replace(line.runs[0], run=run),)),))


def test_a_good_scene_is_clean() -> None:
    ground = FillPath(Path.rect(Rect(-9, -9, 318, 218)), WHITE, 9)
    assert rules(ground, block(), Picture(b"\x89PNG", Rect(0, 0, 10, 10)), Group((block(),))) == []


@pytest.mark.parametrize(("dx", "dy"), [(-11, 0), (0, -11), (111, 0), (0, 21)])
def test_ink_outside_slot(dx: float, dy: float) -> None:
    assert rules(moved(dx, dy, block().box)) == ["ink-outside-slot"]


@pytest.mark.parametrize(("dx", "dy"), [(-21, 0), (0, -21), (201, 0), (0, 91)])
def test_ink_outside_sheet(dx: float, dy: float) -> None:
    assert rules(moved(dx, dy)) == ["ink-outside-sheet"]
    assert rules(Group((moved(dx, dy),))) == ["ink-outside-sheet"]
    assert rules(Group((moved(dx, dy),), Matrix(e=-dx, f=-dy))) == [], "under a transform the sheet lies elsewhere"


def test_rounding_is_forgiven() -> None:
    assert rules(moved(-10.04, 0, block().box)) == []
    assert rules(moved(-10.06, 0, block().box)) == ["ink-outside-slot"]


def test_text_too_small() -> None:
    assert rules(replace(block(), min_size=101.0)) == ["text-too-small"]
    assert rules(replace(block(), min_size=100.0)) == []


def test_no_lines() -> None:
    assert rules(replace(block(), lines=())) == ["no-lines"]


def test_missing_glyph() -> None:
    assert rules(with_glyph(Glyph(0, 0, 500, 0, 0, 0))) == ["missing-glyph"]
    assert rules(with_glyph(Glyph(0, 1, 500, 0, 0, 0), "H ")) == [], "a space needs no glyph"
    assert rules(with_glyph(Glyph(0, 1, 500, 0, 0, 0), "H\u200d")) == [], "nor does a joiner"


def test_empty_path_and_picture() -> None:
    assert rules(FillPath(Path(()), BLACK)) == ["empty-path"]
    assert rules(Picture(b"", Rect(0, 0, 10, 10))) == ["empty-picture"]


def test_violations_inside_groups_in_drawing_order() -> None:
    inner = Group((FillPath(Path(()), BLACK),))
    assert rules(Group((inner, Picture(b"", Rect(0, 0, 1, 1)))), replace(block(), lines=())) == [
        "empty-path",
        "empty-picture",
        "no-lines",
    ]


def test_sentence_names_slot_language_and_text() -> None:
    (violation,) = check_scene(scene(moved(-11, 0, block().box)))
    assert str(violation) == "slot “main” (en): “Hi” reaches out of its slot"


def test_checking_changes_nothing() -> None:
    before = scene(moved(-300, 0), FillPath(Path(()), BLACK))
    again = replace(before)
    check_scene(before)
    assert before == again
