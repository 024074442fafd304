"""A layout becomes all that its designer should mend: what stands in the file, and what real messages find."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from placards.elements.condition import facts
from placards.files.toml import KeyPath
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.kit.cells import Cell, Look, cells
from placards.kit.samples import Samples
from placards.pipeline import Engine
from placards.problems.diagnostic import Diagnostic, Severity, diagnostic
from placards.problems.errors import Place
from placards.problems.wording import finished
from placards.template.check import check_layout
from placards.template.folder import LayoutFolder, Source
from placards.text.fontset import ROLE_WEIGHTS
from placards.values.sheet import parse_sheet

_SLOT = re.compile(r"slot “(.+)”")

#: What a text that does not fit is called, whatever it is measured by.
_FIT = "fit-"


@dataclass(frozen=True, slots=True)
class _Finding:
    """The same thing in several languages."""

    code: str
    slot: str
    size: str
    slogan: str


def found_at_once(loaded: LayoutFolder, inputs: Inputs) -> tuple[Diagnostic, ...]:
    """What can be said without setting a text (`placards.template.check`)."""
    roles = [*ROLE_WEIGHTS, *(family.name for family in inputs.fonts().families)]
    return tuple(
        check_layout(loaded, load_picture=inputs.picture, roles=roles, artwork=inputs.artwork, shared=inputs.palettes())
    )


def found_by_setting(
    loaded: LayoutFolder,
    engine: Engine,
    samples: Samples,
    languages: Sequence[str],
    known: Collection[Diagnostic] = (),
) -> Iterator[Diagnostic]:
    """What the shortest and the longest message of each language find, on every size that the layout is made for: what
    is the same in several languages is said once, at the slot's place in the file. What is *known* of a file is not
    said again: a picture that cannot be read is none in any language."""
    said = {(one.code, one.parameters) for one in known}
    loaded, written = loaded.whole()
    several = tuple(dict.fromkeys(samples.languages_for(loaded, language) for language in languages))
    look = Look(several, _usable(loaded.layout.sizes))
    found: dict[_Finding, list[tuple[str, Diagnostic]]] = {}
    for cell in cells(loaded, look, samples, engine):
        for problem in cell.diagnostics:
            if problem.severity is not Severity.NOTE and (problem.code, problem.parameters) not in said:
                language = problem.place.language or "+".join(cell.wanted.sample.languages)
                found.setdefault(_finding(problem, cell), []).append((language, problem))
    for finding, problems in found.items():
        yield _told(finding, problems, loaded, written)


def _usable(sizes: Sequence[str]) -> tuple[str, ...]:
    """The sizes that there are: the others are told by the file's own check."""
    from placards.problems.errors import PlacardsError

    kept = []
    for size in sizes:
        try:
            kept.append(parse_sheet(size).name)
        except PlacardsError:
            continue
    return tuple(kept)


def _finding(problem: Diagnostic, cell: Cell) -> _Finding:
    match = _SLOT.fullmatch(problem.place.message or "")
    return _Finding(problem.code, match[1] if match else "", cell.wanted.size, cell.wanted.sample.slogan)


def _told(
    finding: _Finding, problems: Sequence[tuple[str, Diagnostic]], loaded: LayoutFolder, written: Source
) -> Diagnostic:
    languages = tuple(dict.fromkeys(language for language, _ in problems))
    first = problems[0][1]
    why = finished(first.problem()).removesuffix(".")
    fits_not = finding.code.startswith(_FIT)
    place = _place(finding, loaded, written, ("min_size",) if fits_not else ())
    size, slogan = finding.size, finding.slogan
    if fits_not:
        slot = finding.slot or "the message"
        return diagnostic(
            "kit-slot-small", place=place, slot=slot, size=size, slogan=slogan, languages=languages, why=why
        )
    return diagnostic(
        "kit-slot-found", place=place, severity=first.severity, remedy=first.remedy,
        size=size, slogan=slogan, languages=languages, why=why,
    )  # fmt: skip


def _place(finding: _Finding, loaded: LayoutFolder, written: Source, key: KeyPath) -> Place:
    """Where the slot is written, as it stands on this sheet."""
    tables = written.tables
    everything = (*tables.own, *(one for _, of_variant in tables.variants for one in of_variant))
    keys = {id(one.element): one.key for one in everything}
    sheet = parse_sheet(finding.size)
    shown = loaded.elements_for(facts(sheet, loaded.layout.languages, {"slogan"}))
    for element in (*shown, *loaded.layout.every_element):
        if element.id == finding.slot and id(element) in keys:
            return written.file.place(keys[id(element)](key))
    return loaded.place
