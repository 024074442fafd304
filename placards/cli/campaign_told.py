"""A plan and what is known of it become what ``placards campaign plan`` shows: tables and sentences, or plain data."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any

from placards.campaign.counts import Row, languages_of, rows
from placards.campaign.forecast import Estimate, Known, Paper, estimate, paper
from placards.cli.batch_report import folded, skipped_words
from placards.cli.check import as_json
from placards.cli.table import table
from placards.frozen import dataclass
from placards.job import Job
from placards.plan.planner import Plan
from placards.problems.diagnostic import Diagnostic, Severity

#: What is counted where nobody asks for something else.
_USUAL = ("set", "size", "format")

#: What programs get.
_ALL = ("set", "language", "layout", "size", "format")

#: More languages are a number.
_NAMED = 8


@dataclass(frozen=True)
class Told:
    """What there is to tell."""

    plan: Plan
    jobs: Sequence[Job]  # those that were asked for
    known: Known
    sampled: int  # how many were made to be measured
    out: Path
    failed: tuple[Diagnostic, ...] = ()  # what is wrong with some of those

    @cached_property
    def paper(self) -> tuple[Paper, ...]:
        return paper(self.jobs, self.known, self.plan.inputs)

    @cached_property
    def bytes(self) -> Estimate:
        return estimate(self.jobs, self.known, lambda measure: measure.bytes)

    @cached_property
    def seconds(self) -> Estimate:
        return estimate(self.jobs, self.known, lambda measure: measure.seconds)

    @property
    def drafts(self) -> int:
        return sum(job.content.draft is not None for job in self.jobs)

    @property
    def notes(self) -> Counter[Diagnostic]:
        """What planning says of single artefacts."""
        return Counter(note for job in self.jobs for note in job.notes)


def as_data(told: Told, by: str | None) -> dict[str, Any]:
    """For programs: everything, in plain values."""
    plan = told.plan
    axes = (by,) if by else _ALL
    return {
        "campaign": plan.name,
        "file": plan.file,
        "artefacts": len(told.jobs),
        "copies": sum(job.copies for job in told.jobs),
        "counts": [
            {**dict(zip(axes, row.values, strict=True)), "artefacts": len(row.jobs), "copies": row.copies}
            for row in rows(told.jobs, axes)
        ],
        "paper": [asdict(row) for row in told.paper],
        "bytes": _figure(told.bytes),
        "seconds": _figure(told.seconds),
        "sampled": told.sampled,
        "drafts": told.drafts,
        "excluded": plan.excluded,
        "skipped": [
            {"set": s.set, "slogan": s.slogan, "language": s.language, "status": s.status} for s in plan.skipped
        ],
        "diagnostics": [as_json(found) for found in (*plan.diagnostics, *told.failed)],
        "notes": [{**as_json(found), "artefacts": count} for found, count in told.notes.items()],
    }


def _figure(found: Estimate) -> dict[str, Any]:
    """A sum of what is known, null where nothing is; and of how many artefacts it is measured, estimated, unknown."""
    total = None if found.measured + found.alike == 0 else round(found.total, 3)
    return {"total": total, "measured": found.measured, "estimated": found.alike, "unknown": found.unknown}


def as_text(told: Told, by: str | None) -> str:
    """For people."""
    parts = [_head(told), _counts(told, by), _paper(told.paper), "\n".join(_lines(told))]
    return "\n\n".join(part for part in parts if part)


def _head(told: Told) -> str:
    of = f" of {len(told.plan.jobs):,}" if len(told.jobs) != len(told.plan.jobs) else ""
    languages = len(languages_of(told.jobs))
    return f"{isolated(told.plan.name)}: {_count(len(told.jobs), 'artefact')}{of} in {_count(languages, 'language')}"


def _counts(told: Told, by: str | None) -> str:
    axes = (by,) if by else _USUAL
    found = rows(told.jobs, axes)
    copies = any(job.copies > 1 for job in told.jobs)
    return table([_row(row, axes, told, copies=copies) for row in found])


def _row(row: Row, axes: Sequence[str], told: Told, *, copies: bool) -> dict[str, str]:
    cells = dict(zip(axes, row.values, strict=True))
    for axis, plural in (("layout", "layouts"), ("language", "languages")):
        if axis not in axes:
            cells[plural] = _listed(row.among(axis))
    cells["artefacts"] = f"{len(row.jobs):,}"
    if copies:
        cells["copies"] = f"{row.copies:,}"
    if told.known:
        cells["bytes"] = _bytes(estimate(row.jobs, told.known, lambda measure: measure.bytes))
    return cells


def _listed(values: Sequence[str]) -> str:
    return " ".join(values) if len(values) <= _NAMED else f"{len(values)}"


def _paper(found: Sequence[Paper]) -> str:
    stock = any(row.stock for row in found)
    return table(
        [
            {
                "paper": row.size,
                "PDFs": f"{row.artefacts:,}",
                "copies": f"{row.copies:,}",
                "sheets": f"{row.sheets:,}",
                "m²": f"{row.square_metres:,.2f}",
                **({"stock": isolated(row.stock)} if stock else {}),
            }
            for row in found
        ]
    )


def _lines(told: Told) -> Iterator[str]:
    plan = told.plan
    yield from _cost(told)
    if told.drafts:
        yield f"drafts: {_count(told.drafts, 'artefact')} with words that nobody is sure of"
    if plan.excluded:
        yield f"left out: {_count(plan.excluded, 'artefact')} by “exclude”"
    for word, by_language in skipped_words(plan).items():
        shown = ", ".join(f"{language} {count}" for language, count in sorted(by_language.items()))
        hint = " Use them with --draft." if word == "fuzzy" else ""
        yield f"left out: {_count(by_language.total(), f'{word} message')} ({shown}).{hint}"
    for first, count, others in folded(told.notes):
        more = [_count(count, "artefact")] + ([f"likewise in {', '.join(others)}"] if others else [])
        yield f"{first.severity}: {first} ({'; '.join(more)})"
    for found in (*plan.diagnostics, *told.failed):
        yield f"{found.severity}: {found}"
    errors = sum(found.severity is Severity.ERROR for found in (*plan.diagnostics, *told.failed))
    problems = f", {_count(errors, 'problem')}; see above" if errors else ""
    yield f"{_count(len(told.jobs), 'artefact')} planned, none made{problems}."


def _cost(told: Told) -> Iterator[str]:
    """Sheets, bytes and time, and where each figure comes from."""
    parts = []
    for noun, of_kind in (
        ("sheet", [p for p in told.paper if not p.banner]),
        ("banner", [p for p in told.paper if p.banner]),
    ):
        if of_kind:
            area = sum(row.square_metres for row in of_kind)
            parts.append(f"{_count(sum(row.sheets for row in of_kind), noun)} ({area:,.2f} m²)")
    if parts:
        yield f"paper: {', '.join(parts)}, {_whence_pages(told)}"
    if not told.known:
        yield (
            "bytes and time: not known, because nothing was measured. --sample 12 makes twelve of the artefacts and "
            "measures them; of what an earlier run made in --out the bytes are known."
        )
        return
    yield f"bytes: {_bytes(told.bytes)}, {_whence(told, told.bytes)}"
    seconds = told.seconds
    if seconds.measured + seconds.alike:
        yield f"time: {_time(seconds.total)} for one process on this machine, {_whence(told, seconds)}"
    else:
        yield "time: not known. --sample 12 makes twelve of the artefacts and measures it."


def _whence_pages(told: Told) -> str:
    printed = [job for job in told.jobs if job.output.format == "pdf"]
    known = sum(job.name in told.known.by_name for job in printed)
    if known == len(printed):
        return "by the pages that were made"
    made = f"by what was made of {_count(known, 'artefact')}, and else " if known else ""
    return f"{made}by the numbered pages of layouts: lists and running text may take more"


def _whence(told: Told, found: Estimate) -> str:
    """Where a figure comes from."""
    parts = [f"{found.measured:,} measured"] if found.measured else []
    parts += [f"{found.alike:,} estimated from others like them"] if found.alike else []
    parts += [f"{found.unknown:,} not known, and not in it"] if found.unknown else []
    sources = [f"{_count(told.sampled, 'artefact')} made to be measured"] if told.sampled else []
    if len(told.known.by_name) > told.sampled:
        sources.append(f"the manifest in {told.out}")
    return f"{', '.join(parts)} (by {' and '.join(sources)})"


def _bytes(found: Estimate) -> str:
    if found.measured + found.alike == 0:
        return "?"
    about = "about " if found.alike or found.unknown else ""
    value = found.total
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            return f"{about}{value:,.0f} {unit}" if unit == "bytes" or value >= 100 else f"{about}{value:,.1f} {unit}"
        value /= 1000
    raise AssertionError  # pragma: no cover - the last unit takes all


def _time(seconds: float) -> str:
    if seconds < 60:
        return f"about {seconds:.1f} s"
    minutes, hours = int(seconds / 60 + 0.5), int(seconds / 3600)
    return f"about {minutes} min" if minutes < 120 else f"about {hours} h {(minutes - hours * 60) % 60:02} min"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def isolated(text: str) -> str:
    """A text that a right-to-left word in it does not let turn the line around it."""
    turns = any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    return f"\u2068{text}\u2069" if turns else text
