"""Sheets of paper on which pages of other files, and items of our own, are put: tiles of a poster, imposed leaflets.

A file of a thousand sheets shows much the same on each of them: what comes again is a form, and all sheets share one
list of what they use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from placards.render.accessible import make_accessible
from placards.render.glyphless import add_glyphless_font
from placards.render.pdf import draw_items
from placards.render.pdf_colors import fill_color
from placards.render.pdf_foreign import ForeignForm, ForeignPages
from placards.render.pdf_outlines import glyph_operators, matrix_operator, number, path_operators, run_matrix
from placards.render.pdf_pages import Form, PdfPages
from placards.render.plain import is_plain
from placards.render.reportlab_file import Value, dictionary, numbers
from placards.render.structure import ARTEFACT, END, PageStructure, Structure
from placards.render.text_layer import TextLayer, placed_blocks
from placards.scene.items import Group, Item, Metadata, TextBlock
from placards.values.geometry import IDENTITY, Matrix, Path, Point, Rect, Size

if TYPE_CHECKING:
    import pikepdf

    from placards.text.font import Font

#: Files of many sheets are sent to friends: a little more work for a tenth fewer bytes.
_LEVEL = 8

#: A number that is not whole.
_FRACTION = re.compile(r"-?\d+\.\d+")

#: Two sides of a sheet: how a printer turns it.
DUPLEX = {"long": b"/DuplexFlipLongEdge", "short": b"/DuplexFlipShortEdge"}


class PdfSheets:
    """A file of sheets that is written page by page. Coordinates are points, y down from the sheet's top left."""

    def __init__(self, metadata: Metadata, size: Size, *, duplex: str = "", packed: bool = True) -> None:
        self._metadata, self._size, self._height = metadata, size, size.height
        self._pages = PdfPages(metadata.language, packed=packed, level=_LEVEL)
        self._pages.describe(Title=metadata.title)
        self._duplex = duplex
        self._layer = TextLayer()
        self._structure = Structure(metadata.language)
        self._page: PageStructure | None = None
        self._stamps: dict[Hashable, Form] = {}
        self._names: dict[str, str] = {}
        self._shared: dict[str, dict[str, Value]] = {}
        self._resources = self._pages.document.add()
        self._pages.declare_all_pages(MediaBox=numbers(0, 0, *size))

    def source(self, pdf: pikepdf.Pdf) -> ForeignPages:
        """What takes pages of an open PDF into this file."""
        return ForeignPages(pdf, self._pages)

    def set_layers(self, layers: bytes | None) -> None:
        """Let readers know a file's layers, and which of them are hidden."""
        if layers is not None:
            self._pages.declare(OCProperties=layers)

    @contextmanager
    def sheet(self, group: bytes | None = None, texts: Sequence[Item] = ()) -> Iterator[None]:
        """What is drawn meanwhile stands on one page. The *texts* of items, drawn or not, go into its invisible layer
        and are read aloud; all that is drawn is decoration, but for what `figure` says."""
        blocks = list(placed_blocks(texts, self._flip))
        self._page = self._structure.begin_page([block for block, _ in blocks])
        # PDF/A wants each page to name its resources itself.
        self._pages.declare_page(StructParents=self._structure.number, Resources=self._resources.reference)
        if group is not None:
            self._pages.declare_page(Group=group)
        self._decorate(True)
        yield
        self._decorate(False)
        if blocks:
            self._pages.operators(self._layer.page_operators(blocks, Rect(0, 0, *self._size), self._page.block))
        for category, entries in self._pages.used.items():
            self._shared.setdefault(category, {}).update(entries)
        self._pages.end_page()

    @contextmanager
    def figure(self, alt: str, box: Rect) -> Iterator[None]:
        """What is drawn meanwhile shows something, which *alt* says in words, inside a box."""
        assert self._page is not None
        self._decorate(False)
        self._pages.operators(self._page.figure(alt, self._flip.box(box)))
        yield
        self._pages.operators(END)
        self._decorate(True)

    def _decorate(self, begin: bool) -> None:
        """Begin or end what is decoration; nothing is written where it would be empty."""
        code = self._pages.code
        if begin:
            code.append(ARTEFACT)
        elif code and code[-1] == ARTEFACT:
            code.pop()
        else:
            code.append(END)

    def place(self, form: ForeignForm, matrix: Matrix, clip: Rect | Path | None = None) -> None:
        """Draw a page of another file. *matrix* leads from its own units (y up) to the sheet's points."""
        parts = ["q"]
        if clip is not None:
            path = (Path.rect(clip) if isinstance(clip, Rect) else clip).transformed(self._flip)
            parts.append(f"{path_operators(path.segments, 4)} W n")
        a, b, c, d, e, f = matrix.then(self._flip)
        parts.append(f"{' '.join([number(value, 9) for value in (a, b, c, d)])} {number(e, 4)} {number(f, 4)} cm")
        parts.append(f"/{self._use(form.key, form.reference)} Do Q")
        self._pages.operators(" ".join(parts))

    def draw(self, items: Sequence[Item]) -> None:
        """Draw items; plain letters last."""
        self._pages.space = self._flip
        self._pages.operators(f"q {matrix_operator(self._flip)}")
        self._draw(items)
        self._pages.operators("Q")

    def _draw(self, items: Sequence[Item]) -> None:
        plain = [(block, matrix) for block, matrix in placed_blocks(items, IDENTITY) if _is_plain(block)]
        known = {id(block) for block, _ in plain}
        draw_items(self._pages, list(_without(items, known)))
        self._draw_letters(plain)

    def stamp(
        self, key: Hashable, box: Rect, items: Callable[[], Sequence[Item]], matrix: Matrix, clip: Rect | None = None
    ) -> None:
        """Draw items that come again under the same key: they are made once, and stand in the file once. *box* is
        around them in their own coordinates (y down), *matrix* leads from there to the sheet."""
        made = self._stamps.get(key)
        if made is None:
            with self._pages.form((box.x, box.y, box.right, box.bottom), grouped=False) as made:
                self._draw(items())
            self._stamps[key] = made
        clipped = ""
        if clip is not None:
            low = self._height - clip.bottom
            clipped = f"{clip.x:.1f} {low:.1f} {clip.width:.1f} {clip.height:.1f} re W n "
        a, b, c, d, e, f = matrix
        # y up; formatted at once, for a sheet has a dozen of these.
        placed = f"{a:.4g} {-b:.4g} {c:.4g} {-d:.4g} {e:.1f} {self._height - f:.1f} cm"
        self._pages.operators(f"q {clipped}{placed} /{self._use(made.key, made.reference)} Do Q")

    def box(self, box: Rect, gray: float) -> None:
        """Fill a box with a grey, 0 black to 1 white."""
        low = self._height - box.bottom
        self._pages.operators(f"{gray:g} g {box.x:.2f} {low:.2f} {box.width:.2f} {box.height:.2f} re f")

    def lines(self, ends: Sequence[tuple[Point, Point]], width: float, gray: float, dash: Sequence[float] = ()) -> None:
        """Draw straight lines of a width in points, in a grey."""
        high = self._height
        path = " ".join([f"{a.x:.1f} {high - a.y:.1f} m {b.x:.1f} {high - b.y:.1f} l" for a, b in ends])
        dashes = f"[{' '.join([f'{length:.2f}' for length in dash])}] 0 d " if dash else ""
        self._pages.operators(f"q {gray:g} G {width:g} w {dashes}{path} S Q")

    def finish(self, *, accessible: bool) -> bytes:
        """The finished file. *accessible* says that it is PDF/A-2a and PDF/UA-1, as far as the pages that it shows are:
        only those of our own files, with colours for screens, are known to be."""
        pages = self._pages
        add_glyphless_font(pages, self._layer)
        shared = {category: dictionary(entries) for category, entries in self._shared.items()}
        self._resources.body = dictionary({"Font": pages.fonts, **shared})
        if accessible:
            make_accessible(pages, self._structure, self._metadata)
        else:
            pages.declare(
                MarkInfo=b"<</Marked true>>", StructTreeRoot=self._structure.write(pages, pages.references)
            )  # fmt: skip
        # Readers that heed it offer to print at 100 %.
        preferences = {"PrintScaling": b"/None", "DisplayDocTitle": b"true" if self._metadata.title else b"false"}
        if self._duplex:
            preferences["Duplex"] = DUPLEX[self._duplex]
        pages.declare(ViewerPreferences=dictionary(preferences))
        return pages.finish()

    def _use(self, key: str, reference: bytes) -> str:
        """Offer a form to the sheet under a short name: files of many sheets name little else."""
        name = self._names.setdefault(key, f"P{len(self._names)}")
        return self._pages.use("XObject", name, reference)

    def _draw_letters(self, blocks: Sequence[tuple[TextBlock, Matrix]]) -> None:
        """Draw letters in one colour, equal ones after each other: so packed they take half of the bytes."""
        drawn: dict[str, list[str]] = {}
        for block, matrix in blocks:
            for line in block.lines:
                for placed in line.runs:
                    paint, font = placed.paint, placed.run.font
                    assert is_plain(paint)  # `_is_plain` has looked
                    color = fill_color(paint)
                    to_block = run_matrix(placed, line).then(matrix)
                    for glyph, x, y in placed.run.pens():
                        outline = _outline(font, glyph)
                        if outline:
                            at = Matrix(e=x, f=y).then(to_block)
                            drawn.setdefault(f"{outline} f", []).append(f"q {color} {matrix_operator(at, 5)}")
        for outline, places in sorted(drawn.items()):
            self._pages.operators("\n".join([f"{place} {outline} Q" for place in places]))

    @property
    def _flip(self) -> Matrix:
        return Matrix(1, 0, 0, -1, 0, self._height)


@lru_cache(maxsize=2000)
def _outline(font: Font, glyph: int) -> str:
    """The outline of a glyph in whole font units: a thousandth of small print is nothing."""
    return _FRACTION.sub(lambda found: f"{float(found[0]):.0f}", glyph_operators(font, glyph))


def _is_plain(block: TextBlock) -> bool:
    """Whether a block is nothing but letters in one colour."""
    return not block.underlays and all(
        is_plain(placed.paint) and not placed.run.font.has_colors for line in block.lines for placed in line.runs
    )


def _without(items: Sequence[Item], known: set[int]) -> Iterator[Item]:
    """Items without blocks that are drawn otherwise."""
    for item in items:
        if isinstance(item, Group):
            yield replace(item, items=tuple(_without(item.items, known)))
        elif id(item) not in known:
            yield item
