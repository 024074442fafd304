"""What elements name (colours, pictures, other elements) becomes a Diagnostic where it does not exist."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from placards.elements.base import Reference
from placards.files.toml import TomlFile
from placards.files.world import File
from placards.problems.diagnostic import Diagnostic, Remedy, diagnostic
from placards.problems.errors import InputError, near
from placards.template.art import art_file
from placards.template.coloring import with_own
from placards.template.derive import ROLES
from placards.template.model import SHEET_BOXES, Layout
from placards.template.reading import Tables, Written


def wrong_references(layout: Layout, tables: Tables, file: TomlFile, beside: File) -> Iterator[Diagnostic]:
    """All references of a layout, its variants' changes included, to what is not there. *beside* is its layout.toml."""
    # Where it has no palette of its own, every one that it takes has the nine roles.
    palettes = [set(with_own(layout, palette)) for palette in layout.palettes.values()]
    colors = set.intersection(*palettes or [{*ROLES, *layout.colors}])
    yield from _of_list(tables.own, colors, file, beside)
    for number, (variant, written) in enumerate(tables.variants):
        ids = {w.element.id for w in written}
        for key in ("hide", "change"):
            for name in getattr(variant, key):
                if name not in ids:
                    path = ("variant", number, key) if key == "hide" else ("variant", number, key, name)
                    yield diagnostic(
                        "element-unknown", place=file.place(path), remedy=near(name, sorted(ids)), name=name
                    )
        yield from _of_list(written, colors, file, beside)


def _of_list(written: Sequence[Written], colors: Set[str], file: TomlFile, beside: File) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    inside = {one.element.id: one.element.inside for one in written}
    for one in written:
        element = one.element
        if element.id in seen or element.id in SHEET_BOXES:
            yield diagnostic("element-id-taken", place=file.place(one.key(("id",))), id=element.id)
        if element.inside not in (*SHEET_BOXES, *seen):
            known = [*SHEET_BOXES, *sorted(seen)]
            yield _circle(one, inside, file) or _not_before(one, "inside", element.inside, known, inside, file)
        for key in ("below", "above", "after", "unless"):
            for name in getattr(element, key):
                if name not in seen:
                    yield _not_before(one, key, name, sorted(seen), inside, file)
        hugged = getattr(element, "hugs", "")
        if hugged and (hugged in (*seen, element.id) or hugged not in inside):
            yield diagnostic("element-not-after", place=file.place(one.key(("hugs",))), key="hugs", name=hugged)
        for reference in element.refers():
            if reference.to == "color" and reference.name not in colors:
                place = file.place(one.key(reference.key))
                remedy = near(reference.name, sorted(colors))
                if reference.name.startswith("#"):
                    remedy = Remedy("color-to-name", (("name", reference.name),))
                yield diagnostic("color-not-in-palettes", place=place, remedy=remedy, name=reference.name)
            if reference.to == "art":
                yield from _wrong_art(one, reference, file, beside)
        seen.add(element.id)


def _circle(one: Written, inside: Mapping[str, str], file: TomlFile) -> Diagnostic | None:
    """Elements that stand inside each other, so that none has a place; None where there are none."""
    names = [one.element.id]
    while (parent := inside.get(names[-1])) is not None and parent not in names:
        names.append(parent)
    if parent != one.element.id:
        return None
    place = file.place(one.key(("inside",)))
    if len(names) == 1:
        return diagnostic("element-in-itself", place=place, id=one.element.id)
    return diagnostic("elements-in-circle", place=place, names=tuple(names))


def _not_before(
    one: Written, key: str, name: str, known: Sequence[str], every: Collection[str], file: TomlFile
) -> Diagnostic:
    place = file.place(one.key((key,)))
    if name in every:
        return diagnostic("element-after", place=place, key=key, name=name)
    return diagnostic("element-not-before", place=place, remedy=near(name, known), key=key, name=name)


def _wrong_art(one: Written, reference: Reference, file: TomlFile, beside: File) -> Iterator[Diagnostic]:
    place = file.place(one.key(reference.key))
    try:
        found = art_file(beside, reference.name)
    except InputError:
        yield diagnostic("art-outside", place=place, name=reference.name)
        return
    if not found.source.has(found.name):
        linked = found.path is not None and os.path.lexists(found.path)
        yield diagnostic("art-linked" if linked else "art-missing", place=place, name=reference.name)
