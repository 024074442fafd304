"""A seed becomes the irregularities of a drawing: the same on every machine, whatever else was drawn before."""

from __future__ import annotations

from math import floor
from random import Random
from zlib import crc32


def seed_of(name: str) -> int:
    """The seed that an element's id stands for."""
    return crc32(name.encode())


class Chance:
    """Numbers that look like chance. Only what Python promises to keep the same for a seed is used."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._next()

    def about(self, middle: float, part: float) -> float:
        """A number that lies at most *part* of *middle* away from it."""
        return middle * (1 + part * (2 * self._next() - 1))

    def bell(self) -> float:
        """From -1 to 1, most often near 0."""
        return (self._next() + self._next() + self._next()) / 1.5 - 1


class Clouds:
    """A soft field from 0 to 1 over the plane, lumps about a unit wide: where wear gathers."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._known: dict[tuple[int, int], float] = {}

    def at(self, x: float, y: float) -> float:
        """Two layers of smoothed lattice noise."""
        return 0.7 * self._layer(x, y) + 0.3 * self._layer(2.7 * x + 31, 2.7 * y + 17)

    def _layer(self, x: float, y: float) -> float:
        i, j = floor(x), floor(y)
        u, v = _smooth(x - i), _smooth(y - j)
        upper = self._knot(i, j) * (1 - u) + self._knot(i + 1, j) * u
        lower = self._knot(i, j + 1) * (1 - u) + self._knot(i + 1, j + 1) * u
        return upper * (1 - v) + lower * v

    def _knot(self, i: int, j: int) -> float:
        if (i, j) not in self._known:
            mixed = (i * 374761393 + j * 668265263 + self._seed * 2246822519) & 0xFFFFFFFF
            mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0xFFFFFFFF
            self._known[i, j] = ((mixed ^ (mixed >> 16)) & 0xFFFF) / 0xFFFF
        return self._known[i, j]


def _smooth(t: float) -> float:
    return t * t * (3 - 2 * t)
