"""What art a job shows becomes values that go with it: the alternative texts of its pieces, in its first language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.art.library import ArtLibrary
from placards.elements.art import Art
from placards.layout.content import Content, OwnText, SlotText
from placards.template.folder import LayoutFolder
from placards.template.translating import Lookup


def art_elements(layout: LayoutFolder) -> Iterator[Art]:
    """The elements that show art, on any sheet."""
    return (element for element in layout.layout.every_element if isinstance(element, Art))


def pieces_of(layout: LayoutFolder, content: Content, library: ArtLibrary) -> tuple[str, ...]:
    """The pieces that a job may show, on any sheet, each once."""
    names = (element.piece_name(content, library) for element in art_elements(layout) if not element.file)
    return tuple(dict.fromkeys(names))


def alt_texts(names: Sequence[str], language: str, library: ArtLibrary, lookup: Lookup) -> tuple[OwnText, ...]:
    """The alternative texts of pieces that a catalog has in a language."""
    out = []
    for name in names:
        context, alt = f"art/{name}", library.about(name).alt
        found = lookup(context, alt, language) if alt else None
        if found is not None:
            out.append(OwnText(context, alt, language, SlotText(*found)))
    return tuple(out)
