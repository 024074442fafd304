"""A fonts.toml becomes families and preferences: which files there are, for which roles, scripts and languages."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from placards.files.cache import user_cache
from placards.files.toml import MAX_BYTES, parse_toml
from placards.files.world import File, Folder
from placards.frozen import dataclass
from placards.text.family import Family, FontFile, Preference


@dataclass(frozen=True, slots=True)
class FontList:
    """What a fonts.toml says."""

    families: tuple[Family, ...]
    preferences: tuple[Preference, ...]


#: A family and a preference as values that the user's cache keeps.
Rows = tuple[list[Any], list[Any]]


def read_font_list(file: File, *, user: bool = False) -> FontList:
    """Families and preferences of a fonts.toml; raises InputError with the key that is wrong, and all that is wrong in
    ``diagnostics``. The user's own files are looked at: each must be there, and be what was listed."""
    raw = file.read(MAX_BYTES)

    def written() -> Rows:
        # What checks a list takes longer to import than all the rest.
        from placards.text.fonts_toml import written_rows

        return written_rows(parse_toml(raw, file.label))

    if not user:  # what is shipped is right, and is read by every process
        return font_list(user_cache().remembered("fonts", sha256(raw).hexdigest(), written), file)
    from placards.text.fonts_toml import with_digests

    toml = parse_toml(raw, file.label)
    return with_digests(font_list(written(), file, user=True), toml)


def read_fonts_toml(source: Path | File, *, user: bool = False) -> tuple[tuple[Family, ...], tuple[Preference, ...]]:
    """`read_font_list` for a file of any name, as a pair."""
    file = File(Folder(source.parent), source.name) if isinstance(source, Path) else source
    found = read_font_list(file, user=user)
    return found.families, found.preferences


def font_list(rows: Rows, file: File, *, user: bool = False) -> FontList:
    """Families and preferences of plain values; the files are named from where the list *file* stands."""
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
