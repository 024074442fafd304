"""fonts.toml and loose font files become a FontSet, which lists the fonts to try for a role, language and script."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from placards.files.shipped import fonts_folder
from placards.locale.language import fallbacks, script_of
from placards.problems.errors import FontError, InputError, Place
from placards.text.font import Font, load_face, load_font
from placards.text.kept import ShapingCache
from placards.text.script import expand_script

#: The roles that shipped families play, and the weight each asks for when nobody says otherwise.
ROLE_WEIGHTS = {"display": 900, "grotesk": 900, "condensed": 900, "text": 700, "handwritten": 700}

FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})

#: From this weight on, a family that has a Regular only is drawn with synthetic bold.
EMBOLDEN_FROM = 700
EMBOLDEN_BELOW = 600


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a family: a static weight, or variation axes with their ranges."""

    path: Path
    weight: int = 400
    axes: tuple[tuple[str, float, float], ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A font family as fonts.toml describes it."""

    name: str
    files: tuple[FontFile, ...]
    roles: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()
    variations: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()  # role → fixed axes
    license: str = ""
    license_file: str = ""
    source: str = ""
    user: bool = False  # brought by the user, not shipped

    def font(self, role: str, weight: int) -> Font:
        """The instance nearest to *weight*; raises FontError for a broken file."""
        file = min(self.files, key=lambda f: 0 if f.axes else 1 + abs(f.weight - weight))
        if not file.axes:
            return load_font(
                file.path, (), file.weight < EMBOLDEN_BELOW and weight >= EMBOLDEN_FROM and self._may_embolden(role)
            )
        fixed = dict(self.variations).get(role, ())
        values = dict(fixed)
        for tag, low, high in file.axes:
            if tag == "wght":
                values.setdefault("wght", weight)
            if tag in values:
                values[tag] = min(max(values[tag], low), high)
        return load_font(file.path, tuple(sorted((tag, float(v)) for tag, v in values.items())))

    def _may_embolden(self, role: str) -> bool:
        # A display family is one weight by design (Anton is called 400 and is as heavy as a Black); only families for
        # running text come lighter than asked.
        return "text" in self.roles and not self.user


@dataclass(frozen=True, slots=True)
class Preference:
    """Families that go first for some languages, for all roles or the named ones."""

    languages: frozenset[str]
    families: tuple[str, ...]
    roles: frozenset[str] = frozenset()


@dataclass(eq=False)
class FontSet:
    """All fonts of a run, in order of choice; user families stand first. Compared and hashed by identity."""

    families: tuple[Family, ...]
    preferences: tuple[Preference, ...] = ()
    _candidates: dict[tuple[str, str, str, int], tuple[Font, ...]] = field(default_factory=dict)
    _everything: dict[int, tuple[Font, ...]] = field(default_factory=dict)
    shaping: ShapingCache = field(default_factory=ShapingCache, repr=False)

    def family(self, name: str) -> Family | None:
        """The family of that name, case ignored."""
        wanted = name.casefold()
        return next((f for f in self.families if f.name.casefold() == wanted), None)

    def candidates(self, role: str, language: str, script: str, weight: int) -> tuple[Font, ...]:
        """The fonts to try first, best first: the user's, those preferred for the language, those of the role and
        script, then the script's text fonts. *role* may also be a family's name, which then goes first."""
        key = (role, language, script, weight)
        found = self._candidates.get(key)
        if found is None:
            families = self._ranked(role, language, script)
            found = self._candidates[key] = tuple(dict.fromkeys(f.font(role, weight) for f in families))
        return found

    def everything(self, weight: int) -> tuple[Font, ...]:
        """Every font of the set as the last resort for a cluster: the user's, then the sober text families (a comma in
        Anton would stand out in a Vai text), then the rest."""
        found = self._everything.get(weight)
        if found is None:
            families = sorted(self.families, key=lambda f: not f.user and "text" not in f.roles)
            found = self._everything[weight] = tuple(f.font("text", weight) for f in families)
        return found

    def emoji(self) -> tuple[Font, ...]:
        """The emoji fonts."""
        return tuple(f.font("emoji", 400) for f in self.families if "emoji" in f.roles)

    def _ranked(self, role: str, language: str, script: str) -> Iterable[Family]:
        named = self.family(role)
        if named is not None:
            yield named
            role = "display"
        usable = [f for f in self.families if script in f.scripts]
        yield from (f for f in usable if f.user and (not f.roles or role in f.roles))
        for name in self._preferred(role, language, script):
            family = self.family(name)
            if family is not None:
                yield family
        yield from (f for f in usable if role in f.roles and not f.user)
        yield from (f for f in usable if "text" in f.roles and not f.user)

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


def _require(value: Any, kind: type, place: Place) -> Any:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        names = {str: "a text", list: "a list", dict: "a table", int: "a whole number"}
        raise InputError(f"expected {names[kind]}", place=place)
    return value


def _strings(value: Any, place: Place) -> list[str]:
    return [_require(item, str, place) for item in _require(value, list, place)]


def read_fonts_toml(path: Path, *, user: bool = False) -> tuple[tuple[Family, ...], tuple[Preference, ...]]:
    """Families and preferences of a fonts.toml; raises InputError with the key that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not valid TOML: {error}", place=Place(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", place=Place(path)) from error
    families = []
    for number, entry in enumerate(_require(data.get("family", []), list, Place(path, key="family"))):
        here = Place(path, key=f"family[{number}]")
        _require(entry, dict, here)
        files = []
        for file in _require(entry.get("files"), list, Place(path, key=f"family[{number}].files")):
            _require(file, dict, here)
            axes = tuple(
                (tag, float(low), float(high)) for tag, (low, high) in sorted(dict(file.get("axes", {})).items())
            )
            files.append(
                FontFile(
                    path.parent / _require(file.get("file"), str, here),
                    _require(file.get("weight", 400), int, here),
                    axes,
                    str(file.get("sha256", "")),
                )
            )
        variations = tuple(
            (role, tuple(sorted((tag, float(value)) for tag, value in dict(fixed).items())))
            for role, fixed in sorted(dict(entry.get("variations", {})).items())
        )
        families.append(
            Family(
                _require(entry.get("name"), str, Place(path, key=f"family[{number}].name")),
                tuple(files),
                frozenset(_strings(entry.get("roles", []), here)),
                frozenset(_strings(entry.get("scripts", []), here)),
                variations,
                str(entry.get("license", "")),
                str(entry.get("license_file", "")),
                str(entry.get("source", "")),
                user,
            )
        )
    preferences = tuple(
        Preference(
            frozenset(_strings(entry.get("languages", []), Place(path, key="preference"))),
            tuple(_strings(entry.get("families", []), Place(path, key="preference"))),
            frozenset(_strings(entry.get("roles", []), Place(path, key="preference"))),
        )
        for entry in _require(data.get("preference", []), list, Place(path, key="preference"))
    )
    return tuple(families), preferences


@lru_cache(maxsize=1)
def shipped_fonts() -> FontSet:
    """The fonts that travel with the package."""
    families, preferences = read_fonts_toml(fonts_folder() / "fonts.toml")
    return FontSet(families, preferences)


def describe_font_file(path: Path) -> Family:
    """A loose font file as a family: name, weight, axes and scripts read from the file; raises FontError."""
    from collections import Counter

    from fontTools import unicodedata as ucd

    face = load_face(path)
    try:
        import uharfbuzz as hb

        name = face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or face.get_name(
            hb.OTNameIdPredefined.FONT_FAMILY
        )
        weight = round(hb.Font(face).get_style_value(hb.StyleTag.WEIGHT))
        axes = tuple(sorted((a.tag, float(a.min_value), float(a.max_value)) for a in face.axis_infos))
        counts = Counter(ucd.script(chr(c)) for c in face.unicodes if c < 0x110000)
    except (MemoryError, ValueError, UnicodeError) as error:
        raise FontError("this is not a usable font", remedy="Take it out or replace it", place=Place(path)) from error
    for shared in ("Zyyy", "Zinh", "Zzzz"):
        counts.pop(shared, None)
    # A handful of letters (a logo, a currency sign) does not make a font of that script.
    scripts = {script for script, count in counts.items() if count >= 10}
    return Family(
        name or path.stem, (FontFile(path, min(max(weight, 1), 1000), axes),), scripts=frozenset(scripts), user=True
    )


def user_fonts(folders: Sequence[Path]) -> tuple[tuple[Family, ...], tuple[Preference, ...]]:
    """The families in the users' font folders: by fonts.toml where there is one, else every font file found. Files
    of one family name are joined."""
    families: dict[str, Family] = {}
    preferences: list[Preference] = []
    for folder in folders:
        listing = folder / "fonts.toml"
        if listing.is_file():
            described, preferred = read_fonts_toml(listing, user=True)
            preferences.extend(preferred)
            for family in described:
                families.setdefault(family.name, family)
            continue
        if not folder.is_dir():
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in FONT_SUFFIXES and path.is_file():
                family = describe_font_file(path)
                known = families.get(family.name)
                if known is not None:
                    family = Family(
                        known.name, known.files + family.files, scripts=known.scripts | family.scripts, user=True
                    )
                families[family.name] = family
    return tuple(families.values()), tuple(preferences)


@lru_cache(maxsize=64)
def font_set(folders: tuple[Path, ...] = ()) -> FontSet:
    """The shipped fonts with the users' in front."""
    shipped = shipped_fonts()
    if not folders:
        return shipped
    families, preferences = user_fonts(folders)
    return FontSet(families + shipped.families, preferences + shipped.preferences)
