"""A World becomes a parcel of bytes with which another machine makes the same artefacts, and errors come back with the
places that the person knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from placards.campaign.manifest import with_found
from placards.campaign.worker import Made, run_job
from placards.files.carried import Carried, carry
from placards.files.shipped import shipped_source
from placards.files.world import MAX_BUNDLE_BYTES, Source, World
from placards.frozen import dataclass
from placards.job import Job
from placards.pipeline import Engine
from placards.problems.diagnostic import Diagnostic, Parameter
from placards.problems.errors import InputError
from placards.text.font_names import FONT_SUFFIXES, OTHER_FONT_SUFFIXES

#: What jobs read of people's own folders. Messages are in the jobs.
_FOLDERS = ("layouts", "art", "fonts")
_FILES = ("palettes.toml",)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Everything that jobs need beside themselves. It pickles; called on another machine, it gives what does a job."""

    sources: tuple[Carried | None, ...]  # in their order; None for what that machine has shipped with its own placards
    gallery: bool = True  # whether thumbnails are made, too

    def __call__(self) -> Callable[[Job], Made]:
        sources: list[Source] = [shipped_source() if source is None else source for source in self.sources]
        return partial(run_job, Engine(World(sources)), gallery=self.gallery)


def pack(world: World, jobs: Iterable[Job]) -> Parcel:
    """What some jobs need of a World; raises InputError where that is too much."""
    jobs = list(jobs)
    given = [picture.file for job in jobs for picture in job.content.pictures]
    given += [job.output.profile.condition.icc for job in jobs]
    files = tuple(dict.fromkeys(given))
    parcel = Parcel(tuple(_packed(source, files) for source in world.sources))
    if sum(len(data) for one in parcel.sources if one for data in one.files.values()) > MAX_BUNDLE_BYTES:
        raise InputError("cluster-files-large", limit=MAX_BUNDLE_BYTES)
    return parcel


def _packed(source: Source, given: tuple[str, ...]) -> Carried | None:
    if source == shipped_source():
        return None
    found = carry(source, _FOLDERS, (*_FILES, *given))
    # Fonts beside the folder for fonts are not used, which is said of each artefact: their names are enough.
    called = FONT_SUFFIXES | OTHER_FONT_SUFFIXES
    beside = (name for name in source.names("") if PurePosixPath(name).suffix.lower() in called)
    return replace(found, files={**dict.fromkeys(beside, b""), **found.files})


def unpacked(made: Made, world: World) -> Made:
    """What was made elsewhere, its errors and warnings with the places of this machine's *world*."""
    outcome = made.outcome
    names = {source.label: source for source in world.sources}
    error = outcome.error
    if error is not None:
        first, *others = (_here(found, names) for found in error.diagnostics)
        error = type(error)(first, also=others, code=error.code)
    found = tuple(_here(one, names).portable for one in outcome.found)
    record = outcome.record
    if record is not None and found != outcome.found:
        record = with_found(record, found)
    return replace(made, outcome=replace(outcome, record=record, error=error, found=found))


def _here(found: Diagnostic, sources: dict[str, Source]) -> Diagnostic:
    place = replace(found.place, file=_file(found.place.file, sources))
    values = tuple((name, _value(value, sources)) for name, value in found.parameters)
    return replace(found, place=place, parameters=values)


def _value(value: Parameter, sources: dict[str, Source]) -> Parameter:
    return str(_file(value, sources)) if isinstance(value, str) else value


def _file(label: Path | str | None, sources: dict[str, Source]) -> Path | str | None:
    if not isinstance(label, str):
        return label
    for start, source in sources.items():
        if label.startswith(f"{start}:"):
            return source.path(label[len(start) + 1 :]) or label
    return label


__all__ = ["Parcel", "pack", "unpacked"]
