"""A Diagnostic becomes words, by its code: English, or through gettext those of another language."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from placards.problems.diagnostic import Diagnostic, Translate


def problem_words(found: Diagnostic, translate: Translate | None = None) -> str:
    """What is wrong, as one clause without a full stop."""
    from placards.problems.sentences import sentence

    values = dict(found.parameters)
    known = sentence(found.code)
    count = values.get("count")
    plural = getattr(translate, "plural", None)
    if known.plural and plural is not None and isinstance(count, int):
        # A language may have one form or six (`placards.messages.diagnostics.Translator`).
        return _Words(translate or str).vformat(plural(known.problem, known.plural, count), (), values)
    template = known.plural if known.plural and count != 1 else known.problem
    return words(template, values, translate)


def remedy_words(found: Diagnostic, translate: Translate | None = None) -> str:
    """What to do, as one clause without a full stop; empty where there is nothing."""
    from placards.problems.sentences import remedy, sentence

    if found.remedy is not None:
        return words(remedy(found.remedy.code), dict(found.remedy.parameters), translate)
    return words(sentence(found.code).remedy, dict(found.parameters), translate)


def words(template: str, values: Mapping[str, Any], translate: Translate | None = None) -> str:
    """A template filled in: ``{name}``, ``{number:,}``; lists as ``{names:or}``, ``{names:and}``, ``{names:list}``."""
    if not template:
        return ""
    return _Words(translate or str).vformat((translate or str)(template), (), values)


class _Words(string.Formatter):
    """Fields by name only; a list has its own kinds of format."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            return self._list(value, format_spec)
        return str(format(value, format_spec))

    def _list(self, names: Sequence[str], kind: str) -> str:
        if kind in ("or", "and"):
            quoted = [f"“{name}”" for name in names]
            if len(quoted) < 2:
                return "".join(quoted)
            between = self._translate(f" {kind} ")
            return f"{', '.join(quoted[:-1])}{between}{quoted[-1]}"
        return ", ".join(names)


def finished(clause: str) -> str:
    """A clause with its full stop."""
    return clause if clause.endswith(("?", "!", "…")) else clause.rstrip(".") + "."
