"""A layout becomes how many languages it can show, and the layouts that can show so many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placards.inputs import Inputs
from placards.problems.errors import PlacardsError
from placards.template.folder import LayoutFolder
from placards.values.sheet import PAPER_MM

#: A wall shows any number.
ANY = 10_000


def languages_shown(layout: LayoutFolder) -> int:
    """The most languages of a job that some sheet of the layout shows; ANY where there is no limit."""
    most = layout.layout.most_languages
    return ANY if most is None else most


def layouts_for(inputs: Inputs, languages: int, *, many: bool) -> tuple[str, ...]:
    """The names of the layouts that show so many languages; *many* asks for those that list slogans."""
    return tuple(one.name for one in _showing(inputs, languages) if one.layout.many == many)


def layouts_with(inputs: Inputs, slot: str, languages: int) -> tuple[str, ...]:
    """The names of the layouts that have a place for a slot, and for so many languages."""
    shown = _showing(inputs, languages)
    return tuple(one.name for one in shown if any(showing.what == slot for showing in one.layout.shows))


def _showing(inputs: Inputs, languages: int) -> Iterator[LayoutFolder]:
    for name in inputs.layout_names():
        try:
            layout = inputs.layout(name)
        except PlacardsError:
            continue  # whoever asks for it will hear
        if languages_shown(layout) >= languages:
            yield layout


#: The shipped layouts for one language that show a picture.
_OF_PICTURE = {"photo": "photo-caption", "portrait": "portrait-quote"}


def default_layout(languages: int, slogans: int, pictures: Iterable[str] = ()) -> str:
    """The shipped layout for so many languages and slogans, and for pictures by slot, where nobody named one."""
    if slogans > 1:
        return "chant-sheet"
    shows = next((_OF_PICTURE[slot] for slot in pictures if slot in _OF_PICTURE), "")
    if shows and languages == 1:
        return shows
    return {1: "placard", 2: "two-languages", 3: "three-languages"}.get(languages, "specimen")


def default_size(layout: LayoutFolder) -> str:
    """The size of an artefact where nobody named one: paper to read from for lists, to hold up for all else, or the
    first size that the layout is made for, where that is no paper (a badge, a banner, an image)."""
    sizes = layout.layout.sizes
    if sizes and not any(size.partition("-")[0] in PAPER_MM for size in sizes):
        return sizes[0]
    return "a4" if layout.layout.many else "a3"
