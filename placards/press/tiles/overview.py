"""A grid becomes the page before its sheets: the poster in small with all seams, what to do in pictures, a ruler."""

from __future__ import annotations

from collections.abc import Callable, Collection

from placards.compose.proof.typeset import BOLD, Column, Words, at_baseline
from placards.frozen import dataclass
from placards.layout.text_block import Align
from placards.locale.language import is_rtl
from placards.messages.whole import Whole
from placards.press.tiles import pictures
from placards.press.tiles.lettering import SET, advance, number_piece, piece, stamp_number, stamp_piece
from placards.press.tiles.marks import Marks
from placards.press.tiles.plan import Flaps, Grid, row_letters
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import FillPath, Group, Item
from placards.text.fontset import shipped_fonts
from placards.values.color import WHITE, Stroke
from placards.values.geometry import Matrix, Path, Rect, Segment
from placards.values.units import MM

#: A printer's box for a sign, and the gap beside it, at full size.
_SIGN, _GAP = (60.0, 44.0), 10.0

#: At so many points of width the page is as drawn; on smaller paper all of it is smaller.
_FULL = 520.0

#: The letters of sentences, and of the heading.
_SENTENCE, _HEADING = 11.5, 14.0

#: How large steps are tried, the largest first, and how much of an upright page they may take beside a plan.
_SCALES, _STEPS = (1.6, 1.4, 1.2, 1.0, 0.85, 0.7, 0.55, 0.45, 0.35), 0.5

#: Names of papers that are measured in inches.
_INCHES = ("letter", "legal", "tabloid", "arch-c", "arch-d", "posterboard")

#: A label on the small poster is so high at most, and at least.
_LABEL, _LEAST_LABEL = 5 * MM, 1.4 * MM


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page says, and whether it has its parts."""

    words: Whole
    marks: Marks
    ruler: bool
    has_map: bool
    left_out: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page: items in drawing order above the poster in small, which stands in a box; None for none."""

    items: tuple[Item, ...]
    labels: tuple[Callable[[PdfSheets], None], ...]
    small: Rect | None


def overview(grid: Grid, said: Overview) -> Drawn:
    """Lay the page out inside the printer's margins; raises TextError and FitError."""
    paper = grid.paper
    area = paper.usable.inset(4 * MM, 4 * MM, 4 * MM, 4 * MM)
    lies_across = area.width > area.height
    half = area.width * 0.5
    scale = min(1.0, area.width / _FULL)
    items: list[Item] = []
    ruler_height = 16 * MM * max(scale, 0.6) if said.ruler else 0.0
    head = Column(area.x, area.y, area.width, shipped_fonts())
    items.append(_heading(grid, said, head, scale))
    body = Rect(area.x, head.y + 8 * scale, area.width, area.bottom - ruler_height - head.y - 8 * scale)
    steps_width = half if lies_across and said.has_map else area.width
    rtl = is_rtl(said.words.language)
    steps_x = area.x if rtl and lies_across else area.right - steps_width
    most = body.height * (1.0 if lies_across or not said.has_map else _STEPS)
    for step_scale in _SCALES:
        steps = Column(steps_x, 0.0, steps_width, shipped_fonts())
        found = _steps(said, grid.flaps, steps, step_scale, rtl=rtl)
        if steps.y <= most:
            break
    small: Rect | None = None
    labels: list[Callable[[PdfSheets], None]] = []
    if not lies_across:
        top = body.bottom - steps.y
        room = Rect(body.x, body.y, body.width, top - body.y - 12 * scale)
    else:
        top = body.y
        room = Rect(area.right - half + 12 if rtl else area.x, body.y, half - 12, body.height - 4)
    if said.has_map and min(room.size) > 20 * MM:
        small = _inside(room, grid.size.aspect)
        items += _map(grid, small, said.left_out)
        labels = _map_labels(grid, small, said.left_out)
    elif not lies_across:
        top = body.y
    items.append(Group(tuple(found), Matrix(f=top)))
    if said.ruler:
        items += _ruler(grid, said, Rect(area.x, area.bottom - ruler_height, area.width, ruler_height), scale)
    return Drawn(tuple(items), tuple(labels), small)


def _heading(grid: Grid, said: Overview, column: Column, scale: float) -> Item:
    """How many sheets make how large a poster, in figures; what it says is seen in small."""
    printed = len(grid.tiles) - len(said.left_out)
    paper = grid.paper.name.upper() if len(grid.paper.name) < 4 else grid.paper.name.capitalize()
    figures = f"{printed} × {paper} = {_size(grid)}"
    return column.add(Words(figures, _HEADING * scale, "en", BOLD, align=_start(said)))


def _start(said: Overview) -> Align:
    return "right" if is_rtl(said.words.language) else "left"


def _size(grid: Grid) -> str:
    if grid.paper.name in _INCHES or grid.paper.name.endswith("in"):
        return f"{grid.size.width / 72:.4g} × {grid.size.height / 72:.4g} in"
    return f"{grid.size.width / MM / 10:.4g} × {grid.size.height / MM / 10:.4g} cm"


def _steps(said: Overview, flaps: Flaps, column: Column, scale: float, *, rtl: bool) -> list[Item]:
    """What to do, one below the other: dots that count, a picture, a sentence."""
    words = said.words.words
    steps: list[tuple[list[Item], str]] = [(pictures.printer(), words["print"])]
    if said.marks != "none":
        steps.append((pictures.cutting(right=flaps.right, bottom=flaps.bottom), words["cut"]))
        steps.append((pictures.gluing(right=flaps.right, bottom=flaps.bottom), words["glue"]))
    steps.append((pictures.order(), words["order"]))
    if said.left_out:
        cross = Rect(18, 10, 24, 24)
        steps.append(([FillPath(Path.rect(cross), WHITE, stroke=Stroke(pictures.GREY, 0.8)), pictures.crossed(cross)],
                      words["blank"]))  # fmt: skip
    items: list[Item] = []
    width, height = (side * scale for side in _SIGN)
    dots, gap = 20.0 * scale, _GAP * scale
    for number, (picture, sentence) in enumerate(steps, 1):
        y = column.y
        right = column.x + column.width
        sign_x = right - dots - width if rtl else column.x + dots
        dots_x = right - dots + 8 * scale if rtl else column.x
        items.append(Group((pictures.numbered(number, 0, 0, 1.3),), Matrix(scale, 0, 0, scale, dots_x, y + height / 2)))
        items.append(Group(tuple(picture), Matrix(scale, 0, 0, scale, sign_x, y)))
        text_x = column.x if rtl else sign_x + width + gap
        text_width = sign_x - gap - column.x if rtl else right - text_x
        inner = Column(text_x, 0, text_width, column.fonts)
        block = inner.add(Words(sentence, _SENTENCE * scale, said.words.language))
        lower = y + max(0.0, (height - inner.y) / 2)
        items.append(Group((block,), Matrix(f=lower)))
        column.y = max(y + height, lower + inner.y) + 6 * scale
    return items


def _inside(room: Rect, aspect: float) -> Rect:
    """The largest box of an aspect in the middle of a room."""
    width = min(room.width, room.height * aspect)
    height = width / aspect
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def _map(grid: Grid, box: Rect, left_out: Collection[tuple[int, int]]) -> list[Item]:
    """Frame, seams, and crosses over sheets that are left out."""
    scale = box.width / grid.size.width
    seams: list[Segment] = []
    for x in grid.across:
        seams += [("M", box.x + x * scale, box.y), ("L", box.x + x * scale, box.bottom)]
    for y in grid.down:
        seams += [("M", box.x, box.y + y * scale), ("L", box.right, box.y + y * scale)]
    items: list[Item] = []
    if seams:
        path = Path(tuple(seams))
        items += [
            FillPath(path, None, stroke=Stroke(WHITE, 1.8)),
            FillPath(path, None, stroke=Stroke(pictures.INK, 0.7)),
        ]
    items.append(FillPath(Path.rect(box), None, stroke=Stroke(pictures.INK, 0.9)))
    items += [pictures.crossed(_on_map(tile.kept, box, scale)) for tile in grid.tiles
              if (tile.row, tile.column) in left_out]  # fmt: skip
    return items


def _map_labels(grid: Grid, box: Rect, left_out: Collection[tuple[int, int]]) -> list[Callable[[PdfSheets], None]]:
    """The sheets' names in their cells, where they can be read."""
    if len(grid.tiles) == 1:
        return []
    scale = box.width / grid.size.width
    least = min(min(tile.kept.height * 0.42, tile.kept.width * 0.3) for tile in grid.tiles) * scale
    height = min(_LABEL, least)
    if height < _LEAST_LABEL:
        return []
    return [
        _map_label(tile.row, tile.column, _on_map(tile.kept, box, scale), height)
        for tile in grid.tiles
        if (tile.row, tile.column) not in left_out
    ]


def _map_label(row: int, column: int, cell: Rect, height: float) -> Callable[[PdfSheets], None]:
    letters, number = piece(row_letters(row)), number_piece(column + 1)
    scale = height * 0.78 / SET
    width = scale * (advance(letters) + number.width) + height * 0.5
    plate = Rect(cell.x + (cell.width - width) / 2, cell.y + (cell.height - height) / 2, width, height)

    def draw(sheets: PdfSheets) -> None:
        own = Rect(0, 0, width, height)
        sheets.stamp(("name", width), own.inset(-1, -1, -1, -1), lambda: [_plate(own)], Matrix(e=plate.x, f=plate.y))
        x, baseline = plate.x + height * 0.25, plate.y + height * 0.78
        stamp_piece(sheets, letters, Matrix(scale, 0, 0, scale, x, baseline))
        stamp_number(sheets, number, Matrix(scale, 0, 0, scale, x + advance(letters) * scale, baseline))

    return draw


def _plate(box: Rect) -> FillPath:
    return FillPath(Path.rounded_rect(box, box.height / 5), WHITE, stroke=Stroke(pictures.INK, 0.35))


def _on_map(kept: Rect, box: Rect, scale: float) -> Rect:
    return Rect(box.x + kept.x * scale, box.y + kept.y * scale, kept.width * scale, kept.height * scale)


def _ruler(grid: Grid, said: Overview, area: Rect, scale: float) -> list[Item]:
    """A line of a known length, to be measured."""
    length_mm = 100 if area.width >= 104 * MM else 50
    length = length_mm * MM
    rtl = is_rtl(said.words.language)
    x = area.right - length if rtl else area.x
    y = area.bottom - 7 * MM
    marks: list[Segment] = [("M", x, y), ("L", x + length, y)]
    for at in range(0, length_mm + 1, 10):
        tall = 3.2 * MM if at % 50 == 0 else 1.8 * MM
        marks += [("M", x + at * MM, y - tall), ("L", x + at * MM, y)]
    items: list[Item] = [FillPath(Path(tuple(marks)), None, stroke=Stroke(pictures.INK, 0.7))]
    said_length = f"{length_mm} mm"
    if grid.paper.name in _INCHES:
        said_length += f" = {length_mm / 25.4:.2f} in"
    size = 9.0
    items.append(
        at_baseline(Words(said_length, size, "en", BOLD, align="center"), x, y + size + 2, length, shipped_fonts())
    )
    beside = Rect(area.x, y, x - area.x - 12, 0) if rtl else Rect(x + length + 12, y, area.right - x - length - 12, 0)
    if beside.width > 40 * MM:
        column = Column(beside.x, y - 3.2 * MM, beside.width, shipped_fonts())
        items.append(column.add(Words(said.words.words["ruler"], max(7.0, 9.5 * scale), said.words.language)))
    return items
