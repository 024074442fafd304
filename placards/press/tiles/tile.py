"""A PDF's page becomes a PDF of sheets for a home printer, with its plan: what a request asks, in one call."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import ceil, log10

from placards.files.shipped import world_of
from placards.frozen import dataclass
from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole
from placards.press.paper import MARGIN, Margins, Paper, parse_paper
from placards.press.source import Source, SourcePage, opened
from placards.press.tiles.marks import Marks, draw_label, draw_marks, strips
from placards.press.tiles.overview import Overview, overview
from placards.press.tiles.plan import (
    Counts,
    Flaps,
    Grid,
    Orientation,
    Tile,
    count_sheets,
    even_seams,
    grid,
    largest_scale,
)
from placards.press.tiles.preview import blank_cells, preview
from placards.press.tiles.seams import best_seams, edges_crossed
from placards.press.tiles.words import tile_words
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError
from placards.render.pdf_foreign import ForeignForm
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import Metadata
from placards.values.geometry import Matrix, Rect, Size
from placards.values.units import MM

#: More sheets than anybody glues: asked for once more.
MOST_SHEETS = 500

#: And more than a file should hold.
_MOST_EVER = 20_000

#: What others have set: it often saves sheets, on printers that allow it.
_THRIFTY = (3 * MM, 5 * MM)

#: So much of the bleed is printed around the poster where there is room: scissors stray.
_BLEED = 3 * MM

#: How a poster may be smaller or larger than it was drawn.
_LEAST_SCALE, _MOST_SCALE = 0.01, 1000.0

#: Sides beyond this are a typing error: 50 m.
_MOST_SIDE = 50_000 * MM


@dataclass(frozen=True, slots=True)
class TileRequest:
    """How a page is put on sheets. Lengths are points."""

    paper: str = "a4"
    page: int = 1
    margins: Margins = Margins()
    overlap: float = 10 * MM
    flaps: Flaps = Flaps()
    orientation: Orientation = "auto"
    marks: Marks = "ticks"
    map: bool = True
    ruler: bool = True
    labels: bool = True
    keep_blank: bool = False
    move_seams: bool = True
    sheets: int | None = None  # as large as so many sheets allow
    scale: float = 1.0
    language: str = ""  # of the instructions; empty for the file's own
    spare_language: str = "en"  # of the instructions, where the file says none
    title: str = ""  # of a file that has none
    many: bool = False  # more than MOST_SHEETS are meant


@dataclass(frozen=True, slots=True)
class Tiled:
    """The file, and what became of the page."""

    data: bytes
    grid: Grid
    sheets: int  # that are printed, without the plan
    pages: int
    scale: float
    left_out: frozenset[tuple[int, int]]  # row and column of sheets that would be white
    notes: tuple[Diagnostic, ...]


USUAL = TileRequest()


def tile_pdf(data: bytes, request: TileRequest = USUAL, library: MessageLibrary | None = None) -> Tiled:
    """Put a page of a PDF on sheets. *library* has the words of the instructions; by default what is shipped. Raises
    InputError for a file that cannot be read or printed, for margins or an overlap without room, and for more sheets
    than `MOST_SHEETS` unless they are meant."""
    paper = parse_paper(request.paper, request.margins)
    with opened(data) as source:
        page = source.page(request.page)
        scale = _scale(page.size, paper, request)
        size = Size(page.size.width * scale, page.size.height * scale)
        counts = count_sheets(size, paper, request.overlap, request.orientation)
        _check_count(counts, request)
        picture = None
        if counts.sheets > 1 and (request.move_seams or not request.keep_blank):
            picture = preview(source, page, scale)
        across, down = _seams(counts, size, request, picture)
        made = grid(size, counts.paper, request.overlap, across, down, request.flaps)
        left_out: frozenset[tuple[int, int]] = frozenset()
        if picture is not None and not request.keep_blank:
            left_out = blank_cells(picture, {(tile.row, tile.column): tile.kept for tile in made.tiles}, size)
            if len(left_out) == len(made.tiles):
                raise InputError("tile-page-blank")
        words = tile_words(library or _shipped(), request.language or source.language or request.spare_language)
        notes = [*source.notes]
        file, pages, unlabelled = _write(source, page, made, scale, request, left_out, words)
        printed = len(made.tiles) - len(left_out)
        notes += _notes(counts, size, paper, request, scale, left_out, unlabelled)
        return Tiled(file, made, printed, pages, scale, left_out, tuple(notes))


def _scale(size: Size, paper: Paper, request: TileRequest) -> float:
    if request.sheets is not None:
        if request.sheets < 1:
            raise InputError("tile-sheets", count=request.sheets)
        if request.scale != 1.0:
            raise InputError("tile-sheets-and-scale")
        if request.sheets > MOST_SHEETS and not request.many:
            raise InputError("tile-many-asked", count=request.sheets, most=MOST_SHEETS)
        return largest_scale(size, paper, request.overlap, request.orientation, min(request.sheets, _MOST_EVER))
    if not _LEAST_SCALE <= request.scale <= _MOST_SCALE:
        raise InputError("tile-scale-range", scale=f"{request.scale:g}")
    return request.scale


def _check_count(counts: Counts, request: TileRequest) -> None:
    count = counts.sheets
    if count > _MOST_EVER:
        raise InputError("tile-too-many", count=count, most=_MOST_EVER)
    if count > MOST_SHEETS and not request.many and request.sheets is None:
        # At a scale whose square is so much smaller, about as many sheets fewer.
        percent = 100 * request.scale * (MOST_SHEETS * 0.9 / count) ** 0.5
        digits = 10 ** (int(log10(percent)) - 1) if percent >= 10 else 1
        raise InputError(
            "tile-many", count=count, scale=f"{max(1, int(percent // digits * digits))}%", most=MOST_SHEETS
        )


def _seams(
    counts: Counts, size: Size, request: TileRequest, picture: object
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    usable, overlap = counts.paper.usable, request.overlap
    if not request.move_seams or picture is None:
        return (
            even_seams(size.width, usable.width, overlap, counts.columns),
            even_seams(size.height, usable.height, overlap, counts.rows),
        )
    columns, rows = edges_crossed(picture)  # type: ignore[arg-type] # a picture of Pillow's
    return (
        best_seams(columns, size.width, usable.width, overlap, counts.columns),
        best_seams(rows, size.height, usable.height, overlap, counts.rows),
    )


def _write(
    source: Source,
    page: SourcePage,
    made: Grid,
    scale: float,
    request: TileRequest,
    left_out: frozenset[tuple[int, int]],
    words: Whole,
) -> tuple[bytes, int, int]:
    """The file, how many pages it has, and how many sheets have no label."""
    title = source.title or request.title
    sheets = PdfSheets(Metadata(title, words.language), made.paper.size)
    pages = sheets.source(source.pdf)
    sheets.set_layers(pages.catalog("/OCProperties"))
    form = pages.form(page.page, page.box, ours=source.is_ours)
    group = pages.group(page.page)
    to_poster = page.upright.then(Matrix(scale, 0, 0, -scale, 0, made.size.height))  # y down from the top left
    count = unlabelled = 0
    several = len(made.tiles) > 1
    if several and (request.map or request.ruler):
        _write_overview(sheets, source, form, group, to_poster, made, request, left_out, words)
        count += 1
    for tile in made.tiles:
        if (tile.row, tile.column) in left_out:
            continue
        found = strips(tile, made, left_out)
        offset = Matrix(e=tile.place.x - tile.window.x, f=tile.place.y - tile.window.y)
        window = tile.on_sheet(tile.window)
        alt = f"{tile.label}, {words.words['row']} {tile.row + 1}/{made.rows}" if several else title
        with sheets.sheet(group):
            with sheets.figure(alt or tile.label, window):
                sheets.place(form, to_poster.then(offset), _shown(tile, made, page.bleed * scale))
                if not count and form.text is not None:
                    sheets.place(form.text, _fitted(to_poster, made.size, window))
            draw_marks(sheets, tile, made, found, request.marks)
            if request.labels and several:
                unlabelled += not draw_label(sheets, tile, made, found, words)
        count += 1
    return sheets.finish(accessible=source.is_accessible), count, unlabelled


def _write_overview(
    sheets: PdfSheets,
    source: Source,
    form: ForeignForm,
    group: bytes | None,
    to_poster: Matrix,
    made: Grid,
    request: TileRequest,
    left_out: frozenset[tuple[int, int]],
    words: Whole,
) -> None:
    has_map = request.map and len(made.tiles) > 1
    said = Overview(words, request.marks, request.ruler, has_map, left_out)
    drawn = overview(made, said)
    with sheets.sheet(group, drawn.items):
        if drawn.small is not None:
            small = _fitted(to_poster, made.size, drawn.small)
            with sheets.figure(source.title or request.title or "A1", drawn.small):
                sheets.place(form, small, drawn.small)
                if form.text is not None:
                    sheets.place(form.text, small)
        sheets.draw(drawn.items)
        for draw in drawn.labels:
            draw(sheets)


def _fitted(to_poster: Matrix, size: Size, box: Rect) -> Matrix:
    """From a page's own units to a box of a sheet that holds the whole of it."""
    smaller = min(box.width / size.width, box.height / size.height)
    return to_poster.then(Matrix(smaller, 0, 0, smaller, box.x, box.y))


def _shown(tile: Tile, made: Grid, bleed: float) -> Rect:
    """What of the sheet the poster covers: its window, and at the poster's edges some bleed, where the printer reaches
    there."""
    window, usable = tile.on_sheet(tile.window), made.paper.usable
    most = min(bleed, _BLEED)
    left = min(most, window.x - usable.x) if tile.column == 0 else 0.0
    right = min(most, usable.right - window.right) if tile.column == made.columns - 1 else 0.0
    top = min(most, window.y - usable.y) if tile.row == 0 else 0.0
    bottom = min(most, usable.bottom - window.bottom) if tile.row == made.rows - 1 else 0.0
    return window.inset(-max(0.0, left), -max(0.0, top), -max(0.0, right), -max(0.0, bottom))


def _notes(
    counts: Counts,
    size: Size,
    paper: Paper,
    request: TileRequest,
    scale: float,
    left_out: frozenset[tuple[int, int]],
    unlabelled: int,
) -> list[Diagnostic]:
    notes = []
    if left_out:
        notes.append(diagnostic("tile-blank", count=len(left_out)))
    if unlabelled:
        notes.append(diagnostic("tile-unlabelled", count=unlabelled))
    if request.sheets is not None:
        notes.append(
            diagnostic(
                "tile-scaled",
                scale=f"{100 * scale:.4g}%",
                width=_mm(size.width),
                height=_mm(size.height),
                sheets=counts.sheets,
            )
        )
    margin, overlap = _THRIFTY
    if request.margins == Margins() and request.overlap >= overlap and margin < MARGIN and request.sheets is None:
        thrifty = replace(paper, margins=Margins(margin, margin, margin, margin))
        fewer = count_sheets(size, thrifty, overlap, request.orientation).sheets
        if fewer < counts.sheets:
            notes.append(diagnostic("tile-fewer", count=counts.sheets, fewer=fewer))
    return notes


def _mm(points: float) -> int:
    return ceil(points / MM - 0.5)


@lru_cache(maxsize=1)
def _shipped() -> MessageLibrary:
    return MessageLibrary(world_of())
