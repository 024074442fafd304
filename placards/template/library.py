"""The layouts of a World become LayoutFolders by name, read again whenever one was edited."""

from __future__ import annotations

import re

from placards.elements.base import ID_PATTERN, MAX_ID
from placards.files.world import File, World
from placards.problems.errors import InputError, UnknownNameError, near
from placards.template.folder import LayoutFolder, layout_at, read_layout


class LayoutLibrary:
    """The layouts of a World: the folders ``layouts/<name>`` with a layout.toml; the first source that has one wins.

    What was read is remembered as long as nothing in its folder changes. Pictures' bytes are read whenever one is
    drawn."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._loaded: dict[str, tuple[object, LayoutFolder]] = {}  # by name, with the folder's state when it was read

    def names(self) -> list[str]:
        """All layouts by name, sorted; without folders that cannot be called so."""
        return [name for name in self.world.folders("layouts") if is_layout_name(name) and self._file(name)]

    def layout(self, name: str) -> LayoutFolder:
        """A layout as it is now; raises UnknownNameError or InputError."""
        state = self.world.tree(f"layouts/{name}") if is_layout_name(name) else None
        known = self._loaded.get(name)
        if known is not None and known[0] == state:
            return known[1]
        if state is None or self._file(name) is None:
            if name in self.world.folders("layouts") and not is_layout_name(name):
                raise InputError("layout-name", name=name, code="layout")
            raise UnknownNameError("layout-unknown", remedy=near(name, self.names()), name=name, code="layout")
        layout = read_layout(self.world, f"layouts/{name}")
        self._loaded[name] = (state, layout)
        return layout

    def _file(self, name: str) -> File | None:
        return self.world.find(f"layouts/{name}/layout.toml")


def is_layout_name(name: str) -> bool:
    """Whether a layout's folder may be called so: artefacts and their folders are named by it."""
    return len(name) <= MAX_ID and re.fullmatch(ID_PATTERN.strip("^$"), name) is not None


__all__ = ["LayoutFolder", "LayoutLibrary", "is_layout_name", "layout_at", "read_layout"]
