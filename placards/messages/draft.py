"""A language becomes its word for DRAFT, which is printed across what nobody has checked."""

from __future__ import annotations

from placards.errors import PlacardsError
from placards.messages.library import MessageLibrary
from placards.messages.status import Status

#: The pack of the tool's own words, and the one that is meant here.
DRAFT = "interface/draft"


def draft_word(library: MessageLibrary, language: str) -> tuple[str, str]:
    """The word and its language: English where nobody is sure of the translation."""
    try:
        message = library.message(DRAFT, language)
    except PlacardsError:  # a broken catalog of the tool's own words must not stop a poster
        return "DRAFT", "en"
    if message.status.at_least(Status.TRANSLATED):
        return message.text, message.found_language
    slogan = library.slogan(DRAFT)
    return slogan.text, library.pack(slogan.pack).language
