"""A profile's TOML file, with those that it extends, becomes a Profile; contradictions are named with both keys.

``profiles/<name>.toml`` of a World: people's own beside the campaign, out of ``--path`` or a bundle, before what is
shipped. A profile that extends its own name means the one that it stands before.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from placards.elements.base import ID_PATTERN, MAX_ID
from placards.files.mistakes import raise_found
from placards.files.toml import KeyPath, TomlFile, read_toml
from placards.files.validation import validate
from placards.files.world import File, World
from placards.frozen import dataclass
from placards.press.condition import MAX_BYTES, check_icc, find_icc, shipped_icc
from placards.press.profile_keys import PrintKeys, Said, key_of, said, with_said
from placards.press.profile_rules import Said as Placed
from placards.press.profile_rules import Stated, contradictions, settled
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, UnknownNameError, near
from placards.problems.place import Place
from placards.values.profile import Profile

FOLDER, SUFFIX = "profiles", ".toml"

#: No chain of profiles is longer.
_MOST = 16

Where: TypeAlias = Callable[[KeyPath], Place]


class ProfileTable(PrintKeys):
    """A whole file."""

    summary: str = ""  # a sentence
    extends: str = ""  # the profile that says what this one does not
    source: str = ""  # where all this is said
    checked: datetime.date | None = None  # on which day


@dataclass(frozen=True, slots=True)
class _Link:
    """One file of a chain."""

    file: File
    toml: TomlFile
    table: ProfileTable


def profile_names(world: World) -> list[str]:
    """The names of all profiles, sorted; without files that cannot be called so."""
    names = (name.removesuffix(SUFFIX) for name in world.names(FOLDER, SUFFIX))
    return [name for name in names if _is_name(name)]


def read_profile(world: World, name: str, keys: Said = (), where: Where | None = None) -> Profile:
    """A profile by its name, or by the name of its file in the World (which ends in ``.toml``); *keys* go before what
    it says, and stand where *where* tells. Raises UnknownNameError, and InputError with all that is wrong."""
    chain = _chain(world, _file(world, name))
    profile, places, icc_folder = Profile(_called(name)), dict[str, Placed](), ""
    for depth, link in enumerate(reversed(chain)):
        own = said(link.table)
        profile = with_said(profile, own)
        places |= {path: (depth, partial(link.toml.place, key_of(path))) for path, _ in own}
        if link.table.condition is not None and link.table.condition.icc is not None:
            icc_folder = link.file.name.rpartition("/")[0]
    first = chain[0].table
    checked = first.checked.isoformat() if first.checked else ""
    profile = replace(with_said(profile, keys), summary=first.summary, source=first.source, checked=checked)
    for path, _ in keys:
        places[path] = len(chain), partial(where, key_of(path)) if where else Place
        icc_folder = "" if path == "condition.icc" else icc_folder
    return _checked(world, Stated(profile, places), icc_folder)


def _checked(world: World, stated: Stated, icc_folder: str) -> Profile:
    """The profile without a contradiction, and with the digest of its ICC profile."""
    found = Diagnostics()
    for one in contradictions(stated):
        found(one)
    profile = settled(stated)
    if profile.inks == "cmyk":
        place = stated.place("condition.icc")[1] if stated.says("condition.icc") else Place(key="condition.icc")
        with found.caught(place):
            icc = profile.condition.icc
            file = find_icc(world, icc_folder, icc)
            check_icc(file.read(MAX_BYTES), icc)
            name = icc if file.source == shipped_icc() else file.name
            profile = replace(profile, condition=replace(profile.condition, icc=name, digest=world.digest(file)))
    raise_found(found)
    return profile


def _file(world: World, name: str) -> File:
    if name.endswith(SUFFIX):
        return world.file(name)
    found = world.find(f"{FOLDER}/{name}{SUFFIX}") if _is_name(name) else None
    if found is None:
        raise UnknownNameError("profile-unknown", remedy=near(name, profile_names(world)), name=name)
    return found


def _chain(world: World, file: File) -> Sequence[_Link]:
    """A file, the one that it extends, the one that this extends, and so on."""
    chain = [_read(file)]
    while chain[-1].table.extends:
        last = chain[-1]
        place = last.toml.place(("extends",))
        found = _extended(world, last)
        known = [link.file for link in chain]
        if found is None:
            names = [name for name in profile_names(world) if name != _called(last.file.name)]
            remedy = near(last.table.extends, names)
            raise UnknownNameError("profile-unknown", place=place, remedy=remedy, name=last.table.extends)
        if found in known or len(chain) >= _MOST:
            names = [_called(one.name) for one in (*known[known.index(found) if found in known else 0 :], found)]
            raise InputError("profile-loop", place=place, names=" → ".join(names))
        chain.append(_read(found))
    return chain


def _extended(world: World, link: _Link) -> File | None:
    """The file that a file extends: one beside it, or a profile of the World."""
    name = link.table.extends
    if not _is_name(name):
        return None
    beside = f"{link.file.name.rpartition('/')[0]}/{name}{SUFFIX}".lstrip("/")
    found = [file for place in dict.fromkeys((beside, f"{FOLDER}/{name}{SUFFIX}")) for file in world.every(place)]
    if name != _called(link.file.name):
        return found[0] if found else None
    behind = found.index(link.file) + 1 if link.file in found else 0
    return next(iter(found[behind:]), None)


def _read(file: File) -> _Link:
    toml = read_toml(file)
    return _Link(file, toml, validate(ProfileTable, toml))


def _called(name: str) -> str:
    """A profile's name, out of its file's."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def _is_name(name: str) -> bool:
    return len(name) <= MAX_ID and re.fullmatch(ID_PATTERN.strip("^$"), name) is not None


__all__ = ["ProfileTable", "profile_names", "read_profile"]
