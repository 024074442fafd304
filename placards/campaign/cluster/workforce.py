"""Tasks become results on a Dask cluster, with the interface of `placards.campaign.pool.Pool`.

Tasks travel in chunks of about a second of work, so that what Dask does for each is little beside it; only so many are
under way as keep every worker busy, however many tasks there are. Whoever dies costs nothing: Dask gives its chunks to
others. A chunk with which worker after worker died is done once more at the end, task by task and with nothing beside
it, so that the one that kills is known.
"""

from __future__ import annotations

import contextlib
import itertools
import math
import pickle
import queue
import time
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from placards.campaign.cluster.remote import Result as Made
from placards.campaign.cluster.session import Session, check_program
from placards.campaign.cluster.where import Where
from placards.campaign.limits import Limits, Lost
from placards.campaign.pool import TICK
from placards.frozen import dataclass
from placards.problems.errors import ClusterError, PlacardsError

Task = TypeVar("Task")
Result = TypeVar("Result")

#: Seconds of work in a chunk; `python -m bench cluster` says what Dask adds to it.
CHUNK = 1.0

#: So many tasks are in a chunk before it is known how long they take, and never more than so many.
FIRST, MOST = 2, 100

#: A chunk whose result got lost on the way is asked for again so often.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Chunk(Generic[Task]):
    """Tasks that travel together."""

    tasks: tuple[Task, ...]
    tries: int = 1


class Workforce(Generic[Task, Result]):
    """The workers of a cluster. *setup* is called in their processes and returns what does a task as *pack* gives it;
    *finish* makes a result of the task and of what came of it, here, in a thread. All that travels must pickle.

    *total* says how many tasks there will be, *check* is called at each turn of the loop and may raise to stop it.
    Raises ClusterError where there is no such cluster, or one of its workers is not this very program.
    """

    def __init__(
        self,
        where: Where,
        setup: Callable[[], Callable[[Any], Any]],
        limits: Limits | None = None,
        *,
        pack: Callable[[Task], Any],
        finish: Callable[[Task, Any], Result],
        total: int,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._limits, self._pack, self._finish, self._check = limits or Limits(), pack, finish, check
        self._left = total  # tasks that were not sent yet
        self._waiting: deque[Chunk[Task]] = deque()  # to be sent again
        self._suspects: deque[Task] = deque()
        self._under_way = 0
        self._mean = 0.0  # seconds of a task
        self._session = Session(where, check)
        self._session.open(pickle.dumps(setup))

    def results(self, tasks: Iterable[Task]) -> Iterator[Result | Lost[Task]]:
        """Every task's result, or that it was lost, as they come. Raises ClusterError when the cluster is gone."""
        source = iter(tasks)
        while True:
            self._check()
            if self._session.trouble is not None:
                raise self._session.trouble
            # Each worker has one more at hand, so that none waits for this process.
            while self._under_way <= 2 * self._session.slots and (chunk := self._next(source)):
                self._send(chunk)
            if not self._under_way:
                return
            yield from self._hear(TICK)

    def drain(self, seconds: float) -> Iterator[Result | Lost[Task]]:
        """Hand out nothing more, and yield what is finished within so many seconds."""
        end = time.monotonic() + seconds
        while self._under_way and (rest := end - time.monotonic()) > 0:
            before = self._under_way
            with contextlib.suppress(PlacardsError):
                # From a cluster that is gone nothing comes but what is here already.
                for result in self._hear(0.0 if self._session.trouble else min(rest, TICK)):
                    if not isinstance(result, Lost):
                        yield result
            if self._session.trouble and self._under_way == before:
                return

    def close(self) -> None:
        """Leave the cluster, or end it where it is of this machine. What is under way there is called off."""
        self._session.close()

    def _next(self, source: Iterator[Task]) -> Chunk[Task] | None:
        if self._waiting:
            return self._waiting.popleft()
        tasks = tuple(itertools.islice(source, self._size()))
        self._left -= len(tasks)
        if tasks:
            return Chunk(tasks)
        # Alone: else it is not known whose fault it is that a worker died.
        return Chunk((self._suspects.popleft(),)) if self._suspects and not self._under_way else None

    def _size(self) -> int:
        """About a second of work, and less towards the end, so that all workers end together."""
        by_time = round(CHUNK / self._mean) if self._mean else FIRST
        by_rest = math.ceil(self._left / (2 * self._session.slots))
        return max(1, min(by_time, by_rest, MOST))

    def _send(self, chunk: Chunk[Task]) -> None:
        self._under_way += 1
        packed = [pickle.dumps(self._pack(task)) for task in chunk.tasks]
        self._session.send(chunk, self._limits, packed, self._finished)

    def _finished(self, chunk: Chunk[Task], found: Made) -> Result | Lost[Task]:
        """What came of one task, in a thread. *finish* may write files, and many of these run at once."""
        task = chunk.tasks[found.number]
        if found.lost:
            return Lost(task, found.late, found.how)
        return self._finish(task, pickle.loads(found.value))

    def _hear(self, seconds: float) -> Iterator[Result | Lost[Task]]:
        try:
            chunk, found = self._session.heard.get(timeout=seconds)
        except queue.Empty:
            return
        self._under_way -= 1
        if isinstance(found, BaseException):
            yield from self._failed(chunk, found)
            return
        answer, results = found
        if answer.other:
            check_program(answer.worker, dict(answer.other))
        self._learn([result.seconds for result in answer.results if not result.lost])
        yield from results

    def _learn(self, seconds: Sequence[float]) -> None:
        if seconds:
            mean = sum(seconds) / len(seconds)
            self._mean = mean if not self._mean else 0.7 * self._mean + 0.3 * mean

    def _failed(self, chunk: Chunk[Task], error: BaseException) -> Iterator[Lost[Task]]:
        from distributed.scheduler import KilledWorker

        if isinstance(error, KilledWorker):
            if len(chunk.tasks) > 1:
                self._suspects.extend(chunk.tasks)
            else:
                how = f"{error.allowed_failures + 1} workers, the last of them {error.last_worker.address}"
                yield Lost(chunk.tasks[0], False, how)
        elif self._session.trouble is not None:
            raise self._session.trouble
        elif isinstance(error, PlacardsError):
            raise error
        elif isinstance(error, CancelledError | OSError) and chunk.tries < _TRIES:
            self._waiting.append(Chunk(chunk.tasks, chunk.tries + 1))
        else:
            reason = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(": .")
            raise ClusterError("cluster-defect", address=self._session.where.address, reason=reason) from error


__all__ = ["Workforce"]
