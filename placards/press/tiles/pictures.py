"""Signs that need no words: scissors, a drop of glue, a printer, sheets that come together; as items to draw.

Each sign fills a square of side 1 or a box that its function names, y down, and is stamped at any size.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from placards.scene.items import FillPath, Group, Item
from placards.values.color import WHITE, Color, Stroke
from placards.values.geometry import Matrix, Path, Point, Rect

if TYPE_CHECKING:
    from placards.values.geometry import Segment

INK = Color((0.1, 0.1, 0.12))
GREY = Color((0.5, 0.5, 0.54))
PALE = Color((0.8, 0.8, 0.83))
MIST = Color((0.94, 0.94, 0.95))
PRINTED = Color((0.42, 0.62, 0.86))  # what stands for a picture on small sheets
GLUE = Color((0.98, 0.72, 0.1))

UNIT = Rect(0, 0, 1, 1)


def scissors(paint: Color = INK, ground: Color | None = WHITE) -> list[Item]:
    """Open scissors that cut to the left, in the unit square, on a round ground."""
    items: list[Item] = [] if ground is None else [FillPath(Path.ellipse(UNIT), ground)]
    blade = Stroke(paint, 0.09, cap="round")
    for sign in (-1, 1):
        items.append(FillPath(_line((0.14, 0.5 + sign * 0.17), (0.68, 0.5 - sign * 0.11)), None, stroke=blade))
        ring = Rect(0.64, 0.5 - sign * 0.21 - 0.115, 0.25, 0.23)
        items.append(FillPath(Path.ellipse(ring), None, stroke=Stroke(paint, 0.075)))
    return items


def drop(paint: Color = INK, ground: Color | None = WHITE) -> list[Item]:
    """A drop of glue, in the unit square, on a round ground."""
    shape: Path = Path((
        ("M", 0.5, 0.12),
        ("C", 0.56, 0.32, 0.76, 0.46, 0.76, 0.63), ("C", 0.76, 0.78, 0.64, 0.88, 0.5, 0.88),
        ("C", 0.36, 0.88, 0.24, 0.78, 0.24, 0.63), ("C", 0.24, 0.46, 0.44, 0.32, 0.5, 0.12), ("Z",),
    ))  # fmt: skip
    items: list[Item] = [] if ground is None else [FillPath(Path.ellipse(UNIT), ground)]
    return [*items, FillPath(shape, paint)]


def hatch(length: float, depth: float, step: float) -> list[Item]:
    """Slanted lines over a strip, dark beside light, so that they are seen on any picture."""
    dark: list[Segment] = []
    light: list[Segment] = []
    at = -depth
    while at < length:
        dark += [("M", at, depth), ("L", at + depth, 0)]
        light += [("M", at + 0.45, depth), ("L", at + depth + 0.45, 0)]
        at += step
    return [
        FillPath(Path(tuple(light)), None, stroke=Stroke(WHITE, 0.35)),
        FillPath(Path(tuple(dark)), None, stroke=Stroke(GREY, 0.35)),
    ]


def printer() -> list[Item]:
    """A printer with a sheet that comes out of it, in a box of 60 × 44."""
    body = Path.rounded_rect(Rect(4, 12, 52, 22), 4)
    line = Stroke(INK, 1.4, join="round")
    return [
        FillPath(Path.rect(Rect(14, 2, 32, 12)), WHITE, stroke=line),
        FillPath(body, PALE, stroke=line),
        FillPath(Path.rect(Rect(12, 26, 36, 17)), WHITE, stroke=line),
        FillPath(Path.ellipse(Rect(47, 16, 4, 4)), INK),
    ]


def cutting(*, right: bool, bottom: bool) -> list[Item]:
    """A sheet of which two strips are cut off, in a box of 60 × 44: those opposite to the sides that hold glue."""
    sheet, strip = Rect(12, 3, 38, 38), 8.0
    cut_x = sheet.x + strip if right else sheet.right - strip
    cut_y = sheet.y + strip if bottom else sheet.bottom - strip
    kept = Rect(cut_x if right else sheet.x, cut_y if bottom else sheet.y, sheet.width - strip, sheet.height - strip)
    dashed = Stroke(INK, 1.1, dash=(3.0, 2.0))
    upright = 28.0
    return [
        FillPath(Path.rect(sheet), MIST, stroke=Stroke(GREY, 0.9)),
        FillPath(Path.rect(kept), PRINTED),
        FillPath(_line((cut_x, sheet.y - 3), (cut_x, sheet.bottom + 3)), None, stroke=dashed),
        FillPath(_line((sheet.x - 3, cut_y), (sheet.right + 3, cut_y)), None, stroke=dashed),
        *_moved(scissors(ground=None), Rect(sheet.right - 4, cut_y - 6.5, 13, 13)),
        *_turned(scissors(ground=None), Point(cut_x, upright + 8), 13),
    ]


def gluing(*, right: bool, bottom: bool) -> list[Item]:
    """A sheet with glue at one side, and the next one that is laid on it, in a box of 60 × 44."""
    del bottom  # sheets of a row come first
    strip = 7.0
    first, second = Rect(4, 8, 26, 32), Rect(32, 3, 24, 32)
    glue = Rect(first.right - strip, first.y, strip, first.height)
    items: list[Item] = [
        FillPath(Path.rect(first), PRINTED, stroke=Stroke(INK, 0.9)),
        FillPath(Path.rect(glue), GLUE, stroke=Stroke(INK, 0.9)),
        *_moved(drop(ground=None), Rect(glue.x - 1, glue.y + 12, 9, 9)),
        FillPath(Path.rect(second), PRINTED, stroke=Stroke(INK, 0.9)),
        *arrow(Point(52, 40), Point(27, 40), INK, 1.6),
    ]
    return items if right else [_mirrored(item) for item in items]


def order(columns: int = 3, rows: int = 2) -> list[Item]:
    """Sheets in rows with the way from one to the next, in a box of 60 × 44."""
    box = Rect(4, 3, 52, 38)
    width, height = box.width / columns, box.height / rows
    items: list[Item] = []
    for row in range(rows):
        for column in range(columns):
            cell = Rect(box.x + column * width, box.y + row * height, width, height).inset(1, 1, 1, 1)
            items.append(FillPath(Path.rect(cell), MIST, stroke=Stroke(GREY, 0.8)))
        y = box.y + (row + 0.5) * height
        items += arrow(Point(box.x + width * 0.4, y), Point(box.right - width * 0.3, y), INK, 1.8)
    x = box.x + width / 2
    return [*items, *arrow(Point(x, box.y + height * 0.62), Point(x, box.y + height * 1.36), GREY, 1.4)]


def arrow(start: Point, end: Point, paint: Color, width: float) -> list[Item]:
    """An arrow from point to point, its head filled."""
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5
    ux, uy, head = dx / length, dy / length, 3.4 * width
    base = Point(end.x - ux * head, end.y - uy * head)
    side = head * 0.55
    points = [end, (base.x - uy * side, base.y + ux * side), (base.x + uy * side, base.y - ux * side)]
    return [
        FillPath(_line(start, base), None, stroke=Stroke(paint, width)),
        FillPath(Path.polygon(points), paint),
    ]


def crossed(box: Rect, paint: Color = GREY) -> Item:
    """A cross from corner to corner: a sheet that is left out."""
    segments = (*_line((box.x, box.y), (box.right, box.bottom)).segments,
                *_line((box.right, box.y), (box.x, box.bottom)).segments)  # fmt: skip
    return FillPath(Path(segments), None, stroke=Stroke(paint, 0.7))


def numbered(number: int, x: float, y: float, radius: float) -> Item:
    """So many dots in a row: the number of a step, for those who read no digits."""
    segments: list[Segment] = []
    for index in range(number):
        dot = Rect(x + index * 2.6 * radius, y, 2 * radius, 2 * radius)
        segments += Path.ellipse(dot).segments
    return FillPath(Path(tuple(segments)), INK)


def _line(start: tuple[float, float], end: tuple[float, float]) -> Path:
    return Path((("M", *start), ("L", *end)))


def _moved(items: list[Item], box: Rect) -> list[Item]:
    """A unit sign in a box."""
    return [Group(tuple(items), Matrix(box.width, 0, 0, box.height, box.x, box.y))]


def _turned(items: list[Item], middle: Point, side: float) -> list[Item]:
    """A unit sign around a point, turned by a quarter so that it cuts upwards."""
    c, s = cos(pi / 2), sin(pi / 2)
    around = Matrix(e=-0.5, f=-0.5).then(Matrix(c, s, -s, c)).then(Matrix(side, 0, 0, side, *middle))
    return [Group(tuple(items), around)]


def _mirrored(item: Item) -> Item:
    return Group((item,), Matrix(a=-1, e=60))
