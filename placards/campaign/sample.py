"""A few jobs of a plan are made and measured, so that what all of them cost can be estimated. Nothing is written."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from placards.campaign.forecast import Kind, Known, Measure, kind_of, known
from placards.inputs import Inputs
from placards.job import Job
from placards.pipeline import Engine
from placards.problems.diagnostic import Report
from placards.problems.errors import PlacardsError

#: The same jobs are taken each time.
_SEED = 9


def sample(jobs: Sequence[Job], size: int) -> list[Job]:
    """So many jobs, of as many kinds as there are; the kinds with the most jobs first. Always the same ones."""
    kinds: dict[Kind, list[Job]] = {}
    for job in jobs:
        kinds.setdefault(kind_of(job), []).append(job)
    chance = random.Random(_SEED)
    each = sorted(kinds.values(), key=lambda found: (-len(found), found[0].name))
    mixed = [chance.sample(found, min(len(found), size)) for found in each]
    turns = (job for turn in zip_longest(*mixed) for job in turn if job is not None)
    return [job for job, _ in zip(turns, range(size), strict=False)]


def measured(jobs: Sequence[Job], inputs: Inputs, report: Report) -> Known:
    """Make jobs in this process, one after the other, and measure each. What the first one starts (fonts, a renderer)
    later ones find: its time does not count, and a single one is made twice. What cannot be made is reported."""
    return known(_measures(jobs, Engine(inputs=inputs), report))


def _measures(jobs: Sequence[Job], engine: Engine, report: Report) -> Iterator[tuple[str, Kind, Measure]]:
    warm = False
    for job in [*jobs[:1], *jobs] if len(jobs) == 1 else jobs:
        begun = time.perf_counter()
        try:
            made = engine.make(job)
        except PlacardsError as error:
            for found in error.diagnostics:
                report(found)
            continue
        seconds = time.perf_counter() - begun if warm else None
        warm = True
        yield job.name, kind_of(job), Measure(sum(len(data) for _, data in made.files), made.pages, seconds)
