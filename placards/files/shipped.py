"""Where the shipped fonts and templates are: inside an installed package, or beside it in a checkout; and the World
that they and people's own folders make."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from placards.files.world import Folder, Mount, World
from placards.problems.errors import InputError, Place


@cache
def _folder(name: str) -> Path:
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise InputError("shipped-missing", name=name)


def fonts_folder() -> Path:
    """The folder with fonts.toml."""
    return _folder("fonts")


def templates_folder() -> Path:
    """The folder with layouts, slogans, locale and campaigns."""
    return _folder("templates")


@cache
def shipped_source() -> Mount:
    """What travels with the package, as one source: layouts, slogans, locale, campaigns, fonts."""
    return Mount(Folder(templates_folder()), (("fonts", Folder(fonts_folder())),))


def world_of(folders: Sequence[Path] = ()) -> World:
    """People's own folders, each before those after it, and what is shipped; raises InputError for what is none."""
    own = tuple(dict.fromkeys(folder.resolve() for folder in folders))
    for folder in own:
        if not folder.is_dir():
            raise InputError("folder-is-file" if folder.exists() else "folder-missing", place=Place(folder))
    shipped = templates_folder().resolve()
    return World([*(Folder(folder) for folder in own if folder != shipped), shipped_source()])
