"""A TOML file becomes a checked model; every mistake becomes an error with file, line, key and remedy."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from placards.files.toml import KeyPath, TomlFile
from placards.problems.errors import InputError, PlacardsError, Place, did_you_mean

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """Base of everything that people write in TOML: immutable, and no unknown keys."""

    # Deferred: a model that is only ever read as part of another needs no validator of its own.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class InvalidFileError(InputError):
    """A file with one or more mistakes, all in ``diagnostics``."""

    code = "invalid-file"


def validate(model: type[M], file: TomlFile, data: Any = None, prefix: KeyPath = ()) -> M:
    """Build *model* from a file (or a part of it); raises InvalidFileError."""
    try:
        return model.model_validate(file.data if data is None else data)
    except ValidationError as error:
        # An unknown key first: the missing one is often the same key, spelt right.
        details = sorted(error.errors(), key=lambda detail: detail["type"] != "extra_forbidden")
        found = [_explain(detail, model, file, prefix) for detail in details]
        first = found[0]
        raise InvalidFileError(first.diagnostic, also=[e.diagnostic for e in found[1:]]) from error


_LIST = ("{value} is not a list", 'Write it in brackets, as ["one", "two"]')
_TABLE = ("{value} is not a table", "Write its keys below a header in brackets, or {{ key = … }} in one line")
_DATE = ("{value} is not a date", "Write it without quotes, as 2027-04-14")
_TIME = ("{value} is not a time", "Write it without quotes, as 16:30:00")
_NUMBER = ("{value} is not a number", "Write digits, without quotes and unit")
_WHOLE = ("{value} is not a whole number", "Write digits, without quotes and unit")

#: Pydantic's kinds of mistakes in the words of people who write TOML: problem and remedy.
_PLAIN = {
    "string_type": ("{value} is not a text", "Put it in quotation marks"),
    "string_pattern_mismatch": ("{value} cannot be a name here", "Use small letters a-z, digits and hyphens"),
    "bool_type": ("{value} is neither true nor false", "Write true or false, without quotes"),
    "bool_parsing": ("{value} is neither true nor false", "Write true or false, without quotes"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "too_short": ("the list is empty", "Put at least {min_length} into it"),
    "too_long": ("the list is too long", "Keep at most {max_length}"),
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), _WHOLE),
    **dict.fromkeys(("float_type", "float_parsing"), _NUMBER),
    "greater_than_equal": ("{value} is too small", "Write at least {ge}"),
    "less_than_equal": ("{value} is too large", "Write at most {le}"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DATE),
    **dict.fromkeys(("time_type", "time_parsing"), _TIME),
}


def _explain(detail: Any, model: type[BaseModel], file: TomlFile, prefix: KeyPath) -> InputError:
    key = prefix + _existing(tuple(detail["loc"]), file.data if not prefix else None)
    place = file.place(key)
    kind, value, context = detail["type"], detail.get("input"), detail.get("ctx") or {}
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        return InputError(
            f"unknown key “{name}”", remedy=did_you_mean(name, _known_keys(model, detail["loc"])), place=place
        )
    if kind == "missing":
        return InputError(f"the key “{detail['loc'][-1]}” is missing", remedy="Add it", place=place)
    if isinstance(context.get("error"), PlacardsError):
        inner = context["error"]
        return InputError(inner.diagnostic).at(place)
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected")).replace("'", "")
        return InputError(f"{_shown(value)} is not possible here", remedy=f"Use {expected}", place=place)
    if kind.startswith("union_tag"):
        return InputError(
            "this needs a known “type”", remedy=f"Use one of {context.get('expected_tags', '')}".strip(), place=place
        )
    plain = _PLAIN.get(kind)
    if plain is not None:
        problem, remedy = (text.format(value=_shown(value), **context) for text in plain)
        return InputError(problem, remedy=remedy, place=place)
    message = str(detail["msg"]).removeprefix("Value error, ")
    return InputError(f"{message[:1].lower()}{message[1:]} (got {_shown(value)})", place=place)


def _existing(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """The path without the union tags that pydantic puts in: only parts that exist in the file, and the last one."""
    if data is None:
        return loc
    out: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        if _has(here, part):
            here = here[part]
        elif position != len(loc) - 1 or not isinstance(here, dict):
            continue
        out.append(part)
    return tuple(out)


def _has(data: Any, part: str | int) -> bool:
    return part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))


def _shown(value: Any) -> str:
    text = f"“{value}”" if isinstance(value, str) else repr(value)
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
            here = (
                {"$ref": here["discriminator"]["mapping"].get(part, "")}
                if part in here["discriminator"]["mapping"]
                else here
            )
        elif isinstance(here.get("additionalProperties"), dict):
            here = here["additionalProperties"]
        for option in here.get("anyOf", []) if isinstance(here, dict) else []:
            if option.get("type") != "null":
                here = option
                break
    return sorted(deref(here).get("properties", {}))


__all__ = ["InvalidFileError", "Model", "Place", "validate"]
