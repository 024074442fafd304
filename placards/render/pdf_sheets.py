"""Sheets of paper on which pages of other files, and items of our own, are put: tiles of a poster, imposed leaflets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from placards.render.glyphless import add_glyphless_font
from placards.render.pdf import draw_items
from placards.render.pdf_foreign import ForeignForm, ForeignPages
from placards.render.pdf_outlines import matrix_operator, number, path_operators
from placards.render.pdf_pages import Form, PdfPages
from placards.render.reportlab_file import Value, dictionary, numbers
from placards.render.text_layer import TextLayer
from placards.scene.items import Item
from placards.values.geometry import Matrix, Path, Point, Rect, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

#: Files of many sheets are sent to friends: a little more work for a tenth fewer bytes.
_LEVEL = 7

#: Two sides of a sheet: how a printer turns it.
DUPLEX = {"": b"/Simplex", "long": b"/DuplexFlipLongEdge", "short": b"/DuplexFlipShortEdge"}


class PdfSheets:
    """A file of sheets that is written page by page. Coordinates are points, y down from the sheet's top left."""

    def __init__(self, language: str, title: str, *, duplex: str = "", packed: bool = True) -> None:
        self._pages = PdfPages(language, packed=packed, level=_LEVEL)
        self._pages.describe(Title=title)
        # Readers that heed it offer to print at 100 %.
        preferences = {"PrintScaling": b"/None", "DisplayDocTitle": b"true"}
        if duplex:
            preferences["Duplex"] = DUPLEX[duplex]
        self._pages.set_catalog(ViewerPreferences=dictionary(preferences))
        self._layer = TextLayer()
        self._stamps: dict[Hashable, Form] = {}
        self._names: dict[str, str] = {}
        self._shared: dict[str, dict[str, Value]] = {}
        self._resources = self._pages.document.add()
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
        self._pages.set_page(MediaBox=numbers(0, 0, *size))
        if group is not None:
            self._pages.set_page(Group=group)
        yield
        # Sheets show much the same: one list of what they use is shorter than one each.
        for category, entries in self._pages.used.items():
            self._shared.setdefault(category, {}).update(entries)
        self._pages.set_page(Resources=self._resources.reference)
        self._pages.end_page()

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
        """Draw items."""
        self._pages.space = self._flip
        self._pages.operators(f"q {matrix_operator(self._flip)}")
        draw_items(self._pages, items)
        self._pages.operators("Q")

    def stamp(
        self, key: Hashable, box: Rect, items: Callable[[], Sequence[Item]], matrix: Matrix, clip: Rect | None = None
    ) -> None:
        """Draw items that come again under the same key: they are made once, and stand in the file once. *box* is
        around them in their own coordinates (y down), *matrix* leads from there to the sheet."""
        made = self._stamps.get(key)
        if made is None:
            with self._pages.form((box.x, box.y, box.right, box.bottom)) as made:
                draw_items(self._pages, items())
            self._stamps[key] = made
        clipped = ""
        if clip is not None:
            low = self._height - clip.bottom
            clipped = f"{clip.x:.2f} {low:.2f} {clip.width:.2f} {clip.height:.2f} re W n "
        a, b, c, d, e, f = matrix
        # y up; formatted at once, for a sheet has a dozen of these.
        placed = f"{a:.4g} {-b:.4g} {c:.4g} {-d:.4g} {e:.2f} {self._height - f:.2f} cm"
        self._pages.operators(f"q {clipped}{placed} /{self._use(made.key, made.reference)} Do Q")

    def box(self, box: Rect, gray: float) -> None:
        """Fill a box with a grey, 0 black to 1 white."""
        low = self._height - box.bottom
        self._pages.operators(
            f"{gray:g} {gray:g} {gray:g} rg {box.x:.2f} {low:.2f} {box.width:.2f} {box.height:.2f} re f"
        )

    def lines(self, ends: Sequence[tuple[Point, Point]], width: float, gray: float, dash: Sequence[float] = ()) -> None:
        """Draw straight lines of a width in points, in a grey."""
        high = self._height
        path = " ".join([f"{a.x:.2f} {high - a.y:.2f} m {b.x:.2f} {high - b.y:.2f} l" for a, b in ends])
        dashes = " ".join([f"{length:.2f}" for length in dash])
        self._pages.operators(f"q {gray:g} {gray:g} {gray:g} RG {width:g} w [{dashes}] 0 d {path} S Q")

    def _use(self, key: str, reference: bytes) -> str:
        """Offer a form to the sheet under a short name: files of many sheets name little else."""
        name = self._names.setdefault(key, f"P{len(self._names)}")
        return self._pages.use("XObject", name, reference)

    def write_text(self, items: Sequence[Item], size: Size) -> None:
        """Put the texts of items, drawn or not, into the sheet's invisible layer."""
        operators = self._layer.page_operators(items, self._flip, Rect(0, 0, *size))
        if operators:
            self._pages.operators(operators)

    def finish(self) -> bytes:
        """The finished file."""
        add_glyphless_font(self._pages, self._layer)
        shared = {category: dictionary(entries) for category, entries in self._shared.items()}
        self._resources.body = dictionary({"Font": self._pages.fonts, **shared})
        return self._pages.finish()

    @property
    def _flip(self) -> Matrix:
        return Matrix(1, 0, 0, -1, 0, self._height)
