"""The jobs of a batch on a cluster: bytes come back and are written beside their places here, as a worker would."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from placards.campaign.cluster.parcel import pack, unpacked
from placards.campaign.cluster.where import Where
from placards.campaign.cluster.workforce import Workforce
from placards.campaign.limits import Limits
from placards.campaign.worker import Made, Outcome, Task, written
from placards.files.world import World
from placards.job import Job


def cluster_workforce(
    where: Where,
    out: Path,
    world: World,
    jobs: Sequence[Job],
    limits: Limits,
    check: Callable[[], None],
    *,
    gallery: bool = True,
) -> Workforce[Task, Outcome]:
    """Workers of a cluster that make these jobs of a World for the folder *out*; raises ClusterError, and InputError
    where the files that they need are too many."""
    folder = Path(os.path.realpath(out))

    def finish(task: Task, made: Made) -> Outcome:
        return written(folder, task, unpacked(made, world))

    parcel = replace(pack(world, jobs), gallery=gallery)
    return Workforce(where, parcel, limits, pack=lambda task: task.job, finish=finish, total=len(jobs), check=check)


__all__ = ["cluster_workforce"]
