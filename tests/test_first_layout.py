"""Who follows “Your first layout in ten minutes” arrives: its commands run in their order, its snippets fit the file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from placards.cli.main import main
from placards.kit import watching

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "your-first-layout.md"
TEXT = GUIDE.read_text(encoding="utf-8")

#: What is to be done, in order: a comment that says where a snippet goes, and blocks.
STEPS = re.findall(r"(?:<!-- (.+?) -->\n)?```(\w+)\n(.*?)```", TEXT, re.DOTALL)

#: What a person reads: no word of it is Python.
ELEMENT = r"\[\[element\]\]\nid = \"{}\".*?(?=\n\n|\Z)"


def test_the_steps_are_found() -> None:
    kinds = [kind for _, kind, _ in STEPS]
    assert kinds.count("toml") == 3
    assert kinds.count("svg") == 1
    assert sum(block.count("placards ") for _, kind, block in STEPS if kind == "sh") >= 10
    assert "python" not in {kind.lower() for kind in kinds}
    assert len(STEPS) == TEXT.count("```") // 2


def test_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)

    def interrupted(*_: object) -> Iterator[None]:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changes", interrupted)
    for where, kind, block in STEPS:
        if kind == "toml":
            edit(Path("layouts/river-flag/layout.toml"), where, block.strip())
        elif kind == "svg":
            Path("art.svg").write_text(block, encoding="utf-8")
        else:
            for command in block.splitlines():
                code = main(shlex.split(command)[1:])
                told = capsys.readouterr()
                assert code == (130 if "--watch" in command else 0), (command, told)
                assert "warning:" not in told.out + told.err, (command, told)
    made = {path.name for path in tmp_path.iterdir()}
    assert made >= {
        "river.pdf",
        "water.png",
        "look.png",
        "my-layouts",
        "river-flag-preview.html",
        "river-sun-preview.html",
    }
    assert {path.name for path in (tmp_path / "my-layouts").glob("*.html")} == {"index.html"}
    assert 'class="error"' not in Path("river-sun-preview.html").read_text(encoding="utf-8")


def edit(file: Path, where: str, snippet: str) -> None:
    """What a person does with a snippet: ``after: ground`` or ``in place of: slogan``."""
    text = file.read_text(encoding="utf-8")
    how, _, name = where.partition(": ")
    found = re.search(ELEMENT.format(name), text, re.DOTALL)
    assert found is not None, where
    new = snippet if how == "in place of" else f"{found[0]}\n\n{snippet}"
    file.write_text(text.replace(found[0], new, 1), encoding="utf-8")


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)", TEXT))
def test_links(target: str) -> None:
    assert (GUIDE.parent / target).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`placards (list \w+)`", TEXT))))
def test_lists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out
