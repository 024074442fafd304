"""Shipped packs and catalogs, once read, come out of the user's cache: they are sound, and never a user's own words."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING

from placards.files.cache import Plain, user_cache
from placards.files.shipped import shipped_source
from placards.files.toml import MAX_BYTES, parse_toml
from placards.files.world import File, Source
from placards.messages.pack import Caution, Original, Pack, Slogan
from placards.messages.po.catalog import Catalog, Translation, parse_catalog
from placards.problems.errors import Place

if TYPE_CHECKING:
    from pathlib import Path


def is_shipped(source: Source) -> bool:
    """Whether files of this source may be remembered."""
    return source == shipped_source()


def shipped_pack(file: File) -> Pack:
    """A shipped pack; raises InputError as `placards.messages.pack.read_pack` does."""
    raw, name = file.read(MAX_BYTES), PurePath(file.name).stem

    def read() -> Plain:
        from placards.messages.pack_file import build_pack

        return _plain_pack(build_pack(parse_toml(raw, file.label), name))

    return _pack(user_cache().remembered("packs", f"{name} {sha256(raw).hexdigest()}", read), name, file.label)


def shipped_catalog(file: File, language: str, domain: str) -> Catalog:
    """A shipped catalog; raises InputError as `placards.messages.po.catalog.read_catalog` does."""
    raw = file.read(MAX_BYTES)

    def read() -> Plain:
        entries = parse_catalog(raw, file.label, language, domain).entries
        return [
            (*key, t.text, t.fuzzy, t.comments, t.translator_comments, t.line) for key, t in entries.items()
        ]  # fmt: skip

    rows = user_cache().remembered("catalogs", sha256(raw).hexdigest(), read)
    entries = {(context, source): Translation(*values) for context, source, *values in rows}
    return Catalog(language, domain, file.label, entries)


def _plain_pack(pack: Pack) -> Plain:
    slogans = [
        (
            s.id,
            s.text,
            s.note,
            s.tags,
            s.example,
            s.response,
            s.source_place.line,
            s.source_place.key,
            s.source_place.column,
            s.original and (s.original.language, s.original.text, s.original.say, s.original.source),
            [(c.language, c.places, c.text, c.source, c.date) for c in s.cautions],
        )
        for s in pack.slogans
    ]
    return (pack.title, pack.description, pack.language, pack.tags, pack.kind, slogans)


def _pack(values: Plain, name: str, label: Path | str) -> Pack:
    title, description, language, tags, kind, rows = values
    slogans = tuple(
        Slogan(
            name,
            slogan_id,
            text,
            note,
            own,
            Place(label, line, key, column),
            example,
            response,
            Original(*original) if original else None,
            tuple([Caution(*caution) for caution in cautions]),
        )
        for slogan_id, text, note, own, example, response, line, key, column, original, cautions in rows
    )
    return Pack(name, title, description, language, tags, slogans, label, kind)
