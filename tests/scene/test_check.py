"""Each rule of the scene checker, by a scene made by hand that breaks it and no other."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import pytest

from placards.layout.text_block import place_runs
from placards.problems.diagnostic import Severity
from placards.scene.bounds import shown
from placards.scene.check import check_scene, measured
from placards.scene.items import (
    FillPath,
    Group,
    Item,
    Metadata,
    Picture,
    PlacedRun,
    Scene,
    TextBlock,
    TextLine,
    Underlay,
)
from placards.text.fontset import shipped_fonts
from placards.text.runs import Glyph
from placards.text.shape import TextStyle, prepare
from placards.values.color import BLACK, WHITE, Stroke
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
    return [found.code for found in check_scene(scene(*items))]


def with_glyph(glyph: Glyph, text: str = "Hi") -> TextBlock:
    line = block().lines[0]
    run = replace(line.runs[0].run, glyphs=(glyph,))
    return replace(block(), lines=(replace(line, text=text, runs=(replace(line.runs[0], run=run),)),))


def test_a_good_scene_is_clean() -> None:
    ground = FillPath(Path.rect(Rect(-9, -9, 318, 218)), WHITE, 9)
    assert rules(ground, block(), Picture(b"\x89PNG", Rect(0, 0, 10, 10)), Group((block(),))) == []


@pytest.mark.parametrize(("dx", "dy"), [(-11, 0), (0, -11), (111, 0), (0, 21)])
def test_ink_outside_slot(dx: float, dy: float) -> None:
    assert rules(moved(dx, dy, block().box)) == ["scene-ink-outside-slot"]


@pytest.mark.parametrize(("dx", "dy"), [(-21, 0), (0, -21), (201, 0), (0, 91)])
def test_ink_outside_sheet(dx: float, dy: float) -> None:
    assert rules(moved(dx, dy)) == ["scene-ink-outside-sheet"]
    assert rules(Group((moved(dx, dy),))) == ["scene-ink-outside-sheet"]
    assert rules(Group((moved(dx, dy),), Matrix(e=-dx, f=-dy))) == [], "a transform brings it back"
    assert rules(Group((block(),), Matrix(e=dx, f=dy))) == ["scene-ink-outside-sheet"]


def turned(degrees: float, x: float, y: float) -> Matrix:
    """A turn around the sheet's point where the block's ink has its middle, which comes to *x*, *y*."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return Matrix(e=-60, f=-65).then(Matrix(cos, sin, -sin, cos, x, y))


def test_text_far_off_the_sheet_is_found_through_transforms() -> None:  # defects.md 12
    assert rules(Group((block(),), Matrix(e=5000))) == ["scene-text-invisible"]
    assert rules(Group((Group((block(),), Matrix(0, 1, -1, 0)),), Matrix(e=5000))) == ["scene-text-invisible"]
    assert rules(Group((block(),), Matrix(e=5000)), Group((block(),), turned(30, 150, 100))) == ["scene-text-invisible"]
    assert rules(Group((block(),), turned(30, 30, 100))) == ["scene-ink-outside-sheet"]


def test_turned_text_is_measured_by_its_letters_not_by_the_corners_of_its_box() -> None:
    at_the_edge = Group((real_block("o"),), Matrix(e=-20, f=-10).then(Matrix(0.7071, 0.7071, -0.7071, 0.7071, 150, 0)))
    (line,) = real_block("o").lines
    corners = at_the_edge.transform.box(line.ink)
    ink = shown(at_the_edge)
    assert ink is not None
    assert ink.y > corners.y + 2
    moved_up = replace(at_the_edge, transform=at_the_edge.transform.then(Matrix(f=-ink.y)))
    assert rules(moved_up) == []
    assert rules(replace(moved_up, transform=moved_up.transform.then(Matrix(f=-1)))) == ["scene-ink-outside-sheet"]


def real_block(text: str) -> TextBlock:
    """A text of 60 pt whose ink box is that of its letters."""
    shaped = prepare(text, TextStyle("en", "display"), shipped_fonts()).line(0, len(text))
    box = Rect(0, 0, 100, 100)
    at = Point(20, 70)
    ink = Rect(
        at.x + shaped.ink_left_em * 60,
        at.y + shaped.ink_top_em * 60,
        (shaped.ink_right_em - shaped.ink_left_em) * 60,
        (shaped.ink_bottom_em - shaped.ink_top_em) * 60,
    )
    line = TextLine(text, 0, at, place_runs(shaped.runs, 60, BLACK), shaped.advance_em * 60, ink, 60)
    return TextBlock(text, "en", 0, "slogan", "main", box, (line,))


def test_text_that_a_clip_cuts_or_hides() -> None:
    def clipped(x: float, role: str = "slogan") -> Group:
        return Group((replace(block(), role=role),), clip=Path.rect(Rect(x, 0, 300, 200)))

    assert rules(clipped(0)) == []
    assert rules(clipped(50)) == ["scene-ink-clipped"]
    assert rules(clipped(150)) == ["scene-text-invisible"]
    assert rules(clipped(50, "draft")) == [], "a mark across the sheet may be cut"


def test_text_that_is_let_through_wholly_or_squeezed_flat() -> None:
    assert rules(Group((block(),), opacity=0)) == ["scene-text-invisible"]
    assert rules(Group((replace(block(), min_size=0),), Matrix(0, 0, 0, 0, 50, 50))) == ["scene-text-invisible"]


def test_text_made_small_by_a_transform() -> None:
    small = Matrix(0.4, 0, 0, 0.4)
    assert rules(Group((block(),), small)) == ["scene-text-small"]
    assert rules(Group((replace(block(), min_size=39),), small)) == []


def test_shapes_and_pictures_of_which_nothing_shows() -> None:
    off = Path.rect(Rect(310, 0, 10, 10))
    (found,) = check_scene(scene(FillPath(off, BLACK)))
    assert (found.code, found.severity) == ("scene-path-invisible", Severity.WARNING)
    assert rules(Group((FillPath(off, BLACK),), Matrix(e=-20))) == []
    assert rules(FillPath(Path.rect(Rect(0, 0, 10, 10)), None)) == ["scene-path-invisible"], "no paint at all"
    line = Path((("M", 0, 10), ("L", 100, 10)))
    assert rules(FillPath(line, BLACK)) == ["scene-path-invisible"], "a line has no inside"
    assert rules(FillPath(line, None, stroke=Stroke(BLACK, 1))) == []
    assert rules(FillPath(line, None, stroke=Stroke(BLACK, 0))) == ["scene-path-invisible"]
    assert rules(FillPath(Path.rect(Rect(0, 0, 9, 9)), BLACK, opacity=0)) == ["scene-path-invisible"]
    picture = Picture(b"\x89PNG", Rect(0, 0, 10, 10))
    assert rules(replace(picture, box=Rect(-20, 0, 10, 10))) == ["scene-picture-invisible"]
    assert rules(replace(picture, box=Rect(0, 0, 0, 10))) == ["scene-picture-invisible"]
    assert rules(Group((picture,), clip=Path.rect(Rect(50, 50, 10, 10)))) == ["scene-picture-invisible"]
    assert rules(Group((picture,), clip=Path.rect(Rect(5, 5, 10, 10)))) == []


def test_what_is_no_number() -> None:
    nan = float("nan")
    assert rules(Group((block(),), Matrix(e=nan))) == ["scene-number"]
    assert rules(Picture(b"\x89PNG", Rect(0, 0, nan, 1))) == ["scene-number"]
    line = replace(block().lines[0], origin=Point(float("inf"), 0))
    assert rules(replace(block(), lines=(line,))) == ["scene-number"]


def test_what_was_found_is_counted() -> None:  # defects.md 39
    assert measured(scene(block())) == dict.fromkeys(measured(scene(block())), 0)
    counted = measured(
        scene(
            moved(-11, 0, block().box),
            moved(-21, 0),
            with_glyph(Glyph(0, 0, 500, 0, 0, 0)),
            replace(block(), min_size=101.0),
            replace(block(), lines=()),
            Picture(b"", Rect(0, 0, 1, 1)),
        )
    )
    assert counted == {
        "missing_glyphs": 1,
        "ink_outside_slot": 1,
        "ink_outside_sheet": 1,
        "text_too_small": 1,
        "text_not_shown": 1,
        "nothing_shown": 1,
    }


def test_a_written_circle_hides_no_inserted_one() -> None:  # defects.md 8
    (run,) = prepare("◌", TextStyle("hi", "text"), shipped_fonts()).line(0, 1).runs
    circle = run.glyphs[0].id
    assert circle == run.font.glyph(0x25CC)

    def with_glyphs(glyphs: tuple[Glyph, ...], text: str) -> TextBlock:
        line = block().lines[0]
        drawn = replace(line.runs[0], run=replace(run, glyphs=glyphs, end=len(text)))
        return replace(block(), lines=(replace(line, text=text, runs=(drawn,)),))

    stray = Glyph(circle, 1, 500, 0, 0, 0)
    written = Glyph(circle, 0, 500, 0, 0, 0)
    assert rules(with_glyph(written, "◌")) == []
    assert rules(with_glyphs((written, stray), "◌\u0301")) == ["scene-mark-alone"]
    assert rules(with_glyphs((written, written), "◌\u0301")) == ["scene-mark-alone"], "one was written, two are drawn"


def test_rounding_is_forgiven() -> None:
    assert rules(moved(-10.04, 0, block().box)) == []
    assert rules(moved(-10.06, 0, block().box)) == ["scene-ink-outside-slot"]


def test_text_too_small() -> None:
    assert rules(replace(block(), min_size=101.0)) == ["scene-text-small"]
    assert rules(replace(block(), min_size=100.0)) == []


def test_no_lines() -> None:
    assert rules(replace(block(), lines=())) == ["scene-text-unset"]


def test_missing_glyph() -> None:
    assert rules(with_glyph(Glyph(0, 0, 500, 0, 0, 0))) == ["scene-glyph-missing"]
    assert rules(with_glyph(Glyph(0, 1, 500, 0, 0, 0), "H ")) == [], "a space needs no glyph"
    assert rules(with_glyph(Glyph(0, 1, 500, 0, 0, 0), "H\u200d")) == [], "nor does a joiner"


def test_empty_path_and_picture() -> None:
    assert rules(FillPath(Path(()), BLACK)) == ["scene-path-empty"]
    assert rules(Picture(b"", Rect(0, 0, 10, 10))) == ["scene-picture-empty"]


def test_violations_inside_groups_in_drawing_order() -> None:
    inner = Group((FillPath(Path(()), BLACK),))
    assert rules(Group((inner, Picture(b"", Rect(0, 0, 1, 1)))), replace(block(), lines=())) == [
        "scene-path-empty",
        "scene-picture-empty",
        "scene-text-unset",
    ]


def test_sentence_names_slot_language_and_text() -> None:
    (found,) = check_scene(scene(moved(-11, 0, block().box)))
    assert str(found).startswith("slot “main” (en): “Hi” reaches out of its slot. ")
    assert found.severity is Severity.ERROR


def test_checking_changes_nothing() -> None:
    before = scene(moved(-300, 0), FillPath(Path(()), BLACK))
    again = replace(before)
    check_scene(before)
    assert before == again


def test_shadows_and_outlines() -> None:
    def under(*underlays: Underlay, box: Rect | None = None) -> list[str]:
        return rules(replace(block(), underlays=underlays, box=box or block().box))

    outline = Underlay(None, stroke=Stroke(BLACK, 8, join="round"))
    assert under(outline, Underlay(BLACK, Point(5, 5))) == []
    assert under(Underlay(BLACK, Point(300, 0))) == ["scene-underlay-outside-sheet"]
    assert under(Underlay(None, stroke=Stroke(BLACK, 60, join="round"))) == ["scene-underlay-outside-sheet"]
    assert under(Underlay(None)) == under(Underlay(None, stroke=Stroke(BLACK, 0))) == ["scene-underlay-empty"]
    assert under(Underlay(BLACK, Point(float("nan"), 0))) == ["scene-number"]
    letters = block().lines[0].ink
    assert under(outline, box=letters) == [], "a slot holds letters; their outline may pass it"
    clipped = Group((replace(block(), underlays=(outline,)),), clip=Path.rect(letters))
    assert rules(clipped) == ["scene-underlay-clipped"]
    assert rules(Group((replace(block(), underlays=(outline,)),), clip=Path.rect(letters.inset(-4, -4, -4, -4)))) == []
    found = measured(scene(clipped, replace(block(), underlays=(Underlay(BLACK, Point(300, 0)),))))
    assert found["ink_outside_sheet"] == 2
