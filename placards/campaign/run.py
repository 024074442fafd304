"""A plan becomes files: jobs go through an executor, each file appears whole, and the manifest closes the run."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from placards.campaign.manifest import MANIFEST_NAME, artefact_record, failure_record, manifest
from placards.files.world import Source, World
from placards.files.writing import remove_leftovers, write_file
from placards.job import Job
from placards.pipeline import Artefact, Engine
from placards.plan.planner import Plan
from placards.problems.errors import OutputError, PlacardsError, Place


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a record for the manifest, or an error."""

    job: Job
    record: dict[str, Any] | None = None
    error: PlacardsError | None = None


@lru_cache(maxsize=2)
def _engine(sources: tuple[Source, ...]) -> Engine:
    return Engine(World(sources))


def make(job: Job, world: World) -> Artefact:
    """One artefact, with the engine of this process."""
    return _engine(world.sources).make(job)


def run_job(job: Job, out: Path, world: World) -> Outcome:
    """Make one artefact and write it. Never raises for what concerns this job alone."""
    try:
        artefact = make(job, world)
        write_file(out / job.name, artefact.data)
        return Outcome(job, artefact_record(artefact))
    except PlacardsError as error:
        return Outcome(job, error=error)
    except (MemoryError, RecursionError) as error:
        return Outcome(job, error=PlacardsError(f"not enough memory for this artefact ({type(error).__name__})"))
    except Exception as error:
        # A defect of this program or of a library must not take the other jobs along.
        problem = f"an internal error ({type(error).__name__}: {error})"
        return Outcome(job, error=PlacardsError(problem, remedy="Please report it", code="internal"))


def run_plan(plan: Plan, out: Path, executor: Executor | None) -> Iterator[Outcome]:
    """Run all jobs, in this process when *executor* is None, and yield each outcome as it comes."""
    if executor is None:
        for job in plan.jobs:
            yield run_job(job, out, plan.inputs.world)
        return
    futures: dict[Future[Outcome], Job] = {}
    lost: list[Job] = []
    try:
        for job in plan.jobs:
            try:
                futures[executor.submit(run_job, job, out, plan.inputs.world)] = job
            except BrokenExecutor:
                lost.append(job)
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenExecutor:
                lost.append(futures[future])
    except BaseException:
        for future in futures:
            future.cancel()
        raise
    for job in lost:
        yield _run_alone(job, out, plan.inputs.world)


def _run_alone(job: Job, out: Path, world: World) -> Outcome:
    """Run a job again whose worker process died, perhaps by another job's fault, in a process of its own."""
    remove_leftovers(out / job.name)
    with _processes(1) as executor:
        try:
            return executor.submit(run_job, job, out, world).result()
        except BrokenExecutor:
            remove_leftovers(out / job.name)
            return Outcome(
                job,
                error=PlacardsError(
                    "the process that made it died",
                    remedy="Perhaps memory was short: try a smaller size or a lower --dpi",
                    code="worker",
                ),
            )


def write_manifest(plan: Plan, outcomes: Sequence[Outcome], out: Path) -> Path:
    """Write manifest.json and return its path; raises OutputError."""
    path = out / MANIFEST_NAME
    records = [o.record for o in outcomes if o.record is not None]
    failures = [failure_record(o.job, o.error) for o in outcomes if o.error is not None]
    write_file(path, manifest(plan, records, failures))
    return path


def make_executor(workers: int) -> Executor | None:
    """An executor for so many worker processes; None for one, which works in this process."""
    return _processes(workers) if workers > 1 else None


def _processes(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal. The parent alone decides: it stops handing out jobs, and a worker
    # ends what it has begun, so that no half-written file stays.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check_fonts(plan: Plan) -> None:
    """Fail before the first job when a font beside the campaign is broken: it would fail them all; raises FontError."""
    plan.inputs.fonts()


def check_output_folder(out: Path) -> None:
    """Fail before the first job when nothing could be written; raises OutputError."""
    probe = out / ".placards-probe"
    try:
        write_file(probe, b"")
        probe.unlink()
    except PlacardsError as error:
        raise OutputError(error.problem, remedy=error.remedy, place=Place(out)) from error
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", remedy="Choose another folder with --out") from error
