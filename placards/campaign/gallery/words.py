"""A language becomes the gallery's own words in it; all of them, or English."""

from __future__ import annotations

from placards.frozen import dataclass
from placards.messages.draft import draft_word
from placards.messages.interface import interface_word
from placards.messages.library import MessageLibrary

#: By the name of the slogan in the pack ``interface``, without ``gallery-``.
ENGLISH = {
    "search": "Search",
    "language": "Language",
    "layout": "Design",
    "size": "Size",
    "format": "File type",
    "status": "State",
    "all": "All",
    "nothing": "Nothing found",
    "reset": "Show all",
    "untranslated": "Not translated",
    "unchecked": "Not yet checked",
    "approved": "Approved",
    "official": "Official translation",
    "copies": "Copies",
    "stock": "Paper",
    "pages": "Pages",
    "colours": "Colours",
    "caution": "Caution",
    "credits": "Credits",
    "description": "Description",
    "skip": "Skip to the posters",
    "next": "Next",
    "previous": "Previous",
    "close": "Close",
}


@dataclass(frozen=True, slots=True)
class Interface:
    """The words by their names, all in one language."""

    words: dict[str, str]
    language: str


def gallery_words(library: MessageLibrary, language: str) -> Interface:
    """The words in a language, with “DRAFT” as it stands on posters; English where one of them is missing: a page in
    two languages would be read by nobody, and could not run both ways."""
    found = {
        name: interface_word(library, f"interface/gallery-{name}", language, text) for name, text in ENGLISH.items()
    }
    found["draft"] = draft_word(library, language)
    spoken = {tag for _, tag in found.values()}
    if len(spoken) == 1:
        return Interface({name: word for name, (word, _) in found.items()}, spoken.pop())
    return Interface({**ENGLISH, "draft": "DRAFT"}, "en")
