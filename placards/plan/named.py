"""Jobs become those of a plan, each name once; two artefacts that would have one name are told apart in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field

from placards.frozen import dataclass
from placards.job import Job
from placards.plan.product import Product
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.place import Place


@dataclass
class Named:
    """The jobs of a plan by their names, and which of its *products* each is of. Systems that take “A” and “a” for one
    name must be able to hold them."""

    products: Sequence[Product]
    _jobs: dict[str, tuple[Job, int]] = field(default_factory=dict)
    _clashes: dict[tuple[int, int], tuple[Job, Job]] = field(default_factory=dict)
    _twice: dict[tuple[int, int], Job] = field(default_factory=dict)
    _counts: Counter[tuple[int, int]] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self._jobs)

    @property
    def jobs(self) -> Collection[Job]:
        """Each job once, in the order in which they came."""
        return [job for job, _ in self._jobs.values()]

    def add(self, job: Job, product: int) -> bool:
        """Take one more job; returns whether it may stand: its name is free, or it is the very same, which is no
        mistake (languages = ["all", "en"]), and worth a word in two rows of a table."""
        known, owner = self._jobs.setdefault(job.name.casefold(), (job, product))
        if known is job or known == job:
            if owner != product and known is not job:
                self._twice.setdefault((owner, product), job)
            return True
        pair = (owner, product)
        self._clashes.setdefault(pair, (known, job))
        self._counts[pair] += 1
        return False

    def repeated(self) -> Iterator[Diagnostic]:
        """The rows of a table that are an earlier one's very artefact."""
        for (first, second), job in self._twice.items():
            here, there = self.products[second].where(()), self.products[first].where(())
            if is_row(here) and is_row(there):
                yield diagnostic("plan-same-twice", place=here, name=job.name, other=str(there))

    def clashes(self) -> Iterator[Diagnostic]:
        """For each two products the first artefacts that would have one name, and how many more there are."""
        for (first, second), (known, job) in self._clashes.items():
            here, there = self.products[second].where(()), self.products[first].where(())
            name, differ, count = job.name, _differ(known, job), self._counts[first, second]
            if is_row(there):
                yield diagnostic("plan-same-name-row", place=here, name=name, differ=differ, other=str(there))
            elif first == second or not there.key:
                yield diagnostic("plan-same-name", place=here, name=name, differ=differ, count=count)
            else:
                other = f"{there.key} (line {there.line})" if there.line else there.key
                yield diagnostic("plan-same-name-other", place=here, name=name, differ=differ, count=count, other=other)


def is_row(place: Place) -> bool:
    """Whether a place is a row of a spreadsheet: it has a line, and no key of a set."""
    return place.line is not None and not (place.key or "").startswith("set")


def _differ(one: Job, other: Job) -> tuple[str, ...]:
    """What two jobs differ in, for people."""
    said = (
        ("slogan", tuple(e.slogan for e in one.content.entries), tuple(e.slogan for e in other.content.entries)),
        ("languages", one.content.languages, other.content.languages),
        ("layout", one.layout, other.layout),
        ("palette", one.palette, other.palette),
        ("size", one.size, other.size),
        ("format", one.output.format, other.output.format),
        ("copies", one.copies, other.copies),
        ("stock", one.stock, other.stock),
    )
    return tuple(name for name, here, there in said if here != there) or (
        ("text",) if one.content.entries != other.content.entries else ("details",)
    )
