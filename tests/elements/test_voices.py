"""Languages side by side: their letters look equally large, strips follow their lines, and none is left out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from placards.problems.errors import FitError
from placards.scene.items import FillPath, Scene, TextBlock

from ..compose.support import HEAD, composed, content, element
from ..jobs import messages

COLORS = HEAD + 'accent = "#d81e05"\n'
SLOGAN = messages().slogan("solidarity/no-one-free")
SETS = ["en ur", "ar en", "fa en hi", "th el ru", "en ar ml zh-Hans hi my", "ja ko", "am ti en", "ta"]


def voices(**keys: object) -> str:
    lists = 'fills = ["ink", "accent"]\ngrounds = ["accent", "paper"]\n'
    return COLORS + element("voices", "voices", **keys) + lists


def scene(languages: str, **keys: object) -> Scene:
    texts = [(tag, messages().message(SLOGAN, tag).text) for tag in languages.split()]
    made = composed(voices(**keys), content(*texts))
    assert not made.diagnostics.errors
    return made.scenes[0]


def blocks(made: Scene) -> list[TextBlock]:
    return [item for item in made.items if isinstance(item, TextBlock)]


def grounds(made: Scene) -> list[FillPath]:
    return [item for item in made.items if isinstance(item, FillPath)]


def letters_height(block: TextBlock) -> float:
    """The mean height of the block's letters in points, by their ink and as wide as they are."""
    total = weight = 0.0
    for placed in (run for line in block.lines for run in line.runs):
        for glyph in placed.run.glyphs:
            ink = placed.run.font.extents(glyph.id)
            if ink.left != ink.right and glyph.x_advance > 0:
                total += (ink.top + glyph.y_offset) * glyph.x_advance / placed.run.font.upem * placed.size
                weight += glyph.x_advance
    return total / weight


@pytest.mark.parametrize("direction", ["rows", "columns"])
@pytest.mark.parametrize("languages", SETS)
def test_letters_of_all_languages_look_equally_large(languages: str, direction: str) -> None:
    heights = [letters_height(block) for block in blocks(scene(languages, direction=direction, pad="3vmin"))]
    assert len(heights) == len(languages.split())
    assert max(heights) / min(heights) < 1.5, heights


@pytest.mark.parametrize("languages", SETS)
def test_rows_follow_each_other_over_the_whole_sheet_each_as_high_as_its_lines_ask(languages: str) -> None:
    made = scene(languages, pad="2vmin")
    boxes = [ground.path.bounds() for ground in grounds(made)]
    assert boxes[0].y < 0
    assert boxes[-1].bottom > made.trim.height
    assert all(upper.bottom == pytest.approx(lower.y) for upper, lower in pairwise(boxes))
    assert all(box.contains(line.ink) for box, block in zip(boxes, blocks(made), strict=True) for line in block.lines)


@pytest.mark.parametrize(("languages", "first_is_left"), [("en ar", True), ("ar en", False)])
def test_columns_begin_where_the_first_language_does(languages: str, first_is_left: bool) -> None:
    first, second = [block.box.x for block in blocks(scene(languages, direction="columns"))]
    assert (first < second) is first_is_left


def test_the_sheet_is_used_as_far_as_one_language_lets_it() -> None:
    made = scene("en ar", pad="0")
    used = sum(block.lines[-1].ink.bottom - block.lines[0].ink.y for block in blocks(made))
    widest = max(line.ink.width for block in blocks(made) for line in block.lines)
    assert used > 0.9 * made.trim.height or widest > 0.97 * made.trim.width


def test_too_many_languages_for_readable_letters_are_refused_with_a_remedy() -> None:
    with pytest.raises(FitError, match=r"2 languages do not fit with equally large letters of at least 900\.0 pt"):
        scene("en ta", min_size="900pt")


def test_languages_alternate_colours() -> None:
    made = scene("en de fr")
    assert [block.lines[0].runs[0].paint.hex for block in blocks(made)] == ["#101010", "#d81e05", "#101010"]  # type: ignore[union-attr]
    assert [ground.paint.hex for ground in grounds(made)] == ["#d81e05", "#ffffff", "#d81e05"]  # type: ignore[union-attr]
