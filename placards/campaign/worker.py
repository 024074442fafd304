"""A job becomes bytes beside their place and a record, inside a worker process. Only this module knows how.

The parent puts each file into its place when it hears of it: so a worker that is killed, late or left alone changes
nothing that people see, and what is recorded is what is there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from placards.campaign.ingredients import looked_at
from placards.campaign.manifest import Record, artefact_record, thumbnail_record
from placards.campaign.thumbnails import thumbnail, thumbnail_name
from placards.files.shipped import world_of
from placards.files.world import World
from placards.files.writing import holds, prepare_file, remove_file
from placards.frozen import dataclass
from placards.job import Job
from placards.pipeline import Engine, Traced
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import OutputError, PlacardsError, Place


@dataclass(frozen=True, slots=True)
class Task:
    """A job, and what may happen to a file that has its name."""

    job: Job
    ours: bool = False  # an earlier run made it, or was about to
    force: bool = False  # whoever made it
    files: frozenset[str] = frozenset()  # all files that an earlier run made of this job
    ingredients: tuple[tuple[str, str], ...] = ()  # what the job is made of, as far as planning knows
    gallery: bool = True  # whether a thumbnail is made, too

    def ours_of(self, name: str) -> bool:
        """Whether a file of the artefact may be replaced."""
        return name in self.files or (self.ours and name in (self.job.name, thumbnail_name(self.job.name)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job: a record for the manifest, or an error."""

    name: str
    record: Record | None = None
    error: PlacardsError | None = None
    parts: tuple[tuple[str, str], ...] = ()  # each file below the folder, and the name that it has until it is placed;
    # without those of which the very bytes are there already
    found: tuple[Diagnostic, ...] = ()  # warnings and notes, without files' paths
    last: bool = False  # the worker that made it should make no other


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one job, with the files that are still to be written."""

    outcome: Outcome
    files: tuple[tuple[str, bytes], ...] = ()  # (name below the folder, bytes)

    @property
    def last(self) -> bool:
        """Whether the worker that made it should make no other."""
        return self.outcome.last


@dataclass(frozen=True, slots=True)
class Maker:
    """What a worker process needs to know once. It pickles; called there, it gives what does a task."""

    out: Path
    world: World = field(default_factory=world_of)

    def __call__(self) -> Callable[[Task], Outcome]:
        return partial(run_task, Path(os.path.realpath(self.out)), Engine(self.world))


def texts_beside(job: Job) -> tuple[str, ...]:
    """The files that stand beside an artefact of one page, if it is an image."""
    return () if job.output.format in ("pdf", "svg") else (f"{job.name}.alt.txt",)


def files_beside(job: Job, *, gallery: bool) -> tuple[str, ...]:
    """The files that come with an artefact of one page: its text, and its thumbnail for the gallery."""
    return (*texts_beside(job), thumbnail_name(job.name)) if gallery else texts_beside(job)


def run_task(out: Path, engine: Engine, task: Task) -> Outcome:
    """Make one artefact and write it beside its place. Never raises for what concerns this job alone."""
    return written(out, task, run_job(engine, task.job, gallery=task.gallery))


def run_job(engine: Engine, job: Job, *, gallery: bool = True) -> Made:
    """Make one artefact, and for the *gallery* its thumbnail, wherever their files will go. Never raises for what
    concerns this job alone."""

    def do() -> Made:
        traced = make(engine, job)
        artefact = traced.artefact
        found = tuple(d.portable for d in artefact.diagnostics)
        record, files = artefact_record(artefact, found), artefact.files
        if gallery:
            name, small = thumbnail_name(job.name), thumbnail(traced)
            record["thumbnail"] = thumbnail_record(name, small)
            files = (*files, (name, small.data))
        if job.output.preflight:
            from placards.campaign.preflight_record import preflight_record  # most campaigns ask for none

            record["preflight"] = preflight_record(traced)
        record["looked_at"] = looked_at(engine.world, traced.files)
        return Made(Outcome(job.name, record, found=found), files)

    return _caught(job, do)


def written(out: Path, task: Task, made: Made) -> Outcome:
    """What was made, with its files written beside their places. Never raises for what concerns this job alone."""
    if made.outcome.record is None:
        return made.outcome
    record = made.outcome.record | {"inputs": dict(task.ingredients)}

    def do() -> Made:
        return Made(replace(made.outcome, record=record, parts=_prepared(out, task, made.files)))

    return _caught(task.job, do).outcome


def _caught(job: Job, do: Callable[[], Made]) -> Made:
    try:
        return do()
    except PlacardsError as error:
        return Made(Outcome(job.name, error=error))
    except (MemoryError, RecursionError) as error:
        # Libraries may be in disorder after it, so the next job gets a fresh process.
        return Made(Outcome(job.name, error=PlacardsError("job-memory", kind=type(error).__name__), last=True))
    except Exception as error:
        # A defect of this program or of a library must not take the other jobs along.
        return Made(Outcome(job.name, error=internal_error(error)))


def make(engine: Engine, job: Job) -> Traced:
    """The one call here that does the work."""
    return engine.make_traced(job)


def internal_error(error: Exception) -> PlacardsError:
    """A defect of the program as one sentence."""
    found = diagnostic("internal", kind=type(error).__name__, detail=str(error))
    return PlacardsError(found)


def _prepared(out: Path, task: Task, files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, str], ...]:
    """Every file of an artefact beside its place; raises OutputError, and then none is left."""
    done: list[tuple[str, str]] = []
    try:
        for name, data in files:
            part = _prepare(out, name, data, ours=task.ours_of(name), force=task.force)
            if part:
                done.append((name, part))
    except BaseException:
        for name, part in done:
            remove_file((out / name).parent / part)
        raise
    return tuple(done)


def _prepare(out: Path, name: str, data: bytes, *, ours: bool, force: bool) -> str:
    """Write the bytes beside their place, unless they would replace what is not ours; raises OutputError."""
    path = out / name
    if not force:
        refuse_links(out, path)
        if not ours and os.path.lexists(path) and not path.is_dir():
            # The very bytes are ours, whoever lost the record of it.
            if not holds(path, data):
                raise OutputError("output-foreign", place=Place(path))
            return ""
    return prepare_file(path, data)


def refuse_links(out: Path, path: Path) -> None:
    """Raise OutputError where a file below the folder is a link, or lies behind one; *out* has none in it."""
    real = os.path.realpath(path.parent)
    if path.is_symlink() or os.path.normcase(real) != os.path.normcase(path.parent):
        link = next(p for p in (path, *path.parents) if p.is_symlink() or p == out)
        raise OutputError("output-link", link=link.relative_to(out).as_posix())
