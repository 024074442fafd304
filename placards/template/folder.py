"""A layout's folder in a World becomes a loaded layout: checked, adapted to a sheet, and with its pictures at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from placards.elements.base import Element
from placards.elements.condition import holds
from placards.files.toml import TomlFile, read_toml
from placards.files.validation import raise_found
from placards.files.world import File, Folder, World
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, Place
from placards.template.model import Layout
from placards.template.reading import Tables, read_tables
from placards.template.references import SHEET_BOXES, art_file, wrong_references


@dataclass(frozen=True, slots=True)
class LayoutFolder:
    """A loaded layout, and where it came from."""

    name: str  # the folder's name
    layout: Layout
    tables: Tables
    file: TomlFile
    source: File  # layout.toml
    digest: str  # SHA-256 of layout.toml, in hexadecimal

    @property
    def place(self) -> Place:
        """Its layout.toml, for errors."""
        return Place(self.file.path)

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
        references = (r for element in self.layout.every_element for r in element.refers())
        return tuple(dict.fromkeys(r.name for r in references if r.to == "art"))

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
    file = read_toml(found)
    layout, tables = read_tables(file)
    wrong = Diagnostics()
    for reference in wrong_references(layout, tables, file, found):
        wrong(reference)
    raise_found(wrong)
    called = folder.rpartition("/")[2] or Path(found.source.label).name
    return LayoutFolder(called, layout, tables, file, found, world.digest(found))


def layout_at(folder: Path) -> LayoutFolder:
    """Load and check a layout's folder, wherever it lies on this machine; raises InputError."""
    return read_layout(World([Folder(folder.resolve())]), "")


def _label(world: World, name: str) -> Path | str:
    return next((path for source in world.sources if (path := source.path(name)) is not None), name)
