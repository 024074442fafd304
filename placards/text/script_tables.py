"""Unicode's scripts of all characters become tables to look up, out of fontTools or sooner, out of the user's cache."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib.machinery import PathFinder

from placards.files.cache import Plain, user_cache
from placards.frozen import dataclass

#: Where fontTools keeps what is remembered, below its own folder.
_SOURCES = ("unicodedata/Scripts.py", "unicodedata/ScriptExtensions.py")


@dataclass(frozen=True, slots=True)
class ScriptTables:
    """Script and Script_Extensions (UAX #24) of all code points: where each range begins, and what it has."""

    starts: Sequence[int]
    scripts: Sequence[str]  # ISO 15924
    extension_starts: Sequence[int]
    extensions: Sequence[Sequence[str] | None]  # None where it is the script alone

    def script(self, code_point: int) -> str:
        """The Script of a code point."""
        return self.scripts[bisect_right(self.starts, code_point) - 1]

    def extension(self, code_point: int) -> frozenset[str]:
        """The Script_Extensions of a code point."""
        found = self.extensions[bisect_right(self.extension_starts, code_point) - 1]
        return frozenset((self.script(code_point),) if found is None else found)


@lru_cache(maxsize=1)
def script_tables() -> ScriptTables:
    """The tables of the Unicode version that fontTools has."""
    version = _version()
    rows = _rows() if version is None else user_cache().remembered("scripts", version, _rows)
    starts, scripts, extension_starts, extensions = rows
    return ScriptTables(starts, scripts.split(), extension_starts, extensions)


def _rows() -> Plain:
    # Imported here: its tables of everything take longer to load than all of HarfBuzz.
    from fontTools.unicodedata import ScriptExtensions, Scripts

    extensions = [None if value is None else tuple(sorted(value)) for value in ScriptExtensions.VALUES]
    return (list(Scripts.RANGES), " ".join(Scripts.VALUES), list(ScriptExtensions.RANGES), extensions)


def _version() -> str | None:
    """Which fontTools there is, by the time and size of its tables; None for one that is no folder of files."""
    found = PathFinder.find_spec("fontTools")
    if found is None or not found.submodule_search_locations:
        return None
    folder = next(iter(found.submodule_search_locations))
    try:
        stamps = [os.stat(os.path.join(folder, *name.split("/"))) for name in _SOURCES]
    except OSError:
        return None
    return " ".join([folder, *(f"{stamp.st_mtime_ns} {stamp.st_size}" for stamp in stamps)])
