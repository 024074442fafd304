"""A TOML file becomes a checked model; every mistake becomes an error with file, line, key and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from placards.files.mistakes import InvalidFileError
from placards.files.toml import KeyPath, TomlFile
from placards.problems.diagnostic import Diagnostic, Remedy, diagnostic
from placards.problems.errors import PlacardsError

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """Base of everything that people write in TOML: immutable, and no unknown keys."""

    # Deferred: a model that is only ever read as part of another needs no validator of its own.
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    #: Mistakes that this model has a sentence of its own for: pydantic's kind and the key's path without numbers, as
    #: ``missing pack.language``, to the sentence's code, which may show ``{value}``.
    own_sentences: ClassVar[Mapping[str, str]] = {}

    #: Keys that stand in a table of its own, by that table: whoever writes them beside it hears where they go.
    inner_keys: ClassVar[Mapping[str, Sequence[str]]] = {}


def validate(model: type[M], file: TomlFile, data: Any = None, prefix: KeyPath = ()) -> M:
    """Build *model* from a file (or a part of it); raises InvalidFileError."""
    try:
        return model.model_validate(file.data if data is None else data)
    except ValidationError as error:
        # An unknown key first: the missing one is often the same key, spelt right.
        details = sorted(_meant(error.errors()), key=lambda detail: detail["type"] != "extra_forbidden")
        first, *others = dict.fromkeys(_explain(detail, model, file, prefix, data) for detail in details)
        raise InvalidFileError(first, also=others) from error


def _meant(details: Sequence[Any]) -> Iterator[Any]:
    """Where a text or a table may stand and somebody wrote a table, what is wrong in the table is meant, and not that
    it is no text. A list whose items are wrong is not empty for that."""
    for detail in details:
        loc = tuple(detail["loc"])
        if detail["type"] == "too_short" and any(
            len(other["loc"]) > len(loc) and tuple(other["loc"][: len(loc)]) == loc for other in details
        ):
            continue
        no_text = detail["type"] == "string_type" and isinstance(detail.get("input"), dict)
        inner = (tuple(other["loc"]) for other in details if other is not detail)
        if not (no_text and any(other[: len(loc) - 1] == loc[:-1] and len(other) > len(loc) for other in inner)):
            yield detail


#: Pydantic's kinds of mistakes as codes.
_CODES = {
    "string_type": "value-text",
    "string_pattern_mismatch": "value-name",
    "string_too_short": "value-text-short",
    "string_too_long": "value-text-long",
    **dict.fromkeys(("bool_type", "bool_parsing"), "value-bool"),
    **dict.fromkeys(("tuple_type", "list_type"), "value-list"),
    "too_short": "value-list-short",
    "too_long": "value-list-long",
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "value-table"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "value-whole"),
    **dict.fromkeys(("float_type", "float_parsing"), "value-number"),
    "greater_than": "value-not-above",
    "greater_than_equal": "value-small",
    "less_than_equal": "value-large",
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), "value-date"
    ),
    **dict.fromkeys(("time_type", "time_parsing"), "value-time"),
}

#: What pydantic knows of a limit, and what our sentences call it.
_LIMITS = {"ge": "least", "gt": "least", "min_length": "least", "le": "most", "max_length": "most"}


def _explain(detail: Any, model: type[BaseModel], file: TomlFile, prefix: KeyPath, data: Any) -> Diagnostic:
    key = prefix + _existing(tuple(detail["loc"]), file.data if data is None else data)
    place = file.place(key)
    kind, context = detail["type"], detail.get("ctx") or {}
    value, name = _shown(detail.get("input")), str(detail["loc"][-1]) if detail["loc"] else ""
    own = _own_sentence(model, kind, tuple(detail["loc"]))
    if own is not None:
        # What is missing has no place: its table has.
        return diagnostic(own, place=file.place(key[:-1]) if kind == "missing" else place, value=value)
    if kind == "extra_forbidden":
        known = _known_keys(model, detail["loc"])
        inner = model.inner_keys if issubclass(model, Model) else {}
        table = next((table for table, keys in inner.items() if table in known and name in keys), None)
        remedy = Remedy("key-in-table", (("name", name), ("table", table))) if table else _near_key(name, known)
        return diagnostic("key-unknown", place=place, remedy=remedy, name=name)
    if kind == "missing":
        return diagnostic("key-missing", place=place, name=name)
    if isinstance(context.get("error"), PlacardsError):
        found: Diagnostic = context["error"].diagnostic
        own_key = found.place.key if found.place.file is None else None  # a key of the table that was being checked
        if own_key:
            return replace(found, place=replace(found.place, key=None)).at(file.place((*key, *own_key.split("."))))
        return found.at(place)
    if kind in ("literal_error", "enum"):
        expected = str(context.get("expected")).replace("'", "")
        nearest = _near_choice(detail.get("input"), str(context.get("expected")))
        return diagnostic("value-choice", place=place, remedy=nearest, value=value, expected=expected)
    if kind.startswith("union_tag"):
        return diagnostic("value-type", place=place, expected=str(context.get("expected_tags", "")))
    code = _CODES.get(kind)
    if code is not None:
        limits = {_LIMITS[name]: limit for name, limit in context.items() if name in _LIMITS}
        return diagnostic(code, place=place, value=value, **limits)
    message = str(detail["msg"]).removeprefix("Value error, ")
    return diagnostic("value-wrong", place=place, reason=f"{message[:1].lower()}{message[1:]}", value=value)


def _own_sentence(model: type[BaseModel], kind: str, loc: KeyPath) -> str | None:
    sentences = model.own_sentences if issubclass(model, Model) else {}
    path = ".".join(part for part in loc if isinstance(part, str))
    return sentences.get(f"{kind} {path}")


def _existing(loc: tuple[str | int, ...], data: Any) -> KeyPath:
    """The path without the union tags that pydantic puts in: only parts that exist in the file, and the last one."""
    if data is None:
        return loc
    out: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        if _has(here, part):
            here = here[part]
        elif part == "[key]" or position != len(loc) - 1 or not isinstance(here, dict):
            continue  # "[key]": the key itself is what is wrong
        out.append(part)
    return tuple(out)


def _has(data: Any, part: str | int) -> bool:
    return part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))


def _shown(value: Any) -> str:
    try:
        text = f"“{value}”" if isinstance(value, str) else repr(value)
    except (ValueError, RecursionError):  # a number that Python does not write in digits
        text = "this"
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= 60 else text[:59] + "…"


def _near_key(name: str, known: Sequence[str]) -> Remedy:
    """The key that is nearly spelt so, or else all that its table may have: a key that merely shares some letters
    leads astray."""
    import difflib

    spelt = difflib.get_close_matches(name, known, n=2, cutoff=0.7)
    return (
        Remedy("did-you-mean", (("near", tuple(spelt)),)) if spelt else Remedy("known-keys", (("known", tuple(known)),))
    )


def _near_choice(given: Any, expected: str) -> Remedy | None:
    """The choice that is nearly spelt so; None for the whole list, which the sentence has."""
    import difflib

    choices = re.findall(r"'([^']*)'", expected)
    spelt = difflib.get_close_matches(given, choices, n=2, cutoff=0.6) if isinstance(given, str) else []
    return Remedy("did-you-mean", (("near", tuple(spelt)),)) if spelt else None


def _known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the table around *loc* may have."""
    schema = model.model_json_schema()
    here: Any = schema

    def deref(node: Any) -> Any:
        while isinstance(node, dict) and "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        return node

    options: list[Any] = []
    for part in loc[:-1]:
        here = deref(here)
        if isinstance(part, int):
            here = next((one["items"] for one in (here, *options) if "items" in one), {})
        elif "properties" in here and part in here["properties"]:
            here = here["properties"][part]
        elif "mapping" in here.get("discriminator", {}):
            here = (
                {"$ref": here["discriminator"]["mapping"].get(part, "")}
                if part in here["discriminator"]["mapping"]
                else here
            )
        elif here.get("patternProperties"):  # a table whose names follow a pattern
            here = next(iter(here["patternProperties"].values()))
        elif isinstance(here.get("additionalProperties"), dict):
            here = here["additionalProperties"]
        found = [one for one in here.get("anyOf", []) if one.get("type") != "null"] if isinstance(here, dict) else []
        if found:
            options = found
            here = next((one for one in options if deref(one).get("properties")), options[0])
    return sorted(deref(here).get("properties", {}))


__all__ = ["InvalidFileError", "Model", "validate"]
