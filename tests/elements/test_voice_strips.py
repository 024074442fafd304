"""Strips of languages: ramps, seams, rules, contrast, Mongolian, and how many languages there must be."""

from __future__ import annotations

from itertools import pairwise

import pytest

from placards.elements.voice_strips import strip_colors
from placards.problems.errors import PlacardsError, TextError
from placards.scene.items import FillPath, TextBlock
from placards.template.check import check_layout
from placards.values.color import Color, contrast

from ..compose.support import GROUND, HEAD, composed, content, element, load_picture, loaded

COLORS = HEAD.replace("\n", '\nsizes = ["a4"]\n', 1) + 'accent = "#d81e05"\nnight = "#101840"\npale = "#e8e8e8"\n'
THREE = (("en", "Peace now"), ("fr", "La paix maintenant"), ("ar", "السلام الآن"))


def voices(fills: str, grounds: str = "", **keys: object) -> str:
    lists = f"fills = {fills}\n" + (f"grounds = {grounds}\n" if grounds else "")
    return COLORS + GROUND + element("voices", "all", **keys) + lists


def shapes(text: str, *texts: tuple[str, str]) -> list[FillPath]:
    made = composed(text, content(*(texts or THREE))).scenes[0]
    return [item for item in made.items if isinstance(item, FillPath)][1:]


def test_a_ramp_begins_and_ends_with_its_colours_and_letters_are_read_on_every_step() -> None:
    made = composed(voices('["ink", "paper"]', '["paper", "night"]', ramp=True), content(*THREE)).scenes[0]
    grounds = [item.paint for item in made.items if isinstance(item, FillPath)][1:]
    letters = [item.lines[0].runs[0].paint for item in made.items if isinstance(item, TextBlock)]
    assert [paint.hex for paint in (grounds[0], grounds[-1]) if isinstance(paint, Color)] == ["#ffffff", "#101840"]
    for ground, letter in zip(grounds, letters, strict=True):
        assert isinstance(ground, Color)
        assert isinstance(letter, Color)
        assert contrast(ground, letter) >= 3


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_steps_between_light_and_dark_move_to_where_letters_are_clear(count: int) -> None:
    """One in the middle would have 3.1 to 3.7, whichever of the letters it takes."""
    pale, deep, white = Color((1.0, 0.61, 0.76)), Color((0.04, 0.27, 0.31)), Color((0.97, 0.95, 0.92))
    colors = {"pale": pale, "deep": deep, "white": white}
    strips = strip_colors(["white", "deep"], ["pale", "deep"], True, count, colors)
    assert min(contrast(strip.letters, strip.ground or strip.letters) for strip in strips) >= 3.8
    shades = [contrast(strip.ground or strip.letters, white) for strip in strips]
    assert shades == sorted(shades)
    assert (strips[0].ground, strips[-1].ground) == (pale, deep)


def test_slanted_seams_fall_towards_where_lines_begin() -> None:
    text = voices('["ink"]', '["paper", "accent", "pale"]', slant="4vmin", pad="5vmin")
    for texts, lower_left in ((THREE, True), (THREE[::-1], False)):
        seams = [shape.path.segments for shape in shapes(text, *texts)[1:]]
        for (_, _, left), (_, _, right), *_ in seams:  # type: ignore[misc]
            assert (left > right) is lower_left


def test_rules_stand_between_the_strips() -> None:
    rules = [shape.path.bounds() for shape in shapes(voices('["ink"]', rule="accent"))]
    assert len(rules) == 2
    assert all(upper.bottom < lower.y for upper, lower in pairwise(rules))


@pytest.mark.parametrize(
    ("fills", "grounds", "ramp", "said"),
    [
        ('["ink", "paper"]', '["paper", "accent"]', False, False),
        ('["ink", "paper"]', '["paper", "pale"]', False, True),
        ('["ink"]', '["paper", "night"]', True, True),
        ('["ink", "paper"]', '["paper", "night"]', True, False),
    ],
)
def test_letters_that_hardly_differ_from_their_own_strip_are_said(
    fills: str, grounds: str, ramp: bool, said: bool
) -> None:
    text = voices(fills, grounds, ramp=ramp)
    found = [d.code for d in check_layout(loaded(text), load_picture=load_picture) if d.code.startswith("contrast")]
    assert bool(found) is said, found


def test_two_languages_are_needed_where_the_layout_says_so() -> None:
    with pytest.raises(TextError):
        composed(voices('["ink"]', fewest=2), content(("en", "Peace")))


def test_mongolian_stands_upright_among_others() -> None:
    made = composed(voices('["ink"]', pad="2vmin"), content(("mn-Mong", "ᠡᠩᠬᠡ ᠲᠠᠶᠢᠪᠤᠩ"), ("zh-Hans", "和平")))
    blocks = [item for item in made.scenes[0].items if isinstance(item, TextBlock)]
    assert [block.vertical for block in blocks] == [True, False]
    assert all(block.box.contains(line.ink, 0.5) for block in blocks for line in block.lines)


@pytest.mark.parametrize(
    ("keys", "grounds"),
    [({"ramp": True}, '["paper"]'), ({"slant": "2vmin"}, ""), ({"valign": "top"}, '["paper"]')],
)
def test_keys_that_make_no_sense_together_are_refused(keys: dict[str, object], grounds: str) -> None:
    with pytest.raises(PlacardsError):
        loaded(voices('["ink"]', grounds, **keys))
