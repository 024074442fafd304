"""Folders of a World become one digest of when each file in them changed, so that nobody need read a thousand files to
know that they are what they were."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterator
from hashlib import sha256
from pathlib import Path

from placards.files.cache import Cache, Plain
from placards.files.world import Folder, Mount, World

#: Folders in folders are looked into so far down: ``locale/ur/LC_MESSAGES``.
_DEPTH = 3

#: A file that changed so short a time ago may change again and show the same time, on a coarse file system.
_SETTLED_NS = 3_000_000_000


def remembered_while_unchanged(
    cache: Cache,
    kind: str,
    world: World,
    folders: Collection[str],
    suffixes: Collection[str],
    make: Callable[[], Plain],
    also: str = "",
) -> Plain:
    """What *make* gives, or gave an earlier process while the files of these suffixes in these folders were the same,
    and *also*. Worlds that are not made of folders alone are looked at anew."""
    found = _stamps(world, folders, suffixes)
    if found is None:
        return make()
    digest, latest = found
    content = f"{digest} {also}"
    known = cache.recall(kind, content)
    if known is not None:
        return known
    value = make()
    # What changed while *make* was reading is another digest now.
    now = time.time_ns()
    settled = not now - _SETTLED_NS < latest <= now
    if settled and _stamps(world, folders, suffixes) == found:
        cache.remember(kind, content, value)
    return value


def _stamps(world: World, folders: Collection[str], suffixes: Collection[str]) -> tuple[str, int] | None:
    """The digest, and when the last change was, in nanoseconds; None where a source keeps no time."""
    total, latest = sha256(), 0
    for source in world.sources:
        if not isinstance(source, Folder | Mount):
            return None
        for folder in folders:
            path = source.path(folder)
            assert path is not None
            for name, status in sorted(_files(path, tuple(suffixes), _DEPTH)):
                changed = max(status.st_mtime_ns, status.st_ctime_ns)
                latest = max(latest, changed)
                total.update(
                    f"{name}\0{status.st_mtime_ns}\0{changed}\0{status.st_size}\n".encode("utf-8", "surrogatepass")
                )
            total.update(f"{path}\n".encode("utf-8", "surrogatepass"))
    return total.hexdigest(), latest


def _files(folder: Path | str, suffixes: tuple[str, ...], depth: int) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(suffixes):
                    yield entry.path, entry.stat()
                elif depth and "." not in entry.name and entry.is_dir():
                    yield from _files(entry.path, suffixes, depth - 1)
    except OSError:
        yield os.fspath(folder), os.stat_result((0,) * 10)
