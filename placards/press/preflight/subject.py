"""A Document, what is wanted of it, and what was measured on it become what rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from placards.press.preflight.border import Border, borders
from placards.press.preflight.document import Document, PageBoxes
from placards.press.preflight.drawing import Reader
from placards.press.preflight.drawn import Drawing, Paint, TextUse
from placards.press.preflight.plates import Plates, finishing_inks, separated
from placards.press.preflight.printed import printed_area
from placards.press.preflight.seen import Code, codes, text_on
from placards.values.profile import Profile

#: What a print shop wants by itself, where no profile says it.
ORDINARY = Profile("ordinary", "What print shops want by themselves")

#: Drawing, separating and looking for codes take time for each page: the first ones speak for a long document.
MOST_DRAWN = 24


class Subject:
    """What there is to look at. Measures are taken when a rule first asks for them."""

    def __init__(
        self, document: Document, profile: Profile | None, *, scale: float = 1.0, thorough: bool = True
    ) -> None:
        self.document = document
        self.profile = profile
        self.wanted = profile or ORDINARY
        self.scale = scale  # how many times larger it is printed
        self._thorough = thorough
        self._texts: dict[int, str] = {}

    @property
    def pages(self) -> tuple[PageBoxes, ...]:
        return self.document.pages

    @cached_property
    def drawings(self) -> tuple[tuple[PageBoxes, Drawing], ...]:
        """What each page draws."""
        reader = Reader(self.document)
        return tuple((page, reader.page(page)) for page in self.pages)

    @property
    def is_of_2001(self) -> bool:
        """Whether the file says that it follows the PDF/X-1a of 2001, which knows less than that of 2003."""
        return self.document.claims.get("pdf/x", "") in ("PDF/X-1:2001", "PDF/X-1a:2001")

    def paints(self) -> Iterator[tuple[PageBoxes, Paint]]:
        """Every way in which something is painted, visible letters included."""
        for page, drawing in self.drawings:
            yield from ((page, paint) for paint in drawing.paints)
            yield from ((page, text.paint) for text in drawing.texts if text.mode != 3)

    def letters(self) -> Iterator[tuple[PageBoxes, TextUse]]:
        """Letters that are seen."""
        for page, drawing in self.drawings:
            yield from ((page, text) for text in drawing.texts if text.mode not in (3, 7))

    @cached_property
    def printed(self) -> bytes:
        """The first pages as they are printed, marks cut away: a PDF whose pages are their bleed boxes."""
        if len(self.pages) > MOST_DRAWN:
            self.document.skip("preflight-skipped-drawn", pages=MOST_DRAWN, of=len(self.pages))
        return b"" if self.document.heavy else printed_area(self.document, MOST_DRAWN)

    @cached_property
    def borders(self) -> tuple[Border, ...]:
        """How ink reaches the edges of the first pages."""
        return borders(self.printed, self.pages[:MOST_DRAWN])

    @cached_property
    def plates(self) -> tuple[Plates, ...]:
        """The inks of the first pages; nothing where there is no Ghostscript, which is remembered."""
        if not self._thorough:
            self.document.skip("preflight-skipped-plates")
            return ()
        return separated(self.printed, self.document, self.finishing)

    @cached_property
    def finishing(self) -> frozenset[str]:
        """The spot colours that are not printed, but say what is done to the sheet: those of layers of processing
        steps, and those that shops know by their names."""
        drawn = {ink for _, paint in self.paints() if paint.step for ink in paint.space.spots}
        return finishing_inks(self.document) | drawn

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The codes on the first pages."""
        if not self._thorough:
            return ()
        return codes(self.printed, self.document, self.pages[:MOST_DRAWN])

    def text(self, index: int) -> str:
        """What a search finds on a page, by its place from 0 on."""
        if index not in self._texts:
            self._texts[index] = "" if self.document.heavy else text_on(self.document.data, index)
        return self._texts[index]
