"""Packs and catalogs of a World become messages: a slogan's text in the language asked for, or the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePath

from placards.files.shipped import world_of
from placards.files.world import File, World
from placards.frozen import dataclass
from placards.locale.language import fallbacks, language_key, parse_language
from placards.messages.folders import LanguageFolder, language_folders, of_language, pack_files
from placards.messages.pack import Original, Pack, Slogan, read_pack
from placards.messages.po.catalog import Catalog, Translation, read_catalog
from placards.messages.remembered import is_shipped, shipped_catalog, shipped_pack
from placards.messages.source_text import fold_typography
from placards.messages.trust.approval import Approval, approval_of
from placards.messages.trust.breaks import comment_breaks
from placards.messages.trust.status import Status
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, PlacardsError, Place, UnknownNameError, near


@dataclass(frozen=True, slots=True)
class Message:
    """The text of a slogan in one language. A newline in it is a preferred line break."""

    slogan: str  # full name
    language: str  # the tag asked for
    found_language: str  # the tag of the catalog, or of the pack where the text is the pack's
    text: str  # never empty: a missing message shows the pack's text
    status: Status
    approval: Approval | None = None  # where the status is approved or official
    comments: tuple[str, ...] = ()  # the translators' own, of an entry made for the pack's present text

    @property
    def breaks(self) -> tuple[str, ...]:
        """The lines that the translator allows; empty where nobody said."""
        return comment_breaks(self.comments, self.text) if self.comments else ()


@dataclass(frozen=True, slots=True)
class LanguageSummary:
    """How many slogans have a message in a language of its own, without falling back."""

    language: str
    source: int  # the pack's own language
    translated: int  # approved and official ones too
    fuzzy: int
    transliteration: bool = False  # only another spelling of a language, for the chant sheet

    @property
    def total(self) -> int:
        """All messages, drafts too."""
        return self.source + self.translated + self.fuzzy


class MessageLibrary:
    """The packs and catalogs of a World, each read once, when first needed: a library is a picture of the files as they
    are then, and an edited one is seen by the next library.

    An earlier source wins: packs as a whole, catalogs entry by entry. A broken file is an error only for those who need
    it; :meth:`problems` names them all.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._pack_files = pack_files(world)
        self._packs: dict[str, Pack | PlacardsError] = {}
        self._catalogs: dict[File, Catalog | PlacardsError] = {}
        self._catalog_files: dict[LanguageFolder, frozenset[File]] = {}
        self._folders_by_subtag: dict[str, tuple[LanguageFolder, ...]] = {}
        self._catalogs_of: dict[tuple[str, str], tuple[Catalog, ...]] = {}  # by pack and language

    @classmethod
    def with_shipped(cls, folders: Iterable[Path] = ()) -> MessageLibrary:
        """The user's folders, then what placards brings along."""
        return cls(world_of(tuple(folders)))

    def packs(self) -> tuple[Pack, ...]:
        """All slogan packs that can be read, by name; the tool's own words are none of them."""
        packs = (pack for _, pack in self.all_packs() if isinstance(pack, Pack))
        return tuple(pack for pack in packs if pack.kind == "slogans")

    def pack(self, name: str) -> Pack:
        """One pack; raises UnknownNameError, or the pack's own error."""
        if name not in self._pack_files:
            raise UnknownNameError("pack-unknown", remedy=near(name, list(self._pack_files)), pack=name)
        pack = self._load_pack(name)
        if not isinstance(pack, Pack):
            raise pack
        return pack

    def slogan(self, name: str) -> Slogan:
        """A slogan by its full name, or by its id where only one pack has it."""
        pack_name, slash, slogan_id = name.rpartition("/")
        packs = (self.pack(pack_name),) if slash else self.packs()
        found = [slogan for pack in packs if (slogan := pack.find(slogan_id)) is not None]
        if len(found) > 1:
            names = tuple(slogan.full_name for slogan in found)
            raise InputError("slogan-ambiguous", slogan=name, names=names)
        if not found:
            raise UnknownNameError("slogan-unknown", remedy=self._nearest_slogans(slogan_id, packs), slogan=name)
        return found[0]

    def slogans(self, tags: Iterable[str] = (), pack: str | None = None) -> tuple[Slogan, ...]:
        """The slogans that have all of these tags, of one pack or of all, in the packs' order."""
        wanted = frozenset((tags,) if isinstance(tags, str) else tags)
        slogans = [s for p in (self.packs() if pack is None else (self.pack(pack),)) for s in p.slogans]
        known = sorted({tag for slogan in slogans for tag in slogan.tags})
        for tag in sorted(wanted.difference(known)):
            remedy = near(tag, known)
            if pack:
                raise UnknownNameError("tag-unknown-in-pack", remedy=remedy, tag=tag, pack=pack)
            raise UnknownNameError("tag-unknown", remedy=remedy, tag=tag)
        return tuple(slogan for slogan in slogans if wanted.issubset(slogan.tags))

    def message(self, slogan: str | Slogan, language: str) -> Message:
        """The slogan in this language: a firm text of the nearest language, else the nearest draft, else the pack's.

        Raises the error of a broken catalog that is needed to know.
        """
        found = slogan if isinstance(slogan, Slogan) else self.slogan(slogan)
        pack = self.pack(found.pack)
        asked = str(parse_language(language))
        draft: Message | None = None
        for tag in self._standing_in(pack, language):
            message = self._message_in(found, pack, tag)
            if message is not None and message.status is not Status.FUZZY:
                return replace(message, language=asked)
            draft = draft or message
        if draft is not None:
            return replace(draft, language=asked)
        return Message(found.full_name, asked, pack.language, found.text, Status.MISSING)

    def own_message(self, slogan: Slogan, language: str) -> Message | None:
        """The slogan in exactly this language, without falling back; raises the error of a broken catalog."""
        return self._message_in(slogan, self.pack(slogan.pack), str(parse_language(language)))

    def languages(self) -> tuple[LanguageSummary, ...]:
        """Every language with at least one message, by tag; broken catalogs count for nothing."""
        packs = self.packs()
        summaries = (self._summary(tag, packs) for tag in self.language_tags())
        return tuple(summary for summary in summaries if summary.total)

    def language_tags(self) -> tuple[str, ...]:
        """Every language of a pack or of a folder, by tag, without a look into the catalogs."""
        tags = dict.fromkeys(pack.language for pack in self.packs())
        originals = (slogan.original for pack in self.packs() for slogan in pack.slogans)
        tags.update(dict.fromkeys(original.language for original in originals if original is not None))
        tags.update(dict.fromkeys(folder.tag for folder in self.language_folders if folder.language is not None))
        by_key: dict[str, str] = {}
        for tag in tags:
            by_key.setdefault(language_key(tag), tag)
        return tuple(sorted(by_key.values()))

    def problems(self) -> tuple[PlacardsError, ...]:
        """Reads everything and returns the errors of all broken packs, catalogs and language folders."""
        packs = [pack for _, pack in self.all_packs()]
        folders = [_no_language(f) for f in self.language_folders if f.language is None and f.catalogs()]
        catalogs = [catalog for _, catalog in self.all_catalogs()]
        return tuple(item for item in (*packs, *folders, *catalogs) if isinstance(item, PlacardsError))

    def all_packs(self) -> Iterator[tuple[str, Pack | PlacardsError]]:
        """Every pack's name with what reading it gave, for checkers."""
        for name in self._pack_files:
            yield name, self._load_pack(name)

    def all_catalogs(self) -> Iterator[tuple[File, Catalog | PlacardsError]]:
        """Every catalog file in a folder of a language, with what reading it gave, for checkers."""
        for folder in self.language_folders:
            for file in folder.catalogs() if folder.language is not None else ():
                yield file, self._read_catalog(file, folder.tag)

    @cached_property
    def language_folders(self) -> tuple[LanguageFolder, ...]:
        """All language folders of the World, those with wrong names too, for checkers."""
        return tuple(language_folders(self.world))

    @cached_property
    def transliterations(self) -> frozenset[str]:
        """The keys of the languages whose catalogs say that they only spell another language in Latin letters."""
        return frozenset(folder.key for folder in self.language_folders if folder.transliterated())

    def _standing_in(self, pack: Pack, language: str) -> Iterator[str]:
        """The tags to look in, nearest first: the language's fallbacks, then the pack's own tag where it is a variety
        of what is asked for (the pack is en-GB, somebody asks for en). A transliteration stands in for nothing."""
        asked = language_key(language)
        for tag in _distinct(fallbacks(language)):
            if language_key(tag) == asked or language_key(tag) not in self.transliterations:
                yield tag
        if language_key(language) in map(language_key, fallbacks(pack.language)):
            yield pack.language

    def _message_in(self, slogan: Slogan, pack: Pack, tag: str) -> Message | None:
        """The message in exactly this language."""
        if slogan.original is not None and language_key(tag) == language_key(slogan.original.language):
            return _original(slogan, slogan.original)
        found = (
            (catalog, *entry)
            for catalog in self._catalogs_for(pack.name, tag)
            if (entry := catalog.find(slogan.id, slogan.text)) is not None and entry[0].filled
        )
        if language_key(tag) == language_key(pack.language):
            return _source(slogan, pack, (entry for _, entry, _ in found))
        return _translation(slogan, found)

    def _catalogs_for(self, pack: str, tag: str) -> Iterable[Catalog]:
        key = (pack, language_key(tag))
        if key not in self._catalogs_of:
            self._catalogs_of[key] = tuple(self._find_catalogs(pack, tag))
        return self._catalogs_of[key]

    def _find_catalogs(self, pack: str, tag: str) -> Iterator[Catalog]:
        key = language_key(tag)
        for folder in self._folders_of(parse_language(tag).language):
            if folder.key != key:
                continue
            catalog = self._load_catalog(folder, pack)
            if isinstance(catalog, PlacardsError):
                raise catalog
            if catalog is not None:
                yield catalog

    def _folders_of(self, subtag: str) -> tuple[LanguageFolder, ...]:
        """The folders of a language in all its scripts and regions: nobody need look at the other languages."""
        if subtag not in self._folders_by_subtag:
            every = self.__dict__.get("language_folders")  # of all languages, if somebody asked for them already
            folders = language_folders(self.world, subtag) if every is None else of_language(every, subtag)
            self._folders_by_subtag[subtag] = tuple(folder for folder in folders if folder.language is not None)
        return self._folders_by_subtag[subtag]

    def _summary(self, tag: str, packs: Sequence[Pack]) -> LanguageSummary:
        counts = dict.fromkeys(Status, 0)
        for pack in packs:
            try:
                messages = [self._message_in(slogan, pack, tag) for slogan in pack.slogans]
            except PlacardsError:  # one broken catalog must not hide the other packs; problems() tells
                continue
            for message in messages:
                if message is not None:
                    counts[message.status] += 1
        firm = sum(counts[status] for status in (Status.TRANSLATED, Status.APPROVED, Status.OFFICIAL))
        spelt = language_key(tag) in self.transliterations
        return LanguageSummary(tag, counts[Status.SOURCE], firm, counts[Status.FUZZY], spelt)

    def _load_pack(self, name: str) -> Pack | PlacardsError:
        if name not in self._packs:
            try:
                file = self._pack_files[name]
                self._packs[name] = shipped_pack(file) if is_shipped(file.source) else read_pack(file)
            except PlacardsError as error:
                self._packs[name] = error
        return self._packs[name]

    def _load_catalog(self, folder: LanguageFolder, pack: str) -> Catalog | PlacardsError | None:
        files = self._catalog_files.get(folder)
        if files is None:
            files = self._catalog_files[folder] = frozenset(folder.catalogs())
        file = folder.catalog(pack)
        return self._read_catalog(file, folder.tag) if file in files else None

    def _read_catalog(self, file: File, language: str) -> Catalog | PlacardsError:
        if file not in self._catalogs:
            try:
                read = shipped_catalog if is_shipped(file.source) else read_catalog
                self._catalogs[file] = read(file, language, PurePath(file.name).stem)
            except PlacardsError as error:
                self._catalogs[file] = error
        return self._catalogs[file]

    def _nearest_slogans(self, slogan_id: str, packs: Sequence[Pack]) -> Remedy | None:
        remedy = near(slogan_id, [slogan.id for pack in packs for slogan in pack.slogans])
        broken = [
            str(self._pack_files[name].label) for name, pack in self.all_packs() if isinstance(pack, PlacardsError)
        ]
        if not broken:
            return remedy
        found = dict(remedy.parameters).get("near") if remedy else None
        if isinstance(found, tuple):
            return Remedy("did-you-mean-or-broken", (("broken", tuple(broken)), ("near", found)))
        return Remedy("perhaps-broken", (("broken", tuple(broken)),))


def _original(slogan: Slogan, original: Original) -> Message:
    return Message(slogan.full_name, original.language, original.language, original.text, Status.SOURCE)


def _source(slogan: Slogan, pack: Pack, entries: Iterable[Translation]) -> Message:
    """The pack's text, or the first entry that only breaks its lines or sets it better."""
    same = fold_typography(slogan.text)
    texts = (entry.text.strip() for entry in entries if not entry.fuzzy and fold_typography(entry.text) == same)
    return Message(slogan.full_name, pack.language, pack.language, next(texts, slogan.text), Status.SOURCE)


def _translation(slogan: Slogan, found: Iterator[tuple[Catalog, Translation, bool]]) -> Message | None:
    """The first entry that was made for the pack's present text, else the first of all, as a draft."""
    stale: tuple[Catalog, Translation, bool] | None = None
    for item in found:
        catalog, entry, current = item
        if current:
            status, approval = _trust(slogan, catalog, entry)
            text = entry.text.strip()
            comments = entry.translator_comments
            return Message(slogan.full_name, catalog.language, catalog.language, text, status, approval, comments)
        stale = stale or item
    if stale is None:
        return None
    catalog, entry, _ = stale
    return Message(slogan.full_name, catalog.language, catalog.language, entry.text.strip(), Status.FUZZY)


def _trust(slogan: Slogan, catalog: Catalog, entry: Translation) -> tuple[Status, Approval | None]:
    """How far to trust an entry that was made for the pack's present text, line breaks aside."""
    if entry.fuzzy:
        return Status.FUZZY, None
    if catalog.entries.get((slogan.id, slogan.text)) is not entry:
        return Status.TRANSLATED, None  # the source was edited, if only its line breaks
    approval = approval_of(entry.translator_comments, slogan.text, entry.text)
    if approval is None:
        return Status.TRANSLATED, None
    return (Status.OFFICIAL if approval.official else Status.APPROVED), approval


def _distinct(tags: Iterable[str]) -> Iterator[str]:
    """Each language once, by the first of its names."""
    seen = set()
    for tag in tags:
        if language_key(tag) not in seen:
            seen.add(language_key(tag))
            yield tag


def _no_language(folder: LanguageFolder) -> InputError:
    return InputError("language-folder", place=Place(folder.label), name=folder.name)
