"""Single files that a person names on the command line become a source of the World: they, and nothing beside them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from placards.files.world import World, read_bytes
from placards.frozen import dataclass
from placards.problems.errors import InputError, Place


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """Files of this machine, each under a name of the World."""

    files: tuple[tuple[str, str], ...]  # (name, path)
    label: str = "given"

    def has(self, name: str) -> bool:
        # A file that is missing is ours too: reading it says so, with its path.
        return name in dict(self.files)

    def names(self, folder: str) -> Sequence[str]:
        return ()

    def read(self, name: str, limit: int) -> bytes:
        path = self.path(name)
        if path is None:
            raise InputError("file-missing", place=Place(f"{self.label}:{name}"))
        return read_bytes(path, limit)

    def path(self, name: str) -> Path | None:
        found = dict(self.files).get(name)
        return Path(found) if found is not None else None

    def stamp(self, name: str) -> object:
        try:
            found = os.stat(dict(self.files)[name])
        except (OSError, KeyError, ValueError):
            return None
        return (found.st_mtime_ns, found.st_size, found.st_ino)

    def tree(self, folder: str) -> object:
        return ()


def with_files(world: World, files: Sequence[tuple[str, str]]) -> World:
    """The World with some files more, which nothing in it hides."""
    return World([GivenFiles(tuple(files)), *world.sources])
