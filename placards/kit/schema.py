"""The models that check layout.toml become a JSON Schema, from which editors complete keys and mark mistakes."""

from __future__ import annotations

import datetime
import inspect
import json
import types
import typing
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from placards.elements import fields as field_types
from placards.elements.base import AXES
from placards.elements.checking import model_of
from placards.elements.condition import NAMES, Terms
from placards.elements.registry import kinds
from placards.files.validation import Model
from placards.kit.comments import comments
from placards.plan.campaign_fields import several
from placards.template.derive import ROLES
from placards.template.table import LayoutTable, VariantTable
from placards.values.color import Color
from placards.values.units import POINTS_PER_UNIT, Length

#: Which edition of JSON Schema it is: the one that editors of TOML know.
DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]

_UNITS = "|".join(sorted((*POINTS_PER_UNIT, "vmin", "%"), key=lambda unit: (-len(unit), unit)))

_LENGTH: Schema = {
    "anyOf": [
        {"type": "string", "pattern": rf"^\s*(-?\d+(\.\d+)?\s*({_UNITS})|0)\s*$"},
        {"type": "number", "const": 0},
    ],
    "description": 'a length with its unit: "12mm", "5%" (of the box around), "6vmin" (of the sheet\'s shorter side)',
}

_TERM = rf"\s*({'|'.join(NAMES)})\s*(>=|<=|==|!=|>|<)\s*\d+(\.\d+)?\s*"
_CONDITION: Schema = {
    "type": "string",
    "pattern": f"^{_TERM}( and {_TERM})*$",
    "description": f'a condition, as "aspect >= 2 and rtl == 1"; names: {", ".join(NAMES)}',
}

_HEX: Schema = {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}

_COLOR: Schema = {
    "anyOf": [
        _HEX,
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "rgb": _HEX,
                "cmyk": {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
                "spot": {"type": "string"},
            },
        },
    ],
    "description": 'a colour, as "#d81e05", or a table with rgb, cmyk, spot',
}

#: What fields are checked by functions that say nothing of themselves: by the field's name in the annotation.
_PERCENT: Schema = {"type": "string", "pattern": r"^\s*\d+(\.\d+)?\s*%\s*$", "description": 'a part, as "40%"'}


def schema_text() -> str:
    """The schema as the text of a file: the same on every machine."""
    return json.dumps(layout_schema(), ensure_ascii=False, separators=(",", ":")) + "\n"


@cache
def layout_schema() -> Schema:
    """The schema of layout.toml: every kind of element with its keys."""
    made = Schemas()
    made.definitions["condition"] = _CONDITION
    elements = [made.table(model_of(kind), f"element-{name}", name) for name, kind in kinds().items()]
    element = {
        "type": "object",
        "required": ["id", "type"],
        "properties": {"type": {"type": "string", "enum": list(kinds())}},
        "oneOf": elements,
    }
    made.definitions["element"] = element
    made.definitions["change"] = made.changes()
    root = made.plain(LayoutTable)
    root["properties"] |= {"element": _array("element", "what stands on the sheet, in drawing order")}
    variant = made.plain(VariantTable)
    change = {"type": "object", "additionalProperties": {"$ref": "#/definitions/change"}}
    change["description"] = "keys that are other here, by the id of the element"
    variant["properties"] |= {"element": _array("element", "a whole new list of elements"), "change": change}
    made.definitions["variant"] = variant
    root["properties"]["variant"] = _array("variant", "what is other on some sheets; the first that holds is used")
    own = {"anyOf": [{"enum": list(ROLES)}, _HEX]}
    root["properties"]["colors"] = {"type": "object", "additionalProperties": own}
    return {
        "$schema": DRAFT,
        "title": "layout.toml of placards",
        **root,
        "definitions": dict(sorted(made.definitions.items())),
    }


def _array(name: str, description: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/definitions/{name}"}, "description": description}


class Schemas:
    """Schemas on their way, with those that others point at."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def table(self, model: type[Model], name: str, kind: str = "") -> Schema:
        """A reference to the schema of a table; of an element where *kind* is its type."""
        if name not in self.definitions:
            self.definitions[name] = {}  # a table may hold itself
            made = self.plain(model)
            if kind:
                made["properties"]["type"] = {"const": kind}
            self.definitions[name] = made
        return {"$ref": f"#/definitions/{name}"}

    def plain(self, model: type[Model]) -> Schema:
        written: Any = getattr(model, "part", model)
        said = comments(written)
        properties = {}
        for name, field in model.model_fields.items():
            made = properties[name] = self.of(field.annotation, field.metadata)
            if "$ref" in made:  # what stands beside a reference does not count
                continue
            if said.get(name):
                made = {**made, "description": said[name]}
            default = None if field.is_required() else field.get_default(call_default_factory=True)
            if isinstance(default, str | int | float) and default != "":
                made = {**made, "default": default}
            properties[name] = made
        required = [name for name, field in model.model_fields.items() if field.is_required()]
        text = inspect.getdoc(written) or ""
        return {
            "type": "object",
            "additionalProperties": False,
            "description": text,
            **({"required": required} if required else {}),
            "properties": properties,
        }

    def changes(self) -> Schema:
        """Keys of any element: a change does not say of which kind the element is."""
        found: dict[str, list[Schema]] = {}
        for name in kinds():
            for key, made in self.definitions[f"element-{name}"]["properties"].items():
                plain = {k: v for k, v in made.items() if k not in ("default", "description")}
                if key not in ("id", "type") and plain not in found.setdefault(key, []):
                    found[key].append(plain)
        for key in (name for axis in AXES for name in axis):
            found[key].append({"const": ""})  # takes it back
        properties = {key: kept[0] if len(kept) == 1 else {"anyOf": kept} for key, kept in sorted(found.items())}
        return {"type": "object", "additionalProperties": False, "properties": properties}

    def of(self, kind: Any, metadata: Sequence[Any] = ()) -> Schema:
        """The schema of a type, with what its metadata ask for."""
        if any(getattr(rule, "func", None) is field_types._percent for rule in metadata):
            return dict(_PERCENT)
        return {**self._typed(kind, _takes_one(metadata)), **_limits(metadata)}

    def _typed(self, kind: Any, one: bool = False) -> Schema:
        if kind == Terms:
            return {"$ref": "#/definitions/condition"}
        plain = _PLAIN.get(kind) if isinstance(kind, type) else None
        if plain is not None:
            return dict(plain)
        origin, parts = typing.get_origin(kind), typing.get_args(kind)
        if origin is typing.Annotated:
            return self.of(parts[0], parts[1:])
        if origin is typing.Literal:
            return {"enum": list(parts)}
        if origin in (typing.Union, types.UnionType):
            kept = [self.of(part) for part in parts if part is not type(None)]
            return kept[0] if len(kept) == 1 else {"anyOf": kept}
        if origin is tuple:
            listed = self._listed(parts)
            return {"anyOf": [self.of(parts[0]), listed]} if one else listed
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if isinstance(kind, type) and issubclass(kind, Model):
            return self.table(kind, kind.__name__)
        return {}

    def _listed(self, parts: Sequence[Any]) -> Schema:
        if parts[-1] is Ellipsis:
            return {"type": "array", "items": self.of(parts[0])}
        many = {"minItems": len(parts), "maxItems": len(parts)}
        return {"type": "array", "items": [self.of(part) for part in parts], **many}


_PLAIN: dict[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Length: _LENGTH,
    Color: _COLOR,
    datetime.date: {"type": "string", "description": "a date, as 2027-04-14"},
    datetime.time: {"type": "string", "description": "a time, as 16:30:00"},
}


def _takes_one(metadata: Sequence[Any]) -> bool:
    """Whether one value may stand for a list of it."""
    return any(getattr(rule, "func", None) in (field_types._names, several) for rule in metadata)


def _limits(metadata: Sequence[Any]) -> Schema:
    names = {
        "ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum", "pattern": "pattern",
    }  # fmt: skip
    found: Schema = {}
    for rule in metadata:
        for part in (rule, *getattr(rule, "metadata", ())):
            asked = {ours: getattr(part, name, None) for name, ours in names.items()}
            found |= {ours: value for ours, value in asked.items() if value is not None}
    return found
