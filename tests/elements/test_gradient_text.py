"""Letters filled with a gradient: over all of their ink, mirrored with the sheet, in every output, and readable."""

from __future__ import annotations

import io
from functools import reduce

import pytest
from PIL import Image

from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.job import Job, OutputSpec
from placards.layout.content import Content, Entry, SlotText
from placards.pipeline import Engine
from placards.problems.errors import InputError
from placards.scene.items import TextBlock
from placards.template.check import check_layout
from placards.values.color import LinearGradient, RadialGradient
from placards.values.geometry import Rect

from ..compose.support import GROUND, HEAD, composed, content, element, load_picture, loaded

COLORS = HEAD + 'accent = "#d81e05"\nblue = "#0000ff"\ngrey = "#808080"\n'
TEXTS = {"en": "Peace now", "ar": "السلام الآن", "ja": "平和を今すぐ", "ur": "امن ابھی"}


def slogan(keys: str) -> str:
    return COLORS + GROUND + element("text", "slogan", show="slogan", inside="safe") + keys + "\n"


def paint_of(keys: str, language: str = "en") -> tuple[LinearGradient | RadialGradient, TextBlock]:
    items = composed(slogan(keys), content((language, TEXTS[language]))).scenes[0].items
    (block,) = [item for item in items if isinstance(item, TextBlock)]
    (paint,) = {run.paint for line in block.lines for run in line.runs}
    assert isinstance(paint, LinearGradient | RadialGradient)
    return paint, block


def ink(block: TextBlock) -> Rect:
    return reduce(Rect.union, (line.ink for line in block.lines))


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("keys", ["", 'fit = "stack"', "flush = true", 'writing = "vertical"', 'valign = "top"'])
def test_it_runs_over_all_ink_from_the_top_down(keys: str, language: str) -> None:
    paint, block = paint_of(f'gradient = {{ colors = ["accent", "ink"] }}\n{keys}', language)
    assert isinstance(paint, LinearGradient)
    box = ink(block)
    assert paint.start.y == pytest.approx(box.y)
    assert paint.end.y == pytest.approx(box.bottom)
    assert [stop.color.hex for stop in paint.stops] == ["#d81e05", "#101010"]


@pytest.mark.parametrize(("language", "begins"), [("en", "left"), ("ar", "right"), ("ur", "right"), ("ja", "left")])
def test_along_the_line_it_begins_where_reading_does(language: str, begins: str) -> None:
    paint, block = paint_of('gradient = { colors = ["accent", "ink"], angle = 0 }', language)
    assert isinstance(paint, LinearGradient)
    box = ink(block)
    ends = (box.x, box.right) if begins == "left" else (box.right, box.x)
    assert (paint.start.x, paint.end.x) == pytest.approx(ends)


@pytest.mark.parametrize(("language", "side"), [("en", 0.25), ("ar", 0.75)])
def test_the_centre_of_a_radial_one_is_mirrored(language: str, side: float) -> None:
    paint, block = paint_of(
        'gradient = { type = "radial", colors = ["accent", "ink"], center = ["25%", "50%"] }', language
    )
    assert isinstance(paint, RadialGradient)
    box = ink(block)
    assert paint.center.x == pytest.approx(box.x + side * box.width)


def test_marked_words_keep_a_colour_of_their_own() -> None:
    from dataclasses import replace

    made = content(("en", "Peace now"))
    shown = replace(made.entries[0].texts[0], marked=((0, 5),))
    made = replace(made, entries=(replace(made.entries[0], texts=(shown,)),))
    keys = 'gradient = { colors = ["accent", "ink"] }\nemphasis = { fill = "blue" }\nmax_lines = 1'
    items = composed(slogan(keys), made).scenes[0].items
    (block,) = [item for item in items if isinstance(item, TextBlock)]
    first, second = (run.paint for run in block.lines[0].runs)
    assert first.hex == "#0000ff"  # type: ignore[union-attr]
    assert isinstance(second, LinearGradient)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ('gradient = { colors = ["accent", "ink"] }\nfill = "accent"', "a fill and a gradient contradict"),
        ('gradient = { colors = ["accent", "ink"] }\nseam = { fill = "accent" }', "a fill and a gradient contradict"),
        ('gradient = { colors = ["accent", "ink"], opacity = [1, 0] }', "let the ground through"),
        ('gradient = { colors = ["accent", "inc"] }', "gradient.colors.1.: the colour “inc” .*Did you mean “ink”"),
        ('gradient = { colors = ["accent"] }', "at least 2"),
    ],
)
def test_what_makes_no_sense_is_refused(keys: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        loaded(slogan(keys))


@pytest.mark.parametrize(
    ("colors", "ground", "said"),
    [
        ('"ink", "accent"', "paper", []),
        ('"ink", "paper"', "paper", ["contrast-too-low"]),  # its end is as the ground
        ('"paper", "ink"', "grey", ["contrast-too-low"]),  # both ends are far from it, the middle is not
        ('"ink", "ink"', "paper", []),
    ],
)
def test_the_worst_place_of_a_gradient_decides_whether_it_is_read(colors: str, ground: str, said: list[str]) -> None:
    layout = slogan(f"gradient = {{ colors = [{colors}] }}").replace('fill = "paper"', f'fill = "{ground}"')
    layout = layout.replace('name = "Mine"', 'name = "Mine"\nsizes = ["a4"]')
    found = [d for d in check_layout(loaded(layout), load_picture=load_picture) if d.code.startswith("contrast")]
    assert sorted({d.code for d in found}) == said
    if ground == "grey":
        assert "“paper … ink” on “grey”" in str(found[0])
        assert ":1: element[1].gradient: " in str(found[0])


def test_ends_that_hold_do_not_make_a_middle_that_holds() -> None:
    """Each of both colours has its contrast with the grey, at least 3."""
    from placards.values.color import contrast, parse_hex

    assert min(contrast(parse_hex(one), parse_hex("#808080")) for one in ("#ffffff", "#101010")) > 3


@pytest.fixture(scope="module")
def engine() -> Engine:
    layout = 'name = "X"\n' + slogan('gradient = { colors = ["accent", "blue"] }\nmax_lines = 1').split("\n", 1)[1]
    return Engine(World([Memory({"layouts/x/layout.toml": layout.encode()}), *world_of().sources]))


def job(format_: str, language: str = "en") -> Job:
    entry = Entry("x", (SlotText(TEXTS[language], language),))
    return Job(f"x.{format_}", "x", "a6", Content((language,), (entry,)), output=OutputSpec(format_))


@pytest.mark.parametrize("language", TEXTS)
def test_an_image_has_one_colour_above_and_another_below(engine: Engine, language: str) -> None:
    image = Image.open(io.BytesIO(engine.make(job("png", language)).data)).convert("RGB")
    rows = []
    for y in range(image.height):
        row = [image.getpixel((x, y)) for x in range(image.width)]
        inked = [one for one in row if isinstance(one, tuple) and one[1] < 40]
        if inked:
            rows.append(inked[len(inked) // 2])
    assert rows[0][0] > 190
    assert rows[0][2] < 40
    assert rows[-1][2] > 220
    assert rows[-1][0] < 60
    assert len(set(rows)) > 20


def test_an_svg_has_it_as_a_gradient(engine: Engine) -> None:
    text = engine.make(job("svg")).data.decode()
    assert "<linearGradient" in text
    assert "#d81e05" in text
    assert "#0000ff" in text
