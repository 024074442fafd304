"""A format becomes a Target: how to make input for it, and what the program does with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random


class WrongResultError(AssertionError):
    """The program went on with something that is not so; for targets that know what must come out."""


@dataclass(frozen=True)
class Box:
    """A folder for cases (the current folder while one runs), beside one that they must not touch."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "case"

    @property
    def outside(self) -> Path:
        return self.root / "outside"

    def write(self, name: str, data: bytes | str) -> Path:
        """Put a file into the case's folder; ``@OUTSIDE@`` in it becomes the path of the other one."""
        raw = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw.replace(b"@OUTSIDE@", os.fsencode(self.outside)))
        return path

    def clear(self, name: str = "") -> None:
        """Take out what cases have written."""
        shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / name).mkdir(parents=True, exist_ok=True)


def _nothing(box: Box) -> None:
    pass


@dataclass(frozen=True)
class Target:
    """One format. ``run`` may raise PlacardsError only. ``seconds`` of processor time and ``megabytes`` of memory are
    what one input may take; ``smoke`` is how many inputs a test makes; with *maps* files that libraries in C mapped
    into memory are looked at too."""

    name: str
    make: Callable[[Random], bytes] = field(repr=False)
    run: Callable[[bytes, Box], None] = field(repr=False)
    prepare: Callable[[Box], None] = field(default=_nothing, repr=False)
    seconds: float = 2.0
    megabytes: int = 300
    smoke: int = 300
    maps: bool = False
