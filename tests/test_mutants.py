"""The list of small changes to core code that the tests must notice: each can be made, and names tests that exist."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutants", ROOT / "tools" / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


tool = _tool()
MUTANTS = tool.read()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.file}: {mutant.why}")
def test_the_change_can_be_made_and_is_one(mutant: Any, tmp_path: Path) -> None:
    copy = tmp_path / mutant.file
    copy.parent.mkdir(parents=True)
    text = (ROOT / mutant.file).read_text(encoding="utf-8")
    copy.write_text(text, encoding="utf-8")
    mutant.apply(tmp_path)
    changed = copy.read_text(encoding="utf-8")
    assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text))
    assert mutant.tests
    assert all((ROOT / test).exists() for test in mutant.tests)


def test_a_change_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\nx = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="2 times"):
        tool.Mutant("a.py", "x = 1", "x = 2", ("tests",)).apply(tmp_path)


def test_there_are_forty_in_every_part_of_the_core() -> None:
    parts = Counter(mutant.file.split("/")[1].removesuffix(".py") for mutant in MUTANTS)
    assert sum(parts.values()) >= 43
    assert set(parts) == {
        "campaign", "compose", "elements", "files", "layout", "locale", "messages", "pipeline", "plan", "render",
        "scene", "text", "values",
    }  # fmt: skip
