"""Vector art on a sheet: inks of the palette, right-to-left sheets, a piece of the job's choice, files of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from placards.art.svg_bounds import bounds_of
from placards.layout.content import Content, OwnText, SlotText
from placards.problems.errors import InputError, UnknownNameError
from placards.scene.items import Group
from placards.template.check import check_layout
from placards.values.color import parse_hex
from placards.values.geometry import Rect

from ..compose.support import (
    GROUND,
    HEAD,
    SLOGAN,
    artwork,
    codes,
    composed,
    content,
    element,
    load_picture,
    loaded,
    paths,
)

ENGLISH, ARABIC = content(("en", "Peace")), content(("ar", "سلام"))
INK, RED = parse_hex("#101010"), parse_hex("#d81e05")
FILE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="currentColor" d="M0 0H10V10H0Z"/>' \
    b'<path fill="#ff0000" d="M15 0H20V10Z"/></svg>'  # fmt: skip


def art(extra: str = "", **keys: object) -> str:
    return HEAD + 'accent = "#d81e05"\n' + GROUND + element("art", "symbol", **keys) + extra + SLOGAN


def group(layout: str, job: Content = ENGLISH, files: Mapping[str, bytes] | None = None) -> Group:
    made = composed(layout, job, art=files)
    (found,) = [item for item in made.scenes[0].items if isinstance(item, Group)]
    return found


def box(one: Group) -> Rect:
    found = bounds_of((one,))
    assert found is not None
    return found


def test_a_piece_is_painted_in_the_palettes_inks() -> None:
    made = composed(art(art="remembrance/candle", fills=["ink", "accent"], height="40%"), ENGLISH)
    assert {item.paint for item in paths(made)} >= {INK, RED}
    assert codes(made) == []


def test_it_fills_its_box_and_stands_where_it_is_aligned() -> None:
    keys = {"art": "remembrance/candle", "start": "10%", "width": "80%", "top": "0", "height": "20%"}
    width, height = 595.28, 841.89
    middle, start, end = (box(group(art(**keys, align=align))) for align in ("center", "start", "end"))
    assert middle.height == pytest.approx(0.2 * height, abs=0.1)
    assert middle.x + middle.width / 2 == pytest.approx(width / 2, abs=0.1)
    assert start.x == pytest.approx(0.1 * width, abs=0.1)
    assert end.right == pytest.approx(0.9 * width, abs=0.1)
    mirrored = box(group(art(**keys, align="start"), ARABIC))
    assert mirrored.right == pytest.approx(0.9 * width, abs=0.1)


def flipped(name: str, job: Content, **keys: object) -> bool:
    drawn = group(art(art=name, height="30%", **keys), job)
    return drawn.transform.a < 0


def test_what_points_along_the_reading_turns_round_and_a_clock_does_not() -> None:
    assert not flipped("voice/megaphone", ENGLISH)
    assert flipped("voice/megaphone", ARABIC)
    assert not flipped("work/clock", ARABIC)
    assert not flipped("voice/megaphone", ARABIC, mirror_art=False)
    assert flipped("solidarity/heart", ARABIC, mirror_art=True)


def test_the_job_may_choose_and_what_is_not_shown_is_said() -> None:
    wanted = replace(ENGLISH, art="peace/dove")
    free = composed(art(art="solidarity/heart", choose=True), wanted)
    assert (free.art, codes(free)) == (("peace/dove",), [])
    assert composed(art(art="solidarity/heart", choose=True), ENGLISH).art == ("solidarity/heart",)
    fixed = composed(art(art="solidarity/heart"), wanted)
    assert (fixed.art, codes(fixed)) == (("solidarity/heart",), [("art-not-shown", "warning")])
    offered = composed(art(art="solidarity/heart"), replace(wanted, offered=("art",)))
    assert codes(offered) == []


def test_art_in_the_room_that_others_leave_is_left_out_where_they_leave_none_and_that_is_said() -> None:
    slogan = element("text", "top", show="slogan", valign="bottom")
    symbol = element("art", "symbol", art="peace/dove", choose=True, below="top", bottom="5%")
    made = composed(HEAD + GROUND + slogan + symbol, replace(content(("en", "Peace " * 30)), art="peace/dove-olive"))
    assert made.art == ()
    assert codes(made) == [("art-not-shown", "warning")]


@pytest.mark.parametrize(("least", "shown"), [("10%", True), ("99%", False)])
def test_art_of_the_room_that_others_leave_is_left_out_where_it_would_be_a_speck(least: str, shown: bool) -> None:
    slogan = element("text", "top", show="slogan", valign="top", max_size="40pt")
    symbol = element("art", "symbol", art="peace/dove", below="top", least=least)
    made = composed(HEAD + GROUND + slogan + symbol, ENGLISH)
    assert bool(made.art) is shown


def test_the_theme_of_the_slogan_chooses_where_the_layout_lets_it() -> None:
    assert composed(art(art="auto"), ENGLISH).art == ("voice/megaphone",)
    assert composed(art(art="auto"), replace(ENGLISH, themes=("short", "water"))).art == ("climate/drop",)


def test_what_it_shows_is_said_in_the_sheets_language() -> None:
    assert group(art(art="peace/dove")).alt == "A dove"
    own = OwnText("art/peace/dove", "A dove", "ar", SlotText("حمامة", "ar"))
    assert group(art(art="peace/dove"), replace(ARABIC, own=(own,))).alt == "حمامة"
    assert group(art(art="peace/dove"), ARABIC).alt == "A dove"
    assert group(art(art="peace/dove", alt="Hope")).alt == "Hope"
    assert group(art(art="peace/dove", alt="")).alt == ""


def test_a_file_keeps_its_colors_but_for_those_that_are_changed() -> None:
    plain = composed(art(file="x.svg", fills=["accent"]), ENGLISH, art={"x.svg": FILE})
    assert [item.paint for item in paths(plain)][1:] == [RED, parse_hex("#ff0000")]
    changed = art(file="x.svg").replace(
        'type = "art"', 'type = "art"\nrecolor = { "#f00" = "accent", currentColor = "ink" }'
    )
    assert [item.paint for item in paths(composed(changed, ENGLISH, art={"x.svg": FILE}))][1:] == [INK, RED]


def test_a_file_mirrors_only_where_it_is_let() -> None:
    assert group(art(file="x.svg", height="20%"), ARABIC, {"x.svg": FILE}).transform.a > 0
    assert group(art(file="x.svg", height="20%", mirror_art=True), ARABIC, {"x.svg": FILE}).transform.a < 0


def test_what_covers_its_box_covers_the_bleed() -> None:
    drawn = group(art(art="climate/leaf", fit="cover"))
    assert drawn.clip is not None
    assert drawn.clip.bounds() == pytest.approx(Rect(-8.5, -8.5, 612.3, 858.9), abs=0.1)


def test_an_image_may_be_vectors() -> None:
    layout = HEAD + GROUND + element("image", "pic", file="x.svg", alt="A sign", height="20%") + SLOGAN
    drawn = group(layout, ENGLISH, {"x.svg": FILE})
    assert drawn.alt == "A sign"
    assert list(check_layout(loaded(layout, {"x.svg": FILE}), load_picture=load_picture, artwork=artwork())) == []


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({}, "art-or-file"),
        ({"art": "peace/dove", "file": "x.svg"}, "art-or-file"),
        ({"file": "x.svg", "choose": True}, "art-choose-file"),
        ({"art": "peace/dove", "fills": []}, "value-list-short"),
        ({"art": "peace/dove", "fills": ["nope"]}, "color-not-in-palettes"),
        ({"file": "../x.svg"}, "art-outside"),
        ({"file": "none.svg"}, "art-missing"),
    ],
)
def test_contradictions_are_named(keys: dict[str, object], code: str) -> None:
    with pytest.raises(InputError) as caught:
        loaded(art(**keys), {"x.svg": FILE})
    assert code in [found.code for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('art = "peace/dove"\nrecolor = { "#fff" = "ink" }', "art-recolor-piece"),
        ('file = "x.svg"\nrecolor = { "red" = "ink" }', "color-unknown"),
        ('file = "x.svg"\nrecolor = { "#fff" = "nope" }', "color-not-in-palettes"),
    ],
)
def test_wrong_tables_of_colors_are_named(line: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        loaded(HEAD + GROUND + f'[[element]]\nid = "a"\ntype = "art"\n{line}\n' + SLOGAN, {"x.svg": FILE})
    assert code in [found.code for found in caught.value.diagnostics]


def checked(layout: str, files: Mapping[str, bytes] | None = None) -> list[str]:
    found = check_layout(loaded(layout, files), load_picture=load_picture, artwork=artwork())
    return [f"{one.code} {one}" for one in found]


def test_check_names_art_that_there_is_none_of_with_the_nearest_and_its_line() -> None:
    (said,) = checked(art(art="peace/dov", height="20%"))
    assert said.startswith("art-unknown")
    assert "“peace/dove”" in said
    assert ":9:" in said or "line 9" in said or "layout.toml:1" in said


def test_check_names_files_that_cannot_be_drawn_and_ink_that_does_not_show() -> None:
    text = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>x</text></svg>'
    assert [said.split()[0] for said in checked(art(file="x.svg", height="20%"), {"x.svg": text})] == ["svg-text"]
    (faint,) = checked(art(art="peace/dove", fills=["paper"], height="20%"))
    assert faint.startswith("art-faint")


def test_a_piece_that_is_not_there_stops_the_job() -> None:
    with pytest.raises(UnknownNameError):
        composed(art(art="peace/dov"), ENGLISH)
