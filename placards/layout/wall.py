"""One slogan in many languages becomes a wall of text: strips side by side in rows as wide as the box, of one size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from placards.frozen import dataclass
from placards.layout.content import SlotText
from placards.layout.fit import Fitted, prepare_message
from placards.layout.keys import Wall
from placards.layout.lines import GAP_EM
from placards.layout.text_block import BlockStyle, place_block
from placards.problems.diagnostic import diagnostic
from placards.problems.errors import FitError
from placards.scene.items import Item
from placards.text.fontset import FontSet
from placards.text.shape import TextStyle
from placards.values.color import Color
from placards.values.geometry import Rect

#: Space between two strips of a row, in em, before the row is spread to the box's width.
STRIP_GAP_EM = 1.1

#: How many waiting strips compete for the rest of a row.
LOOK_AHEAD = 80

#: A strip wider than its row is set smaller, down to this part of the wall's size.
SMALLEST_PART = 0.35


@dataclass(frozen=True, slots=True)
class Strip:
    """A text set as one line, measured at one em."""

    shown: SlotText
    fitted: Fitted
    paint: Color

    @property
    def along(self) -> float:
        return self.fitted.lines[0].along


@dataclass(frozen=True, slots=True)
class WallSpace:
    """Where a wall stands, and with what it is set. ``warn`` hears of texts that no font can draw: they stay out."""

    box: Rect
    shorter: float
    colors: dict[str, Color]
    fonts: FontSet
    warn: Callable[[str], None]


def wall_items(element: Wall, space: WallSpace, texts: Sequence[SlotText]) -> list[Item]:
    """Every text as a block of its own, so that each keeps its language. Raises FitError when the wall is too full."""
    box, shorter = space.box, space.shorter
    paints = [space.colors[name] for name in element.fills]
    strips: list[Strip] = []
    for shown in texts:
        if not shown.text.strip():
            continue
        fitted = _line(shown, element, space.fonts)
        missing = fitted.paragraph.missing(fitted.lines[0].line)
        if missing:
            lacking = missing[0]
            said = diagnostic(
                "fit-wall-missing", language=shown.language, char=lacking.char, code_point=lacking.code_point
            )
            space.warn(said.problem())
            continue
        strips.append(Strip(shown, fitted, paints[len(strips) % len(paints)]))
    if not strips:
        return []
    low = element.min_size.points(box.height, shorter)
    high = element.max_size.points(box.height, shorter) if element.max_size else box.height
    if _height(_rows(strips, box.width / low), low, box.width) > box.height:
        raise FitError("fit-wall", slot=element.id, count=len(strips), least=low)
    for _ in range(24):
        size = (low + high) / 2
        fits = _height(_rows(strips, box.width / size), size, box.width) <= box.height
        low, high = (size, high) if fits else (low, size)
    return _draw(element, _rows(strips, box.width / low), low, box)


def _line(shown: SlotText, element: Wall, fonts: FontSet) -> Fitted:
    text = " ".join(shown.text.split())
    message = prepare_message(text, TextStyle(shown.language, element.role, element.weight), fonts)
    metrics = message.table((len(message.paragraph.text),), "center").metrics(0, 0)
    return Fitted(message.paragraph, 1.0, (metrics,), 0.0, metrics.before + metrics.after)


def _rows(strips: Sequence[Strip], width_em: float) -> list[list[Strip]]:
    """As many strips to a row as fit: the first that waits begins it, and of the next `LOOK_AHEAD` that still fit the
    longest goes on, so that few gaps remain to be spread."""
    waiting = list(strips)
    rows: list[list[Strip]] = []
    while waiting:
        row = [waiting.pop(0)]
        room = width_em - min(row[0].along, width_em) - STRIP_GAP_EM
        while True:
            fitting = [s for s in waiting[:LOOK_AHEAD] if s.along <= room]
            if not fitting:
                break
            chosen = max(fitting, key=lambda s: s.along)
            waiting.remove(chosen)
            row.append(chosen)
            room -= chosen.along + STRIP_GAP_EM
        rows.append(row)
    return rows


def _scale(strip: Strip, width_em: float) -> float:
    return min(1.0, width_em / strip.along) if strip.along else 1.0


def _reach(row: Sequence[Strip], width_em: float) -> tuple[float, float]:
    """How far a row's ink reaches above and below its baseline, in em."""
    before = max(s.fitted.lines[0].before * _scale(s, width_em) for s in row)
    after = max(s.fitted.lines[0].after * _scale(s, width_em) for s in row)
    return before, after


def _height(rows: Sequence[Sequence[Strip]], size: float, width: float) -> float:
    if any(_scale(s, width / size) < SMALLEST_PART for row in rows for s in row):
        return float("inf")
    reaches = [_reach(row, width / size) for row in rows]
    return size * (sum(before + after for before, after in reaches) + 2 * GAP_EM * (len(rows) - 1))


def _draw(element: Wall, rows: Sequence[Sequence[Strip]], size: float, box: Rect) -> list[Item]:
    items: list[Item] = []
    width_em = box.width / size
    spare = (box.height - _height(rows, size, box.width)) / max(1, len(rows) - 1)
    y = box.y
    for number, row in enumerate(rows):
        before, after = _reach(row, width_em)
        inks = [s.along * _scale(s, width_em) * size for s in row]
        last = number == len(rows) - 1
        step = (box.width - sum(inks)) / max(1, len(row) - 1)
        if last and len(row) > 1:
            step = min(step, 3 * STRIP_GAP_EM * size)
        x = box.x + ((box.width - sum(inks) - step * (len(row) - 1)) / 2 if last or len(row) == 1 else 0.0)
        baseline = y + before * size
        for strip, ink in zip(row, inks, strict=True):
            scale = _scale(strip, width_em) * size
            metrics = strip.fitted.lines[0].at(scale)
            fitted = Fitted(strip.fitted.paragraph, scale, (metrics,), 0.0, strip.fitted.height * scale)
            top = baseline - metrics.before * scale
            place = Rect(x, top, ink, (metrics.before + metrics.after) * scale)
            style = BlockStyle(strip.paint, "slogan", f"{element.id}-{strip.shown.language}", "left", "top")
            items.append(place_block(fitted, place, style, strip.shown.text))
            x += ink + step
        y += (before + after + 2 * GAP_EM) * size + spare
    return items
