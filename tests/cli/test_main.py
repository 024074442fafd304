"""However a command ends, whoever typed it gets a sentence and the right exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable

import pytest

from placards.cli import main as module
from placards.cli.main import main
from tests.cli.support import assert_plain


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """A function that lets every command end with an exception."""

    def with_(error: BaseException) -> None:
        def dispatch(arguments: list[str]) -> int:
            raise error

        monkeypatch.setattr(module, "_dispatch", dispatch)

    return with_


def test_ctrl_c(ends: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]) -> None:
    ends(KeyboardInterrupt())
    assert main(["list"]) == 130
    assert capsys.readouterr().err == "placards: interrupted\n"


def test_what_the_system_says_of_a_file(
    ends: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    ends(OSError(errno.EACCES, os.strerror(errno.EACCES), "/some/file"))
    assert main(["list"]) == 1
    assert_plain(capsys.readouterr().err, "/some/file", "Permission denied")


def test_a_full_disk_behind_the_output(
    ends: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is in the buffer would fail again at exit: it is dropped."""
    dropped: list[bool] = []
    monkeypatch.setattr(module, "_drop_output", lambda: dropped.append(True))
    ends(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert main(["list"]) == 1
    assert dropped == [True]
    assert_plain(capsys.readouterr().err, "the output cannot be written", "No space left")


def test_a_reader_that_went_away_is_no_error(
    ends: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dropped: list[bool] = []
    monkeypatch.setattr(module, "_drop_output", lambda: dropped.append(True))
    ends(BrokenPipeError())
    assert main(["list"]) == 0
    assert dropped == [True]
    assert capsys.readouterr().err == ""


def test_dropped_output_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    with open(writer, "w", encoding="utf-8") as out:
        monkeypatch.setattr(module.sys, "stdout", out)
        out.write("lost")
        module._drop_output()
        out.flush()
        monkeypatch.undo()
    with open(reader, "rb") as rest:
        assert rest.read() == b""


def test_a_developer_sees_the_traceback(ends: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACARDS_DEBUG", "1")
    ends(ZeroDivisionError("oops"))
    with pytest.raises(ZeroDivisionError, match="oops"):
        main(["list"])


def test_streams_that_a_caller_closed_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    module._open_streams()
    streams = [sys.stdin, sys.stdout, sys.stderr]
    try:
        assert [stream.name for stream in streams] == [os.devnull] * 3
        assert sys.stdin.read() == ""
        assert sys.stdout.write("x") == 1
    finally:
        monkeypatch.undo()
        for stream in streams:
            stream.close()


def test_streams_that_cannot_change_their_encoding_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    module._use_utf8()
    assert sys.stdout is out


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["lits"], ["there is no command “lits”", "Did you mean “list”?"]),
        (["list", "sizse"], ["“sizse” is not a choice", "Did you mean “sizes”? There are"]),
        (["list", "?"], ["“?” is not a choice", "Use one of"]),
        (["shape", "--dir", "up", "x"], ["“up” is not a choice for --dir", "auto"]),
        (["make", "--nonsense"], ["unrecognized arguments: --nonsense", "See “placards make --help”"]),
    ],
)
def test_arguments_that_cannot_be_used(
    arguments: list[str], parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert_plain(capsys.readouterr().err, *parts)


def test_without_a_command_all_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in module.COMMANDS)
    assert main(["help"]) == 0
    assert capsys.readouterr().out == said
