"""A language becomes its word for DRAFT, which is printed across what nobody has checked."""

from __future__ import annotations

from placards.messages.interface import interface_word
from placards.messages.library import MessageLibrary

#: The pack of the tool's own words, and the one that is meant here.
DRAFT = "interface/draft"


def draft_word(library: MessageLibrary, language: str) -> tuple[str, str]:
    """The word and its language: English where nobody is sure of the translation."""
    return interface_word(library, DRAFT, language, "DRAFT")
