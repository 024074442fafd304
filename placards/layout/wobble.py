"""A set block becomes one that a hand has written: every line turned by a little of its own.

The block grows by what its turned lines need, so that none comes nearer to its neighbour than it was, and is then made
small enough for its slot again: no ink leaves it, and none collides.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from math import asin, degrees, radians, tan
from typing import NamedTuple

from placards.layout.grounds.chance import Chance
from placards.layout.text_block import Align, Valign
from placards.scene.items import TextBlock, TextLine
from placards.values.geometry import IDENTITY, Matrix, Point, Rect, turn

#: How far the ends of a line may rise together, in em: a hand keeps a long line straighter than a short one.
_RISE = 0.36

#: Turns are halved so often until a block keeps its smallest size; then it stays straight.
_ROUNDS = 4


class Wobbled(NamedTuple):
    """A block whose lines are turned, and what turned each of them: for what is drawn behind them."""

    block: TextBlock
    turns: tuple[Matrix, ...]


def wobble(block: TextBlock, angle: float, chance: Chance, align: Align, valign: Valign, *, mirrored: bool) -> Wobbled:
    """Turn each line by *angle* degrees at most, one way and the other, within the block's own box."""
    signs = [chance.between(-1, 1) for _ in block.lines]
    # Two lines that turn alike look like a mistake in printing: neighbours differ.
    for number in range(1, len(signs)):
        if signs[number] * signs[number - 1] > 0 and number % 3:
            signs[number] = -signs[number]
    if mirrored:
        signs = [-sign for sign in signs]
    for part in range(_ROUNDS):
        turns = [sign * _most(line, angle) / 2**part for sign, line in zip(signs, block.lines, strict=True)]
        found = _turned(block, turns, align, valign)
        if min(line.size for line in found.block.lines) >= block.min_size:
            return found
    return Wobbled(block, (IDENTITY,) * len(block.lines))


def _most(line: TextLine, angle: float) -> float:
    """How far a line may turn, in degrees."""
    return min(angle, degrees(asin(min(_RISE * line.size / max(line.ink.width, 1e-6), 1.0))))


def _turned(block: TextBlock, angles: list[float], align: Align, valign: Valign) -> Wobbled:
    turns, down = [], 0.0
    for number, (line, angle) in enumerate(zip(block.lines, angles, strict=True)):
        if number:
            down += _nearer(block.lines[number - 1 : number + 1], angles[number - 1 : number + 1])
        turns.append(turn(angle, _middle(line.ink)).then(Matrix(f=down)))
    inks = [matrix.box(line.ink) for matrix, line in zip(turns, block.lines, strict=True)]
    before = reduce(Rect.union, (line.ink for line in block.lines))
    fitting = _into(reduce(Rect.union, inks), before, block.box, align, valign)
    turns = [matrix.then(fitting) for matrix in turns]
    lines = tuple(_moved(line, matrix, fitting.a) for line, matrix in zip(block.lines, turns, strict=True))
    return Wobbled(replace(block, lines=lines), tuple(turns))


def _nearer(lines: tuple[TextLine, ...], angles: list[float]) -> float:
    """How much nearer two neighbours come where both have ink, by turning."""
    left, right = max(line.ink.x for line in lines), min(line.ink.right for line in lines)
    upper, lower = (
        [(x - _middle(line.ink).x) * tan(radians(angle)) for x in (left, right)]
        for line, angle in zip(lines, angles, strict=True)
    )
    return max(0.0, *(over - under for over, under in zip(upper, lower, strict=True))) if left < right else 0.0


def _into(ink: Rect, before: Rect, box: Rect, align: Align, valign: Valign) -> Matrix:
    """What brings *ink* into the box, at the place where the straight block's was."""
    scale = min(1.0, box.width / ink.width, box.height / ink.height)
    wide, high = ink.width * scale, ink.height * scale
    x = {"left": before.x, "right": before.right - wide, "center": before.x + (before.width - wide) / 2}[align]
    y = {"top": before.y, "bottom": before.bottom - high, "middle": before.y + (before.height - high) / 2}[valign]
    x = min(max(x, box.x), box.right - wide)
    y = min(max(y, box.y), box.bottom - high)
    return Matrix(scale, 0, 0, scale, x - ink.x * scale, y - ink.y * scale)


def _moved(line: TextLine, matrix: Matrix, scale: float) -> TextLine:
    """A line where *matrix* takes it. Its origin, by which readers find it, is that of a straight line through the same
    middle."""
    middle = _middle(line.ink)
    there = matrix.point(*middle)
    origin = Point(there.x + (line.origin.x - middle.x) * scale, there.y + (line.origin.y - middle.y) * scale)
    local = Matrix(e=line.origin.x, f=line.origin.y).then(matrix).then(Matrix(e=-origin.x, f=-origin.y))
    runs = tuple(
        replace(run, offset=run.offset * scale, size=run.size * scale, matrix=run.matrix.then(local))
        for run in line.runs
    )
    return replace(
        line, origin=origin, runs=runs, advance=line.advance * scale, ink=matrix.box(line.ink), size=line.size * scale
    )


def _middle(ink: Rect) -> Point:
    return Point(ink.x + ink.width / 2, ink.y + ink.height / 2)
