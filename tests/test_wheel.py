"""The wheel carries fonts and templates: installed into an empty environment, it works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(command: list[str | Path], folder: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_wheel_works_in_an_empty_environment(tmp_path: Path) -> None:
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist"], ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    run([python, "-m", "pip", "install", *quiet, "--constraint", ROOT / "constraints.txt", wheel], tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    placards = python.with_name("placards")
    run([placards, "batch", "climate", "--out", "out"], elsewhere)
    manifest = json.loads((elsewhere / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert not manifest["failed"]
    assert all((elsewhere / "out" / artefact["file"]).stat().st_size for artefact in manifest["artefacts"])
    run(
        [placards, "make", "--slogan", "peace/peace-now", "--lang", "ur", "-o", "peace.png", "--size", "square"],
        elsewhere,
    )
    assert (elsewhere / "peace.png").read_bytes().startswith(b"\x89PNG")
    assert "Noto Nastaliq Urdu" in run([placards, "list", "fonts"], elsewhere)
    listed = run([python, "-c", "import placards; print(placards.__file__)"], elsewhere)
    assert str(ROOT) not in listed
