"""A fonts.toml becomes families and preferences: which files there are, for which roles, scripts and languages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from placards.files.cache import user_cache
from placards.files.mistakes import raise_found
from placards.files.toml import MAX_BYTES, TomlFile, parse_toml
from placards.files.world import File, Folder
from placards.problems.diagnostic import Diagnostics, diagnostic
from placards.problems.errors import PlacardsError
from placards.text.family import Axes, Family, FontFile, Preference, Variations
from placards.text.font import MAX_FONT_BYTES

if TYPE_CHECKING:
    from placards.text.font_tables import Rows


@dataclass(frozen=True, slots=True)
class FontList:
    """What a fonts.toml says."""

    families: tuple[Family, ...]
    preferences: tuple[Preference, ...]


def read_font_list(file: File, *, user: bool = False) -> FontList:
    """Families and preferences of a fonts.toml; raises InputError with the key that is wrong, and all that is wrong in
    ``diagnostics``. The user's own files are looked at: each must be there, and be what was listed."""
    raw = file.read(MAX_BYTES)
    if user:
        return _checked(parse_toml(raw, file.label), file)
    # What is shipped is right, and is read by every process.
    rows = user_cache().remembered("fonts", hashlib.sha256(raw).hexdigest(), lambda: _rows(parse_toml(raw, file.label)))
    return _font_list(rows, file, user=False)


def read_fonts_toml(source: Path | File, *, user: bool = False) -> tuple[tuple[Family, ...], tuple[Preference, ...]]:
    """`read_font_list` for a file of any name, as a pair."""
    file = File(Folder(source.parent), source.name) if isinstance(source, Path) else source
    found = read_font_list(file, user=user)
    return found.families, found.preferences


def _rows(toml: TomlFile) -> Rows:
    # Imported here: a list that was checked before needs none of what checks it.
    from placards.text.font_tables import read_rows

    return read_rows(toml)


def _font_list(rows: Rows, file: File, *, user: bool) -> FontList:
    folder = str(PurePosixPath(file.name).parent)
    start = "" if folder == "." else f"{folder}/"
    families = tuple(
        Family(
            name,
            tuple(FontFile(File(file.source, start + f), weight, axes, digest) for f, weight, axes, digest in files),
            frozenset(roles),
            frozenset(scripts),
            variations,
            licence,
            licence_file,
            origin,
            user,
        )
        for name, files, roles, scripts, variations, licence, licence_file, origin in rows[0]
    )
    preferences = tuple(Preference(frozenset(tags), names, frozenset(roles)) for tags, names, roles in rows[1])
    return FontList(families, preferences)


def _checked(toml: TomlFile, file: File) -> FontList:
    """What a user's fonts.toml says, its files looked at and named by their digests."""
    found = _font_list(_rows(toml), file, user=True)
    wrong = Diagnostics()
    seen: set[str] = set()
    families = []
    for number, family in enumerate(found.families):
        if family.name.casefold() in seen:
            place = toml.place(("family", number, "name"))
            wrong(diagnostic("font-family-twice", place=place, family=family.name))
        seen.add(family.name.casefold())
        files = []
        for index, font in enumerate(family.files):
            place = toml.place(("family", number, "files", index, "file"))
            name = PurePosixPath(font.file.name).name
            if not font.file.source.has(font.file.name):
                wrong(diagnostic("font-file-missing", place=place, name=name))
                continue
            try:
                digest = hashlib.sha256(font.file.read(MAX_FONT_BYTES)).hexdigest()
            except PlacardsError as error:
                wrong.take(error)
                continue
            if font.sha256 not in ("", digest):
                wrong(diagnostic("font-file-other", place=place, name=name))
            files.append(FontFile(font.file, font.weight, font.axes, digest))
        families.append(family.with_files(tuple(files)))
    raise_found(wrong)
    return FontList(tuple(families), found.preferences)


__all__ = ["Axes", "FontList", "Variations", "read_font_list", "read_fonts_toml"]
