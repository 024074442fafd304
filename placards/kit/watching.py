"""Files that are saved become turns of a loop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

#: How often files are looked at where nothing tells of changes, in seconds; and at least, where something does: a
#: folder that was replaced, or a disk over the network, tells nothing.
EVERY, AT_LEAST = 0.15, 0.5

#: An editor writes a file in several steps: so long after the last of them it is whole, in milliseconds.
_SETTLED, _STEP = 60, 20


def can_listen() -> bool:
    """Whether watchfiles is there, which hears from the system what was saved."""
    from importlib.util import find_spec

    return find_spec("watchfiles") is not None


def changes(state: Callable[[], object], paths: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    """A turn whenever *state* has become another than at the call; it depends on what lies at the *paths*. Ends when
    *stop* is set."""
    return _changes(state(), state, paths, stop)


def _changes(last: object, state: Callable[[], object], paths: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    for _ in _turns(paths, stop):
        now = state()
        if now != last:
            last = now
            yield


def _turns(paths: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    while not stop.is_set():
        if can_listen() and any(path.exists() for path in paths):
            yield from _heard([path for path in paths if path.exists()], stop)
        if not stop.wait(EVERY):
            yield


def _heard(paths: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    """A turn at each change that the system tells of, and now and then; ends where it cannot tell any more."""
    from watchfiles import watch

    try:
        for _ in watch(
            *paths, debounce=_SETTLED, step=_STEP, stop_event=stop, rust_timeout=round(AT_LEAST * 1000),
            yield_on_timeout=True, watch_filter=None, raise_interrupt=True,
        ):  # fmt: skip
            yield
            if not all(path.exists() for path in paths):
                return
    except OSError:  # the folder went away, or the system watches no more files for this person
        return
