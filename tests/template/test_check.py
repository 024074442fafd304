"""``placards check`` of a layout (defects.md 33): what `read_layout` lets through and a designer should mend."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping

import pytest

from placards.files.shipped import world_of
from placards.files.world import Memory, World
from placards.problems.diagnostic import Diagnostic
from placards.template.check import check_layout
from placards.template.folder import read_layout
from placards.template.library import LayoutLibrary

from ..compose.support import GROUND, HEAD, SLOGAN, element, load_picture, loaded, png

ROLES = ("display", "text", "grotesk", "Noto Sans")


def found(text: str, art: Mapping[str, bytes] | None = None, roles: tuple[str, ...] = ROLES) -> list[Diagnostic]:
    return list(check_layout(loaded(text, art), load_picture=load_picture, roles=roles))


def sized(*sizes: str) -> str:
    return HEAD.replace('name = "Mine"', f'name = "Mine"\nsizes = [{", ".join(f"{s!r}" for s in sizes)}]')


@pytest.mark.parametrize("name", LayoutLibrary(world_of()).names())
def test_the_shipped_layouts_have_nothing_to_mend(name: str) -> None:
    layout = LayoutLibrary(world_of()).layout(name)
    assert (
        list(check_layout(layout, load_picture=load_picture, roles=(*ROLES, "poster", "hand", "stencil", "condensed")))
        == []
    )


def broken_pictures() -> dict[str, bytes]:
    whole = png(200, 200)
    gif = io.BytesIO()
    from PIL import Image

    Image.new("P", (9, 9)).save(gif, "GIF")
    header = whole[:16] + (60_000).to_bytes(4, "big") * 2 + whole[24:29]
    bomb = header + zlib.crc32(header[12:29]).to_bytes(4, "big") + whole[33:]
    return {
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "gif": gif.getvalue(),
        "pdf": b"%PDF-1.7\n",
        "garbage": b"\x00\x01garbage" * 20,
        "truncated": whole[: len(whole) // 2],
        "bomb": bomb,
        "empty": b"",
    }


@pytest.mark.parametrize("kind", broken_pictures())
def test_pictures_that_cannot_be_used(kind: str) -> None:
    text = HEAD + GROUND + element("image", "logo", file="p.png") + SLOGAN
    (error,) = found(text, {"p.png": broken_pictures()[kind]})
    assert error.severity == "error"
    assert "p.png" in str(error)


def test_a_coarse_photograph_is_named_with_its_pixels_an_inch() -> None:
    photo = element("image", "photo", file="p.png", fit="cover") + SLOGAN
    (warning,) = found(sized("a5", "a3") + photo, {"p.png": png(600, 850)})
    assert (warning.code, warning.severity) == ("picture-coarse", "warning")
    assert "only 51 pixels an inch on a3" in str(warning)
    assert str(warning.place).endswith("layout.toml:9:1: element[0].file")
    assert found(sized("a5", "a4") + photo, {"p.png": png(900, 1200)}) == []
    assert found(sized("banner-300x100cm") + photo, {"p.png": png(5000, 1700)}) == [], "read from afar"
    assert [d.code for d in found(sized("banner-300x100cm") + photo, {"p.png": png(900, 300)})] == ["picture-coarse"]
    assert found(sized("story") + photo, {"p.png": png(100, 200)}) == [], "a screen has its own measure"


def test_sizes_that_do_not_exist() -> None:
    (error,) = found(sized("a3", "sqare") + GROUND + SLOGAN)
    assert "“sqare” is not a size. Did you mean “square”" in str(error)
    assert error.place.key == "sizes[1]"
    (error,) = found(sized("1x1mm") + GROUND + SLOGAN)
    assert "not a usable size" in str(error)


def test_roles_that_do_not_exist() -> None:
    text = HEAD + GROUND + SLOGAN + 'role = "Comic Sans"\n'
    (error,) = found(text)
    assert (error.code, error.severity) == ("role-unknown", "error")
    assert "“Comic Sans”" in str(error)
    assert str(error.place).endswith("layout.toml:14:1: element[1].role")
    assert found(text, roles=()) == [], "nobody knows the roles"
    assert found(text.replace("Comic Sans", "Noto Sans")) == []
    assert "Did you mean “display”" in str(found(text.replace("Comic Sans", "displya"))[0])


@pytest.mark.parametrize(
    ("ink", "show", "expected"),
    [
        ("#fdfdfd", "slogan", ("contrast-too-low", "error")),
        ("#969696", "slogan", ("contrast-too-low", "error")),
        ("#949494", "slogan", None),
        ("#949494", "organiser", ("contrast-low", "warning")),
        ("#fdfdfd", "organiser", ("contrast-too-low", "error")),
        ("#767676", "organiser", None),
    ],
)
def test_letters_that_do_not_stand_out(ink: str, show: str, expected: tuple[str, str] | None) -> None:
    text = HEAD.replace("#101010", ink) + GROUND + SLOGAN.replace('show = "slogan"', f'show = "{show}"')
    assert [(d.code, d.severity) for d in found(text)] == ([expected] if expected else [])


def test_contrast_is_that_of_the_worst_palette_over_the_uppermost_ground() -> None:
    night = '[palettes.night]\npaper = "#000000"\nink = "#222222"\n'
    (error,) = found(HEAD + night + GROUND + SLOGAN)
    assert "“ink” on “paper” has a contrast of 1.3 in the palette “night”" in str(error)
    plate = element("shape", "plate", fill="ink", height="50%")
    assert found(HEAD + GROUND + plate + SLOGAN) == [], "the plate lies under a part of the slogan only"
    (error,) = found(HEAD + GROUND + plate.replace('height = "50%"\n', "") + SLOGAN)
    assert "“ink” on “ink” has a contrast of 1.0" in str(error)
    picture = element("image", "photo", file="p.png", fit="cover")
    white = HEAD.replace("#101010", "#ffffff")
    assert found(white + GROUND + picture + SLOGAN, {"p.png": png(2000, 2800)}) == [], "nobody knows what is on a photo"
    (error,) = found(white + SLOGAN)
    assert "“ink” on “#ffffff”" in str(error), "paper is white"
    code = element("qr", "code", fill="ink", paper="paper")
    assert [d.code for d in found(white + code + SLOGAN)] == ["contrast-too-low"]


def test_letters_on_a_highlight_stand_on_it() -> None:
    white = HEAD.replace("#101010", "#ffffff")
    bar = 'highlight = { fill = "%s" }\n'
    assert [d.code for d in found(white + GROUND + SLOGAN)] == ["contrast-too-low"]
    dark = white.replace("[palettes.day]", '[palettes.day]\nbar = "#101010"')
    assert dark != white
    assert found(dark + GROUND + SLOGAN.rstrip() + "\n" + bar % "bar") == []
    idle, error = found(dark + GROUND + SLOGAN.rstrip() + "\n" + bar % "ink")
    assert idle.code == "color-idle"
    assert "“ink” on “ink” has a contrast of 1.0" in str(error)


@pytest.mark.parametrize(
    ("show", "more", "keys"),
    [
        ("slogan", 'emphasis = { fill = "pale" }', ["emphasis.fill"]),
        ("slogan", 'emphasis = { fill = "middling" }', []),
        ("organiser", 'emphasis = { fill = "middling" }', ["emphasis.fill"]),
        ("slogan", 'emphasis = { fill = "pale", box = "ink" }', []),
        ("slogan", 'emphasis = { fill = "ink", box = "ink" }', ["emphasis.fill"]),
        ("slogan", 'emphasis = { box = "ink" }', ["emphasis.box"]),
        ("slogan", 'emphasis = { box = "pale" }', []),
        ("slogan", 'emphasis = { weight = 900, underline = "pale" }', []),
        ("slogan", 'highlight = { fill = "paper" }\nemphasis = { fill = "pale" }', ["emphasis.fill"]),
        ("slogan", 'seam = { fill = "ink" }\nemphasis = { fill = "pale" }', ["emphasis.fill"]),
        ("slogan", 'hero = "pale"', ["hero"]),
        ("slogan", 'hero = "middling"', []),
        ("organiser", 'hero = "middling"', ["hero"]),
        ("slogan", 'hero = "ink"\nemphasis = { fill = "ink" }', []),
    ],
)
def test_words_in_colours_of_their_own_must_stand_out_too(show: str, more: str, keys: list[str]) -> None:
    head = HEAD + 'pale = "#eeeeee"\nmiddling = "#888888"\n'
    text = head + GROUND + SLOGAN.replace('show = "slogan"', f'show = "{show}"').rstrip() + "\n" + more + "\n"
    judged = [d for d in found(text) if d.code.startswith("contrast")]
    assert [d.place.key for d in judged if d.place] == [f"element[1].{key}" for key in keys]


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ('emphasis = { fill = "pale" }', ["emphasis.fill"]),
        ('grounds = ["paper"]\nemphasis = { fill = "pale" }', ["emphasis.fill"]),
        ('grounds = ["paper"]\nemphasis = { fill = "ink" }', []),
        ('grounds = ["paper"]\nemphasis = { fill = "pale", box = "ink" }', []),
        ('grounds = ["paper"]\nemphasis = { box = "ink" }', ["emphasis.box"]),
    ],
)
def test_marked_words_of_several_voices(more: str, keys: list[str]) -> None:
    head = HEAD.replace("languages = 1", "languages = 2") + 'pale = "#eeeeee"\n'
    text = head + GROUND + element("voices", "v", inside="safe", fills="ink").replace('"ink"', '["ink"]') + more + "\n"
    judged = [d for d in found(text) if d.code.startswith("contrast")]
    assert [d.place.key for d in judged if d.place] == [f"element[1].{key}" for key in keys]


def test_letters_of_lists_and_walls() -> None:
    pale = HEAD + 'pale = "#eeeeee"\n' + GROUND
    listed = element("list", "l", lines="@").replace('"@"', '[{ fill = "ink" }, { fill = "pale" }]')
    (error,) = found(pale + listed)
    assert error.place.key == "element[1].lines[1].fill"
    wall = element("wall", "w", fills="@").replace('"@"', '["ink", "pale"]')
    assert [d.code for d in found(pale + wall)] == ["contrast-too-low"]


def test_texts_that_overlap() -> None:
    below = element("text", "organiser", show="organiser", inside="safe", bottom="0", height="10%")
    (warning,) = found(HEAD + GROUND + SLOGAN + below)
    assert (warning.code, warning.severity) == ("texts-overlap", "warning")
    assert "“slogan” and “organiser” overlap on a3" in str(warning)
    assert found(HEAD + GROUND + SLOGAN + 'bottom = "10%"\n' + below) == []
    hung = below.replace('bottom = "0"\nheight = "10%"', 'below = "slogan"\ntop = "1mm"')
    assert found(HEAD + GROUND + SLOGAN + 'height = "60%"\n' + hung) == []
    title = element("text", "title", show="title", inside="safe", optional=True)
    assert found(HEAD + GROUND + title + SLOGAN + 'when = "has_title == 0"\n') == [], "never together"


def test_overlaps_on_one_size_only() -> None:
    below = element("text", "organiser", show="organiser", inside="safe", bottom="0", height="60mm")
    text = sized("a3", "a6") + GROUND + SLOGAN + 'bottom = "40%"\n' + below
    (warning,) = found(text)
    assert "on a6" in str(warning)


def test_elements_without_room() -> None:
    narrow = element("text", "organiser", show="organiser", start="80mm", end="80mm", top="0", height="5%")
    (error,) = found(sized("a3", "a6") + GROUND + SLOGAN + 'top = "10%"\n' + narrow)
    assert (error.code, error.severity) == ("no-room-on-size", "error")
    assert "“organiser” has no room on a6" in str(error)
    hung = element("shape", "field", fill="ink", below="slogan", top="6vmin", bottom="0")
    assert found(HEAD + GROUND + SLOGAN + hung) == [], "it depends on the slogan"


def test_sizes_of_type_that_cross_on_a_sheet() -> None:
    text = sized("a3", "a6") + GROUND + SLOGAN + 'min_size = "20pt"\nmax_size = "5vmin"\n'
    (error,) = found(text)
    assert "on a6, min_size is 20.0 pt and max_size 14.9 pt" in str(error)


def test_a_folders_name_is_looked_at() -> None:
    layout = read_layout(World([Memory({"layout.toml": (HEAD + GROUND + SLOGAN).encode()}, "My layout")]), "")
    (error,) = check_layout(layout, load_picture=load_picture)
    assert "“My layout” cannot be the name of a layout" in str(error)


def test_a_mistake_in_a_variant_is_placed_there() -> None:
    variant = '[[variant]]\nwhen = "aspect < 1"\nchange.slogan.fill = "paper"\n'
    (error,) = found(HEAD + GROUND + SLOGAN + variant)
    assert error.place.key == "variant[0].change.slogan.fill"
    own = variant.replace('change.slogan.fill = "paper"\n', "") + SLOGAN.replace("[[", "[[variant.") + 'role = "x"\n'
    assert [d.place.key for d in found(HEAD + GROUND + SLOGAN + own)] == ["variant[0].element[0].role"]


def test_what_hangs_below_running_text_stands_in_the_room_that_it_keeps_free() -> None:
    sign = element("text", "sign", show="signature", inside="safe", below="body", top="0", height="40pt", pages="last")
    night = HEAD.replace("#ffffff", "#101010").replace('ink = "#101010"', 'ink = "#ffffff"')
    # A light strip at the foot: white letters are not read on it, and they are in the room above it.
    light = GROUND + element("shape", "foot", fill="ink", bottom="0", height="10%")
    assert signs(night + light + element("body", "body", inside="safe", reserve="30%") + sign) == []
    assert signs(night + light + element("body", "body", inside="safe", reserve="7%") + sign) == ["contrast-too-low"]


def signs(text: str) -> list[str]:
    """What is said of the signature."""
    return [one.code for one in found(text) if one.place.key and one.place.key.startswith("element[3]")]


def test_texts_on_different_pages_neither_overlap_nor_stand_on_each_others_grounds() -> None:
    front = GROUND.replace('fill = "paper"', 'fill = "paper"\npages = 1') + SLOGAN + "pages = 1\n"
    back = element("shape", "back", fill="ink", pages=2)
    link = element("text", "link", show="link", inside="safe", fill="paper", pages=2)
    assert codes_of(HEAD + back + link + front) == []
    assert codes_of(HEAD + back + link + front.replace("pages = 1", 'pages = "all"')) != []


def codes_of(text: str) -> list[str]:
    return [one.code for one in found(text)]
