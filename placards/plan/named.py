"""Jobs become those of a plan, each name once: rows of a table are told apart by their numbers, and other artefacts
that would have one name in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace

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
    _by_row: dict[str, dict[Job, int]] = field(default_factory=dict)  # of one name, each with its product

    def __len__(self) -> int:
        return len(self._jobs)

    @property
    def jobs(self) -> Collection[Job]:
        """Each job once, in the order in which they came."""
        shared = self._by_row
        return [self._numbered(*one) if key in shared else one[0] for key, one in self._jobs.items()]

    def add(self, job: Job, product: int) -> bool:
        """Take one more job; returns whether it may stand: its name is free, or it is the very same, which is no
        mistake (languages = ["all", "en"]), and worth a word in two rows of a table."""
        known, owner = self._jobs.setdefault(job.name.casefold(), (job, product))
        if known is job or known == job:
            if owner != product and known is not job:
                self._twice.setdefault((owner, product), job)
            return True
        if owner != product and self._is_told_by_row(owner) and self._is_told_by_row(product):
            return self._add_by_row(known, owner, job, product)
        return self._clash(known, owner, job, product)

    def _clash(self, known: Job, owner: int, job: Job, product: int) -> bool:
        pair = (owner, product)
        self._clashes.setdefault(pair, (known, job))
        self._counts[pair] += 1
        return False

    def _is_told_by_row(self, product: int) -> bool:
        return "row" in self.products[product].choices.told_by

    def _add_by_row(self, known: Job, owner: int, job: Job, product: int) -> bool:
        """Take a job of a row whose name another row's job has; the other one gets its row's number as well."""
        rows = self._by_row.get(job.name.casefold(), {known: owner})
        earlier = rows.get(job)
        if earlier is not None:
            self._twice.setdefault((earlier, product), job)
            return True
        for one, row in ((known, owner), (job, product)):
            numbered = self._numbered(one, row)
            other, place = self._jobs.get(numbered.name.casefold(), (None, 0))
            if other is not None:  # somebody gave that very name to another row
                return self._clash(other, place, numbered, product)
        self._by_row.setdefault(job.name.casefold(), rows)[job] = product
        self._jobs[numbered.name.casefold()] = numbered, product
        return True

    def _numbered(self, job: Job, product: int) -> Job:
        """``en/peace-a3.pdf`` → ``en/peace-a3-row7.pdf``."""
        stem = job.name.removesuffix(job.suffix)
        return replace(job, name=f"{stem}-row{self.products[product].where(()).line}{job.suffix}")

    def numbered(self) -> Diagnostic | None:
        """That rows are told apart by their numbers, if any are."""
        rows = sorted(owner for jobs in self._by_row.values() for owner in jobs.values())
        if not rows:
            return None
        name = self._numbered(*next(iter(next(iter(self._by_row.values())).items()))).name
        return diagnostic("plan-rows-numbered", place=self.products[rows[0]].where(()), count=len(set(rows)), name=name)

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
