"""The schema that editors complete from takes every layout that the program takes, and no key that it refuses."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from placards.cli.main import main
from placards.elements.checking import model_of
from placards.elements.registry import kinds
from placards.files.shipped import templates_folder
from placards.kit.schema import layout_schema

LAYOUTS = sorted(templates_folder().glob("layouts/*/layout.toml"))
STARTER = """
name = "X"
sizes = ["a3"]
[[element]]
id = "slogan"
type = "text"
show = "slogan"
width = "80%"
[[variant]]
when = "aspect >= 2 and has_link == 1"
[variant.change.slogan]
width = "10vmin"
"""


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    jsonschema.Draft7Validator.check_schema(layout_schema())
    return jsonschema.Draft7Validator(layout_schema())


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.parent.name)
def test_shipped_layouts(path: Path, schema: jsonschema.Draft7Validator) -> None:
    assert [error.message for error in schema.iter_errors(tomllib.loads(path.read_text(encoding="utf-8")))] == []


def test_a_change_takes_a_side_back(schema: jsonschema.Draft7Validator) -> None:
    assert schema.is_valid(tomllib.loads(STARTER.replace('width = "10vmin"', 'end = ""')))
    assert not schema.is_valid(tomllib.loads(STARTER.replace('width = "80%"', 'end = ""')))
    assert not schema.is_valid(tomllib.loads(STARTER.replace('width = "10vmin"', 'least = ""')))


def test_the_layouts_of_this_test(schema: jsonschema.Draft7Validator) -> None:
    assert schema.is_valid(tomllib.loads(STARTER))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('show = "slogan"', 'shwo = "slogan"'),
        ('show = "slogan"', 'show = "slogn"'),
        ('show = "slogan"', "max_lines = 0"),
        ('show = "slogan"', 'shape = "star"'),  # a key of another kind
        ('show = "slogan"', 'outline = { fil = "ink" }'),
        ('type = "text"', 'type = "txt"'),
        ('id = "slogan"', 'id = "Slogan Two"'),
        ('id = "slogan"', ""),
        ('width = "80%"', 'width = "80 furlongs"'),
        ('width = "80%"', "width = 80"),
        ("aspect >= 2", "aspekt >= 2"),
        ("has_link == 1", "has_link = 1"),
        ('width = "10vmin"', 'widht = "10vmin"'),
        ('width = "10vmin"', 'id = "other"'),
        ('sizes = ["a3"]', 'sizes = "a3"'),
        ('name = "X"', ""),
        ('name = "X"', 'name = "X"\nlanguages = 7'),
        ('name = "X"', 'name = "X"\n[palettes.day]\npaper = "white"'),
    ],
)
def test_typos(right: str, wrong: str, schema: jsonschema.Draft7Validator) -> None:
    assert right in STARTER
    assert not schema.is_valid(tomllib.loads(STARTER.replace(right, wrong, 1)))


@pytest.mark.parametrize("name", kinds())
def test_every_key_of_every_kind(name: str) -> None:
    made = layout_schema()["definitions"][f"element-{name}"]
    model: Any = model_of(kinds()[name])
    assert set(made["properties"]) == set(model.model_fields)
    assert made["properties"]["type"] == {"const": name}
    assert made["description"]
    untyped = [
        key for key, value in made["properties"].items() if not set(value) & {"type", "anyOf", "enum", "const", "$ref"}
    ]
    assert untyped == []


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layout", "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == layout_schema()
    assert main(["layout", "schema", "-o", str(tmp_path / "s.json")]) == 0
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8")) == layout_schema()


@pytest.mark.parametrize("name", ["layout", "layout-new", "layout-schema", "layout-check", "layout-preview"])
def test_help(
    name: str, golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ..cli.test_commands import normal, run

    monkeypatch.setenv("COLUMNS", "80")
    assert run(*name.split("-"), "--help") == 0
    golden(Path(__file__).parent / "expected" / f"{name}.txt", normal(capsys.readouterr().out))
