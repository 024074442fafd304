"""The shared palettes: every one of the twenty keeps what its roles promise, and every layout takes them as it should."""

from __future__ import annotations

import colorsys
import tomllib

import pytest

from placards.files.shipped import templates_folder, world_of
from placards.files.world import Memory, World
from placards.inputs import Inputs
from placards.problems.errors import InputError, PlacardsError, UnknownNameError
from placards.template.check import check_layout
from placards.template.coloring import choose, own_names
from placards.template.library import LayoutLibrary
from placards.template.shared import shared_palettes

from ..compose.support import GROUND, HEAD, SLOGAN, element, load_picture, loaded
from .witness import PROMISES, ROLES, ratio

TABLE = tomllib.loads((templates_folder() / "palettes.toml").read_text(encoding="utf-8"))["palettes"]

#: Cyan, magenta, yellow and black on coated paper, as sRGB shows them.
INKS = ((0, 158, 224), (230, 0, 126), (255, 237, 0), (29, 29, 27))

#: A layout that has no palette of its own.
BARE = 'name = "Bare"\n' + GROUND + SLOGAN


def test_there_are_twenty_and_some_are_dark() -> None:
    assert len(TABLE) == 20
    tags = [tag for palette in TABLE.values() for tag in palette["tags"]]
    assert tags.count("dark") >= 6
    assert tags.count("light") >= 10
    assert "vigil" in tags
    assert not {*TABLE} & {"day", "night", "sea", "clay", "plain", "warm", "paper"}, "layouts have these for themselves"


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: f"{p[0]} on {p[1]}")
def test_contrast(name: str, promise: tuple[str, str, float]) -> None:
    letters, ground, least = promise
    assert ratio(TABLE[name][letters]["rgb"], TABLE[name][ground]["rgb"]) >= least


@pytest.mark.parametrize("name", TABLE)
def test_every_role_has_its_inks(name: str) -> None:
    palette = TABLE[name]
    assert {*palette} == ROLES | {"summary", "tags"}
    for role in ROLES:
        inks = palette[role]["cmyk"]
        assert len(inks) == 4
        assert all(0 <= ink <= 100 for ink in inks)
        assert sum(inks) <= 300
        # What the inks look like, one printed over the other, is near what the screen shows.
        guess = [255.0] * 3
        for ink, color in zip(inks, INKS, strict=True):
            guess = [g * (1 - ink / 100 * (1 - channel / 255)) for g, channel in zip(guess, color, strict=True)]
        shown = [int(palette[role]["rgb"][at : at + 2], 16) for at in (1, 3, 5)]
        assert max(abs(a - b) for a, b in zip(guess, shown, strict=True)) < 70, (role, guess, shown)


@pytest.mark.parametrize("name", TABLE)
def test_a_palette_is_as_light_as_it_says(name: str) -> None:
    dark = ratio(TABLE[name]["paper"]["rgb"], "#ffffff") > 4.5
    assert ("dark" in TABLE[name]["tags"]) == dark
    assert ("light" in TABLE[name]["tags"]) != dark


@pytest.mark.parametrize("name", TABLE)
def test_the_fields_differ(name: str) -> None:
    """Paper, accent and middle stand side by side as three grounds."""
    fields = [TABLE[name][role]["rgb"] for role in ("paper", "accent", "middle")]
    for number, one in enumerate(fields):
        for other in fields[:number]:
            apart = sum(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) for at in (1, 3, 5))
            assert apart >= 60, (one, other)


def hue(text: str) -> str:
    """What most people would call a colour on a flag."""
    r, g, b = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    angle, saturation, value = colorsys.rgb_to_hsv(r, g, b)
    if value < 0.2:
        return "black"
    if saturation < 0.12:
        return "white" if value > 0.85 else "grey"
    if saturation < 0.45 or value < 0.45:
        return "other"  # pale and dark tones: no flag has them
    names = ((0.04, "red"), (0.11, "orange"), (0.18, "yellow"), (0.45, "green"), (0.72, "blue"), (0.86, "purple"))
    return next((name for limit, name in names if angle < limit), "red" if angle > 0.95 else "other")


FLAGS = (
    {"black", "red", "yellow"}, {"red", "white", "blue"}, {"orange", "white", "green"}, {"red", "white", "green"},
    {"green", "white", "black"}, {"blue", "yellow"}, {"red", "yellow"}, {"red", "yellow", "green"},
    {"red", "white", "black"}, {"blue", "white"}, {"purple", "yellow"}, {"red", "black", "green"},
    {"green", "yellow", "blue"}, {"green", "white"}, {"red", "white"}, {"black", "yellow", "white"},
)  # fmt: skip


def test_the_eye_of_the_next_test_knows_flags() -> None:
    assert {hue(c) for c in ("#000000", "#dd0000", "#ffce00")} == {"black", "red", "yellow"}
    assert {hue(c) for c in ("#ff9933", "#ffffff", "#138808")} == {"orange", "white", "green"}
    assert {hue(c) for c in ("#0057b7", "#ffd700")} == {"blue", "yellow"}


@pytest.mark.parametrize("name", TABLE)
def test_no_palette_reads_as_a_flag(name: str) -> None:
    palette = TABLE[name]
    seen = {hue(palette[role]["rgb"]) for role in ("paper", "middle", "accent")}
    assert seen not in FLAGS, seen


@pytest.mark.parametrize("layout", LayoutLibrary(world_of()).names())
def test_every_shipped_layout_takes_every_palette_of_its_kind(layout: str) -> None:
    inputs = Inputs(world_of())
    folder = inputs.layout(layout)
    accepts = set(folder.layout.accepts)
    taken = [name for name in TABLE if not accepts or accepts & set(TABLE[name]["tags"])]
    assert taken
    for name in taken:
        colors = inputs.coloring(folder, name).colors
        assert colors["paper"].hex == TABLE[name]["paper"]["rgb"]
        assert colors["ink"].cmyk == tuple(ink / 100 for ink in TABLE[name]["ink"]["cmyk"])
        for reference in (r for e in folder.layout.every_element for r in e.refers() if r.to == "color"):
            assert reference.name in colors


@pytest.mark.parametrize("layout", LayoutLibrary(world_of()).names())
def test_shipped_layouts_are_right_in_every_palette(layout: str) -> None:
    inputs = Inputs(world_of())
    found = list(check_layout(inputs.layout(layout), load_picture=load_picture, shared=inputs.palettes()))
    assert found == []


def test_the_layouts_own_go_first_and_keep_their_names() -> None:
    inputs = Inputs(world_of())
    big = inputs.layout("big")
    assert inputs.coloring(big).colors["paper"].hex == "#ffd400"
    assert inputs.coloring(big, "sea").own
    clash = World([Memory({"palettes.toml": one_palette("day")}, "memory"), *world_of().sources])
    assert Inputs(clash).coloring(big, "day").colors["paper"].hex == "#ffd400"
    assert Inputs(clash).palettes()["day"].colors["paper"].hex == "#eeeeee"


def one_palette(name: str, ink: str = "#111111", extra: str = "") -> bytes:
    keys = {"paper": "#eeeeee", "ink": ink, "accent": "#333333", "on-accent": "#ffffff", "middle": "#dddddd",
            "on-middle": "#111111", "deep": "#111111", "on-deep": "#ffffff", "glow": "#dddddd"}  # fmt: skip
    lines = [f'{role} = "{color}"' for role, color in keys.items()]
    return "\n".join([f"[palettes.{name}]", 'tags = ["light"]', *lines, extra]).encode()


def test_a_layout_without_palettes_takes_the_shared_ones() -> None:
    bare, shared = loaded(BARE), shared_palettes(world_of())
    assert choose(bare.layout, "", shared, name="bare").name == next(iter(TABLE))
    assert choose(bare.layout, "lantern", shared, name="bare").colors["paper"].hex == "#101830"
    wanted = loaded(BARE.replace('"Bare"', '"Bare"\npalette = "riso"'))
    assert choose(wanted.layout, "", shared, name="bare").name == "riso"
    with pytest.raises(InputError) as caught:
        choose(bare.layout, "", {}, name="bare")
    assert caught.value.code == "palette-none"


def test_a_layout_may_take_some_alone() -> None:
    shared = shared_palettes(world_of())
    dark = loaded(BARE.replace('"Bare"', '"Bare"\naccepts = ["dark"]'))
    assert choose(dark.layout, "", shared, name="bare").name == "lantern"
    with pytest.raises(InputError) as caught:
        choose(dark.layout, "newsprint", shared, name="bare")
    assert caught.value.code == "palette-not-accepted"
    assert "dark" in caught.value.problem
    found = list(check_layout(loaded(BARE.replace('"Bare"', '"Bare"\naccepts = ["drak"]')), load_picture=load_picture,
                              shared=shared))  # fmt: skip
    assert [d.code for d in found] == ["palette-none", "palette-accepts"]
    assert "“dark”" in str(found[1])
    assert found[1].place.line == 2


def test_colours_of_its_own_keep_a_layout_from_shared_palettes() -> None:
    shared = shared_palettes(world_of())
    own = HEAD + 'blood = "#900"\n' + GROUND + SLOGAN + element("shape", "x", fill="blood")
    layout = loaded(own)
    assert own_names(layout.layout) == ("blood",)
    for asked in ("riso", "#fff,#000"):
        with pytest.raises(InputError) as caught:
            choose(layout.layout, asked, shared, name="mine")
        assert caught.value.code == "palette-own-colors"
        assert "blood" in caught.value.problem
    mended = loaded(own.replace("[[element]]", '[colors]\nblood = "accent"\n\n[[element]]', 1))
    assert choose(mended.layout, "riso", shared, name="mine").colors["blood"].hex == "#d91d67"
    with pytest.raises(PlacardsError) as caught2:
        loaded(own.replace("[[element]]", '[colors]\nblood = "acent"\n\n[[element]]', 1))
    assert "“accent”" in str(caught2.value)


def test_a_misspelt_name_is_told_the_nearest() -> None:
    inputs = Inputs(world_of())
    with pytest.raises(UnknownNameError, match="“lantern”"):
        inputs.coloring(inputs.layout("big"), "lanten")
    found = list(check_layout(loaded(BARE.replace('"Bare"', '"Bare"\npalette = "rizo"')), load_picture=load_picture,
                              shared=inputs.palettes()))  # fmt: skip
    assert [(d.code, d.place.line) for d in found] == [("palette-unknown", 2)]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        (one_palette("mine", ink="#777777"), 4, "contrast of 3.86"),
        (one_palette("mine", ink="#7777"), 4, "“#7777” is not a colour"),
        (one_palette("mine").replace(b'"#333333"', b'{ rgb = "#333333", cmyk = [90, 90, 90, 90] }'), 5, "360 %"),
        (one_palette("mine").replace(b"glow =", b"glwo ="), 11, "“glow”"),
        (b"[palettes]\n", 1, "palettes"),
    ],
)
def test_mistakes_in_palettes_of_ones_own(text: bytes, line: int, part: str) -> None:
    with pytest.raises(PlacardsError) as caught:
        shared_palettes(World([Memory({"palettes.toml": text}, "memory")]))
    assert part in str(caught.value)
    assert caught.value.place.line == line


def test_check_looks_at_every_palette_that_a_layout_takes() -> None:
    """Small letters in the accent are too faint in some shared palette, and the worst is named."""
    small = loaded(BARE + '\n[[element]]\nid = "o"\ntype = "text"\nshow = "organiser"\nfill = "accent"\nrole = "text"\n'
                   'inside = "safe"\nbottom = "0"\nheight = "5%"\nmax_size = "14pt"\n')  # fmt: skip
    found = [d for d in check_layout(small, load_picture=load_picture, shared=shared_palettes(world_of()))
             if d.code.startswith("contrast")]  # fmt: skip
    worst = min(TABLE, key=lambda name: ratio(TABLE[name]["accent"]["rgb"], TABLE[name]["paper"]["rgb"]))
    assert [d.code for d in found] == ["contrast-low"]
    assert dict(found[0].parameters)["palette"] == worst
