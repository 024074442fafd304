"""The languages that were chosen become the languages of each artefact: "all" spelt out, each tag known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.locale.language import language_key, parse_language, script_of
from placards.plan.choices import ALL, Choices
from placards.plan.messages import Messages
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from placards.messages.pack import Slogan


@dataclass(frozen=True, slots=True)
class Cell:
    """The languages of one artefact, and what there is to say of them."""

    languages: tuple[str, ...]
    name: str = ""  # in file names, where it is not the languages themselves
    notes: tuple[Diagnostic, ...] = ()

    @property
    def label(self) -> str:
        """As file names have it: "ur", "ar+en", "all"."""
        return self.name or "+".join(self.languages)


def cells_of(choices: Choices, messages: Messages, slogans: Sequence[Slogan], number: int) -> tuple[Cell, ...]:
    """The artefacts' languages of the choices' n-th entry; raises InputError. Choices that ask alike (a set, and what
    it changes for some languages) are answered once a plan."""
    asked = (choices.languages[number], choices.text, choices.without, choices.minimum, choices.language)
    key = (*asked, tuple([slogan.full_name for slogan in slogans]))
    if key not in messages.cells:
        messages.cells[key] = tuple(Chosen(choices, messages, slogans).cells(number))
    return messages.cells[key]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Spells out the languages of some Choices."""

    choices: Choices
    messages: Messages
    slogans: Sequence[Slogan]

    def cells(self, number: int) -> Iterator[Cell]:
        """The artefacts' languages of the choices' n-th entry; raises InputError."""
        entry = self.choices.languages[number]
        tags = (entry,) if isinstance(entry, str) else entry
        if entry == ALL:
            yield from (Cell((language,)) for language in self._each())
        elif tags == (ALL,):
            yield self._together()
        elif ALL in tags:
            raise InputError("plan-all-one")
        else:
            yield Cell(self._checked(tags))

    def _checked(self, tags: Sequence[str]) -> tuple[str, ...]:
        languages = tuple(str(parse_language(tag)) for tag in tags)
        unknown = [tag for tag in languages if not self._is_known(tag)]
        if unknown:
            from placards.messages.language_names import language_remedy

            errors = [UnknownNameError("plan-language-unknown", remedy=language_remedy(t), tag=t) for t in unknown]
            also = [error.diagnostic for error in errors[1:]]
            raise UnknownNameError(errors[0].diagnostic, also=also)
        for language in languages:
            if languages.count(language) > 1:
                raise InputError("plan-language-twice", language=language)
        return languages

    def _is_known(self, tag: str) -> bool:
        if self.messages.has_folder(tag):
            return True
        from placards.messages.language_names import is_known_language

        if is_known_language(tag):
            return True
        if len(parse_language(tag).language) <= 3 and script_of(tag) != "Zyyy":
            return not _is_alias(tag)
        return tag in self.messages.library.language_tags()

    def _each(self) -> Iterator[str]:
        """Every language in which one of the slogans has a text of its own, or the choices' own text is given."""
        choices = self.choices
        if choices.text is not None:
            yield from dict.fromkeys(tag or choices.language for tag, _ in choices.text.by_language)
            return
        for tag in self.messages.spoken(choices):
            speaks = (self.messages.speaks(choices, slogan, tag, firmly=False) for slogan in self.slogans)
            if not self.slogans or any(speaks):
                yield tag

    def _together(self) -> Cell:
        """One artefact in every language in which all slogans may be used: their own language first, and each text
        once."""
        choices, messages = self.choices, self.messages
        if choices.text is not None or not self.slogans:
            return Cell(tuple(self._each()), ALL)
        usable = [
            tag
            for tag in messages.spoken(choices)
            if all(messages.speaks(choices, slogan, tag, firmly=True) for slogan in self.slogans)
        ]
        home = messages.library.pack(self.slogans[0].pack).language
        usable.sort(key=lambda tag: (language_key(tag) != language_key(home), tag))
        first: dict[tuple[str, ...], str] = {}
        pairs = []
        for tag in usable:
            texts = tuple(" ".join(messages.message(slogan, tag).text.split()) for slogan in self.slogans)
            if texts in first:
                pairs.append(f"{tag} = {first[texts]}")
            first.setdefault(texts, tag)
        if not first:
            raise InputError("plan-languages-none")
        notes = (diagnostic("plan-texts-equal", count=len(pairs), pairs=tuple(pairs)),) if pairs else ()
        return Cell(tuple(first.values()), ALL, notes)


def _is_alias(tag: str) -> bool:
    from babel.core import get_global

    return parse_language(tag).language in get_global("language_aliases")


def given_language(tag: str) -> str:
    """The language that a text is given in, as it is written; raises InputError for what is none."""
    from placards.messages.language_names import is_known_language, language_remedy

    known = str(parse_language(tag))
    if len(parse_language(known).language) > 3 and not is_known_language(known):
        raise UnknownNameError("plan-language-unknown", remedy=language_remedy(known), tag=known)
    return known
