"""What this program is, so that two machines can tell whether they make the same bytes: versions, and its own files."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from placards.campaign.program import LIBRARIES

#: Beside what placards itself asks for: two ends of one protocol.
_ALSO = ("dask", "distributed")


@lru_cache(maxsize=1)
def program() -> dict[str, str]:
    """By name: the versions of placards, Python and each library, and a digest of the program's own files."""
    from placards import __version__

    found = {"placards": __version__, "Python": ".".join(platform.python_version_tuple()[:2])}
    found |= {name: _version(name) for name in sorted({*LIBRARIES, *_ALSO})}
    return found | {"placards' own files": _own_files()}


def differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What another machine has otherwise, as a clause; empty where nothing is."""
    return ", ".join(
        f"{name} {theirs.get(name) or 'missing'} instead of {ours.get(name) or 'none'}"
        for name in dict.fromkeys((*ours, *theirs))
        if ours.get(name) != theirs.get(name)
    )


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _own_files() -> str:
    """SHA-256 over the code and what is shipped, shortened. Fonts count by name and size: they are large, and named by
    version."""
    from placards.files.shipped import fonts_folder, templates_folder

    total = hashlib.sha256()
    package = Path(__file__).resolve().parents[2]
    for start, root in (("code", package), ("templates", templates_folder()), ("fonts", fonts_folder())):
        for name, path in sorted(_files(root, "")):
            if start == "code" and name.startswith("data/"):  # what is shipped, in an installed package
                continue
            data = str(os.stat(path).st_size).encode() if start == "fonts" else Path(path).read_bytes()
            total.update(f"{start}/{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return total.hexdigest()[:12]


def _files(folder: str | Path, start: str) -> Iterator[tuple[str, str]]:
    """Names with slashes, and paths; without what Python or an editor put there."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{start}{entry.name}/")
            else:
                yield f"{start}{entry.name}", entry.path


__all__ = ["differences", "program"]
