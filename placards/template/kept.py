"""A checked layout becomes plain values, which the user's cache keeps, and these become the layout again."""

from __future__ import annotations

import importlib
from dataclasses import fields
from typing import Any

from placards.elements.part import Part
from placards.files.cache import Plain
from placards.template.model import Layout, Variant
from placards.values.color import Color
from placards.values.units import Length

#: Only these modules belong to the program that the cache's key names; what another one registers may change unseen.
_OWN = "placards.elements."

_LENGTH, _COLOR, _PART = "length", "color", "part"


def kept(layout: Layout) -> Plain | None:
    """The layout as values that a `Cache` takes; None for one with elements that are not this package's own."""
    try:
        return {
            field.name: _plain(getattr(layout, field.name)) for field in fields(layout) if field.name != "variant"
        } | {
            "variant": [
                (_plain(variant.when), _plain(variant.element), sorted(variant.changed)) for variant in layout.variant
            ]
        }
    except TypeError:
        return None


def kept_again(values: Plain | None) -> Layout | None:
    """The layout that `kept` wrote down; None for what it did not write."""
    if not isinstance(values, dict):
        return None
    try:
        variants = tuple(
            Variant(_again(when), _again(element), frozenset(changed)) for when, element, changed in values["variant"]
        )
        return Layout(**{name: _again(value) for name, value in values.items() if name != "variant"}, variant=variants)
    except (KeyError, TypeError, ValueError, AttributeError, ImportError):
        return None


def _plain(value: Any) -> Plain:
    """A value without classes: a tuple becomes a list, an object a tuple that begins with what it is."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Length):
        return (_LENGTH, value.value, value.unit)
    if isinstance(value, Color):
        return (_COLOR, value.rgb, value.cmyk, value.spot)
    kind = type(value)
    if isinstance(value, Part) and kind.__module__.startswith(_OWN):
        return (_PART, kind.__module__, kind.__name__, _plain(vars(value)))
    raise TypeError(f"{kind.__name__} is no plain value")


def _again(value: Plain) -> Any:
    if isinstance(value, list):
        return tuple([_again(one) for one in value])
    if isinstance(value, dict):
        return {key: _again(one) for key, one in value.items()}
    if not isinstance(value, tuple):
        return value
    what, *rest = value
    if what == _LENGTH:
        return Length(*rest)
    if what == _COLOR:
        return Color(*rest)
    module, name, keys = rest
    if not module.startswith(_OWN):
        raise ValueError(module)
    kind = getattr(importlib.import_module(module), name)
    if not issubclass(kind, Part):
        raise ValueError(name)
    return kind(**_again(keys))
