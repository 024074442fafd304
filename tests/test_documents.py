"""What the documents point at is there, and what they show works."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DIVE = ROOT / "docs" / "dive_into_the_source.md"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", DIVE.read_text(encoding="utf-8")))))
def test_files_that_the_dive_opens(target: str) -> None:
    assert (DIVE.parent / target).exists()


ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", ARCHITECTURE))))
def test_files_that_the_architecture_names(name: str) -> None:
    assert any((folder / name).exists() for folder in (ROOT, ROOT / "placards")), name


@pytest.mark.parametrize(
    "layer", ["kit", "plan", "compose", "template", "elements", "art", "layout", "scene", "problems"]
)
def test_layers_that_the_architecture_names(layer: str) -> None:
    assert re.search(rf"^{layer}\b", ARCHITECTURE, re.MULTILINE), layer
    assert (ROOT / "placards" / layer).is_dir()


def test_the_steps_that_the_dive_tells_are_the_pipeline() -> None:
    from placards.pipeline import STEPS

    told = re.findall(r"^\| `(\w+)` \|", DIVE.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == [step.__name__ for step in STEPS]


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`(\w+/[\w./]*\.py)`|`(\w+\.py)`", DIVE.read_text(encoding="utf-8"))))
)
def test_modules_that_the_dive_names(name: tuple[str, str]) -> None:
    written = name[0] or name[1]
    assert (ROOT / written).exists() or (ROOT / "placards" / written).exists()


def test_the_program_of_the_dive_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", DIVE.read_text(encoding="utf-8"), re.DOTALL)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(program, "dive", "exec"), {})
    assert out.getvalue().startswith("placard ")
