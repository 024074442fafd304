"""``placards preflight`` says what is wrong with any PDF, and its exit code says whether anything is."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from placards.press.preflight.as_json import schema

from ..press.preflight.broken import draws
from ..press.preflight.good import changed, good_x4
from .support import assert_plain, environment, placards


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.pdf").write_bytes(good_x4())
    (tmp_path / "wrong.pdf").write_bytes(changed(good_x4(), draws(b"1 0 0 rg 90 90 20 20 re f")))
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "notes.txt").write_bytes(b"not a PDF at all")
    (tmp_path / "flat.toml").write_text(
        'summary = "Flat."\nsource = "a shop"\nlayers = false\nfinishing_on = "page"\nbleed = "5mm"\n'
    )
    return tmp_path


def test_a_good_file(folder: Path) -> None:
    done = placards("preflight", "good.pdf", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "PDF/X-4: all" in done.stdout
    assert "105 × 148 mm, 3 mm of bleed" in done.stdout
    assert "comfortable to 0.8 m, limit 1.5 m: “Peace and bread”" in done.stdout


def test_errors_are_said_and_end_with_one(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "wrong.pdf", "--quick", cwd=folder)
    assert done.returncode == 1
    assert "error: page 1: something is painted in plain RGB" in done.stdout
    assert "PDF/X-4: 1 of" in done.stdout
    assert not done.stderr


def test_what_cannot_be_looked_at_ends_with_two_and_the_others_are_told(folder: Path) -> None:
    done = placards("preflight", "empty.pdf", "notes.txt", "missing.pdf", "good.pdf", "--quick", cwd=folder)
    assert done.returncode == 2
    assert_plain(done.stderr, "empty.pdf: the file is empty", "notes.txt: this is no PDF", "missing.pdf")
    assert "PDF/X-4: all" in done.stdout


def test_the_json_holds_what_the_schema_says(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "wrong.pdf", "--quick", "--json", cwd=folder)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    jsonschema.validate(told, schema())
    assert [file["file"] for file in told["files"]] == ["good.pdf", "wrong.pdf"]
    assert [finding["rule"] for finding in told["files"][1]["findings"]] == ["rgb-painted"]


def test_a_shops_file_says_what_is_wanted(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "--profile", "flat.toml", "--quick", cwd=folder)
    assert done.returncode == 1
    for rule in ("layers-unwanted", "bleed-small", "standard-differs"):
        assert f"[{rule}]" in done.stdout


def test_a_profile_that_is_not_there(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "--profile", "pres-x4", cwd=folder)
    assert done.returncode == 2
    assert_plain(done.stderr, "pres-x4", "press-x4")


def test_another_standard_and_scale(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "--standard", "pdf/x-1a", "--scale", "10", "--quick", cwd=folder)
    assert done.returncode == 1
    assert "1050 × 1480 mm, 30 mm of bleed" in done.stdout
    assert "[x1a-layers]" in done.stdout
    assert "[resolution]" in done.stdout
    wrong = placards("preflight", "good.pdf", "--scale", "0.1", cwd=folder)
    assert wrong.returncode == 2
    assert_plain(wrong.stderr, "0.1 times as large")


def test_the_page_is_written(folder: Path) -> None:
    done = placards("preflight", "good.pdf", "wrong.pdf", "--quick", "--report", "report.html", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.endswith("report.html\n")
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "something is painted in plain RGB" in page


def test_without_ghostscript_it_is_said(folder: Path) -> None:
    done = placards("preflight", "good.pdf", cwd=folder, env=environment(PATH=str(folder)))
    assert done.returncode == 0, done.stderr
    assert "not checked: inks were not measured, for there is no Ghostscript here" in done.stdout


def test_help_says_that_distances_are_a_rule_of_thumb(folder: Path) -> None:
    done = placards("preflight", "--help", cwd=folder)
    assert "rule of thumb" in " ".join(done.stdout.split())
