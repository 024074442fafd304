"""A language becomes what is said on a poster's plan; all of it, or English."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.messages.interface import interface_word
from placards.messages.library import MessageLibrary

#: By the name of the slogan in the pack ``interface``, without ``tile-``.
ENGLISH = {
    "print": "Print all pages at 100 %, not “fit to page”.",
    "ruler": "This line must be as long as it says.",
    "cut": "Cut off the strips that show scissors.",
    "glue": "Put glue on the strips that show a drop, and lay the next sheet on them.",
    "order": "Begin with A1. Make each row, then join the rows.",
    "blank": "Crossed sheets are empty and left out.",
    "row": "row",
}


@dataclass(frozen=True, slots=True)
class TileWords:
    """The words by their names, all in one language."""

    words: dict[str, str]
    language: str


def tile_words(library: MessageLibrary, language: str) -> TileWords:
    """The words in a language; English where one of them is missing."""
    found = {name: interface_word(library, f"interface/tile-{name}", language, text) for name, text in ENGLISH.items()}
    spoken = {tag for _, tag in found.values()}
    if len(spoken) == 1:
        return TileWords({name: word for name, (word, _) in found.items()}, spoken.pop())
    return TileWords(dict(ENGLISH), "en")
