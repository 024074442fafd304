"""Skylines: what columns reach, and how near two lines may come."""

from __future__ import annotations

from placards.layout.skyline import NO_INK, Skyline, skylines


def test_columns_hold_the_farthest_reach_of_what_stands_in_them() -> None:
    boxes = [(-0.3, 0.1, 0.7, 0.0), (0.0, 0.2, 0.5, 0.2), (0.8, 0.9, 1.0, -0.1)]
    above, below = skylines(boxes, -0.3, 0.9)
    assert above == Skyline(-2, [0.7, 0.7, 0.7, NO_INK, NO_INK, 1.0])
    assert below == Skyline(-2, [0.0, 0.0, 0.2, NO_INK, NO_INK, -0.1])


def test_only_columns_that_face_each_other_count() -> None:
    upper = Skyline(0, [0.1, 0.9, NO_INK, 0.2])
    assert upper.against(Skyline(0, [0.3, 0.3])) == 0.9 + 0.3
    assert upper.against(Skyline(2, [5.0, 0.3])) == 0.5
    assert upper.against(Skyline(-1, [5.0, 0.4])) == 0.5
    assert Skyline(-1, [5.0, 0.4]).against(upper) == 0.5
    assert upper.against(Skyline(2, [5.0])) == NO_INK
    assert upper.against(Skyline(4, [5.0])) == NO_INK
    assert Skyline(4, [5.0]).against(upper) == NO_INK
