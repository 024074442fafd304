"""The fonts of a World become a FontSet, which lists the fonts to try for a role, language and script."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import PurePosixPath

from placards.files.shipped import shipped_source, world_of
from placards.files.world import File, Source, World
from placards.frozen import dataclass
from placards.locale.language import fallbacks, script_of
from placards.problems.diagnostic import Diagnostic, Diagnostics, diagnostic
from placards.problems.errors import FontError, Place, UnknownNameError, near
from placards.text.family import RENAMED_ROLES, Family, FontFile, Fonts, Preference
from placards.text.font import Font
from placards.text.font_list import FontList, read_font_list, read_fonts_toml
from placards.text.font_names import FONT_SUFFIXES, OTHER_FONT_SUFFIXES
from placards.text.kept import ShapingCache
from placards.text.script import expand_script

#: The roles that shipped families play, and the weight each asks for when nobody says otherwise.
ROLE_WEIGHTS = {
    "display": 900, "poster": 900, "hand": 900, "stencil": 900, "condensed": 900, "grotesk": 900, "text": 700,
    "handwritten": 900,
}  # fmt: skip

#: What stands in where no family of a role draws a text: a slogan's next best is a heavy face, not small print.
_BEHIND = {role: (role, "display") for role in ("poster", "hand", "stencil", "condensed", "grotesk")}

#: The folder of a source that its fonts lie in, and the list that may lie there.
FOLDER = "fonts"
LISTING = f"{FOLDER}/fonts.toml"

#: Folders in folders are searched so far down: a link to a folder above would never end.
_DEPTH = 6

#: Languages, roles and weights that a set remembers its choice for.
_MAX_CHOICES = 4096


@dataclass(eq=False)
class FontSet:
    """All fonts of a run, in order of choice; user families stand first. Compared and hashed by identity."""

    families: tuple[Family, ...]
    preferences: tuple[Preference, ...] = ()
    problems: tuple[Diagnostic, ...] = ()  # warnings: fonts that were brought along and are not used
    faces: tuple[tuple[str, str], ...] = ()  # role → the family that goes before all others for it
    _candidates: dict[tuple[str, str, str, int], Fonts] = field(default_factory=dict)
    _everything: dict[int, Fonts] = field(default_factory=dict)
    shaping: ShapingCache = field(default_factory=ShapingCache, repr=False)

    def family(self, name: str) -> Family | None:
        """The family of that name, case ignored."""
        wanted = name.casefold()
        return next((f for f in self.families if f.name.casefold() == wanted), None)

    def plays(self, font: Font, role: str) -> bool:
        """Whether a font is one of a role's own, and not of the role behind it."""
        name = font.path.name
        return any(name == file.path.name for f in self.families if role in f.roles for file in f.files)

    def with_faces(self, faces: tuple[tuple[str, str], ...]) -> FontSet:
        """The same fonts with a family before all others for some roles. An own family without roles then plays those
        alone. Raises UnknownNameError for a family that there is not."""
        played: dict[str, frozenset[str]] = {}
        for role, name in faces:
            family = self.family(name)
            if family is None:
                remedy = near(name, [family.name for family in self.families])
                raise UnknownNameError("brand-font", remedy=remedy, name=name)
            played[family.name] = played.get(family.name, frozenset()) | {role}
        families = tuple(
            replace(family, roles=played[family.name]) if _may_play(family, played) else family
            for family in self.families
        )
        return FontSet(families, self.preferences, self.problems, faces)

    def candidates(self, role: str, language: str, script: str, weight: int) -> Sequence[Font]:
        """The fonts to try first, best first: the user's, those preferred for the language, those of the role and
        script, the same of the role behind it, then the script's text fonts. *role* may also be a family's name, which
        then goes first."""
        key = (role, language, script, weight)
        found = self._candidates.get(key)
        if found is None:
            if len(self._candidates) >= _MAX_CHOICES:
                self._candidates.clear()
            ranked = self._ranked(RENAMED_ROLES.get(role, role), language, script)
            found = self._candidates[key] = Fonts(family.instance(as_, weight) for family, as_ in ranked)
        return found

    def everything(self, weight: int) -> Sequence[Font]:
        """Every font of the set as the last resort for a cluster: the user's, then the sober text families (a comma in
        Anton would stand out in a Vai text), then the rest."""
        found = self._everything.get(weight)
        if found is None:
            families = sorted(self.families, key=lambda f: not f.user and "text" not in f.roles)
            found = self._everything[weight] = Fonts(f.instance("text", weight) for f in families)
        return found

    def emoji(self) -> Sequence[Font]:
        """The emoji fonts."""
        return Fonts(f.instance("emoji", 400) for f in self.families if "emoji" in f.roles)

    def _ranked(self, role: str, language: str, script: str) -> Iterable[tuple[Family, str]]:
        """Families, each with the role that it is wanted for: its variations are fixed by that."""
        chosen = dict(self.faces)
        named = self.family(chosen.get(role, role))
        if named is not None:
            yield named, role
            role = role if role in chosen else "display"
        roles = _BEHIND.get(role, (role,))
        usable = [f for f in self.families if script in f.scripts]
        # Whoever brings a face for slogans wants it on every layout, also where ours has more character.
        # A brand's face is for the letters that the brand names.
        branded = set(chosen.values())
        for wanted in roles:
            mine = (f for f in usable if f.user and (not f.roles or wanted in f.roles))
            yield from ((f, wanted) for f in mine if wanted == role or f.name not in branded)
        for wanted in roles:
            for name in self._preferred(wanted, language, script):
                family = self.family(name)
                if family is not None:
                    yield family, wanted
            yield from ((f, wanted) for f in usable if wanted in f.roles and not f.user)
        yield from ((f, roles[-1]) for f in usable if "text" in f.roles and not f.user)

    def _preferred(self, role: str, language: str, script: str) -> Iterable[str]:
        # The preference is for the language's own script: Latin words in an Urdu message want a Latin display face.
        tags = fallbacks(language) if language else ()
        own = script in expand_script(script_of(language)) if language else False
        if not own:
            return
        language_only = {t for tag in tags for t in (tag, f"{tag}-{script}")}
        for preference in self.preferences:
            if preference.languages & language_only and (not preference.roles or role in preference.roles):
                yield from preference.families


def _may_play(family: Family, played: dict[str, frozenset[str]]) -> bool:
    return family.user and not family.roles and family.name in played


class FontSets:
    """The FontSets of Worlds, by what lies in their font folders now: an edited font or list makes a new set. The least
    recently used is forgotten."""

    def __init__(self, limit: int = 16) -> None:
        self.limit = limit
        self._sets: OrderedDict[tuple[object, ...], FontSet] = OrderedDict()

    def of(self, world: World) -> FontSet:
        """The fonts of all sources, the first source's in front; raises FontError with everything that is wrong in
        ``diagnostics``."""
        key = tuple((source, _state(source)) for source in world.sources)
        found = self._sets.get(key)
        if found is None:
            found = _font_set([(source, _font_files(source)) for source in world.sources])
            self._sets[key] = found
            if len(self._sets) > self.limit:
                self._sets.popitem(last=False)
        self._sets.move_to_end(key)
        return found


#: Those of this process.
FONT_SETS = FontSets()


def font_set(world: World) -> FontSet:
    """The fonts of a World, users' in front; ``problems`` says which of theirs are not used."""
    return FONT_SETS.of(world)


def shipped_fonts() -> FontSet:
    """The fonts that travel with the package."""
    return font_set(world_of())


def _is_shipped(source: Source) -> bool:
    return source == shipped_source()


def _state(source: Source) -> object:
    """What a source's part of a set depends on. What is shipped changes with its list only; beside a user's folder of
    fonts, what lies in the campaign's own is looked at."""
    return source.stamp(LISTING) if _is_shipped(source) else (source.tree(FOLDER), source.stamp(""))


def _font_files(source: Source) -> list[str]:
    """Everything of a user's source that is called a font, by name."""
    if _is_shipped(source):
        return []
    return sorted([*_fonts_in(source, FOLDER, _DEPTH), *_called_fonts(source.names(""), "")])


def _fonts_in(source: Source, folder: str, depth: int) -> Iterator[str]:
    names = source.names(folder)
    yield from _called_fonts(names, f"{folder}/")
    for name in names if depth else ():
        if name.endswith("/") and not name.startswith("."):
            yield from _fonts_in(source, f"{folder}/{name[:-1]}", depth - 1)


def _called_fonts(names: Iterable[str], start: str) -> Iterator[str]:
    called = FONT_SUFFIXES | OTHER_FONT_SUFFIXES
    return (start + n for n in names if PurePosixPath(n).suffix.lower() in called and n[0] != "." and n[-1] != "/")


def _font_set(sources: list[tuple[Source, list[str]]]) -> FontSet:
    own: dict[str, Family] = {}  # the users'
    shipped: list[Family] = []
    preferences: list[Preference] = []
    found = Diagnostics()
    for source, names in sources:
        if _is_shipped(source):
            listed = read_font_list(File(source, LISTING))
            shipped += listed.families
        else:
            listed = _own_list(source, names, found)
            for family in listed.families:
                other = own.setdefault(family.name.casefold(), family)
                if other is not family:
                    place, used = (Place(f.files[0].file.label) for f in (family, other))
                    found(diagnostic("font-family-split", place=place, family=family.name, used=str(used.file)))
        preferences += listed.preferences
    families = (*own.values(), *shipped)
    known = {family.name.casefold(): family.name for family in families}
    for name in dict.fromkeys(name for preference in preferences for name in preference.families):
        if name.casefold() not in known:
            found(diagnostic("font-preference-unknown", remedy=near(name, list(known.values())), family=name))
    if found.errors:
        first, *others = found.errors
        raise FontError(first, also=others)
    return FontSet(families, tuple(preferences), found.warnings)


def _own_list(source: Source, names: list[str], found: Diagnostics) -> FontList:
    """What a user's source has: by its list where there is one, else every font file."""
    listing = File(source, LISTING)
    has_list = source.has(LISTING)
    listed = FontList((), ())
    if has_list:
        with found.caught():
            listed = read_font_list(listing, user=True)
    else:
        listed = FontList(tuple(_loose(source, names, found)), ())
    used = {file.file.name for family in listed.families for file in family.files}
    for name in names:
        path, place = PurePosixPath(name), File(source, name).place()
        if path.suffix.lower() in OTHER_FONT_SUFFIXES:
            found(diagnostic("font-format", place=place, name=path.name))
        elif not name.startswith(f"{FOLDER}/"):
            found(diagnostic("font-misplaced", place=place, name=path.name))
        elif has_list and listed.families and name not in used:
            found(diagnostic("font-unlisted", place=place, name=path.name))
    return listed


def _loose(source: Source, names: list[str], found: Diagnostics) -> Iterator[Family]:
    """The families of font files that no list describes; files of one family are joined."""
    families: dict[str, Family] = {}
    for name in names:
        if not name.startswith(f"{FOLDER}/") or PurePosixPath(name).suffix.lower() not in FONT_SUFFIXES:
            continue
        file = File(source, name)
        with found.caught(file.place()):
            family = _described(file)
            if not family.scripts:
                found(diagnostic("font-no-script", place=file.place(), name=PurePosixPath(name).name))
            known = families.get(family.name)
            if known is not None:
                scripts = known.scripts | family.scripts
                family = Family(known.name, known.files + family.files, scripts=scripts, user=True)
            families[family.name] = family
    yield from families.values()


def _described(file: File) -> Family:
    from placards.text.font_files import describe_font_file  # only people's own fonts have no list

    return describe_font_file(file)


__all__ = [
    "FOLDER",
    "FONT_SETS",
    "ROLE_WEIGHTS",
    "Family",
    "FontFile",
    "FontSet",
    "FontSets",
    "Preference",
    "font_set",
    "read_fonts_toml",
    "shipped_fonts",
]  # fmt: skip
