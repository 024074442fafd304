"""A plan's jobs become counts by what artefacts differ in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from placards.frozen import dataclass
from placards.job import Job


def _languages(job: Job) -> str:
    return "+".join(job.content.languages)


#: What artefacts can be counted by, and how a job says it.
AXES: dict[str, Callable[[Job], str]] = {
    "set": lambda job: dict(job.tags).get("set", ""),
    "language": _languages,
    "layout": lambda job: job.layout,
    "size": lambda job: job.size,
    "format": lambda job: job.output.format,
}


@dataclass(frozen=True, slots=True)
class Row:
    """The artefacts that agree in some axes."""

    values: tuple[str, ...]
    jobs: tuple[Job, ...]

    def among(self, axis: str) -> tuple[str, ...]:
        """What stands on another axis, each once, in the plan's order."""
        return tuple(dict.fromkeys(map(AXES[axis], self.jobs)))

    @property
    def copies(self) -> int:
        """How many of them are printed."""
        return sum(job.copies for job in self.jobs)


def rows(jobs: Sequence[Job], axes: Sequence[str]) -> tuple[Row, ...]:
    """The jobs by some axes, in the order in which the plan has them."""
    groups: dict[tuple[str, ...], list[Job]] = {}
    for job in jobs:
        groups.setdefault(tuple([AXES[axis](job) for axis in axes]), []).append(job)
    return tuple(Row(values, tuple(found)) for values, found in groups.items())


def languages_of(jobs: Sequence[Job]) -> Counter[str]:
    """How many artefacts a language stands on."""
    return Counter(language for job in jobs for language in dict.fromkeys(job.content.languages))
