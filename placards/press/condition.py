"""The ICC profile of a printing condition: where it is, and whether it is one of a CMYK press."""

from __future__ import annotations

from pathlib import Path

from placards.files.world import File, Folder, World
from placards.problems.errors import InputError, near

#: No profile of a press is larger; the usual ones have one to three megabytes.
MAX_BYTES = 20_000_000

#: Where an ICC profile says what it is for, in which colours it prints, and that it is one (ICC.1:2022, 7.2).
_CLASS, _SPACE, _SIGNATURE = slice(12, 16), slice(16, 20), slice(36, 40)
_HEADER = 128


def shipped_icc() -> Folder:
    """The ICC profiles that are part of the program."""
    return Folder(Path(__file__).resolve().parent / "icc")


def find_icc(world: World, folder: str, name: str) -> File:
    """The file of an ICC profile: beside who names it, in the folder of profiles, beside the campaign, or shipped;
    raises InputError where there is none."""
    for here in dict.fromkeys((folder, "profiles", "")):
        found = world.find(f"{here}/{name}" if here else name)
        if found is not None:
            return found
    shipped = shipped_icc()
    if shipped.has(name):
        return File(shipped, name)
    places = dict.fromkeys((folder, "profiles", ""))
    known = [one for place in places for one in world.names(place) if one.lower().endswith((".icc", ".icm"))]
    raise InputError("profile-icc-missing", remedy=near(name, [*known, *shipped.names("")]), name=name)


def check_icc(data: bytes, name: str) -> None:
    """Raise InputError for what is no ICC profile of an output device in CMYK."""
    if len(data) < _HEADER or data[_SIGNATURE] != b"acsp":
        raise InputError("profile-icc-damaged", name=name)
    space = data[_SPACE].decode("latin-1").strip()
    if space != "CMYK":
        raise InputError("profile-icc-space", name=name, space="".join(c for c in space if c.isprintable()))
    if data[_CLASS] != b"prtr":
        raise InputError("profile-icc-class", name=name)
