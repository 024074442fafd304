"""Elements that name their page become elements on pages that exist: a page of which all are left out closes up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from placards.elements.base import Element


def close_up(written: Iterable[Element], left: Sequence[Element]) -> tuple[Element, ...]:
    """The elements that are *left* of those that a layout has, with the numbers of their pages. Where conditions leave
    none that names a page, later pages move up; a page that no element of the layout names stays."""
    named = {element.pages for element in written if isinstance(element.pages, int)}
    gone = named - {element.pages for element in left if isinstance(element.pages, int)}
    if not gone:
        return tuple(left)
    return tuple(
        replace(element, pages=element.pages - sum(1 for page in gone if page < element.pages))
        if isinstance(element.pages, int)
        else element
        for element in left
    )
