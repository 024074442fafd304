"""Boxes and paths."""

from __future__ import annotations

import math

import pytest

from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Size


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


def flattened(path: Path) -> list[tuple[float, float]]:
    """Points on an outline, eight a curve."""
    points: list[tuple[float, float]] = []
    for segment in path.segments:
        match segment:
            case ("M", x, y) | ("L", x, y):
                points.append((x, y))
            case ("C", x1, y1, x2, y2, x, y):
                x0, y0 = points[-1]
                for step in range(1, 9):
                    t, u = step / 8, 1 - step / 8
                    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                    points.append(
                        (
                            sum(w * v for w, v in zip(weights, (x0, x1, x2, x), strict=True)),
                            sum(w * v for w, v in zip(weights, (y0, y1, y2, y), strict=True)),
                        )
                    )
    return points


def test_an_ellipse_touches_its_box() -> None:
    path = Path.ellipse(Rect(10, 20, 60, 30))
    assert path.bounds() == Rect(10, 20, 60, 30)
    for x, y in flattened(path):
        assert ((x - 40) / 30) ** 2 + ((y - 35) / 15) ** 2 == pytest.approx(1, abs=0.001)


def test_polygons_close() -> None:
    assert Path.polygon([(0, 0), (4, 0), (4, 3)]).segments == (("M", 0, 0), ("L", 4, 0), ("L", 4, 3), ("Z",))
    assert Path.polygon([]) == Path(())


def test_paths_differ_by_their_kind_of_segment_and_their_inside() -> None:
    assert Path((("M", 1, 2),)) != Path((("L", 1, 2),))
    assert Path(()) != Path((), "evenodd")
    turned = Matrix(0, 1, -1, 0)
    assert Path((("M", 1, 2),), "evenodd").transformed(turned) == Path((("M", -2, 1),), "evenodd")
    star = Path.rounded_rect(Rect(0, 0, 9, 9), 2)
    moved = star.transformed(Matrix(e=5, f=-5))
    back = [value for x, y in flattened(moved) for value in (x - 5, y + 5)]
    assert back == pytest.approx([value for point in flattened(star) for value in point])
    assert moved.segments[-1] == ("Z",)


def test_matrices_one_after_the_other() -> None:
    turn, shift = Matrix(0, 1, -1, 0), Matrix(e=10, f=20)
    assert turn.then(shift).point(1, 0) == (10, 21)
    assert shift.then(turn).point(1, 0) == (-20, 11)
    assert IDENTITY.then(turn) == turn == turn.then(IDENTITY)
    assert turn.box(Rect(1, 2, 3, 4)) == Rect(-6, 1, 4, 3)
    assert (turn.area, Matrix(2, 0, 0, -3).area, Matrix(1, 2, 2, 4).area) == (1, -6, 0)
    assert turn.is_finite
    assert not Matrix(e=math.nan).is_finite


def test_what_two_boxes_share() -> None:
    box = Rect(0, 0, 10, 10)
    assert box.intersection(Rect(5, -5, 10, 10)) == Rect(5, 0, 5, 5)
    assert box.intersection(Rect(10, 0, 5, 5)) is None, "an edge is no area"
    assert box.intersection(Rect(20, 20, 1, 1)) is None
