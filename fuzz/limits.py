"""Processor time, wall time and memory of a case become limits of its process, with a stack where they are passed.

Where the system has interval timers they count processor time, so that a loaded machine makes no findings.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

#: Address space of a worker: numpy-free Python with all fonts mapped takes under 1 GB.
MOST_BYTES = 4_000_000_000

#: A case that stands still so long (seconds of wall time) hangs, however loaded the machine is.
WALL = 45.0

#: Processor seconds until a case counts as hanging, as a multiple of what it may take.
HANG = 6.0


class Limits:
    """Armed before each case. Passing the soft limit writes a stack into *log*; passing the hard one ends the process
    after that."""

    def __init__(self, log: IO[bytes]) -> None:
        self.log = log
        faulthandler.enable(log)
        self.timers = hasattr(signal, "setitimer")
        if self.timers:
            faulthandler.register(signal.SIGPROF, log, all_threads=False, chain=False)
            faulthandler.register(signal.SIGVTALRM, log, all_threads=False, chain=True)
        if resource is not None:
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                _, hard = resource.getrlimit(resource.RLIMIT_AS)
                resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, hard))

    def arm(self, seconds: float) -> None:
        """Begin a case that may take so many processor seconds."""
        if self.log.tell():
            self.log.seek(0)
            self.log.truncate()
        if self.timers:
            signal.setitimer(signal.ITIMER_PROF, seconds)
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds * HANG)
        faulthandler.dump_traceback_later(WALL if self.timers else seconds * HANG, exit=True, file=self.log)

    def disarm(self) -> None:
        """End it."""
        if self.timers:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        faulthandler.cancel_dump_traceback_later()


def processor_seconds() -> float:
    """Of this process, so far."""
    return time.process_time()


def peak_megabytes() -> float:
    """The most memory that this process ever had; 0 where the system does not say."""
    try:
        # Not what getrusage says: on Linux that counts the parent's memory before the process became this program.
        with open("/proc/self/status", "rb") as status:
            return int(status.read().partition(b"VmHWM:")[2].split(None, 1)[0]) / 1024
    except (OSError, IndexError):
        pass
    if resource is None:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def forget_peak() -> bool:
    """Count from here on; False where the system cannot."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return False
    return True
