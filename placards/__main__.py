"""``python -m placards`` and the installed command become a call of the command line in a process of its own."""

from __future__ import annotations

import gc
import os

from placards.cli.main import main


def run() -> int:
    """`main` in a process that is told to start and end fast.

    Starting makes about a hundred thousand objects (modules, classes, fonts' tables) that live as long as the process.
    By default the collector walks through them again and again, and once more at the end: 45 of 250 ms. And pydantic
    would read every installed package's entry points, in search of plugins that could only change what we do.
    """
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    raise SystemExit(run())
