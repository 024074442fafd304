"""A plan becomes files: jobs go to workers, each file appears whole, and the manifest tells what is in the folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from placards.campaign.choose import check_numbers, find_campaign, least_status, refuse_nothing, select
from placards.campaign.derived.campaign import Campaign
from placards.campaign.derived.derive import Derived, Folder, derive, seal
from placards.campaign.derived.extras import Extras
from placards.campaign.derived.items import items_of
from placards.campaign.derived.sums import read_sums
from placards.campaign.former import Former, few, is_allowed, read_former, sweep, what_stays
from placards.campaign.ingredients import Digests, Ingredients
from placards.campaign.interrupts import Interrupts
from placards.campaign.journal import Journal
from placards.campaign.lock import locked
from placards.campaign.manifest import MANIFEST_NAME, Record, failure_record, line, manifest, record_files
from placards.campaign.names import safe_names
from placards.campaign.pool import Limits, Lost, Pool
from placards.campaign.prune import prune
from placards.campaign.unchanged import Decider, Decision
from placards.campaign.worker import Maker, Outcome, Task, texts_beside
from placards.files.writing import flush_folder, holds, place_file, write_file
from placards.frozen import dataclass
from placards.job import Job
from placards.messages.trust.status import Status
from placards.plan.messages import Skipped
from placards.plan.planner import Plan, plan_campaign
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, diagnostic
from placards.problems.errors import InputError, OutputError, PlacardsError, Place, near

#: Seconds in which workers may finish what they have begun, when a run is interrupted.
GRACE = 0.4


@dataclass(frozen=True, slots=True)
class Failure:
    """An artefact that was not made, and why."""

    file: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of a batch."""

    made: tuple[str, ...]  # names below the output folder, sorted
    unchanged: Mapping[str, Record]  # what was not made again, by name, as the manifest has it
    failed: tuple[Failure, ...]  # sorted by file
    skipped: tuple[Skipped, ...]  # messages that were left out
    diagnostics: tuple[Diagnostic, ...]  # of the plan, the artefacts made and the folder; each thing once
    manifest: Path | None  # None where there was nothing to make
    why: tuple[Decision, ...] = ()  # what was to be explained
    left: tuple[str, ...] = ()  # names of what a run that only looks would have made
    derived: tuple[str, ...] = ()  # what else is below the output folder: check sums, a picking list, zips, bundles


def batch(
    campaign: Plan | Path | str,
    out: Path | str,
    *,
    jobs: int | None = 1,
    only: str | None = None,
    draft: bool = False,
    require: str | None = None,
    force: bool = False,
    prune: bool = False,
    explain: str | None = None,
    dry_run: bool = False,
    path: Sequence[Path] = (),
    report: Report | None = None,
    watch: Callable[[Outcome, int], None] | None = None,
    limits: Limits | None = None,
    interrupts: Interrupts | None = None,
    extras: Extras | None = None,
) -> BatchResult:
    """Make the artefacts of a campaign (its plan, its file, or the name of a shipped one) in the folder *out*.

    *jobs* worker processes do it, None for one a core; where processes are spawned (macOS, Windows), a script calls
    this below ``if __name__ == "__main__":``. *only* is a pattern of names, *require* the least status of messages.
    What an earlier run made and would become the same bytes is not made again; *force* makes it anew, and replaces
    files that no earlier run made. *prune* removes what earlier runs made and the campaign does not ask for any more;
    *explain* is a name or a pattern of artefacts of which the result says why they are made or not; *dry_run* only
    looks. *path* and *draft* apply to planning, where *campaign* is no plan yet. *report* hears each Diagnostic at
    once, *watch* each Outcome with the number of jobs. The manifest keeps what earlier runs made and this one did not.

    Raises InputError where there is nothing to make, OutputError where the folder cannot be used, KeyboardInterrupt
    after Ctrl-C; what was made until then is whole, and recorded.
    """
    limits = limits or Limits()
    check_numbers(jobs, limits.seconds)
    status = least_status(require, draft=draft)
    if not isinstance(campaign, Plan):
        campaign = plan_campaign(find_campaign(Path(campaign)), path, draft=draft, require=status)
    wishes = Wishes(status, force=force, prune=prune, explain=explain, dry_run=dry_run, extras=extras or Extras())
    run = _Run(campaign, Path(out), wishes, report or (lambda found: None), watch or (lambda outcome, of: None))
    chosen = run.choose(only)
    if not chosen and not run.failed:
        if not campaign.problems and not (status and campaign.skipped):
            refuse_nothing(campaign)
        run.look()
        return run.result(None)
    check_fonts(campaign)
    listening = interrupts or Interrupts(("SIGINT",))
    entered = listening if interrupts is None else _already()
    with entered, listening.deferred(), locked(run.out, run.tell, listening.check):
        run.make(chosen, jobs or os.cpu_count() or 1, limits, listening)
        listening.check()
    return run.result(run.out / MANIFEST_NAME)


def check_fonts(plan: Plan) -> None:
    """Fail before the first job when a font beside the campaign is broken: it would fail them all; raises FontError."""
    plan.inputs.fonts()


@contextmanager
def _already() -> Iterator[None]:
    yield


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run is asked to do besides making artefacts."""

    require: Status | None = None
    force: bool = False
    prune: bool = False
    explain: str | None = None
    dry_run: bool = False
    extras: Extras = Extras()


@dataclass(slots=True)
class _Run:
    """One run in one folder."""

    plan: Plan
    out: Path
    wishes: Wishes
    report: Report
    watch: Callable[[Outcome, int], None]
    found: Diagnostics = field(default_factory=Diagnostics)
    made: dict[str, str] = field(default_factory=dict)  # file → its record as one line
    unchanged: dict[str, Record] = field(default_factory=dict)
    why: list[Decision] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    ingredients: dict[str, Digests] = field(default_factory=dict)  # of what is made
    failed: dict[str, PlacardsError] = field(default_factory=dict)
    planned: set[str] = field(default_factory=set)
    told: set[Diagnostic] = field(default_factory=set)  # of artefacts: many say the same
    folders: set[Path] = field(default_factory=set)  # in which files were placed
    derived: tuple[str, ...] = ()

    def tell(self, found: Diagnostic) -> None:
        self.found(found)
        self.report(found)

    def choose(self, only: str | None) -> Sequence[Job]:
        """The jobs to do. Those whose names no folder can hold fail here."""
        for found in self.plan.diagnostics:
            self.tell(found)
        jobs, refused, renamed = safe_names(self.plan.jobs)
        self.planned.update(job.name for job in jobs)
        for found in renamed:
            self.tell(found)
        for name, error in refused:
            self._take(Outcome(name, error=error), len(self.plan.jobs))
        return select(jobs, only)

    def make(self, chosen: Sequence[Job], workers: int, limits: Limits, interrupts: Interrupts) -> None:
        """Do the jobs that need to be done, and write down what is in the folder afterwards, however it ends."""
        former = read_former(self.out, force=self.wishes.force)
        for found in former.found:
            self.tell(found)
        chosen = self._undone(chosen, former, interrupts)
        if self.wishes.dry_run:
            self.left = [job.name for job in chosen]
            return
        names = [job.name for job in chosen]
        swept = sweep(self.out, [*former.ours, *names])
        if swept:
            self.tell(diagnostic("output-leftovers", count=swept))
        if not chosen and not former.unfinished:
            self._close(former, interrupts, None)
            return
        journal = Journal(self.out)
        finished = worked = False
        try:
            intended = {name for job in chosen for name in (job.name, *texts_beside(job))}
            journal.intend({*former.ours, *(n for n in intended if not os.path.lexists(self.out / n))})
            self._work(chosen, former, workers, limits, interrupts, journal)
            worked = True
        finally:
            try:
                # Under a worker that was killed in the middle of a write.
                sweep(self.out, names)
                self._close(former, interrupts, journal, beside=worked)
                finished = True
            finally:
                journal.close(finished=finished)

    def look(self) -> None:
        """Say what is in the folder, where there is nothing to make."""
        if self.out.is_dir():
            self._say_what_stays(read_former(self.out, force=True))

    def result(self, path: Path | None) -> BatchResult:
        return BatchResult(
            tuple(sorted(self.made)),
            self.unchanged,
            tuple(Failure(name, self.failed[name].diagnostics) for name in sorted(self.failed)),
            self.plan.skipped,
            tuple(self.found),
            path,
            tuple(self.why),
            tuple(self.left),
            self.derived,
        )

    def _work(
        self,
        chosen: Sequence[Job],
        former: Former,
        workers: int,
        limits: Limits,
        interrupts: Interrupts,
        journal: Journal,
    ) -> None:
        tasks = (
            Task(
                job, job.name in former.ours, self.wishes.force, _own_files(job, former),
                tuple(self.ingredients.get(job.name, {}).items()),
            )
            for job in chosen
        )  # fmt: skip
        pool: Pool[Task, Outcome] = Pool(
            Maker(self.out, self.plan.inputs.world), max(1, min(workers, len(chosen))), limits, check=interrupts.check
        )
        try:
            for result in pool.results(tasks):
                self._note(result, len(chosen), limits, journal)
        except BaseException:
            for result in pool.drain(GRACE):
                self._note(result, len(chosen), limits, journal)
            raise
        finally:
            pool.close()

    def _note(self, result: Outcome | Lost[Task], total: int, limits: Limits, journal: Journal) -> None:
        outcome = _lost(result, limits) if isinstance(result, Lost) else self._placed(result)
        if outcome.record is not None:
            self.made[outcome.name] = text = line(outcome.record)
            journal.made(text)
        elif outcome.error is not None:
            journal.failed(failure_record(outcome.name, outcome.error))
        self._take(outcome, total)

    def _placed(self, outcome: Outcome) -> Outcome:
        """The outcome, after its file was put into its place; an error where that is impossible."""
        for name, part in outcome.parts:
            path = self.out / name
            try:
                place_file(part, path)
            except OutputError as error:
                return Outcome(outcome.name, error=error)
            self.folders.add(path.parent)
        return outcome

    def _take(self, outcome: Outcome, total: int) -> None:
        if outcome.error is not None:
            self.failed[outcome.name] = outcome.error
        for found in outcome.found:
            if found not in self.told:
                self.told.add(found)
                self.tell(found)
        self.watch(outcome, total)

    def _undone(self, jobs: Sequence[Job], former: Former, interrupts: Interrupts) -> list[Job]:
        """The jobs whose files are not right as they are."""
        self._check_asked(jobs, former)
        decider = Decider(self.out, former, Ingredients(self.plan.inputs), force=self.wishes.force)
        undone, edited = [], []
        for job in jobs:
            interrupts.check()
            decision = decider.decide(job)
            if decision.record is not None:
                self.unchanged[job.name] = decision.record
            else:
                undone.append(job)
                self.ingredients[job.name] = decision.ingredients
            edited += [job.name] if decision.edited else []
            if self._is_asked(job.name):
                self.why.append(decision)
        if edited:
            self.tell(diagnostic("build-overwritten", count=len(edited), names=few(edited)))
        return undone

    def _check_asked(self, jobs: Sequence[Job], former: Former) -> None:
        """Say what there is to say of an artefact that is not among the jobs; raises InputError where none is known."""
        asked, names = self.wishes.explain, [job.name for job in jobs]
        if asked is None or any(map(self._is_asked, names)):
            return
        for name in (*self.planned, *former.made):
            if self._is_asked(name):
                found = "build-left-out" if name in self.planned else "build-not-planned"
                self.tell(diagnostic(found, place=Place(message=name)))
                return
        close = get_close_matches(asked, names, n=3, cutoff=0.5)
        raise InputError("build-unknown", remedy=near(asked, close or names[:3]), name=asked)

    def _is_asked(self, name: str) -> bool:
        """Whether somebody wants to know why it is made or not."""
        asked = self.wishes.explain
        return asked is not None and (name == asked or fnmatchcase(name, asked))

    def _close(self, former: Former, interrupts: Interrupts, journal: Journal | None, *, beside: bool = True) -> None:
        """Take away what is not wanted any more, and write manifest.json and, unless the run was interrupted, what is
        made of artefacts (*beside*), each if it is another one; raises OutputError."""
        for folder in sorted(self.folders):
            flush_folder(folder)
        if self.wishes.prune and beside:
            former = self._pruned(former, interrupts)
        kept = self._say_what_stays(former)
        there = kept | self.unchanged | {name: json.loads(text) for name, text in self.made.items()}
        records = {name: self.made.get(name) or line(record) for name, record in there.items()}
        failures = {name: failure_record(name, error) for name, error in self.failed.items()}
        right = self.made.keys() | self.unchanged.keys()
        before = {n: r for n, r in former.failed.items() if n in self.planned and n not in right}
        items = items_of(there.values(), self.tell) if beside else ()
        derived = Derived()
        where = Folder(self.out, former.ours, self.wishes.force, journal.intend if journal else _no_intention)
        try:
            if beside:
                held_back = {n for n, record in kept.items() if n in failures or not self._is_allowed(record)}
                derived = derive(
                    items, where, self.wishes.extras, self.tell, interrupts.check,
                    campaign=Campaign(self.plan.name, self.plan.file), held_back=held_back,
                )  # fmt: skip
        finally:
            older = self._older(former, derived) if beside else list(former.derived)
            self.derived = tuple(sorted({*derived.names, *older}))
            data = manifest(self.plan, records, (before | failures).values(), self.derived)
            if not holds(self.out / MANIFEST_NAME, data):
                write_file(self.out / MANIFEST_NAME, data)
        if beside:
            if older:
                self.tell(diagnostic("derived-older", count=len(older), names=few(older)))
            seal(items, where, Derived(self.derived, derived.digests), self.tell, interrupts.check)

    def _older(self, former: Former, derived: Derived) -> list[str]:
        """What earlier runs made beside the artefacts and this one did not, as far as it stays."""
        older = [n for n in former.derived if n not in derived.names and os.path.lexists(self.out / n)]
        if not self.wishes.prune or self.plan.problems:
            return older
        known = read_sums(self.out)
        records = {n: {"file": n, "sha256": known.get(n)} for n in older}
        gone = prune(self.out, records, force=self.wishes.force, check=lambda: None).gone
        return [name for name in older if name not in gone]

    def _is_allowed(self, record: Record) -> bool:
        return self.wishes.require is None or is_allowed(record, self.wishes.require)

    def _pruned(self, former: Former, interrupts: Interrupts) -> Former:
        """Remove what earlier runs made and nobody asks for; what stays of it."""
        if self.plan.problems:
            self.tell(diagnostic("build-not-pruned"))
            return former
        unwanted = {name: record for name, record in former.made.items() if name not in self.planned}
        done = prune(self.out, unwanted, force=self.wishes.force, check=interrupts.check)
        if done.gone:
            self.tell(diagnostic("build-pruned", count=len(done.gone), names=few(done.gone)))
        if done.edited:
            self.tell(diagnostic("build-edited-kept", count=len(done.edited), names=few(done.edited)))
        return replace(former, made={n: r for n, r in former.made.items() if n not in done.gone})

    def _say_what_stays(self, former: Former) -> dict[str, Record]:
        kept, found = what_stays(
            former,
            self.out,
            made=[*self.made, *self.unchanged],
            failed=self.failed,
            planned=self.planned,
            require=self.wishes.require,
        )
        for each in found:
            self.tell(each)
        return kept


def _no_intention(names: Iterable[str]) -> None:
    """Where nothing is made, no journal needs to know what is written beside it: it is done anew by the next run."""


def _own_files(job: Job, former: Former) -> frozenset[str]:
    """What earlier runs made of a job, or were about to make when they died."""
    return record_files(former.made.get(job.name, {})) | former.ours.intersection(texts_beside(job))


def _lost(lost: Lost[Task], limits: Limits) -> Outcome:
    if lost.late:
        return Outcome(lost.task.job.name, error=PlacardsError("job-timeout", seconds=limits.seconds))
    return Outcome(lost.task.job.name, error=PlacardsError("job-died", how=lost.how))


__all__ = ["BatchResult", "Failure", "batch", "check_fonts"]
