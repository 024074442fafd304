"""Signs that need no words: tick, pencil, question mark, stroke between words, placard; as items to draw."""

from __future__ import annotations

from placards.compose.proof.typeset import ALERT, GREY, INK, PALE
from placards.scene.items import FillPath, Item
from placards.values.color import Color, Stroke
from placards.values.geometry import Path, Rect


def rule(x: float, y: float, right: float, paint: Color = PALE, width: float = 0.6) -> FillPath:
    """A line across, as long as from *x* to *right*."""
    return _line([(x, y), (right, y)], Stroke(paint, width))


def writing_line(x: float, y: float, right: float) -> FillPath:
    """A dotted line to write on."""
    return _line([(x, y), (right, y)], Stroke(GREY, 0.7, cap="round", dash=(0.01, 2.6)))


def tick_box(x: float, y: float, side: float) -> FillPath:
    """An empty box, to be ticked."""
    return FillPath(Path.rounded_rect(Rect(x, y, side, side), side / 6), None, stroke=Stroke(INK, 0.9))


def tick(x: float, y: float, side: float, paint: Color = INK) -> FillPath:
    """A tick in a square of that side."""
    points = [(x + 0.12 * side, y + 0.55 * side), (x + 0.4 * side, y + 0.84 * side), (x + 0.92 * side, y + 0.14 * side)]
    return _line(points, Stroke(paint, side * 0.14, cap="round", join="round"))


def pencil(x: float, y: float, side: float, paint: Color = INK) -> list[Item]:
    """A pencil that points to the lower left."""
    s = side
    body = Path.polygon([(x + 0.22 * s, y + 0.6 * s), (x + 0.7 * s, y + 0.12 * s), (x + 0.88 * s, y + 0.3 * s),
                         (x + 0.4 * s, y + 0.78 * s)])  # fmt: skip
    point = Path.polygon([(x + 0.17 * s, y + 0.65 * s), (x + 0.35 * s, y + 0.83 * s), (x + 0.08 * s, y + 0.92 * s)])
    return [FillPath(body, paint), FillPath(point, paint)]


def question(x: float, y: float, side: float, paint: Color = INK) -> list[Item]:
    """A question mark, drawn: some scripts have another one, and every reader knows this one."""
    s, cx = side, x + side / 2
    hook: Path = Path((
        ("M", cx - 0.22 * s, y + 0.3 * s),
        ("C", cx - 0.22 * s, y + 0.02 * s, cx + 0.24 * s, y + 0.02 * s, cx + 0.24 * s, y + 0.3 * s),
        ("C", cx + 0.24 * s, y + 0.48 * s, cx, y + 0.46 * s, cx, y + 0.68 * s),
    ))  # fmt: skip
    dot = Path.ellipse(Rect(cx - 0.075 * s, y + 0.8 * s, 0.15 * s, 0.15 * s))
    return [FillPath(hook, None, stroke=Stroke(paint, 0.13 * s, cap="round")), FillPath(dot, paint)]


def alert(x: float, y: float, side: float) -> list[Item]:
    """A triangle with a stroke and a dot: beware."""
    s = side
    sides = [(x + s / 2, y), (x + s, y + 0.9 * s), (x, y + 0.9 * s)]
    stroke = _line([(x + s / 2, y + 0.34 * s), (x + s / 2, y + 0.56 * s)], Stroke(ALERT, 0.1 * s, cap="round"))
    dot = Path.ellipse(Rect(x + 0.44 * s, y + 0.68 * s, 0.12 * s, 0.12 * s))
    edge = FillPath(Path.polygon(sides), None, stroke=Stroke(ALERT, 0.09 * s, join="round"))
    return [edge, stroke, FillPath(dot, ALERT)]


def bar(x: float, y: float, width: float, height: float, paint: Color = GREY) -> FillPath:
    """A word, as a bar."""
    return FillPath(Path.rounded_rect(Rect(x, y, width, height), height / 2), paint)


def slash(x: float, y: float, height: float, paint: Color = ALERT) -> FillPath:
    """A stroke between two words, as by hand."""
    return _line([(x, y + height), (x + 0.4 * height, y)], Stroke(paint, 1.5, cap="round"))


def speech(x: float, y: float, side: float, paint: Color = GREY) -> FillPath:
    """A balloon: a remark."""
    s = side
    path = Path((
        ("M", x + 0.1 * s, y + 0.15 * s), ("L", x + 0.95 * s, y + 0.15 * s), ("L", x + 0.95 * s, y + 0.68 * s),
        ("L", x + 0.42 * s, y + 0.68 * s), ("L", x + 0.22 * s, y + 0.92 * s), ("L", x + 0.24 * s, y + 0.68 * s),
        ("L", x + 0.1 * s, y + 0.68 * s), ("Z",),
    ))  # fmt: skip
    return FillPath(path, None, stroke=Stroke(paint, 0.09 * s, join="round"))


def _line(points: list[tuple[float, float]], stroke: Stroke) -> FillPath:
    (x, y), *rest = points
    return FillPath(Path((("M", x, y), *[("L", a, b) for a, b in rest])), None, stroke=stroke)
