"""Who sets texts can hear which fonts were looked at for them, those that could not draw them included.

What a text looks like depends on these fonts, and on which others there are: so a build knows what to make anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from placards.text.font import Font

_asked: ContextVar[dict[Font, None] | None] = ContextVar("fonts that were asked", default=None)


@contextmanager
def fonts_asked() -> Iterator[dict[Font, None]]:
    """The fonts that are asked as long as the block runs, in this thread or task; they are there at its end."""
    found: dict[Font, None] = {}
    before = _asked.set(found)
    try:
        yield found
    finally:
        _asked.reset(before)


def ask(fonts: Iterable[Font]) -> None:
    """Tell whoever listens that a text depends on these fonts."""
    found = _asked.get()
    if found is not None:
        found.update(dict.fromkeys(fonts))
