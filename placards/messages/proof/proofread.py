"""The catalogs of a workspace become a proof-reader's list, and mended catalogs where mending is safe."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from placards.frozen import dataclass
from placards.locale.language import parse_language
from placards.messages.desk.workspace import Workspace
from placards.messages.pack import Pack
from placards.messages.po.catalog import Catalog, Translation, read_catalog
from placards.messages.po.document import PoDocument
from placards.messages.proof.check import Violation, check_catalog, check_frame, from_error, unknown_pack
from placards.messages.proof.finding import Finding
from placards.messages.proof.lints.length import EXPLANATION, RULE, length_findings
from placards.messages.proof.lints.registry import lint_findings, mended, rules
from placards.messages.trust.approval import approval_of, read_approvals
from placards.messages.trust.breaks import comment_breaks
from placards.problems.diagnostic import Severity
from placards.problems.errors import PlacardsError, Place

#: Longer texts are paragraphs, whose lines nobody chooses.
_SLOGAN = 120


@dataclass(frozen=True, slots=True)
class Remark:
    """A violation in a language's catalogs; without a language it concerns packs or folders."""

    language: str
    violation: Violation
    fixable: bool = False


def proofread(
    workspace: Workspace,
    languages: Sequence[str] = (),
    packs: Sequence[str] = (),
    unreadable_on_paper: Callable[[str, str], str] | None = None,
    today: datetime.date | None = None,
    stumbling: Callable[[str, str], str] | None = None,
) -> list[Remark]:
    """Everything that is wrong, by language and then in the order of files and lines. The layout layer may hand in
    functions that say why a text in a language cannot be read on a placard, and where its lines break badly. Approvals
    after *today* are doubted."""
    known = dict(workspace.library.all_packs())
    catalogs: list[tuple[Catalog, Pack]] = []
    remarks = [] if languages or packs else list(_frame(workspace))
    for language, path, catalog in _read(workspace, languages, packs):
        pack = known.get(path.stem)
        if isinstance(catalog, PlacardsError):
            remarks.append(Remark(language, from_error(catalog, "catalog-unreadable")))
        elif pack is None:
            remarks.append(Remark(language, unknown_pack(path, path.stem, list(known))))
        elif isinstance(pack, Pack):
            catalogs.append((catalog, pack))
            remarks += _remarks(catalog, pack, today)
    remarks += _lengths(catalogs)
    if unreadable_on_paper is not None:
        remarks += _sizes(catalogs, unreadable_on_paper)
    if stumbling is not None:
        remarks += _lines(catalogs, stumbling)
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


def unreadable(
    workspace: Workspace, languages: Sequence[str] = (), packs: Sequence[str] = ()
) -> Iterator[tuple[str, PlacardsError]]:
    """Language and error of each catalog that cannot be read."""
    for language, _, catalog in _read(workspace, languages, packs):
        if isinstance(catalog, PlacardsError):
            yield language, catalog


def _read(
    workspace: Workspace, languages: Sequence[str], packs: Sequence[str]
) -> Iterator[tuple[str, Path, Catalog | PlacardsError]]:
    for language, path in workspace.catalogs(languages, packs):
        try:
            yield language, path, read_catalog(path, language, path.stem)
        except PlacardsError as error:
            yield language, path, error


def _frame(workspace: Workspace) -> Iterator[Remark]:
    """What is wrong with the workspace's own packs and folders."""
    for violation in check_frame(workspace.library):
        if violation.place.file is not None and Path(violation.place.file).is_relative_to(workspace.root):
            yield Remark("", violation)


def _remarks(catalog: Catalog, pack: Pack, today: datetime.date | None) -> Iterator[Remark]:
    found = {(v.place.line, v.rule, v.problem): v for v in check_catalog(catalog, pack)}
    fixable = set()
    for (slogan_id, source), entry in catalog.entries.items():
        slogan = pack.find(slogan_id)
        if not entry.filled:
            continue
        text = slogan.text if slogan else source
        for violation in (*_revoked(catalog, slogan_id, text, entry), *_untimely(catalog, slogan_id, entry, today)):
            found[entry.line, violation.rule, violation.problem] = violation
        for finding in lint_findings(entry.text, catalog.language, text):
            if finding.rule == "untranslated" and _same_language(catalog.language, pack.language):
                continue
            key = (entry.line, finding.rule, finding.problem)
            approval = approval_of(entry.translator_comments, text, entry.text)
            published = approval is not None and approval.official
            if published and finding.severity is Severity.ERROR:
                # Not ours to mend: the words are as their authority published them.
                finding = replace(finding, severity=Severity.WARNING)
            found.setdefault(key, _violation(catalog, entry, slogan_id, finding))
            if finding.fix is not None and not published:
                fixable.add(key)
    return (Remark(catalog.language, violation, key in fixable) for key, violation in found.items())


def _revoked(catalog: Catalog, slogan_id: str, source: str, entry: Translation) -> Iterator[Violation]:
    """An approval of another text: somebody edited this one since."""
    approvals = list(read_approvals(entry.translator_comments))
    if approvals and not any(
        approval.holds_for(source, entry.text, entry.translator_comments) for approval in approvals
    ):
        last = approvals[-1]
        since = f" on {last.date.isoformat()}" if last.date else ""
        yield Violation(
            Place(catalog.path, entry.line, slogan_id or None),
            Severity.WARNING,
            "approval-revoked",
            f"the text or its source has been edited since {last.by} stood for it{since}",
            "Have it read again, and approve it",
        )


def _untimely(catalog: Catalog, slogan_id: str, entry: Translation, today: datetime.date | None) -> Iterator[Violation]:
    """An approval of a day that is yet to come, by more than the time zones' difference."""
    for approval in read_approvals(entry.translator_comments) if today else ():
        if approval.date and today and approval.date > today + datetime.timedelta(days=1):
            yield Violation(
                Place(catalog.path, entry.line, slogan_id or None),
                Severity.WARNING,
                "approval-date",
                f"the approval by {approval.by} is dated {approval.date.isoformat()}, which is yet to come",
                "Ask them when they read it, and approve it anew",
            )


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


def _sizes(
    catalogs: Sequence[tuple[Catalog, Pack]], unreadable_on_paper: Callable[[str, str], str]
) -> Iterator[Remark]:
    for catalog, _ in catalogs:
        for (slogan_id, _), entry in catalog.entries.items():
            problem = unreadable_on_paper(entry.text, catalog.language) if entry.filled else ""
            if problem:
                finding = Finding(Severity.WARNING, "readable-size", problem, "Shorten it")
                yield Remark(catalog.language, _violation(catalog, entry, slogan_id, finding))


def _lines(catalogs: Sequence[tuple[Catalog, Pack]], stumbling: Callable[[str, str], str]) -> Iterator[Remark]:
    """Messages that no newline and no reader's word guards, and that break badly on some sheet."""
    for catalog, pack in catalogs:
        for (slogan_id, _), entry in catalog.entries.items():
            guarded = "\n" in entry.text.strip() or comment_breaks(entry.translator_comments, entry.text)
            if pack.kind != "slogans" or guarded or not entry.filled or len(entry.text) > _SLOGAN:
                continue
            lines = stumbling(entry.text, catalog.language)
            if lines:
                finding = Finding(
                    Severity.WARNING,
                    "breaks",
                    f"on some sheets it falls as “{lines}”",
                    f"If a reader stumbles, say where lines may end: placards catalog breaks {catalog.language}",
                )
                yield Remark(catalog.language, _violation(catalog, entry, slogan_id, finding))


def _same_language(first: str, second: str) -> bool:
    return parse_language(first).language == parse_language(second).language


def _violation(catalog: Catalog, entry: Translation, slogan_id: str, finding: Finding) -> Violation:
    place = Place(catalog.path, entry.line, slogan_id or None)
    return Violation(place, finding.severity, finding.rule, finding.problem, finding.remedy)
