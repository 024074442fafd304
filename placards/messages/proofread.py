"""The catalogs of a workspace become a proof-reader's list, and mended catalogs where mending is safe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from placards.errors import PlacardsError, Place
from placards.language import parse_language
from placards.messages.approval import approval_of
from placards.messages.catalog import Catalog, Translation
from placards.messages.check import Violation, check_catalog, check_library
from placards.messages.finding import Finding
from placards.messages.lints.length import EXPLANATION, RULE, length_findings
from placards.messages.lints.registry import lint_findings, mended, rules
from placards.messages.pack import Pack
from placards.messages.po_document import PoDocument
from placards.messages.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Remark:
    """A violation in a language's catalogs; without a language it concerns packs or folders."""

    language: str
    violation: Violation
    fixable: bool = False


def proofread(workspace: Workspace, languages: Sequence[str] = (), packs: Sequence[str] = ()) -> list[Remark]:
    """Everything that is wrong, by language and then in the order of files and lines."""
    catalogs = list(_catalogs(workspace, languages, packs))
    remarks: list[Remark] = []
    if not languages and not packs:
        files = {str(catalog.path) for catalog, _ in catalogs}
        remarks += [Remark("", v) for v in check_library(workspace.library) if str(v.place.file) not in files]
    remarks += [Remark(tag, _broken(error)) for tag, error in _errors(workspace, languages, packs)]
    for catalog, pack in catalogs:
        remarks += _remarks(catalog, pack)
    remarks += _lengths(catalogs)
    unique = dict.fromkeys(remarks)
    return sorted(unique, key=lambda r: (r.language, str(r.violation.place.file), r.violation.place.line or 0))


def explanations() -> dict[str, str]:
    """Why each lint is one, by its name."""
    return {rule.name: rule.explanation for rule in rules()} | {RULE: EXPLANATION}


def mend_document(document: PoDocument, pack: Pack, language: str) -> tuple[list[str], list[str]]:
    """Make the safe fixes; returns the ids of mended slogans, and of those left alone because someone stands for
    exactly this text."""
    changed, left = [], []
    for entry in document.active():
        slogan = pack.find(entry.context)
        if slogan is None or not entry.text.strip():
            continue
        text = mended(entry.text, language, slogan.text)
        if text == entry.text:
            continue
        if approval_of(entry.comments("# "), slogan.text, entry.text) and not entry.fuzzy:
            left.append(slogan.id)
        else:
            entry.set_string("msgstr", text)
            changed.append(slogan.id)
    return changed, left


def _catalogs(workspace: Workspace, languages: Sequence[str], packs: Sequence[str]) -> Iterator[tuple[Catalog, Pack]]:
    known = {name: pack for name, pack in workspace.library.all_packs() if isinstance(pack, Pack)}
    for path, catalog in _read(workspace, languages, packs):
        if isinstance(catalog, Catalog) and path.stem in known:
            yield catalog, known[path.stem]


def _errors(
    workspace: Workspace, languages: Sequence[str], packs: Sequence[str]
) -> Iterator[tuple[str, PlacardsError]]:
    for path, catalog in _read(workspace, languages, packs):
        if isinstance(catalog, PlacardsError):
            yield path.parent.parent.name.replace("_", "-"), catalog


def _read(
    workspace: Workspace, languages: Sequence[str], packs: Sequence[str]
) -> Iterator[tuple[Path, Catalog | PlacardsError]]:
    wanted = {path for _, path in workspace.catalogs(languages, packs)}
    return ((path, found) for path, found in workspace.library.all_catalogs() if path in wanted)


def _broken(error: PlacardsError) -> Violation:
    from placards.messages.severity import Severity

    return Violation(error.place, Severity.ERROR, "catalog-unreadable", error.problem, error.remedy)


def _remarks(catalog: Catalog, pack: Pack) -> Iterator[Remark]:
    found = {(v.place.line, v.rule, v.problem): v for v in check_catalog(catalog, pack)}
    fixable = set()
    for (slogan_id, source), entry in catalog.entries.items():
        slogan = pack.find(slogan_id)
        if not entry.filled:
            continue
        text = slogan.text if slogan else source
        for finding in lint_findings(entry.text, catalog.language, text):
            if finding.rule == "untranslated" and _same_language(catalog.language, pack.language):
                continue
            key = (entry.line, finding.rule, finding.problem)
            found.setdefault(key, _violation(catalog, entry, slogan_id, finding))
            if finding.fix is not None:
                fixable.add(key)
    return (Remark(catalog.language, violation, key in fixable) for key, violation in found.items())


def _lengths(catalogs: Sequence[tuple[Catalog, Pack]]) -> Iterator[Remark]:
    texts: dict[str, dict[str, str]] = {}
    sources: dict[str, str] = {}
    places: dict[tuple[str, str], tuple[Catalog, Translation]] = {}
    for catalog, pack in catalogs:
        for slogan in pack.slogans:
            entry = catalog.entries.get((slogan.id, slogan.text))
            if entry is not None and entry.filled:
                sources[slogan.full_name] = slogan.text
                texts.setdefault(catalog.language, {})[slogan.full_name] = entry.text
                places[catalog.language, slogan.full_name] = (catalog, entry)
    for language, name, finding in length_findings(texts, sources):
        yield Remark(language, _violation(*places[language, name], name.rpartition("/")[2], finding))


def _same_language(first: str, second: str) -> bool:
    return parse_language(first).language == parse_language(second).language


def _violation(catalog: Catalog, entry: Translation, slogan_id: str, finding: Finding) -> Violation:
    place = Place(catalog.path, entry.line, slogan_id or None)
    return Violation(place, finding.severity, finding.rule, finding.problem, finding.remedy)
