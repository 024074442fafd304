"""Small Scenes with captions become one Scene: a sheet that shows them side by side, as vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.compose.proof.typeset import Words, at_baseline
from placards.frozen import dataclass
from placards.scene.items import FillPath, Group, Item, Metadata, Scene
from placards.text.fontset import FontSet
from placards.values.color import Color, parse_hex
from placards.values.geometry import Matrix, Path, Rect, Size

GROUND = parse_hex("#e4e2de")
_INK, _QUIET, _WRONG = parse_hex("#1d1d20"), parse_hex("#55555c"), parse_hex("#b01414")

#: Lengths of a contact sheet, in points: the gap between cells, the room of a caption, its letters.
GAP, CAPTION, LETTERS = 14.0, 15.0, 8.0

#: No sheet is narrower: headings need room.
_LEAST = 420.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A Scene, or None with what is wrong, and its caption."""

    caption: str
    scene: Scene | None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, all of one height, under a heading."""

    cells: tuple[Shown, ...]
    height: float
    heading: str = ""
    note: str = ""


def contact_sheet(rows: Sequence[Row], width: float, title: str, fonts: FontSet) -> Scene:
    """One Scene, at most so wide and as high as it has to be. Rows that are too wide for it are broken."""
    items: list[Item] = []
    lines = [_lines(row, width - 2 * GAP) for row in rows]
    taken = (sum(across + GAP for _, across in line) + GAP for of_row in lines for line in of_row)
    width = min(width, max(*taken, _LEAST))
    y = GAP
    for row, of_row in zip(rows, lines, strict=True):
        if row.heading:
            items.append(_line(row.heading, 15.0, _INK, GAP, y + 15, width - 2 * GAP, fonts, 700))
            y += 21
        if row.note:
            items.append(_line(row.note, 9.0, _QUIET, GAP, y + 8, width - 2 * GAP, fonts))
            y += 15
        for line in of_row:
            x = GAP
            for cell, across in line:
                items += _cell(cell, Rect(x, y, across, row.height), fonts)
                x += across + GAP
            y += row.height + CAPTION + GAP
    size = Size(width, y)
    ground = FillPath(Path.rect(Rect(0, 0, *size)), GROUND)
    return Scene(size, (ground, *items), Metadata(title, "en"))


def _lines(row: Row, room: float) -> list[list[tuple[Shown, float]]]:
    """The cells of a row with their widths, broken where the room ends."""
    lines: list[list[tuple[Shown, float]]] = []
    line: list[tuple[Shown, float]] = []
    taken = 0.0
    for cell in row.cells:
        aspect = cell.scene.trim.aspect if cell.scene else 1.0
        across = min(row.height * aspect, room)
        if line and taken + across > room:
            lines.append(line)
            line, taken = [], 0.0
        line.append((cell, across))
        taken += across + GAP
    return [*lines, line] if line else lines


def _cell(cell: Shown, box: Rect, fonts: FontSet) -> Iterator[Item]:
    if cell.scene is None:
        yield FillPath(Path.rect(box), parse_hex("#f6d9d9"))
        words = cell.wrong if len(cell.wrong) < 90 else f"{cell.wrong[:89]}…"
        yield _line(words, 6.0, _WRONG, box.x + 4, box.y + 12, box.width - 8, fonts)
    else:
        trim = cell.scene.trim
        scale = min(box.width / trim.width, box.height / trim.height)
        y = box.y + (box.height - trim.height * scale)
        clip = Path.rect(Rect(0, 0, *trim))
        yield Group(cell.scene.items, Matrix(scale, 0, 0, scale, box.x, y), clip=clip)
    yield _line(cell.caption, LETTERS, _QUIET, box.x, box.bottom + 11, max(box.width, 60.0), fonts)


def _line(
    text: str, size: float, paint: Color, x: float, baseline: float, width: float, fonts: FontSet, weight: int = 400
) -> Item:
    return at_baseline(Words(text, size, weight=weight, paint=paint, role="caption"), x, baseline, width, fonts)
