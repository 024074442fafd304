"""Calls and commands become their durations in seconds; several contenders take turns, so that noise hits all alike."""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import partial


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()  # nobody pays for what the one before left behind
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def take_turns(commands: dict[str, Sequence[str]], environment: dict[str, str], rounds: int) -> dict[str, float]:
    """The median wall time of each command, run one after the other *rounds* times, plus once unmeasured."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = partial(subprocess.run, command, env=environment, check=True, stdout=subprocess.DEVNULL)
            taken = seconds(run)
            if number:
                found[name].append(taken)
    return {name: statistics.median(durations) for name, durations in found.items()}
