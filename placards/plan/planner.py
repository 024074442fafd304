"""A campaign file becomes its jobs, with everything that it names looked up, and what was left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from placards.files.shipped import templates_folder, world_of
from placards.files.toml import TomlFile, read_toml
from placards.files.validation import validate
from placards.layout.content import Content, Entry, SlotText
from placards.locale.dates import DateStyle, format_when
from placards.locale.language import fallbacks
from placards.messages.draft import draft_word
from placards.messages.folders import language_key
from placards.messages.interface import turn_words
from placards.messages.language_names import is_known_language, suggest_language
from placards.messages.library import Message, MessageLibrary
from placards.messages.pack import Slogan
from placards.messages.transliteration import said
from placards.messages.trust.status import Status
from placards.pipeline import Job
from placards.plan.campaign_file import ArtefactSet, Campaign, Texts
from placards.problems.errors import InputError, PlacardsError, UnknownNameError, did_you_mean
from placards.template.library import LayoutFolder, LayoutLibrary


@dataclass(frozen=True, slots=True)
class Skipped:
    """A message that was not used: it is missing in its language, or less trusted than was asked for."""

    set: str
    slogan: str
    language: str
    status: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is going to do."""

    name: str
    file: Path
    jobs: tuple[Job, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[PlacardsError, ...]  # jobs that cannot be planned; the others go on


@dataclass(frozen=True)
class Resources:
    """Layouts, messages and fonts on one search path; earlier folders win, the shipped ones come last."""

    roots: tuple[Path, ...]
    layouts: LayoutLibrary
    messages: MessageLibrary

    @property
    def font_folders(self) -> tuple[Path, ...]:
        return tuple(root / "fonts" for root in self.roots if (root / "fonts").is_dir())


def open_resources(roots: Sequence[Path]) -> Resources:
    """The users' folders, in their order, and the shipped templates."""
    for root in roots:
        if not root.is_dir():
            raise InputError(f"“{root}” is not a folder", remedy="Check --path, or “path” in the campaign")
    own = tuple(dict.fromkeys(root.resolve() for root in roots))
    return Resources(own, LayoutLibrary(world_of(own)), MessageLibrary.with_shipped(own))


def plan_campaign(
    path: Path, extra: Sequence[Path] = (), *, draft: bool = False, require: Status | None = None
) -> Plan:
    """Read a campaign and list its jobs, with messages of at least the status *require* (by default translated ones,
    with *draft* fuzzy ones too). Raises InputError when the file itself is wrong; what concerns single jobs goes into
    ``problems``."""
    minimum = require or (Status.FUZZY if draft else Status.TRANSLATED)
    file = read_toml(path)
    campaign = validate(Campaign, file)
    folder = path.resolve().parent
    roots = [folder, *((folder / p) for p in campaign.campaign.path), *extra]
    resources = open_resources([r for r in roots if r != templates_folder() / "campaigns"])
    jobs: list[Job] = []
    skipped: list[Skipped] = []
    # A broken pack of the user's own; what is shipped is not the user's to mend.
    problems = [
        pack
        for _, pack in resources.messages.all_packs()
        if isinstance(pack, PlacardsError) and templates_folder() not in Path(pack.place.file or "").parents
    ]
    for number, artefacts in enumerate(campaign.set):
        planner = _SetPlanner(campaign, artefacts, file, number, resources, minimum, skipped, problems)
        jobs += planner.jobs()
    seen: dict[str, Job] = {}
    for job in jobs:
        if job == seen.get(job.name.casefold()):
            continue  # asked for twice, as by languages = ["all", "en"]
        if job.name.casefold() in seen:
            problems.append(
                InputError(
                    f"two artefacts would be called “{job.name}”",
                    remedy="Rename a set or a slogan, or name it once",
                    place=file.place(("set", [s.name for s in campaign.set].index(dict(job.tags)["set"]))),
                )
            )
            continue
        seen[job.name.casefold()] = job
    return Plan(campaign.campaign.name, path, tuple(seen.values()), tuple(dict.fromkeys(skipped)), tuple(problems))


@dataclass(frozen=True)
class _SetPlanner:
    """Lists the jobs of one set."""

    campaign: Campaign
    artefacts: ArtefactSet
    file: TomlFile
    number: int
    resources: Resources
    minimum: Status
    skipped: list[Skipped]
    problems: list[PlacardsError]

    def jobs(self) -> Iterator[Job]:
        slogans = list(self._slogans())
        for name in self.artefacts.layouts:
            try:
                layout = self.resources.layouts.layout(name)
            except PlacardsError as error:
                self._report(error, "layouts")
                continue
            for palette in self.artefacts.palettes:
                if palette and palette not in layout.layout.palettes:
                    self._report(
                        InputError(
                            f"the layout “{name}” has no palette “{palette}”",
                            remedy=did_you_mean(palette, list(layout.layout.palettes)),
                        ),
                        "palettes",
                    )
                    continue
                for languages in self._languages(slogans):
                    yield from self._jobs_of(layout, palette, languages, slogans)

    def _report(self, error: PlacardsError, *key: str | int) -> None:
        error = error.at(self.file.place(("set", self.number, *key)))
        if str(error) not in map(str, self.problems):  # a broken catalog is met again with every slogan
            self.problems.append(error)

    def _slogans(self) -> Iterator[Slogan | None]:
        """The set's slogans; None stands for its own text, or for artefacts without a slogan."""
        if self.artefacts.text is not None or not (self.artefacts.slogans or self.artefacts.tags):
            yield None
            return
        if self.artefacts.tags:
            try:
                found = self.resources.messages.slogans(tags=self.artefacts.tags)
            except PlacardsError as error:
                self._report(error, "tags")
                return
            if not found:
                self._report(
                    InputError("no slogan has all of these tags", remedy="See “placards list slogans”"), "tags"
                )
            yield from found
        for name in self.artefacts.slogans:
            try:
                yield self.resources.messages.slogan(name)
            except PlacardsError as error:
                self._report(error, "slogans")

    def _languages(self, slogans: Sequence[Slogan | None]) -> Iterator[tuple[str, ...]]:
        """The set's languages; "all" are those in which one of its slogans has a text of its own, without
        transliterations and those that the set leaves out."""
        messages = self.resources.messages
        known = messages.language_tags()
        without = {language_key(tag) for tag in self.artefacts.without} | set(messages.transliterations)
        spoken = [tag for tag in known if language_key(tag) not in without]
        for number, entry in enumerate(self.artefacts.languages):
            if entry == "all":
                yield from ((language,) for language in spoken if self._speaks(language, slogans))
                continue
            tags = (entry,) if isinstance(entry, str) else entry
            unknown = [tag for tag in tags if tag not in known and not is_known_language(tag)]
            for tag in unknown:
                error = UnknownNameError(
                    f"“{tag}” is not a known language", remedy=suggest_language(tag), code="language"
                )
                self._report(error, "languages", number)
            if not unknown:
                yield tags

    def _speaks(self, language: str, slogans: Sequence[Slogan | None]) -> bool:
        try:
            return any(slogan is None or self.resources.messages.own_message(slogan, language) for slogan in slogans)
        except PlacardsError:
            return True  # a broken catalog: the slogan that needs it will tell

    def _jobs_of(
        self, layout: LayoutFolder, palette: str, languages: tuple[str, ...], slogans: Sequence[Slogan | None]
    ) -> Iterator[Job]:
        entries: list[tuple[Entry, tuple[tuple[str, str, str], ...]]] = []
        for slogan in slogans:
            try:
                entry = self._entry(slogan, languages, layout)
            except PlacardsError as error:
                self._report(error, "slogans")
                continue
            if entry is not None:
                entries.append(entry)
        if not entries:
            return
        groups = [entries] if layout.layout.many else [[entry] for entry in entries]
        for group in groups:
            for size in self.artefacts.sizes:
                for suffix in self.artefacts.formats:
                    yield self._job(layout, palette, languages, group, size, suffix)

    def _entry(
        self, slogan: Slogan | None, languages: tuple[str, ...], layout: LayoutFolder
    ) -> tuple[Entry, tuple[tuple[str, str, str], ...]] | None:
        """The slogan in every language, or None where one of them may not be used."""
        if slogan is None and self.artefacts.text is None:
            return Entry("", ()), ()
        if slogan is None:
            own = [self._local(self.artefacts.text or "", language) for language in languages]
            for language, text in zip(languages, own, strict=True):
                if text is None:
                    self._report(InputError(f"there is no text for “{language}”", remedy="Add one"), "text")
            return (Entry("", tuple(t for t in own if t)), ()) if all(own) else None
        texts, spelt, statuses, usable = [], [], [], True
        for number, language in enumerate(languages, start=1):
            message = self.resources.messages.message(slogan, language)
            statuses.append((slogan.full_name, language, message.status.value))
            if not message.status.at_least(self.minimum):
                self.skipped.append(Skipped(self.artefacts.name, slogan.full_name, language, message.status.value))
                usable = False
            texts.append(SlotText(message.text, language))
            spelling = self._said(slogan, message) if number in layout.layout.says else None
            spelt.append(SlotText(spelling.text, spelling.language) if spelling else None)
            if spelling:
                statuses.append((slogan.full_name, spelling.language, spelling.status.value))
        if not usable:
            return None
        shown = tuple(spelt) if any(spelt) else ()
        return Entry(slogan.full_name, tuple(texts), shown, slogan.response), tuple(statuses)

    def _said(self, slogan: Slogan, message: Message) -> Message | None:
        """How to say a message, where that is known and trusted as much as the messages must be."""
        found = said(self.resources.messages, slogan, message)
        return found if found and found.status.at_least(self.minimum) else None

    def _local(self, texts: Texts, language: str) -> SlotText | None:
        """A text of the campaign in a language: its own, or that of the campaign's language."""
        home = self.campaign.campaign.language
        if isinstance(texts, str):
            return SlotText(texts, home) if texts else None
        for tag in (*fallbacks(language), *fallbacks(home)):
            if texts.get(tag):
                return SlotText(texts[tag], language if tag in fallbacks(language) else tag)
        return None

    def _fields(self, languages: tuple[str, ...]) -> tuple[tuple[str, tuple[SlotText, ...]], ...]:
        event, own = self.campaign.campaign, self.artefacts
        out = []
        for name in ("title", "organiser", "place"):
            value: Texts = getattr(own, name) or getattr(event, name)
            texts = [self._local(value, language) for language in languages]
            if all(texts) and texts:
                out.append((name, tuple(t for t in texts if t)))
        date, time = own.date or event.date, own.time or event.time
        if date or time:
            style = self._date_style()
            out.append(("date", tuple(SlotText(format_when(date, time, lang, style), lang) for lang in languages)))
        return tuple(out)

    def _date_style(self) -> DateStyle:
        event, own = self.campaign.campaign, self.artefacts
        shift = own.hijri_shift if own.hijri_shift is not None else event.hijri_shift
        return DateStyle(
            own.calendars or event.calendars or ("gregorian",), own.digits or event.digits or "default", shift or 0
        )

    def _draft(self, language: str) -> SlotText:
        return SlotText(*draft_word(self.resources.messages, language))

    def _turns(self, language: str) -> tuple[SlotText, SlotText]:
        leader, crowd = turn_words(self.resources.messages, language)
        return SlotText(*leader), SlotText(*crowd)

    def _job(
        self,
        layout: LayoutFolder,
        palette: str,
        languages: tuple[str, ...],
        group: Sequence[tuple[Entry, tuple[tuple[str, str, str], ...]]],
        size: str,
        suffix: str,
    ) -> Job:
        own = self.artefacts
        statuses = tuple(status for _, statuses in group for status in statuses)
        content = Content(
            languages,
            tuple(entry for entry, _ in group if entry.texts),
            self._fields(languages),
            own.link or self.campaign.campaign.link,
            self._draft(languages[0]) if any(status == Status.FUZZY for _, _, status in statuses) else None,
            self._turns(languages[0]) if layout.layout.lists and any(e.response for e, _ in group) else None,
        )
        parts = [_file_part(group[0][0].slogan.split("/")[-1])] if len(group) == 1 else []
        if len(own.layouts) > 1 or not any(parts):
            parts.append(layout.name)
        if len(own.palettes) > 1:
            parts.append(palette)
        parts.append(size)
        name = f"{own.name}/{'+'.join(languages)}/{'-'.join(p for p in parts if p)}.{suffix}"
        return Job(
            name,
            layout.folder or Path(),
            size,
            content,
            palette,
            own.dpi,
            self.resources.font_folders,
            statuses,
            (("set", own.name), ("layout", layout.name)),
        )


def _file_part(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
