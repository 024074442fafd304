"""What a source holds becomes plain bytes by name that travel to another machine, errors of reading included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from placards.files.world import MAX_BYTES, Memory, Source
from placards.frozen import dataclass
from placards.problems.errors import InputError

#: Folders in folders that are looked into: more than any reader of a World goes.
_DEPTH = 8


@dataclass(frozen=True, eq=False)
class Carried:
    """Files by name as some source had them, and of those that could not be read there, why. Equal only to itself."""

    files: Mapping[str, bytes]
    unreadable: Mapping[str, InputError]
    label: str

    def has(self, name: str) -> bool:
        return name in self.files or name in self.unreadable

    def names(self, folder: str) -> Sequence[str]:
        return self._memory.names(folder)

    def read(self, name: str, limit: int) -> bytes:
        if name in self.unreadable:
            raise self.unreadable[name]
        return self._memory.read(name, limit)

    def path(self, name: str) -> None:
        return None

    def stamp(self, name: str) -> object:
        return 0

    def tree(self, folder: str) -> object:
        return 0

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.files, self.label)

    def __reduce__(self) -> tuple[object, ...]:
        return (Carried, (dict(self.files), dict(self.unreadable), self.label))


def carry(source: Source, folders: Iterable[str], files: Iterable[str]) -> Carried:
    """What lies in some folders of a source, and those of the single files that it has."""
    found: dict[str, bytes] = {}
    unreadable: dict[str, InputError] = {}
    named = (name for name in files if source.has(name))
    for name in dict.fromkeys((*named, *(name for folder in folders for name in _walk(source, folder, _DEPTH)))):
        try:
            found[name] = source.read(name, MAX_BYTES)
        except InputError as error:
            unreadable[name] = error
    return Carried(found, unreadable, source.label)


def _walk(source: Source, folder: str, depth: int) -> Iterator[str]:
    for name in source.names(folder):
        if name.startswith("."):  # as `World.names`
            continue
        whole = f"{folder}/{name}"
        if name.endswith("/"):
            if depth:
                yield from _walk(source, whole[:-1], depth - 1)
        elif source.has(whole):  # no link that leads outside
            yield whole


__all__ = ["Carried", "carry"]
