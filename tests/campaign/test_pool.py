"""Worker processes may die, hang and swell, and cost what they were at; nobody outlives the parent."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from placards.campaign import guard
from placards.campaign.interrupts import Interrupted, Interrupts
from placards.campaign.limits import Limits, Lost
from placards.campaign.pool import Pool, start_method
from placards.problems.errors import PlacardsError

from ..cli.support import environment
from .processes import runs, wait_for

METHODS = ["fork", "spawn"]


class Last(int):
    """A result after which its worker ends."""

    last = True


def work(task: tuple[str, Any]) -> Any:
    """What a test wants of a worker."""
    what, value = task
    match what:
        case "double":
            return 2 * value
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "kill once":
            mark = Path(value)
            if not mark.exists():
                mark.write_bytes(b"")
                os.kill(os.getpid(), signal.SIGKILL)
            return "done"
        case "exit":
            os._exit(value)
        case "hang":
            time.sleep(1000)
        case "swell":
            try:
                return len(bytearray(value))
            except MemoryError:
                return "no memory"
        case "process":
            return os.getpid()
        case "last":
            return Last(os.getpid())
        case "streams":
            return [os.readlink(f"/proc/self/fd/{n}") for n in range(3)]
        case "files":
            return open_files()
    raise AssertionError(what)


def open_files() -> set[str]:
    """What this process holds open besides its standard streams."""
    found = set()
    for number in os.listdir("/proc/self/fd"):
        if int(number) > 2:
            with contextlib.suppress(FileNotFoundError):  # the folder itself
                found.add(os.readlink(f"/proc/self/fd/{number}"))
    return found


def setup() -> Callable[[Any], Any]:
    return work


def broken_setup() -> Callable[[Any], Any]:
    raise ValueError("no fonts")


def stillborn() -> Callable[[Any], Any]:
    os._exit(3)


def run(tasks: Any, count: int = 2, **limits: Any) -> list[Any]:
    pool: Pool[Any, Any] = Pool(setup, count, Limits(**limits))
    try:
        return list(pool.results(tasks))
    finally:
        pool.close()


def no_children() -> bool:
    return bool(wait_for(lambda: not multiprocessing.active_children(), 10))


@pytest.mark.parametrize("method", METHODS)
def test_a_worker_that_dies_costs_its_own_task(method: str) -> None:
    """defects.md 24: Pebble's pool loses one of 200 here too, the standard one loses 150."""
    tasks = [("double", n) for n in range(100)]
    tasks[40] = ("kill", 0)
    tasks[41] = ("exit", 3)
    results = run(tasks, method=method)
    lost = {result.task: result for result in results if isinstance(result, Lost)}
    assert set(lost) == {("kill", 0), ("exit", 3)}
    assert (lost["kill", 0].how, lost["exit", 3].how) == ("SIGKILL", "exit code 3")
    assert not any(result.late for result in lost.values())
    assert sorted(r for r in results if not isinstance(r, Lost)) == [2 * n for n in range(100) if n not in (40, 41)]
    assert no_children()


def test_a_victim_is_done_again(tmp_path: Path) -> None:
    assert run([("kill once", str(tmp_path / "mark"))]) == ["done"]


def test_what_waits_behind_a_deadly_task_is_done() -> None:
    """A worker has its next task at hand already; that one is no culprit."""
    tasks: list[tuple[str, Any]] = [("double", n) for n in range(60)]
    for number in (7, 8, 20, 33):
        tasks[number] = ("kill", number)
    big = ("double", "x" * 100_000)  # does not fit into a pipe
    results = run([*tasks, *[big] * 8], seconds=30)
    lost = [result.task for result in results if isinstance(result, Lost)]
    assert sorted(lost) == [("kill", 7), ("kill", 8), ("kill", 20), ("kill", 33)]
    assert len(results) == 68


@pytest.mark.parametrize("method", METHODS)
def test_a_task_that_hangs_is_stopped(method: str) -> None:
    """defects.md 24"""
    results = run([("hang", 0), *(("double", n) for n in range(5))], seconds=5, method=method)
    late = [result for result in results if isinstance(result, Lost)]
    assert [result.task for result in late] == [("hang", 0)]
    assert late[0].late
    assert sorted(r for r in results if not isinstance(r, Lost)) == [0, 2, 4, 6, 8]
    assert no_children()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps RLIMIT_DATA")
def test_a_task_that_swells_gets_no_memory() -> None:
    assert run([("swell", 1 << 30), ("swell", 1 << 10)], 1, memory=1 << 29) == ["no memory", 1 << 10]
    assert run([("swell", 1 << 20)], 1, memory=0) == [1 << 20]


def test_memory_by_default_fits_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"SC_PHYS_PAGES": 8 << 18, "SC_PAGE_SIZE": 4096}
    for gib, allowed in ((8, 4), (2, 1.5), (0.5, 1)):
        pages["SC_PHYS_PAGES"] = int(gib * (1 << 18))
        monkeypatch.setattr(os, "sysconf", pages.__getitem__)
        assert guard.default_memory() == allowed * guard.GIB
    monkeypatch.delattr(os, "sysconf")  # Windows
    assert guard.default_memory() == 4 * guard.GIB


def test_workers_hold_no_stream_open() -> None:
    """defects.md 24: both workers held the parent's standard output."""
    assert run([("streams", 0)]) == [[os.devnull] * 3]
    before = open_files()
    pool: Pool[Any, Any] = Pool(setup, 2, Limits(method="fork"))
    try:
        results = list(pool.results([("files", 0)] * 40))
    finally:
        pool.close()
    # Its own pipe, and neither the parent's ends nor the other's.
    pipes = [{name for name in files - before if name.startswith("socket:")} for files in results]
    assert [len(names) for names in pipes] == [1] * 40


def test_tasks_are_taken_as_workers_get_free() -> None:
    taken = 0

    def tasks() -> Iterator[tuple[str, int]]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield "double", number

    pool: Pool[Any, Any] = Pool(setup, 2)
    ahead = []
    for done, _ in enumerate(pool.results(tasks()), start=1):
        ahead.append(taken - done)
    pool.close()
    assert len(ahead) == 1000
    assert max(ahead) <= 8  # two workers with two each, and as many at hand


def test_a_last_result_is_counted_and_its_worker_replaced() -> None:
    results = run([("last", 0), ("process", 0), ("process", 0)], 1)
    assert len(results) == 3
    assert results[0] != results[1] == results[2]


def test_a_worker_that_dies_idle_loses_nothing() -> None:
    pool: Pool[Any, Any] = Pool(setup, 1)
    results = pool.results([("process", 0), ("process", 0)])
    first = next(results)
    os.kill(first, signal.SIGKILL)
    assert wait_for(lambda: not runs(first))
    second = list(results)
    pool.close()
    assert len(second) == 1
    assert second[0] not in (first, None)
    assert not isinstance(second[0], Lost)


@pytest.mark.parametrize(("bad", "reason"), [(broken_setup, "ValueError: no fonts"), (stillborn, "exit code 3")])
def test_workers_that_cannot_start(bad: Callable[[], Any], reason: str) -> None:
    pool: Pool[Any, Any] = Pool(bad, 2)
    with pytest.raises(PlacardsError, match="no worker process can be started") as caught:
        list(pool.results([("double", 1)] * 5))
    pool.close()
    assert reason in str(caught.value)
    assert no_children()


def test_a_system_without_room_for_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    pool: Pool[Any, Any] = Pool(setup, 3, Limits(method="fork"))
    process = pool._context.Process  # type: ignore[attr-defined]
    started = itertools.count()

    class Few(process):  # type: ignore[misc,valid-type]
        def start(self) -> None:
            if next(started) >= allowed:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            super().start()

    monkeypatch.setattr(pool._context, "Process", Few)
    allowed = 1
    assert sorted(pool.results([("double", n) for n in range(4)])) == [0, 2, 4, 6]
    pool.close()
    allowed = 0
    with pytest.raises(PlacardsError, match="temporarily unavailable"):
        list(pool.results([("double", 1)]))


def test_what_is_begun_may_be_finished() -> None:
    stop = threading.Event()

    def check() -> None:
        if stop.is_set():
            raise Interrupted(signal.SIGINT)

    pool: Pool[Any, Any] = Pool(setup, 2, check=check)
    results = pool.results([("double", 1), ("hang", 0), *[("double", 2)] * 50])
    assert next(results) in (2, 4)  # whichever worker was ready first
    stop.set()
    with pytest.raises(Interrupted):
        list(results)
    begun = time.monotonic()
    assert set(pool.drain(0.3)) <= {2, 4}
    pool.close()
    assert time.monotonic() - begun < 60  # the task that hangs would take for ever
    assert no_children()


def test_how_workers_start() -> None:
    with_thread = threading.Event()
    thread = threading.Thread(target=with_thread.wait)
    thread.start()
    try:
        assert start_method() == "spawn"
    finally:
        with_thread.set()
        thread.join()
    assert start_method() == ("fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn")


PARENT = """
import sys
from functools import partial
from placards.campaign.limits import Limits
from placards.campaign.pool import Pool
from tests.campaign.test_pool import nap
if __name__ == "__main__":
    pool = Pool(partial(nap, sys.argv[2]), 2, Limits(method=sys.argv[1]))
    print("begun", flush=True)
    list(pool.results(range(2)))
"""


def nap(folder: str) -> Callable[[Any], Any]:
    return partial(_nap, folder)


def _nap(folder: str, number: int) -> None:
    (Path(folder) / str(os.getpid())).write_bytes(b"")
    time.sleep(1000)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_workers_are_gone_when_their_parent_is(tmp_path: Path, method: str, number: str) -> None:
    """defects.md 24"""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    marks = tmp_path / "workers"
    marks.mkdir()
    process = subprocess.Popen(
        [sys.executable, str(script), method, str(marks)], env=environment(), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    workers = wait_for(lambda: len(list(marks.iterdir())) == 2 and [int(p.name) for p in marks.iterdir()])
    process.send_signal(getattr(signal, number))  # to the parent alone
    process.wait(timeout=30)
    process.stdout.read()  # ends only when nobody holds it
    process.stdout.close()
    assert wait_for(lambda: not any(map(runs, workers)))


def test_workers_watch_by_themselves_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows, where the kernel sends no signal: a thread waits for the parent's end."""
    script = tmp_path / "parent.py"
    script.write_text("import placards.campaign.guard as guard\nguard._PR_SET_PDEATHSIG = 0\n" + PARENT)
    marks = tmp_path / "workers"
    marks.mkdir()
    process = subprocess.Popen(
        [sys.executable, str(script), "fork", str(marks)], env=environment(), stdout=subprocess.DEVNULL
    )
    workers = wait_for(lambda: len(list(marks.iterdir())) == 2 and [int(p.name) for p in marks.iterdir()])
    process.kill()
    process.wait(timeout=30)
    assert wait_for(lambda: not any(map(runs, workers)))


# --- signals -------------------------------------------------------------------------------------------------------


def test_a_signal_that_was_swallowed_is_raised_again() -> None:
    """defects.md 25: a library that catches everything met Ctrl-C and went on."""
    with Interrupts() as interrupts:
        try:
            signal.raise_signal(signal.SIGINT)
        except BaseException:  # as ReportLab does
            swallowed = True
        assert swallowed
        with pytest.raises(Interrupted) as caught:
            interrupts.check()
    assert caught.value.exit_code == 130
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_waits_for_its_moment(name: str, code: int) -> None:
    before = signal.getsignal(getattr(signal, name))
    with Interrupts() as interrupts:
        with interrupts.deferred():
            signal.raise_signal(getattr(signal, name))
        with pytest.raises(Interrupted) as caught:
            interrupts.check()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(getattr(signal, name))
    assert caught.value.exit_code == code
    assert signal.getsignal(getattr(signal, name)) == before


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nohup
    try:
        with Interrupts() as interrupts:
            signal.raise_signal(signal.SIGHUP)
            interrupts.check()
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_threads_leave_signals_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen: list[Any] = []

    def enter() -> None:
        with Interrupts() as interrupts:
            seen.append(signal.getsignal(signal.SIGINT))
            interrupts.check()

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert seen == [before]
