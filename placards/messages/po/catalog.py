"""A PO file becomes a Catalog: the translations of one pack into one language, read directly, without a .mo file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from placards.files.toml import MAX_BYTES
from placards.files.world import File, read_bytes
from placards.frozen import dataclass
from placards.messages.source_text import fold_spaces
from placards.problems.errors import Place


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalog. A newline in the text is a preferred line break; an empty text is no translation yet."""

    text: str
    fuzzy: bool
    comments: tuple[str, ...]  # from the pack, for the translator
    translator_comments: tuple[str, ...]
    line: int  # of the msgid

    @property
    def filled(self) -> bool:
        """Whether there is a text."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries of one PO file by (context, source): the slogan's id and the text it was translated from."""

    language: str  # canonical tag, from the folder's name
    domain: str  # the pack's name, from the file's
    path: Path | str  # the file, or how a World names it
    entries: Mapping[tuple[str, str], Translation]

    def find(self, slogan_id: str, text: str) -> tuple[Translation, bool] | None:
        """A slogan's entry and whether it was made for this text, line breaks aside; a filled entry goes before an
        empty one, one for this text before one for another."""
        exact = self.entries.get((slogan_id, text))
        if exact is not None and exact.filled:
            return exact, True
        wanted = fold_spaces(text)
        found = [
            (entry, fold_spaces(source) == wanted) for (i, source), entry in self.entries.items() if i == slogan_id
        ]
        return max(found, key=lambda item: (item[0].filled, item[1]), default=None)

    def place(self, entry: Translation, key: str | None = None) -> Place:
        """Where an entry stands."""
        return Place(self.path, entry.line, key)


def read_catalog(source: Path | File, language: str, domain: str) -> Catalog:
    """Read a PO file; raises InputError with file and line for one that is broken."""
    if isinstance(source, Path):
        return parse_catalog(read_bytes(source, MAX_BYTES), source, language, domain)
    return parse_catalog(source.read(MAX_BYTES), source.label, language, domain)


def parse_catalog(raw: bytes, path: Path | str, language: str, domain: str) -> Catalog:
    """The bytes of a PO file as a catalog; raises InputError as `read_catalog` does."""
    # Imported here: a catalog that was read before is not read again.
    from placards.messages.po.entries import read_entries

    entries = {
        (entry.context or "", entry.source): Translation(
            entry.text, "fuzzy" in entry.flags, entry.comments, entry.translator_comments, entry.line
        )
        for entry in read_entries(raw, path)
        if not entry.obsolete and not entry.header
    }
    return Catalog(language, domain, path, entries)
