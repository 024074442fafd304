"""Words of the tool's own become those of one language, all of them, or English: half a page in another confuses."""

from __future__ import annotations

from collections.abc import Mapping

from placards.frozen import dataclass
from placards.messages.interface import interface_word
from placards.messages.library import MessageLibrary


@dataclass(frozen=True, slots=True)
class Whole:
    """The words by the names they were asked for, all in one language."""

    words: dict[str, str]
    language: str

    def __getitem__(self, name: str) -> str:
        return self.words[name]


def whole_words(library: MessageLibrary, language: str, names: Mapping[str, str], english: Mapping[str, str]) -> Whole:
    """The words in a language, by what they are called here: *names* says how the pack ``interface`` calls them, and
    *english* what stands where one of them is missing in the language, for all of them."""
    found = {
        name: interface_word(library, f"interface/{names[name]}", language, text) for name, text in english.items()
    }
    spoken = {tag for _, tag in found.values()}
    if len(spoken) == 1:
        return Whole({name: word for name, (word, _) in found.items()}, spoken.pop())
    return Whole(dict(english), "en")
