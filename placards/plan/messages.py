"""Slogans become entries: their messages in an artefact's languages, or word of those that may not be used."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.layout.content import Entry, SlotText
from placards.locale.language import language_key
from placards.messages.trust.status import Status
from placards.plan.choices import Choices
from placards.plan.details import own_text
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.problems.errors import InputError, PlacardsError
from placards.problems.place import Place

if TYPE_CHECKING:
    from placards.messages.library import Message, MessageLibrary
    from placards.messages.pack import Slogan
    from placards.plan.languages import Cell

Statuses = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A message that was not used: it is missing in its language, or less trusted than was asked for."""

    set: str
    slogan: str
    language: str
    status: str
    text: str = ""  # the message as it stands, on one line

    def diagnostic(self, required: Status | None = None) -> Diagnostic:
        """The same as an error, for who asked for just this message."""
        if self.status == Status.MISSING:
            return diagnostic("plan-message-missing", slogan=self.slogan, language=self.language)
        if self.status == Status.FUZZY and required in (None, Status.TRANSLATED):
            return diagnostic("plan-message-fuzzy", slogan=self.slogan, language=self.language, text=self.text)
        return diagnostic(
            "plan-message-untrusted",
            slogan=self.slogan,
            language=self.language,
            status=self.status,
            required=str(required or ""),
        )


@dataclass(frozen=True, slots=True)
class Worded:
    """One entry with the statuses of its messages, or what was skipped of it."""

    entry: Entry | None
    statuses: Statuses = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


@dataclass
class Messages:
    """Looks up messages for Choices, each once."""

    inputs: Inputs
    cells: dict[object, tuple[Cell, ...]] = field(default_factory=dict)  # see `languages.cells_of`
    _found: dict[tuple[str, str], Message | PlacardsError] = field(default_factory=dict)

    @property
    def library(self) -> MessageLibrary:
        """The packs and catalogs, read when they are first needed."""
        return self.inputs.messages

    def has_folder(self, tag: str) -> bool:
        """Whether there are catalogs of a language: a look at one folder, not at all of them."""
        folder = f"locale/{tag.replace('-', '_')}"
        return bool(self.inputs.world.folders(folder) or self.inputs.world.names(folder))

    def message(self, slogan: Slogan, language: str) -> Message:
        """The slogan in a language; raises the error of a broken catalog."""
        key = (slogan.full_name, language)
        found = self._found.get(key)
        if found is None:
            try:
                found = self.library.message(slogan, language)
            except PlacardsError as error:
                found = error
            self._found[key] = found
        if isinstance(found, PlacardsError):
            raise found
        return found

    def slogans(self, choices: Choices) -> Iterator[Slogan | InputError]:
        """The slogans that the choices name, in their order; an error in the place of each that there is not."""
        try:
            if choices.tags:
                tagged = self.library.slogans(tags=choices.tags)
                if not tagged:
                    yield InputError("plan-tags-nothing")
                yield from tagged
        except PlacardsError as error:
            yield InputError(error.diagnostic, also=error.diagnostics[1:])
        for name in choices.slogans:
            try:
                yield self.library.slogan(name)
            except PlacardsError as error:
                yield InputError(error.diagnostic, also=error.diagnostics[1:])

    def worded(self, choices: Choices, slogan: Slogan, languages: tuple[str, ...], says: Collection[int]) -> Worded:
        """A slogan in every language, if all of them may be used; *says* are the languages (1-based) of which the
        layout shows how to say them."""
        # Imported here, as everything of slogans: who types a text needs none of it.
        from placards.messages.cautions import cautions

        texts: list[SlotText] = []
        spelt: list[SlotText | None] = []
        statuses: list[tuple[str, str, str]] = []
        skipped: list[Skipped] = []
        notes: list[Diagnostic] = []
        for number, language in enumerate(languages, start=1):
            message = self.message(slogan, language)
            statuses.append((slogan.full_name, language, message.status.value))
            if not message.status.at_least(choices.minimum):
                words = " ".join(message.text.split())
                skipped.append(Skipped(choices.name, slogan.full_name, language, message.status.value, words))
            texts.append(SlotText(message.text, language, message.breaks))
            notes += cautions(slogan, message)
            spelling = self._said(slogan, message) if number in says else None
            if spelling is not None and not spelling.status.at_least(choices.minimum):
                spelling = None
            if spelling is not None:
                statuses.append((slogan.full_name, spelling.language, spelling.status.value))
            spelt.append(None if spelling is None else SlotText(spelling.text, spelling.language))
        if skipped:
            return Worded(None, (), tuple(skipped))
        shown = tuple(spelt) if any(spelt) else ()
        entry = Entry(slogan.full_name, tuple(texts), shown, slogan.response)
        return Worded(entry, tuple(statuses), notes=tuple(notes))

    def _said(self, slogan: Slogan, message: Message) -> Message | None:
        from placards.messages.transliteration import said

        return said(self.library, slogan, message)

    def speaks(self, choices: Choices, slogan: Slogan, language: str, *, firmly: bool) -> bool:
        """Whether a slogan has a message of its own in a language; *firmly*, one that may be used."""
        try:
            message = self.library.own_message(slogan, language)
        except PlacardsError:
            return not firmly  # a broken catalog: the slogan that needs it will tell
        return message is not None and (not firmly or message.status.at_least(choices.minimum))

    def spoken(self, choices: Choices) -> list[str]:
        """Every known language, without transliterations and those that the choices leave out."""
        without = {language_key(tag) for tag in choices.without} | set(self.library.transliterations)
        return [tag for tag in self.library.language_tags() if language_key(tag) not in without]


def own_words(choices: Choices, languages: tuple[str, ...]) -> Worded:
    """The choices' own text in each language. Of texts by language, that in the choices' language stands in, which is
    said; a single text does not: raises InputError for a language that nobody gave a text in."""
    assert choices.text is not None
    texts, notes = [], []
    for language in languages:
        text = own_text(choices.text, choices.language, language)
        if text is None and not choices.text.single:
            text = own_text(choices.text, choices.language, choices.language)
            if text is not None:
                place = Place(message="text", language=language)
                shown = text.language
                notes.append(diagnostic("plan-detail-other", place=place, what="text", language=language, shown=shown))
        if text is None:
            raise InputError("plan-text-missing", language=language)
        texts.append(text)
    return Worded(Entry("", tuple(texts)), notes=tuple(notes))
