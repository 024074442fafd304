"""A sheet of the grid becomes what is printed on it besides the poster: where to cut, where to glue, which sheet it is.

All of it lies where the poster is cut off or covered, so that nothing of it is seen in the end, and inside what the
printer can print.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.messages.whole import Whole
from placards.press.tiles import pictures
from placards.press.tiles.lettering import REGULAR, SET, advance, number_piece, piece, stamp_number, stamp_piece
from placards.press.tiles.plan import Grid, Tile, row_letters
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import FillPath, Group, Item
from placards.values.color import WHITE, Stroke
from placards.values.geometry import Matrix, Path, Point, Rect
from placards.values.units import MM

Marks: TypeAlias = Literal["ticks", "lines", "none"]
Side: TypeAlias = Literal["left", "right", "top", "bottom"]

#: A line of the marks and the light one around it, in points: on a dark picture the one is seen, else the other.
_DARK, _LIGHT = 0.5, 1.3
_INK = 0.1  # as a grey

#: From a seam, or the poster's edge, to the middle of the line beside it: what is rounded shall not touch the poster.
_AWAY = _LIGHT / 2 + 0.06

#: How long a tick is.
_TICK = 5 * MM

#: Of a strip that holds glue, so much beside the seam stays plain picture: sheets are laid askew by so much.
_PLAIN = 0.35

#: The height of a label's plate, at most and at least.
_PLATE, _LEAST_PLATE = 4.4 * MM, 1.6 * MM

#: The gap between a label's parts, in points of letters of `SET` points.
_BETWEEN = 3.5

#: The side of a sign, at most and at least.
_SIGN, _LEAST_SIGN = 4.4 * MM, 1.4 * MM


@dataclass(frozen=True, slots=True)
class Strip:
    """What of a sheet lies beyond a seam: cut off, or the flap that holds glue. *box* is its place on the sheet."""

    side: Side
    box: Rect
    is_flap: bool

    @property
    def is_upright(self) -> bool:
        return self.side in ("left", "right")

    @property
    def length(self) -> float:
        return self.box.height if self.is_upright else self.box.width

    @property
    def depth(self) -> float:
        return self.box.width if self.is_upright else self.box.height

    @property
    def along(self) -> Matrix:
        """From a strip that lies across, its length to the right, its seam at the top (y = 0), to this one."""
        box = self.box
        match self.side:
            case "bottom":
                return Matrix(e=box.x, f=box.y)
            case "top":
                return Matrix(1, 0, 0, -1, box.x, box.bottom)
            case "right":
                return Matrix(0, 1, 1, 0, box.x, box.y)
            case "left":
                return Matrix(0, 1, -1, 0, box.right, box.y)

    @property
    def reading(self) -> Matrix:
        """The same for what is read: not mirrored, its length to the right, y down from 0 to the strip's depth."""
        box = self.box
        if self.is_upright:
            return Matrix(0, -1, 1, 0, box.x, box.bottom)
        return Matrix(e=box.x, f=box.y)


def strips(tile: Tile, grid: Grid, left_out: Collection[tuple[int, int]] = ()) -> list[Strip]:
    """The strips of a sheet beside each neighbour that is printed; *left_out* are those that are not (row, column)."""
    window, kept = tile.on_sheet(tile.window), tile.on_sheet(tile.kept)
    row, column, flaps = tile.row, tile.column, grid.flaps
    known: tuple[tuple[Side, Rect, bool, tuple[int, int]], ...] = (
        ("bottom", Rect(window.x, kept.bottom, window.width, window.bottom - kept.bottom), flaps.bottom,
         (row + 1, column)),
        ("right", Rect(kept.right, window.y, window.right - kept.right, window.height), flaps.right,
         (row, column + 1)),
        ("left", Rect(window.x, window.y, kept.x - window.x, window.height), not flaps.right, (row, column - 1)),
        ("top", Rect(window.x, window.y, window.width, kept.y - window.y), not flaps.bottom, (row - 1, column)),
    )  # fmt: skip
    return [
        Strip(side, box, is_flap)
        for side, box, is_flap, beyond in known
        if min(box.size) > 0.01 and beyond not in left_out
    ]


def draw_marks(sheets: PdfSheets, tile: Tile, grid: Grid, found: list[Strip], marks: Marks) -> None:
    """Lines to cut along, lines to lay the next sheet at, signs of what is what."""
    if marks == "none":
        return
    longest = max(grid.paper.size)
    for strip in found:
        if strip.is_flap:
            plain = strip.depth * _PLAIN
            sheets.stamp(
                "hatch",
                Rect(0, 0, longest, grid.overlap),
                lambda: pictures.hatch(longest, grid.overlap, 4 * MM),
                strip.along,
                strip.along.box(Rect(0, plain, strip.length, strip.depth - plain)),
            )
    lines = [*_seam_lines(found, marks), *_outer_lines(tile, grid, marks)]
    if lines:
        sheets.lines(lines, _LIGHT, 1)
        sheets.lines(lines, _DARK, _INK, (3 * MM, 2 * MM) if marks == "lines" else ())
    for strip in [*found, *_outer_room(tile, grid, 0.0)]:
        _draw_sign(sheets, strip)


def _seam_lines(found: list[Strip], marks: Marks) -> Iterator[tuple[Point, Point]]:
    """Along each seam, on the side that is not seen in the end."""
    for strip in found:
        yield from _ends(strip.along, strip.length, _AWAY, marks)


def _outer_lines(tile: Tile, grid: Grid, marks: Marks) -> Iterator[tuple[Point, Point]]:
    """Along the poster's own edges, outside of it, where the printer reaches there."""
    window, usable = tile.on_sheet(tile.window), grid.paper.usable
    outer = (
        ("left", tile.column == 0, window.x - usable.x),
        ("right", tile.column == grid.columns - 1, usable.right - window.right),
        ("top", tile.row == 0, window.y - usable.y),
        ("bottom", tile.row == grid.rows - 1, usable.bottom - window.bottom),
    )
    beyond = {
        "left": Strip("left", Rect(window.x, window.y, 0, window.height), False),
        "right": Strip("right", Rect(window.right, window.y, 0, window.height), False),
        "top": Strip("top", Rect(window.x, window.y, window.width, 0), False),
        "bottom": Strip("bottom", Rect(window.x, window.bottom, window.width, 0), False),
    }
    for side, is_outer, room in outer:
        if is_outer and room >= 2 * _AWAY:
            strip = beyond[side]
            yield from _ends(strip.along, strip.length, _AWAY, marks)


def _ends(along: Matrix, length: float, depth: float, marks: Marks) -> Iterator[tuple[Point, Point]]:
    """A line, or its two ends."""
    whole = marks == "lines" or length <= 2 * _TICK
    for start, end in [(0.0, length)] if whole else [(0.0, _TICK), (length - _TICK, length)]:
        yield along.point(start, depth), along.point(end, depth)


def _draw_sign(sheets: PdfSheets, strip: Strip) -> None:
    depth = min(strip.depth, _SIGN + 0.4 * MM)
    side = depth - 0.4 * MM
    if side < _LEAST_SIGN or strip.length < 6 * side:
        return
    name, sign = ("drop", pictures.drop) if strip.is_flap else ("scissors", pictures.scissors)
    # Beside the poster's edge, or its middle where it is no deeper.
    middle, across = 0.72 * strip.length, depth / 2 if strip.side in ("bottom", "right") else strip.depth - depth / 2
    placed = Matrix(side, 0, 0, side, middle - side / 2, across - side / 2)
    sheets.stamp(name, pictures.UNIT, sign, placed.then(strip.reading))


def draw_label(sheets: PdfSheets, tile: Tile, grid: Grid, found: list[Strip], words: Whole) -> bool:
    """The sheet's name on a plate; whether there was room for it."""
    label = _Label(tile, grid, words)
    flaps_first = sorted(found, key=lambda strip: not strip.is_flap)
    for strip in flaps_first:
        height = min(strip.depth - 0.5 * MM, _PLATE)
        if height >= _LEAST_PLATE and label.width(height) <= 0.6 * strip.length - _TICK:
            label.draw(sheets, height, _TICK + 1 * MM, (strip.depth - height) / 2, strip.reading)
            return True
    for strip in _outer_room(tile, grid, 1 * MM):
        height = min(strip.depth - 1 * MM, _PLATE)
        if height >= _LEAST_PLATE and label.width(height) <= strip.length - 2 * _TICK:
            label.draw(sheets, height, _TICK, (strip.depth - height) / 2, strip.reading)
            return True
    return False


def _outer_room(tile: Tile, grid: Grid, gap: float) -> list[Strip]:
    """What the printer reaches outside the poster, farther away than a *gap*."""
    window, usable = tile.on_sheet(tile.window), grid.paper.usable
    boxes: tuple[tuple[Side, Rect], ...] = (
        ("bottom", Rect(window.x, window.bottom + gap, window.width, usable.bottom - window.bottom - gap)),
        ("top", Rect(window.x, usable.y, window.width, window.y - usable.y - gap)),
        ("right", Rect(window.right + gap, window.y, usable.right - window.right - gap, window.height)),
        ("left", Rect(usable.x, window.y, window.x - usable.x - gap, window.height)),
    )
    outer = {"bottom": tile.row == grid.rows - 1, "top": tile.row == 0, "left": tile.column == 0,
             "right": tile.column == grid.columns - 1}  # fmt: skip
    return [Strip(side, box, False) for side, box in boxes if outer[side] and min(box.size) > 0]


class _Label:
    """A small picture of the whole with this sheet in it, and its name in letters: ``B3 row 2/3``."""

    def __init__(self, tile: Tile, grid: Grid, words: Whole) -> None:
        self._tile, self._grid = tile, grid
        self._letters = piece(row_letters(tile.row))
        self._number = number_piece(tile.column + 1)
        self._row = piece(f"{words.words['row']} {tile.row + 1}/{grid.rows}", words.language, REGULAR)

    def width(self, height: float) -> float:
        """How long the plate is at a height."""
        scale, text = self._scale(height), advance(self._letters) + self._number.width + advance(self._row)
        return height * 0.5 + self._map_width(height) + scale * (2 * _BETWEEN + text)

    def draw(self, sheets: PdfSheets, height: float, x: float, y: float, reading: Matrix) -> None:
        """Draw it with its upper left at a point of the strip."""
        placed = Matrix(e=x, f=y).then(reading)
        plate = Rect(0, 0, self.width(height), height)
        scale, baseline = self._scale(height), height * 0.74
        letters_x = height * 0.25 + self._map_width(height) + scale * _BETWEEN
        number_x = letters_x + advance(self._letters) * scale
        row_x = number_x + (self._number.width + _BETWEEN) * scale

        def plate_of_row() -> list[Item]:
            return [
                FillPath(Path.rounded_rect(plate, height / 6), WHITE, stroke=Stroke(pictures.GREY, 0.3)),
                FillPath(Path.rect(self._map_box(height)), None, stroke=Stroke(pictures.INK, 0.35)),
                Group((self._letters,), Matrix(scale, 0, 0, scale, letters_x, baseline)),
            ]

        sheets.stamp(("plate", self._tile.row, plate.size), plate.inset(-1, -1, -1, -1), plate_of_row, placed)
        stamp_piece(sheets, self._row, Matrix(scale, 0, 0, scale, row_x, baseline).then(placed))
        sheets.box(placed.box(self._here(height)), _INK)
        stamp_number(sheets, self._number, Matrix(scale, 0, 0, scale, number_x, baseline).then(placed))

    def _scale(self, height: float) -> float:
        return height * 0.68 / SET

    def _map_width(self, height: float) -> float:
        return min(3.0, max(0.4, self._grid.size.aspect)) * height * 0.66

    def _here(self, height: float) -> Rect:
        """This sheet's place in it."""
        box = self._map_box(height)
        kept, size = self._tile.kept, self._grid.size
        across, down = box.width / size.width, box.height / size.height
        return Rect(box.x + kept.x * across, box.y + kept.y * down, kept.width * across, kept.height * down)

    def _map_box(self, height: float) -> Rect:
        inner = height * 0.66
        return Rect(height * 0.25, (height - inner) / 2, self._map_width(height), inner)
