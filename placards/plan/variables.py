"""Variables of a campaign file stand in its texts as ``{name}`` and become their values, before anything else reads it.

Only a file with a table ``[variables]`` has them: in others braces are what they are. ``{{`` and ``}}`` are braces. A
value is text and nothing else: it names no other variable, and has no format.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from placards.files.mistakes import raise_found
from placards.files.toml import KeyPath, TomlFile
from placards.files.validation import Model, validate
from placards.frozen import dataclass
from placards.locale.language import fallbacks, parse_language
from placards.plan.languages import given_language
from placards.plan.names import FIELDS
from placards.problems.diagnostic import Diagnostics, diagnostic
from placards.problems.errors import InputError, PlacardsError, UnknownNameError, near
from placards.problems.place import Place

#: A value by language tag; "" is every language that has none.
Values = dict[str, str]

_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NAME = re.compile(r"[^\W\d][\w-]*")

#: Tables whose keys are the languages of the texts in them, by the key of the table.
_BY_LANGUAGE = ("title", "organiser", "place", "text", "alt")


def _name(value: object) -> object:
    if isinstance(value, str):
        check_variable_name(value)
    return value


def check_variable_name(name: str) -> None:
    """Raise InputError for what can be no variable: letters, digits, hyphens, and no field of file names."""
    if not _NAME.fullmatch(name):
        raise InputError("variable-name", name=name)
    if name in FIELDS:
        raise InputError("variable-name-taken", name=name)


def _text(value: object) -> object:
    if isinstance(value, bool):
        return value
    return str(value) if isinstance(value, int | float | datetime.date | datetime.time) else value


def _tag(value: object) -> object:
    return str(parse_language(value)) if isinstance(value, str) else value


VariableName = Annotated[str, BeforeValidator(_name)]

#: What a variable stands for: a text (or a number, a date), or texts by language tag.
Text = Annotated[str, BeforeValidator(_text)]
Value = Text | dict[Annotated[str, BeforeValidator(_tag)], Text]


class _Declared(Model):
    variables: dict[VariableName, Value] = Field(default_factory=dict)


def assigned(assignments: Sequence[str]) -> dict[str, Values]:
    """What ``--set`` gives: ``name=text``, and ``name@language=text``; raises InputError.

    >>> assigned(["city=York", "city@ur=یارک"])
    {'city': {'': 'York', 'ur': 'یارک'}}
    """
    found: dict[str, Values] = {}
    for assignment in assignments:
        key, equals, text = assignment.partition("=")
        name, at, tag = key.strip().partition("@")
        if not equals or not name or (at and not tag):
            raise InputError("variable-assignment", text=assignment[:60])
        values, language = found.setdefault(name, {}), given_language(tag) if tag else ""
        if language in values:
            raise InputError("variable-twice", name=name)
        values[language] = text
    return found


def with_variables(file: TomlFile, given: Mapping[str, Mapping[str, str]], report: Diagnostics) -> TomlFile:
    """The file with the values of its variables in their places; *given* ones go before its own. Raises
    InvalidFileError for what it names and does not have, and for *given* ones that it does not have."""
    if "variables" not in file.data:
        for name in given:
            raise UnknownNameError("variables-none", place=Place(file.path), name=name)
        return file
    declared = validate(_Declared, file, {"variables": file.data["variables"]}).variables
    found = Diagnostics()
    for name in given:
        if name not in declared:
            known = near(name, list(declared))
            found(diagnostic("variable-unknown", place=file.place(("variables",)), remedy=known, name=name))
    event = file.data.get("campaign")
    home = event.get("language", "en") if isinstance(event, dict) else "en"
    filling = _Filling(file, _values(declared, given), _canonical(home), found, report)
    data = {
        key: filling.filled(value, (key,)) if key in ("campaign", "set", "print") else value
        for key, value in file.data.items()
    }
    raise_found(found)
    for name in declared:
        if not filling.used[name]:
            report(diagnostic("variable-unused", place=file.place(("variables", name)), name=name))
    return replace(file, data=data)


def _values(declared: Mapping[str, str | dict[str, str]], given: Mapping[str, Mapping[str, str]]) -> dict[str, Values]:
    """Every variable's texts by language. One text that is given goes before all of a table; one in a language before
    that language's."""
    values = {name: {"": value} if isinstance(value, str) else dict(value) for name, value in declared.items()}
    for name, texts in given.items():
        values[name] = dict(texts) if "" in texts else {**values.get(name, {}), **texts}
    return values


def _canonical(tag: object) -> str:
    try:
        return str(parse_language(tag)) if isinstance(tag, str) else "en"
    except PlacardsError:
        return str(tag)  # the key itself is going to be refused


@dataclass
class _Filling:
    """Goes through the data of a file."""

    file: TomlFile
    values: Mapping[str, Values]
    home: str
    found: Diagnostics
    report: Diagnostics
    used: Counter[str] = field(default_factory=Counter)

    def filled(self, value: Any, path: KeyPath) -> Any:
        """A value with those of variables in all its texts."""
        if isinstance(value, str):
            return self._text(value, path) if "{" in value or "}" in value else value
        if isinstance(value, dict):
            return {key: self.filled(inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.filled(inner, (*path, number)) for number, inner in enumerate(value)]
        return value

    def _text(self, text: str, path: KeyPath) -> str:
        names = path[-1] in ("files", "file_name")
        language = "" if names else self._language(path)
        return "".join(self._pieces(text, path, language, names=names))

    def _pieces(self, text: str, path: KeyPath, language: str, *, names: bool) -> Iterator[str]:
        at = 0
        for match in _TOKEN.finditer(text):
            yield text[at : match.start()]
            at = match.end()
            token, name = match[0], match[1]
            if token in ("{{", "}}"):
                yield token if names else token[0]  # names are read once more
            elif name is None:
                self._wrong("variable-brace", path, text=_short(text))
            elif name in self.values:
                self.used[name] += 1
                value = self._value(name, language, path)
                yield re.sub(r"[/\\]", "-", value).replace("{", "{{").replace("}", "}}") if names else value
            elif name.partition(":")[0] in FIELDS and names:
                yield token
            elif name == "set" and path[0] == "set" and len(path) > 1:
                yield str(self._table(path[:2]).get("name", ""))
            elif name in FIELDS:
                self._wrong("variable-names-only", path, name=name)
            else:
                self._wrong("variable-missing", path, name=_short(name), known=tuple(self.values))
        yield text[at:]

    def _wrong(self, code: str, path: KeyPath, **parameters: Any) -> None:
        remedy = near(parameters["name"], parameters.pop("known")) if "known" in parameters else None
        self.found(diagnostic(code, place=self.file.place(path), remedy=remedy, **parameters))

    def _value(self, name: str, language: str, path: KeyPath) -> str:
        """A variable in the language of a text: its own, else the one text for all languages, else that of the
        campaign's language, which is said."""
        values = self.values[name]
        tag = next((tag for tag in (*fallbacks(language or self.home), "") if tag in values), None)
        if tag is not None:
            return values[tag]
        shown = next((tag for tag in fallbacks(self.home) if tag in values), None)
        if shown is None:
            self._wrong("variable-language", path, language=language or self.home, variable=name)
            return ""
        place = self.file.place(("variables", name))
        self.report(diagnostic("variable-other", place=place, variable=name, language=language, shown=shown))
        return values[shown]

    def _language(self, path: KeyPath) -> str:
        """The language of a text: of its key in a table by language, of the table that it stands in, or of the
        campaign."""
        for number, part in enumerate(path):
            after = path[number + (2 if part == "details" else 1) :][:1]
            if part in (*_BY_LANGUAGE, "details") and after and isinstance(after[0], str):
                return _canonical(after[0])
        only: object = None
        if len(path) > 4 and path[2] == "language":
            only = path[3]
        elif len(path) > 4 and path[2] == "include":
            only = self._table(path[:4]).get("language")
            only = only[0] if isinstance(only, list) and len(only) == 1 else only
        return _canonical(only) if isinstance(only, str) and "+" not in only and only != "all" else self.home

    def _table(self, path: KeyPath) -> dict[str, Any]:
        """A table of the file; empty where something else stands, which is refused later."""
        here: Any = self.file.data
        for part in path:
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                return {}
        return here if isinstance(here, dict) else {}


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
