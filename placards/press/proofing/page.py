"""A sheet becomes a page on which its owner sees, before it is printed, where it is cut, folded, sewn and punched.

The sheet stands on it in small, with all of its bleed; lines say what a printer does, and a legend below it in the
owner's language says which line is which, and how much it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from placards.compose.proof.typeset import ALERT, BOLD, GREY, INK, Column, Words, at_baseline, placed, set_words
from placards.frozen import dataclass
from placards.layout.text_block import Align
from placards.locale.language import is_rtl
from placards.messages.whole import Whole
from placards.press.finishing import Step
from placards.scene.items import FillPath, Group, Item, Metadata, Scene
from placards.text.fontset import FontSet
from placards.values.color import WHITE, Color, Stroke
from placards.values.geometry import Matrix, Path, Rect, Size
from placards.values.sheet import Sheet
from placards.values.units import points_to_mm

#: An office printer's paper, upright; points.
_PAPER = Size(595.28, 841.89)

#: Around all that is on the page, and between its parts; points.
_MARGIN, _GAP = 36.0, 14.0

#: From this aspect on a sheet lies, and so does the page.
_LIES = 1.15

#: Beside the small sheet, for its measures, and half of the widest; points.
_MEASURES, _WIDEST = 22.0, 40.0

#: Of the legend: a row's height, its sample's width, and how wide a column is at least.
_ROW, _SAMPLE, _COLUMN = 19.0, 34.0, 250.0

#: The letters of the legend, and what is free on both sides of its words.
_SIZE, _BESIDE = 9.5, 8.0

TRIM, SAFE = Color((0.85, 0.0, 0.45)), Color((0.0, 0.5, 0.2))

#: How much of the bleed shows through what is laid on it, for it is cut off.
_FADED = 0.6

_LINE = 1.1

#: What a line is in the legend, by the name of its ink.
_CALLED = {"CutContour": "trim", "Fold": "fold", "Hem": "hem", "PolePocket": "pocket", "Eyelets": "eyelet"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says besides what the Scene knows."""

    sheet: Sheet  # with the bleed and the safe area that the printer wants
    steps: Sequence[Step]  # of finishing, at the sheet's own size
    name: str  # of the file
    words: Whole
    number: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class _Row:
    sample: tuple[FillPath, ...]  # in a box of `_SAMPLE` by `_ROW`
    text: str
    measure: str


def proof_page(scene: Scene, shown: Shown, fonts: FontSet) -> Scene:
    """The page, as a Scene without bleed; raises TextError and FitError."""
    page = Size(_PAPER.height, _PAPER.width) if scene.trim.aspect > _LIES else _PAPER
    area = Rect(0, 0, *page).inset(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    head = Column(area.x, area.y, area.width, fonts)
    rows = list(_rows(scene, shown))
    across = min(len(rows), max(1, int(area.width // _COLUMN)))
    legend = _Legend(rows, across, area.width / across, shown, fonts)
    room = Rect(area.x + _MEASURES, 0, area.width - 2 * _MEASURES, 0)
    # The heading tells the scale, which hangs on the heading's height: a line's height is known.
    top_items = _heading(head, shown)
    top = head.y + _ROW + _GAP
    height = area.bottom - legend.height - _GAP - _MEASURES - top
    room = Rect(room.x, top, room.width, height)
    whole = Size(scene.trim.width + 2 * scene.bleed, scene.trim.height + 2 * scene.bleed)
    scale = min(room.width / whole.width, room.height / whole.height, 1.0)
    facts = _facts(scene, shown, scale)
    top_items.append(head.add(Words(facts, 9.5, "en", paint=GREY, align=_start(shown))))
    left = room.x + (room.width - scene.trim.width * scale) / 2
    place = Matrix(scale, 0, 0, scale, left, room.y + scene.bleed * scale)
    below = top + whole.height * scale + _MEASURES + _GAP
    items = (
        *top_items,
        *_small(scene, shown, place),
        *_measures(scene, place, fonts),
        *legend.items(Rect(area.x, below, area.width, legend.height)),
    )
    title = f"{shown.words['proof']}: {scene.metadata.title}"
    metadata = Metadata(title, shown.words.language, scene.metadata.author, scene.metadata.subject)
    return Scene(page, items, metadata)


def _start(shown: Shown) -> Align:
    return "right" if is_rtl(shown.words.language) else "left"


def _heading(head: Column, shown: Shown) -> list[Item]:
    words, language = shown.words, shown.words.language
    count = f" {shown.number}/{shown.pages}" if shown.pages > 1 else ""
    return [
        head.add(Words(f"{words['proof']}{count}", 24, language, BOLD, role="title")),
        head.add(Words(words["proof-only"], 12, language, BOLD, ALERT), gap=2),
        head.add(Words(shown.name, 9.5, "en", paint=INK, align=_start(shown))),
    ]


def _facts(scene: Scene, shown: Shown, scale: float) -> str:
    small = "1:1" if scale == 1 else f"1:{1 / scale:.3g}"
    return f"{shown.sheet.name} · {_size(scene.trim)} · {small}"


def _size(trim: Size) -> str:
    return f"{points_to_mm(trim.width):.4g} × {points_to_mm(trim.height):.4g} mm"


def _small(scene: Scene, shown: Shown, place: Matrix) -> Iterator[Item]:
    """The sheet with its bleed, which is faded, and the lines on it."""
    trim = Rect(0, 0, *scene.trim)
    whole = trim.inset(-scene.bleed, -scene.bleed, -scene.bleed, -scene.bleed)
    paper = FillPath(Path.rect(whole), WHITE)
    yield Group((paper, *scene.items), place, Path.rect(whole))
    if scene.bleed:
        ring = Path((*Path.rect(whole).segments, *Path.rect(trim).segments), "evenodd").transformed(place)
        yield FillPath(ring, WHITE, opacity=_FADED)
        yield _line(Path.rect(whole).transformed(place), GREY, dash=(1.0, 2.0), width=0.6)
    safe = shown.sheet.safe_in(mirrored=is_rtl(scene.metadata.language))
    if safe != trim:
        yield from _seen(Path.rect(safe).transformed(place), SAFE, (5.0, 3.0))
    for step in shown.steps:
        if step.kind.name != "CutContour":  # the trim's own line
            yield from _seen(step.path.transformed(place), step.kind.color, _dash(step))
    yield from _seen(Path.rect(trim).transformed(place), TRIM, ())


def _dash(step: Step) -> tuple[float, ...]:
    return (7.0, 3.0) if step.kind.name == "Fold" else ()


def _seen(path: Path, color: Color, dash: tuple[float, ...]) -> Iterator[FillPath]:
    """A line that is seen on whatever it lies."""
    yield _line(path, WHITE, width=2.4 * _LINE)
    yield _line(path, replace(color, cmyk=None, spot=None), dash)


def _line(path: Path, color: Color, dash: tuple[float, ...] = (), width: float = _LINE) -> FillPath:
    return FillPath(path, None, stroke=Stroke(color, width, dash=dash))


def _measures(scene: Scene, place: Matrix, fonts: FontSet) -> Iterator[Item]:
    """The finished sheet's width below it, and its height beside it, each with a line from edge to edge."""
    width, height = scene.trim
    (left, top), (right, bottom) = place.point(0, 0), place.point(width, height)
    off = scene.bleed * place.a + 7
    y, x = bottom + off, left - off
    for ends in (((left, y), (right, y)), ((x, top), (x, bottom))):
        yield _line(Path((("M", *ends[0]), ("L", *ends[1]))), GREY, width=0.5)
        for at in ends:
            across = (0.0, 3.0) if ends[0][1] == ends[1][1] else (3.0, 0.0)
            tick = Path((("M", at[0] - across[0], at[1] - across[1]), ("L", at[0] + across[0], at[1] + across[1])))
            yield _line(tick, GREY, width=0.5)
    said = Words(f"{points_to_mm(width):.4g} mm", 8, "en", paint=GREY, align="center")
    yield at_baseline(said, (left + right) / 2 - _WIDEST, y + 10, 2 * _WIDEST, fonts)
    said = replace(said, text=f"{points_to_mm(height):.4g} mm")
    upward = Matrix(0, -1, 1, 0, x - 4, (top + bottom) / 2)
    yield Group((at_baseline(said, -_WIDEST, 0, 2 * _WIDEST, fonts),), upward)


def _rows(scene: Scene, shown: Shown) -> Iterator[_Row]:
    words, middle = shown.words, _ROW / 2
    across = Path((("M", 0, middle), ("L", _SAMPLE, middle)))
    yield _Row((_line(across, TRIM, width=1.6),), words["trim"], _size(scene.trim))
    if scene.bleed:
        box = Path.rect(Rect(0, middle - 5, _SAMPLE, 10))
        faded = (FillPath(box, GREY, opacity=1 - _FADED), _line(box, GREY, (1.0, 2.0), 0.6))
        yield _Row(faded, words["bleed"], f"{points_to_mm(scene.bleed):.3g} mm")
    if shown.sheet.safe != Rect(0, 0, *scene.trim):
        yield _Row((_line(across, SAFE, (5.0, 3.0), 1.6),), words["safe"], _margins(shown.sheet))
    for step in shown.steps:
        if step.kind.name != "CutContour":
            line = _line(across, replace(step.kind.color, cmyk=None, spot=None), _dash(step), 1.6)
            yield _Row((line,), words[_CALLED[step.kind.name]], step.note)


def _margins(sheet: Sheet) -> str:
    """One number where all sides have it, else each."""
    trim, safe = sheet.trim, sheet.safe
    sides = (safe.y, trim.width - safe.right, trim.height - safe.bottom, safe.x)
    told = [f"{points_to_mm(side):.3g}" for side in sides]
    return f"{told[0] if len(set(told)) == 1 else ' / '.join(told)} mm"


class _Legend:
    """Samples and what they stand for, in columns that begin where the language does."""

    def __init__(self, rows: Sequence[_Row], across: int, width: float, shown: Shown, fonts: FontSet) -> None:
        self._rtl, self._width, self._rows = is_rtl(shown.words.language), width, rows
        self._words = [Words(_told(row), _SIZE, shown.words.language) for row in rows]
        self._set = [set_words(words, width - _SAMPLE - 2 * _BESIDE, fonts) for words in self._words]
        heights = [max(_ROW, fitted.leading * len(fitted.lines) + _ROW - _SIZE) for fitted in self._set]
        self._lines = [range(first, min(first + across, len(rows))) for first in range(0, len(rows), across)]
        self._heights = [max(heights[number] for number in line) for line in self._lines]
        self.height = sum(self._heights)

    def items(self, box: Rect) -> Iterator[Item]:
        """All of it, from the box's top down."""
        y = box.y
        for line, height in zip(self._lines, self._heights, strict=True):
            for column, number in enumerate(line):
                x = box.right - (column + 1) * self._width if self._rtl else box.x + column * self._width
                sample = x + self._width - _SAMPLE if self._rtl else x
                yield Group(self._rows[number].sample, Matrix(e=sample, f=y))
                words, fitted = self._words[number], self._set[number]
                left = x + _BESIDE if self._rtl else x + _SAMPLE + _BESIDE
                yield placed(words, fitted, left, y + _ROW / 2 + 0.36 * _SIZE, self._width - _SAMPLE - 2 * _BESIDE)
            y += height


def _told(row: _Row) -> str:
    return f"{row.text} · \u2068{row.measure}\u2069" if row.measure else row.text
