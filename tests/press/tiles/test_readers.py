"""Every reader opens the sheets, and finds the poster's text once."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pymupdf
import pytest

from placards.press.tiles.tile import TileRequest, tile_pdf
from tests.press.made import poster
from tests.press.printed import page_count


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sheets") / "sheets.pdf"
    file.write_bytes(tile_pdf(poster("a2", "Peace now")).data)
    return file


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=120, check=False)


def test_qpdf_and_ghostscript_have_nothing_to_say(sheets: Path) -> None:
    checked = run("qpdf", "--check", sheets)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    drawn = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=nullpage", sheets)
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")


def test_poppler_finds_the_text_once(sheets: Path) -> None:
    done = run("pdftotext", "-layout", sheets, "-")
    assert done.stderr == ""
    assert done.stdout.count("Peace") == 1
    assert done.stdout.count("now") == 1
    assert "Print all pages at 100 %" in " ".join(done.stdout.split())


def test_mupdf_finds_the_text_once(sheets: Path) -> None:
    with pymupdf.open(sheets) as document:
        text = " ".join(page.get_text() for page in document)
        assert document.page_count == page_count(sheets.read_bytes())
    assert text.count("Peace") == 1
    assert text.count("now") == 1


def test_without_a_plan_the_first_sheet_has_the_text(tmp_path: Path) -> None:
    file = tmp_path / "sheets.pdf"
    file.write_bytes(tile_pdf(poster("a2", "Peace now"), TileRequest(map=False, ruler=False)).data)
    first, rest = run("pdftotext", "-l", "1", file, "-").stdout, run("pdftotext", "-f", "2", file, "-").stdout
    assert first.split() == ["Peace", "now"]
    assert not rest.split()


def test_instructions_come_in_the_language_that_is_asked_for() -> None:
    data = poster("a3")
    assert tile_pdf(data, TileRequest(language="en")).data == tile_pdf(data).data
