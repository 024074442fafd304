"""A font family: its files by weight or axes become the Font for a role and a weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias, overload

from placards.files.world import File
from placards.frozen import dataclass
from placards.text.font import MAX_FONT_BYTES, Font, FontBytes, load_font

#: From this weight on, a family that has a Regular only is drawn with synthetic bold.
EMBOLDEN_FROM = 700
EMBOLDEN_BELOW = 600

#: Old names of roles, in layouts and in lists of fonts.
RENAMED_ROLES = {"handwritten": "hand"}

#: Axes with their lowest and highest values, by tag.
Axes: TypeAlias = tuple[tuple[str, float, float], ...]

#: Role → fixed axes.
Variations: TypeAlias = tuple[tuple[str, tuple[tuple[str, float], ...]], ...]


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a family: a static weight, or variation axes with their ranges."""

    file: File
    weight: int = 400
    axes: Axes = ()
    sha256: str = ""  # of its bytes: the font's name wherever names must be the same on every machine

    @property
    def path(self) -> Path:
        """The file on this machine; only its name for one out of a bundle or memory."""
        return self.file.path or Path(PurePosixPath(self.file.name).name)

    def font(self, variations: tuple[tuple[str, float], ...] = (), embolden: bool = False) -> Font:
        """The font at fixed axes; raises FontError for a broken file, InputError for one that is gone."""
        if self.file.path is not None:
            return load_font(self.file.path, variations, embolden)
        data = self.file.read(MAX_FONT_BYTES)
        name = self.path.name
        source = FontBytes(self.sha256, data, name) if self.sha256 else FontBytes.of(data, name)
        return load_font(source, variations, embolden)


@dataclass(frozen=True, slots=True)
class Instance:
    """A file at settings: a Font that nobody has opened yet."""

    file: FontFile
    variations: tuple[tuple[str, float], ...] = ()
    embolden: bool = False

    def font(self) -> Font:
        """The font; raises FontError for a broken file."""
        return self.file.font(self.variations, self.embolden)


class Fonts(Sequence[Font]):
    """Fonts in order of choice, each opened when it is first looked at: most texts are drawn by the first."""

    def __init__(self, instances: Iterable[Instance]) -> None:
        self._instances = tuple(dict.fromkeys(instances))
        self._opened: list[Font] = []

    def __len__(self) -> int:
        return len(self._instances)

    @overload
    def __getitem__(self, index: int) -> Font: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Font]: ...
    def __getitem__(self, index: int | slice) -> Font | Sequence[Font]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        while len(self._opened) <= index:
            self._opened.append(self._instances[len(self._opened)].font())
        return self._opened[index]


@dataclass(frozen=True, slots=True)
class Family:
    """A font family as fonts.toml describes it."""

    name: str
    files: tuple[FontFile, ...]
    roles: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()
    variations: Variations = ()
    license: str = ""
    license_file: str = ""
    source: str = ""
    user: bool = False  # brought by the user, not shipped

    @property
    def lightest(self) -> int:
        """The least weight that it has."""
        axes = ((file, {tag: low for tag, low, _ in file.axes}) for file in self.files)
        return min((int(lows.get("wght", file.weight)) for file, lows in axes), default=400)

    def with_files(self, files: tuple[FontFile, ...]) -> Family:
        """The same family of other files."""
        return replace(self, files=files)

    def font(self, role: str, weight: int) -> Font:
        """The instance nearest to *weight*; raises FontError for a broken file."""
        return self.instance(role, weight).font()

    def instance(self, role: str, weight: int) -> Instance:
        """The same without opening the file."""
        file = min(self.files, key=lambda f: 0 if f.axes else 1 + abs(f.weight - weight))
        if not file.axes:
            embolden = file.weight < EMBOLDEN_BELOW and weight >= EMBOLDEN_FROM and self._may_embolden
            return Instance(file, (), embolden)
        values = dict(dict(self.variations).get(role, ()))
        for tag, low, high in file.axes:
            if tag == "wght":
                values.setdefault("wght", weight)
            if tag in values:
                values[tag] = min(max(values[tag], low), high)
        return Instance(file, tuple(sorted((tag, float(v)) for tag, v in values.items())))

    @property
    def _may_embolden(self) -> bool:
        # A display family is one weight by design (Anton is called 400 and is as heavy as a Black); only families for
        # running text come lighter than asked.
        return "text" in self.roles and not self.user


@dataclass(frozen=True, slots=True)
class Preference:
    """Families that go first for some languages, for all roles or the named ones."""

    languages: frozenset[str]
    families: tuple[str, ...]
    roles: frozenset[str] = frozenset()
