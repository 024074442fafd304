"""What workers of a cluster do in its tests. Imports as little as it can: each of their processes imports it anew."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placards.campaign.cluster.where import Where
    from placards.campaign.cluster.workforce import Workforce


def setup() -> Callable[[Any], Any]:
    return work


def work(task: tuple[str, Any]) -> Any:
    what, value = task
    match what:
        case "double":
            return 2 * value
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            Path(value).write_text(str(os.getpid()))
            time.sleep(1000)
        case "kill the worker":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(1000)
        case "kill the worker once":
            if not Path(value).exists():
                Path(value).write_bytes(b"")
                os.kill(os.getppid(), signal.SIGKILL)
                time.sleep(1000)
            return "done"
    raise AssertionError(what)


@contextlib.contextmanager
def hired(where: Where, total: int, **options: Any) -> Iterator[Workforce[Any, Any]]:
    from placards.campaign.cluster.workforce import Workforce

    found: Workforce[Any, Any] = Workforce(
        where, setup, pack=lambda task: task, finish=lambda task, result: result, total=total, **options
    )
    try:
        yield found
    finally:
        found.close()
