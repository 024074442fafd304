"""A plan becomes files: jobs go to workers, each file appears whole, and the manifest tells what is in the folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from placards.campaign.choose import check_numbers, find_campaign, find_cluster, least_status, refuse_nothing, select
from placards.campaign.closing import Closing, Done
from placards.campaign.derived.extras import Extras
from placards.campaign.former import Former, few, read_former, sweep
from placards.campaign.ingredients import Digests, Ingredients
from placards.campaign.interrupts import Interrupts
from placards.campaign.journal import Journal
from placards.campaign.limits import Limits, Lost
from placards.campaign.lock import locked
from placards.campaign.manifest import MANIFEST_NAME, Record, failure_record, line, record_files
from placards.campaign.names import safe_names
from placards.campaign.result import BatchResult, Failure
from placards.campaign.unchanged import Decider, Decision
from placards.campaign.wishes import Wishes
from placards.campaign.worker import Maker, Outcome, Task, files_beside
from placards.files.writing import flush_folder, place_file
from placards.frozen import dataclass
from placards.job import Job
from placards.plan.planner import Plan, plan_campaign
from placards.problems.diagnostic import Diagnostic, Diagnostics, Report, diagnostic
from placards.problems.errors import InputError, OutputError, PlacardsError, Place, near

if TYPE_CHECKING:
    from placards.campaign.cluster.where import Where
    from placards.campaign.cluster.workforce import Workforce
    from placards.campaign.pool import Pool

#: Who does the jobs.
Hands: TypeAlias = "Pool[Task, Outcome] | Workforce[Task, Outcome]"

#: Seconds in which workers may finish what they have begun, when a run is interrupted.
GRACE = 0.4


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
    dask: str | None = None,
    dask_tls: Path | None = None,
    gallery: bool = True,
    profile: str = "",
    proof: str = "",
    tile: str = "",
    preflight: bool = False,
    variables: Mapping[str, Mapping[str, str]] | None = None,
) -> BatchResult:
    """Make the artefacts of a campaign (its plan, its file, or the name of a shipped one) in the folder *out*.

    *jobs* worker processes do it, None for one a core; where processes are spawned (macOS, Windows), a script calls
    this below ``if __name__ == "__main__":``. *only* is a pattern of names, *require* the least status of messages.
    What an earlier run made and would become the same bytes is not made again; *force* makes it anew, and replaces
    files that no earlier run made. *prune* removes what earlier runs made and the campaign does not ask for any more;
    *explain* is a name or a pattern of artefacts of which the result says why they are made or not; *dry_run* only
    looks. *path*, *draft*, *profile* (what the printer wants: a name, or a file), *proof* (“pdf”, “png”), *tile*
    (“a4”, “a4,3mm,5mm”), *preflight* and *variables* (by their names, with a value for each language, "" for all)
    apply to planning, where *campaign* is no plan yet. *report* hears each Diagnostic at once, *watch* each Outcome
    with the number of jobs. The manifest keeps what earlier runs made and this one did not. *dask* is a cluster that
    does it in place of *jobs*: its scheduler's address (``tls://host:8786``), or ``local:4``; *dask_tls* a folder with
    ca.pem, cert.pem and key.pem. *extras* are zips and bundles to make beside the artefacts, the *gallery* is
    index.html and a thumbnail of each.

    Raises InputError where there is nothing to make, OutputError where the folder cannot be used, ClusterError where
    the cluster cannot or is gone, KeyboardInterrupt after Ctrl-C; what was made until then is whole, and recorded.
    """
    limits = limits or Limits()
    check_numbers(jobs, limits.seconds)
    where = find_cluster(dask, dask_tls)
    status = least_status(require, draft=draft)
    if not isinstance(campaign, Plan):
        campaign = plan_campaign(
            find_campaign(Path(campaign)), path, draft=draft, require=status, variables=variables, profile=profile,
            proof=proof, tile=tile, preflight=preflight,
        )  # fmt: skip
    wishes = Wishes(status, force, prune, explain, dry_run, extras or Extras(), gallery)
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
    with ExitStack() as stack:
        stack.enter_context(entered)
        stack.enter_context(listening.deferred())
        cluster = run.cluster(
            chosen, limits, listening.check, where
        )  # before the folder is touched: it may not be there
        if cluster is not None:
            stack.enter_context(closing(cluster))
        stack.enter_context(locked(run.out, run.tell, listening.check))
        run.make(chosen, cluster or jobs or os.cpu_count() or 1, limits, listening.check)
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
    wishes: Wishes
    report: Report
    watch: Callable[[Outcome, int], None]
    gallery: bool = True
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

    def cluster(
        self, chosen: Sequence[Job], limits: Limits, check: Callable[[], None], where: Where | None
    ) -> Workforce[Task, Outcome] | None:
        """The workers of a cluster, if that does the jobs; raises ClusterError."""
        if where is None or self.wishes.dry_run:
            return None
        from placards.campaign.cluster.campaign import cluster_workforce

        world = self.plan.inputs.world
        return cluster_workforce(where, self.out, world, chosen, limits, check, gallery=self.wishes.gallery)

    def _hands(self, hands: Hands | int, jobs: int, limits: Limits, check: Callable[[], None]) -> Hands:
        if not isinstance(hands, int):
            return hands
        from placards.campaign.pool import Pool  # a run that makes nothing needs no processes

        return Pool(Maker(self.out, self.plan.inputs.world), max(1, min(hands, jobs)), limits, check=check)

    def make(self, chosen: Sequence[Job], hands: Hands | int, limits: Limits, check: Callable[[], None]) -> None:
        """Do the jobs that need to be done, by a cluster or by so many processes here, and write down what is in the
        folder afterwards, however it ends."""
        former = read_former(self.out, force=self.wishes.force)
        for found in former.found:
            self.tell(found)
        undone = self._undone(chosen, former, check)
        if self.wishes.dry_run:
            self.left = [job.name for job in undone]
            unwanted = [name for name in former.made if name not in self.planned]
            if self.wishes.prune and unwanted:
                self.tell(diagnostic("build-would-prune", count=len(unwanted), names=few(unwanted)))
            return
        names = [name for job in undone for name in (job.name, *files_beside(job, gallery=self.wishes.gallery))]
        swept = sweep(self.out, [*former.ours, *names])
        if swept:
            self.tell(diagnostic("output-leftovers", count=swept))
        ending = Closing(self.plan, self.out, self.wishes, self.tell, check)
        if not undone and not former.unfinished:
            self.derived = ending.close(former, self._done, whole=True)
            return
        journal = Journal(self.out)
        finished = worked = False
        try:
            journal.intend({*former.ours, *(n for n in names if not os.path.lexists(self.out / n))})
            self._work(undone, former, self._hands(hands, len(undone), limits, check), limits, journal)
            worked = True
        finally:
            try:
                # Under a worker that was killed in the middle of a write.
                sweep(self.out, names)
                for folder in sorted(self.folders):
                    flush_folder(folder)
                self.derived = replace(ending, intend=journal.intend).close(former, self._done, whole=worked)
                finished = True
            finally:
                journal.close(finished=finished)

    @property
    def _done(self) -> Done:
        return Done(self.planned, self.made, self.unchanged, self.failed)

    def look(self) -> None:
        """Say what is in the folder, where there is nothing to make."""
        if self.out.is_dir():
            ending = Closing(self.plan, self.out, self.wishes, self.tell, lambda: None)
            ending.say_what_stays(read_former(self.out, force=True), self._done)

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

    def _work(self, undone: Sequence[Job], former: Former, hands: Hands, limits: Limits, journal: Journal) -> None:
        tasks = (
            Task(
                job, job.name in former.ours, self.wishes.force, _own_files(job, former),
                tuple(self.ingredients.get(job.name, {}).items()),
                self.wishes.gallery,
            )
            for job in undone
        )  # fmt: skip
        try:
            for result in hands.results(tasks):
                self._note(result, len(undone), limits, journal)
        except BaseException:
            for result in hands.drain(GRACE):
                self._note(result, len(undone), limits, journal)
            raise
        finally:
            hands.close()

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

    def _undone(self, jobs: Sequence[Job], former: Former, check: Callable[[], None]) -> list[Job]:
        """The jobs whose files are not right as they are."""
        self._check_asked(jobs, former)
        decider = Decider(self.out, former, Ingredients(self.plan.inputs), self.wishes)
        undone, edited = [], []
        for job in jobs:
            check()
            decision = decider.decide(job)
            if decision.record is not None:
                self.unchanged[job.name] = decision.record
            else:
                undone.append(job)
                self.ingredients[job.name] = decision.ingredients
            edited += [job.name] if decision.edited else []
            if self.wishes.wants_to_know(job.name):
                self.why.append(decision)
        if edited:
            self.tell(diagnostic("build-overwritten", count=len(edited), names=few(edited)))
        return undone

    def _check_asked(self, jobs: Sequence[Job], former: Former) -> None:
        """Say what there is to say of an artefact that is not among the jobs; raises InputError where none is known."""
        asked, names = self.wishes.explain, [job.name for job in jobs]
        if asked is None or any(map(self.wishes.wants_to_know, names)):
            return
        for name in (*self.planned, *former.made):
            if self.wishes.wants_to_know(name):
                found = "build-left-out" if name in self.planned else "build-not-planned"
                self.tell(diagnostic(found, place=Place(message=name)))
                return
        close = get_close_matches(asked, names, n=3, cutoff=0.5)
        raise InputError("build-unknown", remedy=near(asked, close or names[:3]), name=asked)


def _own_files(job: Job, former: Former) -> frozenset[str]:
    """What earlier runs made of a job, or were about to make when they died."""
    return record_files(former.made.get(job.name, {})) | former.ours.intersection(files_beside(job, gallery=True))


def _lost(lost: Lost[Task], limits: Limits) -> Outcome:
    if lost.late:
        return Outcome(lost.task.job.name, error=PlacardsError("job-timeout", seconds=limits.seconds))
    return Outcome(lost.task.job.name, error=PlacardsError("job-died", how=lost.how))


__all__ = ["BatchResult", "Failure", "batch", "check_fonts"]
