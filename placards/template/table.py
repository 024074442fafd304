"""What a designer writes into layout.toml, as tables: every key checked by itself, elements still raw."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator

from placards.elements.fields import ConditionField, Id, LanguageNumber
from placards.files.validation import Model
from placards.problems.errors import InputError, near
from placards.template.derive import ROLES
from placards.template.palette import ColorField
from placards.values.color import Color, parse_hex


def _own_color(value: Any) -> Any:
    """What a layout makes a colour of its own of: one of the nine roles, or a colour that every palette gets."""
    if isinstance(value, str) and value.startswith("#"):
        return parse_hex(value).hex
    if value not in ROLES:
        raise InputError("palette-alias", remedy=near(str(value), ROLES), value=str(value))
    return value


class VariantTable(Model):
    """``[[variant]]``: elements left out, keys changed by element id, or a whole new list."""

    when: ConditionField
    hide: tuple[str, ...] = ()
    change: dict[str, dict[str, Any]] = Field(default_factory=dict)
    element: tuple[dict[str, Any], ...] = ()


class LayoutTable(Model):
    """The whole file. Its elements are read one by one, each by the class of its ``type``."""

    name: Annotated[str, Field(min_length=1)]
    summary: str = ""
    alt: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    languages: LanguageNumber = 1
    sizes: tuple[str, ...] = ("a3",)
    many: bool = False
    palettes: dict[Id, dict[Id, ColorField]] = Field(default_factory=dict)
    palette: str = ""
    accepts: tuple[str, ...] = ("light", "dark")
    colors: dict[Id, Annotated[str, BeforeValidator(_own_color)]] = Field(default_factory=dict)
    element: tuple[dict[str, Any], ...]
    variant: tuple[VariantTable, ...] = ()

    @field_validator("palettes")
    @classmethod
    def _has_palette(cls, value: dict[str, dict[str, Color]]) -> dict[str, dict[str, Color]]:
        if not value:
            raise InputError("palette-missing")
        return value
