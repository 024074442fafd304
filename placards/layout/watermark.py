"""A page's items become the same items with the word DRAFT behind their texts, light and aslant across the sheet.

Each coloured area carries its own part of the word in its own tint, clipped to the area, right above it and below all
that is drawn later: so it shows on every background and never hides the slogan. On pictures, and in letters that are
holes, nobody knows what it stands on: there it is white with a black edge, and lets through what is under it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.frozen import dataclass
from placards.layout.content import SlotText
from placards.layout.fit import FitRule, fit, prepare_message
from placards.layout.text_block import BlockStyle, place_block
from placards.scene.items import FillPath, Group, Item, Picture, TextBlock
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.values.color import BLACK, WHITE, Color, Paint, Stroke, main_color
from placards.values.geometry import IDENTITY, Matrix, Path, Rect, Segment, Size, moved

#: How much the word's tint differs from what it stands on.
TINT = 0.22
#: This share of the room along the diagonal stays free.
_MARGIN = 0.1
#: The word is measured in a box of this size, in points.
_PROBE = Rect(0, 0, 1000, 1000)
#: Areas that cover less of the sheet than this are ornaments, not backgrounds.
_PANEL = 0.02
#: Backgrounds brighter than this get a darker word, others a lighter one.
_BRIGHT = 0.08
#: How much the word hides of a picture, and how wide its edge is, in parts of its size.
_VEIL, _EDGE = 0.4, 0.03


def with_watermark(items: Sequence[Item], draft: SlotText, trim: Size, fonts: FontSet) -> list[Item]:
    """The items with the word put in. The first one is text that readers find, the others are shapes."""
    block, turn = _word(draft, trim, fonts)
    word = _Shapes(_outline(block), turn, block.lines[0].size, trim)
    out: list[Item] = []
    shown = False
    for item in items:
        if not shown and not (isinstance(item, FillPath) and _covers(item.path, trim)):
            out.append(_on_paper(block, turn))
            shown = True
        out += word.over_pictures((item,))
        if isinstance(item, FillPath) and item.paint is not None and _is_panel(item.path, trim):
            out.append(
                word.on(item.path, item.paint)
                if shown
                else Group((Group((_painted(block, tint(item.paint)),), turn),), clip=item.path)
            )
            shown = True
    return out if shown else [_on_paper(block, turn), *out]


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The word as an outline, the *turn* that lays it on the sheet, and its size; a *matrix* takes an item's points to
    the sheet's."""

    outline: Path
    turn: Matrix
    size: float
    trim: Size

    def over_pictures(self, items: Sequence[Item], matrix: Matrix = IDENTITY) -> Iterator[Item]:
        """The items with the word over each large picture, over what is seen through letters, and on their plate where
        that is turned."""
        plated = matrix != IDENTITY and any(isinstance(item, Group) and item.together for item in items)
        for item in items:
            if isinstance(item, Group):
                yield self._within(item, item.transform.then(matrix))
                continue
            yield item
            if isinstance(item, Picture) and _is_panel(Path.rect(matrix.box(item.box)), self.trim):
                yield Group((self._veil(matrix),), clip=Path.rect(item.box))
            elif isinstance(item, FillPath) and item.paint is not None and plated:
                yield self.on(item.path, item.paint, matrix)

    def on(self, area: Path, ground: Paint, matrix: Matrix = IDENTITY) -> Group:
        """The part that stands on an area, in its tint."""
        word = FillPath(self.outline, tint(ground))
        return Group((Group((word,), self.turn.then(matrix.inverse)),), clip=area)

    def _within(self, group: Group, matrix: Matrix) -> Group:
        if not matrix.area:
            return group
        if group.together:
            return replace(group, items=(*group.items, self._veil(matrix)))
        return replace(group, items=tuple(self.over_pictures(group.items, matrix)))

    def _veil(self, matrix: Matrix) -> Group:
        """The word white with a black edge, that lets through what is under it."""
        edge = FillPath(self.outline, None, stroke=Stroke(BLACK, 2 * _EDGE * self.size, join="round"))
        return Group((edge, FillPath(self.outline, WHITE)), self.turn.then(matrix.inverse), opacity=_VEIL)


def tint(ground: Paint) -> Color:
    """A colour a little darker than a bright background, or a little lighter than a dark one; its inks likewise."""
    background = main_color(ground)
    darker = background.luminance > _BRIGHT
    goal = 0.0 if darker else 1.0
    red, green, blue = (v + (goal - v) * TINT for v in background.rgb)
    if background.cmyk is None:
        return Color((red, green, blue))
    c, m, y, k = (v * (1 - TINT) for v in background.cmyk)
    cmyk = (*background.cmyk[:3], min(1.0, background.cmyk[3] + TINT)) if darker else (c, m, y, k)
    return Color((red, green, blue), cmyk)


def _word(draft: SlotText, trim: Size, fonts: FontSet) -> tuple[TextBlock, Matrix]:
    """The word set around the origin, and the turn that lays it along the rising diagonal."""
    angle = math.atan2(trim.height, trim.width)
    cos, sin = math.cos(angle), math.sin(angle)
    message = prepare_message(draft.text, TextStyle(draft.language, "display"), fonts)
    rule = FitRule(min_size=0.0, max_lines=1)
    probe = fit(message, _PROBE, rule)
    slope = probe.height / (probe.lines[0].along * probe.size)  # the word's height by its length
    length = min(trim.width / (cos + sin * slope), trim.height / (sin + cos * slope)) * (1 - _MARGIN)
    box = Rect(-length / 2, -length * slope / 2, length, length * slope)
    fitted = fit(message, box, rule)
    block = place_block(fitted, box, BlockStyle(tint(WHITE), "draft", "draft"), draft.text)
    return block, Matrix(cos, -sin, sin, cos, trim.width / 2, trim.height / 2)


def _on_paper(block: TextBlock, turn: Matrix) -> Group:
    return Group((block,), turn)


def _painted(block: TextBlock, paint: Color) -> TextBlock:
    lines = (replace(ln, runs=tuple(replace(run, paint=paint) for run in ln.runs)) for ln in block.lines)
    return replace(block, lines=tuple(lines))


def _outline(block: TextBlock) -> Path:
    """The block's letters as one path."""
    segments: list[Segment] = []
    for line in block.lines:
        for placed in line.runs:
            font = placed.run.font
            there = placed.matrix.then(Matrix(e=line.origin.x, f=line.origin.y))
            for glyph, x, y in placed.run.pens():
                place = Matrix(e=x, f=y).then(there)
                segments += moved(font.segments(glyph), place)
    return Path(tuple(segments))


def _covers(path: Path, trim: Size) -> bool:
    return path.bounds().contains(Rect(0, 0, *trim), 0.01) and len(path.segments) <= 5


def _is_panel(path: Path, trim: Size) -> bool:
    bounds = path.bounds()
    return bounds.width * bounds.height >= _PANEL * trim.width * trim.height
