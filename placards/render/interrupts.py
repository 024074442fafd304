"""Ctrl-C during a stretch of somebody else's code becomes Ctrl-C right after it, where nothing can swallow it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held_interrupts() -> Iterator[None]:
    """Hold SIGINT back: for code whose bare ``except:`` would take it for an error of its own, and that ends soon.

    Python runs signal handlers in the main thread alone; in others there is nothing to hold.
    """
    handler = signal.getsignal(signal.SIGINT)
    held: list[tuple[int, FrameType | None]] = []
    if not callable(handler) or not _handle(lambda number, frame: held.append((number, frame))):
        yield  # ignored, or none of Python's
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        for number, frame in held[:1]:
            handler(number, frame)


def _handle(handler: Callable[[int, FrameType | None], None]) -> bool:
    """Whether it handles SIGINT from now on: Python lets the main thread alone say who does."""
    try:
        signal.signal(signal.SIGINT, handler)
    except ValueError:
        return False
    return True
