"""Ctrl-C, SIGTERM and SIGHUP become an exception at a moment that suits: at once, or where the work looks for it.

An exception that a signal's handler raises may come anywhere, and a library that catches everything, or a finaliser,
swallows it. What was heard is therefore kept, and `Interrupts.check` raises it again.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, Self

#: Signals that ask a command to end; which of them there are depends on the system.
ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interrupted(KeyboardInterrupt):
    """A signal asked to end."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(signal.Signals(number).name)

    @property
    def exit_code(self) -> int:
        """What a shell expects: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + self.number


class Interrupts:
    """Listens to signals as long as it is entered: in the main thread, where alone Python allows it, and not to those
    that are ignored already (as by nohup)."""

    def __init__(self, names: tuple[str, ...] = ENDING) -> None:
        self._numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
        self._before: dict[int, Any] = {}
        self._heard: int | None = None
        self._deferred = 0

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in self._numbers:
                before = signal.getsignal(number)
                if before not in (signal.SIG_IGN, None):
                    signal.signal(number, self._hear)
                    self._before[number] = before
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()

    @contextmanager
    def deferred(self) -> Iterator[None]:
        """Inside, a signal raises nothing until `check` is called."""
        self._deferred += 1
        try:
            yield
        finally:
            self._deferred -= 1

    def check(self) -> None:
        """Raise Interrupted if a signal was heard, swallowed or deferred."""
        if self._heard is not None:
            raise Interrupted(self._heard)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self._heard = number
        if not self._deferred:
            raise Interrupted(number)
