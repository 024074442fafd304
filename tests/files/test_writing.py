"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from placards.files.writing import remove_leftovers, write_file
from placards.problems.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.pdf"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(path.parent) == ["c.pdf"]


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_file(tmp_path / "x", b"")
        assert os.umask(0o027) == 0o027, "the mask is as it was"
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_long_and_foreign_names(tmp_path: Path) -> None:
    for name in ("آزادی" * 10 + ".pdf", "x" * 250, "a b'\"$(rm).pdf"):
        write_file(tmp_path / name, b"x")
        assert (tmp_path / name).read_bytes() == b"x"
    with pytest.raises(OutputError, match="too long"):
        write_file(tmp_path / ("x" * 300), b"x")


@pytest.mark.parametrize("step", ["fdopen", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EFBIG])
def test_a_failure_at_any_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    path = tmp_path / "x.pdf"
    write_file(path, b"old")

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OutputError) as caught:
        write_file(path, b"new")
    monkeypatch.undo()
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.remedy
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.pdf"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
def test_an_interruption_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    path = tmp_path / "x.pdf"
    write_file(path, b"old")

    def interrupt(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(error):
        write_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.pdf"]


def test_a_really_full_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    def on_full(*_: Any, **__: Any) -> tuple[int, str]:
        return os.open("/dev/full", os.O_WRONLY), str(tmp_path / "none.part")

    monkeypatch.setattr(tempfile, "mkstemp", on_full)
    with pytest.raises(OutputError, match="the disk is full"):
        write_file(tmp_path / "x", b"data")
    assert names(tmp_path) == []


def test_places_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    for path, problem in (
        (tmp_path / "file" / "x", "file"),
        (tmp_path / "folder", "there is a folder of this name"),
        (Path("/proc/none/x"), ""),
        (Path("/dev/null/x"), "file"),
    ):
        with pytest.raises(OutputError) as caught:
            write_file(path, b"x")
        assert problem in str(caught.value)
        assert str(path) in str(caught.value)
    assert names(tmp_path) == ["file", "folder"]


def test_leftovers_are_those_of_this_file(tmp_path: Path) -> None:
    keep = ["x.pdf", ".y.pdf.1.part", ".x.pdf.1.txt", "x.pdf.part"]
    for name in [*keep, ".x.pdf.1.part", ".x.pdf.2.part"]:
        (tmp_path / name).write_bytes(b"")
    remove_leftovers(tmp_path / "x.pdf")
    assert names(tmp_path) == sorted(keep)
    remove_leftovers(tmp_path / "nowhere" / "x.pdf")
