"""A layout becomes how many languages it can show, and the layouts that can show so many."""

from __future__ import annotations

from collections.abc import Iterator

from placards.inputs import Inputs
from placards.problems.errors import PlacardsError
from placards.template.library import LayoutFolder
from placards.template.model import AnyElement, SloganList, Text, Wall

#: A wall shows any number.
ANY = 10_000


def languages_shown(layout: LayoutFolder) -> int:
    """The most languages of a job that some sheet of the layout shows; ANY where there is no limit."""
    elements = [*layout.layout.element, *(e for v in layout.layout.variant for e in v.element)]
    return max((most for element in elements for most in _shown(element)), default=1)


def _shown(element: AnyElement) -> Iterator[int]:
    if isinstance(element, Wall):
        yield ANY
    elif isinstance(element, SloganList):
        yield from (line.language for line in element.lines)
    elif isinstance(element, Text):
        yield max(element.language, 2) if element.show == "translation" else element.language


def layouts_for(inputs: Inputs, languages: int, *, many: bool) -> tuple[str, ...]:
    """The names of the layouts that show so many languages; *many* asks for those that list slogans."""
    found = []
    for name in inputs.layout_names():
        try:
            layout = inputs.layout(name)
        except PlacardsError:
            continue  # whoever asks for it will hear
        if languages_shown(layout) >= languages and layout.layout.many == many:
            found.append(name)
    return tuple(found)


def default_layout(languages: int, slogans: int) -> str:
    """The shipped layout for so many languages and slogans, where nobody named one."""
    if slogans > 1:
        return "chant-sheet"
    return {1: "big", 2: "two-languages", 3: "three-languages"}.get(languages, "specimen")


def default_size(layout: LayoutFolder) -> str:
    """The size of an artefact where nobody named one: paper to read from for lists, to hold up for all else."""
    return "a4" if layout.layout.many else "a3"
