"""What a designer names (a layout, or its folder) becomes a layout of a World that can show it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from placards.files.shipped import world_of
from placards.files.world import Folder, Mount, World
from placards.frozen import dataclass
from placards.inputs import Inputs
from placards.kit.samples import with_samples
from placards.problems.errors import InputError, Place

_FILE = "layout.toml"


@dataclass(frozen=True)
class Target:
    """A layout by its name in the *inputs*, and what on this machine its look depends on."""

    name: str
    inputs: Inputs
    paths: tuple[Path, ...]

    def state(self) -> object:
        """Something cheap that differs when what the layout is made of was saved."""
        world = self.inputs.world
        stamps = tuple(file.source.stamp(file.name) for file in world.every("palettes.toml"))
        return (world.tree(f"layouts/{self.name}"), world.tree("art"), world.tree("fonts"), stamps)


def target(named: str, root: Path) -> Target:
    """The layout of a name in *root* or among what is shipped, or of a folder with a layout.toml (or that file); raises
    InputError for what is neither. Whether it can be read is another question."""
    path = Path(named)
    if path.name == _FILE:
        path = path.parent
    if os.sep in named or (os.altsep and os.altsep in named) or (path / _FILE).is_file():
        folder = path.resolve()
        if not (folder / _FILE).is_file():
            raise InputError("kit-no-layout", place=Place(path))
        return Target(folder.name, Inputs(with_samples(_world_beside(folder))), (folder,))
    inputs = Inputs(with_samples(world_of([root])))
    if not (root / "layouts" / named / _FILE).is_file():
        inputs.layout(named)  # one that is shipped, or an error with what is near
    return Target(named, inputs, tuple(_existing(root, named)))


def _world_beside(folder: Path) -> World:
    """The World of a layout that may lie anywhere: what lies beside it counts as layouts."""
    if folder.parent.name == "layouts":
        return world_of([folder.parent.parent])
    beside = Folder(folder.parent)
    return World([Mount(beside, (("layouts", beside),), str(folder.parent)), *world_of().sources])


def _existing(root: Path, name: str) -> Iterator[Path]:
    for path in (root / "layouts" / name, root / "art", root / "fonts"):
        if path.is_dir():
            yield path
