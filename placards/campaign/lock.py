"""A folder becomes one run's own: a second run there says so and stops."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from placards.files.writing import explained, make_folder
from placards.problems.diagnostic import Report, diagnostic
from placards.problems.errors import OutputError, Place

LOCK_NAME = ".placards-lock"

#: Seconds that a run waits for one that is just ending, or whose killed parent's workers are.
PATIENCE = 1.5

_PAUSE = 0.05


@contextmanager
def locked(folder: Path, report: Report, check: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Make the folder and hold its lock; raises OutputError where another run holds it, or nothing can be written.
    *check* may raise to end the waiting.

    The system lets go of the lock when the process dies, whatever way. The file is removed at the end: so whoever gets
    the lock looks whether it is still that of the file that has the name. Forked workers hold it too, and rightly: as
    long as one may still write, no other run may begin.
    """
    make_folder(folder)
    path = folder / LOCK_NAME
    end = time.monotonic() + PATIENCE
    while (handle := _take(path, report)) is None:
        if time.monotonic() > end:
            raise OutputError("output-busy", place=Place(folder))
        check()
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _release(handle, path)


def _take(path: Path, report: Report) -> int | None:
    """A handle that holds the lock; None where somebody else does."""
    from filelock import lock_descriptor

    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags, 0o666)
    except OSError as error:
        if os.name == "nt" and isinstance(error, PermissionError) and path.exists():
            return None  # it is being removed
        raise explained(error, path.parent) from error
    try:
        if lock_descriptor(handle, blocking=False) and (os.name == "nt" or _is_file(handle, path)):
            return handle
    except OSError as error:  # a disk over the network without locks
        report(diagnostic("output-unlocked", place=Place(path.parent), reason=error.strerror or str(error)))
        return handle
    os.close(handle)
    return None


def _is_file(handle: int, path: Path) -> bool:
    """Whether the open file is the one of that name."""
    with contextlib.suppress(OSError):
        return os.path.samestat(os.fstat(handle), path.lstat())
    return False


def _release(handle: int, path: Path) -> None:
    with contextlib.suppress(OSError):
        if os.name == "nt":  # an open file cannot be removed there, and one that another run has opened stays
            os.close(handle)
            path.unlink()
        else:  # first the name, then the lock: who opened it meanwhile sees that the name is gone
            path.unlink()
            os.close(handle)
