"""``--credit auto``: who made the art and took the photograph is printed, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from placards.cli.main import main
from placards.render.picture_author import author_of


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def photograph(file: Path, artist: str = "", kind: str = "JPEG") -> None:
    exif = Image.Exif()
    if artist:
        exif[0x013B] = artist
    Image.linear_gradient("L").resize((1200, 1000)).convert("RGB").save(file, kind, exif=exif)


def made(*arguments: str, language: str = "en") -> str:
    """The SVG of an artefact."""
    text = {"ar": "السلام الآن"}.get(language, "Peace now")
    assert main(["make", text, "--lang", language, "--size", "a6", "-o", "x.svg", *arguments]) == 0
    return Path("x.svg").read_text(encoding="utf-8")


def test_the_photographer_is_printed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photograph(here / "m.jpg", "Amina Yusuf")
    svg = made("--layout", "photo-caption", "--photo", "m.jpg", "--photo-alt", "x", "--credit", "auto")
    assert "Amina Yusuf" in svg
    assert "CC BY" not in svg, "art that is not on the sheet"
    assert "credit" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "word"), [("en", "changed"), ("ar", "معدّل"), ("de", "verändert"), ("de-CH", "verändert"), ("zh", "已修改"),
                           ("yo", "changed"), ("kl", "changed")]
)  # fmt: skip
def test_the_author_of_the_art_is_printed(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With the sheet's own word for art that was changed; in English where nobody is sure, or nobody has said it."""
    given = ["--layout", "photo-caption", "--art", "peace/dove-olive", "--credit", "auto"]
    assert f"Delapouite (CC BY 3.0, {word})" in made(*given, language=language)
    assert "credit" not in capsys.readouterr().err


def test_a_layout_without_a_place_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    made("--layout", "symbol", "--art", "peace/dove-olive", "--credit", "auto")
    said = capsys.readouterr().err
    assert "“symbol” does not show the credit “Delapouite (CC BY 3.0, changed)”" in said
    assert "photo-caption" in said


def test_nothing_to_credit(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photograph(here / "m.jpg")
    svg = made("--layout", "photo-caption", "--photo", "m.jpg", "--photo-alt", "x", "--credit", "auto")
    assert "auto" not in svg.lower().replace("text-size-adjust:auto", "")
    assert "nothing on the sheet names who made it" in capsys.readouterr().err


def test_a_credit_of_ones_own_stays(here: Path) -> None:
    photograph(here / "m.jpg", "Amina Yusuf")
    svg = made("--layout", "photo-caption", "--photo", "m.jpg", "--photo-alt", "x", "--credit", "Photo: a friend")
    assert "Photo: a friend" in svg
    assert "Amina" not in svg


CAMPAIGN = """[campaign]
name = "x"
language = "en"
art = "peace/dove-olive"
[campaign.details]
credit = "auto"
[[set]]
name = "a"
text = { en = "Peace now" }
layouts = ["photo-caption"]
languages = ["en"]
sizes = ["a6"]
formats = ["svg"]
"""


def test_a_campaign_prints_it_too(here: Path) -> None:
    (here / "c.toml").write_text(CAMPAIGN, encoding="utf-8")
    assert main(["batch", "c.toml", "--out", "out"]) == 0
    (svg,) = (here / "out").rglob("*.svg")
    assert "Delapouite (CC BY 3.0, changed)" in svg.read_text(encoding="utf-8")
    assert "Delapouite" in (here / "out" / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("artist", "kind", "name"),
    [
        ("Amina Yusuf", "JPEG", "Amina Yusuf"),
        ("Amina Yusuf", "WEBP", "Amina Yusuf"),
        ("  Amina\n Yusuf ", "JPEG", "Amina Yusuf"),
        ("x" * 300, "JPEG", ""),
        ("", "JPEG", ""),
    ],
)
def test_names_in_pictures(artist: str, kind: str, name: str, here: Path) -> None:
    photograph(here / "m", artist, kind)
    assert author_of((here / "m").read_bytes()) == name


def test_names_beyond_ascii(here: Path) -> None:
    """Exif has bytes; what Pillow cannot write is put into the file."""
    photograph(here / "m", "Ja?? Smith")
    data = (here / "m").read_bytes().replace(b"Ja?? Smith", "Jań Smith".encode())
    assert author_of(data) == "Jań Smith"
    assert author_of(data[:60]) == ""
    assert author_of(b"hello") == ""
