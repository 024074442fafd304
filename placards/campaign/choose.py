"""What a person typed becomes a campaign's file, and the jobs of its plan that were asked for."""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from placards.files.shipped import templates_folder
from placards.job import Job
from placards.messages.trust.status import Status
from placards.plan.planner import Plan
from placards.problems.errors import InputError, UnknownNameError, near

if TYPE_CHECKING:
    from placards.campaign.cluster.where import Where


def find_campaign(path: Path) -> Path:
    """The file itself, or a shipped campaign of that name; raises UnknownNameError.

    A folder of that name, such as an earlier run's, hides no campaign.
    """
    shipped = templates_folder() / "campaigns" / f"{path}.toml"
    if path.suffix or (path.exists() and not (path.is_dir() and shipped.exists())):
        return path
    if not shipped.exists():
        known = sorted(p.stem for p in shipped.parent.glob("*.toml"))
        raise UnknownNameError("campaign-unknown", remedy=near(str(path), known), name=str(path))
    return shipped


def find_cluster(text: str | None, certificates: Path | None) -> Where | None:
    """The cluster of Dask that a person names, None where none is; raises InputError."""
    if text is None and certificates is None:
        return None
    # Imported here: nobody else needs TLS or threads.
    from placards.campaign.cluster.where import cluster_of

    return cluster_of(text, certificates)


def select(jobs: Sequence[Job], pattern: str | None) -> Sequence[Job]:
    """The jobs whose name matches; raises InputError when none does."""
    if pattern is None:
        return jobs
    chosen = [job for job in jobs if fnmatch.fnmatchcase(job.name, pattern)]
    if jobs and not chosen:
        raise InputError("campaign-no-match", pattern=pattern, name=jobs[0].name)
    return chosen


def least_status(word: str | None, *, draft: bool) -> Status | None:
    """What *require* asks for; raises InputError for a word that is none, or where *draft* asks for the contrary."""
    if word is None:
        return None
    if draft:
        raise InputError("campaign-patience")
    try:
        return Status(word)
    except ValueError:
        raise InputError("campaign-status", remedy=near(word, [s.value for s in Status]), status=word) from None


def check_numbers(workers: int | None, seconds: float) -> None:
    """Refuse numbers of workers and seconds that mean nothing; raises InputError."""
    if workers is not None and workers < 1:
        raise InputError("campaign-workers", count=workers)
    if not seconds >= 1:
        raise InputError("campaign-time-limit", seconds=seconds)


def refuse_nothing(plan: Plan) -> None:
    """Say that there is nothing to make, and why; raises InputError."""
    name = plan.file
    if plan.skipped:
        raise InputError("campaign-unusable-messages", campaign=name, count=len(plan.skipped))
    raise InputError("campaign-empty", campaign=name)
