"""How much of an A3 sheet ``placard`` and ``symbol`` use, measured on what is drawn: twenty languages, the shortest and
the longest message.

The Scene is drawn without its ground and its fields, a millimetre a pixel, the slogan and each piece of art by itself. The
fill is the boxes around their ink, as parts of the sheet, together; decoration (art without alternative text) does not
count. ``pytest --all-sizes`` measures every message that a language has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from statistics import mean

import pytest
from PIL import Image

from placards.job import Job
from placards.render.pdf import render_pdf
from placards.render.pdfium import opened_page
from placards.scene.items import FillPath, Group, Item, Scene, TextBlock
from placards.values.color import BLACK

from .jobs import firm_slogans, job_for, layouts, scenes

LANGUAGES = "en ar fa ur he hi bn ta ml th my km am zh-Hans ja ko ru vi yo de".split()

#: At least so much of the sheet, in percent: in the mean of all languages, and in each of them.
MEAN, LEAST = 60.0, 45.0

#: Pixels of an A3 sheet.
SIZE = (297, 420)


def job(layout: str, language: str, slogan: str) -> Job:
    """A placard as most are: a slogan and who calls."""
    made = job_for(layouts().layout(layout), (language,), [slogan], "a3")
    fields = tuple(field for field in made.content.fields if field[0] == "organiser")
    return replace(made, content=replace(made.content, fields=fields, link=""))


def subjects(items: Iterable[Item]) -> list[Item]:
    """The slogan, and art that says something."""
    return [
        item
        for item in items
        if (isinstance(item, TextBlock) and item.role == "slogan") or (isinstance(item, Group) and item.alt)
    ]


def black(item: Item) -> Item:
    """An item in black, without what lies under letters, so that every colour counts the same."""
    match item:
        case TextBlock():
            lines = [replace(line, runs=tuple([replace(run, paint=BLACK) for run in line.runs])) for line in item.lines]
            return replace(item, lines=tuple(lines), underlays=())
        case Group():
            return replace(item, items=tuple(map(black, item.items)))
        case FillPath():
            return replace(item, paint=BLACK)
        case _:
            raise AssertionError(item)


def drawn(scene: Scene, items: Sequence[Item]) -> Image.Image:
    """Where items paint: 255 is ink."""
    with opened_page(render_pdf([replace(scene, items=tuple(map(black, items)))]), 0) as page:
        picture = Image.frombuffer("RGBX", SIZE, bytes(page.rgbx(SIZE)), "raw", "RGBX", 0, 1)
    return picture.getchannel(0).point(lambda value: 255 if value < 128 else 0)


def share(picture: Image.Image) -> float:
    """The box around all ink as percent of the sheet."""
    box = picture.getbbox()
    return 100 * (box[2] - box[0]) * (box[3] - box[1]) / (SIZE[0] * SIZE[1]) if box else 0.0


@cache
def fill(layout: str, language: str, slogan: str) -> float:
    (scene,) = scenes(job(layout, language, slogan))
    return sum(share(drawn(scene, [item])) for item in subjects(scene.items))


@cache
def painted(layout: str, language: str, slogan: str) -> float:
    """What the slogan's letters paint, as percent of the sheet."""
    (scene,) = scenes(job(layout, language, slogan))
    picture = drawn(scene, [item for item in subjects(scene.items) if isinstance(item, TextBlock)])
    return 100 * sum(picture.histogram()[128:]) / (SIZE[0] * SIZE[1])


def messages(language: str, request: pytest.FixtureRequest) -> tuple[str, ...]:
    names = firm_slogans((language,))
    return names if request.config.getoption("--all-sizes") else (names[0], names[-1])


@pytest.mark.parametrize("layout", ["placard", "symbol"])
def test_sheets_are_filled_in_every_language(layout: str, request: pytest.FixtureRequest) -> None:
    found = {tag: mean(fill(layout, tag, name) for name in messages(tag, request)) for tag in LANGUAGES}
    print(layout, f"mean {mean(found.values()):.1f}", {tag: round(value, 1) for tag, value in found.items()})
    assert min(found.values()) >= LEAST, found
    assert mean(found.values()) >= MEAN, found


def test_an_empty_sheet_would_be_noticed() -> None:
    (scene,) = scenes(job("placard", "en", firm_slogans(("en",))[0]))
    assert fill("placard", "en", firm_slogans(("en",))[0]) > LEAST
    assert share(drawn(scene, [])) == 0.0
    assert len(subjects(scene.items)) == 2  # the slogan, and a symbol below it


def test_urdu_paints_at_least_half_of_what_english_does() -> None:
    """The letters alone, of the shortest and the longest message. Nastaliq is light and climbs: lines of one size
    painted 0.27 of the English ink."""
    found = {}
    for tag in ("ur", "en"):
        names = firm_slogans((tag,))
        found[tag] = mean(painted("placard", tag, name) for name in (names[0], names[-1]))
    assert found["ur"] >= 0.5 * found["en"], found
