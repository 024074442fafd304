"""Running text (a letter, a leaflet) becomes blocks that go over pages: headings, paragraphs and items of one size.

What people write is plain: a blank line parts paragraphs, a newline begins a line, ``# `` before a line makes it a
heading and ``- `` an item of a list; ``*words*`` are emphasised. Lines keep one leading; a heading stays with what
follows it, and no page begins or ends with a single line of a longer paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from placards.frozen import dataclass
from placards.layout.fill import leading_em
from placards.layout.fit import FitRule, Fitted, Message, prepare_message, setting, wrap, wrapped
from placards.layout.rule import Lines
from placards.layout.table import LineTable
from placards.layout.text_block import Align, BlockStyle, place_block
from placards.problems.errors import FitError
from placards.scene.items import TextBlock
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.text.spans import Span
from placards.values.color import Paint
from placards.values.emphasis import read_marks
from placards.values.geometry import Rect

Kind: TypeAlias = Literal["heading", "paragraph", "item"]

#: Distance of baselines, by the size; more where the script asks for it.
LEADING = 1.42

#: A heading's size by the text's; space above headings and paragraphs and between items, in lines; an item's indent, in
#: em.
HEADING, ABOVE_HEADING, ABOVE_PARAGRAPH, ABOVE_ITEM, INDENT = 1.3, 1.0, 0.6, 0.2, 1.3

#: Weights of text that stands out.
BOLD = 700

_BULLET = "•"

#: How far the baseline stands below the middle of a line, in em.
_DOWN = 0.27

#: So many lines of a paragraph stay together at the end and the beginning of a page.
_TOGETHER = 2

#: Sizes are tried until the text is within this part of the largest one that fits: nobody sees less.
_NEAR = 0.003


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph's line, or an item; *first* if space goes before it."""

    kind: Kind
    text: str
    marked: tuple[tuple[int, int], ...] = ()
    first: bool = True


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """How running text is set. Sizes in points per em."""

    language: str
    role: str
    fonts: FontSet
    paint: Paint
    heading: Paint
    marked: Paint | None
    align: Align
    slot: str
    show: str
    min_size: float
    max_size: float
    reserve: float = 0.0  # points that stay free below the text, on its last page
    weight: int | None = None  # of what is no heading


@dataclass(frozen=True, slots=True)
class Flowed:
    """The blocks of each page, and the size of the text."""

    pages: tuple[tuple[TextBlock, ...], ...]
    size: float


#: The room for running text on a page, counted from 0.
Room: TypeAlias = Callable[[int], Rect]


def parts_of(text: str) -> tuple[Part, ...]:
    """What a text consists of; raises TextError for marks that do not pair."""
    out: list[Part] = []
    first = True
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            first = True
            continue
        kind: Kind = "heading" if words.startswith("# ") else "item" if words.startswith(("- ", "• ")) else "paragraph"
        plain, marked = read_marks(words if kind == "paragraph" else words[2:].strip())
        out.append(Part(kind, plain, marked, first or kind == "heading"))
        first = kind == "heading"
    return tuple(out)


def flow(text: str, room: Room, style: FlowStyle, most_pages: int) -> Flowed:
    """Running text as large as it may be on one page; where that is too small, at its smallest size on as few pages as
    it needs; raises FitError for more than *most_pages*, or a word that no line holds."""
    parts, setter = parts_of(text), _Setter(style)
    found = _at(parts, room, setter, style.max_size, 1)
    if found is not None:
        return found.flowed()
    found = _at(parts, room, setter, style.min_size, 1)
    if found is None:
        pages = _at(parts, room, setter, style.min_size, most_pages)
        if pages is None:
            raise FitError("fit-flow", count=most_pages, least=style.min_size)
        return pages.flowed()
    low, high, best = style.min_size, style.max_size, found
    while high - low > _NEAR * low:
        size = (low + high) / 2
        found = _at(parts, room, setter, size, 1)
        if found is None:
            high = size
        else:
            low, best = size, found
    return best.flowed()


def _at(parts: Sequence[Part], room: Room, setter: _Setter, size: float, most: int) -> _Run | None:
    """The text at a size on at most so many pages; None where it needs more."""
    run = _Run(room, setter, size)
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        if not run.add(part, number, following, most, ends=number + 2 == len(parts)):
            return None
    return run if run.reserve(most) else None


class _Wrapped(NamedTuple):
    """A part's lines at a size, and how far apart their baselines are."""

    table: LineTable
    lines: Lines
    size: float
    rule: FitRule
    step: float

    def fitted(self) -> Fitted:
        return setting(self.table, self.lines, self.size, self.rule)


class _Setter:
    """Sets parts in lines. What does not depend on their size is prepared once."""

    def __init__(self, style: FlowStyle) -> None:
        self.style = style
        self.rule = FitRule(min_size=0.1, align=style.align)
        self._messages: dict[Part, Message] = {}

    def message(self, part: Part) -> Message:
        found = self._messages.get(part)
        if found is None:
            style = self.style
            look = TextStyle(style.language, style.role, BOLD if part.kind == "heading" else style.weight)
            spans = [Span(start, end, BOLD, emphasis="marked") for start, end in part.marked]
            found = self._messages[part] = prepare_message(part.text, look, style.fonts, spans)
        return found

    def wrapped(self, part: Part, width: float, size: float) -> _Wrapped:
        """The part's lines where the text has that size."""
        heading = part.kind == "heading"
        size = size * HEADING if heading else size
        table, lines, _ = wrapped(self.message(part), width, size, self.rule, even=heading)
        metrics = [table.metrics(*line) for line in lines]
        reach = max([line.before for line in metrics]) + max([line.after for line in metrics])
        step = max(LEADING * size, self.rule.leading * leading_em(table, lines) * size, 1.05 * reach * size)
        return _Wrapped(table, lines, size, self.rule, step)


class _Stretch(NamedTuple):
    """Lines *start* to *stop* of a part, the text's *number*-th, from *top* on in a page's box."""

    part: Part
    number: int
    wrapped: _Wrapped
    start: int
    stop: int
    top: float
    indent: float
    box: Rect


class _Run:
    """What stands where so far, and where the next line's top is. Blocks are made of it when its size is the right one:
    most sizes are only tried."""

    def __init__(self, room: Room, setter: _Setter, size: float) -> None:
        self.room, self.setter, self.style, self.size = room, setter, setter.style, size
        self.pages: list[list[_Stretch]] = [[]]
        self.box = room(0)
        self.top = self.box.y

    def add(self, part: Part, number: int, following: Part | None, most: int, *, ends: bool) -> bool:
        """Place a part, on a new page where it must; whether there is a page for it. What is reserved below the text
        takes its last lines along, and its heading where those are all (*ends*: the text ends with *following*)."""
        indent = INDENT * self.size if part.kind == "item" else 0.0
        wrapped = self.setter.wrapped(part, self.box.width - indent, self.size)
        above = self._above(part) if self.pages[-1] else 0.0
        done = 0
        while done < len(wrapped.lines):
            left, step = len(wrapped.lines) - done, wrapped.step
            count = self._count(step, above, left, part.kind == "heading" or following is None)
            if part.kind == "heading" and following is not None:
                # A heading stays with the first lines of what follows.
                needed = above + step * left + (self._whole(following) if ends else step * _TOGETHER)
                count = left if self.top + needed <= self.box.bottom + 1e-6 else 0
            alone = following is None and count == left and bool(self.pages[-1]) and len(self.pages) < most
            if alone and self.box.bottom - self.top - above - step * left < self.style.reserve - 1e-6:
                count = left - _TOGETHER if left >= 2 * _TOGETHER else 0
            if count == 0 and not self.pages[-1]:
                return False  # not even an empty page has room
            if count == 0:
                if len(self.pages) == most:
                    return False
                self._next_page()
                if part.kind != "heading" and done == 0:
                    wrapped = self.setter.wrapped(part, self.box.width - indent, self.size)
                above = 0.0
                continue
            top = self.top + above
            self.pages[-1].append(_Stretch(part, number, wrapped, done, done + count, top, indent, self.box))
            self.top = top + step * count
            done, above = done + count, 0.0
        return True

    def _whole(self, last: Part) -> float:
        """The room that the first lines of the last part need: all of them, and what is reserved, if they are few."""
        indent = INDENT * self.size if last.kind == "item" else 0.0
        wrapped = self.setter.wrapped(last, self.box.width - indent, self.size)
        step, count = wrapped.step, len(wrapped.lines)
        return self._above(last) + (step * count + self.style.reserve if count < 2 * _TOGETHER else step * _TOGETHER)

    def reserve(self, most: int) -> bool:
        """Leave the room free that is asked for, on a new page where it must; whether there is a page for it."""
        if self.box.bottom - self.top >= self.style.reserve - 1e-6:
            return True
        if len(self.pages) == most:
            return False
        self._next_page()
        return self.box.height >= self.style.reserve

    def _above(self, part: Part) -> float:
        line = LEADING * self.size
        if part.kind == "heading":
            return ABOVE_HEADING * line
        return ABOVE_PARAGRAPH * line if part.first else ABOVE_ITEM * line if part.kind == "item" else 0.0

    def _count(self, step: float, above: float, left: int, last: bool) -> int:
        """How many of the lines that are left stand on this page."""
        fit = max(int((self.box.bottom - self.top - above) / step + 1e-6), 0)
        if fit >= left:
            return left
        count = min(fit, left - _TOGETHER)
        return count if count >= _TOGETHER else 0

    def _next_page(self) -> None:
        self.pages.append([])
        self.box = self.room(len(self.pages) - 1)
        self.top = self.box.y

    def flowed(self) -> Flowed:
        """All of it as blocks."""
        pages = tuple(tuple(block for one in page for block in self._blocks(one)) for page in self.pages)
        return Flowed(pages, self.size)

    def _blocks(self, stretch: _Stretch) -> Iterator[TextBlock]:
        part, number, wrapped, start, stop, top, indent, box = stretch
        fitted, step = wrapped.fitted(), wrapped.step
        style, lines = self.style, fitted.lines[start:stop]
        paint = style.heading if part.kind == "heading" else style.paint
        role = part.kind if part.kind == "heading" else style.show
        entry = (style.slot, number) if part.kind == "item" else None
        look = BlockStyle(paint, role, style.slot, style.align, "top", style.min_size, style.marked, entry=entry)
        first, size = lines[0], lines[0].size
        # Every line has as much room as the step, and its letters stand in the middle of that as far as their ink lets.
        before, after = (max(getattr(line, side) for line in fitted.lines) * size for side in ("before", "after"))
        baseline = min(max(top + step / 2 + _DOWN * size, top + before), top + step - after)
        own = replace(
            fitted, lines=lines, leading=step,
            height=first.before * first.size + step * (len(lines) - 1) + lines[-1].after * lines[-1].size,
        )  # fmt: skip
        x = box.x if style.align == "right" else box.x + indent
        place = Rect(x, baseline - first.before * first.size, box.width - indent, own.height)
        text = fitted.paragraph.text
        shown = text if (start, stop) == (0, len(fitted.lines)) else text[lines[0].line.start : lines[-1].line.end]
        yield place_block(own, place, look, shown)
        if part.kind == "item" and start == 0:
            yield self._bullet(baseline, look, box)

    def _bullet(self, baseline: float, look: BlockStyle, box: Rect) -> TextBlock:
        style = self.style
        message = prepare_message(_BULLET, TextStyle(style.language, style.role, BOLD), style.fonts)
        fitted = wrap(message, box.width, self.size, FitRule(min_size=0.1, align=style.align))
        (line,) = fitted.lines
        width = line.along * self.size
        x = box.right - width if style.align == "right" else box.x
        top = baseline - line.before * self.size
        return place_block(fitted, Rect(x, top, width, fitted.height), replace(look, role="bullet"), _BULLET)
