"""A TOML file becomes a checked model; every mistake becomes an error with file, line, key and remedy."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from placards.errors import InputError, Place, PlacardsError, did_you_mean
from placards.tomlfile import KeyPath, TomlFile

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """Base of everything that people write in TOML: immutable, and no unknown keys."""

    # Deferred: a model that is only ever read as part of another needs no validator of its own.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class InvalidFileError(InputError):
    """A file with one or more mistakes; the first is the message, the rest are in ``others``."""

    code = "invalid-file"
    others: tuple[InputError, ...] = ()


def validate(model: type[M], file: TomlFile, data: Any = None, prefix: KeyPath = ()) -> M:
    """Build *model* from a file (or a part of it); raises InvalidFileError."""
    try:
        return model.model_validate(file.data if data is None else data)
    except ValidationError as error:
        found = [_explain(detail, model, file, prefix) for detail in error.errors()]
        first = found[0]
        problem = InvalidFileError(first.problem, remedy=first.remedy, place=first.place)
        problem.others = tuple(found[1:])
        raise problem from error


def _explain(detail: Any, model: type[BaseModel], file: TomlFile, prefix: KeyPath) -> InputError:
    key = prefix + _existing(tuple(detail["loc"]), file.data if not prefix else None)
    place = file.place(key)
    kind, value, context = detail["type"], detail.get("input"), detail.get("ctx") or {}
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        return InputError(f"unknown key “{name}”", remedy=did_you_mean(name, _known_keys(model, detail["loc"])), place=place)
    if kind == "missing":
        return InputError(f"the key “{detail['loc'][-1]}” is missing", remedy="Add it", place=place)
    if isinstance(context.get("error"), PlacardsError):
        inner = context["error"]
        return InputError(inner.problem, remedy=inner.remedy, place=place)
    if kind in ("literal_error", "enum"):
        return InputError(f"“{value}” is not possible here", remedy=f"Use {context.get('expected')}", place=place)
    if kind.startswith("union_tag"):
        return InputError(
            "this needs a known “type”", remedy=f"Use one of {context.get('expected_tags', '')}".strip(), place=place
        )
    message = str(detail["msg"]).removeprefix("Value error, ")
    return InputError(f"{message[:1].lower()}{message[1:]} (got {_short(value)})", place=place)


def _existing(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """The path without the union tags that pydantic puts in: only parts that exist in the file, and the last one."""
    if data is None:
        return loc
    out: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        if isinstance(here, dict) and part in here:
            here = here[part]
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        elif position != len(loc) - 1 or not isinstance(here, dict):
            continue
        out.append(part)
    return tuple(out)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the table around *loc* may have."""
    schema = model.model_json_schema()
    here: Any = schema

    def deref(node: Any) -> Any:
        while isinstance(node, dict) and "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        return node

    for part in loc[:-1]:
        here = deref(here)
        if isinstance(part, int):
            here = here.get("items", {})
        elif "properties" in here and part in here["properties"]:
            here = here["properties"][part]
        elif "mapping" in here.get("discriminator", {}):
            here = {"$ref": here["discriminator"]["mapping"].get(part, "")} if part in here["discriminator"]["mapping"] else here
        elif isinstance(here.get("additionalProperties"), dict):
            here = here["additionalProperties"]
        for option in here.get("anyOf", []) if isinstance(here, dict) else []:
            if option.get("type") != "null":
                here = option
                break
    return sorted(deref(here).get("properties", {}))


__all__ = ["InvalidFileError", "Model", "Place", "validate"]
