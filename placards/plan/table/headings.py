"""A row of headings, in any shipped language and in any order, becomes columns with keys."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from placards.files.tables.table import Row, column_letters
from placards.frozen import dataclass
from placards.locale.language import parse_language
from placards.locale.names import code_of_name
from placards.messages.language_names import is_known_language
from placards.messages.library import MessageLibrary
from placards.messages.trust.status import Status
from placards.patterns import pattern
from placards.plan.table.words import AMBIGUOUS, BESIDE, FORM, TEXT_KEYS, called, english, fold
from placards.problems.diagnostic import Diagnostics, Remedy, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place

#: The pack of these words in other languages.
PACK = "headings"

_LAST = pattern(r"(.+?)\s*[(\[:@|_–-]\s*([^()\[\]]+?)\s*[)\]]?\s*\*?")
_BRACKETS = pattern(r"(.+?)\s*[(\[][^()\[\]]*[)\]]\s*\*?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table, by what it gives."""

    index: int  # from 0
    heading: str  # as it stands there
    key: str  # of `placards.plan.table.words`, or "" for one that is not known
    language: str = ""  # of its texts, where the heading names it

    @property
    def label(self) -> str:
        """How errors call it: ``column C “Copies”``."""
        shown = " ".join(self.heading.split())[:40]
        return f"column {column_letters(self.index)} “{shown}”" if shown else f"column {column_letters(self.index)}"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading may mean: one key, several where it is ambiguous, none where it is not known."""

    keys: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word for a column means, and in which languages."""

    keys: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()


_NO_WORD = _Word()

#: A word of so few Latin letters is a word in some language by chance, unless another heading is in that language too.
_SHORT = 4


class Headings:
    """The words for columns that the library's catalogs have."""

    def __init__(self, library: MessageLibrary) -> None:
        self._library = library
        self._english = english()
        self._found: dict[str, Meaning] = {}
        self._wide = False

    def recognised(self, cells: Sequence[str]) -> int:
        """How many of these cells are headings, in English or, once `widened`, in any language."""
        return sum(bool(self._known(cell).keys) for cell in cells if 0 < len(cell) <= 80)

    def gives(self, cell: str) -> bool:
        """Whether a cell is a heading of something that makes an artefact."""
        return len(cell) <= 80 and any(key != FORM for key in self._known(cell).keys)

    def widened(self) -> Headings:
        """The same with the words of all languages, which take half a second to read: most tables need none of them,
        or only for their one row of headings."""
        self._wide = True
        self._found = {}
        return self

    def _known(self, heading: str) -> Meaning:
        if heading not in self._found:
            self._found[heading] = self._meaning(heading, wide=self._wide)
        return self._found[heading]

    def meaning(self, heading: str) -> Meaning:
        """What a heading may mean in any language, with the language that it names."""
        return found if (found := self._known(heading)).keys or self._wide else self._meaning(heading, wide=True)

    def spoken(self, heading: str) -> frozenset[str]:
        """The languages in which a heading is a word, English not among them."""
        folded = fold(heading)
        if self._english.get(folded):
            return frozenset()
        return self._others[folded].languages if folded in self._others else frozenset()

    def near(self, heading: str) -> list[str]:
        """Known words that are nearly the same: a slip of the keyboard."""
        folded = fold(heading)
        if len(folded) < 4:
            return []
        known = [*self._english, *(self._others if self._wide else ())]
        return difflib.get_close_matches(folded, known, n=3, cutoff=0.82)

    def _meaning(self, heading: str, *, wide: bool) -> Meaning:
        keys = self._keys(heading, wide)
        if keys:
            return Meaning(keys)
        for base, language in _divided(heading):
            keys = self._keys(base, wide)
            if len(keys) == 1 and (keys[0] in TEXT_KEYS or keys[0] == "slogan"):
                tag = language_tag(language)
                if tag is not None:
                    return Meaning(("text",) if keys[0] == "slogan" else keys, tag)
        without = _BRACKETS.fullmatch(heading.strip())
        return Meaning(self._keys(without[1], wide)) if without is not None else Meaning()

    def _keys(self, text: str, wide: bool) -> tuple[str, ...]:
        folded = fold(text)
        if not folded:
            return ()
        known = self._english.get(folded, ())
        return known if known or not wide else self._others.get(folded, _NO_WORD).keys

    @cached_property
    def _others(self) -> dict[str, _Word]:
        """The words of all languages but English. One that means different things in two languages is ambiguous."""
        found: dict[str, tuple[dict[str, None], set[str]]] = {}
        try:
            slogans = self._library.pack(PACK).slogans
            folders = [folder for folder in self._library.language_folders if folder.language is not None]
        except PlacardsError:  # words of the tool's own that cannot be read must not stop a table
            return {}
        for folder in folders:
            if folder.catalog(PACK) not in folder.catalogs():
                continue
            for slogan in slogans:
                try:
                    message = self._library.own_message(slogan, folder.tag)
                except PlacardsError:
                    break
                if message is not None and message.status.at_least(Status.TRANSLATED):
                    keys = AMBIGUOUS.get(slogan.id) or self._english.get(fold(slogan.text), ())
                    meanings, tags = found.setdefault(fold(message.text), ({}, set()))
                    meanings.update(dict.fromkeys(keys))
                    tags.add(folder.tag)
        return {word: _Word(tuple(meanings), frozenset(tags)) for word, (meanings, tags) in found.items()}


def _divided(heading: str) -> Iterator[tuple[str, str]]:
    """A heading as a word and a language: ``text (ar)``, ``text:ar``, ``Slogan AR``, ``Arabic text``."""
    parts = _LAST.fullmatch(heading.strip())
    if parts is not None:
        yield parts[1], parts[2]
    words = heading.replace("*", " ").split()
    if len(words) > 1:
        yield " ".join(words[:-1]), words[-1]
        yield words[-1], " ".join(words[:-1])


def language_tag(text: str) -> str | None:
    """The tag of a language that is written as a tag or as a name; None for what is none."""
    word = text.strip()
    if not word or len(word) > 50:
        return None
    try:
        tag = parse_language(word)
        if len(tag.language) <= 3 and is_known_language(word):
            return str(tag)
    except InputError:
        pass
    return code_of_name(word)


def columns_of(
    headings: Headings, row: Row, rows: Sequence[Row], place: Place, report: Diagnostics, *, parted: bool = False
) -> list[Column]:
    """The columns below a row of headings, those that are used. Raises InputError for a heading that is ambiguous,
    there twice, or nearly one that is known; says which columns are left out. In a *parted* text, what stands beyond
    the headings is a mistake of its row, and no column."""
    filled = {column for r in rows for column in range(len(r.cells)) if r.cells[column] or r.kind(column) in "ef"}
    found = []
    spoken = Counter(tag for cell in row.cells if cell for tag in headings.spoken(cell))
    for index in sorted(filled | {index for index, cell in enumerate(row.cells) if cell}):
        heading = row.cell(index)
        if heading:
            meaning, tags, word = headings.meaning(heading), headings.spoken(heading), fold(heading)
            by_chance = len(word) <= _SHORT and word.isascii() and tags and all(spoken[tag] < 2 for tag in tags)
            keys = () if by_chance else meaning.keys
            found.append((Column(index, heading, "", meaning.language), keys))
        elif index < len(row.cells) or not parted:
            here = Place(place.file, row.number, place.key)
            report(diagnostic("table-column-nameless", place=here, column=column_letters(index)))
    columns = _decided(found, place, row.number, report)
    used = [column for column in columns if column.index in filled]
    for column in used:
        at = Place(place.file, row.number, place.key)
        if not column.key:
            _unknown(headings, column, at, report)
        elif column.key == FORM:
            report(diagnostic("table-column-form", place=at, heading=column.heading[:60]))
    used = [column for column in used if column.key and column.key != FORM]
    _refuse_doubles(used, Place(place.file, row.number, place.key))
    return used


def _decided(
    found: Sequence[tuple[Column, tuple[str, ...]]], place: Place, row: int, report: Diagnostics
) -> list[Column]:
    """Ambiguous headings get the key that the other columns leave them, which is said; else raises InputError."""
    sure = Counter(keys[0] for _, keys in found if len(keys) == 1)
    columns = []
    for column, keys in found:
        if len(keys) > 1:
            at = Place(place.file, row, column.label)
            key = _one_of(keys, sure)
            if key is None:
                shown = tuple(called(key) for key in keys)
                raise InputError(
                    "table-heading-ambiguous", place=at, heading=column.heading[:60], keys=shown, words=shown
                )
            if key != FORM:
                report(diagnostic("table-heading-read", place=at, heading=column.heading[:60], key=called(key)))
            keys = (key,)
        columns.append(replace(column, key=keys[0] if keys else ""))
    return columns


def _one_of(keys: tuple[str, ...], sure: Counter[str]) -> str | None:
    """What an ambiguous heading means beside the others; None where they leave it open. Who filled in a form is
    printed on nothing."""
    if "name" in keys and "file" in keys and sure[FORM]:
        return FORM
    beside = [key for key in keys if any(sure[other] for other in BESIDE.get(key, ()))]
    if len(beside) == 1:
        return beside[0]
    left = [key for key in keys if not sure[key]]
    return left[0] if len(left) == 1 else None


def _unknown(headings: Headings, column: Column, place: Place, report: Diagnostics) -> None:
    near = headings.near(column.heading)
    at = Place(place.file, place.line, column.label)
    if near:
        remedy = Remedy("table-column-near", (("near", tuple(near)),))
        raise InputError("table-heading-typo", place=at, remedy=remedy, heading=column.heading[:60])
    report(diagnostic("table-column-unknown", place=at, heading=" ".join(column.heading.split())[:60]))


def _refuse_doubles(columns: Sequence[Column], place: Place) -> None:
    seen: dict[tuple[str, str], list[Column]] = {}
    for column in columns:
        seen.setdefault((column.key, column.language), []).append(column)
    for (key, language), same in seen.items():
        if len(same) > 1:
            letters = tuple(f"{column_letters(c.index)}: {c.heading[:40]}" for c in same)
            name = f"{called(key)} ({language})" if language else called(key)
            raise InputError("table-heading-twice", place=place, columns=letters, key=name)
