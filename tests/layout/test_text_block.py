"""How a set message stands in its slot: aligned and centred by its ink, across or in columns."""

from __future__ import annotations

import pytest

from placards.layout.fit import FitRule, fit, prepare_message
from placards.layout.text_block import Align, BlockStyle, Valign, physical_align, place_block
from placards.scene.bounds import line_ink, united
from placards.scene.check import check_scene
from placards.scene.items import Metadata, Scene, TextBlock
from placards.text.fontset import shipped_fonts
from placards.text.shape import TextStyle
from placards.values.color import BLACK
from placards.values.geometry import Matrix, Rect, Size

BOX = Rect(20, 30, 300, 240)


def placed(
    text: str, language: str, align: Align, valign: Valign, *, vertical: bool = False, most: float = 40
) -> TextBlock:
    message = prepare_message(text, TextStyle(language, "text", vertical=vertical), shipped_fonts())
    fitted = fit(message, BOX, FitRule(min_size=1, max_size=most))
    return place_block(fitted, BOX, BlockStyle(BLACK, "slogan", "main", align, valign), text)


def ink(block: TextBlock) -> Rect:
    found = united(line.ink for line in block.lines)
    assert found is not None
    return found


@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize(("text", "language"), [("Peace\nnow", "en"), ("سلام\nالآن", "ar")])
def test_ink_touches_the_side_that_was_asked_for(text: str, language: str, align: Align, valign: Valign) -> None:
    block = placed(text, language, align, valign)
    box = ink(block)
    assert check_scene(Scene(Size(400, 300), (block,), Metadata("", language))) == []
    for line in block.lines:
        sides = {"left": line.ink.x - BOX.x, "right": BOX.right - line.ink.right}
        sides["center"] = (sides["left"] - sides["right"]) / 2
        assert sides[align] == pytest.approx(0, abs=0.01)
        assert line.size == 40
    if valign != "middle":
        gap = box.y - BOX.y if valign == "top" else BOX.bottom - box.bottom
        assert gap == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
@pytest.mark.parametrize("align", ["left", "center"])
@pytest.mark.parametrize(
    ("text", "language"), [("地球を守れ\n今すぐ", "ja"), ("ᠡᠩᠬᠡ\nᠡᠩᠬᠡ", "mn-Mong"), ("平和", "ja"), ("平和 now", "ja")]
)
def test_columns_stand_inside_their_slot(text: str, language: str, align: Align, valign: Valign) -> None:
    block = placed(text, language, align, valign, vertical=True)
    assert block.vertical
    assert check_scene(Scene(Size(400, 300), (block,), Metadata("", language))) == []
    centres = [line.origin.x for line in block.lines]
    assert centres == sorted(centres, reverse=language != "mn-Mong"), "Mongolian columns go on to the right"
    for line in block.lines:
        if valign == "top":
            assert line.ink.y == pytest.approx(BOX.y, abs=0.01)
    assert len({round(line.ink.y, 1) for line in block.lines}) == 1, "columns begin at one height"
    if valign == "bottom":
        assert max(line.ink.bottom for line in block.lines) == pytest.approx(BOX.bottom, abs=0.01)
    box, rightwards = ink(block), language == "mn-Mong"
    gap = BOX.x - box.x if (align == "left") == rightwards else box.right - BOX.right
    assert align == "center" or gap == pytest.approx(0, abs=0.01), "the first column stands at its reader's side"


@pytest.mark.parametrize(
    ("text", "language", "vertical"), [("Peace", "en", False), ("平和", "ja", True), ("ᠡᠩᠬᠡ", "mn-Mong", True)]
)
def test_the_ink_box_is_that_of_the_letters(text: str, language: str, vertical: bool) -> None:
    """A turn that is none makes `line_ink` look at the outlines."""
    (line,) = placed(text, language, "center", "middle", vertical=vertical).lines
    outlines = line_ink(line, Matrix(1, 1e-12, 0, 1))
    assert outlines is not None
    assert tuple(outlines) == pytest.approx(tuple(line.ink), abs=0.5)
    assert line.ink.contains(outlines, 0.1)


def test_start_and_end_as_sides() -> None:
    assert [physical_align(align, rtl) for align in ("start", "center", "end") for rtl in (False, True)] == [
        "left", "right", "center", "center", "right", "left"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["nnnnnnnnÅ", "nnnnnnnnj", "سلاآم", "Åj"])
def test_a_tall_mark_or_a_descender_stays_inside_a_full_slot(text: str) -> None:
    """The middle is that of the typical letters; where the slot is full, the outermost ink decides."""
    box = Rect(20, 30, 3000, 90)
    message = prepare_message(text, TextStyle("ar" if text[0] > "ÿ" else "en", "text"), shipped_fonts())
    block = place_block(fit(message, box, FitRule()), box, BlockStyle(BLACK, "slogan", "main"), text)
    assert ink(block).height == pytest.approx(box.height)
    assert box.contains(ink(block), 0.001)


def test_one_descender_does_not_push_a_text_up() -> None:
    first, second = (placed(text, "en", "center", "middle") for text in ("nnnnnnnnnnnn", "nnnnnnnnnnnj"))
    assert second.lines[0].origin.y == pytest.approx(first.lines[0].origin.y, abs=1)
