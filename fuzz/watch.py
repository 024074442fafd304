"""What Python does outside a case's folder becomes events, and is stopped: files, folders, processes, sockets."""

from __future__ import annotations

import errno
import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from fuzz.words import ROOT

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

#: Events that change files → how many of their arguments are paths.
_CHANGES = {
    "os.mkdir": 1, "os.rmdir": 1, "os.remove": 1, "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.truncate": 1,
    "os.chmod": 1, "os.chown": 1, "os.utime": 1, "os.setxattr": 1, "os.removexattr": 1, "os.chflags": 1,
}  # fmt: skip
_LISTINGS = {"os.listdir", "os.scandir"}
_FORBIDDEN = {
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.startfile",
    "socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request",
    "webbrowser.open", "os.kill", "ftplib.connect", "smtplib.connect",
}  # fmt: skip


class Event(NamedTuple):
    """Something done outside: what kind ("read", "write", "process"), to what, and where in the program."""

    kind: str
    what: str
    where: str


class Watch:
    """The one audit hook of a process, which cannot be taken out; it is awake inside `over` alone."""

    def __init__(self) -> None:
        self.readable = tuple(f"{os.path.realpath(p)}{os.sep}" for p in _readable())
        self.listable = frozenset(os.path.realpath(p or ".") for p in sys.path)
        self._awake = False
        self._inside = ""
        self._events: list[Event] = []
        sys.addaudithook(self._hook)

    @contextmanager
    def over(self, folder: Path) -> Iterator[list[Event]]:
        """Events come into the list that this gives."""
        self._inside = os.path.realpath(folder)
        events: list[Event] = []
        self._events = events
        self._awake = True
        try:
            yield events
        finally:
            self._awake = False

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._awake:
            return
        self._awake = False
        try:
            if event == "open":
                path, mode, flags = arguments
                writes = any(c in "wax+" for c in mode) if isinstance(mode, str) else bool((flags or 0) & _WRITING)
                self._look("write" if writes else "read", path)
            elif event in _LISTINGS:
                self._look("list", arguments[0] if arguments[0] is not None else ".")
            elif event in _CHANGES:
                for path in arguments[: _CHANGES[event]]:
                    self._look("write", path)
            elif event in _FORBIDDEN:
                self._events.append(Event("process", f"{event} {arguments!r}"[:200], place(sys._getframe(1))))
                raise PermissionError(errno.EACCES, "the fuzzer forbids processes and sockets")
        finally:
            self._awake = True

    def _look(self, kind: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # a descriptor: what it was opened for was looked at
        try:
            real = os.path.realpath(os.fsdecode(path))
        except (ValueError, OSError):
            return  # no file has such a name
        if real == self._inside or real.startswith(self._inside + os.sep):
            return
        if kind != "write" and (real + os.sep).startswith(self.readable):
            return
        if (kind == "list" and real in self.listable) or real == os.devnull:
            return
        self._events.append(Event("write" if kind == "write" else "read", real, place(sys._getframe(2))))
        raise PermissionError(errno.EACCES, "the fuzzer forbids what lies outside", real)


def mapped(folder: Path) -> list[str]:
    """Files below a folder that are mapped into memory: libraries in C open files unheard. Linux alone says."""
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    inside = os.path.realpath(folder) + os.sep
    return sorted({line.split(maxsplit=5)[-1] for line in maps.splitlines() if inside in line})


def place(frame: Any) -> str:
    """``placards/layout/fit.py:358 _balanced`` for the innermost frame of the program; else of whatever there is."""
    first = ""
    while frame is not None:
        code = frame.f_code
        name = relative(code.co_filename)
        first = first or f"{name}:{frame.f_lineno} {code.co_name}"
        if name.startswith("placards/"):
            return f"{name}:{frame.f_lineno} {code.co_name}"
        frame = frame.f_back
    return first


def relative(file: str) -> str:
    """A source file as the repository knows it; others by the last parts of their path."""
    path = Path(file)
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _readable() -> Iterator[str | Path]:
    yield from (ROOT / name for name in ("placards", "fonts", "templates"))
    paths = sysconfig.get_paths()
    yield from (paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from (p for p in sys.path if p.endswith(("site-packages", "lib-dynload")))
    yield from ("/proc/self", f"/proc/{os.getpid()}", "/dev/urandom")
    yield from ("/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone")  # Babel looks for its idea of a time zone
