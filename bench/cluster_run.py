"""``python -m bench.cluster_run OUT COUNT local|ADDRESS [PID]``: one batch in a fresh process; prints its seconds.

With the process of a ``dask worker``, one of its workers is killed after a quarter, and another after a half."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from placards.campaign.choose import find_campaign
from placards.campaign.run import batch
from placards.campaign.worker import Outcome
from placards.plan.planner import Plan, plan_campaign

PROCESSES = 4


def plan(count: int) -> Plan:
    """So many PDFs, of a shipped campaign in all its languages; after the first round of it those of a3 are a4."""
    found = plan_campaign(find_campaign(Path("rally")))
    jobs = [job for job in found.jobs if job.output.format == "pdf"]
    again = [replace(job, name=f"again/{job.name}", size="a4" if job.size == "a3" else job.size) for job in jobs]
    chosen = (*jobs, *again)[:count]
    assert len(chosen) == count
    return replace(found, jobs=chosen)


def main() -> None:
    """Do it."""
    out, count, where, *workers = sys.argv[1:]
    jobs = plan(int(count))
    done = 0

    def watch(outcome: Outcome, total: int) -> None:
        nonlocal done
        done += 1
        if workers and done in (total // 4, total // 2):
            import psutil

            # A worker of Dask has a process that draws; what else is there looks after semaphores.
            nannies = psutil.Process(int(workers[0])).children()
            next(one for one in nannies if one.children()).kill()

    start = time.perf_counter()
    result = batch(jobs, out, jobs=PROCESSES, watch=watch, dask=None if where == "local" else where)
    print(time.perf_counter() - start)
    assert len(result.made) == int(count), result.failed[:1]


if __name__ == "__main__":
    main()
