"""What is drawn becomes marked content: figures between artefacts, layers outside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from placards.render.pdf_pages import PdfPages
from placards.render.structure import ARTEFACT, END, PageStructure
from placards.scene.bounds import shown, united
from placards.scene.items import Group, Item, Picture


def figure(pages: PdfPages, item: Picture | Group) -> AbstractContextManager[None]:
    """What is drawn meanwhile is a figure, if the item shows something that has words. Copies are artefacts."""
    page = pages.structure
    if page is None or not page.open or not item.alt:
        return nullcontext()
    return _marked(pages, page, item, item.alt, (item,))


def figures_together(pages: PdfPages, items: Sequence[Item]) -> AbstractContextManager[None]:
    """What is drawn meanwhile is a piece of its own, in which nothing is marked: figures in it become one."""
    page = pages.structure
    if page is None or not page.open:
        return nullcontext()
    return _marked(pages, page, items, "; ".join(_alts(items)), items)


def opened_layer(pages: PdfPages, title: str, step: tuple[str, str] | None = None) -> str:
    """The operators that open a layer: artefacts and figures begin anew in it, for marks must pair."""
    opened = pages.use_layer(title, step)
    return f"{END} {opened} {ARTEFACT}" if _marks(pages) else opened


def closed_layer(pages: PdfPages) -> str:
    """The operators that close it."""
    return f"{END} {END} {ARTEFACT}" if _marks(pages) else END


def _marks(pages: PdfPages) -> bool:
    return pages.structure is not None and pages.structure.open


@contextmanager
def _marked(pages: PdfPages, page: PageStructure, what: object, alt: str, items: Sequence[Item]) -> Iterator[None]:
    box = united(map(shown, items)) if alt and page.is_new(what) else None
    if box is not None:
        pages.mark(f"{END} {page.figure(alt, pages.space.box(box))}")
    page.open = False
    try:
        yield
    finally:
        page.open = True
    if box is not None:
        pages.mark(f"{END} {ARTEFACT}")


def _alts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Picture | Group) and item.alt:
            yield item.alt
        elif isinstance(item, Group):
            yield from _alts(item.items)
