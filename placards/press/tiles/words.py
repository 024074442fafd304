"""A language becomes what is said on a poster's plan; all of it, or English."""

from __future__ import annotations

from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole, whole_words

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


def tile_words(library: MessageLibrary, language: str) -> Whole:
    """The words in a language; English where one of them is missing."""
    return whole_words(library, language, {name: f"tile-{name}" for name in ENGLISH}, ENGLISH)
