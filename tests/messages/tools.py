"""Programs from outside, called as people call them; on CI a missing one fails the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def gettext(name: str, *arguments: str | Path) -> str:
    """Run a program of GNU gettext and return what it prints."""
    program = shutil.which(name)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing; install gettext")
        pytest.skip(f"{name} is missing; install gettext")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pybabel(folder: Path, *arguments: str | Path) -> None:
    """Run pybabel in a folder, with the extraction methods that pyproject.toml registers and no others."""
    points = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    info = folder / ".installed" / "placards_under_test-1.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: placards-under-test\nVersion: 1\n")
    lines = (f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in names.items()) for group, names in points.items())
    (info / "entry_points.txt").write_text("".join(lines))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(info.parent), str(PROJECT)])}
    command = [sys.executable, "-m", "babel.messages.frontend", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
