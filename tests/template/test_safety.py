"""A layout reads nothing but its own folder, writes nowhere, and its variants go through the same checks."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from placards.elements.registry import kinds
from placards.files.world import Bundle, Folder, Memory, World
from placards.problems.errors import InputError, UnknownNameError
from placards.template.folder import layout_at, read_layout
from placards.template.library import LayoutLibrary, is_layout_name

from ..compose.support import GROUND, HEAD, SLOGAN, element, loaded, png, world

PICTURE = element("image", "logo", file="p.png")


def refused(text: str, art: dict[str, bytes] | None = None) -> str:
    with pytest.raises(InputError) as caught:
        loaded(text, art)
    assert all(found.place.line for found in caught.value.diagnostics), "each mistake has its line"
    return " | ".join(map(str, caught.value.diagnostics))


# --- variants (defects.md 18) ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ('change.logo = { file = "/etc/x.png" }', ["variant[0].change.logo.file", "outside the layout's folder"]),
        ('change.logo = { file = "../secret/x.png" }', ["variant[0].change.logo", "outside the layout's folder"]),
        ('change.logo = { file = "C:\\\\x.png" }', ["outside the layout's folder"]),
        ('change.logo = { file = "q.png" }', ["variant[0].change.logo", "“q.png” is missing"]),
        ('change.ground.fill = "papre"', ["variant[0].change.ground", "“papre” is not in every palette", "“paper”"]),
        ('change.slogan.inside = "saef"', ["variant[0].change.slogan", "“inside” names “saef”", "“safe”"]),
        ('change.slogan.inside = "slogan"', ["“slogan” stands inside itself"]),
        ('change.slogan.below = "gruond"', ["“below” names “gruond”", "“ground”"]),
        ('change.slogan.above = ["slogan"]', ["“above” names “slogan”"]),
        ('change.slogan.type = "image"', ["variant[0].change.slogan", "cannot change the “type”"]),
        ('change.slogan.id = "other"', ["cannot change the “id”"]),
        ('change.ground.points = 5', ["variant[0].change.ground.points", "5 is not a list"]),
        ('change.slogan.max_size = "0%"', ["variant[0].change.slogan.max_size", "0% is not more than nothing"]),
        ('change.slogan = 3', ["variant[0].change.slogan", "3 is not a table"]),
        ('change.nobody.fill = "ink"', ["variant[0].change.nobody", "no element “nobody”"]),
        ('hide = ["logo", "lgoo"]', ["variant[0].hide", "no element “lgoo”", "“logo”"]),
        ('when = "wide"', ["not a condition"]),
    ],
)  # fmt: skip
def test_a_change_is_checked_like_an_element(change: str, parts: list[str]) -> None:
    when = "" if change.startswith("when") else 'when = "aspect >= 1"\n'
    message = refused(HEAD + GROUND + PICTURE + SLOGAN + f"[[variant]]\n{when}{change}\n", {"p.png": png(9, 9)})
    for part in parts:
        assert part in message, message


def test_a_variants_own_elements_are_checked_too() -> None:
    variant = '[[variant]]\nwhen = "aspect > 1"\n' + GROUND.replace("[[element]]", "[[variant.element]]")
    assert "variant[0].element[0].fill" in refused(HEAD + GROUND + variant.replace('"paper"', '"papre"'))
    assert "variant[0].element[0].fil" in refused(HEAD + GROUND + variant.replace("fill", "fil"))
    good = loaded(HEAD + GROUND + SLOGAN + variant).layout
    assert [e.id for e in good.variant[0].element] == ["ground"]


def test_a_change_of_what_is_wrong_itself_is_told_once() -> None:
    wrong = HEAD + GROUND.replace('"paper"', '"papre"') + '[[variant]]\nwhen = "aspect > 1"\nchange.ground.top = "0"\n'
    assert refused(wrong).count("“papre”") == 1


# --- names (defects.md 17) ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../../../x", "a/b", "new\\nline", "\\u202Eyad", "Day", "", "x" * 61, "con:", "..", "a b"]
)
def test_a_palette_names_files_and_cannot_leave_their_folder(name: str) -> None:
    text = HEAD.replace("[palettes.day]", f'[palettes."{name}"]') + GROUND
    with pytest.raises(InputError) as caught:
        loaded(text)
    assert "palettes" in str(caught.value)
    assert "[key]" not in str(caught.value)


@pytest.mark.parametrize("name", ["../x", "a b", "Big", "\u202ebig", "x" * 61, "big\n", "über", "-big", "a.b", ""])
def test_a_layouts_folder_names_files_too(name: str) -> None:
    assert not is_layout_name(name)
    library = LayoutLibrary(world(HEAD + GROUND, name=name))
    assert library.names() == []
    with pytest.raises(InputError):
        library.layout(name)


def test_a_folder_with_a_bad_name_is_told() -> None:
    with pytest.raises(InputError, match=r"“Big Day” cannot be the name of a layout\. Use small letters"):
        LayoutLibrary(world(HEAD + GROUND, name="Big Day")).layout("Big Day")
    with pytest.raises(UnknownNameError, match=r"no layout “mien”\. Did you mean “mine”"):
        LayoutLibrary(world(HEAD + GROUND)).layout("mien")
    with pytest.raises(UnknownNameError, match=r"no layout “\.\./x”"):
        LayoutLibrary(world(HEAD + GROUND)).layout("../x")


# --- art ------------------------------------------------------------------------------------------------------------


def test_art_comes_from_the_layouts_own_source(tmp_path: Path) -> None:
    mine = Memory({"layouts/mine/layout.toml": (HEAD + GROUND + PICTURE).encode()}, "mine")
    shipped = Memory({"layouts/mine/layout.toml": HEAD.encode(), "layouts/mine/p.png": png(1, 1)}, "shipped")
    with pytest.raises(InputError, match=r"“p\.png” is missing"):
        read_layout(World([mine, shipped]), "layouts/mine")
    folder = loaded(HEAD + GROUND + PICTURE + PICTURE.replace("logo", "other"), {"p.png": b"12"})
    assert folder.art_names == ("p.png",)
    data, place = folder.art("p.png")
    assert (data, str(place)) == (b"12", "memory:layouts/mine/p.png")
    for outside in ("../x.png", "/x.png", ""):
        with pytest.raises(InputError):
            folder.art(outside)
    assert folder.folder is None


def test_a_link_out_of_the_folder_is_no_art(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(1, 1))
    inside = tmp_path / "layouts" / "mine"
    inside.mkdir(parents=True)
    (inside / "layout.toml").write_text(HEAD + GROUND + PICTURE, encoding="utf-8")
    (inside / "p.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(InputError, match=r"“p\.png” is no file of the layout"):
        layout_at(inside)
    (inside / "p.png").unlink()
    (inside / "p.png").write_bytes(b"picture")
    found = layout_at(inside)
    assert (found.name, found.folder) == ("mine", inside.resolve())
    assert found.art("p.png")[0] == b"picture"


def test_a_layout_out_of_a_bundle() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("layouts/mine/layout.toml", HEAD + GROUND + PICTURE.replace("p.png", "art/p.png"))
        archive.writestr("layouts/mine/art/p.png", b"12")
    library = LayoutLibrary(World([Bundle(out.getvalue())]))
    assert library.names() == ["mine"]
    assert library.layout("mine").art("art/p.png")[0] == b"12"


# defects.md 30
def test_an_edited_layout_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "layouts" / "mine" / "layout.toml"
    file.parent.mkdir(parents=True)
    file.write_text(HEAD + GROUND, encoding="utf-8")
    library = LayoutLibrary(World([Folder(tmp_path)]))
    first = library.layout("mine")
    assert library.layout("mine") is first, "nothing changed, nothing is read"
    file.write_text(HEAD.replace("#ffffff", "#ffd400") + GROUND, encoding="utf-8")
    second = library.layout("mine")
    assert second.layout.palettes["day"]["paper"].hex == "#ffd400"
    assert second.digest != first.digest


# --- values (defects.md 9, 23, 33) ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ('{ rgb = "#111", spot = 5 }', "5 is not the name of a spot colour"),
        ('{ rgb = "#111", spot = "" }', "spot colour"),
        ('{ rgb = "#111", spot = " PANTONE" }', "spot colour"),
        ('{ rgb = "#111", spot = "a\\u202Eb" }', "spot colour"),
        ('{ rgb = "#111", spot = true }', "spot colour"),
        ('{ rgb = "#111", spot = "All" }', "files for printers mean something else"),
        ('{ rgb = "#111", spot = "black" }', "files for printers mean something else"),
        ('{ rgb = "#111", cmyk = [0, 0, 0, 101] }', "four numbers"),
        ('{ rgb = "#111", cmyk = [true, 0, 0, 0] }', "four numbers"),
        ('{ rgb = "#111", cmyk = "0 0 0 1" }', "four numbers"),
        ('{ rgb = "#111", cmky = [0, 0, 0, 1] }', "no key “cmky”. Did you mean “cmyk”"),
        ("{ cmyk = [0, 0, 0, 1] }", "not a colour"),
        ("7", "not a colour"),
    ],
)
def test_colours(value: str, part: str) -> None:
    assert part in refused(HEAD + f"bad = {value}\n" + GROUND)


def test_what_presses_need_stays_with_the_colour() -> None:
    text = HEAD + 'red = { rgb = "#d81e05", cmyk = [0, 90, 100, 5], spot = "PANTONE 032 C" }\n' + GROUND
    color = loaded(text).layout.palettes["day"]["red"]
    assert color.cmyk == pytest.approx((0, 0.9, 1, 0.05))
    assert color.spot == "PANTONE 032 C"


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ('max_size = "0%"', "0% is not more than nothing"),
        ('max_size = "-1pt"', "-1pt is not more than nothing"),
        ('min_size = "0"', "0pt is not more than nothing"),
        ('width = "-5mm"', "-5mm is not more than nothing"),
        ('height = "0"', "0pt is not more than nothing"),
        ('min_size = "20pt"\nmax_size = "10pt"', "min_size 20pt is more than max_size 10pt"),
        ("top = true", "True is not a length"),
        ("when = 3", "a condition is a text"),
    ],
)
def test_lengths_and_sizes(key: str, part: str) -> None:
    assert part in refused(HEAD + GROUND + SLOGAN + key + "\n")


def test_other_lengths() -> None:
    assert "less than nothing" in refused(HEAD + GROUND + 'radius = "-1mm"\n')
    listed = "lines = [{ language = 1 }]\n"
    head = '[[element]]\nid = "l"\ntype = "list"\n'
    assert "less than nothing" in refused(HEAD + head + listed + 'column_gap = "-1mm"\n')
    assert "the list is empty" in refused(HEAD + head + "lines = []\n")
    assert loaded(HEAD + GROUND + SLOGAN + "top = 0\n").layout.element[1].top is not None


# --- keys (defects.md 36) -------------------------------------------------------------------------------------------


def test_an_unknown_key_is_compared_with_the_keys_of_its_own_element() -> None:
    message = refused(HEAD + GROUND + 'zzz = "5"\n')
    assert "unknown key “zzz”. Its keys: above, after, below, bottom, corners" in message
    assert "role" not in message, "a shape has none"
    assert "Did you mean “radius”" in refused(HEAD + GROUND + 'raduis = "5"\n')
    listed = element("list", "l", lines="@").replace('"@"', "[{ wieght = 7 }]")
    message = refused(HEAD + listed)
    assert "element[0].lines[0].wieght" in message
    assert "Did you mean “weight”" in message
    message = refused(HEAD.replace('name = "Mine"', 'name = "Mine"\nhue = "x"') + GROUND)
    assert "unknown key “hue”. Its keys: accepts, alt, colors, credit, element, languages" in message


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_kind_lists_its_own_keys(name: str) -> None:
    found = refused(HEAD + f'[[element]]\nid = "x"\ntype = "{name}"\nqqqq = 1\n', {"p.png": b""})
    (message,) = [part for part in found.split(" | ") if "unknown key “qqqq”" in part]
    for key in (field.name for field in dataclasses.fields(kinds()[name])):
        assert f"{key}," in message or message.endswith(f"{key}."), (key, message)


def test_elements_that_are_no_tables() -> None:
    assert "element" in refused(HEAD.replace('name = "Mine"', 'name = "Mine"\nelement = 3'))
    assert "this element has no “type”. Add one of “" in refused(HEAD + '[[element]]\nid = "x"\n')
    assert "no element of the type “3”" in refused(HEAD + '[[element]]\nid = "x"\ntype = 3\n')


def test_mistakes_of_the_head_and_of_elements_are_told_together() -> None:
    message = refused(HEAD.replace("Mine", "") + GROUND.replace("fill", "fil"))
    assert "name" in message
    assert "“fil”" in message
