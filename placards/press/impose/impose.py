"""Pages of PDFs become sheets, imposed as a request asks, in one call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import field
from typing import Literal, TypeAlias

from placards.frozen import dataclass
from placards.press.impose import order
from placards.press.impose.places import (
    MARK_ROOM,
    Cells,
    Turn,
    cut_lines,
    cut_marks,
    fitted,
    fold_marks,
    grid_cells,
    most_cells,
    to_box,
)
from placards.press.paper import Margins, Paper, parse_paper
from placards.press.source import Source, SourcePage, opened
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, PlacardsError, Place
from placards.render.pdf_foreign import ForeignForm
from placards.render.pdf_sheets import PdfSheets
from placards.scene.items import Metadata
from placards.values.geometry import Matrix, Point, Rect, Size
from placards.values.units import MM

Kind: TypeAlias = Literal["grid", "stickers", "booklet", "duplex", "tent"]
Flip: TypeAlias = Literal["long", "short"]

#: More pages than anybody folds.
_MOST_PAGES = 2000

#: A grid has no more places on a side of it.
_MOST_CELLS = 50

#: Two pages whose sizes differ by less are of one size, in points.
_SAME = 1.0


@dataclass(frozen=True, slots=True)
class ImposeRequest:
    """How pages are put on sheets. Lengths are points."""

    kind: Kind = "grid"
    columns: int = 1
    rows: int = 2
    paper: str = "a4"
    margins: Margins = Margins()
    gap: float = 0.0  # between pages
    marks: Literal["ticks", "lines", "none"] = "ticks"
    flip: Flip | None = None  # how the printer turns sheets; None: as suits the kind
    creep: float = 0.0  # how far each sheet of a booklet pushes those inside it outwards
    right_to_left: bool | None = None  # how a booklet is read; None: by the language of the first file


@dataclass(frozen=True, slots=True)
class Placed:
    """A page where it stands."""

    page: int
    box: Rect  # of its trim, on the sheet
    turn: Turn


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of a sheet as it comes out of the printer."""

    placed: tuple[Placed, ...]
    cuts: tuple[tuple[Point, Point], ...] = ()
    folds: tuple[tuple[Point, Point], ...] = ()
    bleed: float = 0.0  # so much of what lies beyond a page's trim is printed


@dataclass(frozen=True, slots=True)
class Imposed:
    """The file, and what became of the pages."""

    data: bytes
    paper: Paper
    sides: tuple[SheetSide, ...]
    flip: Flip | None  # how the printer must turn sheets; None: they have one side
    scale: float  # the smallest at which a page is printed
    notes: tuple[Diagnostic, ...]

    @property
    def sheets(self) -> int:
        """Pieces of paper."""
        return len(self.sides) if self.flip is None else -(-len(self.sides) // 2)


@dataclass(slots=True)
class _Plan:
    paper: Paper
    sides: list[SheetSide]
    flip: Flip | None = None
    notes: list[Diagnostic] = field(default_factory=list)


USUAL = ImposeRequest()


def impose_pdf(files: Sequence[bytes], request: ImposeRequest = USUAL, names: Sequence[str] = ()) -> Imposed:
    """Put all pages of some PDFs on sheets; *names* are the files', for what is wrong with one. Raises InputError for a
    file that cannot be read or printed, for margins without room, and for pages that are larger than the paper where
    they may not be made smaller."""
    with ExitStack() as stack:
        sources = [_opened(stack, data, names[index] if names else "") for index, data in enumerate(files)]
        pages = [(source, source.page(number)) for source in sources for number in range(1, source.count + 1)]
        if not pages:
            raise InputError("pdf-empty")
        if len(pages) > _MOST_PAGES:
            raise InputError("impose-many", count=len(pages), most=_MOST_PAGES)
        sizes = [page.size for _, page in pages]
        plan = _plan(sizes, request, sources[0].language)
        scale = min(
            (
                (one.box.width if one.turn % 180 == 0 else one.box.height) / sizes[one.page].width
                for side in plan.sides
                for one in side.placed
            ),
            default=1.0,
        )
        notes = [note for source in sources for note in source.notes] + plan.notes
        if scale < 0.995:
            notes.append(diagnostic("impose-smaller", scale=f"{100 * scale:.0f}%"))
        data = _write(pages, plan, sources)
        return Imposed(data, plan.paper, tuple(plan.sides), plan.flip, scale, tuple(notes))


def _opened(stack: ExitStack, data: bytes, name: str) -> Source:
    try:
        return stack.enter_context(opened(data))
    except PlacardsError as error:
        if name:
            error.at(Place(name))
        raise


def _plan(sizes: Sequence[Size], request: ImposeRequest, language: str) -> _Plan:
    paper = parse_paper(request.paper, request.margins)
    match request.kind:
        case "grid":
            return _grid(sizes, request, paper)
        case "stickers":
            return _stickers(sizes, request, paper)
        case "booklet":
            return _booklet(sizes, request, paper, language)
        case "duplex":
            return _duplex(sizes, request, paper)
        case "tent":
            return _tent(sizes, request, paper)


def _grid(sizes: Sequence[Size], request: ImposeRequest, paper: Paper) -> _Plan:
    if not (0 < request.columns <= _MOST_CELLS and 0 < request.rows <= _MOST_CELLS):
        raise InputError("impose-cells", columns=request.columns, rows=request.rows, most=_MOST_CELLS)
    largest = _largest(sizes)
    room = 0.0 if request.marks == "none" else MARK_ROOM
    cells = grid_cells(paper, largest, request.columns, request.rows, request.gap, room)
    if not cells.boxes or cells.scale < 0.02:
        raise InputError("impose-no-room", columns=request.columns, rows=request.rows, paper=paper.name)
    sides = [_side_of(side, cells, sizes, request) for side in order.several(len(sizes), len(cells.boxes))]
    return _Plan(cells.paper, sides, notes=_mixed(sizes))


def _stickers(sizes: Sequence[Size], request: ImposeRequest, paper: Paper) -> _Plan:
    room = 0.0 if request.marks == "none" else MARK_ROOM
    cells = most_cells(paper, _largest(sizes), request.gap, room)
    if not cells.boxes:
        width, height = (round(side / MM) for side in _largest(sizes))
        raise InputError("impose-sticker", width=width, height=height, paper=paper.name)
    sides = [_side_of(side, cells, sizes, request) for side in order.repeated(len(sizes), len(cells.boxes))]
    return _Plan(cells.paper, sides, notes=_mixed(sizes))


def _side_of(pages: order.Side, cells: Cells, sizes: Sequence[Size], request: ImposeRequest) -> SheetSide:
    placed = tuple(
        Placed(page, fitted(sizes[page], box, cells.turn, most=cells.scale)[0], cells.turn)
        for page, box in zip(pages, cells.boxes, strict=True)
        if page is not None
    )
    cuts = {"ticks": cut_marks, "lines": cut_lines}
    marks = tuple(cuts[request.marks](cells)) if request.marks != "none" else ()
    return SheetSide(placed, marks, bleed=request.gap / 2)


def _booklet(sizes: Sequence[Size], request: ImposeRequest, paper: Paper, language: str) -> _Plan:
    from placards.locale.language import is_rtl

    backwards = request.right_to_left
    if backwards is None:
        backwards = bool(language) and is_rtl(language)
    way = paper.upright.turned
    flip = request.flip or "short"
    folds = () if request.marks == "none" else tuple(fold_marks(way, upright=True, whole=request.marks == "lines"))
    sides = []
    sheets = order.booklet(len(sizes), right_to_left=backwards)
    most = (len(sheets) - 1) * request.creep
    if most > way.usable.width / 4:
        raise InputError("impose-creep", count=len(sheets), creep=round(request.creep / MM, 2), paper=paper.name)
    for sheet, (front, back) in enumerate(sheets):
        away = most - sheet * request.creep
        sides.append(SheetSide(tuple(_spread(front, way, sizes, away, most)), folds=folds))
        inner = SheetSide(tuple(_spread(back, way, sizes, away, most)), folds=())
        # Turned over its long edge, a sheet that lies across has its back upside down.
        sides.append(_upside_down(inner, way) if flip == "long" else inner)
    plan = _Plan(way, sides, flip, _mixed(sizes))
    blank = -len(sizes) % 4
    if blank:
        plan.notes.append(diagnostic("impose-blank", count=blank))
    plan.notes.append(_turning(flip))
    return plan


def _spread(pages: order.Side, paper: Paper, sizes: Sequence[Size], away: float, most: float) -> Iterator[Placed]:
    """Two pages beside the fold; *away* is how far from it: the innermost sheet is pushed out by all others and lies at
    the fold, the outermost lies *most* points away from it."""
    usable, middle = paper.usable, paper.size.width / 2
    # As far from either edge: the back of a page on the left is one on the right.
    width = min(middle - usable.x, usable.right - middle) - most
    halves = (Rect(middle - width, usable.y, width, usable.height), Rect(middle, usable.y, width, usable.height))
    for side, (page, half) in enumerate(zip(pages, halves, strict=True)):
        if page is not None:
            box, _ = fitted(sizes[page], half, 0)
            x = middle - away - box.width if side == 0 else middle + away
            yield Placed(page, Rect(x, box.y, *box.size), 0)


def _duplex(sizes: Sequence[Size], request: ImposeRequest, paper: Paper) -> _Plan:
    if len(sizes) < 2:
        raise InputError("impose-one-page")
    flip = request.flip or "long"
    lies_across = sizes[0].width > sizes[0].height
    way = paper.upright.turned if lies_across else paper.upright
    sides = []
    for front, back in order.two_sides(len(sizes)):
        sides.append(_alone(front, way, sizes))
        behind = SheetSide(()) if back is None else _alone(back, way, sizes)
        # Whoever walks around a placard turns it about its upright axis. A printer that turns the sheet about the other
        # one would put the back upside down.
        upright_axis = "short" if lies_across else "long"
        sides.append(behind if flip == upright_axis else _upside_down(behind, way))
    plan = _Plan(way, sides, flip, _mixed(sizes))
    if len(sizes) % 2:
        plan.notes.append(diagnostic("impose-blank", count=1))
    plan.notes.append(_turning(flip))
    return plan


def _alone(page: int, paper: Paper, sizes: Sequence[Size]) -> SheetSide:
    margins, size = paper.margins, paper.size
    # In the middle of the paper, not of what the printer reaches: else front and back would not lie on each other.
    side, end = max(margins.left, margins.right), max(margins.top, margins.bottom)
    box, _ = fitted(sizes[page], Rect(side, end, size.width - 2 * side, size.height - 2 * end), 0)
    return SheetSide((Placed(page, box, 0),))


def _tent(sizes: Sequence[Size], request: ImposeRequest, paper: Paper) -> _Plan:
    best: tuple[float, Paper] | None = None
    for way in (paper.upright, paper.upright.turned):
        half = _lower_half(way)
        scale = min(fitted(size, half, 0, most=None)[1] for size in sizes)
        if min(half.size) > 0 and (best is None or scale > best[0]):
            best = scale, way
    if best is None:
        raise InputError("impose-no-room", columns=1, rows=2, paper=paper.name)
    way, half = best[1], _lower_half(best[1])
    folds = () if request.marks == "none" else tuple(fold_marks(way, upright=False, whole=request.marks == "lines"))
    sides = []
    for front, back in order.halves(len(sizes)):
        lower = Placed(front, fitted(sizes[front], half, 0, most=None)[0], 0)
        behind = Placed(back, fitted(sizes[back], half, 0, most=None)[0], 0)
        sides.append(SheetSide((lower, _turned(behind, way)), folds=folds))
    return _Plan(way, sides, notes=_mixed(sizes))


def _lower_half(paper: Paper) -> Rect:
    """Below the fold, as far from it as from the printer's edge, and as far from either side."""
    margins, (width, height) = paper.margins, paper.size
    side, end = max(margins.left, margins.right), max(margins.top, margins.bottom)
    return Rect(side, height / 2 + end, width - 2 * side, height / 2 - 2 * end)


def _upside_down(side: SheetSide, paper: Paper) -> SheetSide:
    return SheetSide(tuple(_turned(one, paper) for one in side.placed), side.cuts, side.folds, side.bleed)


def _turned(placed: Placed, paper: Paper) -> Placed:
    """The same page with the whole sheet turned by half."""
    box, (width, height) = placed.box, paper.size
    turns: dict[Turn, Turn] = {0: 180, 90: 270, 180: 0, 270: 90}
    return Placed(placed.page, Rect(width - box.right, height - box.bottom, *box.size), turns[placed.turn])


def _turning(flip: Flip) -> Diagnostic:
    return diagnostic("impose-flip-long" if flip == "long" else "impose-flip-short")


def _largest(sizes: Sequence[Size]) -> Size:
    return Size(max(size.width for size in sizes), max(size.height for size in sizes))


def _mixed(sizes: Sequence[Size]) -> list[Diagnostic]:
    first = sizes[0]
    other = sum(1 for s in sizes if abs(s.width - first.width) > _SAME or abs(s.height - first.height) > _SAME)
    return [diagnostic("impose-mixed", count=other)] if other else []


def _write(pages: Sequence[tuple[Source, SourcePage]], plan: _Plan, sources: Sequence[Source]) -> bytes:
    first = sources[0]
    title = first.title or "placards"
    sheets = PdfSheets(Metadata(title, first.language or "en"), plan.paper.size, duplex=plan.flip or "")
    takers = {id(source): sheets.source(source.pdf) for source in sources}
    for source in sources:
        sheets.set_layers(takers[id(source)].catalog("/OCProperties"))
    forms: dict[int, ForeignForm] = {}
    said: set[int] = set()
    for side in plan.sides:
        shown = {one.page for one in side.placed}
        groups = [takers[id(pages[page][0])].group(pages[page][1].page) for page in sorted(shown)]
        with sheets.sheet(next(filter(None, groups), None)):
            for one in side.placed:
                source, page = pages[one.page]
                if one.page not in forms:
                    forms[one.page] = takers[id(source)].form(page.page, page.box, ours=source.is_ours)
                _place(sheets, forms[one.page], page, one, side.bleed, source.title or title, new=one.page not in said)
                said.add(one.page)
            if side.cuts:
                sheets.lines(side.cuts, 0.4, 0.1)
            if side.folds:
                sheets.lines(side.folds, 0.4, 0.4, (2 * MM, 1.2 * MM))
    return sheets.finish(accessible=all(source.is_accessible for source in sources))


def _place(
    sheets: PdfSheets, form: ForeignForm, page: SourcePage, one: Placed, bleed: float, title: str, *, new: bool
) -> None:
    down = page.upright.then(Matrix(1, 0, 0, -1, 0, page.size.height))
    matrix = down.then(to_box(page.size, one.box, one.turn))
    scale = (one.box.width if one.turn % 180 == 0 else one.box.height) / page.size.width
    beyond = -min(bleed, page.bleed * scale)
    clip = one.box.inset(beyond, beyond, beyond, beyond)
    if not new:
        sheets.place(form, matrix, clip)
        return
    with sheets.figure(title, one.box):  # said once, however often it is printed
        sheets.place(form, matrix, clip)
        if form.text is not None:
            sheets.place(form.text, matrix)
