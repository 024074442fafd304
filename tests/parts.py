"""A table as it would stand in a layout.toml becomes an element, checked as there."""

from __future__ import annotations

from typing import Any, TypeVar

from placards.elements.checking import read_part
from placards.elements.part import Part
from placards.files.toml import TomlFile

P = TypeVar("P", bound=Part)


def checked(kind: type[P], table: dict[str, Any]) -> P:
    return read_part(kind, TomlFile("memory", table), table, ())
