"""The tables that are remembered say of every character what fontTools says."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools import unicodedata as ucd

from placards.text import script_tables as module
from placards.text.script_tables import script_tables


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACARDS_CACHE", str(tmp_path))
    script_tables.cache_clear()


@pytest.mark.parametrize("remembered", [False, True])
def test_every_code_point(remembered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    script_tables()
    if remembered:
        script_tables.cache_clear()
        monkeypatch.setattr(module, "_rows", lambda: pytest.fail("made again"))
    tables = script_tables()
    for code_point in [*range(0x3400), *range(0xA000, 0xAC10), *range(0xF900, 0x20000, 3), 0x2A6DF, 0xE0001, 0x10FFFF]:
        char = chr(code_point)
        assert tables.script(code_point) == ucd.script(char), hex(code_point)
        assert tables.extension(code_point) == ucd.script_extension(char), hex(code_point)


def test_a_font_tools_that_cannot_be_named_is_asked_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_version", lambda: None)
    assert script_tables().script(ord("ی")) == "Arab"
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_another_version_of_font_tools_is_another_table() -> None:
    version = module._version()
    assert version is not None
    assert "fontTools" in version
