"""A profile that a person names, or gives as a file, becomes what Choices say of the printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from placards.plan.choices import Printing
from placards.problems.errors import InputError, Place

#: What a profile may need that lies beside it: one that it extends, and its ICC profile.
_BESIDE = (".toml", ".icc", ".icm")

#: So many files beside a profile are looked at.
_MOST = 200


def printing_of(given: str) -> Printing:
    """What ``--profile`` says: a name, or the path of a file, which ends in ``.toml`` or has a slash; raises InputError
    for a file that is not there."""
    if not given.lower().endswith(".toml") and "/" not in given and "\\" not in given:
        return Printing(given)
    path = Path(given)
    if not path.is_file():
        raise InputError("file-is-folder" if path.is_dir() else "file-missing", place=Place(path))
    return Printing(path.stem, outside=str(path.absolute()))


def outside_files(printings: Iterable[Printing]) -> Iterator[tuple[str, str]]:
    """The files of profiles that lie outside of the World, as (name in it, path on this machine)."""
    for printing in dict.fromkeys(printings):
        if not printing.outside:
            continue
        path, folder = Path(printing.outside), printing.name.rpartition("/")[0]
        yield printing.name, printing.outside
        beside = sorted(one for one in path.parent.iterdir() if one.suffix.lower() in _BESIDE and one.is_file())
        yield from ((f"{folder}/{one.name}", str(one)) for one in beside[:_MOST] if one.name != path.name)
