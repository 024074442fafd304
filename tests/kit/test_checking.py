"""``placards layout check`` (defects.md 33): everything that a designer should mend, with its place in the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from placards.cli.main import main
from placards.files.writing import write_file

HEAD = """
name = "Mine"
sizes = ["a3", "banner-300x100cm"]
[[element]]
id = "ground"
type = "shape"
fill = "paper"
"""
SLOGAN = """
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
"""


def check(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, list[dict[str, Any]]]:
    write_file(folder / "layouts" / "mine" / "layout.toml", text.encode())
    code = main(["layout", "check", str(folder / "layouts" / "mine"), "--json", *options])
    return code, json.loads(capsys.readouterr().out)


def test_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, HEAD + SLOGAN, capsys) == (0, [])
    assert main(["layout", "check", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 layout checked: 0 errors, 0 warnings.\n"


def test_a_slot_that_is_too_small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEAD + SLOGAN + 'height = "6vmin"\nmin_size = "4vmin"\nmax_lines = 1\n'
    code, found = check(tmp_path, text, capsys, "--lang", "ta", "--lang", "en")
    assert code == 1
    (small,) = [one for one in found if one["code"] == "kit-slot-small" and one["parameters"]["size"] == "a3"]
    assert small["parameters"]["slot"] == "slogan"
    assert small["parameters"]["languages"] == ["ta", "en"]
    assert small["parameters"]["slogan"] == "longest"
    assert small["place"]["line"] == text[: text.index("min_size")].count("\n") + 1
    assert "does not fit" in small["problem"]
    assert "Give it more room" in small["remedy"]


def test_in_a_variant_the_place_is_the_variants(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = '\n[[variant]]\nwhen = "banner == 1"\n[variant.change.slogan]\nheight = "4vmin"\nmin_size = "3.9vmin"\n'
    text = HEAD + SLOGAN + change
    code, found = check(tmp_path, text, capsys, "--lang", "my")
    assert code == 1
    assert {one["place"]["line"] for one in found if one["code"] == "kit-slot-small"} == {
        text[: text.index("min_size")].count("\n") + 1
    }
    assert {one["parameters"]["size"] for one in found} == {"banner-300x100cm"}


def test_quickly_nothing_is_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEAD + SLOGAN + 'height = "6vmin"\nmin_size = "4vmin"\nmax_lines = 1\n'
    assert check(tmp_path, text, capsys, "--quick") == (0, [])


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (SLOGAN.replace("show", "shwo"), "key-unknown", "Did you mean “show”?"),
        (SLOGAN + 'rdius = "2mm"\n', "key-unknown", "Its keys"),  # radius is a shape's, not a text's
        (SLOGAN.replace('"safe"', '"saef"'), "element-not-before", "“safe”"),
        (SLOGAN.replace('"safe"', '"slogan"'), "element-in-itself", "itself"),
        (SLOGAN + 'role = "Comic Sans"\n', "role-unknown", "Comic Sans"),
        (SLOGAN + 'fill = "inc"\n', "color-not-in-palettes", "“ink”"),
        (SLOGAN + 'fill = "paper"\n', "contrast-too-low", "contrast"),
        (SLOGAN + SLOGAN.replace('"slogan"', '"second"', 1), "texts-overlap", "overlap"),
        (SLOGAN + 'width = "-3mm"\n', "length-not-positive", "above 0"),
        (SLOGAN + 'min_size = "9vmin"\nmax_size = "3vmin"\n', "sizes-crossed", "Exchange"),
        (SLOGAN + '[[variant]]\nwhen = "aspect > 3 and aspect < 2"\n', "variant-never", "never applies"),
        (SLOGAN + '[[element]]\nid = "p"\ntype = "image"\nfile = "p.png"\n', "art-missing", "beside layout.toml"),
        ("[[element", "toml-invalid", "not valid TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(
    text: str, code: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, found = check(tmp_path, HEAD + text, capsys, "--quick")
    (told,) = [one for one in found if one["code"] == code] or [found]
    assert isinstance(told, dict), [one["code"] for one in found]
    assert says in told["problem"]
    assert told["place"]["line"] > 5
    assert str(told["place"]["file"]).endswith("layout.toml")


def test_art_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_file(tmp_path / "layouts" / "mine" / "p.png", b"\x89PNG garbage")
    code, found = check(
        tmp_path, HEAD + SLOGAN + '[[element]]\nid = "p"\ntype = "image"\nfile = "p.png"\n', capsys, "--quick"
    )
    assert code == 1
    assert [one["severity"] for one in found] == ["error"]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nowhere"], "no layout “nowhere”"),
        (["bgi", "--quick"], "“big”"),
        ([__file__], "layout.toml"),
        ([], "placards layout new"),
    ],
)
def test_what_cannot_be_checked(
    arguments: list[str], part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["layout", "check", *arguments]) == 2
    assert part in capsys.readouterr().err


def test_a_shipped_layout_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "check", "two-languages", "--lang", "ur"]) == 0
    assert "1 layout checked: 0 errors" in capsys.readouterr().out


def test_a_picture_that_cannot_be_read_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not once more for every message that is tried on it."""
    folder = tmp_path / "layouts" / "x"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"GIF89a")
    (folder / "layout.toml").write_text(WITH_PICTURE, encoding="utf-8")
    assert main(["layout", "check", str(folder), "--lang", "en"]) == 1
    assert capsys.readouterr().out.count("this is GIF") == 1


@pytest.mark.parametrize("name", ["look.png", "look.html"])
def test_a_preview_says_what_is_wrong(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the terminal too, and with its exit code: a script sees no page."""
    folder = tmp_path / "layouts" / "x"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(b"GIF89a")
    (folder / "layout.toml").write_text(WITH_PICTURE, encoding="utf-8")
    assert main(["layout", "preview", str(folder), "--lang", "en", "-o", str(tmp_path / name)]) == 1
    assert capsys.readouterr().err.count("this is GIF") == 1
    assert (tmp_path / name).exists()


WITH_PICTURE = """name = "X"
languages = 1
sizes = ["a6"]
[palettes.own]
paper = "#ffffff"
ink = "#111111"
[[element]]
id = "picture"
type = "image"
file = "a.png"
alt = "x"
bottom = "50%"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
top = "50%"
"""
