"""Pieces of art by name: what is shipped is whole and credited, and people's own stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from placards.art.credits import credit_line, credits_of
from placards.art.drawing import CURRENT
from placards.art.library import ArtLibrary, near_art
from placards.art.normal import read_normal
from placards.art.path_data import parse_path
from placards.art.piece import About, Piece
from placards.art.svg_bounds import bounds_of
from placards.art.tables import themes
from placards.files.shipped import shipped_source, templates_folder
from placards.files.world import Folder, Memory, World
from placards.problems.errors import InputError, UnknownNameError
from placards.values.color import BLACK, WHITE, parse_hex

from ..compose.support import artwork, load_picture
from .support import paths, read, svg

AMBER, NAVY = parse_hex("#e9a23b"), parse_hex("#14213d")
NAMES = artwork().names()
NORMAL = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">\n'
    '<path data-tone="1" fill="#111" d="M0 0L100 0Q100 100 0 100Z"/>\n</svg>\n'
)


def library(**files: str | bytes) -> ArtLibrary:
    """The shipped art with files of one's own; ``theme__name`` is art/theme/name.svg, the tables go by their names."""
    own = {}
    for key, data in files.items():
        name = {"about": "art/art.toml", "themes": "art/themes.toml"}.get(key, f"art/{key.replace('__', '/')}.svg")
        own[name] = data.encode() if isinstance(data, str) else data
    return ArtLibrary(World([Memory(own), shipped_source()]), load_picture)


def test_seventy_five_pieces_are_shipped() -> None:
    assert len(NAMES) == 75


@pytest.mark.parametrize("name", NAMES)
def test_each_shipped_piece_is_in_the_normal_form_credited_and_whole(name: str) -> None:
    piece = artwork().piece(name)
    about = piece.about
    assert piece.tones
    assert about.author
    assert about.licence
    assert about.licence.startswith(("CC", "MIT"))
    assert (len(piece.tones) == 2) == (about.tone2 != "")
    assert about.alt or name == "voice/arrow"
    drawing = piece.drawing([BLACK, AMBER])
    box = bounds_of(drawing.items)
    assert box is not None
    assert (box.x, box.y) == pytest.approx((0, 0), abs=1e-6)
    assert box.size == pytest.approx(drawing.size)
    assert max(drawing.size) == pytest.approx(960, abs=2)
    assert {path.paint for path in paths(drawing)} == ({BLACK, AMBER} if about.tone2 else {BLACK})


@pytest.mark.parametrize("name", NAMES)
def test_the_fast_reader_sees_what_usvg_sees(name: str) -> None:
    data = (templates_folder() / "art" / f"{name}.svg").read_bytes()
    tones = read_normal(data)
    assert tones is not None
    drawn = paths(read(data))
    assert len(drawn) == len(tones)
    for path, tone in zip(drawn, tones, strict=True):
        assert bounds_of((path,)) == pytest.approx(bounds_of((type(path)(tone.path, BLACK),)), abs=0.01)


def test_hands_clocks_balances_and_maps_never_mirror() -> None:
    still = ["solidarity/handshake", "work/clock", "rights/scales", "climate/globe-americas", "solidarity/fist"]
    assert not any(artwork().about(name).mirror for name in still)
    assert all(artwork().about(name).mirror for name in ("voice/megaphone", "peace/dove", "voice/arrow"))


def test_what_lies_under_is_left_out_where_it_would_not_show_and_a_part_takes_the_first_ink() -> None:
    globe, candle = artwork().piece("climate/globe-americas"), artwork().piece("remembrance/candle")
    assert len(paths(globe.drawing([BLACK]))) == 1
    assert len(paths(globe.drawing([BLACK, parse_hex("#101010")]))) == 1
    assert len(paths(globe.drawing([BLACK, AMBER]))) == 2
    assert [path.paint for path in paths(candle.drawing([BLACK]))] == [BLACK, BLACK]


def test_faces_have_the_darker_ink_for_their_lines() -> None:
    face = artwork().piece("community/person-elder")
    for fills in ([NAVY, AMBER], [AMBER, NAVY]):
        by_tone = {tone.number: path.paint for tone, path in zip(face.tones, paths(face.drawing(fills)), strict=True)}
        assert by_tone == {1: NAVY, 2: AMBER}


def test_a_quadratic_curve_is_the_same_cubic_one() -> None:
    (tone,) = read_normal(NORMAL.encode()) or ()
    (curve,) = [segment for segment in tone.path.segments if segment[0] == "C"]
    assert curve[1:] == pytest.approx((100, 200 / 3, 200 / 3, 100, 0, 100))


@pytest.mark.parametrize("data", ["M0", "L0 0 1", "M0 0A1 1", "M0 0X", "0 0", "M0 0C1 1", "M1e999 0", "M0 0Z1 1"])
def test_broken_path_data_is_an_error(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_path(data)


@pytest.mark.parametrize(
    "text",
    [
        NORMAL.replace("data-tone", "class"),
        NORMAL.replace("</svg>", "<script/></svg>"),
        NORMAL.replace('fill="#111"', 'fill="url(#x)"'),
        NORMAL.replace('data-tone="1"', 'data-tone="2"'),
        NORMAL.replace("Q100", "A100"),
        "",
    ],
)
def test_anything_else_is_not_the_normal_form(text: str) -> None:
    assert read_normal(text.encode()) is None


def test_a_name_that_there_is_none_of_is_told_with_the_nearest() -> None:
    for name, expected in (("peace/dov", "peace/dove"), ("dove", "peace/dove"), ("clock", "work/clock")):
        with pytest.raises(UnknownNameError) as caught:
            artwork().piece(name)
        assert f"“{expected}”" in caught.value.remedy
    assert near_art("xyzzy", NAMES) is not None


@pytest.mark.parametrize(
    "name", ["../fonts", "/etc/passwd", "a\\b", "", ".", "peace/../peace/dove", "a\0", "\ud800", "x" * 5000]
)
def test_a_name_that_leaves_the_folder_is_no_piece(name: str) -> None:
    with pytest.raises(UnknownNameError):
        artwork().piece(name)


def test_art_of_ones_own_stands_in_front_of_what_is_shipped() -> None:
    own = library(peace__dove=NORMAL, about='["peace/dove"]\nalt = "Ours"\nauthor = "Me"\nlicence = "CC0"\n')
    piece = own.piece("peace/dove")
    assert (piece.about.alt, piece.about.author) == ("Ours", "Me")
    assert len(paths(piece.drawing([BLACK]))[0].path.segments) == 4
    assert own.about("peace/dove-olive").author == "Delapouite"


def test_art_of_ones_own_in_few_colors_takes_the_sheets_inks_and_in_many_keeps_its_own() -> None:
    two = '<path fill="#fff" d="M0 0H9V9Z"/><path fill="#333" d="M0 0H9V9Z"/>'
    own = library(x__two=svg(two), x__three=svg(two + '<path fill="red" d="M0 0H9V9Z"/>'))
    assert [p.paint for p in paths(own.piece("x/two").drawing([NAVY, AMBER]))] == [AMBER, NAVY]
    assert own.piece("x/two").drawing([NAVY]).colors == (WHITE, parse_hex("#333333"))
    assert len(own.piece("x/three").drawing([NAVY, AMBER]).colors) == 3


def test_current_color_takes_the_first_ink() -> None:
    piece = Piece("x", About(), drawn=read(svg('<path fill="currentColor" d="M0 0H9V9Z"/>')))
    assert piece.drawn is not None
    assert piece.drawn.colors == (CURRENT,)
    assert piece.drawing([AMBER]).colors == (AMBER,)


@pytest.mark.parametrize(
    ("table", "part"),
    [('["x"]\nalts = "A"\n', "alts"), ('["x"]\nmirror = 3\n', "mirror"), ("x = 1\n", "x"), ('["x"]\ntone2="up"\n', "tone2")],
)  # fmt: skip
def test_a_mistake_in_a_table_is_named_with_its_line(table: str, part: str) -> None:
    with pytest.raises(InputError) as caught:
        library(about=table).about("x")
    assert part in str(caught.value)
    assert "art.toml" in str(caught.value)


def test_themes_name_pieces_that_there_are_and_choose_the_same_each_time() -> None:
    known = themes(World([shipped_source()]))
    assert all(artwork().has(name) for _, pieces in known.tags for name in pieces)
    assert artwork().has(known.default)
    chosen = [artwork().suiting(("short", "climate"), f"climate/{number}") for number in range(40)]
    assert chosen == [artwork().suiting(("climate", "short"), f"climate/{number}") for number in range(40)]
    assert set(chosen) == set(dict(known.tags)["climate"])
    assert artwork().suiting((), "x") == artwork().suiting(("nobody",), "y") == "voice/megaphone"


def test_themes_of_ones_own_go_before_and_what_is_not_there_is_passed_over() -> None:
    own = library(themes='default = "peace/dove"\n[tags]\nclimate = ["x/none", "peace/dove"]\n')
    assert own.suiting(("climate",), "a") == "peace/dove"
    assert own.suiting((), "a") == "peace/dove"
    assert own.suiting(("water",), "a") == "climate/drop"


def test_credits_say_who_under_which_licence_and_that_it_was_changed() -> None:
    found = credits_of(["peace/dove-olive", "community/people-ring", "peace/dove-olive"], artwork())
    assert [credit.name for credit in found] == ["peace/dove-olive", "community/people-ring"]
    assert "by Delapouite, CC BY 3.0, https://creativecommons.org/licenses/by/3.0/, changed" in str(found[0])
    assert not found[1].changed
    assert credit_line(found) == "Delapouite (CC BY 3.0, changed)"
    assert credit_line(()) == ""


def test_the_licences_that_want_their_notice_have_it() -> None:
    notices = (templates_folder() / "art" / "LICENCES.txt").read_text("utf-8")
    for name in NAMES:
        about = artwork().about(name)
        if about.licence == "MIT":
            assert about.author in notices
            assert "Permission is hereby granted" in notices


def test_a_piece_that_was_edited_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    file = tmp_path / "art" / "mine.svg"
    own = ArtLibrary(World([Folder(tmp_path), shipped_source()]), load_picture)
    assert not own.has("mine")
    file.write_text(NORMAL, "utf-8")
    assert own.has("mine")
    assert own.piece("mine") is own.piece("mine")
    before = own.piece("mine")
    file.write_text(NORMAL.replace("L100 0", "L200 0 100 0"), "utf-8")
    assert own.piece("mine") != before
    (tmp_path / "art" / "art.toml").write_text('["mine"]\nalt = "Mine"\n', "utf-8")
    assert own.piece("mine").about.alt == "Mine"
