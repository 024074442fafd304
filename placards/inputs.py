"""A World becomes what jobs are made of: layouts, messages, fonts, pictures, each read once while unchanged."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from placards.files.shipped import world_of
from placards.files.world import Folder, World
from placards.job import fonts_digest, layout_digest
from placards.layout.content import LoadedPicture
from placards.problems.errors import InputError, UnknownNameError, near
from placards.template.library import LayoutFolder
from placards.text.fontset import FontSet, font_set
from placards.values.geometry import Size

if TYPE_CHECKING:
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
        self._layouts: Bounded[LayoutFolder] = Bounded(64)
        self._fonts: Bounded[FontSet] = Bounded(2)
        self._pictures: Bounded[LoadedPicture] = Bounded(16)

    def layout_names(self) -> list[str]:
        """The names of all layouts, sorted."""
        names = self.world.folders("layouts")
        return [name for name in names if self.world.find(f"layouts/{name}/layout.toml") is not None]

    def layout_digest(self, name: str) -> str:
        """SHA-256 of a layout as it is now; raises UnknownNameError."""
        if "/" in name or not name or self.world.find(f"layouts/{name}/layout.toml") is None:
            raise UnknownNameError("plan-layout-unknown", remedy=near(name, self.layout_names()), name=name)
        return layout_digest(self.world, name)

    def layout(self, name: str) -> LayoutFolder:
        """A layout as it is now; raises UnknownNameError or InputError."""
        return self._layouts.get((name, self.layout_digest(name)), lambda: _read_layout(self.world, name))

    @cached_property
    def messages(self) -> MessageLibrary:
        """The packs and catalogs, as they were when they were first needed."""
        return _message_library(self.world)

    def fonts_digest(self) -> str:
        """SHA-256 of people's own fonts as they are now; "none" where there are none."""
        return fonts_digest(self.world)

    def fonts(self) -> FontSet:
        """The shipped fonts with people's own in front; raises FontError and InputError."""
        return self._fonts.get(self.fonts_digest(), lambda: _font_set(self.world))

    def picture(self, path: str) -> LoadedPicture:
        """A picture beside a layout; raises InputError."""

        def load() -> LoadedPicture:
            from placards.render.images import load_image

            loaded = load_image(Path(path))
            return LoadedPicture(loaded.data, Size(loaded.width, loaded.height))

        found = Path(path).stat()
        return self._pictures.get((path, found.st_mtime_ns, found.st_size), load)


# What follows asks the readers for what they read from a World.


def _read_layout(world: World, name: str) -> LayoutFolder:
    from placards.template.library import read_layout

    path = world.file(f"layouts/{name}/layout.toml").path
    if path is None:
        raise InputError("plan-layout-unknown", name=name)
    return read_layout(path.parent)


def _message_library(world: World) -> MessageLibrary:
    from placards.files.shipped import templates_folder
    from placards.messages.library import MessageLibrary

    return MessageLibrary([*(s.root for s in world.sources if isinstance(s, Folder)), templates_folder()])


def _font_set(world: World) -> FontSet:
    roots = (source.root / "fonts" for source in world.sources if isinstance(source, Folder))
    return font_set(tuple(root for root in roots if root.is_dir()))
