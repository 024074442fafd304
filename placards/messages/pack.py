"""A slogan pack (TOML) becomes a Pack: slogans with their source text, notes for translators and tags."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePath

from placards.files.cache import Plain, user_cache
from placards.files.toml import MAX_BYTES, parse_toml
from placards.files.world import File, read_bytes
from placards.problems.place import Place

#: A longer text is a leaflet, not a placard.
MAX_TEXT = 500


@dataclass(frozen=True, slots=True)
class Slogan:
    """A message's identity: its id within a pack and the text that translators start from."""

    pack: str
    id: str
    text: str  # a newline is a preferred line break
    note: str
    tags: tuple[str, ...]  # the pack's, then its own
    source_place: Place
    example: str = ""  # for translators: the text in use, or with its placeholders filled
    response: bool = False  # call and response: the text's lines are the leader's and the crowd's in turn

    @property
    def full_name(self) -> str:
        """``pack/id``, unique among all packs."""
        return f"{self.pack}/{self.id}"


@dataclass(frozen=True, slots=True)
class Pack:
    """A file of slogans in one language."""

    name: str  # the file's stem, also the name of its catalogs
    title: str
    description: str
    language: str  # canonical tag
    tags: tuple[str, ...]
    slogans: tuple[Slogan, ...]
    path: Path | str  # the file, or how a World names it
    kind: str = "slogans"

    def find(self, slogan_id: str) -> Slogan | None:
        """The slogan of that id."""
        return next((slogan for slogan in self.slogans if slogan.id == slogan_id), None)


def read_pack(source: Path | File) -> Pack:
    """Read and validate a pack, or take what an earlier process made of the same bytes; raises InputError with file,
    line and key, and all that is wrong in ``diagnostics``."""
    raw = read_bytes(source, MAX_BYTES) if isinstance(source, Path) else source.read(MAX_BYTES)
    path = source if isinstance(source, Path) else source.label
    rows = user_cache().remembered("packs", hashlib.sha256(raw).hexdigest(), lambda: _rows(raw, path))
    return _pack(rows, PurePath(source.name).stem, path)


def _rows(raw: bytes, path: Path | str) -> Plain:
    # Imported here: a pack that was checked before needs none of what checks it.
    from placards.messages.pack_tables import read_rows

    return read_rows(parse_toml(raw, path))


def _pack(rows: Plain, name: str, path: Path | str) -> Pack:
    (title, description, language, tags, kind), slogans = rows
    return Pack(
        name=name,
        title=title or name,
        description=description,
        language=language,
        tags=tags,
        slogans=tuple(
            Slogan(name, id, text, note, own_tags, Place(path, line, f"slogan[{number}]"), example, response)
            for number, (id, text, note, own_tags, line, example, response) in enumerate(slogans)
        ),
        path=path,
        kind=kind,
    )
