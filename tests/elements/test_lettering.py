"""Emphasised words, outlines, shadows and highlights: what a layout says is what is drawn."""

from __future__ import annotations

import pytest

from placards.problems.errors import InputError
from placards.scene.items import FillPath, TextBlock
from placards.values.color import LinearGradient
from placards.values.geometry import Point

from ..compose.support import GROUND, HEAD, composed, content, element
from ..parts import checked

ACCENT = HEAD + 'accent = "#d81e05"\n'


def slogan(**keys: str) -> str:
    return (
        ACCENT
        + GROUND
        + element("text", "slogan", show="slogan", inside="safe")
        + "\n".join(f"{name} = {value}" for name, value in keys.items())
    )


def job(text: str = "Peace now", marked: tuple[tuple[int, int], ...] = ((0, 5),), language: str = "en"):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    made = content((language, text))
    (entry,) = made.entries
    (shown,) = entry.texts
    return replace(made, entries=(replace(entry, texts=(replace(shown, marked=marked),)),))


def drawn(layout: str, **keys: object) -> tuple[list[FillPath], TextBlock]:
    made = composed(layout, job(**keys)).scenes[0].items  # type: ignore[arg-type]
    (block,) = [item for item in made if isinstance(item, TextBlock)]
    return [item for item in made if isinstance(item, FillPath)][1:], block


def test_emphasised_words_have_their_colour_and_the_text_stays_plain() -> None:
    _, block = drawn(slogan(emphasis='{ fill = "accent" }'))
    colors = {line.text[run.run.start - line.start :][:1]: run.paint.hex for line in block.lines for run in line.runs}
    assert colors["P"] == "#d81e05"
    assert "#101010" in colors.values()
    assert block.text == "Peace now"


@pytest.mark.parametrize(("way", "inside"), [("box", True), ("underline", False)])
def test_a_box_lies_behind_the_word_and_an_underline_below_it(way: str, inside: bool) -> None:
    behind, block = drawn(slogan(emphasis=f'{{ {way} = "accent" }}', max_lines="1"))
    (bar,) = behind
    bounds, (line,) = bar.path.bounds(), block.lines
    assert bounds.width < 0.75 * line.ink.width
    assert bounds.x < line.ink.x + 1
    assert (bounds.y < line.ink.y) is inside
    assert bounds.bottom > line.ink.bottom


def test_right_to_left_the_first_word_is_boxed_at_the_right() -> None:
    behind, block = drawn(
        slogan(emphasis='{ box = "accent" }', max_lines="1"), text="سلام الآن", marked=((0, 4),), language="ar"
    )
    (bar,) = behind
    assert bar.path.bounds().right > block.lines[0].ink.right - 1


def test_an_outline_and_a_shadow_are_drawn_below_all_letters_the_shadow_first() -> None:
    _, block = drawn(slogan(outline='{ fill = "paper" }', shadow='{ fill = "accent" }'))
    shadow, outline = block.underlays
    assert shadow.paint is not None
    assert min(shadow.offset) > 0
    assert shadow.stroke is not None, "a shadow of outlined letters is as large as they are"
    assert outline.paint is None
    assert outline.stroke is not None


def test_a_rough_outline_comes_and_goes_with_the_size_of_the_letters() -> None:
    _, block = drawn(slogan(outline='{ fill = "ink", width = 0.01, rough = true }'))
    (outline,) = block.underlays
    assert outline.stroke is not None
    assert len(set(outline.stroke.dash)) > 6, "no beat is seen"
    assert len(outline.stroke.dash) % 2 == 0
    assert max(outline.stroke.dash) < block.lines[0].size


def test_a_shadow_falls_to_the_other_side_where_the_sheet_is_mirrored() -> None:
    _, block = drawn(slogan(shadow='{ fill = "accent" }'), text="سلام", marked=(), language="ar")
    assert block.underlays[0].offset.x < 0 < block.underlays[0].offset.y


def test_a_solid_shadow_reaches_all_the_way() -> None:
    _, block = drawn(slogan(shadow='{ fill = "accent", end = 0.1, down = 0.1, solid = true }'))
    steps = [underlay.offset.x for underlay in block.underlays]
    assert len(steps) > 3
    assert steps == sorted(steps, reverse=True)


def test_highlights_lie_behind_every_line() -> None:
    bars, block = drawn(slogan(highlight='{ fill = "accent", pad = 0.1 }', max_size='"40pt"', height='"60pt"'))
    assert len(bars) == len(block.lines)
    for bar, line in zip(bars, block.lines, strict=True):
        assert bar.path.bounds().contains(line.ink)


def test_emphasis_that_a_layout_does_not_show_is_said() -> None:
    found = composed(slogan(), job()).diagnostics
    assert any(d.code == "emphasis-not-shown" and "“Peace”" in str(d) for d in found)
    found = composed(slogan(emphasis='{ fill = "accent" }'), job()).diagnostics
    assert "emphasis-not-shown" not in [d.code for d in found]


def test_an_emphasis_says_how() -> None:
    from placards.elements.emphasis import Emphasis

    with pytest.raises(InputError, match="Give fill, weight, size, box or underline"):
        checked(Emphasis, {})


@pytest.mark.parametrize(("language", "text"), [("en", "Peace now"), ("ar", "سلام الآن")])
def test_letters_change_colour_where_they_cross_the_seam(language: str, text: str) -> None:
    _, block = drawn(slogan(seam='{ fill = "accent", top = "70%", bottom = "30%" }'), text=text, language=language)
    paint = block.lines[0].runs[0].paint
    assert isinstance(paint, LinearGradient)
    assert [stop.at for stop in paint.stops] == [0, 0.5, 0.5, 1]
    assert [stop.color.hex for stop in paint.stops] == ["#101010", "#101010", "#d81e05", "#d81e05"]
    middle = Point((paint.start.x + paint.end.x) / 2, (paint.start.y + paint.end.y) / 2)
    width, height = 2 * middle.x, 2 * middle.y  # the seam crosses the middle of the sheet
    upper = 0.7 * width if language == "en" else 0.3 * width
    along = (upper - middle.x, 0 - middle.y)
    across = (paint.end.x - paint.start.x, paint.end.y - paint.start.y)
    assert along[0] * across[0] + along[1] * across[1] == pytest.approx(0, abs=1e-6 * width * height)
    assert (across[0] > 0) is (language == "en")  # behind the seam is where the line goes


def test_what_lies_behind_words_turns_with_their_wobbling_line() -> None:
    behind, block = drawn(slogan(emphasis='{ box = "accent" }', wobble="6"))
    (bar,) = behind
    _, first, second = (segment[1:] for segment in bar.path.segments[:3])
    run = block.lines[0].runs[0]
    assert abs(run.matrix.b) > 0.001 * run.matrix.a
    assert (second[0] - first[0]) * run.matrix.a + (second[1] - first[1]) * run.matrix.b == pytest.approx(0, abs=1e-6)


def test_a_bend_does_not_wobble() -> None:
    with pytest.raises(InputError, match="different ways to set lines"):
        drawn(slogan(arc='"top"', wobble="3"))


@pytest.mark.parametrize(
    ("language", "text", "bridged"),
    [("en", "Peace", False), ("hi", "शांति", True), ("ar", "سلام", True), ("ur", "امن", False), ("ja", "平和", True)],
)
def test_bridges_cross_letters_that_no_stencil_face_draws(language: str, text: str, bridged: bool) -> None:
    layout = slogan(role='"stencil"', bridges='{ fill = "paper" }', max_lines="1")
    bars, block = drawn(layout, text=text, marked=(), language=language)
    assert bool(bars) is bridged
    for bar in bars:
        bounds, ink = bar.path.bounds(), block.lines[0].ink
        assert ink.y < bounds.y < bounds.bottom < ink.bottom
        assert bounds.x == pytest.approx(ink.x)
        assert bounds.right == pytest.approx(ink.right)
