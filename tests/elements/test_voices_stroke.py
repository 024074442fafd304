"""Languages side by side have strokes within 0.75 and 1.33 of each other, measured on pictures of the placed letters."""

from __future__ import annotations

import pytest

from placards.scene.items import TextBlock

from ..compose.support import composed, content
from ..jobs import job_for, layouts, messages, scenes
from .strokes import stroke_points
from .test_voices import SLOGAN, blocks, letters_height, scene, voices

#: What eyes accept.
LEAST, MOST = 0.75, 1.33

PAIRS = [
    "en ur", "fa en", "my en", "ar fr", "hi ur", "ta si", "th en", "zh-Hans fa", "am ti", "he ar", "ru uk", "ka hy",
    "ja ko", "te ckb", "en zh-Hans", "bn en", "ml en", "el tr", "es km", "ps fa", "vi zh-Hant", "pa ur",
    "en ar ml zh-Hans hi my",
]  # fmt: skip


def strokes(placed: list[TextBlock], made: object) -> list[float]:
    return [stroke_points(made, block, letters_height(block)) for block in placed]  # type: ignore[arg-type]


@pytest.mark.parametrize("languages", PAIRS)
def test_strokes_of_languages_side_by_side_are_alike(languages: str) -> None:
    made = scene(languages, pad="3vmin")
    thick = strokes(blocks(made), made)
    assert len(thick) == len(languages.split())
    assert min(thick) / max(thick) >= LEAST, thick
    assert max(thick) / min(thick) <= MOST, thick


@pytest.mark.parametrize(
    ("layout", "languages", "slogan"),
    [
        ("bilingual-stack", "en ur", "solidarity/no-one-free"),
        ("bilingual-stack", "fa en", "solidarity/no-one-free"),
        ("bilingual-stack", "ru uk", "peace/peace-now"),
        ("bilingual-stack", "ml en", "solidarity/no-one-free"),
        ("two-languages", "my en", "peace/peace-now"),
        ("three-languages", "fa en hi", "solidarity/no-one-free"),
        ("trilingual", "th en zh-Hans", "peace/peace-now"),
        ("six-languages", "ja ko zh-Hans en th vi", "solidarity/no-one-free"),
    ],
)
def test_strokes_are_alike_in_the_layouts_for_several_languages(layout: str, languages: str, slogan: str) -> None:
    made = scenes(job_for(layouts().layout(layout), tuple(languages.split()), [slogan], "a3"))[0]
    thick = strokes([block for block in blocks(made) if block.slot.startswith("slogan")], made)
    assert len(thick) == len(languages.split())
    assert max(thick) / min(thick) <= MOST, thick


def test_letters_equal_in_size_alone_differ_more() -> None:
    """The same measure, where the layout does not ask for strokes: so the bound above is no matter of course."""
    made = scene("zh-Hans fa", pad="3vmin", equal="size")
    thick = strokes(blocks(made), made)
    assert max(thick) / min(thick) > MOST


@pytest.mark.parametrize("languages", ["fa en", "zh-Hans fa", "he ar"])
def test_letters_stay_nearly_as_high_as_each_other(languages: str) -> None:
    heights = [letters_height(block) for block in blocks(scene(languages, pad="3vmin"))]
    assert max(heights) / min(heights) < 1.5, heights


def test_one_language_alone_keeps_the_face_that_is_asked_for() -> None:
    (block,) = blocks(scene("en"))
    assert {run.run.font.path.name for line in block.lines for run in line.runs} == {"Anton-Regular.ttf"}


@pytest.mark.parametrize("languages", ["en ur", "en ar"])
def test_english_lines_keep_their_sense_beside_any_other(languages: str) -> None:
    english = blocks(scene(languages, pad="3vmin"))[0]
    assert [line.text.split()[0] for line in english.lines][1:] != ["until", "free"]
    assert len(english.lines[-1].text.split()) > 1


@pytest.mark.parametrize("valign", ["top", "middle", "bottom"])
def test_strips_without_grounds_are_gathered(valign: str) -> None:
    texts = [(tag, messages().message(SLOGAN, tag).text) for tag in ("en", "ar")]
    keys = {"max_size": "12vmin", "valign": valign}
    made = composed(voices(**keys).replace('grounds = ["accent", "paper"]\n', ""), content(*texts)).scenes[0]
    upper, lower = (block.box for block in blocks(made))
    assert lower.y == pytest.approx(upper.bottom)
    free = {"top": upper.y, "bottom": made.trim.height - lower.bottom}
    if valign == "middle":
        assert free["top"] == pytest.approx(free["bottom"])
    else:
        assert free[valign] == pytest.approx(0, abs=0.01)
    assert lower.bottom - upper.y < 0.6 * made.trim.height
