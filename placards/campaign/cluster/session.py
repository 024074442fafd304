"""A connection to a Dask cluster: an event loop in a thread of its own, so that the batch can look round meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import queue
import signal
import threading
import warnings
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from placards.campaign.cluster.program import differences, program
from placards.campaign.cluster.remote import Result, do_chunk, keep
from placards.campaign.cluster.where import Where, security
from placards.campaign.limits import Limits
from placards.campaign.pool import TICK
from placards.problems.errors import ClusterError

T = TypeVar("T")

#: Seconds in which a scheduler must answer.
CONNECT = 8.0

#: Seconds that a cluster may be without workers: one that grows by itself, or whose machines are starting anew.
PATIENCE = 60.0

#: Seconds after which it is asked again who is there.
LOOK = 2.0

#: Chunks that are fetched and written at once; what is in others waits on their workers.
HANDS = 8

#: Files that are written at once: each waits until it is on the disk.
WRITERS = 16

#: Seconds that closing may take before it is left to the end of the process.
CLOSING = 5.0


class Session:
    """One cluster for one batch. *check* is called while it waits, and may raise."""

    def __init__(self, where: Where, check: Callable[[], None]) -> None:
        self.where, self._check = where, check
        self.heard: queue.SimpleQueue[tuple[Any, Any]] = queue.SimpleQueue()  # (chunk, its results or an exception)
        self.slots = 1  # chunks that are done at once
        self.trouble: ClusterError | None = None  # for which nothing more will come
        self._right = tuple(program().items())
        self._writers = ThreadPoolExecutor(WRITERS, "placards writer")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="placards cluster", daemon=True)
        self._quiet = contextlib.ExitStack()
        self._client: Any = None
        self._cluster: Any = None
        self._parcel: Any = None
        self._hands: asyncio.Semaphore | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def open(self, setup: bytes) -> None:
        """Connect, see that all workers are this very program, and give them the setup; raises ClusterError."""
        self._quiet.enter_context(_silence())
        self._thread.start()
        try:
            self._ask(self._open(setup))
        except BaseException:
            self.close()
            raise

    def send(self, chunk: T, limits: Limits, tasks: Sequence[bytes], finish: Callable[[T, Result], Any]) -> None:
        """Have a chunk done somewhere. The answer is heard, and what *finish* makes of each result, in a thread."""

        def start() -> None:
            task = self._loop.create_task(self._do(chunk, limits, tasks, finish))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

        self._loop.call_soon_threadsafe(start)

    def close(self) -> None:
        """Call off what is not done, leave the cluster, or end it where it is ours. Nothing is written afterwards."""
        if not self._thread.is_alive():
            return
        closing = asyncio.run_coroutine_threadsafe(self._close(), self._loop)
        with contextlib.suppress(Exception):
            closing.result(CLOSING)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(1)
        self._writers.shutdown(cancel_futures=True)
        if not self._thread.is_alive():
            self._loop.close()
        self._quiet.close()

    # --- in the event loop ---------------------------------------------------------------------------------------

    async def _open(self, setup: bytes) -> None:
        from distributed import Client

        self._hands = asyncio.Semaphore(HANDS)
        credentials = security(self.where)
        address = self.where.address
        try:
            if self.where.processes is not None:
                self._cluster = await _local(self.where.processes, credentials)
                address = self._cluster.scheduler_address
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # other versions: `_look` says it better
                client = Client(
                    address, security=credentials, timeout=CONNECT, asynchronous=True, set_as_default=False,
                    direct_to_workers=False,
                )  # fmt: skip
                self._client = client
                await client
        except Exception as error:
            raise ClusterError("cluster-unreachable", address=self.where.address, reason=_reason(error)) from error
        await self._look()
        self._parcel = self._submit(keep, setup)
        self._watching = self._loop.create_task(self._watch())

    def _submit(self, function: Callable[..., Any], *arguments: Any) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a campaign's fonts and photographs are large for a graph
            return self._client.submit(function, *arguments, pure=False, retries=2)

    async def _look(self) -> None:
        """Wait for a worker, and ask each what it is; raises ClusterError."""
        from distributed import TimeoutError as LateError

        try:
            await self._client.wait_for_workers(1, timeout=PATIENCE)
        except (LateError, TimeoutError) as error:
            raise ClusterError("cluster-no-workers", address=self.where.address, seconds=PATIENCE) from error
        except Exception as error:
            raise ClusterError("cluster-unreachable", address=self.where.address, reason=_reason(error)) from error
        found = await self._client.run(program, on_error="return")
        for worker, theirs in sorted(found.items()):
            if not isinstance(theirs, dict):
                raise ClusterError("cluster-worker-unfit", worker=worker, reason=_reason(theirs))
            check_program(worker, theirs)
        self.slots = await self._count() or 1

    async def _count(self) -> int:
        return sum((await self._client.nthreads()).values())

    async def _watch(self) -> None:
        """See who is there, as long as the session lasts."""
        alone = 0.0
        while True:
            await asyncio.sleep(LOOK)
            if self._client.status != "running":
                break
            try:
                count = await asyncio.wait_for(self._count(), CONNECT)
            except Exception:
                break
            alone = 0.0 if count else alone + LOOK
            if alone >= PATIENCE:
                self.trouble = ClusterError("cluster-no-workers", address=self.where.address, seconds=PATIENCE)
                return
            self.slots = count or self.slots
        self.trouble = ClusterError("cluster-gone", address=self.where.address)

    async def _do(self, chunk: T, limits: Limits, tasks: Sequence[bytes], finish: Callable[[T, Result], Any]) -> None:
        from distributed import wait

        assert self._hands is not None
        future = None
        try:
            future = self._submit(do_chunk, self._right, limits, tasks, self._parcel)
            with self._client.as_current():  # `wait` asks for one
                await wait([future])
            # What nobody has hands for stays where it was made.
            async with self._hands:
                answer = await future
                run = self._loop.run_in_executor
                results = await asyncio.gather(*(run(self._writers, finish, chunk, one) for one in answer.results))
            self.heard.put((chunk, (answer, results)))
        except (Exception, asyncio.CancelledError) as error:  # which Dask's word for a lost future is a kind of
            if self._client.status != "running":
                self.trouble = self.trouble or ClusterError("cluster-gone", address=self.where.address)
            self.heard.put((chunk, error))
        finally:
            if future is not None:
                future.release()

    async def _close(self) -> None:
        watching = getattr(self, "_watching", None)
        if watching is not None:
            watching.cancel()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=1)
        if self._cluster is not None:
            _kill(self._cluster)
        if self._client is not None:
            with contextlib.suppress(Exception):
                self._parcel = None
                await self._client._close(fast=True)
        if self._cluster is not None:
            with contextlib.suppress(Exception):
                await self._cluster.close()

    def _ask(self, question: Coroutine[Any, Any, T]) -> T:
        """What a coroutine gives; a person may interrupt it."""
        asked: Future[T] = asyncio.run_coroutine_threadsafe(question, self._loop)
        while True:
            try:
                return asked.result(TICK)
            except TimeoutError:
                if asked.done():
                    return asked.result()
            try:
                self._check()
            except BaseException:
                asked.cancel()
                raise


def check_program(worker: str, theirs: dict[str, str]) -> None:
    """Refuse a worker that would make other bytes; raises ClusterError."""
    other = differences(program(), theirs)
    if other:
        raise ClusterError("cluster-worker-other", worker=worker, differences=other)


async def _local(count: int, credentials: Any) -> Any:
    """A cluster of so many worker processes that nobody but this process can talk to, and without pages to look at."""
    import dask
    from distributed import LocalCluster

    # Each worker listens for who asks how it is, and nobody does.
    with dask.config.set({"distributed.scheduler.http.routes": [], "distributed.worker.http.routes": []}):
        return await LocalCluster(
            n_workers=count, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"}, security=credentials,
            silence_logs=logging.CRITICAL, asynchronous=True,
        )  # fmt: skip


def _kill(cluster: Any) -> None:
    """End worker processes at once: what they are at is wanted by nobody, and their own way out takes seconds."""
    for nanny in cluster.workers.values():
        nanny.auto_restart = False
        if nanny.pid is not None:
            with contextlib.suppress(OSError):
                os.kill(nanny.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep what Dask logs of connections and restarts from the terminal; PLACARDS_DEBUG=1 shows it."""
    if os.environ.get("PLACARDS_DEBUG"):
        yield
        return
    import distributed  # noqa: F401 - which sets up its own logging

    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in ("distributed", "tornado")]
    before = {name: logging.getLogger(name).level for name in (*names, "asyncio")}
    for name in before:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def _reason(error: object) -> str:
    """The first line of what went wrong, or its name."""
    first = str(error).strip().partition("\n")[0].rstrip(".")
    said = first and (isinstance(error, OSError) or type(error) is Exception)  # another machine's, as Dask tells it
    return first if said else f"{type(error).__name__}: {first}".rstrip(": ")


__all__ = ["Session", "check_program"]
