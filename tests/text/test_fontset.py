"""The fonts of a World: what is brought along is used, or somebody hears why not."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path, PurePosixPath

import pytest

from placards.files.shipped import fonts_folder, shipped_source, world_of
from placards.files.world import Folder, Memory, World
from placards.problems.errors import FontError, InputError
from placards.text.font import FontBytes
from placards.text.font_files import describe_font_file
from placards.text.fontset import FontSets, font_set, read_fonts_toml, shipped_fonts
from placards.text.shape import TextStyle, prepare

LATIN = fonts_folder() / "LeagueGothic" / "LeagueGothic-Regular.ttf"
VARIABLE = fonts_folder() / "Oswald" / "Oswald-VF.ttf"
URDU = fonts_folder() / "NotoNastaliqUrdu" / "NotoNastaliqUrdu-Bold.ttf"

LISTED = '[[family]]\nname = "Mine"\nscripts = ["Latn"]\nfiles = [{ file = "a.ttf", weight = 700 }]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    return tmp_path


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in font_set(world_of([folder])).problems}


def write_list(folder: Path, text: str) -> Path:
    path = folder / "fonts" / "fonts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_fonts_are_named_by_the_digests_of_their_files() -> None:
    families = shipped_fonts().families
    assert len(families) > 100
    assert not shipped_fonts().problems
    for family in families:
        for file in family.files:
            assert file.sha256 == hashlib.sha256(file.path.read_bytes()).hexdigest()


def test_every_shipped_font_is_listed_once_and_has_its_licence_beside_it() -> None:
    families = shipped_fonts().families
    listed = [file.path for family in families for file in family.files]
    assert sorted(listed) == sorted(path for path in fonts_folder().rglob("*") if path.suffix in (".ttf", ".otf"))
    for family in families:
        assert family.license.startswith(("OFL-1.1", "Apache-2.0"))
        assert family.source.startswith(("npm:", "pypi:", "deb:"))
        text = (fonts_folder() / family.license_file).read_text(encoding="utf-8")
        assert ("open font license" if family.license.startswith("OFL") else "apache license") in text.lower()
        assert {fonts_folder() / family.license_file for file in family.files} == {
            file.path.parent / PurePosixPath(family.license_file).name for file in family.files
        }


def test_loose_fonts_stand_in_front(folder: Path) -> None:
    shutil.copy(LATIN, folder / "fonts" / "own.ttf")
    found = font_set(world_of([folder]))
    own, *shipped = found.families
    assert (own.name, own.user, own.scripts, own.files[0].weight) == ("League Gothic", True, {"Latn"}, 400)
    assert own.files[0].sha256 == hashlib.sha256(LATIN.read_bytes()).hexdigest()
    assert tuple(shipped) == shipped_fonts().families
    assert found.candidates("display", "en", "Latn", 900)[0].path == folder / "fonts" / "own.ttf"


def test_files_of_one_family_are_joined(folder: Path) -> None:
    for name in ("Regular", "Bold"):
        found = next(fonts_folder().rglob(f"NotoNastaliqUrdu-{name}.ttf"), None)
        shutil.copy(found or URDU, folder / "fonts" / f"{name}.ttf")
    (own,) = (family for family in font_set(world_of([folder])).families if family.user)
    assert len(own.files) == 2


@pytest.mark.parametrize("source", [LATIN, VARIABLE, URDU], ids=lambda path: path.stem)
def test_fonts_out_of_memory_draw_like_those_on_disk(source: Path, folder: Path) -> None:
    shutil.copy(source, folder / "fonts" / "own.ttf")
    text, language = ("امن", "ur") if source is URDU else ("Peace", "en")
    memory = Memory({"fonts/own.ttf": source.read_bytes()}, label="campaign.zip")
    drawn = []
    for first in (Folder(folder), memory):
        fonts = font_set(World([first, shipped_source()]))
        assert fonts.families[0].user
        line = prepare(text, TextStyle(language, "display"), fonts).line(0, len(text))
        glyphs = [(glyph.id, run.font.segments(glyph.id)) for run in line.runs for glyph in run.glyphs]
        assert {run.font.name for run in line.runs} == {"own.ttf"}
        drawn.append(glyphs)
    assert drawn[0] == drawn[1]


def test_a_list_out_of_memory() -> None:
    world = World([Memory({"fonts/fonts.toml": LISTED.encode(), "fonts/a.ttf": LATIN.read_bytes()}), shipped_source()])
    own = font_set(world).families[0]
    assert (own.name, own.files[0].weight, own.files[0].path) == ("Mine", 700, Path("a.ttf"))
    assert own.font("display", 900).source == FontBytes.of(LATIN.read_bytes(), "a.ttf")


def test_an_edited_font_is_seen_anew(folder: Path) -> None:
    own = folder / "fonts" / "own.ttf"
    shutil.copy(LATIN, own)
    sets = FontSets()
    first = sets.of(world_of([folder]))
    assert sets.of(world_of([folder])) is first
    shutil.copy(VARIABLE, own)
    second = sets.of(world_of([folder]))
    assert [family.name for family in (first.families[0], second.families[0])] == ["League Gothic", "Oswald"]
    write_list(folder, LISTED.replace("a.ttf", "own.ttf"))
    assert sets.of(world_of([folder])).families[0].name == "Mine"
    own.unlink()
    with pytest.raises(FontError, match=r"there is no font file “own\.ttf”"):
        sets.of(world_of([folder]))


def test_only_so_many_sets_are_kept(tmp_path: Path) -> None:
    sets = FontSets(limit=2)
    worlds = [World([Memory({}, label=str(n))]) for n in range(3)]
    made = [sets.of(world) for world in worlds]
    assert sets.of(worlds[2]) is made[2]
    assert sets.of(worlds[0]) is not made[0]


# defects.md 22: damaged fonts and other kinds of files were unused in silence.


@pytest.mark.parametrize("part", [0.3, 0.6, 0.99])
def test_a_font_that_was_cut_off_is_an_error(folder: Path, part: float) -> None:
    data = LATIN.read_bytes()
    (folder / "fonts" / "own.ttf").write_bytes(data[: int(len(data) * part)])
    with pytest.raises(FontError, match=r"own\.ttf: this font is damaged: its table .* reaches past the end"):
        font_set(world_of([folder]))


def test_a_font_whose_letters_are_blank_is_an_error(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(LATIN)
    for name in font.getGlyphOrder():
        font["glyf"][name].numberOfContours = 0
        font["glyf"][name].__dict__ = {"numberOfContours": 0}
    font.save(tmp_path / "blank.ttf")
    font.close()
    with pytest.raises(FontError, match="none of this font's letters shows anything"):
        describe_font_file(tmp_path / "blank.ttf")


def test_all_broken_fonts_are_named_at_once(folder: Path) -> None:
    for name in ("a.ttf", "b.otf"):
        (folder / "fonts" / name).write_bytes(b"nonsense")
    with pytest.raises(FontError) as caught:
        font_set(world_of([folder]))
    assert {Path(str(d.place.file)).name for d in caught.value.diagnostics} == {"a.ttf", "b.otf"}


def test_what_is_not_used_is_said(folder: Path) -> None:
    shutil.copy(LATIN, folder / "fonts" / "a.ttf")
    (folder / "fonts" / "web.woff2").write_bytes(b"wOF2")
    (folder / "fonts" / "sub").mkdir()
    (folder / "fonts" / "sub" / "OLD.PFB").write_bytes(b"")
    shutil.copy(LATIN, folder / "beside.ttf")
    (folder / "fonts" / ".hidden.ttf").write_bytes(b"")
    found = font_set(world_of([folder]))
    assert [(p.code, dict(p.parameters)["name"]) for p in found.problems] == [
        ("font-misplaced", "beside.ttf"), ("font-format", "OLD.PFB"), ("font-format", "web.woff2"),
    ]  # fmt: skip
    assert all(p.severity == "warning" and p.advice() for p in found.problems)
    write_list(folder, LISTED)
    shutil.copy(VARIABLE, folder / "fonts" / "b.ttf")
    assert codes(folder) == {"font-misplaced", "font-format", "font-unlisted"}


def test_a_font_of_no_script_is_said_to_be_unused(folder: Path) -> None:
    from fontTools import subset

    options = subset.Options()
    font = subset.load_font(str(LATIN), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="AB€")
    subsetter.subset(font)
    font.save(folder / "fonts" / "logo.ttf")
    font.close()
    assert codes(folder) == {"font-no-script"}


def test_two_sources_with_one_family(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "fonts").mkdir(parents=True)
        shutil.copy(LATIN, tmp_path / name / "fonts" / "own.ttf")
    found = font_set(world_of([tmp_path / "one", tmp_path / "two"]))
    assert [p.code for p in found.problems] == ["font-family-split"]
    assert found.families[0].files[0].path.parent.parent.name == "one"


def test_a_preference_for_a_family_that_there_is_not(folder: Path) -> None:
    shutil.copy(LATIN, folder / "fonts" / "a.ttf")
    write_list(folder, LISTED + '[[preference]]\nlanguages = ["en"]\nfamilies = ["Mien", "Oswald", "mine"]\n')
    (problem,) = font_set(world_of([folder])).problems
    assert str(problem).startswith("there is no family “Mien” to prefer. Did you mean “Mine”")


# defects.md 22: a user's fonts.toml was hardly checked.


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[[family]]\nname = "A"\nfiles = []\n', 3, "the list is empty"),
        (LISTED + "variations = { text = 5 }\n", 5, "5 is not a table"),
        (LISTED + 'variations = { text = { wght = "7" } }\n', 5, "“7” is not a number"),
        (LISTED + "variations = { text = { weight = 7 } }\n", 5, "“weight” is no name of an axis"),
        ('[[familly]]\nname = "A"\n', 1, "unknown key “familly”. Did you mean “family”"),
        (LISTED.replace("a.ttf", "../../x.ttf"), 4, "“../../x.ttf” leaves the folder"),
        (LISTED.replace("a.ttf", "/etc/passwd"), 4, "“/etc/passwd” leaves the folder"),
        (LISTED.replace("a.ttf", "C:/x.ttf"), 4, "leaves the folder"),
        (LISTED.replace("a.ttf", "a\\u0000.ttf"), 4, "leaves the folder"),
        (LISTED.replace("a.ttf", "none.ttf"), 4, "there is no font file “none.ttf”"),
        (LISTED.replace("a.ttf", ""), 4, "the text is too short"),
        (LISTED.replace("700", "true"), 4, "True is not a whole number"),
        (LISTED.replace("700", "7000"), 4, "7000 is too large. Write at most 1000"),
        (LISTED.replace("weight = 700", "axes = { wght = [900, 100] }"), 4, "runs from 900 down to 100"),
        (LISTED.replace("weight = 700", "axes = { wght = [900] }"), 4, "is missing"),
        (LISTED.replace("weight = 700", "axes = { wght = 900 }"), 4, "900 is not a list"),
        (LISTED.replace("weight = 700", 'sha256 = "abc"'), 4, "“abc” is no SHA-256 checksum"),
        (LISTED.replace("weight = 700", f'sha256 = "{"0" * 64}"'), 4, "is not the file that was listed"),
        (LISTED.replace('["Latn"]', '["latin"]'), 3, "“latin” is no code of a script"),
        (LISTED.replace('["Latn"]', '"Latn"'), 3, "“Latn” is not a list"),
        (LISTED + LISTED.replace("Mine", "MINE"), 6, "the family “MINE” stands twice"),
        ("family = 5\n", 1, "5 is not a list"),
        ('[[preference]]\nfamilies = ["A"]\n', 1, "the key “languages” is missing"),
        ("a = " + "[" * 5000, None, "nested too deeply"),
        ("[family\n", 1, "not valid TOML"),
        ("a\0b", 1, "not valid TOML"),
    ],
)
def test_mistakes_in_a_list(folder: Path, text: str, line: int | None, problem: str) -> None:
    shutil.copy(LATIN, folder / "fonts" / "a.ttf")
    path = write_list(folder, text)
    for read in (lambda: read_fonts_toml(path, user=True), lambda: font_set(world_of([folder]))):
        with pytest.raises((InputError, FontError)) as caught:
            read()
        assert problem in str(caught.value)
        assert caught.value.place.file == path
        assert caught.value.place.line == line


def test_all_mistakes_in_a_list_are_named_at_once(folder: Path) -> None:
    path = write_list(folder, LISTED.replace("a.ttf", "x.ttf") + LISTED.replace("a.ttf", "y.ttf"))
    with pytest.raises(InputError) as caught:
        read_fonts_toml(path, user=True)
    assert [d.code for d in caught.value.diagnostics] == ["font-file-missing", "font-family-twice", "font-file-missing"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.ttf"
    shutil.copy(LATIN, outside)
    (folder / "fonts" / "a.ttf").symlink_to(outside)
    write_list(folder, LISTED)
    with pytest.raises(FontError, match=r"there is no font file “a\.ttf”"):
        font_set(world_of([folder]))
    (folder / "fonts" / "fonts.toml").unlink()
    with pytest.raises(FontError, match="is a link that leaves its folder"):
        font_set(world_of([folder]))


def test_folders_that_go_round_in_circles_end(folder: Path) -> None:
    (folder / "fonts" / "again").symlink_to(folder / "fonts", target_is_directory=True)
    shutil.copy(LATIN, folder / "fonts" / "a.ttf")
    (own,) = (family for family in font_set(world_of([folder])).families if family.user)
    assert own.name == "League Gothic"


def test_a_set_remembers_a_bounded_number_of_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placards.text.fontset._MAX_CHOICES", 3)
    fonts = FontSets().of(world_of())
    for weight in range(100, 1000, 100):
        assert fonts.candidates("display", "en", "Latn", weight)
        assert len(fonts._candidates) <= 3


def test_collections_and_odd_directories(tmp_path: Path) -> None:
    import struct

    from fontTools.ttLib import TTCollection, TTFont

    whole = TTCollection()
    whole.fonts = [TTFont(LATIN), TTFont(VARIABLE)]
    whole.save(tmp_path / "two.ttc")
    for font in whole.fonts:
        font.close()
    assert describe_font_file(tmp_path / "two.ttc").name == "League Gothic"
    data = bytearray((tmp_path / "two.ttc").read_bytes())
    for offset in (len(data) - 8, len(data) + 100):
        data[12:16] = struct.pack(">I", offset)
        (tmp_path / "broken.ttc").write_bytes(data)
        with pytest.raises(FontError):
            describe_font_file(tmp_path / "broken.ttc")


def test_a_font_that_breaks_what_reads_it_is_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("placards.text.font_files._is_blank", refuse)
    with pytest.raises(FontError, match=r"this is not a usable font\. Take it out or replace it"):
        describe_font_file(LATIN)


def test_preferred_families_and_roles() -> None:
    fonts = shipped_fonts()
    for role, first in (("display", "PlacardNastaliq-Heavy.otf"), ("text", "NotoNastaliqUrdu-Bold.ttf")):
        assert fonts.candidates(role, "ur", "Arab", 900)[0].name == first
        assert "Nastaliq" not in fonts.candidates(role, "ur", "Latn", 900)[0].name
    assert fonts.candidates("Oswald", "en", "Latn", 900)[0].name == "Oswald-VF.ttf"
    assert fonts.candidates("display", "", "Latn", 900)
    assert len(fonts.everything(700)) == len(fonts.families)
    assert fonts.everything(700) is fonts.everything(700)
    assert fonts.emoji()
    assert fonts.family("OSWALD") is not None
    assert fonts.family("none") is None
