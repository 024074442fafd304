"""A plan becomes files: jobs go to workers, each file appears whole, and the manifest tells what is in the folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from placards.campaign.choose import check_numbers, find_campaign, least_status, refuse_nothing, select
from placards.campaign.former import Former, read_former, sweep, what_stays
from placards.campaign.gallery.folder import write_gallery
from placards.campaign.interrupts import Interrupts
from placards.campaign.journal import Journal
from placards.campaign.lock import locked
from placards.campaign.manifest import MANIFEST_NAME, Record, failure_record, line, manifest, record_files
from placards.campaign.names import safe_names
from placards.campaign.pool import Limits, Lost, Pool
from placards.campaign.worker import Maker, Outcome, Task, files_beside
from placards.files.writing import flush_folder, place_file, write_file
from placards.frozen import dataclass
from placards.job import Job
from placards.messages.trust.status import Status
from placards.plan.messages import Skipped
from placards.plan.planner import Plan, plan_campaign
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, diagnostic
from placards.problems.errors import OutputError, PlacardsError

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
    failed: tuple[Failure, ...]  # sorted by file
    skipped: tuple[Skipped, ...]  # messages that were left out
    diagnostics: tuple[Diagnostic, ...]  # of the plan, the artefacts made and the folder; each thing once
    manifest: Path | None  # None where there was nothing to make


def batch(
    campaign: Plan | Path | str,
    out: Path | str,
    *,
    jobs: int | None = 1,
    only: str | None = None,
    draft: bool = False,
    require: str | None = None,
    force: bool = False,
    path: Sequence[Path] = (),
    report: Report | None = None,
    watch: Callable[[Outcome, int], None] | None = None,
    limits: Limits | None = None,
    interrupts: Interrupts | None = None,
    gallery: bool = True,
) -> BatchResult:
    """Make the artefacts of a campaign (its plan, its file, or the name of a shipped one) in the folder *out*.

    *jobs* worker processes do it, None for one a core; where processes are spawned (macOS, Windows), a script calls
    this below ``if __name__ == "__main__":``. *only* is a pattern of names, *require* the least status of messages,
    *force* replaces files that no earlier run made; *path* and *draft* apply to planning, where *campaign* is no plan
    yet. *report* hears each Diagnostic at once, *watch* each Outcome with the number of jobs. The manifest keeps what
    earlier runs made and this one did not, and so does the *gallery*: index.html, and a thumbnail of each artefact.

    Raises InputError where there is nothing to make, OutputError where the folder cannot be used, KeyboardInterrupt
    after Ctrl-C; what was made until then is whole, and recorded.
    """
    limits = limits or Limits()
    check_numbers(jobs, limits.seconds)
    status = least_status(require, draft=draft)
    if not isinstance(campaign, Plan):
        campaign = plan_campaign(find_campaign(Path(campaign)), path, draft=draft, require=status)
    run = _Run(
        campaign, Path(out), status, force, report or (lambda found: None), watch or (lambda outcome, of: None), gallery
    )
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


@dataclass(slots=True)
class _Run:
    """One run in one folder."""

    plan: Plan
    out: Path
    require: Status | None
    force: bool
    report: Report
    watch: Callable[[Outcome, int], None]
    gallery: bool = True
    found: Diagnostics = field(default_factory=Diagnostics)
    made: dict[str, str] = field(default_factory=dict)  # file → its record as one line
    failed: dict[str, PlacardsError] = field(default_factory=dict)
    planned: set[str] = field(default_factory=set)
    told: set[Diagnostic] = field(default_factory=set)  # of artefacts: many say the same
    folders: set[Path] = field(default_factory=set)  # in which files were placed

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
        """Do the jobs, and write down what is in the folder afterwards, however it ends."""
        former = read_former(self.out, force=self.force)
        for found in former.found:
            self.tell(found)
        names = [name for job in chosen for name in (job.name, *files_beside(job, gallery=self.gallery))]
        swept = sweep(self.out, [*former.ours, *names])
        if swept:
            self.tell(diagnostic("output-leftovers", count=swept))
        journal = Journal(self.out)
        finished = False
        try:
            journal.intend({*former.ours, *(n for n in names if not os.path.lexists(self.out / n))})
            self._work(chosen, former, workers, limits, interrupts, journal)
        finally:
            try:
                # Under a worker that was killed in the middle of a write.
                sweep(self.out, names)
                self._close(former)
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
            tuple(Failure(name, self.failed[name].diagnostics) for name in sorted(self.failed)),
            self.plan.skipped,
            tuple(self.found),
            path,
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
            Task(job, job.name in former.ours, self.force, _own_files(job, former), self.gallery) for job in chosen
        )
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

    def _close(self, former: Former) -> None:
        """Write manifest.json; raises OutputError."""
        for folder in sorted(self.folders):
            flush_folder(folder)
        kept = self._say_what_stays(former)
        records = {name: line(record) for name, record in kept.items()} | self.made
        failures = {name: failure_record(name, error) for name, error in self.failed.items()}
        before = {n: r for n, r in former.failed.items() if n in self.planned and n not in self.made}
        write_file(self.out / MANIFEST_NAME, manifest(self.plan, records, (before | failures).values()))
        if self.gallery:
            self._write_gallery(records)

    def _write_gallery(self, records: dict[str, str]) -> None:
        """Out of the records as one line of JSON each, by file; raises OutputError."""
        plan, listed = self.plan, (json.loads(records[name]) for name in sorted(records))
        write_gallery(
            self.out, listed, plan.name, plan.language, plan.inputs.messages, force=self.force, report=self.tell
        )

    def _say_what_stays(self, former: Former) -> dict[str, Record]:
        kept, found = what_stays(
            former, self.out, made=self.made, failed=self.failed, planned=self.planned, require=self.require
        )
        for each in found:
            self.tell(each)
        return kept


def _own_files(job: Job, former: Former) -> frozenset[str]:
    """What earlier runs made of a job, or were about to make when they died."""
    return record_files(former.made.get(job.name, {})) | former.ours.intersection(files_beside(job, gallery=True))


def _lost(lost: Lost[Task], limits: Limits) -> Outcome:
    if lost.late:
        return Outcome(lost.task.job.name, error=PlacardsError("job-timeout", seconds=limits.seconds))
    return Outcome(lost.task.job.name, error=PlacardsError("job-died", how=lost.how))


__all__ = ["BatchResult", "Failure", "batch", "check_fonts"]
