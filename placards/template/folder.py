"""A layout's folder in a World becomes a loaded layout: checked, adapted to a sheet, and with its pictures at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from placards.elements.base import Element
from placards.elements.condition import holds
from placards.files.cache import user_cache
from placards.files.toml import MAX_BYTES, TomlFile
from placards.files.world import File, Folder, World
from placards.frozen import dataclass
from placards.problems.errors import InputError, Place
from placards.template.art import art_file
from placards.template.kept import kept, kept_again
from placards.template.model import SHEET_BOXES, Layout

if TYPE_CHECKING:
    from placards.template.reading import Tables

#: What the user's cache calls checked layouts.
_KIND = "layouts"


@dataclass(frozen=True, slots=True)
class Source:
    """Where everything of a layout is written."""

    file: TomlFile
    tables: Tables


@dataclass(frozen=True, slots=True)
class LayoutFolder:
    """A loaded layout, and where it came from."""

    name: str  # the folder's name
    layout: Layout
    source: File  # layout.toml
    digest: str  # SHA-256 of layout.toml, in hexadecimal
    written: Source | None = None  # None where an earlier process had read it

    @property
    def place(self) -> Place:
        """Its layout.toml, for errors."""
        return Place(self.source.label)

    def whole(self) -> tuple[LayoutFolder, Source]:
        """The same with where everything of it is written, for who has to say so; raises InputError."""
        if self.written is not None:
            return self, self.written
        raw = self.source.read(MAX_BYTES)
        layout, written = _read(self.source, raw)
        return LayoutFolder(self.name, layout, self.source, hashlib.sha256(raw).hexdigest(), written), written

    @property
    def folder(self) -> Path | None:
        """The folder on this machine; None for one out of a bundle or memory."""
        path = self.source.path
        return path.parent if path is not None else None

    def art(self, name: str) -> tuple[bytes, Place]:
        """The bytes of a picture beside layout.toml, and its place for errors; raises InputError. Nothing outside the
        folder is read."""
        found = art_file(self.source, name)
        return found.read(), found.place()

    @property
    def art_names(self) -> tuple[str, ...]:
        """The pictures that its elements name, on any sheet."""
        return self.layout.art_names

    def elements_for(self, values: Mapping[str, float]) -> tuple[Element, ...]:
        """The elements for a sheet that *values* describes (`condition.NAMES`): the first variant that holds, applied,
        and elements whose own condition fails left out."""
        present = set(SHEET_BOXES)
        kept = []
        for element in self.layout.list_for(values):
            # What stands in an element that is left out is left out with it.
            if element.inside in present and (element.when is None or holds(element.when, values)):
                present.add(element.id)
                kept.append(element)
        return tuple(kept)


def read_layout(world: World, folder: str) -> LayoutFolder:
    """Load and check the layout in a folder of a World, as ``layouts/big``, or ``""`` where the World is the folder
    itself; raises InputError with all mistakes, each with file, line and key."""
    name = f"{folder}/layout.toml" if folder else "layout.toml"
    found = world.find(name)
    if found is None:
        raise InputError("file-missing", place=Place(_label(world, name)))
    called = folder.rpartition("/")[2] or Path(found.source.label).name
    raw = found.read(MAX_BYTES)
    digest = hashlib.sha256(raw).hexdigest()
    cache = user_cache()
    known = kept_again(cache.recall(_KIND, digest))
    if known is not None and _has_art(known, found):
        return LayoutFolder(called, known, found, digest)
    layout, written = _read(found, raw)
    values = kept(layout)
    if values is not None:
        cache.remember(_KIND, digest, values)
    return LayoutFolder(called, layout, found, digest, written)


def _read(source: File, raw: bytes) -> tuple[Layout, Source]:
    """What the bytes of a layout.toml say, checked; raises InputError with all mistakes."""
    # Imported here: a layout that was checked before needs none of what checks it.
    from placards.files.mistakes import raise_found
    from placards.files.toml import parse_toml
    from placards.problems.diagnostic import Diagnostics
    from placards.template.reading import read_tables
    from placards.template.references import wrong_references

    file = parse_toml(raw, source.label)
    layout, tables = read_tables(file)
    wrong = Diagnostics()
    for reference in wrong_references(layout, tables, file, source):
        wrong(reference)
    raise_found(wrong)
    return layout, Source(file, tables)


def _has_art(layout: Layout, source: File) -> bool:
    """Whether the pictures of a layout that was right once are still there."""
    try:
        return all(file.source.has(file.name) for file in (art_file(source, name) for name in layout.art_names))
    except InputError:
        return False


def layout_at(folder: Path) -> LayoutFolder:
    """Load and check a layout's folder, wherever it lies on this machine; raises InputError."""
    return read_layout(World([Folder(folder.resolve())]), "")


def _label(world: World, name: str) -> Path | str:
    return next((path for source in world.sources if (path := source.path(name)) is not None), name)
