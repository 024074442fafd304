"""What was worked out once is kept for the next time, as much as a limit allows; the least used is given up first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import field
from typing import Any, Generic, TypeVar

from placards.frozen import dataclass

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """A bounded store owned by the object whose behaviour it serves. *limit* counts entries, or the weights that
    `get` is told. Pickles and copies as an empty one."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.weight = 0
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K, make: Callable[[], V], weight: int | Callable[[V], int] = 1) -> V:
        """The value of *key*, made now if it is not there. What alone weighs more than the limit is not kept. *weight*
        is a number, or what tells it of a value."""
        found = self._entries.get(key)
        if found is not None:
            self._entries.move_to_end(key)
            return found[0]
        value = make()
        weight = weight if isinstance(weight, int) else weight(value)
        if weight > self.limit:
            return value
        self._entries[key] = (value, weight)
        self.weight += weight
        while self.weight > self.limit:
            _, (_, lighter) = self._entries.popitem(last=False)
            self.weight -= lighter
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.limit,)


def _supported() -> Kept[Hashable, bool]:
    return Kept(16_384)


def _messages() -> Kept[Hashable, Any]:
    return Kept(32_768)  # code points: some 50 MB


@dataclass(eq=False)
class ShapingCache:
    """What a FontSet remembers of the texts that were set with it: which font draws which grapheme cluster, and
    messages with the pieces measured in them, by code points."""

    supported: Kept[Hashable, bool] = field(default_factory=_supported)
    messages: Kept[Hashable, Any] = field(default_factory=_messages)
