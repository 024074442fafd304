"""The art of a World becomes Pieces by name: what is shipped, and what people's own folders hold in ``art/``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from zlib import crc32

from placards.art.drawing import Drawing
from placards.art.normal import read_normal
from placards.art.piece import About, Piece
from placards.art.tables import ABOUT, THEMES, Themes, abouts, themes
from placards.files.world import File, World
from placards.layout.content import PictureLoader
from placards.problems.diagnostic import Remedy
from placards.problems.errors import InputError, Place, UnknownNameError, near

#: The folder of all art in a World, and the suffix of its pieces.
FOLDER, SUFFIX = "art", ".svg"

#: Let a layout take what suits the slogan.
AUTO = "auto"

_DEPTH = 3
_MOST = 64

K = TypeVar("K")
T = TypeVar("T")


class ArtLibrary:
    """Pieces of art, and people's own SVG files. What was read is remembered by what is in it, the last few of it."""

    def __init__(self, world: World, load_picture: PictureLoader) -> None:
        self.world = world
        self._load = load_picture
        self._drawings: dict[str, Drawing] = {}
        self._pieces: dict[object, Piece] = {}
        self._there: dict[object, bool] = {}
        self._tables: dict[object, dict[str, About]] = {}
        self._themes: dict[object, Themes] = {}

    def names(self) -> list[str]:
        """The names of all pieces, sorted."""
        return sorted(self._in(FOLDER, _DEPTH))

    def has(self, name: str) -> bool:
        """Whether there is a piece of that name."""
        return _kept(self._there, self._state(f"{FOLDER}/{name}{SUFFIX}"), lambda: self._file(name) is not None)

    def piece(self, name: str) -> Piece:
        """A piece by its name; raises UnknownNameError, or InputError for a file that cannot be drawn."""
        return _kept(self._pieces, self._state(f"{FOLDER}/{name}{SUFFIX}", ABOUT), lambda: self._read(name))

    def about(self, name: str) -> About:
        """What is to be said of a piece; nothing for one that no table names."""
        return self._abouts().get(name) or About()

    def drawing(self, data: bytes, place: Place) -> Drawing:
        """Any SVG file as a Drawing; raises InputError with the place."""
        from placards.art.svg import read_drawing

        return _kept(self._drawings, hashlib.sha256(data).hexdigest(), lambda: read_drawing(data, place, self._load))

    def suiting(self, tags: Iterable[str], slogan: str) -> str:
        """The name of the piece that suits a slogan with these tags: always the same one for a slogan."""
        known = self._known_themes()
        given = set(tags)
        for tag, pieces in known.tags:
            if tag not in given:
                continue
            turned = crc32(slogan.encode()) % max(len(pieces), 1)
            there = next((name for name in (*pieces[turned:], *pieces[:turned]) if self.has(name)), None)
            if there is not None:
                return there
        return known.default

    def suiting_any(self) -> tuple[str, ...]:
        """All pieces that `suiting` may find."""
        known = self._known_themes()
        return tuple(dict.fromkeys((*(name for _, pieces in known.tags for name in pieces), known.default)))

    def _read(self, name: str) -> Piece:
        file = self._file(name)
        if file is None:
            raise UnknownNameError("art-unknown", remedy=near_art(name, self.names()), name=name)
        data, about = file.read(), self.about(name)
        tones = read_normal(data)
        return Piece(name, about, tones) if tones else Piece(name, about, drawn=self.drawing(data, file.place()))

    def _abouts(self) -> dict[str, About]:
        return _kept(self._tables, self._state(ABOUT), lambda: abouts(self.world))

    def _known_themes(self) -> Themes:
        return _kept(self._themes, self._state(THEMES), lambda: themes(self.world))

    def _state(self, *names: str) -> object:
        """Something cheap that differs when one of these files was changed in any source."""
        return self.world.kept(("art", names), lambda: self._stamps(names))

    def _stamps(self, names: tuple[str, ...]) -> object:
        try:
            return (*names, *(source.stamp(name) for name in names for source in self.world.sources))
        except ValueError:  # a NUL, half of a surrogate pair: no name of a file
            return names

    def _file(self, name: str) -> File | None:
        try:
            return self.world.find(f"{FOLDER}/{name}{SUFFIX}")
        except InputError:  # a name that leaves the folder
            return None

    def _in(self, folder: str, depth: int) -> Iterable[str]:
        for name in self.world.names(folder, SUFFIX):
            if self.world.find(f"{folder}/{name}") is not None:
                yield f"{folder}/{name}".removeprefix(f"{FOLDER}/").removesuffix(SUFFIX)
        for name in self.world.folders(folder) if depth else ():
            yield from self._in(f"{folder}/{name}", depth - 1)


def is_svg(name: str) -> bool:
    """Whether a file is vector art, by its name."""
    return name.lower().endswith(SUFFIX)


def near_art(name: str, known: Sequence[str]) -> Remedy | None:
    """A remedy that offers the nearest names: "dove" is near "peace/dove", whatever its theme is."""
    last = name.rpartition("/")[2].lower()
    same = tuple(one for one in known if one.rpartition("/")[2] == last)
    if same:
        return Remedy("did-you-mean", (("near", same),))
    found = near(name, known)
    if found is None or found.code == "did-you-mean":
        return found
    ends = {one.rpartition("/")[2]: one for one in reversed(known)}
    other = near(last, list(ends))
    if other is None or other.code != "did-you-mean":
        return found
    (_, close), *_ = other.parameters
    assert isinstance(close, tuple)
    return Remedy("did-you-mean", (("near", tuple(ends[str(one)] for one in close)),))


def _kept(known: dict[K, T], key: K, make: Callable[[], T]) -> T:
    """What is known, or is made now; the oldest is forgotten where there is much."""
    if key not in known:
        known[key] = make()
        if len(known) > _MOST:
            del known[next(iter(known))]
    return known[key]
