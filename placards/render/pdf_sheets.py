"""Sheets of paper on which pages of other files, and items of our own, are put: tiles of a poster, imposed leaflets."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from placards.render.glyphless import add_glyphless_font
from placards.render.pdf import draw_items
from placards.render.pdf_foreign import ForeignForm, ForeignPages
from placards.render.pdf_outlines import matrix_operator, number, path_operators
from placards.render.pdf_pages import Form, PdfPages
from placards.render.reportlab_file import dictionary
from placards.render.text_layer import TextLayer
from placards.scene.items import Item
from placards.values.geometry import Matrix, Path, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

#: Two sides of a sheet: how a printer turns it.
DUPLEX = {"": b"/Simplex", "long": b"/DuplexFlipLongEdge", "short": b"/DuplexFlipShortEdge"}


class PdfSheets:
    """A file of sheets that is written page by page. Coordinates are points, y down from the sheet's top left."""

    def __init__(self, language: str, title: str, *, duplex: str = "", packed: bool = True) -> None:
        self._pages = PdfPages(language, packed=packed)
        self._pages.describe(Title=title)
        # Readers that heed it offer to print at 100 %.
        preferences = {"PrintScaling": b"/None", "DisplayDocTitle": b"true"}
        if duplex:
            preferences["Duplex"] = DUPLEX[duplex]
        self._pages.set_catalog(ViewerPreferences=dictionary(preferences))
        self._layer = TextLayer()
        self._stamps: dict[Hashable, Form] = {}
        self._height = 0.0

    def source(self, pdf: pikepdf.Pdf) -> ForeignPages:
        """What takes pages of an open PDF into this file."""
        return ForeignPages(pdf, self._pages)

    def set_layers(self, layers: bytes | None) -> None:
        """Let readers know a file's layers, and which of them are hidden."""
        if layers is not None:
            self._pages.set_catalog(OCProperties=layers)

    @contextmanager
    def sheet(self, size: Size, group: bytes | None = None) -> Iterator[None]:
        """What is drawn meanwhile stands on one page."""
        self._height = size.height
        self._pages.set_boxes(size, (0, 0, *size), None)
        if group is not None:
            self._pages.set_page(Group=group)
        yield
        self._pages.end_page()

    def place(self, form: ForeignForm, matrix: Matrix, clip: Rect | Path | None = None) -> None:
        """Draw a page of another file. *matrix* leads from its own units (y up) to the sheet's points."""
        parts = ["q"]
        if clip is not None:
            path = (Path.rect(clip) if isinstance(clip, Rect) else clip).transformed(self._flip)
            parts.append(f"{path_operators(path.segments, 4)} W n")
        parts.append(matrix_operator(matrix.then(self._flip), 7))
        parts.append(f"/{self._pages.use('XObject', form.key, form.reference)} Do Q")
        self._pages.operators(" ".join(parts))

    def draw(self, items: Sequence[Item]) -> None:
        """Draw items."""
        self._pages.space = self._flip
        self._pages.operators(f"q {matrix_operator(self._flip)}")
        draw_items(self._pages, items)
        self._pages.operators("Q")

    def stamp(self, key: Hashable, items: Sequence[Item], box: Rect, matrix: Matrix, clip: Rect | None = None) -> None:
        """Draw items that come again under the same key: they stand in the file once. *box* is around them in their
        own coordinates (y down), *matrix* leads from there to the sheet."""
        made = self._stamps.get(key)
        if made is None:
            with self._pages.form((box.x, box.y, box.right, box.bottom)) as made:
                draw_items(self._pages, items)
            self._stamps[key] = made
        clipped = ""
        if clip is not None:
            low = self._height - clip.bottom
            clipped = f"{number(clip.x)} {number(low)} {number(clip.width)} {number(clip.height)} re W n "
        placed = matrix_operator(matrix.then(self._flip), 5)
        self._pages.operators(f"q {clipped}{placed} {self._pages.use_form(made)} Q")

    def write_text(self, items: Sequence[Item], size: Size) -> None:
        """Put the texts of items, drawn or not, into the sheet's invisible layer."""
        operators = self._layer.page_operators(items, self._flip, Rect(0, 0, *size))
        if operators:
            self._pages.operators(operators)

    def finish(self) -> bytes:
        """The finished file."""
        add_glyphless_font(self._pages, self._layer)
        return self._pages.finish()

    @property
    def _flip(self) -> Matrix:
        return Matrix(1, 0, 0, -1, 0, self._height)
