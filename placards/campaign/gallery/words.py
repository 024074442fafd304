"""A language becomes the gallery's own words in it; all of them, or English."""

from __future__ import annotations

from placards.messages.draft import draft_word
from placards.messages.library import MessageLibrary
from placards.messages.whole import Whole, whole_words

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


def gallery_words(library: MessageLibrary, language: str) -> Whole:
    """The words in a language, with “DRAFT” as it stands on posters; English where one of them is missing: a page in
    two languages would be read by nobody, and could not run both ways."""
    draft, spoken = draft_word(library, language)
    found = whole_words(library, language, {name: f"gallery-{name}" for name in ENGLISH}, ENGLISH)
    if found.language == spoken:
        return Whole({**found.words, "draft": draft}, spoken)
    return Whole({**ENGLISH, "draft": "DRAFT"}, "en")
