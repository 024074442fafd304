"""``python -m placards`` and the installed command become a call of the command line in a process of its own."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

# Starting makes about a hundred thousand objects (modules, classes, fonts' tables) that live as long as the process. By
# default the collector walks through them again and again, and once more at the end: 45 of 250 ms.
gc.set_threshold(100_000, 20, 20)

from placards.cli.main import main  # noqa: E402 - the collector is told before there is anything to collect


def run() -> int:
    """`main` in a process that is told to start and end fast. Pydantic, where it is needed, would read every installed
    package's entry points, in search of plugins that could only change what we do."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return main()
    finally:
        gc.freeze()


def command() -> NoReturn:
    """`run`, and the end of the process. Where nothing waits to be told of the end (no other thread or process, no
    tracer), the system takes everything back at once, which Python would first take apart object by object."""
    code = run()
    threading = sys.modules.get("threading")
    others = threading is not None and threading.active_count() > 1
    if others or "multiprocessing" in sys.modules or sys.gettrace() or sys.getprofile():
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python says what it says of streams that went away
    os._exit(code)


if __name__ == "__main__":
    command()
