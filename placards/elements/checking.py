"""A class of parts becomes the model that checks its table in a layout.toml, made when such a table is really read."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_type_hints

import pydantic
from pydantic import create_model, model_validator

from placards.elements import fields as field_types
from placards.elements.part import Part
from placards.files.toml import KeyPath, TomlFile
from placards.files.validation import Model, validate

P = TypeVar("P", bound=Part)

#: What annotations of parts may name without importing it.
_NAMES: dict[str, Any] = {
    **{name: value for name, value in vars(field_types).items() if not name.startswith("_")},
    "Annotated": Annotated,
    "ClassVar": ClassVar,
    "Field": pydantic.Field,
    "Literal": Literal,
}


class _Table(Model):
    """A table of a part, every key checked by itself."""

    part: ClassVar[type[Part]]

    @model_validator(mode="after")
    def _agrees(self) -> _Table:
        _plain(self).contradictions()
        return self


def read_part(part: type[P], file: TomlFile, table: Mapping[str, Any], key: KeyPath) -> P:
    """The part that a table of a file describes; raises InvalidFileError with all that is wrong."""
    kind: Any = part  # mypy takes classes of classes for unhashable
    found: P = _plain(validate(model_of(kind), file, table, key))
    return found


@lru_cache(maxsize=256)
def model_of(part: type[Any]) -> type[_Table]:
    """The model that checks a table of a part: its fields, as their annotations describe them."""
    hints = get_type_hints(part, localns={**_NAMES, **_parts_beside(part)}, include_extras=True)
    keys: dict[str, Any] = {}
    for field in fields(part):
        default = field.default if field.default is not MISSING else ...
        if field.default_factory is not MISSING:
            default = pydantic.Field(default_factory=field.default_factory)
        keys[field.name] = (hints[field.name], default)
    model = create_model(part.__name__, __base__=_Table, __module__=part.__module__, **keys)
    model.part = part
    return model


def _parts_beside(part: type[Any]) -> dict[str, type[_Table]]:
    """The models of the parts that a part may hold, under the names that they have in its module."""
    named = {word for field in fields(part) for word in re.findall(r"\w+", str(field.type))}
    beside: dict[str, Any] = {
        name: value for base in part.__mro__ for name, value in vars(sys.modules[base.__module__]).items()
    }
    return {name: model_of(beside[name]) for name in named.intersection(beside) if _is_part(beside[name])}


def _is_part(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, Part)


def _plain(value: Any) -> Any:
    if isinstance(value, _Table):
        return value.part(**{name: _plain(getattr(value, name)) for name in type(value).model_fields})
    return tuple(map(_plain, value)) if type(value) is tuple else value
