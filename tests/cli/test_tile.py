"""``placards tile`` and ``placards impose`` as a person types them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.cli.support import assert_plain, environment, placards
from tests.press.made import foreign, numbered, poster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "poster.pdf").write_bytes(poster("a2"))
    (tmp_path / "card.pdf").write_bytes(numbered(1))
    (tmp_path / "pages.pdf").write_bytes(numbered(6))
    return tmp_path


def pages(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def test_a_poster_on_a4(folder: Path) -> None:
    done = placards("tile", "poster.pdf", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "poster-tiles.pdf\n"), done.stderr
    assert pages(folder / "poster-tiles.pdf") == 9
    assert "6 would do" in done.stderr
    assert "--margin 3mm --overlap 5mm" in done.stderr


def test_the_advice_holds(folder: Path) -> None:
    done = placards("tile", "poster.pdf", "--margin", "3mm", "--overlap", "5mm", "-o", "x.pdf", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert pages(folder / "x.pdf") == 7


def test_all_options_together(folder: Path) -> None:
    done = placards(
        "tile", "poster.pdf", "--paper", "letter", "--margins", "6mm,6mm,10mm,6mm", "--overlap", "0.5in",
        "--overlap-side", "left-top", "--orientation", "portrait", "--marks", "lines", "--no-map", "--no-ruler",
        "--no-labels", "--keep-blank", "--even", "--scale", "50%", "--lang", "fa", "--page", "1", "--yes",
        "-o", "x.pdf", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with pikepdf.open(folder / "x.pdf") as pdf:
        assert [float(v) for v in pdf.pages[0].mediabox] == [0, 0, 612, 792]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.pdf"], "missing.pdf"),
        (["poster.pdf", "-o", "poster.pdf"], "another name"),
        (["poster.pdf", "-o", "x.png"], "End it with .pdf"),
        (["poster.pdf", "--page", "7"], "has 1"),
        (["poster.pdf", "--paper", "a9x"], "not a size"),
        (["poster.pdf", "--margin", "5"], "not a length"),
        (["poster.pdf", "--margin", "5mm", "--margins", "1mm,1mm,1mm,1mm"], "Keep one"),
        (["poster.pdf", "--margin", "105mm"], "0 × "),
        (["poster.pdf", "--overlap", "199mm", "--orientation", "portrait"], "overlap"),
        (["poster.pdf", "--scale", "huge"], "150%"),
        (["poster.pdf", "--scale", "1to10"], "--sheets 500"),
        (["poster.pdf", "--sheets", "0"], "1 or more"),
        (["poster.pdf", "--sheets", "4", "--scale", "2"], "Keep one"),
        (["poster.pdf", "--lang", "Deutsch!"], "Deutsch!"),
    ],
)
def test_what_cannot_be_printed_is_said_and_nothing_written(folder: Path, arguments: list[str], said: str) -> None:
    before = sorted(folder.iterdir())
    done = placards("tile", *arguments, cwd=folder)
    assert done.returncode == 2
    assert not done.stdout
    assert_plain(done.stderr, said)
    assert sorted(folder.iterdir()) == before


def test_instructions_speak_the_posters_language_else_the_users(folder: Path) -> None:
    (folder / "square.pdf").write_bytes(foreign(b"0 0 2000 2000 re f", box=(0, 0, 2000, 2000)))
    for file, lang, found in (("poster.pdf", "de_DE.UTF-8", "en"), ("square.pdf", "de_DE.UTF-8", "de"),
                              ("square.pdf", "C", "en")):  # fmt: skip
        done = placards("tile", file, "-o", "x.pdf", cwd=folder, env=environment(LC_ALL=lang))
        assert done.returncode == 0, done.stderr
        with pikepdf.open(folder / "x.pdf") as pdf:
            assert str(pdf.Root.Lang) == found


def test_leaflets_booklets_cards(folder: Path) -> None:
    for kind, count in (("2up", 1), ("stickers", 1), ("tent", 1), ("3x3", 1)):
        done = placards("impose", "card.pdf", "--as", kind, cwd=folder)
        assert (done.returncode, done.stdout) == (0, f"card-{kind}.pdf\n"), done.stderr
        assert pages(folder / f"card-{kind}.pdf") == count
    done = placards("impose", "pages.pdf", "--as", "booklet", "--paper", "a3", "--creep", "0.1mm", cwd=folder)
    assert done.returncode == 0
    assert "2 pages stay blank" in done.stderr
    assert "short edge" in done.stderr
    assert pages(folder / "pages-booklet.pdf") == 4
    done = placards("impose", "card.pdf", "pages.pdf", "--as", "duplex", "--flip", "short", "-o", "x.pdf", cwd=folder)
    assert done.returncode == 0
    assert "short edge" in done.stderr
    with pikepdf.open(folder / "x.pdf") as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["card.pdf", "--as", "fan"], "booklet"),
        (["card.pdf", "--as", "0x2"], "0 × 2"),
        (["card.pdf", "--as", "duplex"], "two pages"),
        (["poster.pdf", "--as", "stickers"], "420 × 594"),
        (["card.pdf", "--as", "tent", "--gap", "2mm"], "--gap means nothing"),
        (["card.pdf", "--as", "2up", "--flip", "long"], "--flip means nothing"),
        (["card.pdf", "--as", "2up", "-o", "card.pdf"], "another name"),
        (["card.pdf", "bad.pdf", "--as", "2up"], "bad.pdf"),
    ],
)
def test_what_cannot_be_imposed_is_said_and_nothing_written(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    before = sorted(folder.iterdir())
    done = placards("impose", *arguments, cwd=folder)
    assert done.returncode == 2
    assert not done.stdout
    assert_plain(done.stderr, said)
    assert sorted(folder.iterdir()) == before
