"""How letters of a slot look beyond their colour: an outline, a shadow, a highlight behind lines, a seam at which the
colour changes. How marked words look: `placards.elements.emphasis`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import hypot
from typing import TYPE_CHECKING, Annotated, Literal

from placards.elements.part import Part
from placards.values.units import Length

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.fields import LengthField
    from placards.elements.page import Page
    from placards.layout.edges import Edges
    from placards.scene.items import FillPath, PlacedRun, TextBlock, Underlay
    from placards.values.color import Color, LinearGradient, Stroke
    from placards.values.geometry import Matrix, Rect

#: Where a rough outline is there and where it is not, in turn, in em: long facets and short chips, with no beat.
_CHIPS = (0.19, 0.05, 0.07, 0.11, 0.27, 0.04, 0.13, 0.08, 0.05, 0.16, 0.22, 0.06)
#: Where a bridge crosses letters, from the baseline to the line's top: above what joins letters, below what caps them.
_BRIDGED = 0.42
#: Lines smaller than this part of the largest stay whole: they are read with more effort already.
_BRIDGED_FROM = 0.6


class Outline(Part):
    """A line around all letters, outside them; *width* in em. A *rough* one comes and goes: in the letters' own colour
    it makes edges that a knife has cut."""

    fill: str
    width: Annotated[float, Field(gt=0, le=0.5)] = 0.06
    rough: bool = False


class Shadow(Part):
    """The letters once more below themselves, to the *end* and down, in em. A *solid* one reaches all the way, as if
    the letters were thick."""

    fill: str
    end: Annotated[float, Field(ge=-0.5, le=0.5)] = 0.05
    down: Annotated[float, Field(ge=-0.5, le=0.5)] = 0.05
    solid: bool = False


class Highlight(Part):
    """A bar behind each line, so much larger than its ink (em), with round corners (em)."""

    fill: str
    pad: Annotated[float, Field(ge=0, le=1)] = 0.12
    radius: Annotated[float, Field(ge=0, le=1)] = 0.0


class Seam(Part):
    """A straight line across the sheet, from ``top`` on its upper edge to ``bottom`` on its lower one, both counted
    from the start. Letters, or the part of a letter, behind it have ``fill``: two fields meet there."""

    fill: str
    top: LengthField = Length(50.0, "%")
    bottom: LengthField = Length(50.0, "%")

    def paint(self, before: Color, behind: Color, trim: Rect, *, mirrored: bool) -> LinearGradient:
        """Two colours with a clean edge between them, everywhere on the sheet."""
        from placards.values.color import LinearGradient, Stop
        from placards.values.geometry import Point

        shorter = min(trim.size)
        upper, lower = (length.points(trim.width, shorter) for length in (self.top, self.bottom))
        if mirrored:
            upper, lower = trim.width - upper, trim.width - lower
        # From the middle of the seam as far to both sides as the sheet reaches, at a right angle to it.
        middle, across = Point(trim.x + (upper + lower) / 2, trim.y + trim.height / 2), lower - upper
        far = hypot(*trim.size)
        scale = far / hypot(trim.height, across) * (-1 if mirrored else 1)
        dx, dy = trim.height * scale, -across * scale
        stops = (Stop(0.0, before), Stop(0.5, before), Stop(0.5, behind), Stop(1.0, behind))
        return LinearGradient(Point(middle.x - dx, middle.y - dy), Point(middle.x + dx, middle.y + dy), stops)


class Knockout(Part):
    """A plate of one colour with the letters as holes in it, through which is seen what stands under it: a photograph,
    a gradient, rays. The plate fills the slot's box and leaves the letters *pad* (em) of it free on every side, hugs
    their ink with so much around it, or fills the sheet; *radius* (em) rounds its corners. Texts under it are not seen
    in the letters, and emoji keep their colours."""

    fill: str
    plate: Literal["box", "ink", "sheet"] = "box"
    pad: Annotated[float, Field(ge=0, le=2)] = 0.12
    radius: Annotated[float, Field(ge=0, le=1)] = 0.0

    @property
    def edges(self) -> Edges:
        """What letters leave free in their box."""
        from placards.layout.edges import Edges

        return Edges(*(self.pad,) * 4)


class Bridges(Part):
    """What keeps a stencil's plate together: a thin bar across each line, *width* in em, in the ground's colour. A face
    that is a stencil has bridges of its own and gets none. Neither do Nastaliq, whose words climb across any bar, and
    lines that are much smaller than others."""

    fill: str
    width: Annotated[float, Field(gt=0, le=0.2)] = 0.03


#: Steps that a solid shadow is drawn in, one em of it by so many.
_STEPS_AN_EM = 60


def underlays(
    block: TextBlock, colors: Mapping[str, Color], outline: Outline | None, shadow: Shadow | None, mirrored: bool
) -> tuple[Underlay, ...]:
    """What is drawn below a block's letters, the lowest first. Measured by the size of its largest line, so that all
    lines have the same edge."""
    from placards.scene.items import Underlay
    from placards.values.color import Stroke
    from placards.values.geometry import Point

    size = min((line.size for line in block.lines), default=0.0)
    found = []
    stroke = _outlined(outline, colors, size) if outline else None
    if shadow is not None:
        across, down = shadow.end * size * (-1 if mirrored else 1), shadow.down * size
        paint = colors[shadow.fill]
        around = Stroke(paint, stroke.width, join="round") if stroke is not None else None
        longest = max(abs(shadow.end), abs(shadow.down))
        steps = max(1, round(longest * _STEPS_AN_EM)) if shadow.solid else 1
        found += [Underlay(paint, Point(across * n / steps, down * n / steps), around) for n in range(steps, 0, -1)]
    if stroke is not None:
        found.append(Underlay(None, stroke=stroke))
    return tuple(found)


def edges_of(outline: Outline | None, shadow: Shadow | None, *, mirrored: bool) -> Edges:
    """How far `underlays` reach past the letters of a block."""
    from placards.layout.edges import Edges

    around = outline.width if outline is not None else 0.0
    end, down = (shadow.end * (-1 if mirrored else 1), shadow.down) if shadow is not None else (0.0, 0.0)
    return Edges(around + max(-end, 0.0), around + max(-down, 0.0), around + max(end, 0.0), around + max(down, 0.0))


def _outlined(outline: Outline, colors: Mapping[str, Color], size: float) -> Stroke:
    from placards.values.color import Stroke

    if not outline.rough:
        return Stroke(colors[outline.fill], 2 * outline.width * size, join="round")
    dash = tuple(part * size for part in _CHIPS)
    return Stroke(colors[outline.fill], 2 * outline.width * size, join="bevel", dash=dash)


def bridges_over(block: TextBlock, bridges: Bridges, page: Page, turns: tuple[Matrix, ...] = ()) -> Iterator[FillPath]:
    """Bars over the letters of a straight block, turned as their lines will be: one for each stretch of a line that no
    stencil face draws; none over columns."""
    from placards.scene.items import FillPath
    from placards.values.geometry import Path, Rect

    def is_whole(placed: PlacedRun) -> bool:
        font = placed.run.font
        return font.climbs or page.setting.fonts.plays(font, "stencil")

    if block.vertical:
        return
    largest = max((line.size for line in block.lines), default=0.0)
    for number, line in enumerate(block.lines):
        if line.size < _BRIDGED_FROM * largest:
            continue
        y = line.origin.y - _BRIDGED * (line.origin.y - line.ink.y)
        for whole, runs in groupby(line.runs, is_whole):
            together = list(runs)
            start, last = line.origin.x + together[0].offset, together[-1]
            end = line.origin.x + last.offset + last.run.advance * last.unit
            if whole or end <= start:
                continue
            # To the ink's very edge: a letter at the line's end may reach past its advance.
            left = line.ink.x if together[0] is line.runs[0] else start
            right = line.ink.right if last is line.runs[-1] else end
            high = bridges.width * line.size
            path = Path.rect(Rect(left, y - high / 2, right - left, high))
            yield FillPath(path.transformed(turns[number]) if turns else path, page.colors[bridges.fill])


def behind_lines(
    block: TextBlock, highlight: Highlight, page: Page, turns: tuple[Matrix, ...] = ()
) -> Iterator[FillPath]:
    """A bar behind each line of a block, turned as its line will be; along an arc it is bent, with square corners."""
    from placards.layout.bend import bend_of
    from placards.scene.items import FillPath
    from placards.values.geometry import Path

    for number, line in enumerate(block.lines):
        pad, bend = highlight.pad * line.size, bend_of(block, line)
        if bend is not None:
            path = bend.path(bend.ink.inset(-pad, -pad, -pad, -pad))
        else:
            path = Path.rounded_rect(line.ink.inset(-pad, -pad, -pad, -pad), highlight.radius * line.size)
        yield FillPath(path.transformed(turns[number]) if turns else path, page.colors[highlight.fill])
