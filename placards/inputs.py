"""A World becomes what jobs are made of: layouts, messages, fonts, pictures, each read once while unchanged."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from placards.elements.page import outlines_kept
from placards.files.shipped import world_of
from placards.files.world import File, World
from placards.job import art_digest, fonts_digest, layout_digest, own_sources
from placards.layout.content import LoadedPicture
from placards.layout.pictures import Treatment
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError
from placards.problems.place import Place
from placards.template.coloring import Coloring, choose
from placards.template.derive import Given
from placards.template.library import LayoutFolder, LayoutLibrary
from placards.template.shared import Palette, shared_palettes
from placards.text.font import Font
from placards.text.fontset import FontSet, FontSets
from placards.values.color import Color
from placards.values.geometry import Rect, Size
from placards.values.profile import Profile

if TYPE_CHECKING:
    from placards.art.credits import Credit
    from placards.art.library import ArtLibrary
    from placards.files.toml import KeyPath
    from placards.messages.library import MessageLibrary

T = TypeVar("T")


class Bounded(Generic[T]):
    """Remembers what was made last, as many as *most*; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for the key, or is made now."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = make()
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._kept)


class Inputs:
    """Everything that a World holds for jobs, with the bounded caches of a process. What changed in the World since it
    was read is read anew: layouts, fonts and pictures are remembered by what is in them."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world_of() if world is None else world
        self._layouts = LayoutLibrary(self.world)
        self._fonts = FontSets(2)
        self._faced: Bounded[FontSet] = Bounded(2)
        self._digests: Bounded[str] = Bounded(64)
        self._font_files: Bounded[dict[object, File]] = Bounded(2)
        self._coverage: Bounded[frozenset[str]] = Bounded(64)
        self._credits: Bounded[dict[str, Credit]] = Bounded(2)
        self._pictures: Bounded[LoadedPicture] = Bounded(16)
        self.outlines = outlines_kept()
        self._tones: Bounded[tuple[Color, ...]] = Bounded(64)

    def profile(
        self, name: str, keys: tuple[tuple[str, Any], ...] = (), where: Callable[[KeyPath], Place] | None = None
    ) -> Profile:
        """A profile by its name, or by its file's in the World, with single *keys* in place of what it says; raises
        UnknownNameError and InputError."""
        from placards.press.profile_file import read_profile

        return self.world.kept(("profile", name, keys), lambda: read_profile(self.world, name, keys, where))

    def layout_names(self) -> list[str]:
        """The names of all layouts, sorted."""
        return self._layouts.names()

    def layout_digest(self, name: str) -> str:
        """SHA-256 of a layout's files as they are now."""
        state = self.world.tree(f"layouts/{name}")
        return self._digests.get((name, state), lambda: layout_digest(self.world, name))

    def layout(self, name: str) -> LayoutFolder:
        """A layout as it is now; raises UnknownNameError or InputError."""
        return self._layouts.layout(name)

    def palettes(self) -> Mapping[str, Palette]:
        """The palettes that layouts share, as they are now; raises InputError."""
        return shared_palettes(self.world)

    def coloring(self, layout: LayoutFolder, asked: str | Given = "") -> Coloring:
        """The colours of a layout by a palette's name or from colours; raises UnknownNameError and InputError."""
        return self.world.kept(("coloring", layout.name, layout.digest, asked), lambda: self._coloring(layout, asked))

    def _coloring(self, layout: LayoutFolder, asked: str | Given) -> Coloring:
        own = layout.layout.palettes
        named = asked or layout.layout.palette or next(iter(own), "")
        # What a layout has of its own needs no shared palette, which other files hold.
        shared = {} if isinstance(named, Given) or named in own else self.palettes()
        return choose(layout.layout, asked, shared, name=layout.name)

    @cached_property
    def messages(self) -> MessageLibrary:
        """The packs and catalogs, as they were when they were first needed."""
        from placards.messages.library import MessageLibrary

        return MessageLibrary(self.world)

    @cached_property
    def artwork(self) -> ArtLibrary:
        """The pieces of art, and any SVG as a drawing."""
        from placards.art.library import ArtLibrary

        return ArtLibrary(self.world, self.picture)

    def art_digest(self) -> str:
        """SHA-256 of people's own art as it is now; "none" where there is none."""

        def find() -> str:
            return self._digests.get(("art", own_sources(self.world).tree("art")), lambda: art_digest(self.world))

        return self.world.kept("art digest", find)

    def fonts_digest(self) -> str:
        """SHA-256 of people's own fonts as they are now; "none" where there are none."""

        def find() -> str:
            return self._digests.get(("", own_sources(self.world).tree("fonts")), lambda: fonts_digest(self.world))

        return self.world.kept("fonts digest", find)

    def font_credits(self) -> dict[str, Credit]:
        """The credit of each font by its file's name."""
        from placards.art.credits import Credit

        def gather() -> dict[str, Credit]:
            found: dict[str, Credit] = {}
            for family in self.fonts().families:
                credit = Credit("font", family.name, licence=family.license, source=family.source)
                # Not by paths: they take as long as all the rest, and one make asks for two fonts of a hundred.
                found |= dict.fromkeys([file.file.name.rpartition("/")[2] for file in family.files], credit)
            return found

        return self._credits.get(self.fonts_digest(), gather)

    def fonts(self, faces: tuple[tuple[str, str], ...] = ()) -> FontSet:
        """The shipped fonts with people's own in front, and for some roles a family before all; raises FontError and
        InputError."""
        fonts = self._fonts.of(self.world)
        return self._faced.get((fonts, faces), lambda: fonts.with_faces(faces)) if faces else fonts

    def font_file(self, font: Font) -> File | None:
        """The file of a font in the World; None for one that is not of it any more."""
        fonts = self._fonts.of(self.world)

        def gather() -> dict[object, File]:
            files = (file.file for family in fonts.families for file in family.files)
            return {file.path or self.world.digest(file): file for file in files}

        source = font.source
        return self._font_files.get(fonts, gather).get(source if isinstance(source, Path) else source.digest)

    def coverage(self, font: File) -> frozenset[str]:
        """The characters that a font has by its character map; raises FontError."""
        from placards.text.font import load_face

        return self._coverage.get(self.world.digest(font), lambda: frozenset(map(chr, load_face(font).unicodes)))

    def picture(self, data: bytes, place: Place) -> LoadedPicture:
        """The bytes of a picture, decoded; raises InputError with the place."""

        def load() -> LoadedPicture:
            from placards.render.images import load_image_bytes

            notes = Diagnostics()
            loaded = load_image_bytes(data, place, notes)
            return LoadedPicture(loaded.data, Size(loaded.width, loaded.height), tuple(notes))

        return self._pictures.get(hashlib.sha256(data).digest(), load)

    def picture_file(self, name: str) -> tuple[bytes, Place]:
        """The bytes of a job's picture, and its place for errors; raises InputError."""
        found = self._given(name)
        return found.read(), found.place()

    def author(self, name: str) -> str:
        """Who made a job's picture, as its file says; empty where it does not. Raises InputError."""
        from placards.render.picture_author import author_of

        return author_of(self._given(name).read())

    def picture_digest(self, name: str) -> str:
        """SHA-256 of a job's picture as it is now; raises InputError."""
        return self.world.digest(self._given(name))

    def treated(self, picture: LoadedPicture, treatment: Treatment) -> LoadedPicture:
        """A picture in other colours."""
        from placards.render.treat import treated

        key = (hashlib.sha256(picture.data).digest(), treatment)
        return self._pictures.get(key, lambda: treated(picture, treatment))

    def tones(self, picture: LoadedPicture, part: Rect) -> tuple[Color, ...]:
        """The mean colours of small cells of a part of a picture."""
        from placards.render.treat import tones

        key = (hashlib.sha256(picture.data).digest(), part)
        return self._tones.get(key, lambda: tones(picture, part))

    def _given(self, name: str) -> File:
        found = self.world.find(name)
        if found is None:
            raise InputError("picture-missing", name=name)
        return found
