"""A search path becomes the list of pack files and catalog files that lie in it, in the order in which they win."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placards.locale.language import Language, parse_language, script_of
from placards.problems.errors import InputError, Place

#: The header that tells a transliteration from a language that is also written in Latin letters.
_TRANSLITERATION = re.compile(rb'^"X-Transliteration-Of: *([A-Za-z0-9_-]+) *\\n', re.MULTILINE)

#: A header is never longer.
_HEADER_BYTES = 8192


@dataclass(frozen=True, slots=True)
class LanguageFolder:
    """A folder ``locale/<lang>``; *language* is None where its name is no language tag."""

    path: Path
    language: Language | None

    @property
    def tag(self) -> str:
        """The canonical tag, or the name as it stands."""
        return str(self.language or self.path.name)

    @property
    def key(self) -> str:
        """What makes the folder equal to another name of the same language."""
        return language_key(self.tag)

    def catalog(self, pack: str) -> Path:
        """Where the catalog of a pack is, if it is."""
        return self.path / "LC_MESSAGES" / f"{pack}.po"

    def catalogs(self) -> list[Path]:
        """The catalogs there are, by name."""
        return _files(self.path / "LC_MESSAGES", ".po")

    def transliterated(self) -> str:
        """The language that the catalogs only spell in Latin letters, as the first one's header says; else empty."""
        if self.language is None or self.language.script != "Latn":
            return ""
        for path in self.catalogs()[:1]:
            try:
                with path.open("rb") as file:
                    match = _TRANSLITERATION.search(file.read(_HEADER_BYTES))
            except OSError:
                return ""  # whoever needs the catalog will tell
            return match[1].decode("ascii") if match else ""
        return ""


@lru_cache(maxsize=4096)
def language_key(tag: str) -> str:
    """One name for one language, script and region, however the tag spells them: zh and zh_Hans are the same."""
    language = parse_language(tag)
    return str(Language(language.language, script_of(tag), language.region, language.rest))


def search_folders(search_path: Sequence[Path]) -> tuple[Path, ...]:
    """The folders of a search path, each once; raises InputError for what is no folder."""
    folders: dict[Path, Path] = {}
    for folder in search_path:
        if not folder.is_dir():
            problem = "is not a folder" if folder.exists() else "there is no such folder"
            raise InputError(problem, remedy="Check the name", place=Place(folder))
        folders.setdefault(folder.resolve(), folder)
    return tuple(folders.values())


def pack_files(folders: Sequence[Path]) -> dict[str, Path]:
    """The file of each pack by its name; the first folder that has one wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _files(folder / "slogans", ".toml"):
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def language_folders(folders: Sequence[Path]) -> Iterator[LanguageFolder]:
    """Every language folder, search path first, then by name."""
    for folder in folders:
        for path in _listing(folder / "locale"):
            if path.is_dir() and not path.name.startswith("_"):
                yield LanguageFolder(path, _language(path.name))


def _language(name: str) -> Language | None:
    try:
        return parse_language(name)
    except InputError:
        return None


def _files(folder: Path, suffix: str) -> list[Path]:
    return [path for path in _listing(folder) if path.suffix == suffix]


def _listing(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing where there is no folder."""
    if not folder.is_dir():
        return []
    try:
        # Names with a dot in front belong to editors and file managers, not to people.
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", remedy="Check its permissions", place=Place(folder)
        ) from error
