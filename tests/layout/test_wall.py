"""A wall of one message in many languages: every text once, in rows as wide as the box, and none outside."""

from __future__ import annotations

import itertools

import pytest

from placards.elements.checking import read_part
from placards.elements.wall import Wall
from placards.files.toml import parse_toml
from placards.layout.content import SlotText
from placards.layout.wall import SMALLEST_PART, WallSpace, wall_items
from placards.problems.errors import FitError
from placards.scene.items import TextBlock
from placards.text.fontset import shipped_fonts
from placards.values.color import BLACK, WHITE
from placards.values.geometry import Rect

PEACE = {
    "en": "Peace now", "de": "Frieden jetzt", "ar": "السلام الآن", "hi": "अब शांति", "th": "สันติภาพเดี๋ยวนี้",
    "ja": "今すぐ平和を", "ur": "ابھی امن", "fr": "La paix maintenant", "es": "Paz ya", "ru": "Мир сейчас",
}  # fmt: skip
BOX = Rect(50, 70, 500, 400)


def wall(box: Rect = BOX, texts: dict[str, str] = PEACE, **keys: object) -> tuple[list[TextBlock], list[str]]:
    element = read_part(
        Wall, parse_toml(b"", "layout.toml"), {"id": "w", "type": "wall", "fills": ["ink", "paper"], **keys}, ()
    )
    said: list[str] = []
    space = WallSpace(box, min(box.width, box.height), {"ink": BLACK, "paper": WHITE}, shipped_fonts(), said.append)
    items = wall_items(element, space, [SlotText(text, language) for language, text in texts.items()])
    return [item for item in items if isinstance(item, TextBlock)], said


def rows(blocks: list[TextBlock]) -> list[list[TextBlock]]:
    out: dict[float, list[TextBlock]] = {}
    for block in blocks:
        out.setdefault(round(block.lines[0].origin.y, 3), []).append(block)
    return list(out.values())


def test_every_text_once_in_its_language() -> None:
    blocks, said = wall()
    assert sorted(block.text for block in blocks) == sorted(PEACE.values())
    assert {block.text: block.language for block in blocks} == {text: language for language, text in PEACE.items()}
    assert said == []
    assert {block.lines[0].runs[0].paint for block in blocks} == {BLACK, WHITE}


def test_all_stand_inside_apart_and_of_one_size() -> None:
    blocks, _ = wall()
    for block in blocks:
        assert BOX.contains(block.lines[0].ink, 0.01)
    for row in rows(blocks):
        inks = sorted((block.lines[0].ink for block in row), key=lambda ink: ink.x)
        assert all(one.right < other.x for one, other in itertools.pairwise(inks))
    assert len({round(block.lines[0].runs[0].size, 4) for block in blocks}) == 1
    for upper, lower in zip(rows(blocks), rows(blocks)[1:], strict=False):
        assert max(b.lines[0].ink.bottom for b in upper) < min(b.lines[0].ink.y for b in lower)


def test_full_rows_reach_both_edges() -> None:
    blocks, _ = wall()
    for row in rows(blocks)[:-1]:
        if len(row) > 1:
            assert min(block.lines[0].ink.x for block in row) == pytest.approx(BOX.x, abs=0.01)
            assert max(block.lines[0].ink.right for block in row) == pytest.approx(BOX.right, abs=0.01)


def test_a_larger_wall_has_larger_letters_up_to_the_layout_s_limit() -> None:
    small = wall(Rect(0, 0, 300, 200))[0][0].lines[0].runs[0].size
    large = wall(Rect(0, 0, 600, 400))[0][0].lines[0].runs[0].size
    assert large == pytest.approx(2 * small, rel=0.01)
    assert wall(max_size="12pt")[0][0].lines[0].runs[0].size == pytest.approx(12, abs=0.01)


def test_a_long_text_is_set_smaller_in_a_row_of_its_own() -> None:
    texts = {**PEACE, "nl": "Vrede nu " * 6}
    blocks, _ = wall(texts=texts, min_size="20pt")
    sizes = {block.language: block.lines[0].runs[0].size for block in blocks}
    assert sizes["en"] * SMALLEST_PART <= sizes["nl"] < sizes["en"]
    assert BOX.contains(next(b for b in blocks if b.language == "nl").lines[0].ink, 0.01)


def test_what_no_font_draws_is_left_out_and_said() -> None:
    blocks, said = wall(texts={**PEACE, "qaa": "\ue123\ue124"})
    assert len(blocks) == len(PEACE)
    assert said == ["qaa is left out: no font can draw “\ue123” (U+E123)"]


def test_nothing_to_show() -> None:
    assert wall(texts={"en": "  ", "de": "\n"}) == ([], [])


def test_a_wall_that_is_too_full_is_refused() -> None:
    with pytest.raises(FitError, match="slot “w”: 10 texts do not fit at 60\\.0 pt") as caught:
        wall(min_size="60pt")
    assert caught.value.code == "fit-wall"
    assert caught.value.remedy == "Choose a larger sheet"


@pytest.mark.parametrize("times", [8, 12, 20])
def test_a_long_text_makes_the_wall_smaller_before_it_gets_tiny_beside_the_others(times: int) -> None:
    """A third of the others' size is still read as one of them; the whole wall shrinks for what is longer."""
    blocks, _ = wall(texts={**PEACE, "nl": "Vrede nu " * times}, min_size="4pt")
    sizes = {block.language: block.lines[0].runs[0].size for block in blocks}
    assert 0.35 <= sizes["nl"] / sizes["en"] < 0.36
    assert len({round(size, 3) for language, size in sizes.items() if language != "nl"}) == 1
