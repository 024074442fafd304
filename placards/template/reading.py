"""The tables of a layout.toml become its elements and variants; every mistake in them is found at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placards.elements.base import AXES, Element
from placards.elements.checking import read_part
from placards.elements.registry import kinds
from placards.files.mistakes import raise_found
from placards.files.toml import KeyPath, TomlFile
from placards.files.validation import validate
from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostics
from placards.problems.errors import InputError, UnknownNameError, near
from placards.template.model import Layout, Variant
from placards.template.table import LayoutTable, VariantTable


@dataclass(frozen=True, slots=True)
class Written:
    """An element and where it is written: the key of its table, and the keys that a variant's change says otherwise."""

    element: Element
    table: KeyPath
    change: KeyPath = ()
    changed: frozenset[str] = frozenset()

    def key(self, path: KeyPath) -> KeyPath:
        """The place in the file of a key of the element."""
        return (*(self.change if path and path[0] in self.changed else self.table), *path)


@dataclass(frozen=True, slots=True)
class Tables:
    """The elements of a layout as they are written: its own, then those of each variant with what it hides."""

    own: tuple[Written, ...]
    variants: tuple[tuple[VariantTable, tuple[Written, ...]], ...]


def read_tables(file: TomlFile) -> tuple[Layout, Tables]:
    """Check every table; raises InvalidFileError with all mistakes."""
    found = Diagnostics()
    table: LayoutTable | None = None
    with found.caught():
        table = validate(LayoutTable, file)
    raw = file.data.get("element")
    own = _elements(raw, file, ("element",), found)
    if table is None:
        raise_found(found)
        raise AssertionError  # pragma: no cover - without a table something was found
    written = tuple(element for element, _ in own)
    variants = []
    for number, variant in enumerate(table.variant):
        if variant.element:
            key: KeyPath = ("variant", number, "element")
            base = _elements(file.data["variant"][number]["element"], file, key, found)
        else:
            base = own
        variants.append((variant, tuple(_changed(base, variant, number, file, found))))
    raise_found(found)
    tables = Tables(written, tuple(variants))
    return _layout(table, tables), tables


def _layout(table: LayoutTable, tables: Tables) -> Layout:
    variants = tuple(
        Variant(
            variant.when,
            tuple(w.element for w in written if w.element.id not in variant.hide),
            frozenset(w.element.id for w in written if w.changed),
        )
        for variant, written in tables.variants
    )
    own = tuple(w.element for w in tables.own)
    plain = {name: getattr(table, name) for name in LayoutTable.model_fields if name not in ("element", "variant")}
    return Layout(**plain, element=own, variant=variants)


def _elements(raw: Any, file: TomlFile, key: KeyPath, found: Diagnostics) -> list[tuple[Written, dict[str, Any]]]:
    """The elements of an array of tables, each with its raw table; those that are wrong are told and left out."""
    out = []
    for number, table in enumerate(raw if isinstance(raw, list) else ()):
        if isinstance(table, dict):
            with found.caught():
                out.append((Written(_element(table, file, (*key, number)), (*key, number)), table))
    return out


def _element(table: Mapping[str, Any], file: TomlFile, key: KeyPath) -> Element:
    name, known = table.get("type"), kinds()
    if name is None:
        raise InputError("element-type-missing", place=file.place(key), names=tuple(known))
    if not isinstance(name, str) or name not in known:
        place = file.place((*key, "type"))
        raise UnknownNameError("element-type-unknown", place=place, remedy=near(str(name), list(known)), name=str(name))
    return read_part(known[name], file, table, key)


def _changed(
    base: Sequence[tuple[Written, dict[str, Any]]],
    variant: VariantTable,
    number: int,
    file: TomlFile,
    found: Diagnostics,
) -> Iterator[Written]:
    for written, table in base:
        change = variant.change.get(written.element.id)
        if not change:
            yield written
            continue
        key: KeyPath = ("variant", number, "change", written.element.id)
        with found.caught():
            for name in ("id", "type"):
                if name in change:
                    raise InputError("change-of-identity", place=file.place((*key, name)), key=name)
            element = read_part(type(written.element), file, _merged(table, change), key)
            yield Written(element, written.table, key, frozenset(change))


def _merged(table: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """A table with a variant's keys in place of its own; a side or an extent that is ``""`` is taken back. Where a
    change would make all three of an axis, one that it does not say gives way: the extent to two sides, the end or the
    bottom to an extent."""
    merged = {**table, **change}
    for low, high, extent in AXES:
        for name in (low, high, extent):
            if change.get(name) == "":
                del merged[name]
        if {low, high, extent} <= merged.keys() and not {low, high, extent} <= change.keys():
            del merged[next(name for name in (extent, high, low) if name not in change)]
    return merged
