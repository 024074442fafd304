"""What stands in a column of slogans, a name or the words themselves, becomes the slogan's full name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from placards.locale.language import fallbacks
from placards.messages.library import MessageLibrary
from placards.messages.pack import Slogan
from placards.patterns import pattern
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, PlacardsError, UnknownNameError, near

_NAME = pattern(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")


class Slogans:
    """Finds slogans by name, by the pack's own words, and by a translation in a language of the row."""

    def __init__(self, library: MessageLibrary) -> None:
        self._library = library
        self._by_words: dict[str, dict[str, list[str]]] = {}
        self._names: dict[tuple[str, tuple[str, ...]], str] = {}

    def name(self, text: str, languages: Iterable[str]) -> str:
        """The full name; raises InputError for words that no slogan has, or several have."""
        key = (text, tuple(languages))
        if key not in self._names:
            self._names[key] = self._find(*key)
        return self._names[key]

    def _find(self, text: str, languages: tuple[str, ...]) -> str:
        named: PlacardsError | None = None
        if _NAME.fullmatch(text):
            try:
                return self._library.slogan(text).full_name
            except PlacardsError as error:
                if not isinstance(error, UnknownNameError) or "/" in text:
                    raise
                named = error
        words = folded(text)
        for tag in ("", *dict.fromkeys(tag for language in languages for tag in fallbacks(language))):
            found = self._words(tag).get(words, []) if words else []
            if len(found) == 1:
                return found[0]
            if found:
                raise InputError("table-slogan-several", names=tuple(found))
        if named is not None and named.remedy:
            raise named
        remedy = self._near(text, languages)
        raise UnknownNameError("table-slogan-unknown", remedy=remedy, slogan=text[:60])

    def _near(self, text: str, languages: tuple[str, ...]) -> Remedy | None:
        """The slogans with nearly these words, by name."""
        known = {words: names for tag in ("", *languages) for words, names in self._words(tag).items()}
        remedy = near(folded(text), list(known))
        if remedy is None or remedy.code != "did-you-mean":
            return None
        words = dict(remedy.parameters)["near"]
        assert isinstance(words, tuple)
        return Remedy("did-you-mean", (("near", tuple(name for word in words for name in known[word])[:3]),))

    def _words(self, tag: str) -> dict[str, list[str]]:
        """Folded words → full names, in the packs' own words ("") or in a language."""
        if tag not in self._by_words:
            found: dict[str, list[str]] = {}
            for pack in self._library.packs():
                for slogan in pack.slogans:
                    for text in self._texts(slogan, tag):
                        names = found.setdefault(folded(text), [])
                        if slogan.full_name not in names:
                            names.append(slogan.full_name)
            self._by_words[tag] = found
        return self._by_words[tag]

    def _texts(self, slogan: Slogan, tag: str) -> Iterable[str]:
        if not tag:
            yield slogan.text
            if slogan.original is not None:
                yield slogan.original.text
            return
        try:
            message = self._library.own_message(slogan, tag)
        except PlacardsError:  # a broken catalog: who needs its messages will hear
            return
        if message is not None:
            yield message.text


def folded(text: str) -> str:
    """Words without capitals, punctuation and line breaks; accents and vowel signs stay, for they are letters.

    >>> folded("No  one is free…\\nuntil ALL are")
    'no one is free until all are'
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("*", "")
    letters = (" " if unicodedata.category(char)[0] in "PSZC" else char for char in plain)
    return " ".join("".join(letters).split())
