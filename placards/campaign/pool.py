"""Tasks become results in worker processes, each of which may die, hang or swell without harm to the others.

Every worker has a pipe of its own, a task that it is at and at most one that waits behind it. So it is known which task
a dead worker was at, no lock is lost with it, and no queue grows. The workers of the standard pool, of loky and of
Pebble share queues: the first two lose 150 of 200 tasks with one worker, and Pebble 5.2 everything when a worker is
killed while it has nothing to do.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Generic, TypeVar

from placards.campaign.guard import DONE, LAST, READY, REFUSED, default_memory, serve
from placards.campaign.limits import Limits, Lost
from placards.frozen import dataclass
from placards.problems.errors import PlacardsError

Task = TypeVar("Task")
Result = TypeVar("Result")

#: Seconds after which the loop looks round by itself: for interruptions and for workers that hang.
TICK = 0.1

#: One wait never counts for more seconds, so that a laptop's sleep or Ctrl-Z makes no worker late.
_AT_MOST = 1.0

#: Workers that die one after the other before they are ready.
_MAX_STILLBORN = 3

#: A task whose worker died may have been its victim (memory was short, somebody killed it), so it is done again.
_TRIES = 2


#: A task of at most so many bytes fits into an empty pipe on every system, so that sending it never waits.
_SMALL = 4096


@dataclass(slots=True)
class _Errand(Generic[Task]):
    task: Task
    tries: int = 0  # workers that died of it


@dataclass(slots=True, eq=False)
class _Worker(Generic[Task]):
    process: BaseProcess
    connection: Connection
    ready: bool = False
    errands: deque[_Errand[Task]] = field(default_factory=deque)  # what it is at, and what waits behind
    spent: float = 0.0  # seconds, of what it is at


class Pool(Generic[Task, Result]):
    """So many workers. *setup* is called in each of them and returns what does a task; it must pickle.

    *check* is called at each turn of the loop and may raise to stop it.
    """

    def __init__(
        self,
        setup: Callable[[], Callable[[Task], Result]],
        count: int,
        limits: Limits | None = None,
        *,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._setup, self._count, self._limits = setup, count, limits or Limits()
        self._check = check
        self._method = self._limits.method or start_method()
        self._context: BaseContext = multiprocessing.get_context(self._method)
        self._workers: list[_Worker[Task]] = []
        self._waiting: deque[_Errand[Task]] = deque()
        self._stillborn = 0

    def results(self, tasks: Iterable[Task]) -> Iterator[Result | Lost[Task]]:
        """Every task's result, or that it was lost, as they come. Tasks are taken as workers get free. Raises
        PlacardsError when no worker can be started."""
        source = iter(tasks)
        while True:
            self._check()
            # No further ahead than there are workers: a hundred thousand tasks stay where they are.
            room = max(0, 2 * self._count - len(self._waiting))
            self._waiting.extend(map(_Errand, itertools.islice(source, room)))
            if not self._waiting and not self._at_work():
                return
            if self._hand_out():
                continue
            yield from self._hear()

    def drain(self, seconds: float) -> Iterator[Result | Lost[Task]]:
        """Hand out nothing more, and yield what is finished within so many seconds."""
        self._waiting.clear()
        end = time.monotonic() + seconds
        while self._at_work() and time.monotonic() < end:
            for result in self._hear():
                if not isinstance(result, Lost):
                    yield result
            self._waiting.clear()

    def close(self) -> None:
        """End all workers, those at work at once."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.connection.close()  # an idle one ends by itself
            if worker.errands or not worker.ready:
                worker.process.kill()
        for worker in workers:
            worker.process.join(1)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join(1)

    def _hand_out(self) -> bool:
        """Give the next errand to a worker that is free, or start one that will be. True where something was given."""
        if not self._waiting:
            return False
        task = ForkingPickler.dumps(self._waiting[0].task)
        # With plenty to do, a worker has its next task at hand while its result is written down.
        room = 2 if len(self._waiting) > self._count and len(task) <= _SMALL else 1
        for worker in sorted(self._workers, key=lambda worker: len(worker.errands)):
            if not worker.ready or len(worker.errands) >= room:
                continue
            try:
                worker.connection.send_bytes(task)
            except OSError:  # it died; `_listen` hears what it was at
                if not worker.errands:
                    self._bury(worker)
                continue
            if not worker.errands:
                worker.spent = 0.0
            worker.errands.append(self._waiting.popleft())
            return True
        while len(self._workers) < self._count and self._starting() < len(self._waiting):
            self._start()
        return False

    def _at_work(self) -> bool:
        return any(worker.errands for worker in self._workers)

    def _starting(self) -> int:
        return sum(not worker.ready for worker in self._workers)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        # A forked process has copies of these; one that was spawned has only what it is given.
        inherited = [ours, *(w.connection for w in self._workers)] if self._method == "fork" else []
        memory = default_memory() if self._limits.memory is None else self._limits.memory
        process: BaseProcess = self._context.Process(  # type: ignore[attr-defined]
            target=serve,
            args=(self._setup, theirs, inherited, os.getpid(), self._limits.seconds, memory),
            name="placards worker",
            daemon=True,
        )
        try:
            process.start()
        except OSError as error:  # no more processes, no memory
            ours.close()
            if not self._workers:
                raise PlacardsError("worker-start", reason=error.strerror or str(error)) from error
            self._count = len(self._workers)
            return
        finally:
            theirs.close()
        self._workers.append(_Worker(process, ours))

    def _hear(self) -> Iterator[Result | Lost[Task]]:
        """Wait a moment for what workers say, and for what they fail to say."""
        before = time.monotonic()
        heard = set(wait([worker.connection for worker in self._workers], TICK))
        spent = min(time.monotonic() - before, _AT_MOST)
        for worker in list(self._workers):
            if worker.errands:
                worker.spent += spent
            if worker.connection in heard:
                yield from self._listen(worker)
            elif worker.errands and worker.spent > self._limits.seconds:
                task = worker.errands.popleft().task
                worker.process.kill()
                self._bury(worker)
                yield Lost(task, True, "")

    def _listen(self, worker: _Worker[Task]) -> Iterator[Result | Lost[Task]]:
        try:
            kind, value = worker.connection.recv()
        except Exception:  # the end of the pipe, or half a message
            yield from self._died(worker)
            return
        if kind == REFUSED:
            raise PlacardsError("worker-start", reason=value)
        if kind == READY:
            worker.ready, self._stillborn = True, 0
            return
        assert kind in (DONE, LAST)
        worker.errands.popleft()
        worker.spent = 0.0
        if kind == LAST:
            self._bury(worker)
        yield value

    def _died(self, worker: _Worker[Task]) -> Iterator[Lost[Task]]:
        errand = worker.errands.popleft() if worker.errands else None
        how = self._bury(worker)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _MAX_STILLBORN:
                raise PlacardsError("worker-start", reason=how)
        if errand is None:
            return
        errand.tries += 1
        if errand.tries < _TRIES:
            self._waiting.append(errand)
        else:
            yield Lost(errand.task, False, how)

    def _bury(self, worker: _Worker[Task]) -> str:
        """End a worker for good, give what waited behind its task to others, and say how it ended."""
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.errands))
        worker.connection.close()
        # What has ended by itself keeps its own code.
        worker.process.join(0.2)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join(1)
        return _ending(worker.process.exitcode)


def start_method() -> str:
    """How workers start best: a fork shares what is loaded, and is safe on Linux in a process with one thread."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


__all__: list[Any] = ["Limits", "Lost", "Pool", "start_method"]
