"""Rows as aligned columns: as wide as they need, narrower where the terminal is, and counted in cells."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest

from placards.cli import table as module
from placards.cli.table import table

ROWS = [{"name": "big", "about": "one slogan"}, {"name": "chant-sheet", "about": "many"}]


class Terminal:
    """A standard output that is a terminal of so many columns, or says that it is none."""

    def __init__(self, columns: int | None) -> None:
        self.columns = columns

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    out = Terminal(40)

    def size(_: int) -> os.terminal_size:
        if out.columns is None:
            raise OSError("no terminal")
        return os.terminal_size((out.columns, 24))

    monkeypatch.setattr(module, "sys", SimpleNamespace(stdout=out))  # pytest puts its own sys.stdout back
    monkeypatch.setattr(module.os, "get_terminal_size", size)
    return out


def test_columns_are_aligned() -> None:
    assert table(ROWS).splitlines() == [
        "name         about",
        "big          one slogan",
        "chant-sheet  many",
    ]


def test_nothing_is_nothing() -> None:
    assert table([]) == ""


def test_wide_and_narrow_characters_are_counted_in_cells() -> None:
    rows = [{"a": "和平", "b": "x"}, {"a": "e\u0301e", "b": "y"}, {"a": "सेना", "b": "z"}]
    lines = table(rows).splitlines()
    assert lines[1] == "和平  x"  # four cells
    assert lines[2] == "e\u0301e    y"  # two


def test_a_terminal_gets_a_bold_head_and_no_more_than_its_columns(terminal: Terminal) -> None:
    text = "a long story about what this layout is for and when to use it"
    lines = table([{"name": "big", "about": text}, {"name": "x" * 30, "about": "short"}]).splitlines()
    assert lines[0].startswith("\x1b[1mname")
    assert lines[0].endswith("\x1b[0m")
    assert all(len(line) <= 40 for line in lines[1:])
    # A word that is longer than its column is broken, and nothing is lost.
    assert "".join(line[:19].strip() for line in lines[1:]).endswith("x" * 30)
    assert " ".join(" ".join(line[20:] for line in lines[1:]).split()) == f"{text} short"


def test_columns_are_not_made_narrower_than_a_word_can_bear(terminal: Terminal) -> None:
    terminal.columns = 10
    lines = table([{"a": "b" * 30, "c": "d" * 30}]).splitlines()
    assert max(map(len, lines[1:])) == 12 + 2 + 12


def test_a_terminal_that_does_not_know_its_width(terminal: Terminal) -> None:
    terminal.columns = None
    assert table([{"a": "b" * 150, "c": "d"}]).splitlines()[1] == "b" * 150 + "  d"


def test_a_column_without_words_stays_empty(terminal: Terminal) -> None:
    terminal.columns = 20
    lines = table([{"a": " " * 30, "b": "c"}]).splitlines()
    assert lines[1].strip() == "c"
