"""A language becomes the tool's own words in it, as the pack ``interface`` has them; English where nobody is sure."""

from __future__ import annotations

from placards.messages.library import MessageLibrary
from placards.messages.trust.status import Status
from placards.problems.errors import PlacardsError

#: Who calls a line and who answers it, on a chant sheet.
TURNS = {"interface/one-voice": "One voice", "interface/all-voices": "Everyone"}

#: Said in a credit of art that somebody altered.
CHANGED = "interface/changed"


def interface_word(library: MessageLibrary, name: str, language: str, spare: str) -> tuple[str, str]:
    """A word and its language; *spare* is the English one where not even the pack can be read."""
    try:
        message = library.message(name, language)
        if message.status.at_least(Status.TRANSLATED):
            return message.text, message.found_language
        slogan = library.slogan(name)
        return slogan.text, library.pack(slogan.pack).language
    except PlacardsError:  # broken or older words of the tool's own must not stop a poster
        return spare, "en"


def changed_word(library: MessageLibrary, language: str) -> str:
    """The word for art that somebody altered."""
    return interface_word(library, CHANGED, language, "changed")[0]


def turn_words(library: MessageLibrary, language: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The words for who calls and who answers, both in one language, each with its tag."""
    first, second = (interface_word(library, name, language, spare) for name, spare in TURNS.items())
    if first[1] != second[1]:
        first, second = ((spare, "en") for spare in TURNS.values())
    return first, second
