"""Colours that a person gives: whatever they are, the nine roles hold, and what could not be kept is said."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from placards.problems.errors import InputError, UnknownNameError
from placards.template.derive import ROLES as NAMES
from placards.template.derive import Derived, derive, is_given, parse_given
from placards.values.color import parse_hex
from placards.values.oklch import from_oklch, mixed, to_oklch

from .witness import PROMISES, ROLES, ratio

hexes = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def made(text: str) -> tuple[dict[str, str], Derived]:
    derived = derive(parse_given(text))
    return {role: color.hex for role, color in derived.colors.items()}, derived


def assert_holds(colors: dict[str, str]) -> None:
    assert {*colors} == ROLES
    for letters, ground, least in PROMISES:
        assert ratio(colors[letters], colors[ground]) >= least, (letters, ground)


@given(st.lists(hexes, min_size=1, max_size=4))
@example(["#777777", "#888888"])
@example(["#777777"])
@example(["#767676", "#777777", "#787878", "#797979"])
@example(["#ff0000", "#00ff00", "#0000ff", "#ffff00"])
def test_any_colours_make_a_palette_that_holds(listed: list[str]) -> None:
    colors, derived = made(",".join(listed))
    assert_holds(colors)
    assert colors["paper"] == listed[0]
    said = {dict(note.parameters)["color"] for note in derived.notes}
    unused = {dict(note.parameters)["color"] for note in derived.notes if note.code == "palette-color-unused"}
    assert {*listed} <= {*colors.values()} | unused, "each appears as it is, or it is said"
    if len(dict.fromkeys(listed)) > 1 and colors["ink"] != list(dict.fromkeys(listed))[1]:
        assert list(dict.fromkeys(listed))[1] in said, "the second colour is not what letters are, and that is said"


@given(st.dictionaries(st.sampled_from(NAMES), hexes, min_size=1, max_size=9))
def test_any_colours_by_role_make_a_palette_that_holds(by_role: dict[str, str]) -> None:
    colors, derived = made(",".join(f"{role}={color}" for role, color in by_role.items()))
    assert_holds(colors)
    moved = {dict(note.parameters)["role"] for note in derived.notes if note.code == "palette-color-faint"}
    for role, color in by_role.items():
        assert (colors[role] == color) != (role in moved), role


def test_colours_that_hold_stay_as_they_are() -> None:
    colors, derived = made("#d81e05,#fff")
    assert derived.notes == ()
    assert (colors["paper"], colors["ink"], colors["on-accent"]) == ("#d81e05", "#ffffff", "#d81e05")
    colors, derived = made("#fff, #14213d, #d81e05, #fca311")
    assert derived.notes == ()
    assert [colors[role] for role in ("paper", "ink", "accent", "middle")] == [
        "#ffffff",
        "#14213d",
        "#d81e05",
        "#fca311",
    ]


def test_letters_that_nobody_could_read_are_changed_and_said() -> None:
    colors, derived = made("#777,#888")
    (note,) = derived.notes
    assert note.code == "palette-color-faint"
    assert "#888888" in str(note)
    assert "1.3" in str(note)
    assert colors["ink"] in str(note)
    assert colors["middle"] == "#888888", "it is a field instead"


def test_the_change_is_as_small_as_it_can_be() -> None:
    colors, _ = made("paper=#ffffff,ink=#8a8a8a")
    assert 4.5 <= ratio(colors["ink"], "#ffffff") < 4.7


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("#12", InputError, "“#12” is not a colour"),
        ("#d81e05;#fff", InputError, "is no one colour"),
        ("#d81e05,", InputError, "not a colour"),
        ("#1,#2,#3,#4,#5".replace("#", "#00000"), InputError, "4 colours at most"),
        ("papr=#fff", UnknownNameError, "“paper”"),
        ("paper=#fff,paper=#000", InputError, "two colours"),
        ("=#fff", UnknownNameError, "no role"),
    ],
)
def test_what_is_no_palette(text: str, kind: type[InputError], part: str) -> None:
    assert is_given(text)
    with pytest.raises(kind) as caught:
        parse_given(text)
    assert part in str(caught.value)


def test_names_are_no_colours() -> None:
    assert not is_given("lantern")
    assert not is_given("")


@given(hexes)
def test_a_colour_comes_back(text: str) -> None:
    """The way to lightness, chroma and hue and back ends where it began."""
    back = from_oklch(to_oklch(parse_hex(text))).hex
    assert all(abs(int(text[at : at + 2], 16) - int(back[at : at + 2], 16)) <= 1 for at in (1, 3, 5))


def test_lightness_is_that_of_oklab() -> None:
    """Values that its author and the CSS specification publish."""
    for text, lightness, chroma, degrees in (("#ff0000", 0.628, 0.258, 29.23), ("#0000ff", 0.452, 0.313, 264.05)):
        look = to_oklch(parse_hex(text))
        assert look.lightness == pytest.approx(lightness, abs=0.001)
        assert look.chroma == pytest.approx(chroma, abs=0.001)
        assert look.hue % 6.283185307 == pytest.approx(degrees / 57.29577951, abs=0.002)
    assert mixed(parse_hex("#000"), parse_hex("#fff"), 0.5).hex == "#636363"
