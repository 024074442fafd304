"""A drawing becomes a layout on the command line: the guide as it stands, refusals, and a second run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from placards.cli.main import EXIT_UNUSABLE, main

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "layout-from-svg.md"
SAMPLE = ROOT / "docs" / "layout-from-svg" / "water.svg"
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(SAMPLE, tmp_path / "water.svg")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_guide_alone_makes_a_layout(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(COMMANDS) >= 7
    for command in COMMANDS:
        arguments = shlex.split(command)
        assert arguments[0] == "placards"
        assert main(arguments[1:]) == 0, command
        said = capsys.readouterr()
        assert said.err == "", f"{command}: {said.err}"
        if "-o" in arguments:
            assert (here / arguments[arguments.index("-o") + 1]).stat().st_size > 3000
    assert {path.name for path in (here / "layouts" / "water").iterdir()} == {"layout.toml", "art.svg"}


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "from-svg", "water.svg"]) == 0
    layout = here / "layouts" / "water" / "layout.toml"
    before = layout.read_bytes()
    capsys.readouterr()
    assert main(["layout", "from-svg", "water.svg"]) == EXIT_UNUSABLE
    assert "not overwritten" in capsys.readouterr().err
    assert layout.read_bytes() == before


def test_force_renews_art_keeps_edits_and_says_what_is_new(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "from-svg", "water.svg"]) == 0
    folder = here / "layouts" / "water"
    edited = (folder / "layout.toml").read_text(encoding="utf-8").replace('name = "Water"', 'name = "River"')
    (folder / "layout.toml").write_text(edited, encoding="utf-8")
    drawing = SAMPLE.read_text(encoding="utf-8").replace("#f2a541", "#d1495b").replace('label="call"', 'label="place"')
    (here / "water.svg").write_text(drawing, encoding="utf-8")
    capsys.readouterr()
    assert main(["layout", "from-svg", "water.svg", "--force"]) == 0
    assert "place" in capsys.readouterr().err
    assert (folder / "layout.toml").read_text(encoding="utf-8") == edited
    assert "#d1495b" in (folder / "art.svg").read_text(encoding="utf-8")


def test_every_mistake_of_a_drawing_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "from-svg", str(ROOT / "tests/data/svg/02-figma.svg"), "--name", "fig"]) == EXIT_UNUSABLE
    said = capsys.readouterr().err
    for part in ("called after a slot", "a filter", "a mask", "a pattern"):
        assert part in said
    assert not (here / "layouts").exists()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["none.svg"], "none.svg"),
        (["."], "."),
        (["water.svg", "--name", "../x"], "cannot be the name"),
        (["water.svg", "--name", "Water 1"], "cannot be the name"),
    ],
)
def test_refusals(here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], part: str) -> None:
    assert main(["layout", "from-svg", *arguments]) != 0
    said = capsys.readouterr().err
    assert part in said
    assert "Traceback" not in said
    assert "internal" not in said
    assert not (here / "layouts").exists()


def test_the_drawing_itself_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Someone who keeps it in the layout's folder, under the name that the art gets."""
    assert main(["layout", "from-svg", "water.svg"]) == 0
    drawing = here / "layouts" / "water" / "art.svg"
    shutil.copy(SAMPLE, drawing)
    capsys.readouterr()
    assert main(["layout", "from-svg", str(drawing), "--name", "water", "--force"]) == EXIT_UNUSABLE
    assert "would take the place of your drawing" in capsys.readouterr().err
    assert drawing.read_bytes() == SAMPLE.read_bytes()
