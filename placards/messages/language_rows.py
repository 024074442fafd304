"""A library becomes a list of its languages for people who choose one: names, script, direction, how much there is.

Counting takes reading every catalog, so that the list is remembered for as long as no file of the World has changed.
"""

from __future__ import annotations

from dataclasses import astuple
from hashlib import sha256

from placards.files.cache import Cache, Plain, user_cache
from placards.files.world import Folder, Mount, World
from placards.frozen import dataclass


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language, with the numbers of its messages (`placards.messages.library.LanguageSummary`)."""

    tag: str
    name: str  # in itself
    english: str
    script: str  # ISO 15924
    direction: str  # "ltr" or "rtl"
    source: int
    translated: int
    fuzzy: int
    transliteration: bool


def language_rows(world: World, cache: Cache | None = None) -> list[LanguageRow]:
    """The languages of a World, by tag."""
    content = _content(world)
    if content is None:
        rows = _rows(world)
    else:
        rows = (user_cache() if cache is None else cache).remembered("languages", content, lambda: _rows(world))
    return [LanguageRow(*row) for row in rows]


def _rows(world: World) -> Plain:
    from placards.locale.language import is_rtl, language_name, script_of
    from placards.messages.library import MessageLibrary

    return [
        astuple(
            LanguageRow(
                found.language,
                language_name(found.language),
                language_name(found.language, "en"),
                script_of(found.language),
                "rtl" if is_rtl(found.language) else "ltr",
                found.source,
                found.translated,
                found.fuzzy,
                found.transliteration,
            )
        )
        for found in MessageLibrary(world).languages()
    ]


def _content(world: World) -> str | None:
    """What stands for all packs and catalogs: their names, and what changes when one is edited. None where a source
    does not lie on the disk."""
    digest = sha256()
    for source in world.sources:
        if not isinstance(source, Folder | Mount):
            return None
        digest.update(f"\0{source.root}\0".encode("utf-8", "surrogatepass"))
        languages = (f"locale/{name}LC_MESSAGES" for name in source.names("locale") if name.endswith("/"))
        for folder in ("slogans", *languages):
            for name, stamp in source.stamps(folder):
                digest.update(f"{folder}/{name}\0{stamp}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
