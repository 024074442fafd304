"""A new layout works at once: it passes its check, is set in every shipped language, and overwrites nothing."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from placards.cli.main import main
from placards.kit.cells import Wanted, made
from placards.kit.checking import found_at_once
from placards.kit.new import new_layout
from placards.kit.samples import Sample, Samples
from placards.kit.target import target
from placards.messages.trust.status import Status
from placards.pipeline import Engine

from ..jobs import messages

LANGUAGES = sorted(
    summary.language
    for summary in messages().languages()
    if any(
        messages().message(slogan, summary.language).status.at_least(Status.TRANSLATED)
        for slogan in messages().slogans(pack="peace")
    )
)


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> tuple[Samples, Engine]:
    folder = tmp_path_factory.mktemp("new")
    new_layout("mine", folder)
    found = target("mine", folder)
    return Samples(found.inputs), Engine(inputs=found.inputs)


def test_what_is_written(tmp_path: Path) -> None:
    toml, schema = new_layout("river-flag", tmp_path)
    assert [toml, schema] == [
        tmp_path / "layouts" / "river-flag" / name for name in ("layout.toml", "layout.schema.json")
    ]
    text = toml.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "#:schema ./layout.schema.json"
    assert "layout preview river-flag --watch" in text
    assert text.count("\n#") >= 10  # it says what it does
    table = tomllib.loads(text)
    assert table["name"] == "River flag"
    jsonschema.validate(table, json.loads(schema.read_text(encoding="utf-8")))


def test_nothing_to_mend(look: tuple[Samples, Engine]) -> None:
    inputs = look[0].inputs
    assert found_at_once(inputs.layout("mine"), inputs) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language(language: str, look: tuple[Samples, Engine]) -> None:
    samples, engine = look
    layout = engine.inputs.layout("mine")
    for slogan, size in (("shortest", "a3"), ("longest", "banner-300x100cm"), ("longest", "story")):
        cell = made(layout, Wanted(Sample((language,), slogan), size), (), samples, engine)
        assert len(cell.scenes) == 1
        assert [str(one) for one in cell.diagnostics] == []


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "new", "mine", "--path", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert f"layout preview mine --watch --path {tmp_path}" in out
    file = tmp_path / "layouts" / "mine" / "layout.toml"
    file.write_text("mine", encoding="utf-8")
    assert main(["layout", "new", "mine", "--path", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"
    (tmp_path / "layouts" / "link").symlink_to(tmp_path / "nowhere")
    assert main(["layout", "new", "link", "--path", str(tmp_path)]) == 2


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["Bad Name"], ["cannot be the name of a layout"]),
        (["../out"], ["cannot be the name of a layout"]),
        (["x", "--path", "nowhere"], ["nowhere"]),
    ],
)
def test_names(
    arguments: list[str],
    parts: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["layout", "new", *arguments]) == 2
    assert all(part in capsys.readouterr().err for part in parts)
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "pervew"]) == 2
    assert "“preview”" in capsys.readouterr().err


def test_the_name_of_a_shipped_layout_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["layout", "new", "big"]) == 0
    assert "a shipped layout is called “big” too" in capsys.readouterr().err
    assert main(["layout", "new", "river"]) == 0
    assert capsys.readouterr().err == ""
