"""The tables ``art/art.toml`` and ``art/themes.toml`` of a World become what is known of its pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, get_type_hints

from placards.art.piece import About
from placards.files.cache import user_cache
from placards.files.toml import TomlFile, read_toml
from placards.files.world import File, World
from placards.frozen import dataclass
from placards.problems.errors import InputError

ABOUT, THEMES = "art/art.toml", "art/themes.toml"


@dataclass(frozen=True, slots=True)
class Themes:
    """Which pieces suit which tags of slogans, the tag that decides first in front."""

    default: str
    tags: tuple[tuple[str, tuple[str, ...]], ...]


def abouts(world: World) -> dict[str, About]:
    """What art.toml says of each piece, people's own tables before the shipped one; raises InputError."""
    found: dict[str, About] = {}
    for file in world.every(ABOUT):
        for name, values in _checked(world, file, _check_abouts).items():
            found.setdefault(name, About(**values))
    return found


def themes(world: World) -> Themes:
    """The themes; what people's own table says of a tag goes before what is shipped. Raises InputError."""
    default = ""
    tags: dict[str, tuple[str, ...]] = {}
    for file in world.every(THEMES):
        table = _checked(world, file, _check_themes)
        default = default or table.get("default", "")
        for tag, pieces in table.get("tags", {}).items():
            tags.setdefault(tag, tuple(pieces))
    return Themes(default, tuple(tags.items()))


def _checked(world: World, file: File, check: Callable[[TomlFile], dict[str, Any]]) -> dict[str, Any]:
    """What a table says, checked once for each state of it: checking takes longer than all the rest."""
    found: dict[str, Any] = user_cache().remembered("art", world.digest(file), lambda: check(read_toml(file)))
    return found


def _check_abouts(written: TomlFile) -> dict[str, Any]:
    from pydantic import create_model

    from placards.files.mistakes import raise_found
    from placards.files.validation import Model, validate
    from placards.problems.diagnostic import Diagnostics

    hints = get_type_hints(About)
    keys: dict[str, Any] = {field.name: (hints[field.name], field.default) for field in fields(About)}
    table = create_model("AboutTable", __base__=Model, **keys)
    found = Diagnostics()
    out = {}
    for name, values in written.data.items():
        with found.caught():
            if not isinstance(values, dict):
                raise InputError("art-table", place=written.place((name,)), name=name)
            out[name] = validate(table, written, values, (name,)).model_dump()
    raise_found(found)
    return out


def _check_themes(written: TomlFile) -> dict[str, Any]:
    from pydantic import Field

    from placards.files.validation import Model, validate

    class ThemesTable(Model):
        default: str = ""
        tags: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    return validate(ThemesTable, written).model_dump()
