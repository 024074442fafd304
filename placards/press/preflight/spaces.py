"""A colour space as a PDF writes it becomes a Space: its family, its inks, and the device spaces that it ends in."""

from __future__ import annotations

from typing import Any, NamedTuple

import pikepdf

from placards.press.preflight.objects import entry, members, name, number

#: Abbreviations that pictures in the content may have.
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}

_DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}

#: So deep a space may stand in others.
_DEPTH = 8

PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black"})


class Space(NamedTuple):
    """A colour space. *inks* are the names of a Separation or DeviceN; *device* the device spaces at its end, those of
    alternates included."""

    family: str
    inks: tuple[str, ...] = ()
    device: frozenset[str] = frozenset()
    components: int = 0

    @property
    def spots(self) -> tuple[str, ...]:
        """The inks that are neither process inks nor all or none of them."""
        return tuple(ink for ink in self.inks if ink not in PROCESS | {"All", "None"})


def device(family: str) -> Space:
    """A device space."""
    return Space(family, (), frozenset({family}), _DEVICE[family])


GRAY, RGB, CMYK = device("DeviceGray"), device("DeviceRGB"), device("DeviceCMYK")
PATTERN = Space("Pattern")


def read_space(found: Any, resources: Any = None, depth: int = 0) -> Space:
    """The Space of an object, or of a name in resources; a device space is what the resources put in its place."""
    if isinstance(found, (pikepdf.Name, str)):
        called = name(found) if isinstance(found, pikepdf.Name) else str(found)
        called = _SHORT.get(called, called)
        named = entry(entry(resources, "ColorSpace"), called)
        if named is not None and depth < _DEPTH:
            return read_space(named, None, depth + 1)
        if called in _DEVICE:
            default = entry(entry(resources, "ColorSpace"), f"Default{called.removeprefix('Device')}")
            return device(called) if default is None else read_space(default, None, depth + 1)
        return Space(called)
    parts = members(found)
    if not parts or depth >= _DEPTH:
        return Space("")
    family = _SHORT.get(name(parts[0]), name(parts[0]))
    if family in _DEVICE:
        return device(family)
    if family in ("Indexed", "Pattern"):
        below = read_space(parts[1], resources, depth + 1) if len(parts) > 1 else Space("")
        return Space(family, below.inks, below.device, 1 if family == "Indexed" else below.components)
    if family in ("Separation", "DeviceN"):
        inks = (name(parts[1]),) if family == "Separation" else tuple(map(name, members(parts[1])))
        below = read_space(parts[2], resources, depth + 1) if len(parts) > 2 else Space("")
        return Space(family, inks, below.device, len(inks))
    if family == "ICCBased":
        return Space(family, components=int(number(entry(parts[1], "N")))) if len(parts) > 1 else Space(family)
    return Space(family, components=1 if family == "CalGray" else 3)
