"""A folder of templates becomes the place where translators work: its packs, languages and catalog files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from placards.files.shipped import templates_folder
from placards.files.world import Folder, World
from placards.frozen import dataclass
from placards.locale.language import language_key, parse_language
from placards.messages.folders import LanguageFolder, language_folders
from placards.messages.language_names import is_known_language, language_remedy
from placards.messages.library import MessageLibrary
from placards.messages.pack import Pack
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, Place, UnknownNameError, near


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder whose ``locale`` is read and written; slogans may come from it or be the shipped ones."""

    root: Path
    library: MessageLibrary

    def packs(self, names: Sequence[str] = ()) -> tuple[Pack, ...]:
        """The packs of these names; without names those that lie in the folder, else all. Raises the error of one that
        is named and cannot be read."""
        if names:
            return tuple(self.library.pack(name) for name in dict.fromkeys(names))
        packs = [pack for _, pack in self.library.all_packs() if isinstance(pack, Pack)]
        own = tuple(pack for pack in packs if Path(pack.path).resolve().parent.parent == self.root)
        return own or tuple(packs)

    def folder(self, language: str) -> LanguageFolder | None:
        """The folder of a language, however its name spells the tag."""
        key = language_key(language)
        return next((f for f in self.folders() if f.key == key), None)

    def folders(self) -> Iterator[LanguageFolder]:
        """The language folders of this workspace."""
        return (folder for folder in language_folders(World([Folder(self.root)])) if folder.language is not None)

    def template_path(self, name: str) -> Path:
        """Where the template of a pack stands."""
        return self.root / "locale" / f"{name}.pot"

    def catalog_path(self, language: str, pack: str) -> Path:
        """Where the catalog of a pack stands, or would stand."""
        folder = self.folder(language)
        name = str(parse_language(language)).replace("-", "_")
        return self.root / "locale" / (folder.name if folder else name) / "LC_MESSAGES" / f"{pack}.po"

    def catalogs(self, languages: Sequence[str] = (), packs: Sequence[str] = ()) -> Iterator[tuple[str, Path]]:
        """Language and file of the catalogs there are; raises UnknownNameError for a language without any."""
        for language in languages:
            self.check_language(language)
            if self.folder(language) is None:
                raise UnknownNameError("desk-no-catalog", language=language, folder=str(self.root / "locale"))
        keys = [language_key(language) for language in languages]
        for folder in self.folders():
            if keys and folder.key not in keys:
                continue
            for file in folder.catalogs():
                path = self.root / file.name
                if not packs or path.stem in packs:
                    yield folder.tag, path

    def check_language(self, tag: str) -> str:
        """The canonical tag of a language that exists; raises UnknownNameError with what was probably meant."""
        try:
            canonical = str(parse_language(tag))
        except InputError as error:
            raise InputError("language-tag", remedy=language_remedy(tag), tag=tag) from error
        if self.folder(canonical) is None and not is_known_language(canonical):
            remedy = language_remedy(tag)
            # CLDR knows some 600 of 7,000 languages: a code of three letters without a better idea may well be right.
            if remedy.code == "language-did-you-mean" or len(parse_language(tag).language) != 3:
                raise UnknownNameError("language-unknown", remedy=remedy, tag=tag)
        return canonical

    def reference(self, pack: Pack) -> str:
        """How catalogs name the file of a pack: from the folder that holds this one, the same on every machine."""
        path = Path(pack.path).resolve()
        name = f"{path.parent.parent.name}/slogans/{path.name}"
        return f"\u2068{name}\u2069" if " " in name else name  # as gettext writes names with spaces


def open_workspace(root: Path | None) -> Workspace:
    """The workspace in a folder; the shipped templates without one. Raises InputError."""
    if root is None:
        root = templates_folder()
    if not root.is_dir():
        code = "folder-is-file" if root.exists() else "folder-missing"
        raise InputError(code, remedy=Remedy("check-path"), place=Place(root))
    return Workspace(root.resolve(), MessageLibrary.with_shipped([root.resolve()]))


def split_target(target: str, library: MessageLibrary) -> tuple[Pack, str | None]:
    """``pack`` or ``pack/id`` as a pack and an id; raises UnknownNameError."""
    name, _, slogan_id = target.partition("/")
    pack = library.pack(name)
    if slogan_id and pack.find(slogan_id) is None:
        known = [slogan.id for slogan in pack.slogans]
        raise UnknownNameError("slogan-unknown-in-pack", remedy=near(slogan_id, known), pack=name, slogan=slogan_id)
    return pack, slogan_id or None
