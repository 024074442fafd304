"""DRAFT across a sheet: on every ground in its own tint, once as text, and sound to the checker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from placards.layout.content import SlotText
from placards.layout.watermark import tint, with_watermark
from placards.scene.bounds import shown
from placards.scene.check import check_scene
from placards.scene.items import FillPath, Group, Item, Metadata, Picture, Scene, TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.color import BLACK, WHITE, Color, LinearGradient, Stop, Stroke, contrast
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect, Size
from tests.render.building import BLUE, RED, block

SHEETS = [Size(300, 400), Size(900, 200), Size(400, 400)]
DRAFTS = [SlotText("DRAFT", "en"), SlotText("مسودة", "ar"), SlotText("初稿", "zh")]


def everything(items: tuple[Item, ...] | list[Item]) -> list[Item]:
    return [
        inner for item in items for inner in ((item, *everything(item.items)) if isinstance(item, Group) else (item,))
    ]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.language)
@pytest.mark.parametrize("trim", SHEETS, ids=str)
def test_it_lies_on_each_area_and_passes_the_checker(trim: Size, draft: SlotText) -> None:  # defects.md 12
    sheet = Rect(-9, -9, trim.width + 18, trim.height + 18)
    panel = Path.rounded_rect(Rect(0, trim.height / 2, trim.width, trim.height / 2), 20)
    items: list[Item] = [FillPath(Path.rect(sheet), RED, 9), FillPath(panel, WHITE)]
    made = with_watermark(items, draft, trim, shipped_fonts())
    assert [item for item in made if item in items] == items, "nothing is taken away, and the order stays"
    assert check_scene(Scene(trim, tuple(made), Metadata("", "en"), 9)) == []
    texts = [item for item in everything(made) if isinstance(item, TextBlock)]
    assert [text.text for text in texts] == [draft.text], "found once"
    marks = [item for item in made if isinstance(item, Group)]
    assert [mark.clip for mark in marks] == [Path.rect(sheet), panel]
    (word,) = [item for item in everything(marks[1].items) if isinstance(item, FillPath)]
    assert word.paint == tint(WHITE)
    for mark in marks:
        box = shown(Group(mark.items))
        assert box is not None
        assert Rect(0, 0, *trim).contains(box)
        assert box.width > 0.5 * trim.width or box.height > 0.5 * trim.height


def test_the_outlines_are_those_of_the_text() -> None:
    trim = Size(300, 400)
    items = [FillPath(Path.rect(Rect(0, 0, 300, 200)), RED), FillPath(Path.rect(Rect(0, 200, 300, 200)), BLUE)]
    first, second, third = (
        item for item in with_watermark(items, DRAFTS[0], trim, shipped_fonts()) if isinstance(item, Group)
    )
    boxes = [shown(replace(group, clip=None)) for group in (first, second, third)]
    assert boxes[0] is not None
    for box in boxes[1:]:
        assert box is not None
        assert tuple(box) == pytest.approx(tuple(boxes[0]), abs=0.5)


def test_paper_has_it_behind_the_text() -> None:
    text = block("Peace", "en", Rect(0, 0, 300, 90))
    for items in (
        [text],
        [Picture(b"x", Rect(0, 0, 30, 40)), text],  # too small to hide it
        [FillPath(Path.rect(Rect(0, 0, 3, 3)), RED), text],
    ):
        made = with_watermark(items, DRAFTS[0], Size(300, 400), shipped_fonts())
        assert isinstance(made[0], Group)
        assert made[1:] == items
    assert len(with_watermark([], DRAFTS[0], Size(300, 400), shipped_fonts())) == 1


@pytest.mark.parametrize("turned", [IDENTITY, Matrix(0.0, 1.0, -1.0, 0.0, 350.0, 50.0)])
def test_large_pictures_have_it_over_them_and_behind_the_text(turned: Matrix) -> None:
    trim, text = Size(300, 400), block("Peace", "en", Rect(0, 0, 300, 90))
    picture = Picture(b"x", Rect(0, 0, 300, 300))
    round_one = Path.ellipse(Rect(0, 0, 300, 300))
    made = with_watermark([Group((picture,), turned, clip=round_one), text], DRAFTS[0], trim, shipped_fonts())
    paper, pictured, last = made
    assert last == text
    assert isinstance(paper, Group)
    assert isinstance(pictured, Group)
    assert (pictured.transform, pictured.clip) == (turned, round_one), "it shows no further than the picture does"
    first, over = pictured.items
    assert first == picture
    assert isinstance(over, Group)
    assert over.clip == Path.rect(picture.box)
    word, there = shown(paper), shown(replace(over, clip=None), turned)
    assert word is not None
    assert there is not None
    assert there.x + there.width / 2 == pytest.approx(word.x + word.width / 2, abs=5), "one word across the sheet"
    assert there.y + there.height / 2 == pytest.approx(word.y + word.height / 2, abs=5)
    assert there.width == pytest.approx(word.width, rel=0.1)


def test_grounds_of_other_paints() -> None:
    sheet = Path.rect(Rect(0, 0, 300, 400))
    gradient = LinearGradient(Point(0, 0), Point(0, 400), (Stop(0, WHITE), Stop(1, WHITE)))
    made = with_watermark([FillPath(sheet, gradient)], DRAFTS[0], Size(300, 400), shipped_fonts())
    (text,) = [item for item in everything(made) if isinstance(item, TextBlock)]
    assert text.lines[0].runs[0].paint == tint(WHITE)
    line = FillPath(sheet, None, stroke=Stroke(RED, 3))
    made = with_watermark([line], DRAFTS[0], Size(300, 400), shipped_fonts())
    assert [item for item in made if isinstance(item, Group) and item.clip] == [], "a frame is no ground"


@pytest.mark.parametrize("ground", [WHITE, BLACK, RED, BLUE, Color((0.5, 0.5, 0.5), (0, 0, 0, 0.5))])
def test_the_tint_is_light_but_seen(ground: Color) -> None:
    assert 1.15 < contrast(tint(ground), ground) < 2.5
    assert (tint(ground).cmyk is None) == (ground.cmyk is None)


def test_the_tints_inks() -> None:
    bright = tint(Color((1, 1, 1), (0, 0.1, 0.2, 0.9)))
    assert bright.cmyk == (0, 0.1, 0.2, 1.0)
    dark = tint(Color((0, 0, 0), (1, 0.5, 0, 1)))
    assert dark.cmyk == pytest.approx((0.78, 0.39, 0, 0.78))
