"""A plan becomes what it is going to cost: sheets of paper, bytes, seconds, each with where the figure comes from.

Nothing is guessed. What an artefact weighs is known where an earlier run made it, and estimated from those of the same
layout, size and format, else of the same layout and format, else of the same format. What nobody measured is said to
be unknown.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from placards.campaign.manifest import MANIFEST_NAME
from placards.files.world import read_bytes
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.job import Job
from placards.problems.errors import InputError
from placards.values.sheet import Sheet, parse_sheet
from placards.values.units import points_to_mm

_LIMIT = 2_000_000_000

#: What tells how artefacts weigh: those of one layout, size and format are alike.
Kind = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """What one artefact came to."""

    bytes: int
    pages: int
    seconds: float | None = None  # None where nobody looked at a clock


@dataclass(frozen=True, slots=True)
class Known:
    """What is measured: of artefacts by name, and of others by what they are."""

    by_name: Mapping[str, Measure]
    by_kind: Mapping[Kind, Sequence[Measure]]

    def __bool__(self) -> bool:
        return bool(self.by_name)

    def alike(self, job: Job) -> Iterator[Sequence[Measure]]:
        """Measures of artefacts of its kind; of its layout and format; of its format. Some may be empty."""
        form = job.output.format
        yield self.by_kind.get(kind_of(job), ())
        yield [one for kind, found in self.by_kind.items() if (kind[0], kind[2]) == (job.layout, form) for one in found]
        yield [one for kind, found in self.by_kind.items() if kind[2] == form for one in found]


def kind_of(job: Job) -> Kind:
    """What a job is like."""
    return (job.layout, job.size, job.output.format)


def together(one: Known, other: Known) -> Known:
    """What both know; *one* goes before the *other* where both know an artefact."""
    kinds = {*one.by_kind, *other.by_kind}
    by_kind = {kind: [*one.by_kind.get(kind, ()), *other.by_kind.get(kind, ())] for kind in kinds}
    return Known({**other.by_name, **one.by_name}, by_kind)


def known(measures: Iterable[tuple[str, Kind, Measure]]) -> Known:
    """Measures of artefacts, by their names and kinds."""
    by_name: dict[str, Measure] = {}
    by_kind: dict[Kind, list[Measure]] = defaultdict(list)
    for name, kind, measure in measures:
        by_name[name] = measure
        by_kind[kind].append(measure)
    return Known(by_name, dict(by_kind))


def earlier(out: Path) -> Known:
    """What the manifest of an earlier run in a folder says; nothing where there is none, or none that can be read.
    Nothing is changed."""
    try:
        value = json.loads(read_bytes(out / MANIFEST_NAME, _LIMIT))
        records = value["artefacts"]
    except (InputError, ValueError, RecursionError, KeyError, TypeError):
        return known(())
    found = (_measured(record) for record in records) if isinstance(records, list) else ()
    return known(one for one in found if one is not None)


def _measured(record: Any) -> tuple[str, Kind, Measure] | None:
    if not isinstance(record, dict):
        return None
    name, layout, size = (record.get(key) for key in ("file", "layout", "size"))
    weight, pages = record.get("bytes"), record.get("pages", 1)
    if not (isinstance(name, str) and isinstance(layout, str) and isinstance(size, str)):
        return None
    if not isinstance(weight, int) or not isinstance(pages, int) or weight < 0 or pages < 1:
        return None
    parts = record.get("files")
    if isinstance(parts, list):  # of an artefact of several files, all
        each = [part.get("bytes") for part in parts if isinstance(part, dict)]
        weight = sum(one for one in each if isinstance(one, int)) or weight
    return name, (layout, size, name.rpartition(".")[2]), Measure(weight, pages)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A sum over the jobs of a plan, and how many of them it leaves out because nothing is known of them."""

    total: float
    measured: int  # artefacts of which just this is known
    alike: int  # artefacts that count as the mean of those like them
    unknown: int


def estimate(jobs: Sequence[Job], found: Known, value: Callable[[Measure], float | None]) -> Estimate:
    """Add something up that measures have."""
    total, measured, alike, unknown = 0.0, 0, 0, 0
    means: dict[Kind, float | None] = {}
    for job in jobs:
        own = found.by_name.get(job.name)
        known_value = None if own is None else value(own)
        if known_value is not None:
            total, measured = total + known_value, measured + 1
            continue
        kind = kind_of(job)
        if kind not in means:
            tried = ([v for one in alike if (v := value(one)) is not None] for alike in found.alike(job))
            values = next(filter(None, tried), [])
            means[kind] = sum(values) / len(values) if values else None
        mean = means[kind]
        if mean is None:
            unknown += 1
        else:
            total, alike = total + mean, alike + 1
    return Estimate(total, measured, alike, unknown)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed in one size on one stock, of PDFs."""

    size: str
    stock: str
    artefacts: int
    copies: int
    sheets: int
    square_metres: float
    banner: bool


def paper(jobs: Iterable[Job], found: Known, inputs: Inputs) -> tuple[Paper, ...]:
    """The sheets of all PDFs on paper or cloth: pages × copies. Pages are those of an earlier run, else the numbered
    pages of the layout; lists and running text may take more."""
    groups: dict[tuple[str, str], list[Job]] = defaultdict(list)
    for job in jobs:
        if job.output.format == "pdf":
            groups[job.size, job.stock].append(job)
    pages = _Pages(found, inputs)
    rows = []
    for (size, stock), of_size in groups.items():
        sheet = parse_sheet(size)
        if sheet.kind == "screen":
            continue
        sheets = sum(pages.of(job) * job.copies for job in of_size)
        copies = sum(job.copies for job in of_size)
        area = float(sheets * _square_metres(sheet))
        rows.append(Paper(size, stock, len(of_size), copies, sheets, round(area, 2), sheet.kind == "banner"))
    return tuple(sorted(rows, key=lambda row: (row.banner, row.size, row.stock)))


def _square_metres(sheet: Sheet) -> Fraction:
    width, height = (Fraction(round(points_to_mm(side), 2)).limit_denominator(100) for side in sheet.trim)
    return width * height / 1_000_000


class _Pages:
    """How many pages artefacts have."""

    def __init__(self, found: Known, inputs: Inputs) -> None:
        self._found, self._inputs = found, inputs
        self._numbered: dict[str, int] = {}

    def of(self, job: Job) -> int:
        own = self._found.by_name.get(job.name)
        if own is not None:
            return own.pages
        if job.layout not in self._numbered:
            every = self._inputs.layout(job.layout).layout.every_element
            numbers = [element.pages for element in every if isinstance(element.pages, int)]
            self._numbered[job.layout] = max(numbers, default=1)
        return self._numbered[job.layout]
