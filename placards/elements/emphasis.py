"""How words that a person marked are shown: by colour, weight, size, a box or a line; and whether they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

from placards.elements.base import Reference
from placards.elements.part import Part
from placards.problems.errors import InputError

if TYPE_CHECKING:
    from pydantic import Field

    from placards.elements.base import Element
    from placards.elements.fields import Weight
    from placards.elements.looking import Look
    from placards.elements.page import Page
    from placards.problems.diagnostic import Diagnostic
    from placards.scene.items import FillPath, PlacedRun, TextBlock, TextLine
    from placards.text.fontset import FontSet
    from placards.text.shape import Paragraph
    from placards.text.spans import Span
    from placards.values.color import Paint
    from placards.values.geometry import Matrix, Path

#: How far a line stands below the letters, and how thick it is, in em; beside those of a column, whose neighbours are
#: near; and how far a box reaches past its words.
_UNDER, _THICK = 0.07, 0.09
_BESIDE, _THIN = 0.05, 0.07
#: What a line keeps clear of the letters under it, in em; and the part of its room that it is squeezed into at most.
_CLEAR, _LEAST = 0.03, 0.25
_PAD = 0.1

#: Marked words stand out by their size where they are so many times as large as the others in their line, or as all.
_LARGER = 1.12


class Emphasis(Part):
    """How ``*marked*`` words are shown, in one or several ways: by colour, weight, ``size`` (so many times as large as
    the words around them), a box behind them or a line below; in vertical lines it stands at the right, in Chinese ones
    at the left. In lines of one width they may also grow larger than the others."""

    fill: str = ""
    weight: Weight | None = None
    size: Annotated[float, Field(ge=1, le=3)] = 1.0
    box: str = ""
    underline: str = ""

    def contradictions(self) -> None:
        if not (self.fill or self.weight or self.box or self.underline or self.size != 1):
            raise InputError("emphasis-without-manner")

    def refers(self) -> Iterator[Reference]:
        for key in ("fill", "box", "underline"):
            if getattr(self, key):
                yield Reference("color", getattr(self, key), ("emphasis", key))

    def faint(self, element: Element, letters: Iterable[Reference], large: bool, look: Look) -> Iterator[Diagnostic]:
        """What to say of marked words that do not stand out from their box, or without one from what the element
        stands on; *letters* are the colours of the other words, which they keep where they get none."""
        from placards.elements.looking import faint

        if self.fill:
            yield from faint(element, Reference("color", self.fill, ("emphasis", "fill")), large, look, self.box)
        elif self.box:
            for name in dict.fromkeys(reference.name for reference in letters):
                yield from faint(element, Reference("color", name, ("emphasis", "box")), large, look, self.box)


def spans_of(emphasis: Emphasis | None, marked: tuple[tuple[int, int], ...]) -> list[Span]:
    """The marked stretches of a text as spans."""
    from placards.text.spans import Span

    weight, size = (emphasis.weight, emphasis.size) if emphasis is not None else (None, 1.0)
    return [Span(start, end, weight, emphasis="marked", size=size) for start, end in marked]


def behind_marked(
    block: TextBlock, paragraph: Paragraph, emphasis: Emphasis, page: Page, turns: tuple[Matrix, ...] = ()
) -> Iterator[FillPath]:
    """Boxes behind emphasised words of a block, and lines below or beside them, turned as their lines will be."""
    from placards.scene.items import FillPath

    if not (emphasis.box or emphasis.underline):
        return
    for number, line in enumerate(block.lines):
        for start, end in _stretches(line, paragraph):
            for path, color in _bars(block, line, start, end, emphasis):
                yield FillPath(path.transformed(turns[number]) if turns else path, page.colors[color])


def _bars(block: TextBlock, line: TextLine, start: float, end: float, emphasis: Emphasis) -> Iterator[tuple[Path, str]]:
    """The box and the line of marked words, that reach along a line from *start* to *end* (points from its origin)."""
    from placards.layout.bend import bend_of
    from placards.values.geometry import Path, Rect

    bend, em = bend_of(block, line), line.size
    ink = line.ink if bend is None else bend.ink
    if block.vertical:
        top, high = line.origin.y + start, end - start
        left = ink.x - (_BESIDE + _THIN) * em if block.language.startswith("zh") else ink.right + _BESIDE * em
        words, bar = Rect(ink.x, top, ink.width, high), Rect(left, top, _THIN * em, high)
    else:
        left = line.origin.x + start
        words = Rect(left, ink.y, end - start, ink.height)
        near = _narrowed(block, line)
        bar = Rect(left, ink.bottom + _UNDER * near * em, end - start, _THICK * near * em)
    for box, color in ((words.inset(*(-_PAD * em,) * 4), emphasis.box), (bar, emphasis.underline)):
        if color:
            yield Path.rect(box) if bend is None else bend.path(box), color


def _narrowed(block: TextBlock, line: TextLine) -> float:
    """By how much a line below words is thinner and nearer, so that it does not strike the letters under it; 1 where
    these are far, and where they climb into the words anyway."""
    needed = (_UNDER + _THICK + _CLEAR) * line.size
    below = [other.ink.y - line.ink.bottom for other in block.lines[block.lines.index(line) + 1 :][:1]]
    return min([1.0, *[room / needed for room in below if room > _LEAST * needed]])


def _stretches(line: TextLine, paragraph: Paragraph) -> Iterator[tuple[float, float]]:
    """Where emphasised runs begin and end along a line, neighbours as one."""
    ends = [*[placed.offset for placed in line.runs[1:]], line.advance]
    numbered = list(zip(line.runs, ends, strict=False))
    for marked, runs in groupby(numbered, lambda pair: _is_marked(pair[0], paragraph)):
        if marked:
            together = list(runs)
            yield together[0][0].offset, together[-1][1]


def _is_marked(placed: PlacedRun, paragraph: Paragraph) -> bool:
    return bool(paragraph.span_at(placed.run.start).emphasis)


def with_seen_marks(
    block: TextBlock, paragraph: Paragraph, emphasis: Emphasis | None, paint: Paint, fallback: Paint | None,
    fonts: FontSet,
) -> tuple[TextBlock, str]:  # fmt: skip
    """A block whose marked words can be told from the others, and one of the stretches that cannot, if there is any:
    its letters have no weight more, the palette no other colour, or there was no line for it. It takes *fallback* then,
    the layout's colour for what stands out, if that differs from *paint*, the colour of the other words."""
    hidden = _hidden(block, paragraph, emphasis, paint, fonts)
    if not hidden:
        return block, ""
    if fallback is None or fallback == paint:
        start, end = hidden[0].start, hidden[0].end
        return block, paragraph.text[start:end].strip()

    def colored(placed: PlacedRun) -> PlacedRun:
        inside = any(span.start <= placed.run.start < span.end for span in hidden)
        return replace(placed, paint=fallback) if inside else placed

    lines = tuple([replace(line, runs=tuple(map(colored, line.runs))) for line in block.lines])
    return replace(block, lines=lines), ""


def _hidden(
    block: TextBlock, paragraph: Paragraph, emphasis: Emphasis | None, paint: Paint, fonts: FontSet
) -> list[Span]:
    """The marked stretches that look like the text around them."""
    stretches = [span for span in paragraph.spans if span.emphasis]
    if not stretches or (emphasis is not None and (emphasis.box or emphasis.underline)):
        return []
    plain = None
    if emphasis is not None and emphasis.weight:
        from placards.layout.message import prepare_message

        plain = prepare_message(paragraph.text, paragraph.style, fonts).paragraph
    others = [placed for line in block.lines for placed in line.runs if not _is_marked(placed, paragraph)]
    largest = max(map(_em, others), default=float("inf"))

    def is_seen(placed: PlacedRun, beside: float) -> bool:
        run = placed.run
        heavier = plain is not None and plain.runs[plain.run_at(run.start)].font.at(run.font.size) != run.font
        return placed.paint != paint or heavier or _em(placed) > _LARGER * min(beside, largest)

    hidden = []
    for span in stretches:
        seen = False
        for line in block.lines:
            beside = max([_em(p) for p in line.runs if not _is_marked(p, paragraph)], default=float("inf"))
            own = [placed for placed in line.runs if span.start <= placed.run.start < span.end]
            seen = seen or any(is_seen(placed, beside) for placed in own)
        if not seen:
            hidden.append(span)
    return hidden


def _em(placed: PlacedRun) -> float:
    """How large its letters are drawn, in points per em."""
    return placed.unit * placed.run.font.units
