"""``--art``, ``placards credits`` and ``placards list art``, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .support import assert_plain, environment, placards

LAYOUT = """name = "Symbol"
credit = "Somebody"
[palettes.day]
paper = "#ffffff"
ink = "#111111"
[[element]]
id = "slogan"
type = "text"
show = "slogan"
inside = "safe"
height = "40%"
[[element]]
id = "symbol"
type = "art"
art = "auto"
choose = true
inside = "safe"
below = "slogan"
bottom = "0"
"""
CAMPAIGN = """[campaign]
name = "Demo"
art = "peace/dove"
[[set]]
name = "one"
layouts = ["symbol", "big"]
slogans = ["peace/peace-now"]
languages = ["en"]
sizes = ["a6"]
[[set]]
name = "two"
layouts = ["symbol"]
slogans = ["peace/peace-now"]
art = "solidarity/heart"
languages = ["ar"]
sizes = ["a6"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "layouts" / "symbol").mkdir(parents=True)
    (tmp_path / "layouts" / "symbol" / "layout.toml").write_text(LAYOUT, "utf-8")
    (tmp_path / "demo.toml").write_text(CAMPAIGN, "utf-8")
    po = tmp_path / "locale" / "ar" / "LC_MESSAGES" / "art.po"
    po.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po.write_text(head + 'msgctxt "art/peace/dove"\nmsgid "A dove"\nmsgstr "حمامة"\n', "utf-8")
    return tmp_path


def test_a_piece_is_chosen_on_the_command_line_and_named_in_the_sheets_language(folder: Path) -> None:
    arguments = ["make", "سلام", "--lang", "ar", "--layout", "symbol", "--path", ".", "--art", "peace/dove"]
    done = placards(*arguments, "-o", "x.svg", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert 'role="img" aria-label="حمامة"' in (folder / "x.svg").read_text("utf-8")


def test_a_wrong_name_and_art_that_no_layout_shows_are_said(folder: Path) -> None:
    wrong = placards("make", "Peace", "--layout", "symbol", "--path", ".", "--art", "dove", "-o", "x.pdf", cwd=folder)
    assert wrong.returncode == 2
    assert_plain(wrong.stderr, "no art called “dove”", "“peace/dove”")
    idle = placards("make", "Peace", "--layout", "big", "--art", "peace/dove", "-o", "x.pdf", cwd=folder)
    assert idle.returncode == 0
    assert_plain(idle.stderr, "does not show the art “peace/dove”")


def test_a_campaign_names_art_and_its_manifest_credits_it(folder: Path) -> None:
    done = placards("batch", "demo.toml", "--out", "out", "-j", "1", cwd=folder)
    assert done.returncode == 0, done.stderr
    artefacts = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))["artefacts"]
    credited = {a["file"]: {(c["kind"], c["name"]) for c in a["credits"] if c["kind"] != "font"} for a in artefacts}
    shown = {name: kinds for name, kinds in credited.items() if "symbol" in name or "two" in name}
    assert sorted(map(sorted, shown.values())) == [
        [("art", "peace/dove"), ("layout", "symbol")],
        [("art", "solidarity/heart"), ("layout", "symbol")],
    ]
    assert all(any(c["kind"] == "font" and c["licence"] for c in a["credits"]) for a in artefacts)


def test_credits_of_pieces_layouts_and_campaigns(folder: Path) -> None:
    two = placards("credits", "peace/dove", "climate/tree", cwd=folder).stdout
    assert "peace/dove by Fonticons" in two
    assert "changed" in two
    assert "Fonts:" not in two
    everything = placards("credits", "--json", cwd=folder)
    assert len([one for one in json.loads(everything.stdout) if one["kind"] == "art"]) == 75
    layout = placards("credits", "--layout", "symbol", "--path", ".", cwd=folder).stdout
    assert "symbol by Somebody" in layout
    assert "voice/megaphone by" in layout
    campaign = placards("credits", "--campaign", "demo.toml", cwd=folder)
    assert campaign.returncode == 0, campaign.stderr
    assert "peace/dove by" in campaign.stdout
    assert "solidarity/heart by" in campaign.stdout
    assert "voice/megaphone" not in campaign.stdout


def test_credits_of_what_there_is_not(folder: Path) -> None:
    wrong = placards("credits", "dove", cwd=folder)
    assert wrong.returncode == 2
    assert_plain(wrong.stderr, "“peace/dove”")
    both = placards("credits", "peace/dove", "--layout", "big", cwd=folder)
    assert both.returncode == 2
    assert_plain(both.stderr, "only one")


def test_art_is_listed_with_what_is_delicate(folder: Path) -> None:
    rows = json.loads(placards("list", "art", "--json", cwd=folder).stdout)
    assert len(rows) == 75
    row = next(one for one in rows if one["name"] == "work/clock")
    assert row["mirrors"] is False
    assert "clocks never mirror" in row["notes"]


def test_a_file_of_ones_own_is_drawn_and_the_program_ends_quietly(folder: Path) -> None:
    """wasmtime's objects would complain if they outlived its modules."""
    layout = folder / "layouts" / "symbol"
    text = LAYOUT.replace('art = "auto"\nchoose = true', 'file = "sign.svg"')
    (layout / "layout.toml").write_text(text, "utf-8")
    (layout / "sign.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>', "utf-8"
    )
    arguments = ["make", "Peace", "--layout", "symbol", "--path", ".", "-o", "x.pdf"]
    done = placards(*arguments, cwd=folder, env=environment(PLACARDS_CACHE="off"))
    assert (done.returncode, done.stderr) == (0, "")
    (layout / "sign.svg").write_text("<svg", "utf-8")
    broken = placards(*arguments, cwd=folder)
    assert broken.returncode == 2
    assert_plain(broken.stderr, "sign.svg", "no SVG that can be read")
