"""Where the shipped fonts and templates are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from placards.problems.errors import InputError


@cache
def _folder(name: str) -> Path:
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise InputError(f"the shipped {name} are missing", remedy="Install placards again")


def fonts_folder() -> Path:
    """The folder with fonts.toml."""
    return _folder("fonts")


def templates_folder() -> Path:
    """The folder with layouts, slogans, locale and campaigns."""
    return _folder("templates")
