"""Messages and details become the Content of an artefact. What artefacts have in common is put together once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.layout.content import Content, GivenPicture, OwnText, SlotText
from placards.messages.trust.status import Status
from placards.plan.choices import Choices
from placards.plan.details import ShownDetails
from placards.plan.facts import Facts
from placards.plan.messages import Messages, Worded
from placards.template.translating import Lookup, translated

#: What begins the lines of who calls and of who answers.
Turns = tuple[SlotText, SlotText]


@dataclass
class Contents:
    """Makes Contents of some Choices, as long as they are planned. *tags* are those of each slogan."""

    choices: Choices
    inputs: Inputs
    messages: Messages
    tags: Mapping[str, Sequence[str]]
    _drafts: dict[str, SlotText] = field(default_factory=dict)
    _turns: dict[str, Turns] = field(default_factory=dict)
    _pictures: dict[str, tuple[GivenPicture, ...]] = field(default_factory=dict)
    _own: dict[tuple[object, ...], tuple[OwnText, ...]] = field(default_factory=dict)
    _pieces: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict)

    def content(
        self, facts: Facts, languages: tuple[str, ...], group: Sequence[Worded], details: ShownDetails
    ) -> Content:
        """What one artefact shows; raises InputError."""
        entries = tuple([one.entry for one in group if one.entry is not None])
        draft = turns = None
        if any(status == Status.FUZZY for one in group for _, _, status in one.statuses):
            draft = self._draft(languages[0])
        if facts.lists and any(entry.response for entry in entries):
            turns = self._turn_words(languages[0])
        chosen = self.choices.details
        themes: tuple[str, ...] = ()
        if facts.has_art:
            themes = tuple(dict.fromkeys([tag for entry in entries for tag in self.tags.get(entry.slogan, ())]))
        own = self._own_texts_of(facts, languages) if facts.has_texts else ()
        pictures = self._given(languages[0]) if chosen.pictures else ()
        content = Content(
            languages, entries, details.fields, chosen.link, draft, turns, own, chosen.offered, pictures,
            chosen.digits, chosen.art, themes,
        )  # fmt: skip
        if content.field("credit", 1):
            content = self._with_changed(content)
        alts = self._alts(facts, content) if facts.has_art else ()
        return replace(content, own=(*own, *alts)) if alts else content

    def _with_changed(self, content: Content) -> Content:
        """The content with the word for altered art, where its credit is found out."""
        from placards.compose.credited import asks_for_credit
        from placards.messages.interface import changed_word

        if not asks_for_credit(content):
            return content
        return replace(content, changed=changed_word(self.messages.library, content.languages[0]))

    def _draft(self, language: str) -> SlotText:
        if language not in self._drafts:
            from placards.messages.draft import draft_word

            self._drafts[language] = SlotText(*draft_word(self.messages.library, language))
        return self._drafts[language]

    def _turn_words(self, language: str) -> Turns:
        if language not in self._turns:
            from placards.messages.interface import turn_words

            leader, crowd = turn_words(self.messages.library, language)
            self._turns[language] = SlotText(*leader), SlotText(*crowd)
        return self._turns[language]

    def _given(self, language: str) -> tuple[GivenPicture, ...]:
        if language not in self._pictures:
            from placards.plan.pictures import given_pictures

            self._pictures[language] = given_pictures(self.choices, language, self.inputs)
        return self._pictures[language]

    @cached_property
    def _own_texts(self) -> Lookup:
        from placards.plan.own_texts import OwnTexts

        return self.inputs.world.kept("own texts", lambda: OwnTexts(self.inputs.world))

    def _own_texts_of(self, facts: Facts, languages: tuple[str, ...]) -> tuple[OwnText, ...]:
        key = (facts.layout.name, languages)
        if key not in self._own:
            self._own[key] = translated(facts.layout, languages, self._own_texts)
        return self._own[key]

    def _alts(self, facts: Facts, content: Content) -> tuple[OwnText, ...]:
        """What its pieces of art show, in the artefact's first language."""
        from placards.plan.art import alt_texts, pieces_of

        entries = content.entries
        asked = (facts.layout.name, content.art, content.themes, entries[0].slogan if entries else "")
        if asked not in self._pieces:
            self._pieces[asked] = pieces_of(facts.layout, content, self.inputs.artwork)
        pieces, language = self._pieces[asked], content.languages[0]
        key = ("art", pieces, language)
        if key not in self._own:
            self._own[key] = alt_texts(pieces, language, self.inputs.artwork, self._own_texts)
        return self._own[key]
