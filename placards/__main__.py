"""``python -m placards`` and the installed command become a call of the command line in a process of its own."""

from __future__ import annotations

import gc

from placards.cli.main import main


def run() -> int:
    """`main`, with the garbage collector told what kind of process this is.

    Starting makes about a hundred thousand objects (modules, classes, fonts' tables) that live as long as the process.
    By default the collector walks through them some forty times, and once more at the end: 45 of 250 ms.
    """
    gc.set_threshold(100_000, 20, 20)
    try:
        return main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    raise SystemExit(run())
