"""A PO file becomes a Catalog: the translations of one pack into one language, read directly, without a .mo file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from placards.messages.po.lines import checked_lines
from placards.messages.source_text import fold_spaces
from placards.problems.errors import InputError, Place


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
    path: Path
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


def read_catalog(path: Path, language: str, domain: str) -> Catalog:
    """Read a PO file; raises InputError with file and line for one that is broken."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", remedy="Check the name", place=Place(path), code="catalog") from None
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", remedy="Check its permissions", place=Place(path), code="catalog"
        ) from error
    return Catalog(language, domain, path, _translations(checked_lines(raw, path), path))


def _translations(lines: list[str], path: Path) -> dict[tuple[str, str], Translation]:
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(lines, ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        line = error.lineno + 1  # Babel counts from 0
        problem = str(error).removesuffix(f" on {error.lineno}")
        raise InputError(
            f"not a valid PO file: {problem[:1].lower()}{problem[1:]}",
            remedy="Look at this line and the one before it",
            place=Place(path, line),
            code="catalog",
        ) from error
    return {
        (message.context or "", str(message.id)): Translation(
            text=str(message.string or ""),
            fuzzy=bool(message.fuzzy),
            comments=tuple(message.auto_comments),
            translator_comments=tuple(filter(None, message.user_comments)),
            line=int(message.lineno or 1),
        )
        for message in catalog
        if message.id
    }
