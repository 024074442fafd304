"""A layout and what a person asks for (a palette's name, or colours) become the colours of an artefact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from placards.frozen import dataclass
from placards.problems.diagnostic import Diagnostic, Remedy
from placards.problems.errors import InputError, UnknownNameError, near
from placards.template.derive import ROLES, Given, derive, is_given, parse_given
from placards.template.model import Layout
from placards.template.shared import Palette
from placards.values.color import Color, parse_hex


@dataclass(frozen=True, slots=True)
class Coloring:
    """The colours of an artefact by name, and what is to be said of them."""

    name: str  # of a palette, or the colours themselves
    colors: Mapping[str, Color]
    notes: tuple[Diagnostic, ...] = ()
    own: bool = False  # whether they stand in the layout itself


def own_names(layout: Layout) -> tuple[str, ...]:
    """The colours that elements name and neither the nine roles nor the layout's own table ``colors`` have."""
    named = {r.name for element in layout.every_element for r in element.refers() if r.to == "color"}
    return tuple(sorted(named - {*ROLES, *layout.colors}))


def accepts_roles(layout: Layout) -> bool:
    """Whether the nine roles are all that the layout needs."""
    return not own_names(layout)


def accepted(layout: Layout, shared: Mapping[str, Palette]) -> Iterator[Palette]:
    """The shared palettes that a layout takes; where it has one of that name, its own goes first."""
    if accepts_roles(layout):
        for palette in shared.values():
            if palette.name not in layout.palettes and {*palette.tags} & {*layout.accepts}:
                yield palette


def all_colors(layout: Layout, shared: Mapping[str, Palette]) -> dict[str, Mapping[str, Color]]:
    """Every palette that a layout takes, its own first, each with all colours that its elements name."""
    found: dict[str, Mapping[str, Color]] = {name: with_own(layout, colors) for name, colors in layout.palettes.items()}
    return found | {palette.name: with_own(layout, palette.colors) for palette in accepted(layout, shared)}


def with_own(layout: Layout, colors: Mapping[str, Color]) -> dict[str, Color]:
    """The colours of a palette, and those that the layout makes of them or adds."""
    more = {
        name: parse_hex(value) if value.startswith("#") else colors[value]
        for name, value in layout.colors.items()
        if name not in colors and (value.startswith("#") or value in colors)
    }
    return {**colors, **more}


def choose(layout: Layout, asked: str | Given, shared: Mapping[str, Palette], *, name: str) -> Coloring:
    """The colours asked for: "" for the layout's own choice. Raises UnknownNameError, and InputError for colours that a
    layout cannot take; *name* is the layout's."""
    if isinstance(asked, Given) or is_given(asked):
        given = asked if isinstance(asked, Given) else parse_given(asked)
        others = own_names(layout)
        if others:
            raise InputError("palette-own-colors", layout=name, names=others)
        derived = derive(given)
        return Coloring(given.text, with_own(layout, derived.colors), derived.notes)
    palettes = all_colors(layout, shared)
    if not palettes:
        raise InputError("palette-none", layout=name)
    wanted = asked or layout.palette or next(iter(palettes))
    if wanted not in palettes:
        if wanted in shared and own_names(layout):
            raise InputError("palette-own-colors", layout=name, names=own_names(layout))
        if wanted in shared:
            raise InputError("palette-not-accepted", layout=name, palette=wanted, accepts=layout.accepts)
        remedy = _near_palette(wanted, list(palettes))
        raise UnknownNameError("palette-unknown", remedy=remedy, code="palette", layout=name, palette=wanted)
    return Coloring(wanted, palettes[wanted], own=wanted in layout.palettes)


def _near_palette(wanted: str, known: Sequence[str]) -> Remedy | None:
    """The names that are near; colours may be meant too, and have a ``#``."""
    try:
        parse_hex(f"#{wanted}")
    except InputError:
        found = near(wanted, known)
        more = found is not None and found.code == "known-names"
        return Remedy("palette-known", found.parameters) if found is not None and more else found
    return Remedy("did-you-mean", (("near", (f"#{wanted}",)),))
