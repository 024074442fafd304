"""A gallery shows every layout, with words for those who cannot see it, the same on every machine."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from placards.cli.main import main
from placards.kit.new import new_layout


def make(*arguments: str | Path) -> int:
    return main(["gallery", *map(str, arguments)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gallery") / "out"
    assert make("--layout", "big", "--layout", "two-languages", "--layout", "chant-sheet", "--out", out) == 0
    return out


def test_the_page(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)">', page)
    assert len(shown) >= 18
    assert {name for name, *_ in shown} == {path.name for path in folder.glob("*.webp")}
    for name, width, height, alt in shown:
        with Image.open(io.BytesIO((folder / name).read_bytes())) as image:
            assert image.size == (int(width), int(height))
        assert len(alt) >= 3
    assert any("الماء" in alt or "السلام" in alt for *_, alt in shown)
    assert not re.search(r"https?://", page)
    assert 'id="two-languages"' in page
    assert "Two languages" in page


def test_the_page_for_github(folder: Path) -> None:
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert re.findall(r'src="([^"]+)"', text) == re.findall(
        r'<img src="([^"]+)"', (folder / "index.html").read_text(encoding="utf-8")
    )


def test_palettes_and_shapes_differ(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    captions = re.findall(r"<figcaption>([^<]+)</figcaption>", page.split('id="big"')[1].split("</section>")[0])
    assert len({caption.split(" · ")[0] for caption in captions}) == 4
    assert len({caption.split(" · ")[1] for caption in captions}) == 3
    assert len({caption.split(" · ")[2] for caption in captions}) == len(captions)


def test_small(folder: Path) -> None:
    """Forty layouts must stay below 3 MB."""
    size = sum(path.stat().st_size for path in folder.iterdir())
    assert size / 3 * 40 < 3_000_000


def test_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    assert make("--layout", "big", "--out", tmp_path / "out") == 0
    for path in (tmp_path / "out").glob("*.webp"):
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_as_a_pdf_with_text(tmp_path: Path) -> None:
    file = tmp_path / "g.pdf"
    assert make("--layout", "big", "--layout", "band", "--lang", "en", "--out", file) == 0
    document = pypdfium2.PdfDocument(file.read_bytes())
    assert len(document) == 2
    assert "Water" in document[0].get_textpage().get_text_range()


def test_as_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert make("--layout", "big", "--lang", "en,ur", "--format", "png") == 0
    with Image.open("gallery.png") as image:
        assert image.width > 500


def test_layouts_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_layout("mine", tmp_path)
    new_layout("other", tmp_path)
    assert make("--path", tmp_path, "--own", "--lang", "en", "--out", tmp_path / "out") == 0
    assert {path.name.rpartition("-")[0] for path in (tmp_path / "out").glob("*.webp")} == {"mine", "other"}
    (tmp_path / "layouts" / "other" / "layout.toml").write_text("name = 3", encoding="utf-8")
    capsys.readouterr()
    assert make("--path", tmp_path, "--own", "--lang", "en", "--out", tmp_path / "two") == 1
    assert "layout.toml:1" in capsys.readouterr().err
    assert {path.name.rpartition("-")[0] for path in (tmp_path / "two").glob("*.webp")} == {"mine"}


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--layout", "bgi"], "“big”"),
        (["--out", "x.docx"], "neither a folder nor a file"),
        (["--out", "x.pdf", "--format", "png"], "Leave out --format"),
        (["--format", "gif"], "html"),
        (["--lang", "klingon"], "klingon"),
        (["--path", "nowhere"], "nowhere"),
        (["--own"], "no layouts"),
    ],
)
def test_what_cannot_be_made(
    arguments: list[str], part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert make(*arguments) == 2
    assert part in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_wall_shows_many_scripts(tmp_path: Path) -> None:
    """A specimen of one language would not say what it is for."""
    assert make("--layout", "specimen", "--lang", "ar", "--out", tmp_path / "out") == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    (alt,) = re.findall(r'specimen-1.webp"[^>]* alt="([^"]+)"', page)
    for name in ("ARABIC", "LATIN", "DEVANAGARI", "HANGUL", "ETHIOPIC", "THAI", "GEORGIAN", "MALAYALAM", "CJK"):
        assert any(name in unicodedata.name(char, "") for char in alt), name
    assert "ar and 31 more" in page
    assert "in any number of languages" in page
