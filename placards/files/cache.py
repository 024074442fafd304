"""What was worked out from a file's bytes is remembered in the user's cache, so that the next process need not.

A value belongs to a kind ("fonts"), the digest of what it was made from, and the program that made it: its version, its
own files and Python's version. What another program wrote, what is damaged or what cannot be read counts as nothing and
is worked out again. Without a cache (no home, a read-only one, ``PLACARDS_CACHE=off``) everything works, only later.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from placards.files.writing import remove_empty_folder, remove_file, write_file
from placards.problems.errors import PlacardsError

#: None, truth values, numbers, texts, bytes, and tuples, lists and dicts of these: what ``marshal`` writes, and reads
#: without running anything.
Plain: TypeAlias = Any

_MAGIC = b"placards cache 1\n"

#: No value is larger, and no more are kept of a kind: about 20 MB at most of what is ordinary.
MAX_VALUE_BYTES = 20_000_000
MAX_VALUES = 4_000

#: How many programs' caches stay: the present one, and one to go back to.
MAX_PROGRAMS = 3

#: A kind is counted at its first value and then after so many.
_COUNT_EVERY = 256

#: Says where the cache is, or "off".
VARIABLE = "PLACARDS_CACHE"


class Cache:
    """Plain values by kind and content, in a folder; without a folder, nothing is remembered."""

    def __init__(self, folder: Path | None, program: str = "") -> None:
        self.root = folder
        self._program = program
        self._stored: dict[str, int] = {}  # how many values of a kind this process has written

    def remembered(self, kind: str, content: str, make: Callable[[], Plain]) -> Plain:
        """The value of this kind for this content (a digest, or anything that names it wholly); made where it is not
        remembered. What *make* raises goes through, and nothing is remembered."""
        found = self.recall(kind, content)
        if found is not None:
            return found
        value = make()
        self.remember(kind, content, value)
        return value

    def recall(self, kind: str, content: str) -> Plain | None:
        """The value, or None where there is none that can be trusted."""
        if self._folder is None:
            return None
        name = self._name(kind, content)
        try:
            with (self._folder / kind / name).open("rb") as file:
                data = file.read(MAX_VALUE_BYTES + 1)
        except (OSError, ValueError):
            return None
        start = len(_MAGIC) + 32
        if data[: len(_MAGIC)] != _MAGIC or len(data) > MAX_VALUE_BYTES:
            return None
        body = data[start:]
        if data[len(_MAGIC) : start] != _seal(name, body):
            return None
        try:
            return marshal.loads(body)
        except (ValueError, EOFError, TypeError, MemoryError):
            return None

    def remember(self, kind: str, content: str, value: Plain) -> None:
        """Keep a value for later processes, if that is possible."""
        if self._folder is None:
            return
        body = marshal.dumps(value)
        if len(body) > MAX_VALUE_BYTES // 2:
            return
        name = self._name(kind, content)
        first = not self._folder.exists()
        with contextlib.suppress(PlacardsError):
            write_file(self._folder / kind / name, _MAGIC + _seal(name, body) + body, lasting=False)
            if first:
                self._forget_programs()
            if self._stored.get(kind, 0) % _COUNT_EVERY == 0:
                self._forget_values(kind)
            self._stored[kind] = self._stored.get(kind, 0) + 1

    @cached_property
    def _folder(self) -> Path | None:
        return None if self.root is None else self.root / (self._program or program())

    def _name(self, kind: str, content: str) -> str:
        return sha256(f"{kind}\0{self._program or program()}\0{content}".encode("utf-8", "surrogatepass")).hexdigest()

    def _forget_programs(self) -> None:
        """Take away what programs of other versions remembered, the latest excepted."""
        assert self.root is not None
        for folder in _oldest(self.root, MAX_PROGRAMS):
            for kind in _entries(folder):
                for value in _entries(kind):
                    _remove(value)
                _remove(kind)
            _remove(folder)

    def _forget_values(self, kind: str) -> None:
        assert self._folder is not None
        for value in _oldest(self._folder / kind, MAX_VALUES):
            _remove(value)


def user_cache() -> Cache:
    """The cache of who runs the program: where the system keeps such things, where PLACARDS_CACHE says, or none."""
    return _cache(os.environ.get(VARIABLE))


@lru_cache(maxsize=4)
def _cache(wanted: str | None) -> Cache:
    if wanted is not None:
        return Cache(Path(wanted) if os.path.isabs(wanted) else None)
    try:
        folder = _system_folder()
    except (OSError, RuntimeError, KeyError, ImportError):  # no home
        return Cache(None)
    return Cache(folder if folder.is_absolute() else None)


def _system_folder() -> Path:
    """Where the system keeps a user's caches, as platformdirs says. What it says on Linux is said here too: to import
    it takes a tenth of the time of a placard."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "linux" and (not given.strip() or os.path.isabs(given)):
        return Path(given if given.strip() else os.path.expanduser("~/.cache")) / "placards"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("placards", appauthor=False))


@lru_cache(maxsize=1)
def program() -> str:
    """This program as a name: its version, Python's, and what its own files are, for whoever works on it."""
    from placards import __version__

    stamps = sha256((sys.implementation.cache_tag or "").encode())
    stamps.update(repr((sys.version_info[:3], marshal.version)).encode())
    # Two programs may have files of one size and time: where times are made equal, places differ.
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    files = "\n".join([package, *sorted(_own_files(package))])
    stamps.update(files.encode("utf-8", "surrogatepass"))
    return f"{__version__}-{stamps.hexdigest()[:16]}"


#: Packages whose work is not remembered: nothing in them asks for the cache.
_NOT_REMEMBERED = ("cli", "compose", "layout", "plan", "render", "scene")


def _own_files(folder: str) -> Iterator[str]:
    without = ("__pycache__", "data", *_NOT_REMEMBERED)
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(".py"):
                found = entry.stat()
                yield f"{entry.path}\0{found.st_mtime_ns}\0{found.st_size}"
            elif "." not in name and name not in without and entry.is_dir():
                yield from _own_files(entry.path)


def _seal(name: str, body: bytes) -> bytes:
    """What tells a whole value under its own name from anything else."""
    return sha256(name.encode() + b"\0" + body).digest()


def _entries(folder: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder) if not entry.is_symlink()]
    except OSError:
        return []


def _oldest(folder: Path, keep: int) -> list[Path]:
    """What is left when the *keep* latest entries of a folder stay."""
    entries = _entries(folder)
    if len(entries) <= keep:
        return []

    def age(path: Path) -> int:
        try:
            return path.stat().st_mtime_ns
        except OSError:
            return 0

    return sorted(entries, key=age)[:-keep]


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError, PlacardsError):
        if path.is_dir():
            remove_empty_folder(path)
        else:
            remove_file(path)
