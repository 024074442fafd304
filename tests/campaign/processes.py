"""Which processes run, as the tests of workers ask."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def runs(number: int) -> bool:
    """Whether a process runs; one that has ended and was not yet waited for does not."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    try:
        # The state stands behind the name, which may hold anything.
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in ("Z", "X")
    except FileNotFoundError:
        return not Path("/proc").is_dir()


def children(number: int) -> list[int]:
    """The processes whose parent it is (Linux)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(state[1]) == number and state[0] != "Z":
                found.append(int(entry.name))
    return sorted(found)


def wait_for(condition: Callable[[], Any], seconds: float = 30) -> Any:
    """What a condition gives as soon as that is true; None when it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.005)
    return None
