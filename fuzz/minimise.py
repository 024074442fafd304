"""An input that shows something becomes a smaller one that still does: by lines, then by tokens, then by bytes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

_TOKENS = re.compile(rb"[\w-]+|\s+|[^\w\s]", re.ASCII)


def minimised(data: bytes, same: Callable[[bytes], bool], seconds: float = 10.0, trials: int = 2_000) -> bytes:
    """The smallest input found for which *same* holds, as it does for *data*."""
    end = time.monotonic() + seconds
    left = [trials]

    def holds(parts: Sequence[bytes]) -> bool:
        left[0] -= 1
        return left[0] >= 0 and time.monotonic() < end and same(b"".join(parts))

    for split in (_lines, _TOKENS.findall, _bytes):
        data = b"".join(_without(split(data), holds))
    return data


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def _bytes(data: bytes) -> list[bytes]:
    return [data[i : i + 1] for i in range(len(data))]


def _without(parts: list[bytes], holds: Callable[[Sequence[bytes]], bool]) -> list[bytes]:
    """As few of the parts as hold: stretches are left out, long ones first."""
    length = len(parts) // 2
    while length:
        at = 0
        while at < len(parts):
            fewer = parts[:at] + parts[at + length :]
            if holds(fewer):
                parts = fewer
            else:
                at += length
        length //= 2
    return parts
