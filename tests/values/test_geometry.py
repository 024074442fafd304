"""Boxes and paths."""

from __future__ import annotations

import math

import pytest

from placards.values.geometry import Path, Rect, Size


def test_boxes() -> None:
    box = Rect(10, 20, 30, 40)
    assert (box.right, box.bottom, box.size) == (40, 60, Size(30, 40))
    assert box.inset(1, 2, 3, 4) == Rect(11, 22, 26, 34)
    assert box.inset(-1, -2, -3, -4) == Rect(9, 18, 34, 46)
    assert box.union(Rect(0, 30, 5, 100)) == Rect(0, 20, 40, 110)
    assert box.contains(box)
    assert not box.contains(Rect(9.9, 20, 30, 40))
    assert box.contains(Rect(9.9, 20, 30.2, 40), tolerance=0.11)
    assert Size(300, 100).aspect == 3


def test_rounded_corners_are_circles() -> None:
    path = Path.rounded_rect(Rect(0, 0, 100, 60), 20)
    assert path.bounds() == Rect(0, 0, 100, 60)
    curves = 0
    at = (0.0, 0.0)
    for kind, *numbers in path.segments:
        values = [float(v) for v in numbers]
        if kind == "C":
            curves += 1
            for step in range(11):
                t, u = step / 10, 1 - step / 10
                x, y = (
                    u**3 * at[i] + 3 * u * u * t * values[i] + 3 * u * t * t * values[2 + i] + t**3 * values[4 + i]
                    for i in (0, 1)
                )
                centre = (20 if x < 50 else 80, 20 if y < 30 else 40)
                assert math.dist((x, y), centre) == pytest.approx(20, abs=0.01)
        if values:
            at = (values[-2], values[-1])
    assert curves == 4


def test_radius_is_cut_to_half_the_shorter_side() -> None:
    assert Path.rounded_rect(Rect(0, 0, 100, 40), 999) == Path.rounded_rect(Rect(0, 0, 100, 40), 20)
    assert Path.rounded_rect(Rect(0, 0, 100, 40), 0) == Path.rect(Rect(0, 0, 100, 40))


def test_bounds_of_nothing() -> None:
    assert Path(()).bounds() == Rect(0, 0, 0, 0)
