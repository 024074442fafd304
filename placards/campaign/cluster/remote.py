"""What runs on the machines of a cluster: a chunk of tasks becomes results in a process that may die, hang or swell.

A worker of Dask does tasks in threads, which nobody can stop. So it gives each chunk to a `Pool` of one process, as on
one machine: a task that hangs, dies or swells costs itself and is named, the worker of Dask stays, and a machine whose
worker has eight threads keeps eight processes busy. Neither setup nor tasks nor results are unpickled on the way, so
that a worker of Dask holds none of what draws.
"""

from __future__ import annotations

import multiprocessing
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from placards.campaign.cluster.program import program
from placards.campaign.limits import Limits, Lost
from placards.campaign.pool import Pool
from placards.frozen import dataclass

#: Seconds after which a process that has nothing to do is ended: its batch is over, or its parent is gone.
IDLE = 20.0

#: Where a worker of Dask keeps its processes.
_ATTRIBUTE = "_placards_workshop"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one task of a chunk."""

    number: int  # of the task in its chunk
    value: bytes = b""  # what came of it, pickled; empty where it was lost
    seconds: float = 0.0
    late: bool = False
    how: str = ""  # its process died, as “SIGKILL”
    last: bool = False

    @property
    def lost(self) -> bool:
        return not self.value


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a chunk: a result for each task, or what this machine has instead of the right program."""

    worker: str  # the address
    results: tuple[Result, ...] = ()
    other: tuple[tuple[str, str], ...] = ()


def do_chunk(right: tuple[tuple[str, str], ...], limits: Limits, tasks: Sequence[bytes], setup: bytes) -> Answer:
    """Do the tasks one after the other, each of them pickled, with what the pickled *setup* gives. Nothing is done
    where *right* is not the program of this machine."""
    from distributed import get_worker

    worker = get_worker()
    here = tuple(program().items())
    if here != right:
        return Answer(worker.address, other=here)
    shop = worker.__dict__.setdefault(_ATTRIBUTE, Workshop())
    with shop.pool(setup, limits, partial(_stop_where_nobody_waits, worker, worker.get_current_task())) as pool:
        results = tuple(map(_as_result, pool.results(list(enumerate(tasks)))))
    return Answer(worker.address, results)


def keep(setup: bytes) -> bytes:
    """The setup, as a task of Dask: so it travels to each worker once, and is made again where all that had it died."""
    return setup


class NobodyWaits(Exception):  # noqa: N818 - no error, and seen by nobody
    """The chunk was called off, or its batch is gone."""


class Workshop:
    """The processes of one worker of Dask: as many as it does chunks at once, each kept for the next chunk."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[tuple[float, tuple[bytes, Limits], Desk]] = []  # since when

    @contextmanager
    def pool(self, setup: bytes, limits: Limits, check: Callable[[], None]) -> Iterator[Pool[Any, Result]]:
        """A pool of one process, for nobody else meanwhile. It is ended where something is raised inside."""
        key = (setup, limits)
        desk = self._take(key) or Desk(setup, limits)
        desk.check = check
        try:
            yield desk.pool
        except BaseException:
            desk.pool.close()
            raise
        desk.check = _wait
        with self._lock:
            self._idle.append((time.monotonic(), key, desk))
        timer = threading.Timer(IDLE + 1, self._tidy)
        timer.daemon = True
        timer.start()

    def _take(self, key: tuple[bytes, Limits]) -> Desk | None:
        """An idle one of the same setup; those of others are ended, for their batch is over."""
        with self._lock:
            mine = [one for one in self._idle if one[1] == key]
            others = [one for one in self._idle if one[1] != key]
            self._idle = mine[:-1]
        _close(others)
        return mine[-1][2] if mine else None

    def _tidy(self) -> None:
        now = time.monotonic()
        with self._lock:
            late = [one for one in self._idle if now - one[0] > IDLE]
            self._idle = [one for one in self._idle if now - one[0] <= IDLE]
        _close(late)


class Desk:
    """A pool of one process, and who may stop what it is at."""

    def __init__(self, setup: bytes, limits: Limits) -> None:
        self.check: Callable[[], None] = _wait
        # Dask's nannies start workers as daemons, which must have no children: theirs would be orphans. Ours end with
        # their parent.
        if multiprocessing.current_process().daemon:
            multiprocessing.current_process().daemon = False
        self.pool: Pool[Any, Result] = Pool(partial(_start, setup), 1, limits, check=lambda: self.check())


def _start(setup: bytes) -> Callable[[tuple[int, bytes]], Result]:
    return partial(_do, pickle.loads(setup)())


def _do(work: Callable[[Any], Any], task: tuple[int, bytes]) -> Result:
    number, pickled = task
    begun = time.perf_counter()
    value = work(pickle.loads(pickled))
    last = bool(getattr(value, "last", False))
    return Result(number, pickle.dumps(value), time.perf_counter() - begun, last=last)


def _as_result(result: Result | Lost[tuple[int, bytes]]) -> Result:
    if isinstance(result, Lost):
        return Result(result.task[0], late=result.late, how=result.how)
    return result


def _stop_where_nobody_waits(worker: Any, key: object) -> None:
    """Dask cannot stop what runs in a thread, only call it off."""
    task = worker.state.tasks.get(key)
    if task is None or task.state == "cancelled" or worker.status.name in ("closing", "closed", "failed"):
        raise NobodyWaits


def _wait() -> None:
    """Nothing to stop."""


def _close(desks: Sequence[tuple[float, Any, Desk]]) -> None:
    for _, _, desk in desks:
        desk.pool.close()


__all__ = ["Answer", "Result", "do_chunk", "keep"]
