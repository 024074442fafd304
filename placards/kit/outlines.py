"""A Scene gets outlines over it: of slots, of the letters' ink, of the safe area, of the bleed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from placards.compose.proof.typeset import Words, at_baseline
from placards.scene.items import FillPath, Group, Item, Picture, Scene, TextBlock
from placards.text.fontset import FontSet
from placards.values.color import Stroke, parse_hex
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Size
from placards.values.sheet import Sheet

#: What can be outlined, each with its colour.
COLORS = {"slots": "#e5007d", "ink": "#0077ff", "safe": "#00a651", "bleed": "#ff7f00"}
SHOWN = tuple(COLORS)

_WHITE = parse_hex("#ffffff")


def outlined(scene: Scene, sheet: Sheet, show: Collection[str], fonts: FontSet) -> Scene:
    """The Scene with what *show* names over it. With the bleed, the sheet is as large as it is printed, and the trim
    outlined."""
    if not show:
        return scene
    unit = min(scene.trim) / 100
    items = [*scene.items, *_outlines(scene, sheet, show, unit, fonts)]
    if "bleed" not in show or not scene.bleed:
        return replace(scene, items=tuple(items))
    items += _framed(Rect(0, 0, *scene.trim), IDENTITY, "bleed", unit, dash=(2 * unit, unit))
    moved = Group(tuple(items), Matrix(1, 0, 0, 1, scene.bleed, scene.bleed))
    size = Size(scene.trim.width + 2 * scene.bleed, scene.trim.height + 2 * scene.bleed)
    return replace(scene, trim=size, items=(moved,), bleed=0.0, pixels=None)


def _outlines(scene: Scene, sheet: Sheet, show: Collection[str], unit: float, fonts: FontSet) -> Iterator[Item]:
    if "safe" in show:
        yield from _framed(sheet.safe, IDENTITY, "safe", unit, dash=(1.6 * unit, 0.8 * unit))
    found = list(_blocks(scene.items, IDENTITY))
    for block, matrix in found if "ink" in show else ():
        for line in block.lines:
            yield from _framed(line.ink, matrix, "ink", unit * 0.7)
    for block, matrix in found if "slots" in show else ():
        yield from _framed(block.box, matrix, "slots", unit)
        yield from _label(block, matrix, unit, fonts)


def _blocks(items: Sequence[Item], matrix: Matrix) -> Iterator[tuple[TextBlock, Matrix]]:
    """Every text with the way from its points to the sheet's."""
    for item in items:
        match item:
            case Group():
                yield from _blocks(item.items, item.transform.then(matrix))
            case TextBlock():
                yield item, matrix
            case FillPath() | Picture():
                pass


def _framed(box: Rect, matrix: Matrix, what: str, unit: float, dash: tuple[float, ...] = ()) -> Iterator[Item]:
    """A line around a box, with a light one below it, so that it shows on every ground."""
    path = Path.rect(box).transformed(matrix)
    yield FillPath(path, None, stroke=Stroke(_WHITE, unit * 0.55), opacity=0.7)
    yield FillPath(path, None, stroke=Stroke(parse_hex(COLORS[what]), unit * 0.3, dash=dash))


def _label(block: TextBlock, matrix: Matrix, unit: float, fonts: FontSet) -> Iterator[Item]:
    """The slot's name on a tab above its box's corner; at the sheet's upper edge, inside the box."""
    size = 2.2 * unit
    box = matrix.box(block.box)
    height = 1.4 * size
    top = max(box.y - height, 0.0)
    text = at_baseline(
        Words(block.slot, size, weight=700, paint=_WHITE, role="outline"), box.x + 0.4 * size, top + 1.05 * size,
        100 * unit, fonts,
    )  # fmt: skip
    width = max((line.ink.right for line in text.lines), default=box.x) - box.x + 0.4 * size
    yield FillPath(Path.rect(Rect(box.x, top, width, height)), parse_hex(COLORS["slots"]))
    yield text
