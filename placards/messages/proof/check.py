"""Packs and catalogs become a list of violations; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from placards.files.world import Source
from placards.frozen import dataclass
from placards.locale.language import language_key
from placards.messages.cautions import comment_cautions
from placards.messages.folders import LanguageFolder
from placards.messages.language_names import is_known_language, suggest_language
from placards.messages.library import MessageLibrary
from placards.messages.pack import Pack
from placards.messages.po.catalog import Catalog, Translation
from placards.messages.proof.text_rules import Finding, placeholder_findings, text_findings, turn_findings
from placards.messages.source_text import fold_spaces, fold_typography
from placards.messages.transliteration import originals_of, spells
from placards.messages.trust.breaks import comment_breaks, has_breaks
from placards.problems.diagnostic import Diagnostic, Severity, diagnostic
from placards.problems.errors import PlacardsError, Place, did_you_mean


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that something on the search path breaks. *rule* is a stable name, *problem* one clause."""

    place: Place
    severity: Severity
    rule: str
    problem: str
    remedy: str

    @property
    def diagnostic(self) -> Diagnostic:
        """The same as everything else that there is to say. Its words are a proof-reader's, in English."""
        return diagnostic(
            f"proof-{self.severity}", place=self.place, rule=self.rule, finding=self.problem, advice=self.remedy
        )

    def __str__(self) -> str:
        """One line for people."""
        remedy = f" {self.remedy}" if self.remedy else ""
        end = "" if self.remedy.endswith("?") else "."
        return f"{self.place}: {self.severity}: {self.problem}.{remedy}".rstrip(".") + end


def check_library(library: MessageLibrary) -> tuple[Violation, ...]:
    """All violations in the packs, language folders and catalogs of a library."""
    packs = {name: pack for name, pack in library.all_packs() if isinstance(pack, Pack)}
    return (*check_frame(library), *_check_catalogs(library, packs))


def check_frame(library: MessageLibrary) -> tuple[Violation, ...]:
    """Violations in the packs and language folders of a library; no catalog is read."""
    packs = [pack for _, pack in library.all_packs() if isinstance(pack, Pack)]
    return (
        *_broken_packs(library),
        *(violation for pack in packs for violation in check_pack(pack)),
        *_check_folders(library.language_folders),
    )


def check_pack(pack: Pack) -> tuple[Violation, ...]:
    """Violations in the source texts of a pack."""
    return tuple(
        _violation(slogan.source_place, slogan.id, finding)
        for slogan in pack.slogans
        for text in (slogan.text, slogan.original.text if slogan.original else "")
        for finding in text_findings(text)
    )


def check_catalog(catalog: Catalog, pack: Pack) -> tuple[Violation, ...]:
    """Violations in a catalog of this pack."""
    if not catalog.entries:
        remedy = f"Run “placards catalog update {catalog.language}”, which fills it, or take the file away"
        return (Violation(Place(catalog.path), Severity.ERROR, "no-entries", "the catalog has no entries", remedy),)
    return tuple(
        _violation(catalog.place(entry), slogan_id or None, finding)
        for (slogan_id, source), entry in catalog.entries.items()
        for finding in _entry_findings(catalog, pack, slogan_id, source, entry)
    )


def _entry_findings(catalog: Catalog, pack: Pack, slogan_id: str, source: str, entry: Translation) -> Iterator[Finding]:
    slogan = pack.find(slogan_id)
    if slogan is None:
        yield _no_such_slogan(pack, slogan_id, source)
    elif fold_spaces(source) != fold_spaces(slogan.text):
        yield Finding(
            Severity.WARNING,
            "source-differs",
            f"the entry was made for “{fold_spaces(source)}”; the pack now says “{fold_spaces(slogan.text)}”",
            "Update the catalog and look at the translation again; until then it counts as fuzzy",
        )
    if not entry.filled:
        yield _empty(entry)
        return
    yield from text_findings(entry.text)
    yield from _comment_findings(catalog.language, entry)
    yield from placeholder_findings(slogan.text if slogan else source, entry.text)
    if slogan is not None and slogan.response:
        yield from turn_findings(slogan.text, entry.text)
    if (
        slogan is not None
        and language_key(catalog.language) == language_key(pack.language)
        and fold_typography(entry.text) != fold_typography(slogan.text)
    ):
        yield Finding(
            Severity.ERROR,
            "source-changed",
            f"the pack is in this language and says “{fold_spaces(slogan.text)}”; a catalog may change line breaks "
            "and typography only",
            "Change the text in the pack",
        )


def _comment_findings(language: str, entry: Translation) -> Iterator[Finding]:
    """Translator comments that look like cautions or breaks, and say nothing."""
    comments = entry.translator_comments
    if not comments:
        return
    if comment_cautions(comments, language)[1]:
        yield Finding(
            Severity.ERROR,
            "caution",
            "a caution does not say where it holds, who says so and when",
            "Write “# Caution (RU; who reports it; 2024-05): what to know”, places as ISO 3166 codes",
        )
    if has_breaks(comments) and not comment_breaks(comments, entry.text):
        yield Finding(
            Severity.WARNING,
            "breaks-outdated",
            "the comment “Breaks:” is for other words than the translation has now",
            "Correct it with “placards catalog breaks”, or take it away",
        )


def _no_such_slogan(pack: Pack, slogan_id: str, source: str) -> Finding:
    if not slogan_id:
        same = [s.id for s in pack.slogans if fold_spaces(s.text) == fold_spaces(source)]
        return Finding(
            Severity.ERROR,
            "no-context",
            f"the entry “{fold_spaces(source)}” has no msgctxt, so that no slogan uses it",
            f'Write msgctxt "{same[0]}" above it' if same else "Write the slogan's id there",
        )
    return Finding(
        Severity.ERROR,
        "unknown-slogan",
        f"the pack “{pack.name}” has no slogan “{slogan_id}”",
        did_you_mean(slogan_id, [s.id for s in pack.slogans]),
    )


def _empty(entry: Translation) -> Finding:
    if entry.fuzzy:
        return Finding(
            Severity.WARNING,
            "empty",
            "the entry is marked fuzzy, but its msgstr is empty",
            "Translate it, or unmark it",
        )
    return Finding(Severity.NOTE, "empty", "the msgstr is empty", "Translate it")


def _broken_packs(library: MessageLibrary) -> Iterator[Violation]:
    for _, pack in library.all_packs():
        if isinstance(pack, PlacardsError):
            yield from_error(pack, "pack-unreadable")


def _check_folders(folders: Iterable[LanguageFolder]) -> Iterator[Violation]:
    seen: dict[tuple[Source, str], LanguageFolder] = {}
    for folder in folders:
        place, name = Place(folder.label), folder.name
        if folder.language is None:
            yield Violation(
                place, Severity.ERROR, "language-tag", f"“{name}” is not a language tag", suggest_language(name)
            )
            continue
        if folder.language.language != "und" and not is_known_language(folder.tag):
            remedy = suggest_language(name)
            # CLDR knows some 600 of 7,000 languages: without a better idea, the tag may well be right.
            severity = Severity.WARNING if remedy.startswith("Did you mean") else Severity.NOTE
            yield Violation(place, severity, "language-tag", f"“{name}” is no language that we know", remedy)
        first = seen.setdefault((folder.source, folder.key), folder)
        if first is not folder:
            problem = f"“{name}” and “{first.name}” are the same language"
            yield Violation(place, Severity.WARNING, "language-twice", problem, "Put their catalogs into one folder")


def _check_catalogs(library: MessageLibrary, packs: dict[str, Pack]) -> Iterator[Violation]:
    known = [name for name, _ in library.all_packs()]
    for file, catalog in library.all_catalogs():
        if isinstance(catalog, PlacardsError):
            yield from_error(catalog, "catalog-unreadable")
        elif catalog.domain in packs:
            yield from check_catalog(catalog, packs[catalog.domain])
            yield from stale_spellings(library, catalog, packs[catalog.domain])
        elif catalog.domain not in known:  # a pack that cannot be read has its own violation
            yield unknown_pack(file.label, catalog.domain, known)


def stale_spellings(library: MessageLibrary, catalog: Catalog, pack: Pack) -> Iterator[Violation]:
    """Entries of a transliteration that spell other words than the language has now."""
    if language_key(catalog.language) not in library.transliterations:
        return
    for slogan in pack.slogans:
        found = catalog.find(slogan.id, slogan.text)
        if found is None or not found[0].filled or found[0].fuzzy:
            continue
        for original in originals_of(library, slogan, catalog.language):
            if not spells(found[0].translator_comments, original):
                finding = Finding(
                    Severity.WARNING,
                    "transliteration-stale",
                    f"the entry spells other words than “{fold_spaces(original)}”",
                    "Write how to say the new words, and the words behind “# Original:”; until then it counts as fuzzy",
                )
                yield _violation(catalog.place(found[0]), slogan.id, finding)
                break


def unknown_pack(path: Path | str, name: str, known: list[str]) -> Violation:
    """What is wrong with a catalog that belongs to no pack."""
    problem = f"there is no slogan pack “{name}” for this catalog"
    return Violation(Place(path), Severity.ERROR, "unknown-pack", problem, did_you_mean(name, known))


def from_error(error: PlacardsError, rule: str) -> Violation:
    """An error as a violation."""
    return Violation(error.place, Severity.ERROR, rule, error.problem, error.remedy)


def _violation(place: Place, key: str | None, finding: Finding) -> Violation:
    where = Place(place.file, place.line, key, place.column)
    return Violation(where, finding.severity, finding.rule, finding.problem, finding.remedy)
