"""What of a layout.toml can never be seen becomes Diagnostics: elements whose condition never holds, and colours of its
palettes that nothing has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placards.layout.slots import SLOTS
from placards.problems.diagnostic import Diagnostic, diagnostic
from placards.template.derive import ROLES
from placards.template.folder import LayoutFolder, Source
from placards.template.model import Layout
from placards.template.reading import Written
from placards.template.variants import impossible

#: What a person makes an artefact for: a layout without any of it is left out of lists, and refused by `make`.
_SAID = {slot.name for slot in SLOTS if slot.kind in ("slogan", "text", "items", "number", "when", "link")}


def idle(loaded: LayoutFolder, written: Source) -> Iterator[Diagnostic]:
    """Every element and colour of a layout that no sheet shows."""
    for variant, elements in written.tables.variants:
        yield from _elements([one for one in elements if one.change or variant.element], written)
    yield from _elements(written.tables.own, written)
    yield from _colors(loaded.layout, written)
    if not any(showing.what in _SAID for showing in loaded.layout.shows):
        yield diagnostic("layout-mute", place=loaded.place)


def _elements(elements: Sequence[Written], written: Source) -> Iterator[Diagnostic]:
    for one in elements:
        if one.element.when is not None and impossible(one.element.when):
            place = written.file.place(one.key(("when",)))
            yield diagnostic("element-never", place=place, id=one.element.id)


def _colors(layout: Layout, written: Source) -> Iterator[Diagnostic]:
    """Colours of the layout's own palettes that no element has, and colours of its own table that none has."""
    used = {reference.name for element in layout.every_element for reference in element.refers()
            if reference.to == "color"}  # fmt: skip
    made = {value for name, value in layout.colors.items() if name in used}
    for name in layout.colors:
        if name not in used:
            yield diagnostic("color-idle", place=written.file.place(("colors", name)), name=name)
    told: set[str] = set()
    for palette, colors in layout.palettes.items():
        for name in colors:
            if name not in used | made | told | {*ROLES}:  # palettes of roles are made to be exchanged
                told.add(name)
                yield diagnostic("color-idle", place=written.file.place(("palettes", palette, name)), name=name)
