"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from placards.files.writing import (
    Appender,
    explained,
    make_folder,
    place_file,
    prepare_file,
    remove_file,
    remove_leftovers,
    write_file,
)
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


NUMBERS = [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EFBIG, errno.EINTR]


def failing(number: int) -> Callable[..., Any]:
    """Stands in for a call of the system that fails."""

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["open", "write", "fsync", "close", "replace"])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_failure_at_any_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    path = tmp_path / "x.pdf"
    write_file(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, failing(number))
        with pytest.raises(OutputError) as caught:
            write_file(path, b"new")
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.remedy
    assert "--" not in caught.value.remedy, "no command's own option: make has no --out"  # defects.md 34
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x.pdf"]


def test_short_writes_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    data = bytes(range(256)) * 20
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, rest: write(handle, rest[:7]))
        write_file(tmp_path / "x", data)
    assert (tmp_path / "x").read_bytes() == data


def test_a_write_that_gets_nowhere_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, rest: 0)
        with pytest.raises(OutputError, match="cannot be written"):
            write_file(tmp_path / "x", b"data")
    assert names(tmp_path) == []


@pytest.mark.parametrize("fails_after", [0, 1, 2])
def test_a_disk_that_fills_in_the_middle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_after: int) -> None:
    write, calls = os.write, iter(range(100))
    path = tmp_path / "x"
    write_file(path, b"old")

    def half(handle: int, rest: memoryview) -> int:
        if next(calls) == fails_after:
            raise OSError(errno.ENOSPC, "full")
        return write(handle, rest[:3])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        with pytest.raises(OutputError, match="the disk is full"):
            write_file(path, b"something longer")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


def test_a_disk_that_cannot_flush_has_the_file_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(errno.EINVAL))
        write_file(tmp_path / "x", b"data")
    assert (tmp_path / "x").read_bytes() == b"data"


def test_the_name_is_flushed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[str] = []
    fsync = os.fsync

    def note(handle: int) -> None:
        flushed.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", note)
        write_file(tmp_path / "x", b"data")
    assert flushed == ["file", "folder"]


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


def test_a_really_full_device() -> None:
    with pytest.raises(OutputError, match="the disk is full"):
        Appender(Path("/dev/full")).add(b"line")


def test_lines_are_added_whole(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b"broken off")
    journal = Appender(path)
    journal.add(b"one", flush=True)
    journal.add(b"two")
    journal.close()
    assert [line for line in path.read_bytes().split(b"\n") if line] == [b"broken off", b"one", b"two"]
    remove_file(path)
    remove_file(path)
    assert names(tmp_path) == []
    with pytest.raises(OutputError, match="folder does not exist"):
        Appender(tmp_path / "nowhere" / "journal")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        remove_file(tmp_path / "folder")
    with pytest.raises(OutputError, match="a file"):
        make_folder(Path("/dev/null/x"))


def test_links_are_followed_and_devices_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    write_file(tmp_path / "real" / "x", b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real" / "x")
    (tmp_path / "dangling").symlink_to(tmp_path / "real" / "new")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    write_file(tmp_path / "link", b"through the link")
    write_file(tmp_path / "dangling", b"made")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "x").read_bytes() == b"through the link"
    assert (tmp_path / "real" / "new").read_bytes() == b"made"
    assert names(tmp_path / "real") == ["new", "x"]
    with pytest.raises(OutputError):
        write_file(tmp_path / "loop", b"")
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/null"), tmp_path / "pipe"):  # as root, /dev/null would have become a file
        with pytest.raises(OutputError, match="no ordinary file"):
            write_file(path, b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(OutputError, match="cannot be the name"):
        write_file(tmp_path / "a\0b", b"x")
    assert "cannot be the name" in str(explained(ValueError("embedded null byte"), tmp_path))


def test_a_file_that_another_program_holds(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "sharing violation")
    error.winerror = 32  # type: ignore[attr-defined]  # as Windows has it
    assert "Close it there" in str(explained(error, tmp_path / "x.pdf"))


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


def test_a_file_in_two_steps(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.pdf"
    name = prepare_file(path, b"new")
    assert names(path.parent) == [name]
    (tmp_path / "elsewhere").write_bytes(b"mine")
    path.symlink_to(tmp_path / "elsewhere")
    place_file(name, path)
    assert not path.is_symlink()
    assert path.read_bytes() == b"new"
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
    path.unlink()
    path.mkdir()
    with pytest.raises(OutputError, match="folder of this name"):
        place_file(prepare_file(path, b"x"), path)
    assert names(path.parent) == ["x.pdf"]


def test_leftovers_are_those_of_dead_processes(tmp_path: Path) -> None:
    keep = ["x.pdf", ".x.pdf.1.part", ".placards-1.part", ".placards-x-0123abcd.part", ".placards-1-0123abcd.parts"]
    for name in [*keep, ".placards-1-ffffffff.part"]:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".placards-3-00000000.part").symlink_to("x.pdf")
    (tmp_path / ".placards-4-00000000.part").mkdir()
    keep += [".placards-3-00000000.part", ".placards-4-00000000.part"]
    assert remove_leftovers(tmp_path) == 1
    assert names(tmp_path) == sorted(keep)
    assert remove_leftovers(tmp_path / "nowhere") == 0


def test_a_killed_write_leaves_a_name_that_is_known(tmp_path: Path) -> None:
    """defects.md 28"""
    script = (
        "import os, signal, sys; from pathlib import Path; import placards.files.writing as w\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        "w.write_file(Path(sys.argv[1]), b'half')"
    )
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2
    assert remove_leftovers(tmp_path) == 1
    assert names(tmp_path) == ["x.pdf"]
