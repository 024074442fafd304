"""Every command that README shows works as it stands there, in the order in which it stands, and every link leads on."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from placards.cli.main import main

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines() if line]
COMMANDS = [line for line in LINES if line.startswith("placards ")]


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 7


def test_every_line_is_one_that_is_tried() -> None:
    assert [line for line in LINES if not re.match(r"placards |make |\. \.venv/bin/activate$", line)] == []


def test_the_command_is_there_before_it_is_used(tmp_path: Path) -> None:
    """defects.md 32: after `make demo`, README's next command failed: “placards: command not found”.

    The lines up to the first command run in a shell that knows nothing of it; ``make`` has made the environment."""
    first = LINES.index(COMMANDS[0])
    before = LINES[:first]
    assert before[0] == "make demo"
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    script = "\n".join(["set -e", "make() { :; }", *before, "placards --version"])
    clean = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": os.environ.get("HOME", "/")}
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"placards \d+\.\d+.*\n", done.stdout)
    without = subprocess.run(
        ["sh", "-c", "placards --version"], cwd=tmp_path, env=clean, capture_output=True, check=False
    )
    assert without.returncode == 127, "the shell knows the command by itself: this test shows nothing"


@pytest.mark.parametrize("command", COMMANDS)
def test_command(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(command)[1:]
    if any(argument.startswith("river-day/") for argument in arguments):  # a command above it wrote that
        assert main(["campaign", "new", "river-day"]) == 0
    assert main(arguments) == 0
    if "-o" in arguments:
        assert (tmp_path / arguments[arguments.index("-o") + 1]).stat().st_size > 500


def test_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "program.py").write_text(f'if __name__ == "__main__":\n{re.sub("(?m)^(?=.)", "    ", program)}')
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-W", "error::SyntaxWarning", "program.py"], env=environment, check=False)
    assert done.returncode == 0
    assert (tmp_path / "peace.pdf").stat().st_size > 500
    assert (tmp_path / "out" / "climate" / "manifest.json").is_file()


@pytest.mark.parametrize("command", re.findall(r"`placards (list \w+|shape [^`]*--json)`", TEXT))
def test_inline_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", TEXT))
def test_link(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)$", TEXT, re.MULTILINE))
def test_make_target(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
