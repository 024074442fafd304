"""A plan becomes files: jobs go through an executor, each file appears whole, and the manifest closes the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from placards.campaign.manifest import MANIFEST_NAME, artefact_record, failure_record, manifest
from placards.campaign.plan import Plan
from placards.errors import OutputError, PlacardsError
from placards.pipeline import Job, make
from placards.writing import write_file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a record for the manifest, or an error."""

    job: Job
    record: dict[str, Any] | None = None
    error: PlacardsError | None = None


def run_job(job: Job, out: Path) -> Outcome:
    """Make one artefact and write it. Never raises for what concerns this job alone."""
    try:
        artefact = make(job)
        write_file(out / job.name, artefact.data)
        return Outcome(job, artefact_record(artefact))
    except PlacardsError as error:
        return Outcome(job, error=error)
    except (MemoryError, RecursionError) as error:
        return Outcome(job, error=PlacardsError(f"not enough memory for this artefact ({type(error).__name__})"))


def run_plan(plan: Plan, out: Path, executor: Executor | None) -> Iterator[Outcome]:
    """Run all jobs, in this process when *executor* is None, and yield each outcome as it comes."""
    if executor is None:
        for job in plan.jobs:
            yield run_job(job, out)
        return
    futures: dict[Future[Outcome], Job] = {executor.submit(run_job, job, out): job for job in plan.jobs}
    try:
        for future in as_completed(futures):
            yield _outcome(future, futures[future])
    except BaseException:
        for future in futures:
            future.cancel()
        raise


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return Outcome(
            job,
            error=PlacardsError("the worker process died", remedy="Run again with -j 1 to see which artefact it is"),
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
    return ProcessPoolExecutor(workers) if workers > 1 else None


def check_output_folder(out: Path) -> None:
    """Fail before the first job when nothing could be written; raises OutputError."""
    probe = out / ".placards-probe"
    try:
        write_file(probe, b"")
        probe.unlink()
    except PlacardsError as error:
        error.place = type(error.place)(out)
        raise
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror})", remedy="Choose another folder with --out") from error
