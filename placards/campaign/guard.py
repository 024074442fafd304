"""A fresh worker process becomes one that ends with its parent, keeps within its memory, and holds no stream open."""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

GIB = 1 << 30

#: Linux: have the kernel send a signal to this process when its parent is gone.
_PR_SET_PDEATHSIG = 1

READY, DONE, LAST, REFUSED = "ready", "done", "last", "refused"


def serve(
    setup: Callable[[], Callable[[Any], Any]],
    connection: Connection,
    others: Sequence[Connection],
    parent: int,
    seconds: float,
    memory: int,
) -> None:
    """The life of a worker: *setup* gives the work, and each task that comes is answered with (DONE, its result).

    *others* are the parent's ends of pipes, which a forked process inherits and must not hold. *memory* is in bytes, 0
    for no limit. A result with a true attribute ``last`` is this worker's last one: LAST instead of DONE.
    """
    for other in others:
        other.close()
    _leave_streams()
    _follow_signals()
    _end_with(parent)
    _limit_memory(memory)
    try:
        work = setup()
    except Exception as error:
        connection.send((REFUSED, f"{type(error).__name__}: {error}"))
        os._exit(1)
    silence = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    connection.send((READY, None))
    with contextlib.suppress(EOFError, OSError):  # the parent has ended, or has no more tasks
        while True:
            task = connection.recv()
            # Should the parent be gone and this process hang where no thread of Python's gets its turn.
            faulthandler.dump_traceback_later(seconds + 60, exit=True, file=silence)
            result = work(task)
            faulthandler.cancel_dump_traceback_later()
            last = bool(getattr(result, "last", False))
            connection.send((LAST if last else DONE, result))
            if last:
                break
    # Nothing is left to tidy; the interpreter's own way out would take longer than the work.
    os._exit(0)


def default_memory() -> int:
    """Bytes that one worker may take by default: three quarters of the machine's, between one and four GiB."""
    try:
        physical = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows
        return 4 * GIB
    return max(GIB, min(4 * GIB, physical * 3 // 4))


def _leave_streams() -> None:
    """Let go of the terminal or pipe: who reads from the parent must not wait for a worker."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.close(nothing)


def _follow_signals() -> None:
    """Ctrl-C reaches every process of the terminal, and the parent alone decides; all else ends a worker at once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as by nohup
            signal.signal(number, signal.SIG_DFL)


def _end_with(parent: int) -> None:
    """End this process when its parent is gone, by whatever signal."""
    threading.Thread(target=_watch, name="parent", daemon=True).start()
    if sys.platform == "linux":  # at once, and even where the thread gets no turn
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.name != "nt" and os.getppid() != parent:  # it was gone before we asked
        os._exit(1)


def _watch() -> None:
    process = multiprocessing.parent_process()
    if process is not None:
        wait([process.sentinel])
        os._exit(1)


def _limit_memory(limit: int) -> None:
    """Let a job that wants too much get a MemoryError, where the system can do that (macOS and Windows cannot)."""
    if not limit:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, most))
