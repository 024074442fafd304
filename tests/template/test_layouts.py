"""A designer's folder: what it may say, and the sentence for each mistake."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from placards.elements.shape import Shape
from placards.elements.text import Text
from placards.files.shipped import world_of
from placards.files.world import Folder, World
from placards.problems.errors import InputError, UnknownNameError
from placards.template.folder import LayoutFolder, layout_at
from placards.template.library import LayoutLibrary

from ..parts import checked

HEAD = """name = "Mine"
languages = 1

[palettes.day]
paper = "#ffd400"
ink = "#111"

"""
GROUND = '[[element]]\nid = "ground"\ntype = "shape"\nfill = "paper"\n\n'
SLOGAN = '[[element]]\nid = "slogan"\ntype = "text"\nshow = "slogan"\ninside = "safe"\n\n'


def layout(folder: Path, text: str, name: str = "mine") -> LayoutFolder:
    target = folder / "layouts" / name
    target.mkdir(parents=True, exist_ok=True)
    (target / "layout.toml").write_text(text, encoding="utf-8")
    return layout_at(target)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        layout(folder, text)
    message = str(caught.value)
    assert "layout.toml" in message
    assert "\n" not in message
    return message


def values(**changed: float) -> dict[str, float]:
    return {"aspect": 1.0, "width_mm": 200, "height_mm": 200, "languages": 1, "screen": 0, "banner": 0, **changed}


def test_reads_everything(tmp_path: Path) -> None:
    loaded = layout(tmp_path, HEAD + GROUND + SLOGAN)
    ground, slogan = loaded.elements_for(values())
    assert isinstance(ground, Shape)
    assert isinstance(slogan, Text)
    assert loaded.name == "mine"
    assert loaded.layout.palettes["day"]["ink"].hex == "#111111"
    assert slogan.inside == "safe"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (HEAD + GROUND.replace("fill", "fil"), ["layout.toml:11", "element[0].fil", "“fil”", "“fill”"]),
        (
            HEAD + SLOGAN + 'emphasis = { fill = "ink", wieght = 900 }\n',
            ["element[0].emphasis.wieght", ":28: ", "Did you mean “weight”"],
        ),
        (
            HEAD + GROUND.replace('fill = "paper"', 'gradient = { colors = [\n  "paper",\n  "inc",\n] }'),
            ["layout.toml:13:3: element[0].gradient.colors[1]", "“inc”", "Did you mean “ink”"],
        ),
        (HEAD + GROUND.replace('"paper"', '"papre"'), ["layout.toml:11", "“papre”", "“paper”"]),
        (HEAD + GROUND.replace('"paper"', "3"), ["layout.toml:11", "3 is not a text", "quotation"]),
        (HEAD + GROUND.replace('"shape"', '"shpe"'), ["layout.toml:10", "element[0].type", "“shpe”", "“shape”"]),
        (HEAD + GROUND.replace('type = "shape"\n', ""), ["layout.toml:8", "type"]),
        (HEAD + GROUND + GROUND, ["layout.toml:14", "element[1].id", "“ground” is taken"]),
        (HEAD + GROUND.replace('"ground"', '"sheet"'), ["“sheet” is taken"]),
        (HEAD + GROUND.replace('"ground"', '"Ground 1"'), ["layout.toml:9", "“Ground 1”", "small letters"]),
        (HEAD + SLOGAN.replace('"safe"', '"ground"') + GROUND, ["layout.toml:12", "“ground”", "stands after it"]),
        (HEAD + SLOGAN.replace('"safe"', '"saef"'), ["“saef”", "“safe”"]),
        (HEAD + SLOGAN.replace('show = "slogan"', 'show = "slgan"'), ["layout.toml:11", "“slgan”", "slogan"]),
        (HEAD + SLOGAN + 'min_size = "huge"\n', ["min_size", "“huge”", "12mm"]),
        (HEAD + SLOGAN.rstrip() + "\ntop = 12\n", ["layout.toml:13", "element[0].top", "12", "12mm"]),
        (HEAD + SLOGAN.rstrip() + '\ntop = "1mm"\nbottom = "1mm"\nheight = "1mm"\n', ["contradict", "two of the three"]),
        (HEAD + SLOGAN.rstrip() + '\nwhen = "wide"\n', ["layout.toml:13", "“wide”", "aspect >= 2"]),
        (HEAD + SLOGAN.rstrip() + "\nmax_lines = 0\n", ["layout.toml:13", "at least 1"]),
        (HEAD + SLOGAN.rstrip() + "\noptional = \"yes please\"\n", ["layout.toml:13", "true"]),
        (HEAD.replace("#111", "black") + GROUND, ["layout.toml:6", "“black” is not a colour", "#rrggbb"]),
        (HEAD.replace('"#111"', '{ rgb = "#111", cmyk = [1, 2] }') + GROUND, ["layout.toml:6", "cmyk"]),
        (HEAD.replace("languages = 1", "languages = 9") + GROUND, ["layout.toml:2", "at most 6"]),
        ('name = "x"\n[palettes]\n' + GROUND, ["layout.toml:2", "no palette"]),
        (GROUND, ["“name” is missing"]),
        (HEAD + GROUND + '[[variant]]\nwhen = "aspect > 1"\nhide = ["gruond"]\n', ["“gruond”", "“ground”", "variant[0]"]),
        (HEAD + GROUND + '[[variant]]\nwhen = "aspect > 1"\nchange.ground.fil = "ink"\n', ["variant[0].change.ground", "“fil”"]),
        (HEAD + '[[element]]\nid = "pic"\ntype = "image"\nfile = "dove.png"\n', ["layout.toml:11", "“dove.png” is missing", "beside layout.toml"]),
        (HEAD + '[[element]]\nid = "pic"\ntype = "image"\nfile = "../../../secret.png"\n', ["outside the layout's folder"]),
        (HEAD + '[[element]]\nid = "pic"\ntype = "image"\nfile = "/etc/passwd"\n', ["outside the layout's folder"]),
        (HEAD + '[[element]]\nid = "p"\ntype = "shape"\nfill = "ink"\nshape = "polygon"\n', ["three points"]),
    ],
)  # fmt: skip
def test_mistakes(tmp_path: Path, text: str, parts: list[str]) -> None:
    message = refused(tmp_path, text)
    for part in parts:
        assert part in message, message


def test_all_mistakes_of_a_file_are_listed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        layout(tmp_path, HEAD + GROUND.replace("fill", "fil") + SLOGAN.replace("show", "shw"))
    others: tuple[Any, ...] = caught.value.diagnostics[1:]
    text = " ".join(map(str, (caught.value, *others)))
    assert "“fil”" in text
    assert "“shw”" in text


def test_no_layout_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        layout_at(tmp_path)
    layout(tmp_path, HEAD + GROUND)
    with pytest.raises(UnknownNameError, match="Did you mean “mine”"):
        LayoutLibrary(world_of([tmp_path])).layout("mien")


def test_earlier_folders_win(tmp_path: Path) -> None:
    layout(tmp_path / "a", HEAD.replace("Mine", "A") + GROUND)
    layout(tmp_path / "b", HEAD.replace("Mine", "B") + GROUND)
    layout(tmp_path / "b", HEAD + GROUND, "other")
    library = LayoutLibrary(World([Folder(tmp_path / name) for name in ("a", "b", "none")]))
    assert library.names() == ["mine", "other"]
    assert library.layout("mine").layout.name == "A"


# --- variants ------------------------------------------------------------------------------------------------------


VARIANTS = (
    HEAD
    + GROUND
    + SLOGAN.rstrip()
    + """
top = "10%"
bottom = "20%"

[[variant]]
when = "aspect >= 2"
hide = ["ground"]
change.slogan = { height = "50%", max_lines = 2 }

[[variant]]
when = "aspect >= 1.5"
change.slogan.top = "5mm"

[[variant]]
when = "languages == 2"
[[variant.element]]
id = "only"
type = "shape"
fill = "ink"
"""
)


def test_the_first_variant_that_holds_is_applied(tmp_path: Path) -> None:
    loaded = layout(tmp_path, VARIANTS)
    assert [e.id for e in loaded.elements_for(values())] == ["ground", "slogan"]
    (slogan,) = loaded.elements_for(values(aspect=3, languages=2))
    assert isinstance(slogan, Text)
    assert (str(slogan.height), str(slogan.top), slogan.bottom) == ("50%", "10%", None), "the bottom gives way"
    assert slogan.max_lines == 2
    assert slogan.inside == "safe", "what is not changed stays"
    _, slogan = (e for e in loaded.elements_for(values(aspect=1.6)))
    assert isinstance(slogan, Text)
    assert (str(slogan.top), str(slogan.bottom)) == ("5mm", "20%"), "the other side stays"
    assert [e.id for e in loaded.elements_for(values(languages=2))] == ["only"]


@pytest.mark.parametrize(
    ("own", "change", "expected"),
    [
        ({}, {"start": "1pt"}, {"start": "1pt"}),
        ({"start": "1pt"}, {"start": "2pt"}, {"start": "2pt"}),
        ({"start": "1pt", "end": "2pt"}, {"end": "3pt"}, {"start": "1pt", "end": "3pt"}),
        ({"end": "2pt", "width": "9pt"}, {"width": "8pt"}, {"end": "2pt", "width": "8pt"}),
        ({"width": "9pt"}, {"end": "3pt"}, {"width": "9pt", "end": "3pt"}),
        # The third of an axis: what the change does not name gives way.
        ({"start": "1pt", "width": "9pt"}, {"end": "3pt"}, {"start": "1pt", "end": "3pt"}),
        ({"end": "2pt", "width": "9pt"}, {"start": "3pt"}, {"start": "3pt", "end": "2pt"}),
        ({"start": "1pt", "end": "2pt"}, {"width": "8pt"}, {"start": "1pt", "width": "8pt"}),
        ({"start": "1pt", "width": "9pt"}, {"end": "3pt", "width": "8pt"}, {"end": "3pt", "width": "8pt"}),
        ({"start": "1pt", "end": "2pt"}, {"start": "3pt", "width": "8pt"}, {"start": "3pt", "width": "8pt"}),
        ({"end": "2pt", "width": "9pt"}, {"start": "3pt", "end": "4pt"}, {"start": "3pt", "end": "4pt"}),
        # Taken back.
        ({"start": "1pt", "end": "2pt"}, {"start": ""}, {"end": "2pt"}),
        ({"start": "1pt", "end": "2pt"}, {"start": "", "end": "", "width": "8pt"}, {"width": "8pt"}),
        ({"start": "1pt", "width": "9pt"}, {"start": "", "end": "2pt"}, {"end": "2pt", "width": "9pt"}),
        ({}, {"end": ""}, {}),
    ],
)
@pytest.mark.parametrize("upright", [False, True])
def test_a_change_of_one_side_keeps_the_others(
    tmp_path: Path, own: dict[str, str], change: dict[str, str], expected: dict[str, str], upright: bool
) -> None:
    turned = {"start": "top", "end": "bottom", "width": "height"} if upright else {}
    of_axis = [turned.get(name, name) for name in ("start", "end", "width")]

    def keys(values: dict[str, str], prefix: str = "") -> str:
        return "".join(f'{prefix}{turned.get(name, name)} = "{value}"\n' for name, value in values.items())

    text = HEAD + GROUND.rstrip() + "\n" + keys(own) + '[[variant]]\nwhen = "aspect > 2"\n'
    (ground,) = layout(tmp_path, text + "change.ground.opacity = 0.5\n" + keys(change, "change.ground.")).elements_for(
        values(aspect=3)
    )
    found = {name: str(getattr(ground, name)) for name in of_axis if getattr(ground, name) is not None}
    assert found == {turned.get(name, name): value for name, value in expected.items()}


def test_a_change_that_says_all_three_of_an_axis_is_told_where_it_stands(tmp_path: Path) -> None:
    three = 'change.ground = { top = "1%", bottom = "1%", height = "9%" }\n'
    message = refused(tmp_path, HEAD + GROUND + '[[variant]]\nwhen = "aspect > 2"\n' + three)
    assert "variant[0].change.ground" in message
    assert all(name in message for name in ("top", "bottom", "height"))


def test_elements_have_conditions(tmp_path: Path) -> None:
    loaded = layout(tmp_path, HEAD + GROUND.rstrip() + '\nwhen = "screen == 0 and aspect < 1.5"\n' + SLOGAN)
    assert [e.id for e in loaded.elements_for(values())] == ["ground", "slogan"]
    assert [e.id for e in loaded.elements_for(values(screen=1))] == ["slogan"]
    assert [e.id for e in loaded.elements_for(values(aspect=1.5))] == ["slogan"]


# --- placing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ({}, (10, 20, 200, 100)),
        ({"start": "5pt"}, (15, 20, 195, 100)),
        ({"start": "5pt", "end": "10%"}, (15, 20, 175, 100)),
        ({"end": "10pt", "width": "50pt"}, (150, 20, 50, 100)),
        ({"start": "10pt", "width": "50pt"}, (20, 20, 50, 100)),
        ({"width": "50pt"}, (85, 20, 50, 100)),
        ({"top": "5vmin", "bottom": "10vmin"}, (10, 25, 200, 85)),
        ({"bottom": "5pt", "height": "25%"}, (10, 90, 200, 25)),
    ],
)
@pytest.mark.parametrize("mirrored", [False, True])
def test_logical_sides(sides: dict[str, str], expected: tuple[float, ...], mirrored: bool) -> None:
    from placards.layout.boxes import place_box
    from placards.values.geometry import Rect

    element = checked(Shape, {"id": "x", "type": "shape", "fill": "ink", **sides})
    around = Rect(10, 20, 200, 100)
    x, y, width, height = expected
    if mirrored:
        x = 10 + 200 - (x - 10) - width
    assert place_box(element, around, 100, mirrored) == pytest.approx((x, y, width, height))
    refusing = replace(element, mirror=False)
    assert place_box(refusing, around, 100, mirrored) == pytest.approx(expected)


def test_what_touches_the_edge_reaches_into_the_bleed() -> None:
    from placards.layout.boxes import reach_bleed
    from placards.values.geometry import Rect

    trim = Rect(0, 0, 100, 50)
    assert reach_bleed(trim, trim, 9) == Rect(-9, -9, 118, 68)
    assert reach_bleed(Rect(0, 10, 50, 10), trim, 9) == Rect(-9, 10, 59, 10)
    assert reach_bleed(Rect(1, 1, 98, 48), trim, 9) == Rect(1, 1, 98, 48)


def test_shipped_layouts_can_be_read() -> None:
    library = LayoutLibrary(world_of())
    assert library.names()
    for name in library.names():
        assert re.fullmatch(r"[a-z][a-z0-9-]*", name)
        assert library.layout(name).layout.summary, f"{name} says nothing of itself"
