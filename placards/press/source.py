"""The bytes of any PDF become pages that can be drawn on other sheets, upright and at their true size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pikepdf

from placards.frozen import dataclass
from placards.locale.language import parse_language
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, PlacardsError
from placards.values.geometry import Matrix, Size

#: No page has shorter sides, in points: a box of no size is a mistake.
_LEAST_SIDE = 1.0

#: Kinds of annotations that show nothing on paper.
_UNSEEN = ("/Link", "/Popup")


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page and where it lies. *upright* leads from its own units to points, y up, from the lower left of its trim as
    it is seen; *box* is its bleed, or else the trim, in its own units."""

    page: pikepdf.Page
    size: Size  # of the trim, as it is seen
    upright: Matrix
    box: tuple[float, float, float, float]
    bleed: float  # how far the page goes on beyond its trim on all sides, in points


class Source:
    """An open PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.notes: list[Diagnostic] = []
        self._flattened = False

    @property
    def count(self) -> int:
        return len(self.pdf.pages)

    @property
    def is_ours(self) -> bool:
        """Whether this program made it: then its text is a layer of its own."""
        return self._said("/Creator") == "placards"

    @property
    def is_accessible(self) -> bool:
        """Whether it is ours and says that it is PDF/A, as all that is not for a press does."""
        intents = self.pdf.Root.get("/OutputIntents")
        kinds = [one.get("/S") for one in intents] if isinstance(intents, pikepdf.Array) else []
        return self.is_ours and "/GTS_PDFA1" in kinds and "/StructTreeRoot" in self.pdf.Root

    @property
    def title(self) -> str:
        return self._said("/Title")

    @property
    def language(self) -> str:
        """The file's language as a canonical tag; empty where it says none, or something else."""
        try:
            return str(parse_language(str(self.pdf.Root.get("/Lang", ""))))
        except PlacardsError:
            return ""

    def page(self, number: int) -> SourcePage:
        """A page by its number, from 1; raises InputError."""
        if not 1 <= number <= self.count:
            raise InputError("pdf-page", page=number, count=self.count)
        self._flatten()
        return _placed(self.pdf.pages[number - 1])

    def _said(self, key: str) -> str:
        try:
            return str(self.pdf.docinfo.get(key, ""))
        except (pikepdf.PdfError, ValueError, TypeError):
            return ""

    def _flatten(self) -> None:
        """Draw what annotations and fields show into their pages: on paper they are part of it."""
        if self._flattened:
            return
        self._flattened = True
        seen = [one for page in self.pdf.pages for one in _annotations(page) if one.get("/Subtype") not in _UNSEEN]
        if not seen:
            return
        try:
            self.pdf.generate_appearance_streams()
            self.pdf.flatten_annotations("print")
        except (pikepdf.PdfError, RuntimeError):
            self.notes.append(diagnostic("pdf-annotations-lost", count=len(seen)))
            return
        bare = sum(1 for one in seen if "/AP" not in one)
        if bare:
            self.notes.append(diagnostic("pdf-annotations-lost", count=bare))
        if len(seen) > bare:
            self.notes.append(diagnostic("pdf-annotations", count=len(seen) - bare))


@contextmanager
def opened(data: bytes) -> Iterator[Source]:
    """The PDF for as long as the block runs; raises InputError for what is none, is empty, or may not be read."""
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise InputError("pdf-encrypted") from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise InputError("pdf-unreadable") from error
    with pdf:
        if pdf.is_encrypted and not pdf.allow.print_lowres:
            raise InputError("pdf-forbidden")
        try:
            count = len(pdf.pages)
        except (pikepdf.PdfError, ValueError, RuntimeError) as error:
            raise InputError("pdf-unreadable") from error
        if not count:
            raise InputError("pdf-empty")
        try:
            yield Source(pdf)
        except pikepdf.PdfError as error:
            raise InputError("pdf-unreadable") from error


def _annotations(page: pikepdf.Page) -> list[Any]:
    found = page.obj.get("/Annots", ())
    return [one for one in found if isinstance(one, pikepdf.Dictionary)] if isinstance(found, pikepdf.Array) else []


def _placed(page: pikepdf.Page) -> SourcePage:
    media = _box(page, "/MediaBox") or (0.0, 0.0, 612.0, 792.0)  # what readers take where there is none
    crop = _within(_box(page, "/CropBox"), media) or media
    # A trim outside what is shown would be a mistake: then the page is what is shown.
    trim = _within(_box(page, "/TrimBox"), media) or crop
    bleed = _within(_box(page, "/BleedBox"), media) or trim
    left, bottom, right, top = trim
    if min(right - left, top - bottom) < _LEAST_SIDE:
        raise InputError("pdf-page-empty")
    beyond = min(left - bleed[0], bottom - bleed[1], bleed[2] - right, bleed[3] - top)
    unit = _number(page.obj.get("/UserUnit"), 1.0)
    unit = unit if unit > 0 else 1.0
    turned = _turned(page)
    width, height = right - left, top - bottom
    matrix = Matrix(e=-left, f=-bottom)
    match turned:
        case 90:
            matrix = matrix.then(Matrix(0, -1, 1, 0, 0, width))
        case 180:
            matrix = matrix.then(Matrix(-1, 0, 0, -1, width, height))
        case 270:
            matrix = matrix.then(Matrix(0, 1, -1, 0, height, 0))
    if turned in (90, 270):
        width, height = height, width
    box = (min(bleed[0], left), min(bleed[1], bottom), max(bleed[2], right), max(bleed[3], top))
    upright = matrix.then(Matrix(a=unit, d=unit))
    return SourcePage(page, Size(width * unit, height * unit), upright, box, max(0.0, beyond) * unit)


def _turned(page: pikepdf.Page) -> int:
    above: Any = page.obj
    for _ in range(64):  # a tree of pages that is deeper is a loop
        if "/Rotate" in above:
            return round(_number(above["/Rotate"], 0) / 90) * 90 % 360
        if "/Parent" not in above:
            break
        above = above["/Parent"]
    return 0


def _box(page: pikepdf.Page, key: str) -> tuple[float, float, float, float] | None:
    """A box in order, from whatever corners it is given by; None for none, or for what is no box."""
    above: Any = page.obj
    inherited = key in ("/MediaBox", "/CropBox")
    for _ in range(64):
        if key in above:
            found = above[key]
            if not isinstance(found, pikepdf.Array) or len(found) != 4:
                return None
            values = [_number(one, float("nan")) for one in found]
            if any(value != value or abs(value) > 1e7 for value in values):
                return None
            (left, right), (bottom, top) = sorted(values[::2]), sorted(values[1::2])
            return (left, bottom, right, top) if right > left and top > bottom else None
        if not inherited or "/Parent" not in above:
            return None
        above = above["/Parent"]
    return None


def _within(
    box: tuple[float, float, float, float] | None, outer: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    """What of a box lies in another; None where nothing does."""
    if box is None:
        return None
    left, bottom = max(box[0], outer[0]), max(box[1], outer[1])
    right, top = min(box[2], outer[2]), min(box[3], outer[3])
    return (left, bottom, right, top) if right > left and top > bottom else None


def _number(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else otherwise
