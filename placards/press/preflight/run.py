"""The bytes of a PDF become what there is to say of it: facts, findings, and a verdict for each standard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pikepdf

from placards.frozen import dataclass
from placards.press.distance import Distance, distances
from placards.press.preflight.boxes_mm import page_list
from placards.press.preflight.document import Document, opened
from placards.press.preflight.facts import Facts, facts
from placards.press.preflight.legible import legible
from placards.press.preflight.rule import Found, Rule, Standard, rules
from placards.press.preflight.subject import MOST_DRAWN, Subject
from placards.problems.diagnostic import Diagnostic, Severity
from placards.problems.errors import InputError, Place
from placards.scene.items import Scene
from placards.values.profile import Profile

#: What an odd file makes a rule raise that looks at it.
_ODD = (
    pikepdf.PdfError, pikepdf.DataDecodingError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError,
    RecursionError, NotImplementedError, RuntimeError,
)  # fmt: skip

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)

#: How much larger than its file something may be printed.
_MOST_SCALE = 1000.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a print shop would send a file back for, or say about it."""

    rule: Rule
    diagnostic: Diagnostic
    pages: tuple[int, ...] = ()  # () where it is the file's

    @property
    def severity(self) -> Severity:
        return self.diagnostic.severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a standard's rules came to."""

    standard: Standard
    passed: tuple[Rule, ...]
    broken: tuple[Rule, ...]
    unjudged: tuple[Rule, ...]  # where the file is so odd that nobody can say

    @property
    def is_good(self) -> bool:
        """Whether every rule that is checked here is kept; Acrobat knows more of them."""
        return not self.broken and not self.unjudged


@dataclass(frozen=True, slots=True)
class Preflight:
    """What there is to say of a file."""

    name: str
    facts: Facts
    findings: tuple[Finding, ...]  # errors first
    verdicts: tuple[Verdict, ...]
    distances: tuple[Distance, ...]  # from which its texts are read, where that can be known
    not_checked: tuple[Diagnostic, ...]
    profile: str = ""  # that it was looked at with

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if found.severity is Severity.WARNING)


def preflight(
    data: bytes,
    name: str = "",
    *,
    profile: Profile | None = None,
    standards: Collection[Standard] = (),
    scale: float = 1.0,
    thorough: bool = True,
    scenes: Sequence[Scene] = (),
) -> Preflight:
    """Look at a PDF. *standards* are those that it is judged by, beside the profile's and the one that the file says
    that it follows; *scale* says how many times larger it is printed; one that is not *thorough* asks neither
    Ghostscript for inks nor a reader for codes; from its *scenes* the letters of an artefact of ours are measured.
    Raises InputError for what is no PDF that can be opened, and for a scale that is none."""
    if not 1.0 <= scale <= _MOST_SCALE:
        raise InputError("preflight-scale", scale=scale)
    place = Place(file=name) if name else None
    try:
        with opened(data) as document:
            subject = Subject(document, profile, scale=scale, thorough=thorough)
            try:
                return _looked_at(document, name, profile, standards, subject, scenes)
            except _ODD as error:
                if isinstance(error, InputError):
                    raise
                raise InputError("preflight-odd", said=type(error).__name__) from error
    except InputError as error:
        raise (error.at(place) if place else error) from error.__cause__


def _looked_at(
    document: Document, name: str, profile: Profile | None, standards: Collection[Standard], subject: Subject,
    scenes: Sequence[Scene],
) -> Preflight:  # fmt: skip
    judged_by = _standards(document, profile, standards)
    counting: set[str] = {"always", *judged_by, *(["profile"] if profile is not None else [])}
    findings: list[Finding] = []
    broken, unjudged = set(), set()
    for rule in rules():
        if not counting & set(rule.when):
            continue
        try:
            found = tuple(rule.find(subject))
        except _ODD as error:
            document.skip("preflight-skipped-rule", rule=rule.id, said=type(error).__name__)
            unjudged.add(rule.id)
            continue
        findings += _gathered(rule, found)
        if found:
            broken.add(rule.id)
    known = facts(subject)
    archival = [document.claims[key] for key in ("pdf/a", "pdf/ua") if key in document.claims]
    if archival:
        document.skip("preflight-skipped-pdfa", said=" and ".join(archival))
    return Preflight(
        name,
        known,
        tuple(sorted(findings, key=lambda one: (_ORDER.index(one.severity), one.rule.family, one.pages))),
        tuple(_verdict(standard, broken, unjudged) for standard in judged_by),
        _distances(document, subject, scenes),
        tuple(document.not_checked),
        profile.name if profile is not None else "",
    )


def _distances(document: Document, subject: Subject, scenes: Sequence[Scene]) -> tuple[Distance, ...]:
    if scenes:
        return distances(scenes, document.data, subject.scale)
    found = () if document.heavy else legible(document.data, min(len(subject.pages), MOST_DRAWN), subject.scale)
    if not found:
        document.skip("preflight-skipped-distance")
    return found


def _standards(document: Document, profile: Profile | None, asked: Collection[Standard]) -> tuple[Standard, ...]:
    wanted: set[Standard] = set(asked)
    said = document.claims.get("pdf/x", "")
    if said.startswith("PDF/X-4"):
        wanted.add("pdf/x-4")
    elif said.startswith("PDF/X-1"):
        wanted.add("pdf/x-1a")
    if profile is not None and profile.standard != "pdf/a-2a":
        wanted.add(profile.standard)
    return tuple(sorted(wanted, reverse=True))


def _gathered(rule: Rule, found: Iterable[Found]) -> list[Finding]:
    """One finding for what is wrong in the same way on several pages."""
    pages: dict[object, list[int]] = {}
    first: dict[object, Found] = {}
    for one in found:
        key = (one.parameters, one.severity)
        first.setdefault(key, one)
        pages.setdefault(key, []).append(one.page)
    made = []
    for one in first.values():
        key = (one.parameters, one.severity)
        numbers = sorted({page for page in pages[key] if page})
        where = f"page{'s' if len(numbers) > 1 else ''} {page_list(numbers)}" if numbers else None
        said = Diagnostic(rule.code, one.parameters, Place(message=where), one.severity or rule.severity)
        made.append(Finding(rule, said, tuple(numbers)))
    return made


def _verdict(standard: Standard, broken: Collection[str], unjudged: Collection[str]) -> Verdict:
    own = [rule for rule in rules() if standard in rule.when or (rule.when == ("always",) and rule.id in _SHARED)]
    return Verdict(
        standard,
        tuple(rule for rule in own if rule.id not in broken and rule.id not in unjudged),
        tuple(rule for rule in own if rule.id in broken),
        tuple(rule for rule in own if rule.id in unjudged),
    )


def check_artefact(
    data: bytes, scenes: Sequence[Scene], profile: Profile, name: str = "", scale: float = 1.0
) -> Preflight:
    """Look at an artefact of ours as it is made: quickly, by its profile, and with its texts measured by their
    outlines. *scale* says how many times larger than its file it is printed. Raises InputError."""
    return preflight(data, name, profile=profile, scale=scale, thorough=False, scenes=scenes)


#: Rules that hold for every file, and that both standards have as well.
_SHARED = frozenset(
    {"encrypted", "page-incomplete", "boxes-nested", "box-size", "font-missing", "states-unbalanced", "form"}
)
