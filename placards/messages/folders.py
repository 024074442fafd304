"""A World becomes the list of pack files and language folders that lie in it, in the order in which they win."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.files.world import File, Source, World
from placards.frozen import dataclass
from placards.locale.language import Language, language_key, parse_language
from placards.patterns import pattern
from placards.problems.errors import InputError

#: The header that tells a transliteration from a language that is also written in Latin letters.
_TRANSLITERATION = pattern(rb'^"X-Transliteration-Of: *([A-Za-z0-9_-]+) *\\n', re.MULTILINE)

#: The catalog of the program's own sentences, which belongs to no pack (`placards.messages.diagnostics`).
DIAGNOSTICS = "diagnostics"

#: A header is never longer.
_HEADER_BYTES = 8192


@dataclass(frozen=True, slots=True)
class LanguageFolder:
    """A folder ``locale/<lang>`` of one source; *language* is None where its name is no language tag."""

    source: Source
    name: str  # as it stands, such as pt_BR
    language: Language | None

    @property
    def tag(self) -> str:
        """The canonical tag, or the name as it stands."""
        return str(self.language or self.name)

    @property
    def key(self) -> str:
        """What makes the folder equal to another name of the same language."""
        return language_key(self.tag)

    @property
    def label(self) -> Path | str:
        """How an error names it."""
        return File(self.source, f"locale/{self.name}").label

    def catalog(self, pack: str) -> File:
        """Where the catalog of a pack is, if it is."""
        return File(self.source, f"{self._catalogs}/{pack}.po")

    def catalogs(self) -> list[File]:
        """The catalogs of packs that there are, by name."""
        names = _files(self.source, self._catalogs, ".po")
        return [File(self.source, f"{self._catalogs}/{name}") for name in names if name != f"{DIAGNOSTICS}.po"]

    def transliterated(self) -> str:
        """The language that the catalogs only spell in Latin letters, as the first one's header says; else empty."""
        if self.language is None or self.language.script != "Latn":
            return ""
        for file in self.catalogs()[:1]:
            try:
                match = _TRANSLITERATION.search(file.read(MAX_BYTES)[:_HEADER_BYTES])
            except InputError:
                return ""  # whoever needs the catalog will tell
            return match[1].decode("ascii") if match else ""
        return ""

    @property
    def _catalogs(self) -> str:
        return f"locale/{self.name}/LC_MESSAGES"


def pack_files(world: World) -> dict[str, File]:
    """The file of each pack by its name; the first source that has one wins."""
    found: dict[str, File] = {}
    for source in world.sources:
        for name in _files(source, "slogans", ".toml"):
            found.setdefault(name.removesuffix(".toml"), File(source, f"slogans/{name}"))
    return dict(sorted(found.items()))


def language_folders(world: World, subtag: str = "") -> Iterator[LanguageFolder]:
    """Every language folder, by source and then by name; of one language only where its *subtag* is given."""
    for source in world.sources:
        for name in source.names("locale"):
            if _is_of(name, subtag) and name.endswith("/") and not name.startswith((".", "_")):
                yield LanguageFolder(source, name[:-1], _language(name[:-1]))


def of_language(folders: Iterable[LanguageFolder], subtag: str) -> Iterator[LanguageFolder]:
    """Those of one language."""
    return (folder for folder in folders if _is_of(f"{folder.name}/", subtag))


def _is_of(name: str, subtag: str) -> bool:
    return not subtag or (name[: len(subtag)].lower() == subtag and not name[len(subtag)].isalpha())


def _language(name: str) -> Language | None:
    try:
        return parse_language(name)
    except InputError:
        return None


def _files(source: Source, folder: str, suffix: str) -> list[str]:
    # Names with a dot in front belong to editors and file managers, not to people.
    return [name for name in source.names(folder) if name.endswith(suffix) and not name.startswith(".")]
