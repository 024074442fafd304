"""Targets with known defects, so that the fuzzer can show that it finds every kind."""

from __future__ import annotations

import faulthandler
import socket
import time
from collections.abc import Callable
from pathlib import Path

from fuzz.target import Box, Target, WrongResultError
from placards.problems.errors import InputError


def _planted(name: str, run: Callable[[bytes, Box], object], seconds: float = 2.0, megabytes: int = 300) -> Target:
    def when_hostile(data: bytes, box: Box) -> None:
        if b"X" in data:
            run(data, box)
        elif b"Y" in data:
            raise InputError("text-empty")  # an honest refusal

    return Target(
        name,
        lambda rng: bytes(rng.choice(b"abcdefghijkXY ") for _ in range(9)),
        when_hostile,
        seconds=seconds,
        megabytes=megabytes,
    )


def _error(data: bytes, box: Box) -> None:
    raise KeyError(len(data))


def _speechless(data: bytes, box: Box) -> None:
    class SpeechlessError(InputError):
        def __str__(self) -> str:
            raise IndexError("no words")

    raise SpeechlessError("x")


def _wrong(data: bytes, box: Box) -> None:
    raise WrongResultError("1 is not 2")


def _spin(seconds: float) -> Callable[[bytes, Box], None]:
    def spin(data: bytes, box: Box) -> None:
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass

    return spin


def _write(data: bytes, box: Box) -> None:
    try:
        (box.outside / "x").write_bytes(b"")
    except OSError as error:  # a program that makes a refusal of it is found out all the same
        raise InputError("output-unwritable", reason="no place") from error


def _inside(data: bytes, box: Box) -> None:
    folder = box.folder / "deep"
    folder.mkdir(exist_ok=True)
    (folder / "x").write_bytes(data)
    (folder / "x").replace(folder / "y")
    (folder / "y").read_bytes()


TARGETS = (
    _planted("sound", _inside),
    _planted("error", _error),
    _planted("speechless", _speechless),
    _planted("wrong", _wrong),
    _planted("read", lambda data, box: Path("../outside/../../state").read_bytes()),
    _planted("listing", lambda data, box: list(Path("/").iterdir())),
    _planted("write", _write),
    _planted("rename", lambda data, box: Path("x").rename(box.outside / "y")),
    _planted("process", lambda data, box: socket.socket()),
    _planted("crash", lambda data, box: faulthandler._sigsegv()),  # type: ignore[attr-defined]
    _planted("slow", _spin(0.2), seconds=0.1),
    _planted("hang", _spin(60), seconds=0.05),
    _planted("memory", lambda data, box: len(b"x" * 90_000_000), megabytes=50),
)
